import Contract
import RPC
import Testing

@Suite struct ClientTests {
    @Test func aTypedCallGivesATypedReply() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            #expect(try await client.call(Add(a: 1, b: 2)) == Add.Reply(sum: 3))
            await client.close()
        }
    }

    @Test func aRefusalIsThrownAsTheMethodsOwn() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            await #expect(throws: Add.Refusal.tooLarge) { try await client.call(Add(a: 99, b: 2)) }
            let fault = await #expect(throws: Fault.self) { try await client.call(name: "none") }
            #expect(fault?.code == -32601)
            await client.close()
        }
    }

    @Test func aCallByNameTakesAndGivesAnyJSON() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            let value: JSONValue = ["value": ["ä", 1, nil]]
            #expect(try await client.call(name: "echo", params: value) == value)
            #expect(try await client.call(name: "subtract", params: [5, 3]) == 2)
            await client.close()
        }
    }

    @Test func repliesAreMatchedInAnyOrder() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            async let slow = client.call(Hold(name: "slow"))
            await harness.journal.reached("begin slow")
            #expect(try await client.call(Add(a: 1, b: 1)).sum == 2)
            harness.journal.release("slow")
            #expect(try await slow == "slow")
            await client.close()
        }
    }

    @Test func manyCallsAtOnceShareTheConnection() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for number in 0..<500 {
                    group.addTask { (number, try await client.call(Add(a: number % 50, b: 0)).sum) }
                }
                for try await (number, sum) in group { #expect(sum == number % 50) }
            }
            #expect(harness.server.openConnections == 1)
            await client.close()
        }
    }

    @Test func tokenKeyAndDeadlineTravelBesideTheParams() async throws {
        try await Harness.serving { (harness) async throws in
            var settings = ClientSettings()
            settings.authorization = { "token" }
            let client = Client(path: harness.path, settings: settings)
            var meta = CallMeta()
            meta.idempotencyKey = "k1"
            meta.timeoutMilliseconds = 2000
            meta.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            let reply = try await client.call(Reveal(), meta: meta)
            #expect(reply.authorization == "token")
            #expect(reply.key == "k1")
            #expect(reply.traceparent == meta.traceparent)
            #expect((1...2000).contains(reply.timeout ?? 0))
            await client.close()
        }
    }

    @Test func anAnswerThatIsLostLeavesTheOutcomeUnknown() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            async let lost = client.call(Hold(name: "lost"))
            await harness.journal.reached("begin lost")
            await client.close()
            do {
                _ = try await lost
                Issue.record("An answer came from nowhere.")
            } catch { #expect((error as? OutcomeUnknown)?.method == "hold") }
            await harness.journal.reached("cancelled lost")
            let failure = await #expect(throws: ConnectionFailure.self) { try await client.call(Add(a: 1, b: 1)) }
            #expect(failure?.kind == .closed)
        }
    }

    @Test func aCancelledTaskTellsTheService() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            let task = Task { try await client.call(Hold(name: "dropped")) }
            await harness.journal.reached("begin dropped")
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            await harness.journal.reached("cancelled dropped")
            await client.close()
        }
    }

    @Test func itIsToldInTimeThatTimeIsUp() async throws {
        try await Harness.serving { (harness) async throws in
            let client = Client(path: harness.path)
            var meta = CallMeta()
            meta.timeoutMilliseconds = 50
            let fault = await #expect(throws: Fault.self) { try await client.call(Hold(name: "late"), meta: meta) }
            #expect(fault?.reason == "DEADLINE_EXCEEDED")
            await client.close()
        }
    }

    @Test func aServiceThatComesBackIsFoundAgain() async throws {
        let folder = try ScratchFolder()
        let path = try SocketPath(folder.file("s"))
        func serve() async throws -> Server {
            var settings = ServerSettings()
            settings.limits.drain = .zero
            let server = Server(router: Router(CalculatorRoutes.all), settings: settings)
            try await server.start(on: [.path(path)])
            return server
        }
        var settings = ClientSettings()
        settings.retryPause = .milliseconds(10)
        let client = Client(path: path.text, settings: settings)
        for _ in 0..<3 {
            async let sum = client.call(Add(a: 1, b: 2)).sum
            let server = try await serve()
            #expect(try await sum == 3)
            await server.drain()
        }
        await client.close()
    }
}
