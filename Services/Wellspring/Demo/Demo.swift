import ArgumentParser
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts the four services in a new directory and tells the story of a small community.",
        discussion:
            "Everything is done by calls that any backend could make. The services are stopped at the end; the data stays."
    )

    @Option(name: .long, help: "A new directory; a temporary one if not given.") var data: String?
    @Option(name: .long, help: "postgres://USER@HOST/NAME; SQLite if not given.") var database: String?
    @Flag(help: "Leave the services running until Ctrl-C.") var stay = false

    func run() async throws {
        try await Failure.reporting {
            let directory = DataDirectory(data ?? "/tmp/wellspring-demo-\(ProcessInfo.processInfo.processIdentifier)")
            guard !FileManager.default.fileExists(atPath: directory.operatorKey) else {
                throw CommandProblem(
                    "\(directory.path) is in use already; the demonstration wants a new directory.",
                    code: 73
                )
            }
            // Newcomers are not kept waiting for days between two steps of the series.
            let community = try Community(
                directory,
                database: database,
                extra: [.identity: ["WELLSPRING_IDENTITY_ONBOARDING_PACE": "0"]]
            )
            try await community.start { print($0) }
            do { try await tell(directory) } catch {
                await community.stop()
                throw error
            }
            if stay { try await Up.wait(for: community) } else { await community.stop() }
        }
    }

    private func tell(_ directory: DataDirectory) async throws {
        let started = ContinuousClock.now
        let calling = try Calling(directory)
        let story = Story(calling: calling)
        try await story.tell()
        let html = try await story.weeklyReport()
        let file = directory.path + "/weekly-report.html"
        try Data(html.utf8).write(to: URL(fileURLWithPath: file))
        await calling.close()
        print("\n\(story.steps) calls in \(ContinuousClock.now - started).")
        print("Weekly report: \(file)")
        print("Data: \(directory.path) (start it again with `wellspring up --data \(directory.path)`)")
    }
}
