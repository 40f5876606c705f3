import Models
import RewardsAPI

extension RecordActivity {
    /// The event that this call tells.
    func earning(id: Occurrence.ID, at now: Instant) throws(Refusal) -> Earning {
        guard activity.isCustom else { throw .eventNotCustom }
        try checkData()
        if let shares {
            let isUnique = Set(shares.map(\.member)).count == shares.count
            guard (1...100).contains(shares.count), isUnique else { throw .sharesInvalid }
        }
        if let at, at > now { throw .notYetHappened }
        var people = [Payee.member.rawValue: member]
        people[Payee.partner.rawValue] = partner
        return Earning(
            activity,
            source: Movement.Source(event: id, at: at ?? now),
            campaign: campaign,
            group: group,
            content: Earning.Content(people: people, numbers: numbers, words: words, shares: shares)
        )
    }

    private func checkData() throws(Refusal) {
        let names = (numbers ?? [:]).keys.map(\.self) + (words ?? [:]).keys.map(\.self)
        guard (numbers ?? [:]).count <= 20, (words ?? [:]).count <= 20,
            names.allSatisfy({ (try? FieldName(wire: $0)) != nil }),
            (numbers ?? [:]).values.allSatisfy(Points.range.contains),
            (words ?? [:]).values.allSatisfy({ (1...200).contains($0.unicodeScalars.count) })
        else { throw .dataInvalid }
    }

    /// Whether this call tells what was told before; without a moment of its own it says nothing about the moment.
    func repeats(_ earlier: Earning, _ earning: Earning) -> Bool {
        earlier.event == earning.event && earlier.content == earning.content && earlier.campaign == earning.campaign
            && earlier.group == earning.group && (at == nil || earlier.source.at == at)
    }
}
