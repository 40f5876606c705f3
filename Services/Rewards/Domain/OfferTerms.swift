import Models
import RewardsAPI

extension Offer {
    func isOpen(at now: Instant) -> Bool {
        withdrawnAt == nil && from <= now && until.map { now < $0 } ?? true
    }

    /// Whether one member may have that many, had he or she none before.
    func allows(_ units: Quantity) -> Bool {
        perMember.map { units <= $0 } ?? true && perPeriod.map { units <= $0.pieces } ?? true
    }

    /// Whether members of this type may order; nil where the type is not known.
    func isFor(_ type: CustomerType?) -> Bool {
        guard let customerTypes else { return true }
        return type.map(customerTypes.contains) ?? false
    }

    /// Nil where it is more than there can be points.
    func cost(of units: Quantity) -> PointAmount? {
        (try? price.points.multiplied(by: units.wire)).flatMap { try? PointAmount(wire: $0.wire) }
    }

    /// With the text in the language that was asked for, or in the nearest one that there is.
    func speaking(_ language: LanguageTag, _ texts: [RewardText]) -> Offer {
        let byLanguage = Dictionary(texts.map { ($0.language.wire.lowercased(), $0) }, uniquingKeysWith: { $1 })
        for tag in language.wire.lowercased().languageRange {
            if self.language?.wire.lowercased() == tag { return self }
            guard let text = byLanguage[tag] else { continue }
            var offer = self
            (offer.title, offer.description, offer.language) = (text.title, text.description, text.language)
            return offer
        }
        return self
    }
}

extension String {
    /// The tag, and what is left of it when its end is left off step by step; a single letter goes with what follows it
    /// (RFC 4647, section 3.4).
    fileprivate var languageRange: [String] {
        var parts = split(separator: "-")
        var tags: [String] = []
        while !parts.isEmpty {
            tags.append(parts.joined(separator: "-"))
            parts.removeLast()
            if parts.last?.count == 1 { parts.removeLast() }
        }
        return tags
    }
}

extension LimitPeriod {
    /// The first day of the day, week or month that a moment is in, UTC.
    func start(of moment: Instant) -> Day {
        let day = moment.day
        return switch self {
        case .day: day
        case .week: day.monday
        case .month: Day(number: day.number - (Int(day.wire.suffix(2)) ?? 1) + 1)
        }
    }
}

extension OfferReward {
    static let mostTranslations = 40
    static let mostPictures = 10

    func offer(id: Reward.ID, at now: Instant) throws(Refusal) -> Offer {
        let begin = from ?? now
        if let until, until <= begin { throw .periodEmpty }
        guard translations?.count ?? 0 <= Self.mostTranslations, pictures?.count ?? 0 <= Self.mostPictures else {
            throw .tooMany
        }
        let languages = (translations?.map(\.language) ?? []) + (language.map { [$0] } ?? [])
        guard Set(languages.map { $0.wire.lowercased() }).count == languages.count else { throw .languageTwice }
        return Offer(
            id: id,
            title: title,
            kind: kind,
            price: price,
            asset: asset ?? .points,
            left: stock.map(Count.init),
            perMember: perMember,
            perPeriod: perPeriod,
            from: begin,
            until: until,
            description: description,
            language: language,
            customerTypes: customerTypes?.isEmpty == false ? customerTypes : nil,
            minimumLevel: minimumLevel,
            pictures: pictures ?? []
        )
    }
}
