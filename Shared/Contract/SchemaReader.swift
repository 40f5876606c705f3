/// Reads a type's schema off its own `init(from:)`, so that a shape is declared once, as a Swift struct.
///
/// It is a decoder that hands back an example for each leaf, so that decoding can finish, and meanwhile records which
/// keys were asked for, in what order, and which of them may be missing.
public struct SchemaReader {
    /// Every named schema that was met, in the order in which it was first needed.
    public private(set) var components: [(name: String, schema: Schema)] = []
    private let record = SchemaRecord()

    public init() {}

    /// - Returns: the schema of `type`, and an example that satisfies it.
    /// - Throws: ``InvalidValue`` where a type is of a form that the wire does not allow.
    public mutating func read<T: Decodable>(_ type: T.Type) throws -> (schema: Schema, example: T) {
        let result = try record.describe(type)
        components = record.components
        return result
    }

    /// The members of a struct, in the order in which it asks for them: a method's params.
    public mutating func properties<T: Decodable>(of type: T.Type) throws -> (properties: [Schema.Property], example: T)
    {
        let decoder = RecordingDecoder(record: record, path: [])
        let example = try T(from: decoder)
        components = record.components
        guard case .object(let properties) = decoder.recorded.kind else { return ([], example) }
        return (properties, example)
    }
}

/// What one reading has found out; shared by the decoders of all depths.
final class SchemaRecord {
    private(set) var components: [(name: String, schema: Schema)] = []
    private var known: [String: Schema] = [:]
    /// The structs that are being read, from the outermost inwards.
    private var underway: [Any.Type] = []

    func describe<T: Decodable>(_ type: T.Type) throws -> (Schema, T) {
        if let described = type as? any Described.Type { return try leaf(described, as: type) }
        if let plain = PlainLeaf.of(type) { return (plain.schema, try cast(plain.example, to: type)) }
        if let words = try enumeration(type) { return words }
        if let map = type as? any StringKeyed.Type { return try dictionary(map, as: type) }
        return try structure(type)
    }

    private func leaf<T>(_ described: any Described.Type, as type: T.Type) throws -> (Schema, T) {
        try add(described.schemaName, described.schema)
        return (Schema(.reference(described.schemaName)), try cast(described.example, to: type))
    }

    private func enumeration<T>(_ type: T.Type) throws -> (Schema, T)? {
        guard let cases = type as? any CaseIterable.Type, let words = Self.words(of: cases), let first = words.first
        else { return nil }
        let name = SchemaName.of(type)
        try add(name, Schema(.oneOf(words.map(\.word))))
        return (Schema(.reference(name)), try cast(first.value, to: type))
    }

    private static func words<C: CaseIterable>(of type: C.Type) -> [(word: String, value: C)]? {
        let words = type.allCases.compactMap { value in
            ((value as? any RawRepresentable)?.rawValue as? String).map { (word: $0, value: value) }
        }
        return words.count == type.allCases.count ? words : nil
    }

    private func dictionary<T>(_ map: any StringKeyed.Type, as type: T.Type) throws -> (Schema, T) {
        let (schema, example) = try map.describe(in: self)
        return (Schema(.map(of: schema)), try cast(example, to: type))
    }

    private func structure<T: Decodable>(_ type: T.Type) throws -> (Schema, T) {
        let name = SchemaName.of(type)
        guard !underway.contains(where: { $0 == type }) else {
            throw InvalidValue("\(name) contains itself, so no example of it ends.")
        }
        underway.append(type)
        defer { underway.removeLast() }
        let decoder = RecordingDecoder(record: self, path: [])
        let example = try T(from: decoder)
        guard case .object = decoder.recorded.kind else { return (decoder.recorded, example) }
        try add(name, decoder.recorded)
        return (Schema(.reference(name)), example)
    }

    /// Two types whose names differ only in what ``SchemaName`` drops would otherwise share the schema of the first.
    private func add(_ name: String, _ schema: Schema) throws {
        if let other = known[name] {
            guard other == schema else {
                throw InvalidValue("Two types with different schemas are both called \(name).")
            }
            return
        }
        known[name] = schema
        components.append((name, schema))
    }

    private func cast<T>(_ value: Any, to type: T.Type) throws -> T {
        guard let value = value as? T else { throw InvalidValue("no example of \(type)") }
        return value
    }
}

/// The leaves that Swift itself brings. Their limits are those of the wire; a type with limits of its own is a ``WireValue``.
struct PlainLeaf {
    let schema: Schema
    let example: any Sendable

    /// Integers beyond 2^53 - 1 would be rounded by many clients.
    static let safeInteger: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    static func of(_ type: Any.Type) -> PlainLeaf? {
        switch type {
        case is String.Type: PlainLeaf(schema: .text(0...1_048_576), example: "text")
        case is Int64.Type: PlainLeaf(schema: Schema(.integer(safeInteger)), example: Int64(1))
        case is Int.Type: PlainLeaf(schema: Schema(.integer(safeInteger)), example: 1)
        case is Double.Type: PlainLeaf(schema: Schema(.number(-1e15...1e15)), example: 0.5)
        case is Bool.Type: PlainLeaf(schema: Schema(.boolean), example: true)
        default: nil
        }
    }
}

/// Dictionaries ask a decoder for no fixed keys, so they have to be met before they decode.
protocol StringKeyed {
    static func describe(in record: SchemaRecord) throws -> (Schema, Any)
}

extension Dictionary: StringKeyed where Key == String, Value: Decodable {
    static func describe(in record: SchemaRecord) throws -> (Schema, Any) {
        let (schema, example) = try record.describe(Value.self)
        return (schema, ["key": example])
    }
}
