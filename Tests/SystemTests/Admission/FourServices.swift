import Contract
import Foundation
import Hosting
import Models
import RPC
import Support

@testable import Feedback
@testable import Hosting
@testable import Ideas
@testable import Identity
@testable import Rewards

/// Something that is done on each of the four services, each on a database of its own.
protocol ServiceVisit {
    func visit<S: HostedService>(_ host: Harness<S>) async throws
}

enum FourServices {
    static func run(_ visit: some ServiceVisit) async throws {
        try await identity { try await visit.visit($0) }
        try await Harness<IdeasService>.run(on: .sqlite) { try await visit.visit($0) }
        try await Harness<RewardsService>.run(on: .sqlite) { try await visit.visit($0) }
        try await Harness<FeedbackService>.run(on: .sqlite) { try await visit.visit($0) }
    }

    /// With a key file of its own and hashes that cost next to nothing.
    static func identity(_ body: (Harness<IdentityService>) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).keys.json").path
        defer { for name in [file, file + ".lock"] { try? FileManager.default.removeItem(atPath: name) } }
        let settings = ["WELLSPRING_IDENTITY_SIGNING_KEYS_FILE": file]
        let cheap = { (settings: inout IdentitySettings) in settings.hashCost = ScryptCost(logN: 4, r: 1, p: 1) }
        try await Harness<IdentityService>.run(on: .sqlite, settings: settings, adjust: cheap, body)
    }
}

extension Harness {
    /// The example of the documents, with its required params alone.
    func smallestParams(of endpoint: Endpoint<Service>) throws -> [JSONValue.Member] {
        let description = try endpoint.describe()
        let required = Set(description.params.filter(\.isRequired).map(\.name))
        guard case .object(let members) = description.example.params else { return [] }
        return members.filter { required.contains($0.key) }
    }

    /// The reason why a call has no result; `answered` where it has one.
    func outcome(of method: String, _ params: JSONValue, as caller: TestCaller) async throws -> String {
        do {
            _ = try await call(method, params, as: caller)
            return "answered"
        } catch let fault as Fault {
            return fault.reason
        }
    }
}
