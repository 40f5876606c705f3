import IdentityAPI
import Models
import Support
import Testing
import TypedSQL

@testable import Identity

struct MemberViewsTests {
    /// Roles and interests are read for all at once, and each member gets what is his or hers, in the order of the rows.
    @Test(arguments: TestEngine.allCases)
    func eachMemberGetsWhatIsHisOrHers(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let (ines, ayo) = (try await host.joined("Ines"), try await host.joined("Ayo"))
            let wood = try Tag(wire: "wood")
            _ = try await host.call(CompleteProfile(interests: [wood, try Tag(wire: "wheels")]), as: ines)
            for role in [Role.moderator, .expert] {
                _ = try await host.call(GrantRole(member: ayo.member, role: role), as: host.backend())
            }
            let rows = [try await host.row(of: "Ayo"), try await host.row(of: "Ines")]
            let views = try await host.read { tx in try MemberViews.of(rows, withDetails: true, in: tx) }
            #expect(views.map(\.member) == [ayo.member, ines.member])
            #expect(views.map { Set($0.roles) } == [[.moderator, .expert], []])
            #expect(views.map { Set($0.details?.interests.map(\.wire) ?? []) } == [[], ["wood", "wheels"]])
            #expect(views.map(\.details?.acceptedNorms.wire) == [1, 1])
            #expect(try views.map(\.details?.email) == [host.address("Ayo"), host.address("Ines")])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func thePublicPartHasNoDetails(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            let row = try await host.row(of: "Ines")
            let view = try await host.read { tx in try MemberViews.of([row], withDetails: false, in: tx).first }
            #expect(view?.name.wire == "Ines")
            #expect(view != nil && view?.details == nil)
            #expect(try await host.read { tx in try MemberViews.of([], withDetails: true, in: tx) }.isEmpty)
        }
    }
}
