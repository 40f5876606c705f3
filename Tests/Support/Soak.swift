import Foundation

/// How often something is tried: a few times in each run of the tests, and as often as was promised by `make soak`.
///
/// `WELLSPRING_TEST_SOAK` is the part of the promised number that is wanted, 1 for all of it;
/// `WELLSPRING_TEST_SOAK_SECONDS` ends each part early, after the round that it is in.
public struct Soak {
    private let name: String
    private let rounds: Int
    private let end: ContinuousClock.Instant
    private let start = ContinuousClock.now
    private var done = 0
    private var cases = 0
    private var failures = 0

    private static let scale = variable("SOAK").flatMap { Double($0) }

    /// - Parameters:
    ///   - name: what one case is, for the summary.
    ///   - full: how many rounds `make soak` makes.
    ///   - usually: how many every other run makes.
    public init(_ name: String, full: Int, usually: Int) {
        self.name = name
        rounds = Self.scale.map { max(1, Int((Double(full) * $0).rounded(.up))) } ?? usually
        end = start + .seconds(Self.variable("SOAK_SECONDS").flatMap { Double($0) } ?? 1e9)
    }

    /// Whether another round is due; each call begins one.
    public mutating func goesOn() -> Bool {
        guard done < rounds, done == 0 || ContinuousClock.now < end else { return false }
        done += 1
        return true
    }

    /// The round that it is in, from 1.
    public var round: Int { done }

    /// - Parameter failures: how many of the cases came out wrong.
    public mutating func count(_ cases: Int, failures: Int) {
        self.cases += cases
        self.failures += failures
    }

    /// One line for the summary. Of no failure in N cases follows with 95 % certainty that fewer than 3/N fail.
    public func tell() {
        let bound = failures == 0 && cases > 0 ? String(format: ", below %.1e", 3 / Double(cases)) : ""
        let seconds = Int((ContinuousClock.now - start) / .seconds(1))
        let wanted = done < rounds ? " (\(done) of \(rounds) rounds)" : ""
        print("soak: \(name): N \(cases)\(wanted), failures \(failures)\(bound), \(seconds) s")
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["WELLSPRING_TEST_\(name)"]
    }
}
