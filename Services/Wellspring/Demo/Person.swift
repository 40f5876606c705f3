import Contract
import IdentityAPI
import Models
import RPC

/// Somebody in the demonstration, with the token that he or she signed in for.
struct Person: Sendable {
    let name: String
    let email: String
    let type: CustomerType
    let affiliation: String
    let interests: [String]
    var member: Member.ID?
    var token: String?

    static let password = "a kettle that never whistles"

    init(_ name: String, _ type: CustomerType, at affiliation: String, likes interests: [String]) {
        self.name = name
        self.type = type
        self.affiliation = affiliation
        self.interests = interests
        email = name.split(separator: " ")[0].lowercased() + "@example.org"
    }

    var id: Member.ID { member ?? .example }

    /// The community of the demonstration: customers of a maker of coffee machines that does not exist.
    static let everybody: [Person] = [
        Person("Ines Okafor", .leading, at: "Harbour Roasters", likes: ["grinders", "repair"]),
        Person("Tomasz Wilk", .strict, at: "Tram Depot Café", likes: ["cleaning", "noise"]),
        Person("Mei-Ling Zhao", .expert, at: "Institute of Food Physics", likes: ["extraction", "sensors"]),
        Person("Jonas Adler", .reference, at: "Office Kitchens Guild", likes: ["milk", "refill"]),
        Person("Priya Raman", .trial, at: "Student House 7", likes: ["travel", "refill"]),
        Person("Amara Diallo", .expert, at: "Repair Workshop East", likes: ["repair", "seals"]),
        Person("Luca Ferri", .reference, at: "Corner Bar Ferri", likes: ["espresso"]),
    ]
}
