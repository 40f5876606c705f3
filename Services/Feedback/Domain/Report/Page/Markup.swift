/// HTML or SVG source. What is interpolated is escaped unless it is markup itself, so that no text of a member or of
/// another service can become part of the page.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    let source: String

    init(stringLiteral literal: StaticString) { source = literal.description }
    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
    init(text: String) { source = Self.escaped(text) }

    static let nothing: Markup = ""

    struct StringInterpolation: StringInterpolationProtocol {
        var source = ""

        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: StaticString) { source += literal.description }
        mutating func appendInterpolation(_ text: String) { source += Markup.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ number: Int64) { source += String(number) }
        mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
        mutating func appendInterpolation(_ pieces: [Markup]) { for piece in pieces { source += piece.source } }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
