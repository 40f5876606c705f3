public import Contract

/// What a verified token says about its bearer.
public struct Bearer: Sendable, Hashable {
    public let actor: Actor
    public let kind: CallerKind
    public let session: Session.ID?
    public let roles: Set<Role>
    /// For API clients and services: what the key was given, `service:access`. Members have none: their kind is enough.
    public let scopes: Set<String>

    public init(
        actor: Actor,
        kind: CallerKind,
        session: Session.ID? = nil,
        roles: Set<Role> = [],
        scopes: Set<String> = []
    ) {
        self.actor = actor
        self.kind = kind
        self.session = session
        self.roles = roles
        self.scopes = scopes
    }

    /// Whether it may do staff's work in a service.
    public func isStaff(of service: String) -> Bool {
        kind == .member
            ? !roles.isDisjoint(with: Role.staff) : scopes.contains(Scope(service: service, access: .staff).description)
    }
}

/// Who did something, as it is written into records: `mem_…` or `cli_…`.
public enum Actor: Sendable, Hashable {
    case member(Member.ID)
    case client(Client.ID)

    public var text: String {
        switch self {
        case .member(let id): id.wire
        case .client(let id): id.wire
        }
    }

    public var member: Member.ID? { if case .member(let id) = self { id } else { nil } }
}

extension Actor: WireValue {
    public var wire: String { text }

    public init(wire: String) throws(InvalidValue) {
        if let member = try? Member.ID(wire: wire) {
            self = .member(member)
        } else if let client = try? Client.ID(wire: wire) {
            self = .client(client)
        } else {
            throw InvalidValue("must be the id of a member or of an API client")
        }
    }

    public static var schema: Schema {
        .text(30...30, pattern: "^(mem|cli)_[0-9a-hjkmnp-tv-z]{26}$", "Who did it: a member or an API client.")
    }
    public static var example: Actor { .member(.example) }
}

/// What a member is trusted with, beside being a member.
public enum Role: String, Codable, CaseIterable, Sendable {
    /// Gives professional judgement on ideas.
    case expert
    /// Answers prospective buyers.
    case advocate
    /// Keeps a group active.
    case organiser
    /// Answers, moderates, reads reports.
    case moderator
    /// Runs campaigns, rewards and onboarding.
    case manager
    /// Grants roles.
    case administrator

    /// The roles that make somebody staff.
    public static let staff: Set<Role> = [.moderator, .manager, .administrator]
}
