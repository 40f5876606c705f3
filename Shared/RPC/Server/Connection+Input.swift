internal import NIOCore

extension Connection {
    /// Requests that one connection may have served before others get their turn, and the time it may take.
    private static let requestsPerTurn = 64
    private static let timePerTurn = Duration.milliseconds(5)
    /// A wait of nearly nothing, because work that is put on the loop without any runs before other connections.
    private static let pauseOfTurn = TimeAmount.microseconds(10)

    /// Takes every request that is complete, as long as nothing holds it back.
    func parse(_ context: ChannelHandlerContext) {
        while phase == .open, holds.isEmpty, step(context) { turn() }
        guard phase == .open, holds.isEmpty else { return }
        if isInputClosed { return finishInput() }
        keepRest()
    }

    /// - Returns: whether there may be more to take.
    private func step(_ context: ChannelHandlerContext) -> Bool {
        switch framing {
        case nil: sniff(context)
        case .concatenated: scan()
        case .headers: readBlock()
        case .http: false
        }
    }

    private func sniff(_ context: ChannelHandlerContext) -> Bool {
        let sniffed = input.withUnsafeReadableBytes { bytes -> (skip: Int, found: Framing.Sniffed) in
            guard let skip = Framing.blankPrefix(bytes) else { return (0, .needsMore) }
            return (skip, Framing.sniff(UnsafeRawBufferPointer(rebasing: bytes[skip...])))
        }
        input.moveReaderIndex(forwardBy: sniffed.skip)
        switch sniffed.found {
        case .needsMore: return false
        case .junk:
            fail(.parseError("Neither JSON, nor a Content-Length header, nor HTTP."))
            return false
        case .framing(let found):
            framing = found
            if found == .headers { session.framing = .headers }
            if found == .http { HTTPConnection.takeOver(self, context) }
            return true
        }
    }

    private func scan() -> Bool {
        switch input.withUnsafeReadableBytes({ scanner.scan($0) }) {
        case .incomplete(let drop):
            input.moveReaderIndex(forwardBy: drop)
            return false
        case .message(let range):
            input.withUnsafeReadableBytes { bytes in
                scanner.passSeparators(UnsafeRawBufferPointer(rebasing: bytes[range.upperBound...]))
                session.framing = .raw(server.settings.terminator.terminator(seen: scanner.terminator))
                receive(UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
            input.moveReaderIndex(forwardBy: range.upperBound)
        case .malformed(let fault, let drop):
            session.replyToUnreadable(fault)
            input.moveReaderIndex(forwardBy: drop)
        case .broken(let fault):
            fail(fault)
            return false
        }
        return true
    }

    func receive(_ message: UnsafeRawBufferPointer) {
        partialSince = nil
        session.receive(message, Session.Arrival(received: turnBegan, headers: nil))
    }

    /// After each request: whether it is the turn of other connections, or too many calls are under way.
    private func turn() {
        taken += 1
        if session.unanswered >= server.limits.inFlight { holds.insert(.crowded) }
        let isOver =
            taken >= Self.requestsPerTurn || (taken & 7 == 0 && ContinuousClock.now - turnBegan > Self.timePerTurn)
        guard isOver, input.readableBytes > 0 else { return }
        holds.insert(.yielded)
        session.eventLoop.assumeIsolated().scheduleTask(in: Self.pauseOfTurn) { [weak self] in
            self?.taken = 0
            self?.turnBegan = ContinuousClock.now
            self?.release(.yielded)
        }
    }

    /// Takes up what was held back, if nothing else holds it.
    func release(_ hold: Holds) {
        holds.remove(hold)
        guard let context, holds.isEmpty, phase == .open else { return }
        parse(context)
        flush(context)
        if holds.isEmpty, isReadHeld {
            isReadHeld = false
            context.read()
        }
    }

    /// The bytes of a message that is not complete stay; those in front of it go, once for each read.
    private func keepRest() {
        if input.readableBytes == 0 {
            input = ByteBuffer()
            partialSince = nil
        } else {
            input.discardReadBytes()
            if partialSince == nil { partialSince = .now() }
        }
    }

    /// The peer sends no more. Its last message may be a number that only the end completes.
    private func finishInput() {
        switch framing {
        case .concatenated?:
            let rest = input.readableBytes
            switch scanner.finish() {
            case .message(let range) where range.upperBound <= rest:
                input.withUnsafeReadableBytes { receive(UnsafeRawBufferPointer(rebasing: $0[range])) }
            case .broken(let fault), .malformed(let fault, _): session.replyToUnreadable(fault)
            default: break
            }
        default:
            if input.readableBytes > 0 { session.replyToUnreadable(.parseError("The stream ended within a message.")) }
        }
        input = ByteBuffer()
        phase = .ending
    }

    /// The stream cannot be followed any further: one answer, then the end.
    func fail(_ fault: Fault) {
        session.replyToUnreadable(fault)
        input = ByteBuffer()
        phase = .ending
    }
}
