/// Splits a Swift source into tokens and comments; knows as much of the language as the rules need.
struct Lexer {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var end = 0
    private(set) var tokens: [Token] = []
    private(set) var comments: [Remark] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        readCode(isInterpolation: false)
    }

    /// Until the end, or in an interpolation to the parenthesis that closes it.
    private mutating func readCode(isInterpolation: Bool) {
        var depth = 0
        while at < bytes.count {
            if starts(with: "//") {
                readLineComment()
            } else if starts(with: "/*") {
                readBlockComment()
            } else if let hashes = hashesBeforeQuote() {
                readString(hashes: hashes)
            } else if Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "@") || bytes[at] == UInt8(ascii: "#") {
                readWord()
            } else {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
                if isInterpolation && depth < 0 { return at += 1 }
                readMark()
            }
        }
    }

    private mutating func readMark() {
        if bytes[at] > 0x20 { add(from: at, to: at + 1) }
        step()
    }

    private mutating func readWord() {
        let start = at
        at += 1
        while at < bytes.count, Self.isWord(bytes[at]) { at += 1 }
        add(from: start, to: at)
    }

    private mutating func add(from start: Int, to stop: Int) {
        let text = String(decoding: bytes[start..<stop], as: UTF8.self)
        tokens.append(Token(text: text, line: line, isGlued: start == end))
        end = stop
    }

    private mutating func step() {
        if bytes[at] == UInt8(ascii: "\n") { line += 1 }
        at += 1
    }

    private func starts(with mark: StaticString, at offset: Int = 0) -> Bool {
        let start = at + offset
        guard start + mark.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == mark.utf8Start[$0] }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }
}

extension Lexer {
    private mutating func readLineComment() {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
        addComment(from: start, at: line)
    }

    private mutating func readBlockComment() {
        let (start, first) = (at, line)
        var depth = 0
        repeat {
            if starts(with: "/*") { depth += 1 }
            if starts(with: "*/") { depth -= 1 }
            step()
        } while at < bytes.count && depth > 0
        if at < bytes.count { at += 1 }
        addComment(from: start, at: first)
    }

    private mutating func addComment(from start: Int, at line: Int) {
        let text = String(decoding: bytes[start..<at], as: UTF8.self).drop { $0 == "/" || $0 == "*" }
        comments.append(Remark(text: String(text), line: line))
    }

    /// How many `#` stand before the quotation mark that begins here; nil where none does.
    private func hashesBeforeQuote() -> Int? {
        var offset = 0
        while at + offset < bytes.count, bytes[at + offset] == UInt8(ascii: "#") { offset += 1 }
        return starts(with: "\"", at: offset) ? offset : nil
    }

    private mutating func readString(hashes: Int) {
        tokens.append(Token(text: "\"\"", line: line, isGlued: at == end))
        at += hashes
        let quotes = starts(with: "\"\"\"") ? 3 : 1
        at += quotes
        while at < bytes.count {
            if isRun(of: "\"", quotes, at: at), isRun(of: "#", hashes, at: at + quotes) {
                at += quotes + hashes
                break
            }
            if bytes[at] == UInt8(ascii: "\\"), isRun(of: "#", hashes, at: at + 1) {
                readEscape(hashes: hashes)
            } else {
                step()
            }
        }
        end = at
    }

    private mutating func readEscape(hashes: Int) {
        at += 1 + hashes
        guard at < bytes.count else { return }
        if bytes[at] == UInt8(ascii: "(") {
            at += 1
            readCode(isInterpolation: true)
        } else {
            step()
        }
    }

    private func isRun(of mark: Unicode.Scalar, _ length: Int, at start: Int) -> Bool {
        start + length <= bytes.count && bytes[start..<start + length].allSatisfy { $0 == UInt8(ascii: mark) }
    }
}
