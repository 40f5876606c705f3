internal import Logging
internal import NIOCore

/// The raw side of a connection: bytes to messages, replies to bytes.
///
///     channelRead           Connection.swift          collects bytes
///       parse               Connection+Input.swift    finds the framing, then message after message
///         receive           Session.swift             dispatch; replies gather in `session.out`
///     channelReadComplete   Connection.swift
///       flush               Connection+Output.swift   one write for the whole burst
final class Connection: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Why no further request is taken off the input now.
    struct Holds: OptionSet {
        let rawValue: UInt8
        /// The peer does not read its replies fast enough.
        static let unwritable = Holds(rawValue: 1)
        /// As many calls are under way as may be.
        static let crowded = Holds(rawValue: 2)
        /// Other connections have their turn.
        static let yielded = Holds(rawValue: 4)
    }

    enum Phase {
        case open
        /// No request is taken any more; closes when what is under way was answered.
        case ending
        /// Everything was answered and the write side closed; what still comes in is thrown away.
        case lingering
        case closed
    }

    let server: ServerState
    let session: Session
    let roster: Roster
    var context: ChannelHandlerContext?
    var framing: Framing?
    var scanner: Scanner
    var input = ByteBuffer()
    /// Length of the header block that was read and of the message behind it.
    var header: (size: Int, length: Int)?
    var holds: Holds = []
    var isReadHeld = false
    var isInputClosed = false
    var phase = Phase.open
    var taken = 0
    var turnBegan = ContinuousClock.now
    var partialSince: NIODeadline?
    var lingeringSince: NIODeadline?
    var progress = WriteProgress()
    var isFlushScheduled = false

    init(server: ServerState, eventLoop: any EventLoop, peer: Peer, roster: Roster) {
        self.server = server
        self.roster = roster
        session = Session(
            server: server,
            eventLoop: eventLoop,
            peer: peer,
            framing: .raw(server.settings.terminator.terminator(seen: .blankLine))
        )
        scanner = Scanner(limits: server.limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        roster.add(self)
        session.onReply = { [unowned self] _ in scheduleFlush() }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        roster.remove(self)
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .open else { return }
        var more = unwrapInboundIn(data)
        if input.readableBytes == 0 {
            input = more
        } else {
            input.writeBuffer(&more)
        }
        turnBegan = ContinuousClock.now
        parse(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !holds.contains(.yielded) { taken = 0 }
        flush(context)
    }

    /// Reading goes on by itself unless it is held here.
    func read(context: ChannelHandlerContext) {
        if holds.isEmpty || phase != .open { context.read() } else { isReadHeld = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { release(.unwritable) } else { holds.insert(.unwritable) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event as? ChannelEvent == .inputClosed else { return context.fireUserInboundEventTriggered(event) }
        isInputClosed = true
        if phase == .lingering { return closeNow() }
        parse(context)
        flush(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closed
        session.close()
        roster.remove(self)
        server.gate.disconnect(user: session.peer.uid)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        server.settings.logger.debug("A connection failed.", metadata: ["error": "\(error)"])
        closeNow()
    }
}
