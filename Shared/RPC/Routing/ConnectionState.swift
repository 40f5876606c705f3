import Synchronization

/// What a connection remembers from one call to the next.
public final class ConnectionState: Sendable {
    private let token = Mutex<String?>(nil)

    public init() {}

    /// The token that `rpc.authenticate` left; calls without one of their own are made with it.
    public var authorization: String? {
        get { token.withLock { $0 } }
        set { token.withLock { $0 = newValue } }
    }
}
