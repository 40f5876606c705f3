public import Contract
public import Models

/// What a reward is called and what there is to say of it, in one language.
public struct RewardText: Codable, Sendable, Equatable {
    public var language: LanguageTag
    public var title: Title
    public var description: RewardDescription?

    public init(language: LanguageTag, title: Title, description: RewardDescription? = nil) {
        self.language = language
        self.title = title
        self.description = description
    }
}

public typealias RewardDescription = Text<RewardDescriptionKind>

/// What there is to say of a reward.
public enum RewardDescriptionKind: TextKind {
    public static let name = "RewardDescription"
    public static let note = "What there is to say of a reward, with paragraphs."
    public static let length = 1...2000
    public static let isMultiline = true
    public static let sample = "Made of steel.\nKeeps tea warm for six hours."
}

/// A picture of a reward, kept elsewhere. Who shows it can see by size and digest that it is the one that was meant.
public struct Picture: Codable, Sendable, Equatable {
    public var link: WebLink
    public var mediaType: PictureType
    public var size: PictureSize
    /// Of the file.
    public var sha256: Digest

    public init(link: WebLink, mediaType: PictureType, size: PictureSize, sha256: Digest) {
        self.link = link
        self.mediaType = mediaType
        self.size = size
        self.sha256 = sha256
    }
}

/// What browsers show without running anything.
public enum PictureType: String, Codable, CaseIterable, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case avif = "image/avif"
    case gif = "image/gif"
}

/// The size of a picture's file.
public struct PictureSize: WireValue {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard Self.range.contains(wire) else { throw InvalidValue("must be from 1 to \(Self.range.upperBound) bytes") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    static let range: ClosedRange<Int64> = 1...20_000_000
    public static var schema: Schema { Schema(.integer(range), "The size of a picture's file.", unit: "bytes") }
    public static var example: PictureSize { PictureSize(unchecked: 48_213) }
}

/// An address that a browser can open over a protected connection.
public struct WebLink: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let rest = wire.utf8.dropFirst(Self.scheme.utf8.count)
        guard wire.hasPrefix(Self.scheme), wire.utf8.count <= 2048, let first = rest.first, first != 47,
            rest.allSatisfy({ (33...126).contains($0) && $0 != 34 && $0 != 60 && $0 != 62 && $0 != 92 })
        else { throw InvalidValue("must be an https:// address of at most 2048 ASCII characters") }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static let scheme = "https://"
    public static var schema: Schema {
        .text(9...2048, pattern: "^https://[^/\\s\"<>\\\\][!-~]*$", "An address that begins with https://.")
    }
    public static var example: WebLink { WebLink(unchecked: "https://shop.example/cup.webp") }
}
