import Contract
import RPC

/// A service for tests of the client: one method that adds or says no, one that waits.
enum Calculator: ServiceInterface {
    static let service = "calculator"
    static let refusals = RefusalTable(block: 9000, ["tooLarge": "The sum is too large.", "odd": "The sum is odd."])
}

enum Anybody: Caller {
    static let rule = CallerRule(kinds: [], allowsVisitors: true)
}

struct Add: Method {
    typealias Interface = Calculator
    typealias Caller = Anybody
    struct Reply: Codable, Sendable, Equatable { let sum: Int }
    enum Refusal: String, Contract.Refusal { case tooLarge, odd }
    static let name = "calculator.add"
    static let summary = "Adds."
    var a: Int
    var b: Int
}

/// Says what came beside the params.
struct Reveal: Method {
    typealias Interface = Calculator
    typealias Caller = Anybody
    struct Reply: Codable, Sendable, Equatable {
        var authorization: String?
        var traceparent: String?
        var key: String?
        var timeout: Int?
    }
    static let name = "calculator.reveal"
    static let summary = "Reveals the meta."
}

/// A sleeper, held back by the journal of the server.
struct Hold: Method {
    typealias Interface = Calculator
    typealias Caller = Anybody
    typealias Reply = String
    static let name = "hold"
    static let summary = "Waits."
    var name: String
}

enum CalculatorRoutes {
    static let all: [Route] = [
        Route(
            name: Add.name,
            handle: .inPlace { params, _, writer in
                let add = try params.decode(Add.self, order: ["a", "b"])
                if add.a + add.b > 100 { throw Fault(code: 9001, message: "The sum is too large.", reason: "tooLarge") }
                try writer.write(Add.Reply(sum: add.a + add.b))
            }
        ),
        Route(
            name: Reveal.name,
            handle: .task { _, call in
                {
                    let reply = Reveal.Reply(
                        authorization: call.authorization,
                        traceparent: call.meta.traceparent,
                        key: call.meta.idempotencyKey,
                        timeout: call.meta.timeoutMilliseconds
                    )
                    var writer = JSONWriter()
                    try writer.write(reply)
                    return writer.bytes
                }
            }
        ),
    ]
}
