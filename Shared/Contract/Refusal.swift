/// An expected no: part of a method's contract, thrown by pure functions, and never a fault.
///
/// The raw value is the stable `data.reason` on the wire. Its number and sentence stand once, in the service's
/// ``RefusalTable``, because two methods may refuse for the same reason.
public protocol Refusal: RawRepresentable, CaseIterable, Error, Hashable, Sendable where RawValue == String {}

/// The refusal of a method that never refuses.
public enum NoRefusal: Refusal {
    public init?(rawValue: String) { nil }
    public var rawValue: String { switch self {} }
    public static var allCases: [NoRefusal] { [] }
}

/// All reasons of one service, with the numbers that callers may rely on for ever.
///
/// The table only grows at its end: a number, once published, keeps its meaning.
public struct RefusalTable: Sendable {
    /// One reason: `code` is the JSON-RPC error code, `sentence` its human-readable message.
    public struct Entry: Sendable, Hashable {
        public let code: Int
        public let reason: String
        public let sentence: String
    }

    public let entries: [Entry]
    private let byReason: [String: Entry]

    /// - Parameters:
    ///   - block: the service's block of positive codes, a multiple of 1000. The first reason gets `block + 1`.
    ///   - reasons: reason and sentence, in the order in which they were published.
    public init(block: Int, _ reasons: KeyValuePairs<String, String>) {
        entries = reasons.enumerated().map {
            Entry(code: block + 1 + $0.offset, reason: $0.element.key, sentence: $0.element.value)
        }
        byReason = Dictionary(entries.map { ($0.reason, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(reason: String) -> Entry? { byReason[reason] }
}
