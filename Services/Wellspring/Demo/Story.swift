import Contract
import Foundation
import IdeasAPI
import IdentityAPI
import Models
import RPC

/// What everybody in the demonstration shares: the services, the narrator, the people.
final class Story {
    let calling: Calling
    let narrator: Narrator
    var people: [String: Person] = [:]
    var campaign: Campaign.ID = .example
    /// By the first name of the author.
    var ideas: [String: Idea.ID] = [:]
    var reward: Reward.ID = .example
    var steps = 0

    init(calling: Calling, narrator: Narrator = Narrator()) {
        self.calling = calling
        self.narrator = narrator
    }

    /// Calls as the operator, or as one of the people, and tells of it.
    @discardableResult
    func call<M: Method>(_ method: M, as name: String? = nil) async throws -> M.Reply {
        steps += 1
        var meta = CallMeta()
        if let name { meta.authorization = people[name]?.token }
        let reply = try await calling.call(method, meta: meta)
        try narrator.show(method, by: name ?? "the operator", reply)
        return reply
    }

    /// A call that is not told of.
    func silently<M: Method>(_ method: M, as name: String) async throws {
        var meta = CallMeta()
        meta.authorization = people[name]?.token
        _ = try await calling.call(method, meta: meta)
    }

    /// A call that is meant to be refused; anything else ends the story.
    func expect<M: Method>(_ refusal: M.Refusal, of method: M, as name: String? = nil) async throws {
        steps += 1
        var meta = CallMeta()
        if let name { meta.authorization = people[name]?.token }
        do {
            _ = try await calling.call(method, meta: meta)
        } catch let told as M.Refusal {
            guard told == refusal else {
                throw CommandProblem("\(M.name) was refused as \(told), not as \(refusal).", code: 70)
            }
            return narrator.showRefusal(method, by: name ?? "the operator", refusal)
        }
        throw CommandProblem("\(M.name) should have been refused as \(refusal).", code: 70)
    }

    /// Events reach the other services within moments, not at once: asks until the answer is there.
    func eventually<T>(_ what: String, _ ask: () async throws -> T?) async throws -> T {
        try await Patience(limit: .seconds(15), code: 70).wait(orElse: "\(what) did not happen", ask)
    }

    func tell() async throws {
        try await prepareRewards()
        try await bringPeopleIn()
        try await openCampaign()
        try await collect()
        try await vote()
        try await review()
        try await decide()
        try await reward()
        try await stand()
        let draw = try await openDraw()
        try await setAside()
        try await learn()
        try await resolve(draw)
        try await explain()
        try await audit()
        try await listen()
    }
}
