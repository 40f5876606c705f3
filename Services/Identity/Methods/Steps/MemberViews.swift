import IdentityAPI
import Models
import TypedSQL

/// Puts together what is shown of members.
enum MemberViews {
    /// - Parameter withDetails: whether the caller may see everything.
    static func of(_ rows: [MemberRow], withDetails: Bool, in transaction: Transaction) throws -> [MemberView] {
        let ids = rows.map(\.id)
        let roles = Dictionary(grouping: try transaction.all(RoleTable.of(ids)), by: \.member)
        let interests = Dictionary(grouping: try transaction.all(InterestTable.of(ids)), by: \.member)
        let norms = Dictionary(grouping: try transaction.all(NormsTable.latest(of: ids)), by: \.member)
        return rows.map { row in
            let accepted = norms[row.id]?.first?.version
            let tags = interests[row.id, default: []].map(\.tag)
            let everything = accepted.map { details(of: row, interests: tags, norms: $0) }
            return MemberView(
                member: row.id,
                name: row.name,
                affiliation: row.affiliation,
                customerType: row.customerType,
                roles: roles[row.id, default: []].map(\.role),
                details: withDetails ? everything : nil
            )
        }
    }

    private static func details(of row: MemberRow, interests: [Tag], norms: NormsVersion) -> MemberDetails {
        MemberDetails(
            email: row.email,
            language: row.language,
            birthYear: row.birthYear,
            source: row.source,
            inviter: row.inviter,
            acceptedNorms: norms,
            stage: row.stage,
            interests: interests,
            contactBy: row.contactBy.words,
            registeredAt: row.registeredAt,
            confirmedAt: row.confirmedAt,
            completedAt: row.completedAt
        )
    }
}
