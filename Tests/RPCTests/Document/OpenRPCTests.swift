import Contract
import Testing

@testable import RPC

@Suite struct OpenRPCTests {
    static func document() throws -> JSONValue {
        try OpenRPC.document(
            title: "Sample",
            version: "1.2.3",
            methods: [MethodDescription(BookSeats.self), MethodDescription(ListRooms.self)]
        )
    }

    @Test func head() throws {
        let document = try Self.document()
        #expect(document["openrpc"] == "1.3.2")
        #expect(document["info"]?["title"] == "Sample" && document["info"]?["version"] == "1.2.3")
        #expect(Self.names(document["methods"]) == ["sample.allRooms", "sample.book"])
    }

    @Test func method() throws {
        let methods = try Self.elements(try #require(try Self.document()["methods"]))
        let expected: JSONValue = [
            "name": "sample.book",
            "summary": "Books seats in a room.",
            "description": "Seats stay booked for a day.",
            "paramStructure": "either",
            "params": [
                ["name": "room", "required": true, "schema": ["$ref": "#/components/schemas/Code"]],
                ["name": "seats", "required": true, "schema": ["$ref": "#/components/schemas/Seats"]],
                [
                    "name": "note", "required": false,
                    "schema": ["type": "string", "minLength": 0, "maxLength": 1_048_576],
                ],
            ],
            "result": ["name": "reply", "schema": ["$ref": "#/components/schemas/Room"]],
            "errors": [
                [
                    "code": 9001, "message": "There is no such room.",
                    "data": ["reason": "roomUnknown", "retryable": false],
                ],
                [
                    "code": 9002, "message": "The room has no free seat.",
                    "data": ["reason": "roomFull", "retryable": false],
                ],
            ],
            "examples": [
                [
                    "name": "example",
                    "params": [
                        ["name": "room", "value": "XX"], ["name": "seats", "value": 2],
                        ["name": "note", "value": "text"],
                    ],
                    "result": [
                        "name": "reply",
                        "value": [
                            "code": "XX", "seats": 2, "state": "open", "labels": ["key": "text"], "note": "text",
                        ],
                    ],
                ]
            ],
            "x-caller": ["kinds": ["client", "member"], "roles": ["admin", "host"], "visitors": false],
            "x-scope": "sample:staff",
            "x-repeatable": true,
        ]
        #expect(methods[1] == expected, "\(methods[1].prettyText())")
        #expect(methods[0]["deprecated"] == true && methods[0]["errors"] == nil && methods[0]["params"] == [])
    }

    @Test func components() throws {
        let components = try #require(try Self.document()["components"])
        let schemas = try #require(components["schemas"])
        #expect(Self.keys(schemas) == ["Code", "Room", "RoomState", "Seats", "CallMeta"])
        #expect(
            schemas["Seats"] == [
                "type": "integer", "minimum": 1, "maximum": 50, "description": "How many seats.", "x-unit": "seats",
            ]
        )
        #expect(schemas["RoomState"] == ["type": "string", "enum": ["open", "closed"]])
        #expect(schemas["Room"]?["required"] == ["code", "seats", "state", "labels"])
        #expect(schemas["CallMeta"]?["properties"]?["timeout_ms"]?["maximum"] == 300_000)
        #expect(Self.keys(try #require(components["errors"])).count == Fault.common.count)
        #expect(components["errors"]?["BUSY"]?["code"] == -32009)
    }

    @Test func byteStable() throws {
        let methods = try [MethodDescription(ListRooms.self), MethodDescription(BookSeats.self)]
        let other = try OpenRPC.document(title: "Sample", version: "1.2.3", methods: methods)
        #expect(try Self.document().prettyText() == other.prettyText())
    }

    /// Every reference leads somewhere, and nothing is used that means different things in different drafts.
    @Test func referencesAndVocabulary() throws {
        let document = try Self.document()
        let schemas = Set(Self.keys(try #require(document["components"]?["schemas"])))
        var references: Set<String> = []
        Self.walk(document) { key, value in
            #expect(!["definitions", "$defs", "prefixItems", "nullable", "const", "if"].contains(key))
            if key == "$ref", case .string(let target) = value { references.insert(target) }
        }
        #expect(references.count == 4)
        for reference in references {
            #expect(schemas.contains(String(reference.dropFirst("#/components/schemas/".count))))
        }
    }

    @Test func oneNameForTwoSchemasIsRefused() throws {
        let book = try MethodDescription(BookSeats.self)
        let other = try MethodDescription(Elsewhere.Look.self)
        #expect(throws: InvalidValue("Two types with different schemas are both called Room.")) {
            try OpenRPC.document(title: "", version: "", methods: [book, other])
        }
        #expect(throws: InvalidValue.self) { try Manual.types(of: [book, other]) }
        #expect(throws: InvalidValue.self) { try Manual.page(title: "", summary: "", methods: [book, other]) }
    }

    private static func names(_ value: JSONValue?) -> [JSONValue?] {
        guard case .array(let elements) = value else { return [] }
        return elements.map { $0["name"] }
    }

    private static func elements(_ value: JSONValue) throws -> [JSONValue] {
        guard case .array(let elements) = value else { throw InvalidValue("not an array") }
        return elements
    }

    private static func keys(_ value: JSONValue) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.key)
    }

    private static func walk(_ value: JSONValue, _ visit: (String, JSONValue) -> Void) {
        switch value {
        case .array(let elements): for element in elements { walk(element, visit) }
        case .object(let members):
            for member in members {
                visit(member.key, member.value)
                walk(member.value, visit)
            }
        default: break
        }
    }
}

/// A method whose reply is called as another type's is.
enum Elsewhere {
    struct Named: Described {
        static let schema = Schema.text(1...1)
        static let example = Named()
        static let schemaName = "Room"
    }

    struct Look: Method {
        typealias Interface = SampleService
        typealias Caller = Anyone
        typealias Reply = Named

        static let name = "sample.look"
        static let summary = "Looks elsewhere."
    }
}
