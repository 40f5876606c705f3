import Foundation

/// What a run is repeated with.
enum Seeded {
    /// From `WELLSPRING_TEST_SEED`, to repeat a run; else a new one.
    static func seed() -> UInt64 { variable("SEED").flatMap { UInt64($0) } ?? .random(in: 0 ... .max) }

    /// From `WELLSPRING_TEST_COMMANDS`, for shorter or longer runs.
    static func commands(usually count: Int) -> Int { variable("COMMANDS").flatMap { Int($0) } ?? count }

    /// From `WELLSPRING_TEST_STEPS`, to repeat the very steps that a failing run was cut down to.
    static func steps() -> [UInt64]? { variable("STEPS")?.split(separator: ",").compactMap { UInt64($0) } }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["WELLSPRING_TEST_\(name)"]
    }
}
