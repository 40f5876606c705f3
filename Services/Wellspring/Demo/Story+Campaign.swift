import Contract
import Hosting
import IdeasAPI
import Models
import RPC

extension Story {
    private static let proposals: [(author: String, title: String, body: String, tags: [String])] = [
        (
            "Ines Okafor", "Seals that can be changed without tools",
            "The pump seal wears out first. Let us change it by hand, and print the size on it.", ["repair", "seals"]
        ),
        (
            "Tomasz Wilk", "A grinder that can be heard only in its own room",
            "Mount the burr carrier on rubber, as the old model had it.", ["noise", "grinder"]
        ),
        (
            "Jonas Adler", "Refill stations for descaler in every partner shop",
            "A bottle is bought once and filled again; the shop earns a visit.", ["refill"]
        ),
        (
            "Priya Raman", "A lid for the travel cup that locks",
            "It opens in the bag. A quarter turn more would lock it.", ["travel"]
        ),
        (
            "Luca Ferri", "Show the pressure of the last ten shots",
            "One small chart beside the lever tells more than the needle.", ["sensors", "espresso"]
        ),
    ]

    func openCampaign() async throws {
        narrator.chapter("A campaign opens: criteria, phases and rule are sealed before anybody votes")
        let now = WallClock.system.now() - Seconds(5)
        let windows = [
            PhaseWindow(.collecting, from: now, to: now + .hours(1)),
            PhaseWindow(.voting, from: now + .hours(1), to: now + .hours(2)),
            PhaseWindow(.reviewing, from: now + .hours(2), to: now + .hours(3)),
            PhaseWindow(.deciding, from: now + .hours(3), to: now + .days(1)),
        ]
        var open = OpenCampaign(
            title: try Title(wire: "What should the next machine do better?"),
            brief: try Prose(
                wire: "Tell us what annoys you or what you have mended yourself. Two ideas will be built."
            ),
            phases: windows,
            selection: SelectionRule(kind: .combined, voteShare: try Share(wire: 50)),
            winners: try Quantity(wire: 2)
        )
        open.votes = VoteMode(kind: .approval, limit: try Quantity(wire: 3))
        let receipt = try await call(open)
        campaign = receipt.campaign
        narrator.say("The seal is the SHA-256 of the protocol; no rule can change after this.")
    }

    func collect() async throws {
        narrator.chapter("Ideas come in")
        for proposal in Self.proposals {
            var submit = SubmitIdea(
                campaign: campaign,
                title: try Title(wire: proposal.title),
                body: try Prose(wire: proposal.body)
            )
            submit.tags = try proposal.tags.map { try Tag(wire: $0) }
            ideas[proposal.author] = try await call(submit, as: proposal.author).idea
        }
        try await call(
            CommentOnIdea(idea: idea("Ines Okafor"), body: Prose(wire: "Ours broke twice. I would pay for that.")),
            as: "Luca Ferri"
        )
        try await call(SearchIdeas(term: SearchTerm(wire: "refill")), as: "Priya Raman")
        try await expect(
            .notVoting,
            of: CastBallot(campaign: campaign, ideas: [idea("Ines Okafor")]),
            as: "Priya Raman"
        )
        try await call(ClosePhase(campaign: campaign, phase: .collecting))
    }

    func vote() async throws {
        narrator.chapter("Members vote: up to three ideas each, totals hidden until the phase ends")
        let ballots: [(String, [String])] = [
            ("Ines Okafor", ["Tomasz Wilk", "Jonas Adler"]),
            ("Tomasz Wilk", ["Ines Okafor", "Luca Ferri"]),
            ("Jonas Adler", ["Ines Okafor", "Jonas Adler", "Priya Raman"]),
            ("Priya Raman", ["Jonas Adler", "Priya Raman"]),
            ("Luca Ferri", ["Ines Okafor", "Luca Ferri", "Jonas Adler"]),
        ]
        for (voter, choices) in ballots {
            try await call(CastBallot(campaign: campaign, ideas: choices.map { idea($0) }), as: voter)
        }
        try await call(ClosePhase(campaign: campaign, phase: .voting))
    }

    func review() async throws {
        narrator.chapter("Experts score each idea on the published criteria; one judge is harsher than the other")
        let grades: [String: [(String, [Int64])]] = [
            "Mei-Ling Zhao": [
                ("Ines Okafor", [5, 8, 7]), ("Tomasz Wilk", [4, 6, 5]), ("Jonas Adler", [6, 7, 7]),
                ("Priya Raman", [3, 7, 6]), ("Luca Ferri", [7, 5, 5]),
            ],
            "Amara Diallo": [
                ("Ines Okafor", [8, 10, 9]), ("Tomasz Wilk", [6, 8, 8]), ("Jonas Adler", [7, 9, 8]),
                ("Priya Raman", [5, 9, 9]), ("Luca Ferri", [9, 7, 6]),
            ],
        ]
        let view = try await calling.call(GetCampaign(campaign: campaign))
        for (expert, cards) in grades.sorted(by: { $0.key > $1.key }) {
            for (author, values) in cards {
                let marks = try zip(view.protocol.criteria, values).map {
                    CriterionGrade(criterion: $0.key, grade: try Grade(wire: $1))
                }
                try await call(ScoreIdea(idea: idea(author), grades: marks), as: expert)
            }
        }
        try await call(ClosePhase(campaign: campaign, phase: .reviewing))
    }

    func decide() async throws {
        narrator.chapter("The sealed rule decides, and anybody can recompute it")
        try await call(SelectIdeas(campaign: campaign))
        let result = try await call(GetResult(campaign: campaign))
        for standing in result.standings.items {
            let scores =
                standing.scores.map {
                    "experts \(Double($0.rawMean.wire) / 1e6) raw, \(Double($0.corrected.wire) / 1e6) corrected for leniency"
                } ?? ""
            narrator.say(
                "\(standing.rank.wire). \(standing.title): \(standing.votes.agree.wire) votes, \(scores), \(standing.outcome.rawValue)"
            )
        }
        narrator.chapter("The company answers in public")
        try await call(
            AnswerIdea(
                idea: result.winners[0],
                status: .planned,
                reply: Prose(wire: "We will build this for the spring series, and name whoever proposed it.")
            )
        )
        var declined = AnswerIdea(
            idea: idea("Tomasz Wilk"),
            status: .declined,
            reply: try Prose(wire: "We measured it: rubber costs two seconds of alignment per grind.")
        )
        declined.reason = try Sentence(wire: "The burrs must stay aligned within 20 micrometres.")
        try await call(declined)
    }

    private func idea(_ author: String) -> Idea.ID { ideas[author] ?? .example }
}
