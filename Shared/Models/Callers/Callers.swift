public import Contract

// The proofs of who calls. Their initialisers are `package`, and a test says that only admission uses them: a handler
// that receives one needs no further check of who it is.

/// Anyone at all, known or not.
public struct Visitor: Caller {
    /// Who it is, where a valid token came with the call.
    public let bearer: Bearer?
    package init(bearer: Bearer?) { self.bearer = bearer }
    public static let rule = CallerRule(kinds: Set(CallerKind.allCases), allowsVisitors: true)
}

/// A member, or a backend that acts for one.
public struct ActingMember: Caller {
    public let id: Member.ID
    public let session: Session.ID?
    public let roles: Set<Role>
    package init(id: Member.ID, session: Session.ID?, roles: Set<Role>) {
        self.id = id
        self.session = session
        self.roles = roles
    }
    public static let rule = CallerRule(kinds: [.member])
}

/// Somebody who works for the community: a member with a staff role, or a backend with the staff scope.
public struct StaffMember: Caller {
    public let actor: Actor
    public let roles: Set<Role>
    package init(actor: Actor, roles: Set<Role>) {
        self.actor = actor
        self.roles = roles
    }
    public static let rule = CallerRule(kinds: [.member, .client], roles: Set(Role.staff.map(\.rawValue)))
}

/// A member who was named an expert: those whose scores count as professional judgement.
public struct ExpertMember: Caller {
    public let id: Member.ID
    package init(id: Member.ID) { self.id = id }
    public static let rule = CallerRule(kinds: [.member], roles: [Role.expert.rawValue])
}

/// Anyone with a valid token: a member reading what is his or open to members, staff, or a backend.
public struct Reader: Caller {
    public let bearer: Bearer
    package init(bearer: Bearer) { self.bearer = bearer }
    public static let rule = CallerRule(kinds: Set(CallerKind.allCases))
}

/// An API client of the company, never a member.
public struct Backend: Caller {
    public let id: Client.ID
    package init(id: Client.ID) { self.id = id }
    public static let rule = CallerRule(kinds: [.client])
}

/// Another service, or an API client that follows events with a token of its own.
public struct PeerService: Caller {
    public let id: Client.ID
    package init(id: Client.ID) { self.id = id }
    public static let rule = CallerRule(kinds: [.service, .client])
}
