import Crypto
import IdeasAPI
import Models

/// SHA-256 over canonical texts.
enum Seal {
    static func of(_ document: CampaignProtocol) throws -> Digest { digest(try document.canonicalText) }

    static func of(_ result: ResultDocument) throws -> Digest { digest(try result.canonicalText) }

    /// Of a list: each element's canonical JSON and a line feed.
    static func of(lines elements: [some Encodable]) throws -> Digest {
        var hash = SHA256()
        for element in elements { hash.update(data: Array((try CanonicalJSON.text(element) + "\n").utf8)) }
        return Digest(bytes: hash.finalize())
    }

    static func digest(_ text: String) -> Digest { Digest(bytes: SHA256.hash(data: Array(text.utf8))) }
}
