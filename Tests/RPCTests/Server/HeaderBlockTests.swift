import Testing

@testable import RPC

@Suite struct HeaderBlockTests {
    @Test(arguments: [
        "Content-Length: 7\r\n\r\n",
        "content-length:7\r\n\r\n",
        "CONTENT-LENGTH: 7 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n",
        "Content-Length: 7\n\n",
    ])
    func bothOrdersAndAnyCaseAreRead(block: String) {
        #expect(parse(block + "{}") == .complete(size: block.utf8.count, contentLength: 7))
        for end in 0..<block.utf8.count { #expect(parse(String(block.prefix(end))) != .malformed) }
    }

    @Test func everyPrefixIsIncomplete() {
        let block = "Content-Type: a\nContent-Length: 7\n\n"
        for end in 0..<block.count { #expect(parse(String(block.prefix(end))) == .incomplete) }
    }

    @Test(arguments: [
        "Content-Type: a\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: 1x\r\n\r\n",
        "Content-Length:\r\n\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "Content-Length 12\r\n\r\n", "\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
    ])
    func aBlockWithoutAUsableLengthIsMalformed(block: String) {
        #expect(parse(block) == .malformed)
    }

    @Test func aBlockThatNeverEndsIsMalformed() {
        #expect(parse(String(repeating: "a", count: HeaderBlock.maximumSize)) == .malformed)
    }

    private func parse(_ text: String) -> HeaderBlock {
        Array(text.utf8).withUnsafeBytes(HeaderBlock.parse)
    }
}
