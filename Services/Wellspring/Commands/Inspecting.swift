import ArgumentParser
import Contract
import Foundation
import IdentityAPI
import Models
import RPC

struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints a short-lived token for other clients.",
        discussion:
            "Without --scope it is the operator's. With scopes, an API client that has only these is made for a day."
    )

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "SERVICE:read, SERVICE:write, SERVICE:staff or members:act; may be repeated.") var scope:
        [String] = []

    func run() async throws {
        try await Failure.reporting {
            let calling = try Calling(data.directory)
            print(scope.isEmpty ? try await calling.operatorToken() : try await narrowed(calling))
            await calling.close()
        }
    }

    private func narrowed(_ calling: Calling) async throws -> String {
        let scopes = try scope.map { try ScopeName(wire: $0) }
        let client = try await calling.call(
            CreateClient(title: Title(wire: "wellspring token"), scopes: scopes, days: .one)
        )
        return try await calling.call(IssueToken(key: client.key)).accessToken.wire
    }
}

struct DescribeService: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Prints the methods of a running service, or its OpenRPC document."
    )

    @OptionGroup var data: DataOptions
    @Flag(help: "The whole OpenRPC document.") var openrpc = false
    @Argument(help: "identity, ideas, rewards or feedback.") var service: ServiceName

    func run() async throws {
        try await Failure.reporting {
            let client = Client(path: data.directory.socket(service))
            let document = try await client.call(name: "rpc.discover")
            print(openrpc ? document.prettyText() : Self.list(document))
            await client.close()
        }
    }

    private static func list(_ document: JSONValue) -> String {
        guard case .array(let methods)? = document["methods"] else { return "" }
        let rows = methods.map { (Self.text($0["name"]), Self.text($0["summary"])) }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 }.joined(
            separator: "\n"
        )
    }

    private static func text(_ value: JSONValue?) -> String {
        if case .string(let text)? = value { return text }
        return ""
    }
}

struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks the four services whether they serve; ends with 1 where one does not."
    )

    @OptionGroup var data: DataOptions

    func run() async throws {
        var isWell = true
        for service in ServiceName.allCases {
            let status = await Probe.status(data.directory.socket(service))
            print("\(service.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)) \(status)")
            isWell = isWell && status == "SERVING"
        }
        if !isWell { throw ExitCode(1) }
    }
}
