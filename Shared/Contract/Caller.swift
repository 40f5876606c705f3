/// The proof of who calls. Only admission makes one, so a handler that holds it needs no further check of identity.
public protocol Caller: Sendable {
    /// The rule as data, for the document, the reference and the test that calls every method as every kind of caller.
    static var rule: CallerRule { get }
}

/// Who may call a method.
public struct CallerRule: Sendable, Hashable {
    /// The kinds of token that are let in.
    public let kinds: Set<CallerKind>
    /// Roles of which a member needs one; empty means that any member may.
    public let roles: Set<String>
    /// Whether a call without a token is let in.
    public let allowsVisitors: Bool

    public init(kinds: Set<CallerKind>, roles: Set<String> = [], allowsVisitors: Bool = false) {
        self.kinds = kinds
        self.roles = roles
        self.allowsVisitors = allowsVisitors
    }

    /// One sentence for the reference.
    public var sentence: String {
        if allowsVisitors { return "Anyone, with or without a token." }
        let names = CallerKind.allCases.filter(kinds.contains).map {
            $0 == .member && !roles.isEmpty
                ? "a member with the role \(roles.sorted().joined(separator: " or "))" : $0.phrase
        }
        return names.joined(separator: ", or ").prefix(1).uppercased() + names.joined(separator: ", or ").dropFirst()
            + "."
    }
}

/// What a token stands for.
public enum CallerKind: String, CaseIterable, Codable, Sendable {
    /// A person who signed in, or whom a backend with the scope `act` acts for.
    case member
    /// An API client of the company.
    case client
    /// Another service of this system.
    case service

    var phrase: String {
        switch self {
        case .member: "a member"
        case .client: "an API client with the scope"
        case .service: "another service"
        }
    }
}

/// What an API client may do: read or write in one service, or act for members.
public struct Scope: Sendable, Hashable, CustomStringConvertible {
    public enum Access: String, Sendable, CaseIterable { case read, write, staff }

    public let service: String
    public let access: Access

    public init(service: String, access: Access) {
        self.service = service
        self.access = access
    }

    /// As it stands in a token: `rewards:write`.
    public var description: String { "\(service):\(access.rawValue)" }
}
