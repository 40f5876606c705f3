import Contract
import Logging
import Synchronization
import Testing

@testable import RPC

@Suite struct SlowCallTests {
    private final class Lines: Sendable {
        let all = Mutex<[Logger.Metadata]>([])
        var methods: [String] { all.withLock { $0.compactMap { $0["method"]?.description } } }
    }

    private struct Recording: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.warning
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) { lines.all.withLock { $0.append(event.metadata ?? [:]) } }
    }

    private let lines = Lines()

    /// Every call is slow here.
    private func loopback(_ routes: [Route], pause: Duration = .seconds(3600)) -> Loopback {
        var settings = ServerSettings()
        settings.slowCall = .zero
        settings.slowCallPause = pause
        settings.logger = Logger(label: "test") { [lines] _ in Recording(lines: lines) }
        return Loopback(Router(routes), settings: settings)
    }

    @Test func aSlowCallIsToldWithItsMethodAndItsTime() async throws {
        _ = try await loopback(SpecRoutes.all).call(name: "subtract", params: [3, 1])
        let told = lines.all.withLock { $0 }
        #expect(told.count == 1)
        #expect(told.first?["method"] == "subtract" && told.first?["count"] == "1" && told.first?["code"] == "0")
        #expect(told.first?["duration_ms"].flatMap { Int($0.description) } != nil)
    }

    @Test func ofEachMethodOneIsToldInAWhile() async throws {
        let loopback = loopback(SpecRoutes.all)
        for _ in 0..<5 { _ = try await loopback.call(name: "subtract", params: [3, 1]) }
        for _ in 0..<5 { _ = try await loopback.call(name: "get_data") }
        #expect(lines.methods == ["subtract", "get_data"])
    }

    @Test func aMethodThatMayWaitIsNotSlow() async throws {
        let wait = Route(name: "wait", mayWait: true, handle: .task { _, _ in { Array("true".utf8) } })
        let work = Route(name: "work", handle: .task { _, _ in { Array("true".utf8) } })
        let loopback = loopback([wait, work], pause: .zero)
        for name in ["wait", "work", "wait", "work"] { _ = try await loopback.call(name: name) }
        #expect(lines.methods == ["work", "work"])
    }

    /// With a clock of the test's own.
    @Test func aNoticeCountsWhatWasNotTold() {
        let notice = SlowCallNotice()
        let start = ContinuousClock.now
        func take(_ second: Int) -> Int? { notice.take(at: start + .seconds(second), pause: .seconds(60)) }
        #expect(take(0) == 1)
        #expect(take(1) == nil)
        #expect(take(59) == nil)
        #expect(take(60) == 3)
        #expect(take(119) == nil)
        #expect(take(500) == 2)
    }
}
