import NIOCore
import Testing

@testable import RPC

@Suite struct WriteProgressTests {
    private func isStalled(_ progress: inout WriteProgress, _ waiting: Int, at second: Int, limit: Int64) -> Bool {
        progress.isStalled(waiting: waiting, now: at(second), limit: .seconds(limit))
    }

    private func at(_ seconds: Int) -> NIODeadline { .uptimeNanoseconds(UInt64(seconds) * 1_000_000_000) }

    @Test func aReaderWhoTakesNothingForSoLongHasStalled() {
        var progress = WriteProgress(now: at(0))
        progress.written = 100
        #expect(!isStalled(&progress, 60, at: 1, limit: 10))
        #expect(!isStalled(&progress, 60, at: 10, limit: 10))
        #expect(isStalled(&progress, 60, at: 11, limit: 10))
    }

    @Test func aSlowReaderHasNot() {
        var progress = WriteProgress(now: at(0))
        progress.written = 100
        for second in 1..<60 {
            #expect(!isStalled(&progress, 100 - second, at: second * 9, limit: 10))
        }
    }

    @Test func moreThatIsWrittenIsNoProgress() {
        var progress = WriteProgress(now: at(0))
        for second in 1...10 {
            progress.written = second * 100
            #expect(!isStalled(&progress, second * 100, at: second, limit: 20))
        }
        #expect(isStalled(&progress, 1000, at: 20, limit: 20))
    }

    @Test func nothingThatWaitsIsNoStall() {
        var progress = WriteProgress(now: at(0))
        progress.written = 100
        #expect(!isStalled(&progress, 0, at: 100, limit: 10))
    }
}
