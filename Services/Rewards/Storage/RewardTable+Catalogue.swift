import Models
import RewardsAPI
import TypedSQL

/// Which rewards of the catalogue are wanted.
struct CatalogueFilter: Hashable, Sendable {
    var kinds: [RewardKind]?
    /// For whom they have to be; nil for whomever.
    var person: Person?

    struct Person: Hashable, Sendable {
        /// Nil where it is not known.
        var customerType: CustomerType?
        /// The member's level and all below it.
        var levels: [LevelKey] = []
    }
}

extension RewardTable {
    /// In the order in which they were offered, one row more than the limit where there are more.
    static func open(at now: Instant, _ filter: CatalogueFilter, after id: String, limit: PageLimit) -> Query<Offer> {
        Query(
            """
            SELECT \(columns) FROM reward
            WHERE id > \(id) AND starts_at <= \(now) AND (ends_at IS NULL OR ends_at > \(now))
                AND withdrawn_at IS NULL \(condition(filter))
            ORDER BY id LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    private static func condition(_ filter: CatalogueFilter) -> SQL {
        let kinds: SQL = filter.kinds.map { "AND kind IN \(list: $0)" } ?? ""
        guard let person = filter.person else { return kinds }
        let type: SQL = person.customerType.map { "OR \(among($0))" } ?? ""
        return """
            \(kinds) AND (customer_types IS NULL \(type))
            AND (minimum_level IS NULL OR minimum_level IN \(list: person.levels))
            """
    }

    /// The types of an offer stand in one column, with a space between two.
    private static func among(_ type: CustomerType) -> SQL {
        let word: String = "% \(type.rawValue) %"
        return "' ' || customer_types || ' ' LIKE \(word)"
    }

    static var catalogueSamples: [SQL] {
        let person = CatalogueFilter.Person(customerType: .trial, levels: [.example])
        return [
            open(at: .example, CatalogueFilter(), after: "", limit: .standard).sql,
            open(at: .example, CatalogueFilter(kinds: [.coupon], person: person), after: "", limit: .standard).sql,
            open(at: .example, CatalogueFilter(person: .init()), after: "", limit: .standard).sql,
        ]
    }
}

extension Transaction {
    /// - Parameter member: nil for a backend, of which nothing is known.
    func person(_ member: Member.ID?, at now: Instant) throws -> CatalogueFilter.Person {
        guard let member else { return .init() }
        let type = try first(CustomerTypeTable.find(member))
        guard let programme = try first(LevelTable.programme(on: now.day)) else { return .init(customerType: type) }
        let level = try standing(of: member, in: programme, at: now).level
        return .init(customerType: type, levels: programme.levels(through: level).map(\.key))
    }
}
