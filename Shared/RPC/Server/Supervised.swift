internal import NIOCore

/// A connection as the server sees it from above. Raw connections and HTTP connections are the two kinds.
protocol Supervised: AnyObject {
    /// Looks at the clocks of the connection: stalled writes, messages that never end, buffers nobody needs.
    func sweep(now: NIODeadline)
    /// The server drains: closes now if nothing is under way, else when that is over.
    func drain()
    /// The time for calls under way is over.
    func cancelCalls()
    func closeNow()
}

/// The connections of one event loop.
final class Roster {
    private var members: [ObjectIdentifier: any Supervised] = [:]

    func add(_ member: any Supervised) { members[ObjectIdentifier(member)] = member }
    func remove(_ member: any Supervised) { members[ObjectIdentifier(member)] = nil }
    var isEmpty: Bool { members.isEmpty }

    /// A member may leave while it is visited.
    func forEach(_ body: (any Supervised) -> Void) {
        for member in Array(members.values) { body(member) }
    }
}

/// Tells whether a peer still takes what is written to it.
struct WriteProgress {
    /// Bytes that were handed to the channel since it was opened.
    var written = 0
    private var taken = 0
    private var since: NIODeadline

    init(now: NIODeadline = .now()) { since = now }

    /// - Parameter waiting: bytes that were handed to the channel and not taken by the peer.
    /// - Returns: whether some wait and none was taken for that long.
    mutating func isStalled(waiting: Int, now: NIODeadline, limit: TimeAmount) -> Bool {
        if waiting == 0 || written - waiting != taken {
            taken = written - waiting
            since = now
            return false
        }
        return now - since >= limit
    }
}

extension ChannelHandlerContext {
    /// Bytes that were written and not taken by the peer.
    var waitingBytes: Int { (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0 }
}
