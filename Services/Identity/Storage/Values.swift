public import IdentityAPI
public import Models
public import TypedSQL

// How this service's words stand in its database: as on the wire.

extension NormsVersion: SQLValue {}
extension BirthYear: SQLValue {}
extension AcquisitionSource: SQLValue {}
extension CustomerType: SQLValue {}
extension OnboardingStep: SQLValue {}
extension MessageKind: SQLValue {}
extension OneTimeCode.Purpose: SQLValue {}

/// Several words in one column, in their order, separated by spaces.
struct WordList<Word: RawRepresentable<String> & Sendable>: SQLValue {
    var words: [Word]

    init(_ words: [Word]) { self.words = words }

    init(sqlValue: Value) throws {
        words = try String(sqlValue: sqlValue).split(separator: " ").compactMap { Word(rawValue: String($0)) }
    }

    var sqlValue: Value { words.map(\.rawValue).joined(separator: " ").sqlValue }
    static var sqlType: SQLType { .text }
}

extension ScopeName: RawRepresentable {
    public init?(rawValue: String) {
        guard let name = try? ScopeName(wire: rawValue) else { return nil }
        self = name
    }
    public var rawValue: String { wire }
}
