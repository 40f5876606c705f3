import Contract
import Models
import Support
import Testing

@Suite struct PointsTests {
    private static let most: Int64 = 9_007_199_254_740_991

    private func points(_ wire: Int64) throws -> Points { try Points(wire: wire) }

    @Test func sumsEndAtTheBounds() throws {
        let (most, least) = (try points(Self.most), try points(-Self.most))
        let one = try points(1)
        #expect(try points(Self.most - 1).adding(one) == most)
        #expect(throws: Points.Overflow.self) { try most.adding(one) }
        #expect(throws: Points.Overflow.self) { try least.subtracting(one) }
        #expect(try least.adding(one).wire == 1 - Self.most)
        #expect(throws: Points.Overflow.self) { try most.adding(most) }
        #expect(try most.subtracting(most) == .zero)
        #expect(throws: Points.Overflow.self) { try most.subtracting(least) }
        #expect(most.negated == least && least.negated == most && Points.zero.negated == .zero)
    }

    @Test func productsEndAtTheBounds() throws {
        let most = try points(Self.most)
        #expect(try most.multiplied(by: 1) == most && most.multiplied(by: -1) == most.negated)
        #expect(try most.multiplied(by: 0) == .zero)
        #expect(throws: Points.Overflow.self) { try most.multiplied(by: 2) }
        #expect(throws: Points.Overflow.self) { try most.multiplied(by: .max) }
        #expect(throws: Points.Overflow.self) { try most.multiplied(by: .min) }
        #expect(throws: Points.Overflow.self) { try points(-1).multiplied(by: .min) }
        #expect(try Points.zero.multiplied(by: .min) == .zero)
    }

    /// The same in 128 bits, where nothing can overflow.
    @Test func arithmeticIsExactOrRefused() throws {
        var random = SeededGenerator.printed()
        func inBounds(_ exact: Int128) -> Points? { Int64(exactly: exact).flatMap { try? Points(wire: $0) } }
        for _ in 0..<3000 {
            let (a, b) = (Self.number(&random), Self.number(&random))
            let (one, other) = (try points(a), try points(b))
            #expect((try? one.adding(other)) == inBounds(Int128(a) + Int128(b)), "\(a) + \(b)")
            #expect((try? one.subtracting(other)) == inBounds(Int128(a) - Int128(b)), "\(a) - \(b)")
            #expect((try? one.multiplied(by: b)) == inBounds(Int128(a) * Int128(b)), "\(a) * \(b)")
            #expect((one < other) == (a < b))
        }
    }

    /// Of every size, and often at a bound.
    private static func number(_ random: inout SeededGenerator) -> Int64 {
        let size = most >> Int64.random(in: 0...53, using: &random)
        return Bool.random(using: &random) ? Int64.random(in: -size...size, using: &random) : size
    }

    @Test func anAmountIsPositive() throws {
        #expect(try PointAmount(wire: 1).points.wire == 1 && PointAmount(wire: Self.most).wire == Self.most)
        for wire in [0, -1, Self.most + 1, .min, .max] {
            #expect(throws: InvalidValue.self) { try PointAmount(wire: wire) }
        }
        #expect(try PointAmount(wire: 1) < PointAmount(wire: 2))
    }

    @Test func lengthsOfTimeAreCutToTenYears() throws {
        #expect(Seconds(-1).count == 0 && Seconds(.max).count == 315_360_000)
        #expect(Seconds.days(1) == Seconds.hours(24) && Seconds.hours(1) == Seconds.minutes(60))
        #expect(throws: InvalidValue.self) { try Seconds(wire: 315_360_001) }
    }
}
