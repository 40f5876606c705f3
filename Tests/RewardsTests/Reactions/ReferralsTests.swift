import Contract
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func aReferralIsPaidWhenItQualifies(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        try await host.join(ines)
        try await host.join(omar, invitedBy: ines)
        #expect(try await host.available(ines) == 0)
        try await host.complete(omar, invitedBy: ines)
        #expect(try await host.available(ines) == 0)
        try await host.contribute(omar)
        #expect(try await host.available(ines) == 100)
        #expect(try await host.available(omar) == 10)
        try await host.contribute(omar)
        #expect(try await host.available(ines) == 100)
        try await host.expectSound()
    }
}

/// The events of services are not in order: what was contributed before the profile was complete counts.
@Test(arguments: TestEngine.allCases)
func aContributionMayComeFirst(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: omar.member)
        try await host.deliver(idea, from: IdeasInterface.self)
        try await host.join(omar, invitedBy: ines)
        try await host.complete(omar, invitedBy: ines)
        #expect(try await host.available(ines) == 100)
        #expect(try await host.referrals().rewarded.wire == 1)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func rewardsDecayUpTheChain(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        try await host.defineReferral(levels: 3)
        let people = (0..<6).map { host.member("person \($0)") }
        for (number, person) in people.enumerated() {
            try await host.qualify(person, invitedBy: number == 0 ? nil : people[number - 1])
        }
        var got: [Int64] = []
        for person in people { got.append(try await host.available(person)) }
        #expect(got == [175, 185, 185, 160, 110, 10])
        let depths = try await host.referrals().depths.map(\.referrals.wire)
        #expect(depths == [1, 1, 1, 1, 1, 0])
        try await host.expectSound()
    }
}

/// Of two who follow one invitation the second came without, as identity says at last.
@Test(arguments: TestEngine.allCases)
func anInviterWhoWasDroppedIsNotPaid(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        try await host.join(omar, invitedBy: ines)
        try await host.complete(omar)
        try await host.contribute(omar)
        #expect(try await host.available(ines) == 0)
        #expect(try await host.available(omar) == 0)
        #expect(try await host.referrals().referred.wire == 0)
    }
}

@Test(arguments: TestEngine.allCases)
func nobodyIsPaidForOneself(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.defineReferral()
        try await host.qualify(ines, invitedBy: ines)
        #expect(try await host.available(ines) == 0)
        let report = try await host.referrals()
        #expect(report.refused == [RefusedCount(objection: .oneself, referrals: try Count(wire: 1))])
        #expect(report.circular.wire == 1)
    }
}

/// What was paid before the circle closed goes back.
@Test(arguments: TestEngine.allCases)
func aCircleThatClosesLateGivesBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar, mara) = (host.member("Ines"), host.member("Omar"), host.member("Mara B."))
        try await host.defineReferral()
        try await host.qualify(omar, invitedBy: ines)
        try await host.qualify(mara, invitedBy: omar)
        #expect(try await host.available(ines) == 150)
        try await host.charge(140, from: ines)
        try await host.join(ines, invitedBy: mara)
        for member in [ines, omar, mara] { #expect(try await host.available(member) == 0) }
        #expect(try await host.balance(ines).owed.wire == 140)
        try await host.complete(ines, invitedBy: mara)
        try await host.contribute(ines)
        for member in [omar, mara] { #expect(try await host.available(member) == 0) }
        #expect(try await host.referrals().refused.map(\.referrals.wire) == [3])
        try await host.expectSound()
    }
}

/// A contribution and a profile that committed at the same moment, neither having seen the other.
@Test(arguments: TestEngine.allCases)
func whoWasMissedIsFound(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        try await host.join(omar, invitedBy: ines)
        try await host.complete(omar, invitedBy: ines)
        try await host.tamper("UPDATE joining SET state = 'registered'")
        try await host.contribute(omar)
        try await host.tamper("UPDATE joining SET state = 'completed'")
        try await RewardsService.qualifyReferrals(in: host.host.context())
        #expect(try await host.available(ines) == 100)
        try await RewardsService.qualifyReferrals(in: host.host.context())
        #expect(try await host.available(ines) == 100)
        try await host.expectSound()
    }
}
