internal import Glibc
internal import NIOCore
internal import NIOPosix

extension EchoBench {
    /// What a run of load came to.
    public struct Figures: Sendable, CustomStringConvertible {
        /// Calls that were answered in each second.
        public let rate: Double
        /// Time from the writing of a call to the reading of its answer, in microseconds, half of the calls and 99 of
        /// 100 of them at most.
        public let p50: Double
        public let p99: Double
        /// Processor time of the server for each call, in microseconds, user and system together.
        public let serverCPU: Double
        /// How much of that was in the kernel.
        public let serverSystemCPU: Double

        public var description: String {
            func text(_ value: Double) -> String { String(Int((value * 10).rounded())).withPoint }
            return "\(Int(rate)) calls/s, p50 \(text(p50)) us, p99 \(text(p99)) us, "
                + "server CPU \(text(serverCPU)) us/call (system \(text(serverSystemCPU)))"
        }
    }

    /// Calls `method` over as many connections as asked, each with as many calls in flight, for some seconds.
    ///
    /// Its own cost is kept low, because it runs beside the server on the same processors: requests are prepared, and
    /// of the replies only the line feeds are looked at, which is enough as `echo` answers in order.
    public static func load(
        path: String,
        connections: Int,
        inFlight: Int,
        seconds: Double,
        method: String = "echo"
    ) async throws -> Figures {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let call = Array((#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":"# + params + "}\n").utf8)
        var channels: [any Channel] = []
        for _ in 0..<connections {
            let channel = try await ClientBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(EchoLoader(call: call, inFlight: inFlight))
                    }
                }
                .connect(unixDomainSocketPath: path).get()
            channels.append(channel)
        }
        let server = try await ProcessorTime.ofPeer(channels.first)
        let before = try server.map { try ProcessorTime(of: $0) }
        let began = ContinuousClock.now
        for channel in channels { try await EchoLoader.begin(channel) }
        // The length of the measurement.
        try await Task.sleep(for: .seconds(seconds))
        let took = (ContinuousClock.now - began) / .seconds(1)
        var samples: [UInt32] = []
        for channel in channels { samples += try await EchoLoader.end(channel) }
        let after = try server.map { try ProcessorTime(of: $0) }
        for channel in channels { try? await channel.close().get() }
        try await group.shutdownGracefully()
        return figures(samples, took, before, after)
    }

    private static func figures(
        _ samples: [UInt32],
        _ took: Double,
        _ before: ProcessorTime?,
        _ after: ProcessorTime?
    ) -> Figures {
        let sorted = samples.sorted()
        func quantile(_ part: Double) -> Double {
            sorted.isEmpty ? 0 : Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) / 1000
        }
        let calls = max(1, Double(samples.count))
        let (user, system) = ((after?.user ?? 0) - (before?.user ?? 0), (after?.system ?? 0) - (before?.system ?? 0))
        return Figures(
            rate: calls / took,
            p50: quantile(0.5),
            p99: quantile(0.99),
            serverCPU: (user + system) / calls,
            serverSystemCPU: system / calls
        )
    }
}

extension String {
    /// Digits of which the last is a tenth.
    fileprivate var withPoint: String {
        let digits = count < 2 ? "0" + self : self
        return "\(digits.dropLast()).\(digits.suffix(1))"
    }
}
