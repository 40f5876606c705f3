import Contract
import Models
import RewardsAPI

/// A line of an imported file.
struct CouponLine: Hashable, Sendable {
    /// From 1.
    let number: Int
    let code: CouponCode
    let member: Member.ID?
}

/// What a file of codes says, and what is wrong with it.
struct CouponLines: Sendable {
    private(set) var lines: [CouponLine] = []
    private(set) var problems: [(line: Int, sentence: String)] = []
    static let most = 5000

    init(_ file: CouponFile) {
        var seen: [CouponCode: Int] = [:]
        let texts = file.wire.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, text) in texts.enumerated() {
            let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
            if fields == [""] || (index == 0 && fields[0].lowercased() == "code") { continue }
            do throws(InvalidValue) {
                let line = try Self.line(index + 1, fields)
                if let first = seen[line.code] { throw InvalidValue("repeats the code of line \(first)") }
                seen[line.code] = line.number
                lines.append(line)
            } catch {
                problems.append((index + 1, error.sentence))
            }
        }
    }

    private static func line(_ number: Int, _ fields: [String]) throws(InvalidValue) -> CouponLine {
        guard fields.count <= 2 else { throw InvalidValue("has more than a code and a member") }
        let code = try CouponCode(wire: fields[0])
        let member: Member.ID? = fields.count == 2 ? try Member.ID(wire: fields[1]) : nil
        return CouponLine(number: number, code: code, member: member)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
