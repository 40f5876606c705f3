import Glibc
import Testing

@testable import RPC

@Suite struct LoadFiguresTests {
    @Test func figures() throws {
        let used = ProcessorTime(user: 300, system: 100)
        let figures = LoadFigures((1...200).map { UInt32($0) * 1000 }, seconds: 2, used: used)
        #expect(figures.rate == 100 && figures.serverCPU == 2 && figures.serverSystemCPU == 0.5)
        #expect(figures.p50 == 101 && figures.p99 == 199)
        #expect(
            figures.description == "100 calls/s, p50 101.0 us, p99 199.0 us, server CPU 2.0 us/call (system 0.5)"
        )
    }

    @Test func ofNothing() {
        let figures = LoadFigures([], seconds: 1, used: ProcessorTime(user: 0, system: 0))
        #expect(figures.rate == 0 && figures.p50 == 0 && figures.p99 == 0)
    }

    @Test func timeOfAProcess() throws {
        #expect(try ProcessorTime(of: getpid()).user >= 0)
        #expect(throws: ProcessorTime.Unreadable.self) { try ProcessorTime(of: -1) }
    }

    @Test func theShapeOfAReply() throws {
        func shape(_ text: String) throws -> [Int]? {
            try Array(text.utf8).withUnsafeBytes { bytes in
                try LoadReply.shape(bytes).map { [$0.length, $0.id, LoadReply.number(bytes, $0.id)] }
            }
        }
        #expect(try shape(#"{"id":1000007,"result":{},"error":null}"# + "\n…") == [40, 6, 1_000_007])
        #expect(try shape(#"{"id":1000007,"result":{}"#) == nil)
        #expect(throws: LoadFailure.self) { try shape(#"{"id":1000007,"error":{}}"# + "\n") }
    }
}
