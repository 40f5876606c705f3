import Models

/// Which keys sign and which are published: a new one is published before it signs, an old one until every token that
/// it signed has expired, so that a rotation loses no call.
struct KeySchedule: Sendable {
    /// From when to when a key signs is decided by when it begins and when the next one does.
    struct Key: Sendable, Hashable {
        var name: String
        var signsFrom: Instant
    }

    /// How long a key signs.
    var rotation: Seconds
    /// How long a new key is published before it signs: longer than anybody keeps the list.
    var lead: Seconds
    /// How long an old key stays published: longer than a token lives.
    var trail: Seconds

    /// The key that signs; nil where there is none yet.
    func signing(_ keys: [Key], at now: Instant) -> Key? {
        keys.filter { $0.signsFrom <= now }.max { $0.signsFrom < $1.signsFrom }
    }

    /// In the order in which they sign.
    func published(_ keys: [Key], at now: Instant) -> [Key] {
        let ordered = keys.sorted { $0.signsFrom < $1.signsFrom }
        return ordered.indices.filter { index in
            guard index + 1 < ordered.count else { return true }
            return now < ordered[index + 1].signsFrom + trail
        }.map { ordered[$0] }
    }

    /// When a key that is made now begins to sign; nil while none is needed.
    func begin(ofKeyAfter keys: [Key], at now: Instant) -> Instant? {
        guard let last = keys.map(\.signsFrom).max() else { return now }
        return last + rotation <= now + lead ? now + lead : nil
    }
}
