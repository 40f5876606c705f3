import Contract
import RPC
import Testing

@Suite struct LoopbackTests {
    let loopback = Loopback(Router(SpecRoutes.all + CalculatorRoutes.all))

    @Test func typedCallsAndRefusals() async throws {
        #expect(try await loopback.call(Add(a: 1, b: 2)).sum == 3)
        await #expect(throws: Add.Refusal.tooLarge) { try await loopback.call(Add(a: 100, b: 2)) }
        #expect(try await loopback.call(name: "subtract", params: [3, 1]) == 2)
    }

    @Test func theTokenTravels() async throws {
        #expect(try await loopback.call(Reveal(), authorization: "t").authorization == "t")
        #expect(try await loopback.call(name: "rpc.authenticate", params: ["token": "kept"]) == true)
        #expect(try await loopback.call(Reveal()).authorization == "kept")
    }

    @Test func rawBytesAreAnsweredWithRawBytes() async {
        #expect(await send("{") == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700}}"#)
        #expect(await send(#"{"jsonrpc":"2.0","method":"subtract","params":[1,2]}"#) == "")
        let batch =
            #"[{"jsonrpc":"2.0","method":"echo.task","params":{"value":1},"id":1},{"jsonrpc":"2.0","method":"sum","params":[1,2,3],"id":2}]"#
        #expect(
            await send(batch) == #"[{"jsonrpc":"2.0","id":1,"result":{"value":1}},{"jsonrpc":"2.0","id":2,"result":6}]"#
        )
    }

    @Test func aFaultOfTheHandlerIsMapped() async throws {
        let fault = await #expect(throws: Fault.self) { try await loopback.call(name: "fail") }
        #expect(fault?.code == -32603)
        #expect(fault?.message.contains("secret") == false)
    }

    /// The reply, with errors cut down to their code.
    private func send(_ text: String) async -> String {
        withoutData(String(decoding: await loopback.send(Array(text.utf8)), as: UTF8.self))
    }
}
