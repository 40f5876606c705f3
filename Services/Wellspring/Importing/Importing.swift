import Foundation
import IdeasAPI
import Models

/// Opens a campaign, brings ideas and ballots in, and has it decided: the same calls that any backend could make.
struct Importing {
    let calling: Calling
    private let progress = Progress()

    private let isQuiet: Bool

    /// - Parameter isQuiet: whether nothing is printed but errors.
    init(calling: Calling, isQuiet: Bool = false) {
        self.calling = calling
        self.isQuiet = isQuiet
    }

    private func say(_ text: String) { if !isQuiet { print(text) } }

    /// The same calls, with the milliseconds that the ballots and the selection took.
    func timedSelection(_ open: OpenCampaign, ideas: [ImportedIdea], ballots: [ImportedBallot]) async throws -> (
        importing: Int, selecting: Int
    ) {
        let campaign = try await begin(open, ideas)
        let began = ContinuousClock.now
        try await fill(campaign, ballots)
        let filled = ContinuousClock.now
        _ = try await calling.call(SelectIdeas(campaign: campaign))
        return (Int((filled - began) / .milliseconds(1)), Int((ContinuousClock.now - filled) / .milliseconds(1)))
    }

    /// - Returns: the winners, in the order of their ranks, by their ids in the file.
    func run(_ open: OpenCampaign, ideas: [ImportedIdea], ballots: [ImportedBallot]) async throws -> [ExternalID] {
        let campaign = try await begin(open, ideas)
        try await fill(campaign, ballots)
        let selection = try await calling.call(SelectIdeas(campaign: campaign))
        say("decided: \(selection.winners.count) winners, result \(selection.result.wire.prefix(16))…")
        return try await winners(of: campaign)
    }

    private func begin(_ open: OpenCampaign, _ ideas: [ImportedIdea]) async throws -> Campaign.ID {
        let receipt = try await calling.call(open)
        say("campaign \(receipt.campaign), sealed as \(receipt.seal.wire.prefix(16))…")
        try await send(ImportBallots.calls(ideas, to: receipt.campaign), of: ideas.count, "ideas") {
            $0.ideas?.count ?? 0
        }
        _ = try await calling.call(ClosePhase(campaign: receipt.campaign, phase: .collecting))
        return receipt.campaign
    }

    private func fill(_ campaign: Campaign.ID, _ ballots: [ImportedBallot]) async throws {
        try await send(ImportBallots.calls(ballots, to: campaign), of: ballots.count, "ballots") {
            $0.ballots?.count ?? 0
        }
        _ = try await calling.call(ClosePhase(campaign: campaign, phase: .voting))
    }

    private func send(_ calls: [ImportBallots], of total: Int, _ what: String, size: (ImportBallots) -> Int)
        async throws
    {
        var done = 0
        for call in calls {
            _ = try await calling.call(call)
            done += size(call)
            progress.show("\(what) \(done) of \(total)")
        }
        progress.end()
        say("\(total) \(what)")
    }

    private func winners(of campaign: Campaign.ID) async throws -> [ExternalID] {
        var found: [ExternalID] = []
        var after: Cursor?
        repeat {
            let page = try await calling.call(GetResult(campaign: campaign, after: after, limit: PageLimit(wire: 500)))
                .standings
            for standing in page.items where standing.outcome == .selected {
                say("  \(standing.rank.wire). \(standing.title) (\(standing.votes.agree.wire) votes)")
                if let external = standing.external { found.append(external) }
            }
            after = page.next
        } while after != nil
        return found
    }
}

/// One line that is written over and over on a terminal; nothing where the output is read by a program.
struct Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ text: String) {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
    }

    func end() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
