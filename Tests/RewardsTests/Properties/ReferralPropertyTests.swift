import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Who invited whom, at random: trees, and circles that somebody planted.
private struct Invitations {
    var inviter: [Int: Int] = [:]
    let count: Int

    init(_ count: Int, circles: Int, using generator: inout SeededGenerator) {
        self.count = count
        for person in 1..<count where Int.random(in: 0..<5, using: &generator) > 0 {
            inviter[person] = Int.random(in: 0..<person, using: &generator)
        }
        for _ in 0..<circles {
            let size = Int.random(in: 1...4, using: &generator)
            let people = Array((0..<count).shuffled(using: &generator).prefix(size))
            for (place, person) in people.enumerated() { inviter[person] = people[(place + 1) % size] }
        }
    }

    /// On a circle or below one: found by walking as many steps as there are people.
    func leadsToCircle(_ person: Int) -> Bool {
        var current = person
        for _ in 0...count {
            guard let next = inviter[current] else { return false }
            current = next
        }
        return true
    }

    func isOnCircle(_ person: Int) -> Bool {
        var current = inviter[person]
        for _ in 0..<count where current != person { current = current.flatMap { inviter[$0] } }
        return current == person
    }

    /// Links up to the one who came without an invitation.
    func depth(_ person: Int) -> Int { inviter[person].map { 1 + depth($0) } ?? 0 }
}

/// Whatever the order in which people join, complete and contribute: nobody on a circle has anything in the end, the
/// others have what they brought, and the depths add up.
@Test(arguments: TestEngine.allCases)
func circlesEarnNothing(engine: TestEngine) async throws {
    var generator = SeededGenerator.printed()
    for _ in 0..<4 {
        let graph = Invitations(14, circles: 2, using: &generator)
        let order = (0..<graph.count).shuffled(using: &generator)
        let isInterleaved = Bool.random(using: &generator)
        try await Harness<RewardsService>.run(on: engine) { host in
            let people = (0..<graph.count).map { host.member("person \($0)") }
            try await host.rule("invited", .referralQualified, .inviter, 100)
            for person in order {
                let inviter = graph.inviter[person].map { people[$0] }
                try await host.join(people[person], invitedBy: inviter)
                if isInterleaved {
                    try await host.complete(people[person], invitedBy: inviter)
                    try await host.contribute(people[person])
                }
            }
            for person in order where !isInterleaved {
                try await host.complete(people[person], invitedBy: graph.inviter[person].map { people[$0] })
                try await host.contribute(people[person])
            }
            try await expectNothingOnCircles(graph, people, host)
        }
    }
}

private func expectNothingOnCircles(
    _ graph: Invitations,
    _ people: [TestCaller],
    _ host: Harness<RewardsService>
) async throws {
    for (person, caller) in people.enumerated() {
        let invited = (0..<graph.count).filter { graph.inviter[$0] == person }.count
        let expected = graph.isOnCircle(person) ? 0 : invited * 100
        #expect(try await host.available(caller) == Int64(expected), "person \(person)")
    }
    let report = try await host.referrals()
    let referred = (0..<graph.count).filter { graph.inviter[$0] != nil }
    let trees = referred.filter { !graph.leadsToCircle($0) }
    #expect(report.referred.wire == Int64(referred.count))
    #expect(report.circular.wire == Int64(referred.count - trees.count))
    for depth in report.depths {
        #expect(depth.referrals.wire == Int64(trees.filter { graph.depth($0) == Int(depth.depth.wire) }.count))
    }
    #expect(report.deeper.wire == Int64(trees.filter { graph.depth($0) > 6 }.count))
    try await host.expectSound()
}

/// Each member brings 1.2 others on average, which never ends by itself: the budget ends it, to the point.
@Test(arguments: TestEngine.allCases)
func growthStopsAtTheBudget(engine: TestEngine) async throws {
    var generator = SeededGenerator.printed()
    var offspring: [Int] = []
    // A community that dies out early proves nothing, so somebody always comes while there are fewer than wanted.
    var expected = 1
    while expected < 60 {
        let brought = Int(poisson(1.2, using: &generator))
        let isLast = offspring.count == expected - 1
        offspring.append(isLast && brought == 0 ? 1 : brought)
        expected += offspring[offspring.count - 1]
    }
    let families = offspring
    try await Harness<RewardsService>.run(on: engine) { host in
        let (budget, key) = (Int64(1234), try BudgetKey(wire: "spring"))
        try await host.fund(key.wire, budget)
        try await host.defineReferral(budget: key)
        try await host.qualify(host.member("person 0"), invitedBy: nil)
        var next = 1
        for (parent, brought) in families.enumerated() {
            for _ in 0..<brought {
                try await host.qualify(host.member("person \(next)"), invitedBy: host.member("person \(parent)"))
                next += 1
            }
        }
        var paid: Int64 = 0
        for person in 0..<next { paid += try await host.available(host.member("person \(person)")) }
        let left = try await host.left(key.wire)
        #expect(paid + left == budget)
        #expect((0..<10).contains(left), "the smallest award is 10, and somebody always comes who would get it")
        let report = try await host.referrals()
        #expect(report.costs.map(\.spent.wire) == [paid])
        #expect(report.depths.reduce(report.deeper.wire) { $0 + $1.referrals.wire } == Int64(next - 1))
        try await host.expectSound()
    }
}
