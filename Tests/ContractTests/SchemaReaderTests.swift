import Testing

@testable import Contract

private enum Colour: String, Codable, CaseIterable { case red, green }

private struct Label: WireValue {
    static let schema = Schema.text(1...3, "A label.")
    static let example = Label(text: "ab")
    let text: String

    init(text: String) { self.text = text }

    init(wire: String) throws(InvalidValue) {
        guard (1...3).contains(wire.unicodeScalars.count) else { throw InvalidValue("One to three characters.") }
        text = wire
    }

    var wire: String { text }
}

private struct Leaf: Codable { var size: Int64 }

private struct Page<Item: Codable>: Codable {
    var items: [Item]
    var next: String?
}

private struct Tree: Codable {
    var name: String
    var flag: Bool
    var ratio: Double?
    var leaf: Leaf
    var maybe: Leaf?
    var leaves: [Leaf]
    var colour: Colour
    var label: Label
    var labels: [Label]?
    var counts: [String: Leaf]
    var any: JSONValue
    var number: Int
}

private struct Looping: Codable { var inner: [Looping] }

private enum Other { struct Leaf: Codable { var name: String } }

private struct TwoLeaves: Codable {
    struct Holder: Described {
        static let schema = Schema(.boolean)
        static let example = Holder()
        static let schemaName = "Leaf"
    }

    var one: Leaf
    var other: Holder
}

@Suite struct SchemaReaderTests {
    @Test func properties() throws {
        var reader = SchemaReader()
        let (properties, example) = try reader.properties(of: Tree.self)
        #expect(
            properties.map(\.name) == [
                "name", "flag", "ratio", "leaf", "maybe", "leaves", "colour", "label", "labels", "counts", "any",
                "number",
            ]
        )
        #expect(properties.filter { !$0.isRequired }.map(\.name) == ["ratio", "maybe", "labels"])
        #expect(
            properties.map(\.schema.kind) == [
                .string(.init(length: 0...1_048_576)), .boolean, .number(-1e15...1e15), .reference("Leaf"),
                .reference("Leaf"),
                .array(of: Schema(.reference("Leaf")), limit: nil), .reference("Colour"), .reference("Label"),
                .array(of: Schema(.reference("Label")), limit: nil), .map(of: Schema(.reference("Leaf"))),
                .reference("JSONValue"),
                .integer(PlainLeaf.safeInteger),
            ]
        )
        #expect(
            example.maybe?.size == 1 && example.colour == .red && example.label == .example
                && example.counts.keys.sorted() == ["key"]
        )
    }

    @Test func components() throws {
        var reader = SchemaReader()
        _ = try reader.properties(of: Tree.self)
        #expect(reader.components.map(\.name) == ["Leaf", "Colour", "Label", "JSONValue"])
        #expect(
            reader.components[0].schema.kind
                == .object([.init("size", Schema(.integer(PlainLeaf.safeInteger)), isRequired: true)])
        )
        #expect(reader.components[1].schema.kind == .oneOf(["red", "green"]))
        #expect(reader.components[2].schema == Label.schema)
    }

    @Test func structsAreReferredTo() throws {
        var reader = SchemaReader()
        #expect(try reader.read(Tree.self).schema == Schema(.reference("Tree")))
        #expect(reader.components.last?.name == "Tree")
        #expect(try reader.read([Leaf].self).schema == Schema(.array(of: Schema(.reference("Leaf")), limit: nil)))
        #expect(try reader.read(String.self).schema == Schema(.string(.init(length: 0...1_048_576))))
    }

    @Test func generics() throws {
        var reader = SchemaReader()
        let (schema, example) = try reader.read(Page<Leaf>.self)
        #expect(schema == Schema(.reference("PageOfLeaf")))
        #expect(example.items.count == 1 && example.next == "text")
        #expect(reader.components.map(\.name) == ["Leaf", "PageOfLeaf"])
    }

    @Test func optionalsWithinArrays() throws {
        var reader = SchemaReader()
        #expect(try reader.read([Leaf?].self).schema == Schema(.array(of: Schema(.reference("Leaf")), limit: nil)))
    }

    @Test func aTypeWithinItselfIsRefused() {
        var reader = SchemaReader()
        #expect(throws: InvalidValue("Looping contains itself, so no example of it ends.")) {
            try reader.read(Looping.self)
        }
    }

    @Test func twoTypesOfOneNameAreRefused() {
        var reader = SchemaReader()
        #expect(throws: InvalidValue("Two types with different schemas are both called Leaf.")) {
            try reader.read(TwoLeaves.self)
        }
    }

    @Test func nestedContainersAreRefused() {
        struct Nesting: Decodable {
            enum Keys: String, CodingKey { case inner }
            init(from decoder: any Decoder) throws {
                _ = try decoder.container(keyedBy: Keys.self).nestedContainer(keyedBy: Keys.self, forKey: .inner)
            }
        }
        var reader = SchemaReader()
        #expect(throws: InvalidValue("a nested container at inner: declare a struct instead")) {
            try reader.read(Nesting.self)
        }
    }

    @Test func typesThatTheWireDoesNotKnow() {
        struct Odd: Decodable { var small: UInt8 }
        var reader = SchemaReader()
        #expect(throws: InvalidValue.self) { try reader.read(Odd.self) }
        #expect(throws: InvalidValue.self) { try reader.properties(of: Odd.self) }
    }
}

@Suite struct SchemaNameTests {
    @Test func names() {
        #expect(SchemaName.of(Schema.self) == "Schema")
        #expect(SchemaName.of(Schema.StringLimits.self) == "SchemaStringLimits")
        #expect(SchemaName.of(Leaf.self) == "Leaf")
        #expect(SchemaName.of(Other.Leaf.self) == "OtherLeaf")
        #expect(SchemaName.of(Page<Leaf>.self) == "PageOfLeaf")
        #expect(SchemaName.of(Page<Page<EventRecord>>.self) == "PageOfPageOfEventRecord")
        #expect(SchemaName.of(String.self) == "String")
    }
}
