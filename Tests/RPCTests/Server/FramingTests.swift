import Testing

@testable import RPC

@Suite struct FramingTests {
    @Test(arguments: [
        ("{", Framing.Sniffed.framing(.concatenated)), ("[", .framing(.concatenated)), ("1", .framing(.concatenated)),
        ("\"", .framing(.concatenated)), ("-", .framing(.concatenated)), ("t", .framing(.concatenated)),
        ("f", .framing(.concatenated)), ("n", .framing(.concatenated)), ("Content-L", .framing(.headers)),
        ("cONTENT-t", .framing(.headers)), ("Cont", .needsMore), ("", .needsMore), ("POST /", .framing(.http)),
        ("GET ", .framing(.http)), ("HEAD ", .framing(.http)), ("OPTIONS ", .framing(.http)), ("PUT ", .framing(.http)),
        ("DELETE ", .framing(.http)), ("P", .needsMore), ("POS", .needsMore), ("POSX", .junk), ("x", .junk),
        ("\u{1}", .junk), ("}", .junk), ("Contents", .junk),
    ])
    func theFirstBytesDecide(text: String, expected: Framing.Sniffed) {
        #expect(Array(text.utf8).withUnsafeBytes(Framing.sniff) == expected)
    }

    @Test func blanksAndAByteOrderMarkAreSkipped() {
        #expect(prefix(Array(" \r\n\t\0{".utf8)) == 5)
        #expect(prefix([0xEF, 0xBB, 0xBF, 0x20, 0x7B]) == 4)
        #expect(prefix([0xEF, 0xBB]) == nil)
        #expect(prefix([0xEF, 0xAA]) == 0)
        #expect(prefix([]) == 0)
    }

    private func prefix(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBytes(Framing.blankPrefix) }
}
