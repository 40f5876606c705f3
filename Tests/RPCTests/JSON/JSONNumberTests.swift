import Support
import Testing

@testable import RPC

@Suite struct JSONNumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("1.0", 1),
        ("1e3", 1000),
        ("-2.50e1", -25), ("9007199254740993", 9_007_199_254_740_993),
    ])
    func wholeNumbersAreExact(text: String, value: Int64) throws {
        #expect(try read(Int64.self, text) == value)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "1e19", "99999999999999999999999999", "1e400"])
    func wholeNumbersOutOfRange(text: String) {
        #expect(throws: JSONFailure.self) { try read(Int64.self, text) }
    }

    @Test(arguments: ["1.5", "1e-3", "0.1"])
    func fractionsAreNoWholeNumbers(text: String) {
        #expect(throws: JSONFailure(sentence: "Must be a whole number.")) { try read(Int64.self, text) }
    }

    @Test(
        arguments: [
            ("0", 0), ("1", 1), ("0.1", 0.1), ("0.3", 0.3), ("123456789012345678", 123456789012345678.0),
            ("1e22", 1e22), ("1e23", 1e23),
            ("1.7976931348623157e308", Double.greatestFiniteMagnitude), ("4.9e-324", .leastNonzeroMagnitude),
            ("2.2250738585072011e-308", Double(bitPattern: 0x000F_FFFF_FFFF_FFFF)),
            ("9007199254740993", 9007199254740992), ("8.5e-22", 8.5e-22), ("1e-400", 0),
            ("0.000000000000000000000000000000000000001", 1e-39),
            ("3.14159265358979323846264338327950288", 3.141592653589793), ("100000000000000000000000000000e-29", 1),
            ("-12.5E+2", -1250),
        ] as [(String, Double)]
    )
    func doublesAreTheNearest(text: String, value: Double) throws {
        #expect(try read(Double.self, text) == value)
    }

    @Test func negativeZeroKeepsItsSign() throws {
        #expect(try read(Double.self, "-0.0").sign == .minus)
        #expect(try read(Double.self, "-0").sign == .minus)
    }

    @Test(arguments: ["1e309", "-1e309", "1e99999999999999999999"])
    func infinityIsRefused(text: String) {
        #expect(throws: JSONFailure.self) { try read(Double.self, text) }
    }

    @Test func everyDoubleReadsBackAsItself() throws {
        var generator = SeededGenerator.printed("everyDoubleReadsBackAsItself")
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            var writer = JSONWriter()
            try writer.write(value)
            let back = try JSONReader.decode(Double.self, from: writer.bytes, strict: true)
            #expect(back.bitPattern == value.bitPattern, "\(value)")
        }
    }

    @Test func shortDecimalsReadAsTheCompilerReadsThem() throws {
        var generator = SeededGenerator.printed("shortDecimalsReadAsTheCompilerReadsThem")
        for _ in 0..<20_000 {
            let digits = Int64.random(in: -99_999_999_999_999_999...99_999_999_999_999_999, using: &generator)
            let text = "\(digits)e\(Int.random(in: -40...40, using: &generator))"
            #expect(try read(Double.self, text) == Double(text), "\(text)")
        }
    }

    @Test(arguments: [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")])
    func whatIsNotFiniteCannotBeWritten(value: Double, name: String) {
        var writer = JSONWriter()
        #expect(throws: JSONFailure(path: "/1", sentence: "JSON cannot hold \(name).")) {
            try writer.write([1, value])
        }
        #expect(writer.bytes.isEmpty)
        #expect(throws: JSONFailure.self) { try writer.write(Float(value)) }
    }
}
