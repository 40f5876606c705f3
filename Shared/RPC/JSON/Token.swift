/// One value or member name of a parsed text: where its bytes are and where the next token is. 16 bytes.
struct Token {
    enum Kind: UInt8 {
        case null, yes, no, integer, number, string, array, object
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// A string with at least one backslash, so that its bytes are not its text.
        static let escaped = Flags(rawValue: 1)
        /// A member name that the type being decoded has asked for.
        static let read = Flags(rawValue: 2)
        /// A value of which the type being decoded has taken a container.
        static let opened = Flags(rawValue: 4)
        /// An object of which the type being decoded has asked for members by name.
        static let keyed = Flags(rawValue: 8)
        /// The array of params that are given by position.
        static let positional = Flags(rawValue: 16)
        /// The name `_meta` of params: it is no param, so types whose names are free do not see it.
        static let hidden = Flags(rawValue: 32)
    }

    /// First byte; of a string the first byte after the quote.
    var start: UInt32
    /// After the last byte; of a string the closing quote.
    var end: UInt32
    /// The token after this value and all that is in it; while a container is open, the container around it.
    var next: UInt32
    var kind: Kind
    var flags: Flags = []
    /// How far behind an object's own token the member stands that was found last.
    var hint: UInt16 = 0

    var isContainer: Bool { kind == .array || kind == .object }
}
