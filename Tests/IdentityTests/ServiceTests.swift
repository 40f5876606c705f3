import Contract
import Hosting
import IdentityAPI
import Models
import RPC
import Support
import Testing

@testable import Identity

struct ServiceTests {
    /// Every reason of every method has its number, and no number is without a method.
    @Test func theTableOfRefusalsIsWhole() {
        let used: Set<String> = Set(
            [
                Self.reasons(Register.self), Self.reasons(ConfirmEmail.self), Self.reasons(RequestPasswordReset.self),
                Self.reasons(ResetPassword.self), Self.reasons(SignIn.self), Self.reasons(RefreshSession.self),
                Self.reasons(SignOut.self), Self.reasons(IssueToken.self), Self.reasons(PublicKeys.self),
                Self.reasons(Invite.self), Self.reasons(CompleteProfile.self), Self.reasons(NextOnboardingStep.self),
                Self.reasons(CompleteOnboardingStep.self), Self.reasons(GetMember.self), Self.reasons(ListMembers.self),
                Self.reasons(GrantRole.self), Self.reasons(CreateClient.self), Self.reasons(RevokeClient.self),
                Self.reasons(TakeOutgoingMessages.self),
            ].joined()
        )
        #expect(used == Set(IdentityInterface.refusals.entries.map(\.reason)))
        #expect(IdentityService.endpoints.count == 19)
    }

    private static func reasons<M: Method>(_ method: M.Type) -> [String] { M.Refusal.allCases.map(\.rawValue) }

    @Test func everyMethodCanBeDescribed() throws {
        for endpoint in IdentityService.endpoints {
            let description = try endpoint.describe()
            #expect(!description.summary.isEmpty && description.name.hasPrefix("identity."))
        }
    }

    /// What would leave a secret in the table of answers takes no idempotency key.
    @Test func noStoredAnswerHoldsASecret() throws {
        let secret: [any Method.Type] = [
            Register.self, ConfirmEmail.self, ResetPassword.self, SignIn.self, RefreshSession.self, IssueToken.self,
            CreateClient.self, TakeOutgoingMessages.self,
        ]
        for method in secret { #expect(!(method is any Repeatable.Type), "\(method)") }
    }

    /// No event carries anything that identifies a person.
    @Test(arguments: TestEngine.allCases)
    func noEventNamesAPerson(engine: TestEngine) async throws {
        try await withIdentity(on: engine, settings: ["WELLSPRING_IDENTITY_ONBOARDING_PACE": "0"]) { host in
            let canary = "Zanzibarquux"
            let ines = try await host.joined(canary)
            let profile = CompleteProfile(
                customerType: .strict,
                affiliation: try Affiliation(wire: canary),
                interests: [try Tag(wire: canary)]
            )
            _ = try await host.call(profile, as: ines)
            _ = try await host.call(Invite(email: host.address(canary + "2"), name: PersonName(wire: canary)), as: ines)
            _ = try await host.call(CompleteOnboardingStep(step: .learnSelfService), as: ines)
            _ = try await host.call(GrantRole(member: ines.member, role: .expert), as: host.backend())
            _ = try await host.signIn(canary)
            _ = try await host.call(SignOut(everywhere: true), as: ines)
            let records = try await host.records()
            #expect(Set(records.map(\.name)) == Set(IdentityService.events.map { $0.name }))
            #expect(!records.contains { "\($0)".lowercased().contains(canary.lowercased()) })
        }
    }
}
