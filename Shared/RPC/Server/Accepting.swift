internal import Glibc
internal import Logging
internal import NIOCore

/// Who is at the other end of a Unix socket, as the kernel lays it out in `struct ucred`.
struct PeerCredentials: Sendable {
    var process: Int32 = 0
    var user: UInt32 = .max
    var group: UInt32 = .max
}

/// What happens to a connection between its acceptance and its first byte.
enum Accepting {
    private struct Refused: Error {}

    /// Reads who is there, turns away what is too much, and puts the handler in place.
    static func initialize(
        _ channel: any Channel,
        _ state: ServerState,
        _ rosters: [ObjectIdentifier: NIOLoopBoundBox<Roster>]
    ) -> EventLoopFuture<Void> {
        peer(of: channel).flatMapThrowing { peer in
            guard let roster = rosters[ObjectIdentifier(channel.eventLoop)] else { throw Refused() }
            guard state.settings.admitsPeer(peer), state.gate.connect(user: peer.uid) else {
                state.settings.logger.warning("A connection was turned away.", metadata: ["peer_uid": "\(peer.uid)"])
                throw Refused()
            }
            let connection = Connection(
                server: state,
                eventLoop: channel.eventLoop,
                peer: peer,
                roster: roster.value
            )
            try channel.pipeline.syncOperations.addHandler(connection)
        }
    }

    /// The kernel answers the question for other kinds of sockets too, with nonsense, so the kind is checked first.
    private static func peer(of channel: any Channel) -> EventLoopFuture<Peer> {
        let nobody = Peer(uid: .max, gid: .max)
        guard channel.localAddress?.protocol == .unix, let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(nobody)
        }
        let option: EventLoopFuture<PeerCredentials> = provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        return option.map { Peer(uid: $0.user, gid: $0.group) }
    }
}
