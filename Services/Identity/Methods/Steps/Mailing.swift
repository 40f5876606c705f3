import Hosting
import IdentityAPI
import Models

/// What several methods put into the outbox.
enum Mailing {
    /// Sends a code to a member, unless there were too many already.
    /// - Parameter passwordHash: comes into force when the code is used.
    static func sendCode(
        _ purpose: OneTimeCode.Purpose,
        to member: Member.ID,
        passwordHash: String? = nil,
        until: Instant,
        in work: Work<IdentityService>
    ) throws {
        let sent = try work.one(OneTimeCodeTable.count(purpose, for: member, since: work.now - .hours(1)))
        guard sent < OneTimeCode.mostPerHour else { return }
        let id = work.id(OneTime.self)
        let digest = try work.service.keys.derivation.oneTimeSecret(of: id).digest
        try work.run(
            OneTimeCodeTable.insert(
                id,
                purpose,
                for: member,
                digest: digest,
                passwordHash: passwordHash,
                at: work.now,
                until: until
            )
        )
        try send(purpose == .confirmEmail ? .confirmEmail : .resetPassword, to: member, code: id, in: work)
    }

    static func send(
        _ kind: MessageKind,
        to member: Member.ID,
        code: OneTime.ID? = nil,
        step: OnboardingStep? = nil,
        dueAt: Instant? = nil,
        in work: Work<IdentityService>
    ) throws {
        let message = NewMessage(
            id: work.id(Message.self),
            kind: kind,
            member: member,
            code: code,
            step: step,
            dueAt: dueAt ?? work.now
        )
        try work.run(MessageTable.insert(message, at: work.now))
    }
}
