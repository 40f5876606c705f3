internal import NIOCore

extension Connection {
    /// Hands everything that was answered to the channel, in one write.
    func flush(_ context: ChannelHandlerContext) {
        if !session.out.bytes.isEmpty {
            let buffer = context.channel.allocator.buffer(bytes: session.out.bytes)
            progress.written += buffer.readableBytes
            session.out.bytes.removeAll(keepingCapacity: session.out.bytes.capacity <= Self.keptCapacity)
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        }
        if holds.contains(.crowded), session.unanswered <= server.limits.resumeInFlight { release(.crowded) }
        closeIfDone()
    }

    /// Replies of tasks are written together at the end of the loop's turn.
    func scheduleFlush() {
        if isFlushScheduled { return }
        isFlushScheduled = true
        let connection = NIOLoopBound(self, eventLoop: session.eventLoop)
        session.eventLoop.execute {
            let connection = connection.value
            connection.isFlushScheduled = false
            if let context = connection.context { connection.flush(context) }
        }
    }

    static var keptCapacity: Int { 256 << 10 }

    private func closeIfDone() {
        if phase == .open, server.isDraining, input.readableBytes == 0 { phase = session.isIdle ? .ending : .open }
        guard phase == .ending, session.isIdle, session.out.bytes.isEmpty, let context else { return }
        phase = .lingering
        lingeringSince = .now()
        let written = context.eventLoop.makePromise(of: Void.self)
        let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in connection.value.linger() }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
    }

    /// All replies are out. A peer that still sends would be cut off before it has read them, so only the write side is
    /// closed at first.
    private func linger() {
        guard let context, phase == .lingering else { return }
        if isInputClosed || server.isDraining { return closeNow() }
        context.close(mode: .output, promise: nil)
        if isReadHeld {
            isReadHeld = false
            context.read()
        }
    }
}

extension Connection: Supervised {
    func sweep(now: NIODeadline) {
        guard let context else { return }
        let limit = TimeAmount(server.limits.stall)
        if progress.isStalled(waiting: context.waitingBytes, now: now, limit: limit) { return closeNow() }
        if let lingeringSince, now - lingeringSince >= TimeAmount(server.settings.lingering) { return closeNow() }
        guard phase == .open else { return }
        if !holds.isEmpty { partialSince = partialSince.map { _ in now } }
        if let partialSince, now - partialSince >= TimeAmount(server.limits.partial) {
            fail(.parseError("The message was not completed in time."))
            flush(context)
        }
        if session.isIdle { session.giveBuffersBack() }
    }

    func drain() {
        if let context { flush(context) }
    }

    func cancelCalls() {
        session.cancelForDrain()
        scheduleFlush()
    }

    /// Not at once, because NIO does not expect that a channel is closed while it is being read from.
    func closeNow() {
        guard let context else { return }
        context.eventLoop.assumeIsolated().execute { context.close(promise: nil) }
    }
}
