import Contract
import Models
import Support
import Testing

@Suite struct IDTests {
    private func id(_ milliseconds: Int64, _ entropy: UInt128 = 0) -> Member.ID {
        Member.ID(at: Instant(microseconds: milliseconds * 1000), entropy: entropy)
    }

    @Test func theFormIsThatOfAULID() throws {
        // From the ULID specification: 01ARYZ6S41 is 1469918176385.
        #expect(id(1_469_918_176_385).wire == "mem_01aryz6s410000000000000000")
        #expect(id(0).wire == "mem_00000000000000000000000000")
        #expect(id(0, 31).wire == "mem_0000000000000000000000000z")
        #expect(id(0, .max).wire == "mem_0000000000zzzzzzzzzzzzzzzz")
        #expect("\(id(0))" == id(0).wire)
    }

    @Test func onlyEightyBitsOfEntropyCount() {
        #expect(id(5, UInt128(1) << 80) == id(5))
        #expect(id(5, UInt128(1) << 80 | 7) == id(5, 7))
        #expect(id(5, UInt128(1) << 79) != id(5))
    }

    @Test func laterIDsSortLater() {
        var random = SeededGenerator.printed()
        for _ in 0..<2000 {
            let first = Int64.random(in: 0...4_000_000_000_000, using: &random)
            let second = first + Int64.random(in: 1...1_000_000, using: &random)
            let (one, other) = (id(first, random.bits), id(second, random.bits))
            #expect(one < other && one.wire < other.wire, "\(first) \(second)")
        }
    }

    /// As text, as numbers and as bytes the order is the same, so a database may sort in any of these ways.
    @Test func theOrderIsThatOfBytes() {
        var random = SeededGenerator.printed()
        for _ in 0..<1000 {
            let (one, other) = (id(5, random.bits), id(5, random.bits))
            #expect((one < other) == Array(one.wire.utf8).lexicographicallyPrecedes(Array(other.wire.utf8)))
        }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        var random = SeededGenerator.printed()
        for _ in 0..<1000 {
            let id = id(Int64.random(in: 0...281_474_976_710_655, using: &random), random.bits)
            #expect(try Member.ID(wire: id.wire) == id)
        }
    }

    @Test(arguments: [
        "", "mem", "mem_", "mem_0000000000000000000000000", "mem_000000000000000000000000000",
        "MEM_00000000000000000000000000", "mem_0000000000000000000000000A", "mem_0000000000000000000000000i",
        "mem_0000000000000000000000000l", "mem_0000000000000000000000000o", "mem_0000000000000000000000000u",
        "mem-00000000000000000000000000", "cli_00000000000000000000000000", " mem_00000000000000000000000000",
        "mem_00000000000000000000000000 ", "mem_0000000000000000000000000\u{FF10}", "mem_000000000000000000000000é",
        "mem_0000000000000000000000000\u{0}", "00000000000000000000000000",
    ])
    func everythingElseIsRefused(text: String) {
        let error = #expect(throws: InvalidValue.self) { try Member.ID(wire: text) }
        #expect(error?.sentence.contains("mem_") == true)
    }

    @Test func anIDOfAnotherThingIsNone() throws {
        #expect(throws: InvalidValue.self) { try Client.ID(wire: Member.ID.example.wire) }
        #expect(try Actor(wire: Member.ID.example.wire).member == .example)
        #expect(try Actor(wire: Client.ID.example.wire) == .client(.example))
        #expect(throws: InvalidValue.self) { try Actor(wire: Session.ID.example.wire) }
    }
}

extension SeededGenerator {
    var bits: UInt128 { mutating get { UInt128(next()) << 64 | UInt128(next()) } }
}
