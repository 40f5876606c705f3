internal import NIOCore
internal import NIOHTTP1

/// The HTTP side of a connection: one exchange after the other, each the envelope of one JSON-RPC message or a question
/// of an operator.
///
/// Pipelined requests wait in the handler in front of this one until the reply before theirs is written.
final class HTTPConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    let server: ServerState
    let session: Session
    let roster: Roster
    var context: ChannelHandlerContext?
    /// The request that is being received or answered.
    var exchange: HTTPExchange?
    var isInputClosed = false
    var requestSince: NIODeadline?
    var progress = WriteProgress()

    init(server: ServerState, session: Session, roster: Roster) {
        self.server = server
        self.session = session
        self.roster = roster
    }

    /// Puts HTTP in the place of a raw connection, which hands over what it has read.
    static func takeOver(_ raw: Connection, _ context: ChannelHandlerContext) {
        raw.session.framing = .body
        raw.phase = .closed
        let http = HTTPConnection(server: raw.server, session: raw.session, roster: raw.roster)
        let bytes = raw.input
        raw.input = ByteBuffer()
        let pipeline = context.pipeline.syncOperations
        do {
            try pipeline.addHandlers(
                [
                    HTTPResponseEncoder(), ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
                    HTTPServerPipelineHandler(), http,
                ],
                position: .after(raw)
            )
        } catch {
            return context.close(promise: nil)
        }
        context.fireChannelRead(raw.wrapInboundOut(bytes))
        pipeline.removeHandler(context: context, promise: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        roster.add(self)
        session.onReply = { [unowned self] hasBody in replied(hasBody: hasBody) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        roster.remove(self)
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let bytes): collect(bytes)
        case .end: complete()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event as? ChannelEvent == .inputClosed else { return context.fireUserInboundEventTriggered(event) }
        isInputClosed = true
        if exchange?.isComplete != true { closeNow() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        session.close()
        roster.remove(self)
        server.gate.disconnect(user: session.peer.uid)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError else { return closeNow() }
        exchange = HTTPExchange(.broken)
        exchange?.isKeptAlive = false
        respond(.badRequest, fault: .parseError("Not a valid HTTP request."))
    }
}

extension HTTPConnection: Supervised {
    func sweep(now: NIODeadline) {
        guard let context else { return }
        let limit = TimeAmount(server.limits.stall)
        if progress.isStalled(waiting: context.waitingBytes, now: now, limit: limit) { return closeNow() }
        guard let exchange, !exchange.isComplete, let requestSince else { return }
        if now - requestSince >= TimeAmount(server.limits.partial) { closeNow() }
    }

    func drain() {
        if exchange == nil { closeNow() } else { exchange?.isKeptAlive = false }
    }

    func cancelCalls() { session.cancelForDrain() }

    /// Not at once, because NIO does not expect that a channel is closed while it is being read from.
    func closeNow() {
        guard let context else { return }
        context.eventLoop.assumeIsolated().execute { context.close(promise: nil) }
    }
}
