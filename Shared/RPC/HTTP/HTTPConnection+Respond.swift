internal import NIOCore
internal import NIOHTTP1

extension HTTPConnection {
    /// Answers the exchange with an error object, for what is wrong with the HTTP request itself.
    func respond(_ status: HTTPResponseStatus, fault: Fault, extra: [(String, String)] = []) {
        var writer = JSONWriter()
        fault.writeResponse(id: nil, to: &writer)
        server.unknown.failure(code: fault.code, after: 0)
        respond(status, extra: extra, body: writer.bytes)
    }

    /// Writes the response in one go. Once for each exchange; later calls do nothing.
    func respond(
        _ status: HTTPResponseStatus,
        type: String = "application/json",
        extra: [(String, String)] = [],
        body: [UInt8]?
    ) {
        guard let context, let exchange, !exchange.isAnswered else { return }
        self.exchange?.isAnswered = true
        let isLast = !exchange.isKeptAlive || isInputClosed || server.isDraining
        var head = HTTPResponseHead(version: .http1_1, status: status)
        head.headers = headers(body, type, extra, isLast: isLast)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body, !exchange.isHead {
            let buffer = context.channel.allocator.buffer(bytes: body)
            progress.written += buffer.readableBytes
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        // The next pipelined request may come while the end is written, so this one is put away before.
        if exchange.isComplete { self.exchange = nil }
        let written = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
        if let written { closeAfter(written.futureResult, context, hasRest: !exchange.isComplete) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }

    private func headers(
        _ body: [UInt8]?,
        _ type: String,
        _ extra: [(String, String)],
        isLast: Bool
    ) -> HTTPHeaders {
        var headers = HTTPHeaders()
        if let body {
            headers.add(name: "Content-Type", value: type)
            headers.add(name: "Content-Length", value: String(body.count))
        }
        if isLast { headers.add(name: "Connection", value: "close") }
        for (name, value) in extra { headers.add(name: name, value: value) }
        return headers
    }

    /// A caller that is still sending would be cut off before it has read why; it gets a moment.
    private func closeAfter(_ written: EventLoopFuture<Void>, _ context: ChannelHandlerContext, hasRest: Bool) {
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let lingering = TimeAmount(server.settings.lingering)
        written.whenComplete { _ in
            guard hasRest, let context = bound.value.context else { return bound.value.closeNow() }
            context.close(mode: .output, promise: nil)
            context.eventLoop.assumeIsolated().scheduleTask(in: lingering) { bound.value.closeNow() }
        }
    }
}
