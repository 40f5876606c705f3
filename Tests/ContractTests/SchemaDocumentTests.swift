import Testing

@testable import Contract

@Suite struct SchemaDocumentTests {
    private static let plain: [(Schema, JSONValue)] = [
        (Schema(.any, "Any."), ["description": "Any."]),
        (Schema(.boolean), ["type": "boolean"]),
        (
            Schema(.integer(1...5), "Five.", unit: "points"),
            ["type": "integer", "minimum": 1, "maximum": 5, "description": "Five.", "x-unit": "points"]
        ),
        (Schema(.number(0...0.5)), ["type": "number", "minimum": 0.0, "maximum": 0.5]),
        (
            .text(1...2, pattern: "^a", format: "email"),
            ["type": "string", "minLength": 1, "maxLength": 2, "pattern": "^a", "format": "email"]
        ),
        (Schema(.oneOf(["a"])), ["type": "string", "enum": ["a"]]),
        (
            Schema(.array(of: Schema(.boolean), limit: 3)),
            ["type": "array", "items": ["type": "boolean"], "maxItems": 3]
        ),
        (
            Schema(.array(of: Schema(.reference("X")), limit: nil)),
            ["type": "array", "items": ["$ref": "#/components/schemas/X"]]
        ),
        (Schema(.map(of: Schema(.boolean))), ["type": "object", "additionalProperties": ["type": "boolean"]]),
        (Schema(.reference("X"), "Not shown."), ["$ref": "#/components/schemas/X"]),
        (
            Schema(
                .object([
                    .init("a", Schema(.boolean), isRequired: true), .init("b", Schema(.any), isRequired: false),
                ])
            ),
            [
                "type": "object", "properties": ["a": ["type": "boolean"], "b": [:]], "required": ["a"],
                "additionalProperties": false,
            ]
        ),
        (Schema(.object([])), ["type": "object", "properties": [:], "additionalProperties": false]),
    ]

    @Test(arguments: plain)
    func documents(schema: Schema, document: JSONValue) { #expect(schema.document == document) }

    private static let nulls: [(Schema, JSONValue)] = [
        (Schema(.boolean), ["type": ["boolean", "null"]]),
        (Schema(.oneOf(["a"])), ["type": ["string", "null"], "enum": ["a", nil]]),
        (Schema(.reference("X")), ["anyOf": [["$ref": "#/components/schemas/X"], ["type": "null"]]]),
    ]

    @Test(arguments: nulls)
    func nullable(schema: Schema, document: JSONValue) {
        var schema = schema
        schema.isNullable = true
        #expect(schema.document == document)
    }
}
