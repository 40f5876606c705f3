import Foundation
import Glibc
import Support
import Testing

/// The command as an operator uses it, as processes of their own.
@Suite(.serialized) struct CommandTests {
    private let folder = "/tmp/wsu-\(UInt32.random(in: 0...UInt32.max))"

    private func wellspring(_ arguments: String...) async throws -> Tool.Outcome {
        try await Tool(path: Tool.wellspring, arguments: arguments).run()
    }

    private func printed() -> [String] {
        let text = (try? String(contentsOfFile: folder + ".up", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// The line comes from another process, for which a shell waits, a minute at most.
    private func waitFor(_ line: String) async throws {
        let script = "until grep -qx \(line) \(folder).up; do sleep 0.05; done"
        let shell = Tool(path: "/usr/bin/timeout", arguments: ["60", "sh", "-c", script])
        guard try await shell.run().status == 0 else { throw Tool.Failed(description: "\(printed())") }
    }

    private func up() throws -> ChildProcess {
        try ChildProcess(
            Tool.wellspring,
            ["up", "--data", folder],
            environment: ["PATH": "/usr/bin:/bin"],
            output: folder + ".up"
        )
    }

    private func clean() {
        for path in [folder, folder + ".up"] { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test func upStartsTheServicesAndDrainsThem() async throws {
        defer { clean() }
        let child = try up()
        try await waitFor("ready")
        let names = ["identity", "ideas", "rewards", "feedback"]
        #expect(
            printed().dropLast().map { $0.split(separator: " ").map(String.init) }
                == names.map {
                    [$0, "\(folder)/run/\($0).sock"]
                }
        )
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/operator.key")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let health = try await wellspring("health", "--data", folder)
        #expect(health.status == 0)
        #expect(health.text.split(separator: "\n").count { $0.hasSuffix(" SERVING") } == 4)
        let token = try await wellspring("token", "--data", folder, "--scope", "ideas:read")
        #expect(token.text.split(separator: ".").count == 3)
        let campaigns = try await wellspring("call", "--data", folder, "ideas.campaigns", "limit=1")
        #expect((campaigns.status, campaigns.text.filter { !$0.isWhitespace }) == (0, #"{"items":[]}"#))
        for words in [["ideas.list", "x"], ["nothing.at.all"], ["--bad"]] {
            let wrong = try await Tool(path: Tool.wellspring, arguments: ["call", "--data", folder] + words).run()
            #expect(wrong.status == 64, "\(words): \(wrong.text)")
        }
        child.terminate()
        #expect(try await child.waitForExit() == 0)
        #expect(printed().last == "stopped")
    }

    @Test func upEndsWhenAServiceDoes() async throws {
        defer { clean() }
        let child = try up()
        try await waitFor("ready")
        let lock = try String(contentsOfFile: folder + "/rewards.sqlite.lock", encoding: .utf8)
        let number = try #require(lock.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int32($0) })
        #expect(kill(number, SIGKILL) == 0)
        #expect(try await child.waitForExit() == 69)
        #expect(printed().last?.hasPrefix("wellspring-rewards ended with code ") == true)
    }

    @Test func aCallSaysWhyItReachesNobody() async throws {
        defer { clean() }
        let nowhere = try await wellspring("call", "--data", folder, "ideas.list")
        #expect(nowhere.status == 66)
        #expect(nowhere.text.contains("operator.key"))
        let child = try up()
        try await waitFor("ready")
        if geteuid() == 0 { try await expectNoPermission() }
        child.terminate()
        #expect(try await child.waitForExit() == 0)
        let missing = try await wellspring("describe", "ideas", "--data", folder)
        #expect((missing.status, missing.text.contains("There is no socket")) == (69, true), "\(missing.text)")
        #expect(try await wellspring("health", "--data", folder).status == 1)
        _ = try UnixSocket(receivingAt: folder + "/run/ideas.sock")
        let refused = try await wellspring("describe", "ideas", "--data", folder)
        #expect((refused.status, refused.text.contains("Nobody listens")) == (69, true), "\(refused.text)")
    }

    /// Somebody else on this machine, who may not even look into the directory.
    private func expectNoPermission() async throws {
        let words = ["--reuid=65534", "--clear-groups", Tool.wellspring, "describe", "ideas", "--data", folder]
        let other = try await Tool(path: "/usr/bin/setpriv", arguments: words).run()
        // Where the build itself is closed to others there is nothing that they could run.
        guard other.status != 126, other.status != 127 else { return }
        #expect((other.status, other.text.contains("may not")) == (69, true), "\(other.text)")
    }
}
