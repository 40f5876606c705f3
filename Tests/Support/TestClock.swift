public import Hosting
public import Models
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestClock: Sendable {
    private let moment: Mutex<Instant>

    public init(_ start: Instant = .example) { moment = Mutex(start) }

    public var now: Instant { moment.withLock { $0 } }
    public var wall: WallClock { WallClock { self.now } }

    public func advance(by time: Seconds) { moment.withLock { $0 = $0 + time } }
    public func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}
