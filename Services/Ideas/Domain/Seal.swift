import Crypto
import IdeasAPI
import Models

/// SHA-256 over canonical texts.
enum Seal {
    static func of(_ document: CampaignProtocol) throws -> Models.Digest { digest(try document.canonicalText) }

    static func of(_ result: ResultDocument) throws -> Models.Digest { digest(try result.canonicalText) }

    /// Of a list: each element's canonical JSON and a line feed.
    static func of(lines elements: [some Encodable]) throws -> Models.Digest {
        var hash = SHA256()
        for element in elements { hash.update(data: Array((try CanonicalJSON.text(element) + "\n").utf8)) }
        return Models.Digest(bytes: hash.finalize())
    }

    static func digest(_ text: String) -> Models.Digest { Models.Digest(bytes: SHA256.hash(data: Array(text.utf8))) }
}
