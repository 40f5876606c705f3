import Contract

extension Schema {
    /// What a value may be, in a few words of Markdown; types that have a name are linked to their entry.
    var phrase: String {
        let words = kind.phrase
        return isNullable ? words + ", or null" : words
    }
}

extension Schema.Kind {
    fileprivate var phrase: String {
        switch self {
        case .any: "any JSON"
        case .boolean: "true or false"
        case .integer(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "number, \(range.lowerBound) to \(range.upperBound)"
        case .string(let limits): limits.phrase
        case .oneOf(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .array(let element, let limit): "list of " + element.phrase + (limit.map { ", at most \($0)" } ?? "")
        case .object: "object"
        case .map(let value): "object with free member names; each value: " + value.phrase
        case .reference(let name): "[\(name)](\(Manual.typesFile)#\(name.lowercased()))"
        }
    }
}

extension Schema.StringLimits {
    fileprivate var phrase: String {
        let bounds =
            length.lowerBound == length.upperBound
            ? "\(length.lowerBound)" : "\(length.lowerBound) to \(length.upperBound)"
        var words = "text of \(bounds) characters"
        if let format { words += ", \(format)" }
        if let pattern { words += ", matching `\(pattern)`" }
        return words
    }
}
