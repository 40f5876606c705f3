import Contract
import Models
import Testing

@testable import Rewards

private func lot(_ number: UInt128, _ left: Int64, days: Int64) throws -> OpenLot {
    OpenLot(id: Lot.ID(at: .example, entropy: number), left: try points(left), expiresAt: .example + .days(days))
}

@Test func takesWhatExpiresFirst() throws {
    let lots = [try lot(1, 50, days: 30), try lot(2, 50, days: 10), try lot(3, 50, days: 20)]
    let parts = try LotPlan.parts(of: points(70), from: lots)
    #expect(parts?.map(\.lot) == [lots[1].id, lots[2].id])
    #expect(parts?.map(\.amount.wire) == [50, 20])
}

@Test func takesEqualsInTheOrderOfTheirIDs() throws {
    let lots = [try lot(2, 5, days: 1), try lot(1, 5, days: 1)]
    #expect(try LotPlan.parts(of: points(5), from: lots)?.map(\.lot) == [lots[1].id])
}

@Test(arguments: [(9, true), (10, true), (11, false)] as [(Int64, Bool)])
func takesAllOrNothing(amount: Int64, isEnough: Bool) throws {
    let lots = [try lot(1, 4, days: 1), try lot(2, 6, days: 2)]
    let parts = try LotPlan.parts(of: points(amount), from: lots)
    #expect((parts != nil) == isEnough)
    if let parts { #expect(parts.reduce(0) { $0 + $1.amount.wire } == amount) }
}

@Test func expiryHasAnIDOfItsOwnForEachTime() throws {
    let lot = Lot.ID(at: .example, entropy: 77)
    let other = Lot.ID(at: .example, entropy: 78)
    let first = try LotPlan.expiryTransfer(of: lot, expiring: .example, timesBefore: 0)
    #expect(try LotPlan.expiryTransfer(of: lot, expiring: .example, timesBefore: 0) == first)
    #expect(try LotPlan.expiryTransfer(of: lot, expiring: .example, timesBefore: 1) != first)
    #expect(try LotPlan.expiryTransfer(of: other, expiring: .example, timesBefore: 0) != first)
}

/// The lot of an award that is taken back comes before those that expire earlier.
@Test func takesFromTheFavouriteFirst() throws {
    let lots = [try lot(1, 5, days: 1), try lot(2, 5, days: 2), try lot(3, 5, days: 3)]
    let parts = try LotPlan.parts(of: points(7), from: lots, favourite: lots[2].id)
    #expect(parts?.map(\.lot) == [lots[2].id, lots[0].id])
    #expect(parts?.map(\.amount.wire) == [5, 2])
}

/// What is given back goes where the last of it came from, as if only the rest had been paid.
@Test func givesBackInTheOppositeOrder() throws {
    let lots = [try lot(1, 5, days: 1), try lot(2, 5, days: 2)]
    let parts = try LotPlan.partsBack(of: points(7), into: lots)
    #expect(parts?.map(\.lot) == [lots[1].id, lots[0].id])
    #expect(parts?.map(\.amount.wire) == [5, 2])
    #expect(try LotPlan.partsBack(of: points(11), into: lots) == nil)
}
