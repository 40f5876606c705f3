internal import NIOCore

/// One connection to a service: requests go out as they come, responses are matched by their ids in any order.
final class ClientConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The connection is over, and with it every call on it.
    var onEnd: () -> Void = {}
    /// The service is ending and takes no new calls here.
    var onDraining: () -> Void = {}

    let eventLoop: any EventLoop
    var pending: [Int64: PendingCall] = [:]
    private var context: ChannelHandlerContext?
    private var scanner: Scanner
    private var input = ByteBuffer()
    private var output: ByteBuffer?
    private var isDraining = false
    var timer: Scheduled<Void>?
    var timerDeadline: ContinuousClock.Instant?

    init(settings: ClientSettings, eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        var limits = Limits()
        limits.request = settings.responseLimit
        limits.batchBytes = settings.responseLimit
        scanner = Scanner(limits: limits)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func send(_ call: PendingCall) {
        pending[call.call.id] = call
        watch(call.call.deadline)
        write(call.call.bytes)
    }

    /// Calls that are made in one turn of the loop go out in one write.
    private func write(_ bytes: [UInt8]) {
        guard output == nil else {
            output?.writeBytes(bytes)
            return
        }
        output = ByteBuffer(bytes: bytes)
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.execute { connection.value.flush() }
    }

    private func flush() {
        guard let context, let bytes = output else { return }
        output = nil
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }

    /// - Returns: whether the call was on this connection. The service is told, and its answer is not waited for.
    func cancel(_ id: Int64) -> Bool {
        guard let call = pending.removeValue(forKey: id) else { return false }
        write(Array(#"{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":\#(id)}}"#.utf8 + [0x0A]))
        call.continuation.resume(throwing: CancellationError())
        return true
    }

    func close() { context?.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var more = unwrapInboundIn(data)
        if input.readableBytes == 0 { input = more } else { input.writeBuffer(&more) }
        while true {
            switch input.withUnsafeReadableBytes({ scanner.scan($0) }) {
            case .message(let range):
                input.withUnsafeReadableBytes { deliver(UnsafeRawBufferPointer(rebasing: $0[range])) }
                input.moveReaderIndex(forwardBy: range.upperBound)
            case .incomplete(let drop):
                input.moveReaderIndex(forwardBy: drop)
                if input.readableBytes == 0 { input = ByteBuffer() } else { input.discardReadBytes() }
                return
            case .malformed, .broken:
                return context.close(promise: nil)
            }
        }
    }

    private func deliver(_ response: UnsafeRawBufferPointer) {
        guard let id = ClientMessage.id(of: response), let call = pending.removeValue(forKey: id) else { return }
        let bytes = [UInt8](response)
        if !isDraining, ClientMessage.turnedAway(bytes)?.reason == Fault.draining.reason {
            isDraining = true
            onDraining()
        }
        call.continuation.resume(returning: bytes)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        let lost = pending
        pending = [:]
        onEnd()
        for call in lost.values { call.continuation.resume(throwing: OutcomeUnknown(method: call.call.method)) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension ClientConnection {
    /// The service answers in time as a rule; this is for the one that does not.
    private func watch(_ deadline: ContinuousClock.Instant) {
        if let timerDeadline, timerDeadline <= deadline { return }
        timer?.cancel()
        timerDeadline = deadline
        let left = max(.zero, deadline - ContinuousClock.now)
        timer = eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(left)) { [weak self] in self?.deadlinesPassed() }
    }

    private func deadlinesPassed() {
        timerDeadline = nil
        let now = ContinuousClock.now
        for (id, late) in pending where late.call.deadline <= now {
            pending[id] = nil
            late.continuation.resume(throwing: Fault.deadlineExceeded)
        }
        if let next = pending.values.lazy.map(\.call.deadline).min() { watch(next) }
    }
}
