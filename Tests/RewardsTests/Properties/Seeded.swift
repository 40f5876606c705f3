import Foundation

/// A generator whose run can be repeated: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", OOPSLA 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From `WELLSPRING_TEST_SEED`, to repeat a run; else a new one.
    static func seed() -> UInt64 {
        ProcessInfo.processInfo.environment["WELLSPRING_TEST_SEED"].flatMap { UInt64($0) } ?? .random(in: 0 ... .max)
    }

    /// From `WELLSPRING_TEST_COMMANDS`, for long nightly runs.
    static func commands(usually count: Int) -> Int {
        ProcessInfo.processInfo.environment["WELLSPRING_TEST_COMMANDS"].flatMap { Int($0) } ?? count
    }
}
