public import Contract
internal import NIOCore
internal import NIOPosix

/// A router and its callers in one process, without a socket: for tests.
///
/// Messages go through the same envelope, dispatch, deadlines and faults as on a connection. Each is taken as if it came
/// on a connection of its own, but for the token that `rpc.authenticate` leaves.
public struct Loopback: Sendable {
    private let state: ServerState
    private let eventLoop: any EventLoop
    private let connection = ConnectionState()
    private let peer: Peer

    public init(
        _ router: Router,
        settings: ServerSettings = ServerSettings(),
        peer: Peer = Peer(uid: 0, gid: 0)
    ) {
        state = ServerState(router: router, settings: settings)
        eventLoop = MultiThreadedEventLoopGroup.singleton.next()
        self.peer = peer
    }

    /// Calls a method as a client would.
    /// - Parameter authorization: the token, where the meta has none.
    /// - Throws: the method's own refusal, or ``Fault``.
    public func call<M: Method>(
        _ method: M,
        authorization: String? = nil,
        meta: CallMeta = CallMeta()
    ) async throws -> M.Reply {
        var meta = meta
        meta.authorization = meta.authorization ?? authorization
        let request = try ClientMessage.request(id: 1, name: M.name, params: method, meta: meta)
        return try ClientMessage.reply(to: M.self, await send(request))
    }

    /// Calls a method by its name.
    public func call(
        name: String,
        params: JSONValue = [:],
        authorization: String? = nil,
        meta: CallMeta = CallMeta()
    ) async throws -> JSONValue {
        var meta = meta
        meta.authorization = meta.authorization ?? authorization
        let request = try ClientMessage.request(
            id: 1,
            name: name,
            params: params,
            meta: ClientMessage.meta(meta, for: params)
        )
        return try ClientMessage.value(of: await send(request), as: JSONValue.self)
    }

    /// Sends the bytes of one message, which need not be valid.
    /// - Returns: the bytes of the reply; none where a message gets none.
    public func send(_ message: [UInt8]) async -> [UInt8] {
        let (state, eventLoop, connection, peer) = (state, eventLoop, connection, peer)
        return await withCheckedContinuation { continuation in
            eventLoop.execute {
                let session = Session(
                    server: state,
                    eventLoop: eventLoop,
                    peer: peer,
                    framing: .body,
                    connection: connection
                )
                session.onReply = { [unowned session] hasBody in
                    continuation.resume(returning: hasBody ? session.out.bytes : [])
                }
                message.withUnsafeBytes { session.receive($0, Session.Arrival(received: .now, headers: nil)) }
            }
        }
    }
}
