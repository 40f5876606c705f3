/// A word or a mark of a Swift source. Comments are left out, and a string literal is one token, `""`, followed by those
/// of the code that is interpolated into it.
struct Token: Sendable, Hashable {
    let text: String
    /// Counted from 1.
    let line: Int
    /// Whether it follows the token before it without a space: `try!` and not `try !`.
    let isGlued: Bool
}

/// A comment, without the marks at its beginning.
struct Remark: Sendable, Hashable {
    let text: String
    let line: Int
}

extension [Token] {
    /// The places at which these tokens follow each other. One that begins with a mark has to be glued to the word
    /// before it, so that `try !done` is not taken for `try!`.
    func places(of sequence: [String]) -> [Int] {
        guard let first = sequence.first, count >= sequence.count else { return [] }
        return (0...count - sequence.count).filter { start in
            guard self[start].text == first else { return false }
            return sequence.indices.dropFirst().allSatisfy { offset in
                let token = self[start + offset]
                return token.text == sequence[offset] && (token.text != "!" || token.isGlued)
            }
        }
    }
}
