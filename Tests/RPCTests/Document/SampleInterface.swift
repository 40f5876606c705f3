import Contract

/// A small service, with one of each kind of thing that documents show.
enum SampleService: ServiceInterface {
    static let service = "sample"
    static let refusals = RefusalTable(
        block: 9000,
        [
            "roomUnknown": "There is no such room.", "roomFull": "The room has no free seat.",
            "tooLate": "The day is over | closed.",
        ]
    )
}

struct Anyone: Caller { static let rule = CallerRule(kinds: [], allowsVisitors: true) }

struct Staff: Caller { static let rule = CallerRule(kinds: [.member, .client], roles: ["host", "admin"]) }

/// A leaf with a unit.
struct Seats: WireValue {
    static let schema = Schema(.integer(1...50), "How many seats.", unit: "seats")
    static let example = Seats(count: 2)
    let count: Int64

    init(count: Int64) { self.count = count }

    init(wire: Int64) throws(InvalidValue) {
        guard (1...50).contains(wire) else { throw InvalidValue("Between 1 and 50 seats.") }
        count = wire
    }

    var wire: Int64 { count }
}

struct Room: Codable, Sendable {
    enum State: String, Codable, Sendable, CaseIterable { case open, closed }

    var code: Code
    var seats: Seats
    var state: State
    var labels: [String: String]
    var note: String?
}

struct BookSeats: Method, Repeatable {
    typealias Interface = SampleService
    typealias Caller = Staff
    typealias Reply = Room
    enum Refusal: String, Contract.Refusal { case roomUnknown, roomFull }

    static let name = "sample.book"
    static let summary = "Books seats in a room."
    static let details = "Seats stay booked for a day."

    var room: Code
    var seats: Seats
    var note: String?
}

struct ListRooms: Method {
    typealias Interface = SampleService
    typealias Caller = Anyone
    typealias Reply = [Room]

    static let name = "sample.allRooms"
    static let summary = "Lists all rooms."
    static let deprecation: String? = "Call `sample.rooms` instead, from 2.0 on."
}

struct LateRequired: Method {
    typealias Interface = SampleService
    typealias Caller = Anyone
    typealias Reply = Nothing

    static let name = "sample.lateRequired"
    static let summary = "Cannot be called by position."

    var first: String?
    var second: String
}

struct UnlistedRefusal: Method {
    typealias Interface = SampleService
    typealias Caller = Anyone
    typealias Reply = Nothing
    enum Refusal: String, Contract.Refusal { case notInTheTable }

    static let name = "sample.unlisted"
    static let summary = "Refuses with a reason that has no number."
}
