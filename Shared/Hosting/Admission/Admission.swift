public import Contract
public import Models
import RPC

/// Decides who is calling and whether he, she or it may. Nothing else makes a proof of a caller.
public struct Admission: Sendable {
    let verifier: TokenVerifier
    let revocations: Revocations

    /// A backend that has it may act for any member with `_meta.acting_for`.
    public static let actForMembers = "members:act"

    /// - Returns: nil where no token came with the call.
    func bearer(of call: Call) async throws(Fault) -> Bearer? {
        guard let token = call.authorization else { return nil }
        return try await bearer(of: token, call)
    }

    /// The bearer of a token that need not be the call's own.
    func bearer(of token: String, _ call: Call) async throws(Fault) -> Bearer {
        let bearer = try await verifier.bearer(of: token.hasPrefix("Bearer ") ? String(token.dropFirst(7)) : token)
        if let session = bearer.session, revocations.contains(session) {
            throw .unauthenticated("the session was ended")
        }
        guard let member = call.meta.actingFor else { return bearer }
        return try Self.acting(bearer, for: member)
    }

    /// The member keeps no roles: a backend that acts for a manager is not thereby staff.
    private static func acting(_ bearer: Bearer, for member: String) throws(Fault) -> Bearer {
        guard bearer.kind == .client, bearer.scopes.contains(actForMembers) else {
            throw .permissionDenied("acting for a member")
        }
        guard let id = try? Member.ID(wire: member) else {
            throw .invalidParams([.init(path: "/_meta/acting_for", sentence: "must be the id of a member")])
        }
        return Bearer(actor: .member(id), kind: .member, scopes: bearer.scopes)
    }

    func admit<C: Admissible, M: Method>(_ caller: C.Type, bearer: Bearer?, method: M.Type) throws(Fault) -> C {
        guard Self.permits(C.rule, bearer, M.scope) else {
            if bearer == nil { throw .unauthenticated("\(M.name) needs a token") }
            throw .permissionDenied(M.name)
        }
        guard let proof = C(bearer) else { throw .permissionDenied(M.name) }
        return proof
    }

    /// The whole rule, in one place.
    public static func permits(_ rule: CallerRule, _ bearer: Bearer?, _ scope: Scope) -> Bool {
        guard let bearer else { return rule.allowsVisitors }
        guard rule.kinds.contains(bearer.kind) else { return false }
        if bearer.kind == .member {
            return rule.roles.isEmpty || !rule.roles.isDisjoint(with: bearer.roles.map(\.rawValue))
        }
        return rule.allowsVisitors || bearer.scopes.contains(scope.description)
    }
}

/// A proof that admission can make.
public protocol Admissible: Caller {
    /// Nil where the bearer is of another kind.
    init?(_ bearer: Bearer?)
}

extension Visitor: Admissible {
    public init?(_ bearer: Bearer?) { self.init(bearer: bearer) }
}

extension Reader: Admissible {
    public init?(_ bearer: Bearer?) {
        guard let bearer else { return nil }
        self.init(bearer: bearer)
    }
}

extension ActingMember: Admissible {
    public init?(_ bearer: Bearer?) {
        guard let bearer, let id = bearer.actor.member else { return nil }
        self.init(id: id, session: bearer.session, roles: bearer.roles)
    }
}

extension ExpertMember: Admissible {
    public init?(_ bearer: Bearer?) {
        guard let id = bearer?.actor.member else { return nil }
        self.init(id: id)
    }
}

extension StaffMember: Admissible {
    public init?(_ bearer: Bearer?) {
        guard let bearer else { return nil }
        self.init(actor: bearer.actor, roles: bearer.roles)
    }
}

extension Backend: Admissible {
    public init?(_ bearer: Bearer?) {
        guard case .client(let id)? = bearer?.actor else { return nil }
        self.init(id: id)
    }
}

extension PeerService: Admissible {
    public init?(_ bearer: Bearer?) {
        guard case .client(let id)? = bearer?.actor else { return nil }
        self.init(id: id)
    }
}
