import Contract
import Foundation
import Support
import RPC

/// What the clients find when they call: a campaign with so many ideas that a list of them has 900 kB.
struct Audience: Sendable {
    let directory: String
    let token: String
    let campaign: String

    static let prepared = Task { try await Audience() }
    /// Known to the scripts, which check that all of them arrive.
    static let ideas = 450

    private init() async throws {
        directory = try await RunningCommunity.running.value.directory
        let arguments = ["token", "--data", directory]
        token = try await Tool(path: Tool.wellspring, arguments: arguments).output()
        let client = Client(path: "\(directory)/run/ideas.sock")
        var meta = CallMeta()
        meta.authorization = token
        let receipt = try await client.call(name: "ideas.openCampaign", params: Self.opening, meta: meta)
        guard case .string(let campaign)? = receipt["campaign"] else { throw Tool.Failed(description: "no campaign") }
        self.campaign = campaign
        let ideas = JSONValue.array((1...Self.ideas).map(Self.idea))
        let batch: JSONValue = ["campaign": .string(campaign), "ideas": ideas]
        _ = try await client.call(name: "ideas.importBallots", params: batch, meta: meta)
        await client.close()
    }

    /// What the scripts are told.
    var environment: [String: String] {
        let shared = ProcessInfo.processInfo.environment["WELLSPRING_SHARED"] ?? Self.sharedFolder
        return [
            "WELLSPRING_TEST_TOKEN": token, "WELLSPRING_TEST_CAMPAIGN": campaign, "WELLSPRING_SHARED": shared,
            "PYTHONDONTWRITEBYTECODE": "1",
        ]
    }

    /// Real data lies beside the project where there is any.
    private static let sharedFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared").path()

    private static var opening: JSONValue {
        [
            "title": "Six things for the kitchen", "brief": "Collected elsewhere.", "source": "imports",
            "phases": [phase("collecting", 0), phase("voting", 1), phase("deciding", 2)],
            "selection": ["kind": "approvalCount"], "winners": 1,
        ]
    }

    private static func phase(_ name: String, _ place: Double) -> JSONValue {
        let opening = Date(timeIntervalSinceNow: place * 86_400 - 60)
        return [
            "phase": .string(name), "opensAt": .string(opening.ISO8601Format()),
            "closesAt": .string(opening.addingTimeInterval(86_400).ISO8601Format()),
        ]
    }

    /// Characters of three bytes each make the most of the limits of titles and tags.
    private static func idea(_ number: Int) -> JSONValue {
        let tags = (0..<10).map { tag in JSONValue.string(String(repeating: "水", count: 46) + "-\(tag)") }
        return [
            "external": .string("idea-\(number)"),
            "title": .string("\(number) " + String(repeating: "茶", count: 155)), "tags": .array(tags),
        ]
    }
}
