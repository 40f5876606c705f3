import Contract
import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct GetMemberTests {
    @Test(arguments: TestEngine.allCases)
    func everybodySeesWhatConcernsThem(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let (ines, ayo) = (try await host.joined("Ines"), try await host.joined("Ayo"))
            let all: [TestCaller] = [ines, host.staff(), host.backend(), host.member("Ada", roles: [.administrator])]
            for caller in all {
                let view = try await host.call(GetMember(member: ines.member), as: caller)
                #expect(view.details?.email.wire == "ines@example.org")
            }
            let public_ = [
                ayo, host.member("Eve", roles: [.expert]), host.backend(scopes: ["identity:read"]), host.peer,
            ]
            for caller in public_ {
                let view = try await host.call(GetMember(member: ines.member), as: caller)
                #expect(view.name.wire == "Ines" && view.details == nil)
                #expect(!String(describing: view).contains("example.org"))
            }
            let acting = host.backend().acting(for: ines.member)
            #expect(try await host.call(GetMember(member: ines.member), as: acting).details != nil)
        }
    }

    /// To others, somebody who has not confirmed the address does not exist.
    @Test(arguments: TestEngine.allCases)
    func whoIsNotConfirmedIsUnknownToOthers(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ayo = try await host.registered("Ayo")
            for caller in [host.member("Ines"), host.backend(scopes: ["identity:read"]), host.peer] {
                await #expect(throws: GetMember.Refusal.memberUnknown) {
                    try await host.call(GetMember(member: ayo.member), as: caller)
                }
            }
            for caller in [ayo, host.staff(), host.backend()] {
                #expect(try await host.call(GetMember(member: ayo.member), as: caller).details?.stage == .registered)
            }
            await #expect(throws: GetMember.Refusal.memberUnknown) {
                try await host.call(GetMember(member: .example), as: host.staff())
            }
        }
    }
}
