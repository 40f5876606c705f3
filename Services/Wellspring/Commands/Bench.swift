import ArgumentParser
import Foundation
import RPC

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this build on this machine.",
        subcommands: [BenchAll.self, BenchEcho.self],
        defaultSubcommand: BenchAll.self
    )
}

struct BenchEcho: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "echo",
        abstract:
            "Serves one method, echo {ideaId, title, points, tags}, so that any load generator can measure the stack."
    )

    @Option(name: .long, help: "Where to listen.") var socket: String

    func run() async throws { try await Failure.reporting { try await EchoBench.serve(path: socket) } }
}

struct BenchAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Prints one line for each measurement, with what it did."
    )

    @Option(name: .long, help: "postgres://USER@HOST/NAME, to measure that engine too.") var database: String?
    @Option(name: .long, help: "A .pb file whose selection is measured.") var election: String?
    @Option(name: .long, help: "Seconds of each load.") var seconds: Double = 5

    func run() async throws {
        try await Failure.reporting {
            print("| what | figure |\n|---|---|")
            try await EchoMeasurement(seconds: seconds).run()
            try await ServiceMeasurement(name: "SQLite", database: nil, election: election, seconds: seconds).run()
            if let database {
                try await ServiceMeasurement(
                    name: "PostgreSQL",
                    database: database,
                    election: election,
                    seconds: seconds
                ).run()
            }
        }
    }
}
