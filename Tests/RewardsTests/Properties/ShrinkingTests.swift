import Support
import Testing

@testable import Rewards

@Test func shrinkingLeavesWhatIsNeeded() async {
    let list = Array(0..<100)
    let shortest = await Shrinking.shortest(list) { list in
        guard let first = list.firstIndex(of: 17), let second = list.firstIndex(of: 71) else { return false }
        return first < second && list.contains(3)
    }
    #expect(shortest == [3, 17, 71])
}

@Test func shrinkingGivesUpInTime() async {
    var tries = 0
    let shortest = await Shrinking.shortest(Array(0..<1000), tries: 5) { list in
        tries += 1
        return list.contains(999)
    }
    #expect(tries == 5)
    #expect(shortest.contains(999) && shortest.count < 1000)
}

/// The model lets members give as much as they have; this service does not, which is a fault as good as any. Few
/// commands show it: points for the giver, for the receiver, and a gift above the limit.
@Test func aPlantedFaultIsFoundAndMadeShort() async throws {
    let trial = LedgerTrial(engine: .sqlite, settings: ["WELLSPRING_REWARDS_GIFTS_PER_DAY": "20"])
    var generator = SeededGenerator(seed: 4)
    let steps = (0..<400).map { _ in generator.next() }
    #expect(await !trial.isSound(steps))
    #expect(await LedgerTrial(engine: .sqlite).isSound(steps), "the fault is the planted one")
    let shortest = try await trial.shortest(steps)
    #expect(shortest.count <= 8, "\(shortest.map(LedgerRun.command))")
    #expect(shortest.map(LedgerRun.command).contains(.give))
    for index in shortest.indices {
        var fewer = shortest
        fewer.remove(at: index)
        #expect(await trial.isSound(fewer), "each of the steps is needed")
    }
}
