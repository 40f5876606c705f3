/// A proof of who calls is made by admission alone, so whoever holds one need not ask again.
enum ProofRule {
    static let proofs = ["ActingMember", "StaffMember", "ExpertMember", "Reader", "Backend", "PeerService", "Visitor"]

    static func findings(in source: Source) -> [Finding] {
        guard !source.isTest, !source.path.hasPrefix("Shared/Hosting/Admission/") else { return [] }
        return proofs.flatMap { proof in
            let made = source.tokens.places(of: [proof, "("]) + source.tokens.places(of: [proof, ".", "init"])
            return made.map { place in
                let line = source.tokens[place].line
                return Finding(path: source.path, line: line, sentence: "Only admission makes a \(proof).")
            }
        }
    }
}
