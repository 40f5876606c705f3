public import Contract
import Foundation

/// What a text is for: its limits, and whether it may have lines.
public protocol TextKind: Sendable {
    static var name: String { get }
    static var note: String { get }
    /// In Unicode scalars, after normalisation.
    static var length: ClosedRange<Int> { get }
    static var isMultiline: Bool { get }
    static var sample: String { get }
}

/// A text that people wrote, within the limits of its kind.
///
/// It is put into Unicode normalisation form C, its ends are trimmed of white space, and line ends become LF, so that
/// two texts that look the same are the same. Control characters, noncharacters and (in a single line) marks that turn
/// the direction of writing are refused.
public struct Text<Kind: TextKind>: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let normalised = TextRules.normalised(wire)
        guard Kind.length.contains(normalised.unicodeScalars.count) else {
            throw InvalidValue("must have from \(Kind.length.lowerBound) to \(Kind.length.upperBound) characters")
        }
        guard normalised.unicodeScalars.allSatisfy({ TextRules.isAllowed($0, inLines: Kind.isMultiline) }) else {
            throw InvalidValue(
                Kind.isMultiline ? "must have no control characters" : "must be one line without control characters"
            )
        }
        self.wire = normalised
    }

    private init(sample: String) { wire = sample }

    public static var schema: Schema { .text(Kind.length, Kind.note) }
    public static var example: Text<Kind> { Text(sample: Kind.sample) }
    public static var schemaName: String { Kind.name }
    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}

extension Text: CustomStringConvertible {
    public var description: String { wire }
}

enum TextRules {
    static func normalised(_ text: String) -> String {
        var result = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
        if result.utf8.contains(13) {
            result = result.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        }
        return result.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func isAllowed(_ scalar: Unicode.Scalar, inLines: Bool) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: inLines
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: inLines
        default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
        }
    }
}
