import Contract
import Testing

@testable import RPC

@Suite struct FaultTests {
    private static let table = RefusalTable(
        block: 3000,
        ["rewardUnknown": "There is no such reward.", "outOfStock": "None is left."]
    )

    static let rows: [(Fault, Int, String, Bool)] = [
        (.parseError(), -32700, "PARSE_ERROR", false),
        (.invalidRequest(), -32600, "INVALID_REQUEST", false),
        (.methodNotFound, -32601, "METHOD_NOT_FOUND", false),
        (.invalidParams([]), -32602, "INVALID_PARAMS", false),
        (.internalError(trace: nil), -32603, "INTERNAL_ERROR", false),
        (.unauthenticated, -32001, "UNAUTHENTICATED", false),
        (.permissionDenied("m"), -32001, "PERMISSION_DENIED", false),
        (.deadlineExceeded, -32002, "DEADLINE_EXCEEDED", true),
        (.idempotencyInProgress, -32004, "IN_PROGRESS", true),
        (.idempotencyKeyReused, -32004, "KEY_REUSED", false),
        (.tooManySubscriptions, -32006, "TOO_MANY_SUBSCRIPTIONS", false),
        (.requestTooLarge, -32007, "REQUEST_TOO_LARGE", false),
        (.responseTooLarge, -32008, "RESPONSE_TOO_LARGE", false),
        (.busy(retryAfter: 5), -32009, "BUSY", true),
        (.draining, -32009, "DRAINING", true),
        (.batchTooLarge, -32010, "BATCH_TOO_LARGE", false),
        (.batchResponseTooLarge, -32011, "BATCH_RESPONSE_TOO_LARGE", false),
        (.cancelled, -32800, "CANCELLED", false),
        (.outcomeUnknown, -32003, "OUTCOME_UNKNOWN", true),
        (.conflict, -32009, "CONFLICT", true),
        (.storageFull, -32009, "STORAGE_FULL", true),
        (.readOnly, -32009, "READ_ONLY", true),
        (.unavailable("x"), -32009, "UNAVAILABLE", true),
    ]

    @Test(arguments: rows.indices)
    func numbersAndReasonsAreFixed(row: Int) {
        let (fault, code, reason, isRetryable) = Self.rows[row]
        #expect(fault.code == code && fault.reason == reason && fault.isRetryable == isRetryable)
        #expect(Fault.common[row].reason == reason)
    }

    @Test func theTableForTheDocumentsHasNoOthers() {
        #expect(Fault.common.map(\.reason) == Self.rows.map(\.2))
    }

    @Test func refusalsComeFromTheTable() throws {
        let entry = try #require(Self.table["outOfStock"])
        #expect(Fault.refusal(entry) == Fault(code: 3002, message: "None is left.", reason: "outOfStock"))
    }

    private func text(_ fault: Fault, id: String?) -> String {
        var writer = JSONWriter()
        fault.writeResponse(id: id.map { Array($0.utf8) }, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func onTheWire() {
        let plain =
            #"{"jsonrpc":"2.0","id":"a","error":{"code":-32601,"message":"Method not found","#
            + #""data":{"reason":"METHOD_NOT_FOUND","retryable":false}}}"#
        #expect(text(.methodNotFound, id: "\"a\"") == plain)
    }

    @Test func onTheWireWithEverything() {
        var full = Fault.busy(retryAfter: 200)
        full.traceID = "4bf9"
        full.details = [.init(path: "/a~1b", sentence: "Say \"no\"."), .init(path: "", sentence: "x")]
        let expected =
            #"{"jsonrpc":"2.0","id":null,"error":{"code":-32009,"message":"Too many calls are under way.","#
            + #""data":{"reason":"BUSY","retryable":true,"retry_after_ms":200,"trace_id":"4bf9","#
            + #""details":[{"path":"/a~1b","sentence":"Say \"no\"."},{"path":"","sentence":"x"}]}}}"#
        #expect(text(full, id: nil) == expected)
    }

    @Test(arguments: rows.indices)
    func readsBack(row: Int) throws {
        var fault = Self.rows[row].0
        fault.traceID = "t"
        fault.details = [.init(path: "/p", sentence: "s")]
        var writer = JSONWriter()
        fault.writeError(to: &writer)
        #expect(try JSONReader.decode(Fault.self, from: writer.bytes, strict: true) == fault)
    }

    @Test(arguments: [
        #"{"code":5,"message":"m"}"#, #"{"code":5,"message":"m","data":"text"}"#,
        #"{"code":5,"message":"m","data":{"reason":7,"details":{}}}"#,
    ])
    func errorsOfOtherServers(text: String) throws {
        #expect(try read(Fault.self, text, strict: false) == Fault(code: 5, message: "m", reason: ""))
    }

    @Test func fromFailures() {
        #expect(Fault(JSONFailure(.grammar, "g")).code == -32700)
        #expect(Fault(JSONFailure(.depth, "d")).code == -32600)
        #expect(Fault(JSONFailure(.size, "s")).code == -32007)
        #expect(Fault(JSONFailure(path: "/x", sentence: "s")) == .invalidParams([.init(path: "/x", sentence: "s")]))
    }
}
