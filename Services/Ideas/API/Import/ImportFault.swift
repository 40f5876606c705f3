/// Why a file cannot be read, and where.
public struct ImportFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Problem: Hashable, Sendable {
        /// A quoted field is never closed.
        case quoteNotClosed
        /// Something follows the closing quote of a field.
        case textAfterQuote
        /// The row has another number of fields than its header.
        case fieldCount(expected: Int, found: Int)
        /// The section or the whole file is not there.
        case sectionMissing(String)
        /// The header lacks a column, or `META` a key.
        case columnMissing(String)
        case notANumber(String)
        /// A value that stands twice where it may stand once.
        case duplicate(String)
        /// A ballot names something that is not in the file.
        case unknown(String)
        /// The file says that it has another number of these.
        case countDiffers(expected: Int, found: Int)
        /// The value is valid in the file and has no equivalent here.
        case unsupported(String)
        /// The value is outside the limits of the product.
        case invalid(String)
    }

    /// The first line is 1; a quoted field may go over several.
    public let line: Int
    /// The field of the row, the first being 1; 0 where it is about the row or the whole file.
    public let column: Int
    public let problem: Problem

    public init(line: Int, column: Int, _ problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }

    public var description: String { "line \(line), column \(column): \(sentence)" }

    private var sentence: String {
        switch problem {
        case .quoteNotClosed: "a quote is opened and not closed"
        case .textAfterQuote: "text follows a closing quote"
        case .fieldCount(let expected, let found): "\(found) fields where the header has \(expected)"
        case .sectionMissing(let name): "there is no section \(name)"
        case .columnMissing(let name): "there is no \(name)"
        case .notANumber(let text): "\(text.prefix(40)) is not a number"
        case .duplicate(let text): "\(text.prefix(40)) stands there twice"
        case .unknown(let text): "\(text.prefix(40)) is not in the file"
        case .countDiffers(let expected, let found): "\(found) where the file says \(expected)"
        case .unsupported(let text): "\(text.prefix(40)) has no equivalent"
        case .invalid(let text): text
        }
    }
}
