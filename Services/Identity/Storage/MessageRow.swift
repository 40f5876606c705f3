import IdentityAPI
import Models
import TypedSQL

/// A message as it waits: whom it is for and what it is about, but neither address nor code.
struct NewMessage: Sendable {
    var id: Message.ID
    var kind: MessageKind
    var member: Member.ID?
    var invitation: Invitation.ID?
    var code: OneTime.ID?
    var step: OnboardingStep?
    var dueAt: Instant

    static let example = NewMessage(id: .example, kind: .confirmEmail, member: .example, dueAt: .example)
}

/// A message with what its sender needs, the code still as an id.
struct MessageRow: Sendable {
    var message: NewMessage
    var address: EmailAddress
    var name: PersonName?
    var language: LanguageTag?
}

extension MessageRow {
    init(_ row: Row) throws {
        message = NewMessage(
            id: try row.get("id"),
            kind: try row.get("kind"),
            member: try row.get("member"),
            invitation: try row.get("invitation"),
            code: try row.get("code"),
            step: try row.get("step"),
            dueAt: try row.get("due_at")
        )
        address = try row.get("email")
        name = try row.get("name")
        language = try row.get("language")
    }
}
