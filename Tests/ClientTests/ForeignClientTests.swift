import Foundation
import Support
import Testing

/// Programs that nobody here wrote call the running services.
@Suite struct ForeignClientTests {
    @Test(arguments: [
        "pyln_socket.py", "web3_calls.py", "web3_async.py", "lsp_jsonrpc.py", "jsonrpcclient_messages.py",
        "aiohttp_post.py",
        "openrpc.py",
    ])
    func python(script: String) async throws {
        guard let python = Self.environment["WELLSPRING_TEST_PYTHON"], !python.isEmpty else {
            return try Self.skip("WELLSPRING_TEST_PYTHON names no interpreter; `make test` makes one")
        }
        try await Self.expectSuccess(of: python, [Self.folder + script])
    }

    @Test func shellTools() async throws {
        try await Self.expectSuccess(of: "/bin/bash", [Self.folder + "shell_tools.sh"])
    }

    /// 77 and 78 are what the scripts end with where a package or the published data is not there.
    private static func expectSuccess(of program: String, _ arguments: [String]) async throws {
        let audience = try await Audience.prepared.value
        let tool = Tool(path: program, arguments: arguments + [audience.directory], environment: audience.environment)
        let outcome = try await tool.run()
        switch outcome.status {
        case 0: return
        case 77: try skip(outcome.text)
        case 78: try Test.cancel("\(outcome.text)")
        default: Issue.record("\(arguments) ended with \(outcome.status):\n\(outcome.text)")
        }
    }

    /// Where nothing may be left out, what is missing is a failure.
    private static func skip(_ why: String) throws {
        if environment["CI"] == "true" { Issue.record("\(why)") } else { try Test.cancel("\(why)") }
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "clients/"
}
