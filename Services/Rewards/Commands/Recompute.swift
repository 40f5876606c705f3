import ArgumentParser
import RewardsAPI

/// Recomputes a draw from what was published of it, as anybody may who does not trust the service.
struct Recompute: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recompute",
            abstract: "Prints whom a draw chooses by RFC 3797, from its key and the size of its pool alone.",
            discussion:
                "A line for each winner: rank, place in the published pool, digest. Nothing is asked of a service."
        )
    }

    @Option(help: "The key, as `rewards.draw` gives it.") var key: String
    @Option(help: "How many the pool has, from 1 to 65535.") var entries: Int
    @Option(help: "How many win; all of the pool if not given.") var winners: Int?
    @Option(help: "rfc3797, which uses MD5, or sha256.") var profile: String = DrawProfile.rfc3797.rawValue

    func validate() throws {
        guard (1...Int(DrawTable.mostEntries)).contains(entries) else {
            throw ValidationError("--entries must be from 1 to \(DrawTable.mostEntries).")
        }
        guard winners ?? 1 > 0 else { throw ValidationError("--winners must be above 0.") }
        guard DrawProfile(rawValue: profile) != nil else {
            throw ValidationError(
                "--profile must be one of \(DrawProfile.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }

    func run() throws { print(lines.joined(separator: "\n")) }

    var lines: [String] {
        let selection = VerifiableSelection(DrawProfile(rawValue: profile) ?? .rfc3797, key: key)
        return selection.choose(winners ?? entries, of: entries).enumerated().map {
            "\($0 + 1) \($1.place) \($1.digest)"
        }
    }
}
