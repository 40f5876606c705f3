import ArgumentParser
import Foundation
import Hosting
import IdeasAPI
import Models

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings in real votes: a participatory-budgeting election or an open conversation.",
        subcommands: [ImportPabulib.self, ImportPolis.self]
    )
}

struct ImportPabulib: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pabulib",
        abstract:
            "Turns an election in Pabulib's .pb format into a campaign, counts it and compares with the official winners."
    )

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "The currency of the costs, ISO 4217.") var currency = "PLN"
    @Argument(help: "A .pb file with approval ballots and the greedy rule.") var file: String

    func run() async throws {
        try await Failure.reporting {
            let election = try Reading.file(file) { text in try PabulibElection(parsing: text) }
            let currency = try Currency(wire: currency)
            let open = try election.campaign(opening: WallClock.system.now() - Seconds(60), currency: currency)
            let importing = Importing(calling: try Calling(data.directory))
            let winners = try await importing.run(
                open,
                ideas: election.ideas(currency: currency),
                ballots: election.approvals()
            )
            print(Self.comparison(of: election, winners))
            await importing.calling.close()
        }
    }

    /// What the city decided beside what the rule gives.
    private static func comparison(of election: PabulibElection, _ winners: [ExternalID]) -> String {
        let computed = Set(winners.map(\.wire))
        let official = Set(election.projects.filter { $0.isSelected == true }.map(\.id))
        if official.isEmpty { return "the file names no official winners" }
        if computed == official { return "the same \(official.count) winners as the city's" }
        let missing = official.subtracting(computed).sorted().joined(separator: " ")
        let extra = computed.subtracting(official).sorted().joined(separator: " ")
        return "differs from the city's list: official only [\(missing)], by the rule only [\(extra)]"
    }
}

struct ImportPolis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "polis",
        abstract: "Turns an exported Polis conversation into ideas with agree, pass and disagree votes."
    )

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "How many statements are named as the result.") var winners: Int64 = 5
    @Argument(help: "A directory with comments.csv and votes.csv.") var folder: String

    func run() async throws {
        try await Failure.reporting {
            let conversation = try Reading.file("\(folder)/comments.csv") { comments in
                try Reading.file("\(folder)/votes.csv") { votes in
                    try PolisConversation(comments: comments, votes: votes)
                }
            }
            let name = URL(fileURLWithPath: folder).lastPathComponent
            let open = conversation.campaign(
                title: try Title(wire: "Conversation \(name)"),
                brief: try Prose(wire: "Imported from an open conversation."),
                opening: WallClock.system.now() - Seconds(60),
                winners: try Quantity(wire: winners)
            )
            let importing = Importing(calling: try Calling(data.directory))
            _ = try await importing.run(open, ideas: conversation.ideas(), ballots: conversation.ballots())
            await importing.calling.close()
        }
    }
}

enum Reading {
    /// - Throws: ``CommandProblem`` that names the file, and line and column where its content is wrong.
    static func file<T>(_ path: String, _ parse: (String) throws -> T) throws -> T {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandProblem("\(path) cannot be read as UTF-8 text.", code: 66)
        }
        do { return try parse(text) } catch let fault as ImportFault {
            throw CommandProblem("\(path): \(fault.description)", code: 65)
        }
    }
}
