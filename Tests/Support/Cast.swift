import Contract
import Hosting
public import Models

extension Harness {
    /// A member by that name; the same name is the same member in every test.
    public func member(_ name: String, roles: Set<Role> = []) -> TestCaller {
        let session = Session.ID(at: .example, entropy: Cast.number(name))
        return TestCaller(Bearer(actor: .member(Cast.member(name)), kind: .member, session: session, roles: roles))
    }

    /// A manager of the community, who is a member too.
    public func staff(_ name: String = "Mara") -> TestCaller { member(name, roles: [.manager]) }

    /// An API client with these scopes, by default all of this service's.
    public func backend(scopes: Set<String>? = nil) -> TestCaller {
        let service = Service.Interface.service
        let all: Set<String> = ["\(service):read", "\(service):write", "\(service):staff", "members:act"]
        return TestCaller(Bearer(actor: .client(Cast.client("backend")), kind: .client, scopes: scopes ?? all))
    }

    /// Another service.
    public var peer: TestCaller {
        TestCaller(
            Bearer(actor: .client(Cast.client("peer")), kind: .service, scopes: ["\(Service.Interface.service):read"])
        )
    }

    /// Nobody in particular.
    public var visitor: TestCaller { TestCaller(nil) }
}

/// Ids by name.
public enum Cast {
    public static func member(_ name: String) -> Member.ID { ID(at: .example, entropy: number(name)) }
    public static func client(_ name: String) -> Client.ID { ID(at: .example, entropy: number(name)) }

    /// FNV-1a, because Swift's own hash differs from run to run.
    static func number(_ name: String) -> UInt128 {
        UInt128(name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }
}
