import Contract
import Testing

@testable import RPC

@Suite struct RequestTextTests {
    private func text(id: String?, _ params: some Encodable, _ meta: CallMeta = .init()) throws -> String {
        var writer = JSONWriter()
        try Envelope.writeRequest(id: id.map { Array($0.utf8) }, method: "a.b", params: params, meta: meta, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static let meta: CallMeta = {
        var meta = CallMeta()
        meta.timeoutMilliseconds = 5
        return meta
    }()

    @Test func forms() throws {
        #expect(try text(id: "1", Pair(a: 1, b: nil)) == #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":{"a":1}}"#)
        #expect(try text(id: nil, Nothing()) == #"{"jsonrpc":"2.0","method":"a.b","params":{}}"#)
        #expect(
            try text(id: "1", Pair(a: 1, b: nil), Self.meta)
                == #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":{"a":1,"_meta":{"timeout_ms":5}}}"#
        )
        #expect(
            try text(id: "1", Nothing(), Self.meta)
                == #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":{"_meta":{"timeout_ms":5}}}"#
        )
        #expect(try text(id: "1", [1]) == #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":[1]}"#)
    }

    @Test func metaNeedsNames() {
        #expect(throws: JSONFailure.self) { try text(id: "1", [1], Self.meta) }
    }

    @Test func response() {
        var writer = JSONWriter()
        Envelope.writeResponse(id: Array("7".utf8), result: Array("null".utf8), to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"jsonrpc":"2.0","id":7,"result":null}"#)
    }
}
