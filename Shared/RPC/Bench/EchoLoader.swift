internal import NIOCore

/// One connection of the load: as many calls in flight as asked, a new one for each that was answered.
final class EchoLoader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let call: [UInt8]
    private let inFlight: Int
    /// When each call under way was written, oldest first.
    private var began: [UInt64]
    private var oldest = 0
    private var answered = 0
    private var isEnding = false
    private var samples: [UInt32] = []
    private var context: ChannelHandlerContext?

    init(call: [UInt8], inFlight: Int) {
        self.call = call
        self.inFlight = inFlight
        began = Array(repeating: 0, count: inFlight)
        samples.reserveCapacity(1 << 18)
    }

    static func begin(_ channel: any Channel) async throws {
        try await channel.eventLoop.submit {
            let loader = try channel.pipeline.syncOperations.handler(type: EchoLoader.self)
            let now = NIODeadline.now().uptimeNanoseconds
            for index in loader.began.indices { loader.began[index] = now }
            loader.write(loader.inFlight)
        }.get()
    }

    /// - Returns: the time that each call took, in nanoseconds.
    static func end(_ channel: any Channel) async throws -> [UInt32] {
        try await channel.eventLoop.submit {
            let loader = try channel.pipeline.syncOperations.handler(type: EchoLoader.self)
            loader.isEnding = true
            return loader.samples
        }.get()
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        unwrapInboundIn(data).withUnsafeReadableBytes { bytes in
            for byte in bytes where byte == UInt8(ascii: "\n") { answered += 1 }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        guard answered > 0, !isEnding else { return }
        let now = NIODeadline.now().uptimeNanoseconds
        for _ in 0..<answered {
            samples.append(UInt32(clamping: now - began[oldest]))
            began[oldest] = now
            oldest = oldest + 1 == inFlight ? 0 : oldest + 1
        }
        write(answered)
        answered = 0
    }

    private func write(_ calls: Int) {
        guard let context else { return }
        var buffer = context.channel.allocator.buffer(capacity: calls * call.count)
        for _ in 0..<calls { buffer.writeBytes(call) }
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }
}
