public import Contract

/// An e-mail address, in lower case.
///
/// The form is checked, the existence is not: only a confirmed address has been seen to work. The local part may hold
/// any visible character but `@`, as RFC 6531 allows; the domain needs a dot.
public struct EmailAddress: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        // Once more after the letters became small: of some there is no capital in one piece.
        let text = TextRules.normalised(TextRules.normalised(wire).lowercased())
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        let isVisible = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && TextRules.isAllowed($0, inLines: false)
        }
        guard halves.count == 2, isVisible, text.unicodeScalars.count <= 254, (1...64).contains(halves[0].utf8.count),
            Self.isDomain(halves[1])
        else { throw InvalidValue("must be an e-mail address of at most 254 characters") }
        self.wire = text
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { !$0.isEmpty && $0.utf8.count <= 63 && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }

    public static var schema: Schema { .text(3...254, format: "email", "An e-mail address; kept in lower case.") }
    public static var example: EmailAddress { EmailAddress(unchecked: "ines@example.org") }
}
