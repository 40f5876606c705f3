import Models
import RewardsAPI

extension Story {
    func prepareRewards() async throws {
        narrator.chapter("Before anybody comes: what is rewarded, and with what")
        let rules: [(String, String, EarningEvent, Payee, Int64)] = [
            ("profile-complete", "A complete profile", .profileCompleted, .member, 50),
            ("idea-submitted", "An idea", .ideaSubmitted, .author, 40),
            ("ballot-cast", "A vote", .ballotCast, .voter, 10),
            ("idea-selected", "A selected idea", .ideaSelected, .author, 500),
            ("survey-answered", "An answered questionnaire", .surveyAnswered, .member, 20),
        ]
        for (key, title, event, payee, amount) in rules {
            let rule = DefineRule(
                key: try RuleKey(wire: key),
                title: try Title(wire: title),
                event: event,
                pays: payee,
                amount: try PointAmount(wire: amount)
            )
            try await call(rule)
        }
        var offer = OfferReward(
            title: try Title(wire: "A travel cup, engraved"),
            kind: .physical,
            price: try PointAmount(wire: 450)
        )
        offer.stock = try Quantity(wire: 3)
        reward = try await call(offer).id
        try await prepareLevels()
    }

    func reward() async throws {
        narrator.chapter("Points have followed from all this, each exactly once")
        let winner = try await eventually("the winner's points") {
            let balance = try await calling.call(GetBalance(member: people["Ines Okafor"]?.id))
            return balance.available.wire >= 600 ? balance : nil
        }
        narrator.say("Ines Okafor has \(winner.available.wire) points.")
        try await call(GetStatement(), as: "Ines Okafor")
        narrator.chapter("A gift is redeemed and handed over")
        try await call(ListOffers(), as: "Ines Okafor")
        let receipt = try await call(RedeemReward(reward: reward), as: "Ines Okafor")
        try await expect(.insufficientPoints, of: RedeemReward(reward: reward), as: "Priya Raman")
        try await call(FulfilRedemption(redemption: receipt.redemption, outcome: .delivered))
        try await call(GetLeaderboard(), as: "Priya Raman")
    }

    func audit() async throws {
        let audit = try await call(AuditLedger())
        narrator.say(audit.isSound ? "The books balance." : "The books do NOT balance.")
    }
}
