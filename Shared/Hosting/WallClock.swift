public import Models
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// The time of day, as a value: a service is given one, and a test gives it one that it moves.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Instant

    public init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    public func now() -> Instant { read() }

    /// The machine's clock.
    public static let system = WallClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}

/// Numbers that only grow, near the time in microseconds: the order in which this process wrote its events.
final class Stamps: Sendable {
    private let last = Mutex<Int64>(0)
    private let clock: WallClock

    init(clock: WallClock) { self.clock = clock }

    func next() -> Int64 {
        let now = clock.now().microseconds
        return last.withLock { last in
            last = max(last + 1, now)
            return last
        }
    }
}
