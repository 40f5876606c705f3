public import Contract
public import Hosting
public import IdentityAPI
import Models
public import TypedSQL

/// Identity and onboarding, from the first registration to a complete profile.
public struct IdentityService: HostedService {
    public typealias Interface = IdentityInterface

    public static let title = "Identity and onboarding"
    public static let summary = """
        Who somebody is, and how he or she is brought in: registration under the community's norms, sessions and \
        tokens, invitations, profiles, the paced onboarding series, roles, and the API clients of the company. It is \
        the only service that stores personal data, and the only one that signs tokens.
        """
    public static let migrations = IdentityMigrations.all
    public static let endpoints: [Endpoint<IdentityService>] = [
        Endpoint(Register.self), Endpoint(ConfirmEmail.self), Endpoint(RequestPasswordReset.self),
        Endpoint(ResetPassword.self), Endpoint(SignIn.self), Endpoint(RefreshSession.self), Endpoint(SignOut.self),
        Endpoint(IssueToken.self), Endpoint(PublicKeys.self), Endpoint(Invite.self), Endpoint(CompleteProfile.self),
        Endpoint(NextOnboardingStep.self), Endpoint(CompleteOnboardingStep.self), Endpoint(GetMember.self),
        Endpoint(ListMembers.self), Endpoint(GrantRole.self), Endpoint(CreateClient.self),
        Endpoint(RevokeClient.self), Endpoint(TakeOutgoingMessages.self),
    ]
    public static let events: [any Event.Type] = [
        MemberRegistered.self, EmailConfirmed.self, PersonInvited.self, MemberSignedIn.self, ProfileCompleted.self,
        OnboardingStepCompleted.self, SessionEnded.self, RoleGranted.self,
    ]
    public static let duties: [Duty<IdentityService>] = [
        Duty("turn-signing-keys", every: .seconds(60)) { context in
            try context.service.keys.turn(at: context.now)
        },
        Duty("forget-expired", every: .seconds(3600)) { context in
            try await context.write(isolation: .readCommitted) { work in
                try work.run(each: Retention.statements(at: work.now))
            }
        },
    ]
    /// Tokens are checked with the keys that sign them; nobody else has to be asked.
    public static let trust = Trust<IdentityService> { service, environment in
        try service.keys.published(at: environment.clock.now())
    }

    let settings: IdentitySettings
    let keys: SigningKeys
    let keyedClients: KeyedClients
    let hasher: PasswordHasher

    public init(settings: IdentitySettings) throws {
        self.settings = settings
        keys = SigningKeys(path: settings.signingKeysFile, schedule: settings.keySchedule)
        keyedClients = try KeyedClients(
            operatorFile: settings.operatorKeyFile,
            directory: settings.serviceKeysDirectory
        )
        let pool = HashPool(threads: settings.hashThreads, queue: settings.hashQueue)
        hasher = PasswordHasher(cost: settings.hashCost, pool: pool)
    }

    public func prepare(_ host: Host<IdentityService>) async throws {
        try keys.turn(at: host.clock.now())
    }
}

@main struct Entry {
    static func main() async { await ServiceMain<IdentityService>.run() }
}
