import RPC
import Testing

@Suite struct SocketPathTests {
    @Test func aPathOf107BytesFits() throws {
        let text = "/" + String(repeating: "a", count: 106)
        #expect(try SocketPath(text).text == text)
    }

    @Test func aLongerPathIsRefusedWithBothLengths() {
        let text = "/" + String(repeating: "é", count: 54)
        let failure = #expect(throws: SocketFailure.self) { try SocketPath(text) }
        #expect(failure?.sentence.contains("109 bytes long") == true)
        #expect(failure?.sentence.contains("107") == true)
    }

    @Test func anEmptyPathAndANulAreRefused() {
        #expect(throws: SocketFailure.self) { try SocketPath("") }
        #expect(throws: SocketFailure.self) { try SocketPath("/tmp/a\0b") }
    }
}
