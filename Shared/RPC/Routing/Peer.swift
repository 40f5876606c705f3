/// The process at the other end of a Unix socket, as the kernel told it when the connection was made.
///
/// A gate in front of the service, never the identity of the caller.
public struct Peer: Sendable, Hashable {
    public let uid: UInt32
    public let gid: UInt32

    public init(uid: UInt32, gid: UInt32) {
        self.uid = uid
        self.gid = gid
    }
}
