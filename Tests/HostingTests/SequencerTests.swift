import Contract
@testable import Hosting
import Models
import RPC
import Support
import Testing

struct SequencerTests {
    @Test(arguments: TestEngine.allCases) func positionsAreWithoutGapsAndInTheOrderOfWriting(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            for _ in 0..<5 { _ = try await host.call(Add(number: .one), as: host.member("Ines")) }
            let records = try await host.records()
            #expect(records.map(\.position) == [1, 2, 3, 4, 5])
            #expect(try await host.published(Added.self).map(\.total.wire) == [1, 2, 3, 4, 5])
        }
    }

    /// Many writers and a reader that follows at the same time: what it has seen at the end is everything, once.
    @Test(arguments: TestEngine.allCases) func aReaderBesideManyWritersMissesNothing(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine, settings: ["WELLSPRING_PROBE_CEILING": "1000"]) { host in
            async let writing: Void = withThrowingTaskGroup { group in
                for writer in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await Self.insist(Add(number: .one), as: host.member("writer \(writer)"), on: host)
                        }
                    }
                }
                try await group.waitForAll()
            }
            var seen: [EventRecord] = []
            while seen.count < 80 {
                try await host.host.numberEvents()
                let request = ReadEvents<ProbeInterface>(
                    after: try LogPosition(wire: seen.last?.position ?? 0),
                    limit: try PageLimit(wire: 7)
                )
                seen += try await host.call(request, as: host.peer).events
            }
            try await writing
            #expect(seen.map(\.position) == Array(1...80))
            #expect(Set(seen.map(\.id)).count == 80)
        }
    }

    /// Eight writers of one sum are in each other's way; a caller that is told so calls again.
    private static func insist(_ add: Add, as caller: TestCaller, on host: Harness<ProbeService>) async throws {
        while true {
            do {
                _ = try await host.call(add, as: caller)
                return
            } catch let fault as Fault where fault.isRetryable { await Task.yield() }
        }
    }

    @Test(arguments: TestEngine.allCases) func anAnswerIsHeldBackUntilThereIsSomethingToTell(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            async let waiting = host.call(
                ReadEvents<ProbeInterface>(waitMs: try WaitMilliseconds(wire: 20_000)),
                as: host.peer
            )
            _ = try await host.call(Add(number: .one), as: host.member("Ines"))
            try await host.host.numberEvents()
            let batch = try await waiting
            #expect(batch.events.count == 1)
        }
    }

    /// Services that follow one another would otherwise hold up each other's end for as long as they wait.
    @Test(arguments: TestEngine.allCases) func nobodyWaitsForAServiceThatEnds(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            let read = ReadEvents<ProbeInterface>(waitMs: try WaitMilliseconds(wire: 25_000))
            let began = ContinuousClock.now
            async let waiting = host.call(read, as: host.peer)
            host.host.sequencer.releaseReaders()
            let (before, after) = (try await waiting, try await host.call(read, as: host.peer))
            #expect(before.events.isEmpty && after.events.isEmpty)
            #expect(ContinuousClock.now - began < .seconds(20))
        }
    }

    @Test(arguments: TestEngine.allCases) func nothingIsToldOfWhatWasRolledBack(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine, settings: ["WELLSPRING_PROBE_CEILING": "1"]) { host in
            await #expect(throws: Add.Refusal.tooMany) {
                try await host.call(Add(number: Quantity(wire: 2)), as: host.member("Ines"))
            }
            let told = try await host.records()
            #expect(told.isEmpty)
        }
    }
}
