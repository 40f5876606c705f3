import Models

/// What scrypt is asked for (RFC 7914).
struct ScryptCost: Sendable, Hashable {
    /// Binary logarithm of N.
    var logN: Int
    var r: Int
    var p: Int

    /// Equal in strength by the OWASP Password Storage Cheat Sheet: 2^15/8/3, 2^16/8/2, 2^17/8/1 and more.
    init(logN: Int) {
        self.logN = logN
        r = 8
        p = max(1, 18 - logN)
    }

    init(logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// Bytes that one computation holds, 128 r N.
    var memory: Int { 128 * r << logN }
}

/// A stored password, with everything that is needed to check it: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, salt and hash
/// in hexadecimal. A future scheme gets another first word, and both are understood as long as old ones are stored.
struct PasswordHash: Sendable, Hashable {
    var cost: ScryptCost
    var salt: [UInt8]
    var key: [UInt8]

    static let saltLength = 16
    static let keyLength = 32

    var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(Hexadecimal.text(salt))$\(Hexadecimal.text(key))"
    }

    init(cost: ScryptCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Nil for a text of another form.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]),
            let salt = Hexadecimal.bytes(parts[3]), salt.count >= Self.saltLength,
            let key = Hexadecimal.bytes(parts[4]), key.count == Self.keyLength
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// The bounds keep a damaged row from asking for the memory of the whole machine.
    private static func cost(_ text: Substring) -> ScryptCost? {
        let fields = text.split(separator: ",").map { $0.split(separator: "=") }
        guard fields.count == 3, fields.allSatisfy({ $0.count == 2 }), fields.map(\.[0]) == ["ln", "r", "p"],
            let logN = Int(fields[0][1]), let r = Int(fields[1][1]), let p = Int(fields[2][1]),
            (1...20).contains(logN), (1...16).contains(r), (1...16).contains(p)
        else { return nil }
        return ScryptCost(logN: logN, r: r, p: p)
    }
}
