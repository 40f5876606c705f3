import IdentityAPI
import Models

extension Story {
    /// The first is invited; the rest come by themselves; two are named experts.
    func bringPeopleIn() async throws {
        narrator.chapter("Somebody is invited, registers, confirms an address and is brought in")
        let first = Person.everybody[0]
        try await call(Invite(email: EmailAddress(wire: first.email), name: PersonName(wire: first.name)))
        let invitation = try await message(.invitation, to: first)
        try await join(first, invitation: invitation.invitation, aloud: true)
        try await onboard(first)
        narrator.chapter("Six more join; two are trusted as experts")
        for person in Person.everybody.dropFirst() { try await join(person, invitation: nil, aloud: false) }
        narrator.say(Person.everybody.dropFirst().map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", "))
        for name in ["Mei-Ling Zhao", "Amara Diallo"] {
            try await call(GrantRole(member: people[name]?.id ?? .example, role: .expert))
            try await signIn(name)
        }
    }

    private func join(_ person: Person, invitation: InvitationCode?, aloud: Bool) async throws {
        people[person.name] = person
        var register = Register(
            name: try PersonName(wire: person.name),
            email: try EmailAddress(wire: person.email),
            acceptedNorms: try NormsVersion(wire: 1),
            source: invitation == nil ? .website : .invitation,
            birthDay: try Day(wire: "1988-04-12")
        )
        register.password = try Password(wire: Person.password)
        register.invitation = invitation
        try await quietly(register, aloud)
        let code = try await message(.confirmEmail, to: person).code ?? .example
        if aloud { try await quietly(ConfirmEmail(code: code, mode: .peek), aloud) }
        try await quietly(ConfirmEmail(code: code, mode: .consume), aloud)
        try await signIn(person.name, aloud: aloud)
        var profile = CompleteProfile()
        profile.customerType = person.type
        profile.affiliation = try Affiliation(wire: person.affiliation)
        profile.interests = try person.interests.map { try Tag(wire: $0) }
        if aloud { try await call(profile, as: person.name) } else { try await silently(profile, as: person.name) }
    }

    /// Roles stand in tokens, so whoever was given one signs in again.
    func signIn(_ name: String, aloud: Bool = false) async throws {
        guard let person = people[name] else { return }
        let request = SignIn(email: try EmailAddress(wire: person.email), password: try Password(wire: Person.password))
        let tokens = aloud ? try await call(request) : try await calling.call(request)
        people[name]?.token = tokens.accessToken.wire
        people[name]?.member = tokens.member
    }

    private func onboard(_ person: Person) async throws {
        narrator.say("The onboarding series: teach, surprise, offer, act, connect.")
        for step in OnboardingStep.allCases {
            try await call(NextOnboardingStep(), as: person.name)
            try await call(CompleteOnboardingStep(step: step), as: person.name)
        }
    }

    /// What a company's mailer does: takes the messages that are due, and says which it has sent.
    private func message(_ kind: MessageKind, to person: Person) async throws -> OutgoingMessage {
        let address = try EmailAddress(wire: person.email)
        return try await eventually("a message of the kind \(kind.rawValue)") {
            let batch = try await calling.call(TakeOutgoingMessages())
            var done = TakeOutgoingMessages()
            done.sent = batch.messages.map(\.message)
            _ = try await calling.call(done)
            return batch.messages.first { $0.kind == kind && $0.address == address }
        }
    }

    private func quietly<M: IdentityMethod>(_ method: M, _ aloud: Bool) async throws {
        if aloud { try await call(method) } else { _ = try await calling.call(method) }
    }
}
