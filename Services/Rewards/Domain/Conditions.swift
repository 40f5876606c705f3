import Models
import RewardsAPI

extension RuleCondition {
    func isMet(by earning: Earning, for member: Member.ID) -> Bool {
        switch about {
        case .member: isMet(by: member.wire)
        case .campaign: isMet(by: earning.campaign?.wire)
        case .group: isMet(by: earning.group?.wire)
        case .level: isMet(by: earning.facts(of: member)?.level?.wire)
        case .customerType: isMet(by: earning.facts(of: member)?.customerType?.rawValue)
        case .word: isMet(by: field.flatMap { earning.content.words?[$0.wire] })
        case .number: isMet(by: field.flatMap { earning.content.numbers?[$0.wire] })
        }
    }

    private func isMet(by word: String?) -> Bool {
        guard let word else { return test == .isNoneOf }
        return (values ?? []).contains(word) == (test == .isOneOf)
    }

    private func isMet(by value: Int64?) -> Bool {
        guard let value, let number else { return false }
        return switch test {
        case .equals: value == number
        case .atLeast: value >= number
        case .atMost: value <= number
        default: false
        }
    }

    /// Whether it has what its subject and its test need, and nothing else.
    var isComplete: Bool {
        let isNumber = about == .number
        guard (about == .number || about == .word) == (field != nil), isNumber == (number != nil),
            isNumber == (values == nil), isNumber != (test == .isOneOf || test == .isNoneOf)
        else { return false }
        guard let values else { return true }
        return (1...100).contains(values.count) && values.allSatisfy(isPossible)
    }

    /// An id that is none would silently never match.
    private func isPossible(_ value: String) -> Bool {
        switch about {
        case .member: (try? Member.ID(wire: value)) != nil
        case .campaign: (try? Campaign.ID(wire: value)) != nil
        case .group: (try? Group.ID(wire: value)) != nil
        case .level: (try? LevelKey(wire: value)) != nil
        case .customerType: CustomerType(rawValue: value) != nil
        default: (1...200).contains(value.unicodeScalars.count)
        }
    }

    func fits(_ shape: EarningShape) -> Bool {
        if shape.isOpen { return true }
        return switch about {
        case .member, .level, .customerType: true
        case .campaign: shape.hasCampaign
        case .group: false
        case .number: field.map { shape.numbers.contains($0.wire) } ?? false
        case .word: field.map { shape.words.contains($0.wire) } ?? false
        }
    }
}

extension [RuleCondition] {
    /// Whether no event can meet all of them: a number that would have to be in no range, a word that would have to be
    /// one of none.
    var contradictEachOther: Bool {
        Dictionary(grouping: self) { "\($0.about.rawValue) \($0.field?.wire ?? "")" }.values.contains { group in
            group.first?.about == .number ? Self.isEmptyRange(group) : Self.isEmptySet(group)
        }
    }

    private static func isEmptyRange(_ group: [RuleCondition]) -> Bool {
        var (least, most) = (Int64.min, Int64.max)
        for condition in group {
            let number = condition.number ?? 0
            if condition.test != .atMost { least = Swift.max(least, number) }
            if condition.test != .atLeast { most = Swift.min(most, number) }
        }
        return least > most
    }

    private static func isEmptySet(_ group: [RuleCondition]) -> Bool {
        let allowed = group.filter { $0.test == .isOneOf }.map { Set($0.values ?? []) }
        guard let first = allowed.first else { return false }
        let denied = group.filter { $0.test == .isNoneOf }.flatMap { $0.values ?? [] }
        return allowed.reduce(first) { $0.intersection($1) }.subtracting(denied).isEmpty
    }
}
