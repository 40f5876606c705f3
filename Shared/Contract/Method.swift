/// One remote procedure, declared once: the stored properties are its params, in positional order.
///
/// Dispatch, the typed client, the OpenRPC document, the command line's help and the reference pages are all computed
/// from this declaration and from the types it is made of; nothing about a method is written a second time.
public protocol Method: Codable, Sendable {
    /// The service that answers.
    associatedtype Interface: ServiceInterface
    /// Who may call: the rule, and at run time the proof that the handler receives.
    associatedtype Caller: Contract.Caller
    /// What a successful call returns.
    associatedtype Reply: Codable & Sendable
    /// The expected ways to be told no, in order of precedence: the first that applies is the one returned.
    associatedtype Refusal: Contract.Refusal = NoRefusal

    /// The name on the wire, `service.verb`.
    static var name: String { get }
    /// One sentence in the third person: what a call does.
    static var summary: String { get }
    /// What the summary leaves out: rules, side effects, limits. Markdown, may be empty.
    static var details: String { get }
    /// What an API client's key must have been given to call this.
    static var scope: Scope { get }
    /// What to call instead, and from which version on; nil while the method is current.
    static var deprecation: String? { get }
}

extension Method {
    public static var details: String { "" }
    public static var deprecation: String? { nil }
    /// Staff's methods need the staff scope; of the others, those that change something need the write scope.
    public static var scope: Scope {
        let isRepeatable = Self.self is any Repeatable.Type
        let isForRoles = !Caller.rule.roles.isEmpty
        return Scope(service: Interface.service, access: isForRoles ? .staff : isRepeatable ? .write : .read)
    }
}

/// A method that changes something and may therefore be sent again: with the same `_meta.idempotency_key` and the same
/// params its effect happens once, and the first reply is returned byte for byte.
public protocol Repeatable: Method {}

/// What the outside may know of a service: its name, and the table of its refusals.
public protocol ServiceInterface: Sendable {
    /// Lower-case, the first part of each method's name.
    static var service: String { get }
    /// Every reason for which any of its methods says no.
    static var refusals: RefusalTable { get }
}

/// Something that happened in a service, told to the others after it was committed.
///
/// Events carry no personal data; people appear as opaque member ids.
public protocol Event: Codable, Sendable {
    /// `service.pastParticiple`, for example `rewards.pointsAwarded`.
    static var name: String { get }
    /// One sentence: what has happened.
    static var summary: String { get }
}
