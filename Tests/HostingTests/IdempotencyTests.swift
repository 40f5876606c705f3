import Models
import RPC
import Support
import Testing
import TypedSQL

struct IdempotencyTests {
    private func add(_ number: Int64) throws -> Add { Add(number: try Quantity(wire: number)) }

    @Test(arguments: TestEngine.allCases) func theSameCallTakesEffectOnceAndIsAnsweredByteForByte(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            let ines = host.member("Ines").once("k1")
            let first = try await host.rawCall(add(3), as: ines)
            _ = try await host.call(add(4), as: host.member("Ines"))
            #expect(try await host.rawCall(add(3), as: ines) == first)
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 7)
            let told = try await host.published(Added.self)
            #expect(told.count == 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func aKeyBelongsToItsParamsItsCallerAndItsMethod(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            _ = try await host.call(add(3), as: host.member("Ines").once("k1"))
            await #expect(throws: Fault.idempotencyKeyReused) {
                try await host.call(add(4), as: host.member("Ines").once("k1"))
            }
            let other = try await host.call(add(4), as: host.member("Tomasz").once("k1"))
            #expect(other.total.wire == 7)
        }
    }

    @Test(arguments: TestEngine.allCases) func aRefusedCallLeavesItsKeyFree(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine, settings: ["WELLSPRING_PROBE_CEILING": "5"]) { host in
            let ines = host.member("Ines").once("k1")
            await #expect(throws: Add.Refusal.tooMany) { try await host.call(add(6), as: ines) }
            let after = try await host.call(add(5), as: ines)
            #expect(after.total.wire == 5)
        }
    }

    @Test(arguments: TestEngine.allCases) func tenAtTheSameTimeAreOne(engine: TestEngine) async throws {
        try await Harness<ProbeService>.run(on: engine) { host in
            let ines = host.member("Ines").once("k1")
            let request = try add(3)
            let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<10 { group.addTask { try await host.rawCall(request, as: ines) } }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 3)
        }
    }

    @Test(arguments: TestEngine.allCases) func aWriteThatReturnsNoReplyIsAFaultAndChangesNothing(engine: TestEngine)
        async throws
    {
        try await Harness<ProbeService>.run(on: engine) { host in
            let request = AddWrongly(number: try Quantity(wire: 3))
            let error = await #expect(throws: Fault.self) {
                try await host.call(request, as: host.member("Ines").once("k1"))
            }
            #expect(error?.code == -32603)
            let sum = try await host.read { tx in try tx.one(ProbeTable.sum) }
            #expect(sum == 0)
        }
    }
}
