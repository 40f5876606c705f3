/// A leaf of the wire: one JSON scalar with its own rules.
///
/// The initialiser enforces exactly the limits that the schema states, so that a value that exists is a value that is
/// valid, and a value outside is answered with invalid params before any handler runs.
public protocol WireValue: Described, Hashable {
    /// The JSON scalar that carries it.
    associatedtype Wire: WireScalar

    /// - Throws: ``InvalidValue`` with a sentence that a caller can act on.
    init(wire: Wire) throws(InvalidValue)
    var wire: Wire { get }
}

extension WireValue {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let raw = try container.decode(Wire.self)
        do { self = try Self(wire: raw) } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: error.sentence))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// The JSON scalars: strings, 64-bit integers, doubles and booleans.
public protocol WireScalar: Codable, Hashable, Sendable {}

extension String: WireScalar {}
extension Int64: WireScalar {}
extension Double: WireScalar {}
extension Bool: WireScalar {}

/// A type that states its own schema and offers an example, instead of having both read off its properties.
public protocol Described: Codable, Sendable {
    static var schema: Schema { get }
    static var example: Self { get }
    /// The name under `#/components/schemas`.
    static var schemaName: String { get }
}

extension Described {
    public static var schemaName: String { SchemaName.of(Self.self) }
}

/// Why a value is refused at the wire: `sentence` says what is wrong and which limit applies.
public struct InvalidValue: Error, Hashable, Sendable, CustomStringConvertible {
    public let sentence: String
    public init(_ sentence: String) { self.sentence = sentence }
    public var description: String { sentence }
}
