import Crypto
import Models
import RewardsAPI

/// Chooses some of a pool so that anybody can check it: RFC 3797, sections 4 and 6.
struct VerifiableSelection: Sendable {
    let profile: DrawProfile
    let key: String

    /// One of those that were chosen.
    struct Choice: Hashable, Sendable {
        /// In the pool, from 1.
        let place: Int
        /// Hexadecimal.
        let digest: String
    }

    init(_ profile: DrawProfile, key: String) {
        self.profile = profile
        self.key = key
    }

    /// Each source's numbers in ascending order, each followed by a full stop, each source by a slash (section 4.1).
    static func key(of sources: [DrawNumbers]) -> String {
        sources.map { $0.numbers.sorted().map { "\($0)." }.joined() + "/" }.joined()
    }

    /// - Parameters:
    ///   - count: at most 65,536, because the index has two bytes; where it is more than the pool has, all are chosen.
    ///   - size: how many the pool has.
    func choose(_ count: Int, of size: Int) -> [Choice] {
        var left = Array(1...max(size, 1)).prefix(size)
        return (0..<min(count, size, 65_536)).map { index in
            let digest = digest(at: UInt16(truncatingIfNeeded: index))
            let place = left.startIndex + Self.remainder(of: digest, by: left.count)
            return Choice(place: left.remove(at: place), digest: Hexadecimal.text(digest))
        }
    }

    private func digest(at index: UInt16) -> [UInt8] {
        let bracket = [UInt8(index >> 8), UInt8(index & 255)]
        let input = bracket + Array(key.utf8) + bracket
        return switch profile {
        case .rfc3797: Array(Insecure.MD5.hash(data: input))
        case .sha256: Array(SHA256.hash(data: input))
        }
    }

    /// Of the bytes as one number, most significant byte first.
    private static func remainder(of bytes: [UInt8], by divisor: Int) -> Int {
        bytes.reduce(0) { rest, byte in (rest << 8 | Int(byte)) % divisor }
    }
}

/// What a pool looks like when it is hashed.
struct PoolText: Sendable {
    private var hash = SHA256()

    /// - Parameter members: in the order of their places.
    static func digest(of members: [Member.ID]) -> Models.Digest {
        var text = PoolText()
        for (index, member) in members.enumerated() { text.hash.update(data: Array("\(index + 1) \(member)\n".utf8)) }
        return Models.Digest(bytes: text.hash.finalize())
    }
}

extension DrawNumbers {
    var isValid: Bool { (1...20).contains(numbers.count) && numbers.allSatisfy { $0 >= 0 } }
}
