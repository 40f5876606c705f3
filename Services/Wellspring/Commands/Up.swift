import ArgumentParser
import Foundation
import UnixSignals

struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts the four services and keeps them running until Ctrl-C.",
        discussion:
            "Data, sockets, keys and logs are kept in the directory. The first start makes an operator's key there, readable by you alone."
    )

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "postgres://USER@HOST/NAME; SQLite in the data directory if not given.") var database:
        String?

    func run() async throws {
        try await Failure.reporting {
            let community = try Community(data.directory, database: database, extra: Up.passedOn)
            try await community.start { print($0) }
            print("ready")
            // Standard output is a file or a pipe where somebody waits for this line.
            fflush(nil)
            try await Up.wait(for: community)
        }
    }

    /// The one setting of this process's environment that is meant for all four.
    static var passedOn: [ServiceName: [String: String]] {
        guard let level = ProcessInfo.processInfo.environment["WELLSPRING_LOG_LEVEL"] else { return [:] }
        return Dictionary(uniqueKeysWithValues: ServiceName.allCases.map { ($0, ["WELLSPRING_LOG_LEVEL": level]) })
    }

    /// Until a signal comes, or a service ends that should not.
    static func wait(for community: Community) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let watch = Task { await community.waitForAnEnd() }
        let trap = Task {
            for await _ in signals { break }
            watch.cancel()
        }
        await watch.value
        trap.cancel()
        let ended = community.ended
        await community.stop()
        if let ended {
            throw CommandProblem(
                "\(ended.service.executable) ended with code \(ended.code); see \(community.directory.log(ended.service)).",
                code: 69
            )
        }
        print("stopped")
    }
}
