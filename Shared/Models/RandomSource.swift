/// Where ids get their random part. A value, so that a test can hand in a sequence of its own.
public struct RandomSource: Sendable {
    private let draw: @Sendable () -> UInt64

    public init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

    /// The operating system's generator.
    public static let system = RandomSource { UInt64.random(in: 0...UInt64.max) }

    public func bits128() -> UInt128 { UInt128(draw()) << 64 | UInt128(draw()) }

    /// For secrets: that many random bytes.
    public func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: draw()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
