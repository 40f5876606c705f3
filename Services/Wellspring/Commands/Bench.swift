import ArgumentParser
import Foundation
import RPC

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this build on this machine.",
        subcommands: [BenchAll.self, BenchEcho.self, BenchLoad.self, BenchServices.self, BenchLedger.self],
        defaultSubcommand: BenchAll.self
    )
}

struct BenchAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Prints one line for each measurement, with the command that takes it alone."
    )

    @OptionGroup var options: ServicesOptions

    func run() async throws {
        try await Failure.reporting {
            let table = BenchTable()
            table.begin()
            try await EchoMeasurement(seconds: options.seconds).run(table)
            try await ServiceMeasurement(options, database: nil).run(table)
            if options.database != nil {
                try await ServiceMeasurement(options, database: options.database).run(table)
            } else {
                print("\nPostgreSQL was not measured: no --database was given.")
            }
            try await LedgerMeasurement(options: options).run(table)
            if options.election == nil { print("\nNo selection was measured: no --election was given.") }
        }
    }
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

struct BenchLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Calls one method of any server that answers each line with a line, as fast as it answers."
    )

    @Option(name: .long, help: "Where the server listens.") var socket: String
    @Option(name: .long, help: "The method that is called.") var method = "echo"
    @Option(name: .long, help: "Its params, as JSON of one line; those of echo where none are given.")
    var params: String?
    @Option(name: .long, help: "Connections.") var connections = 16
    @Option(name: .long, help: "Calls in flight on each connection.") var inFlight = 16
    @Option(name: .long, help: "Seconds of load, after a tenth as much to warm up.") var seconds: Double = 5

    func validate() throws {
        guard (1...1000).contains(connections), (1...1000).contains(inFlight), seconds > 0 else {
            throw ValidationError("Connections and calls in flight are 1 to 1000 each, seconds more than 0.")
        }
    }

    func run() async throws {
        try await Failure.reporting {
            let load = EchoLoad(
                path: socket,
                connections: connections,
                inFlight: inFlight,
                seconds: seconds,
                method: method,
                params: params.map { [$0] }
            )
            print(try await load.run())
        }
    }
}

struct BenchServices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services",
        abstract: "Measures durable awards, the weekly report over them, and a selection, on one engine."
    )

    @OptionGroup var options: ServicesOptions

    func run() async throws {
        try await Failure.reporting {
            let table = BenchTable()
            table.begin()
            try await ServiceMeasurement(options, database: options.database).run(table)
        }
    }
}

struct BenchLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Measures awards beside pgbench, which makes the same ones by hand."
    )

    @OptionGroup var options: ServicesOptions

    func run() async throws {
        try await Failure.reporting {
            let table = BenchTable()
            table.begin()
            try await LedgerMeasurement(options: options).run(table)
        }
    }
}

/// What the services are measured with.
struct ServicesOptions: ParsableArguments {
    @Option(
        name: .long,
        help:
            "postgresql://USER@HOST/NAME: measures that engine, in databases of their own that are removed afterwards."
    )
    var database: String?
    @Option(name: .long, help: "An election in Pabulib's .pb format whose selection is measured.") var election: String?
    @Option(name: .long, help: "Seconds of each load.") var seconds: Double = 5
    @Option(name: .long, help: "Events that the weekly report is made of, at least.") var events = 100_000

    @Option(name: .long, help: "Entries of the largest account whose statement is measured, from 10000 to 10000000.")
    var largestStatement = 1_000_000

    func validate() throws {
        guard (10_000...10_000_000).contains(largestStatement) else {
            throw ValidationError("The largest statement has 10,000 to 10,000,000 entries.")
        }
        guard seconds > 0, events > 0 else { throw ValidationError("Seconds and events are more than 0.") }
    }
}
