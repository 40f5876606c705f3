/// The passwords that are guessed first, by rule instead of by list.
///
/// A password is taken apart into common words, runs along the alphabet, the digits or a row of keys, repetitions and
/// years. Where at most two such parts make all of it but two characters, a guessing program finds it among its first
/// few thousand tries. Several words in a row are a pass phrase and stay allowed.
struct GuessablePassword {
    private let words: [[Character]]

    /// - Parameter words: what is guessed first because of whose password it is.
    init(words: [String]) {
        let own = words.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }.filter { $0.count >= 3 }
        self.words = (own.map(String.init) + Self.common).map(Array.init).sorted { $0.count > $1.count }
    }

    func matches(_ password: String) -> Bool {
        let plain = Array(password.lowercased())
        return [plain, plain.map(Self.unmasked)].contains { isWeak($0) } || Self.isRepetition(plain)
    }

    private func isWeak(_ text: [Character]) -> Bool {
        var (index, parts, rest) = (0, 0, 0)
        while index < text.count {
            let length = longestPart(of: text[index...])
            if length > 0 { parts += 1 } else if text[index].isLetter || text[index].isNumber { rest += 1 }
            index += max(length, 1)
        }
        return parts > 0 && parts <= 2 && rest <= 2
    }

    private func longestPart(of text: ArraySlice<Character>) -> Int {
        let word = words.first { text.starts(with: $0) }?.count ?? 0
        return max(word, Self.run(in: text), Self.repeated(in: text), Self.year(in: text))
    }

    /// `abcd`, `4321`, `qwerty`: three or more neighbours of one row, forwards or backwards.
    private static func run(in text: ArraySlice<Character>) -> Int {
        rows.map { row in
            var length = 0
            for step in [1, -1] {
                guard let first = text.first, var place = row.firstIndex(of: first) else { continue }
                var count = 1
                for character in text.dropFirst() {
                    place = (place + step + row.count) % row.count
                    guard row[place] == character else { break }
                    count += 1
                }
                length = max(length, count)
            }
            return length >= 3 ? length : 0
        }.max() ?? 0
    }

    private static func repeated(in text: ArraySlice<Character>) -> Int {
        guard let first = text.first else { return 0 }
        let length = text.prefix { $0 == first }.count
        return length >= 3 ? length : 0
    }

    private static func year(in text: ArraySlice<Character>) -> Int {
        let digits = text.prefix(4)
        guard digits.count == 4, let year = Int(String(digits)) else { return 0 }
        return (1900...2099).contains(year) ? 4 : 0
    }

    /// The whole of it is one piece of up to six characters, again and again: `abababab`, `12341234`.
    private static func isRepetition(_ text: [Character]) -> Bool {
        (1...6).contains { period in
            text.count >= 2 * period && text.indices.allSatisfy { text[$0] == text[$0 % period] }
        }
    }

    /// The usual disguises of a letter.
    private static func unmasked(_ character: Character) -> Character {
        switch character {
        case "0": "o"
        case "1", "!": "i"
        case "3": "e"
        case "4", "@": "a"
        case "5", "$": "s"
        case "7": "t"
        default: character
        }
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl",
        "zxcvbnm", "qazwsxedc", "1q2w3e4r5t6z7u8i9o0p", "1qaz2wsx3edc4rfv", "qwertzuiop", "azertyuiop",
    ].map(Array.init)
}
