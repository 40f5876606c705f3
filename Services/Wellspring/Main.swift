import ArgumentParser
import Hosting

/// The operator's command: starts the four services, calls them, brings data in and takes reports out.
@main
struct WellspringCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wellspring",
        abstract: "Starts and operates a Wellspring community.",
        version: Version.current,
        subcommands: [
            Up.self, Call.self, Token.self, DescribeService.self, Health.self, Import.self, Report.self, Demo.self,
            Bench.self,
        ]
    )
}
