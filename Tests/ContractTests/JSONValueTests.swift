import Contract
import Testing

@Suite struct JSONValueTests {
    @Test func literals() {
        let value: JSONValue = ["a": [nil, true, 1, 2.5, "x"], "b": [:]]
        #expect(
            value
                == .object([
                    .init("a", .array([.null, .bool(true), .integer(1), .number(2.5), .string("x")])),
                    .init("b", .object([])),
                ])
        )
        #expect(value["b"] == [:] && value["c"] == nil && JSONValue.null["a"] == nil)
    }

    @Test func membersKeepTheirOrder() {
        #expect(["a": 1, "b": 2] as JSONValue != ["b": 2, "a": 1])
    }
}
