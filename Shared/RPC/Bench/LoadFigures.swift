/// What a run of load came to.
public struct LoadFigures: Sendable, CustomStringConvertible {
    /// Calls that were answered in each second.
    public let rate: Double
    /// Time from the writing of a call to the reading of its answer, in microseconds, half of the calls and 99 of 100
    /// of them at most.
    public let p50: Double
    public let p99: Double
    /// Processor time of the server for each call, in microseconds, user and system together.
    public let serverCPU: Double
    /// How much of that was in the kernel.
    public let serverSystemCPU: Double

    /// - Parameters:
    ///   - samples: the time that each call took, in nanoseconds.
    ///   - used: what the server used meanwhile.
    init(_ samples: [UInt32], seconds: Double, used: ProcessorTime) {
        let sorted = samples.sorted()
        func quantile(_ part: Double) -> Double {
            sorted.isEmpty ? 0 : Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) / 1000
        }
        let calls = max(1, Double(samples.count))
        rate = Double(samples.count) / seconds
        p50 = quantile(0.5)
        p99 = quantile(0.99)
        serverCPU = (used.user + used.system) / calls
        serverSystemCPU = used.system / calls
    }

    public var description: String {
        "\(Int(rate)) calls/s, p50 \(Self.tenths(p50)) us, p99 \(Self.tenths(p99)) us, "
            + "server CPU \(Self.tenths(serverCPU)) us/call (system \(Self.tenths(serverSystemCPU)))"
    }

    /// With one digit behind the point, which the formatting of Foundation would be needed for otherwise.
    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
