/// The circumstances of one call.
public struct Call: Sendable {
    public let method: String
    public let meta: CallMeta
    public let peer: Peer
    public let connection: ConnectionState
    /// When the last byte of the request arrived.
    public let received: ContinuousClock.Instant
    /// When the caller is told that time is up, whatever the method does.
    public let deadline: ContinuousClock.Instant

    public init(
        method: String,
        meta: CallMeta,
        peer: Peer,
        connection: ConnectionState,
        received: ContinuousClock.Instant,
        deadline: ContinuousClock.Instant
    ) {
        self.method = method
        self.meta = meta
        self.peer = peer
        self.connection = connection
        self.received = received
        self.deadline = deadline
    }

    /// The token to check: the call's own, or the connection's.
    public var authorization: String? { meta.authorization ?? connection.authorization }
}
