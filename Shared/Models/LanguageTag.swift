public import Contract

/// A language by its BCP 47 tag, such as `en`, `zh-Hant` or `pt-BR`.
public struct LanguageTag: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let parts = wire.split(separator: "-", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isAlphanumeric) }
        guard let language = parts.first, isPlain, wire.utf8.count <= 35, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy({ (97...122).contains($0) })
        else { throw InvalidValue("must be a BCP 47 language tag such as en or zh-Hant") }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    public static var schema: Schema {
        .text(2...35, pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "A language, BCP 47.")
    }
    public static var example: LanguageTag { LanguageTag(unchecked: "en") }
}
