/// What a value on the wire may be: the subset of JSON Schema that means the same in Draft-07 and in 2020-12.
public struct Schema: Sendable, Hashable {
    public indirect enum Kind: Sendable, Hashable {
        case any
        case boolean
        case integer(ClosedRange<Int64>)
        case number(ClosedRange<Double>)
        case string(StringLimits)
        case oneOf([String])
        case array(of: Schema, limit: Int?)
        case object([Property])
        /// An object whose member names are free.
        case map(of: Schema)
        /// A schema under `#/components/schemas`.
        case reference(String)
    }

    /// Lengths in Unicode scalars, as JSON Schema counts them.
    public struct StringLimits: Sendable, Hashable {
        public var length: ClosedRange<Int>
        public var pattern: String?
        public var format: String?
        public init(length: ClosedRange<Int>, pattern: String? = nil, format: String? = nil) {
            self.length = length
            self.pattern = pattern
            self.format = format
        }
    }

    /// A named member of an object, in positional order.
    public struct Property: Sendable, Hashable {
        public var name: String
        public var schema: Schema
        public var isRequired: Bool
        public init(_ name: String, _ schema: Schema, isRequired: Bool) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    public var kind: Kind
    /// One sentence; belongs to the type, not to each field of it.
    public var note: String?
    /// The unit of a figure: points, microseconds, characters.
    public var unit: String?
    public var isNullable = false

    public init(_ kind: Kind, _ note: String? = nil, unit: String? = nil) {
        self.kind = kind
        self.note = note
        self.unit = unit
    }

    public static func text(
        _ length: ClosedRange<Int>,
        pattern: String? = nil,
        format: String? = nil,
        _ note: String? = nil
    ) -> Schema {
        Schema(.string(StringLimits(length: length, pattern: pattern, format: format)), note)
    }
}
