import Contract
import RPC
import Testing

/// What docs/reference says is what the sources say.
@Suite struct DocumentTests {
    @Test(arguments: Subject.all) func openRPC(subject: Subject) throws {
        try Golden.check("\(subject.name).openrpc.json", subject.openRPC().prettyText())
    }

    @Test(arguments: Subject.all) func manual(subject: Subject) throws {
        try Golden.check("\(subject.name).md", Self.notice + subject.manual())
    }

    @Test func wireTypes() throws {
        let methods = try Subject.all.flatMap { try $0.methods() }
        let events = try Subject.all.flatMap { try $0.events() }
        try Golden.check(Manual.typesFile, Self.notice + Manual.types(of: methods, events))
    }

    @Test func settings() async throws {
        var text = Self.notice + "# Settings\n\n" + Self.introduction
        for subject in Subject.all { text += try await "\n## wellspring-\(subject.name)\n\n" + subject.settings() }
        try Golden.check("settings.md", text)
    }

    @Test func aDifferenceIsFound() {
        #expect(Golden.difference(of: "a\nb\n", from: "a\nb\n") == nil)
        #expect(Golden.difference(of: "a\nb\n", from: "a\nc\n")?.contains("line 2") == true)
        #expect(Golden.difference(of: "a\nb\n", from: "a\n")?.contains("line 2") == true)
    }

    static let notice = "<!-- Written by `make reference` from the sources; changes here are lost. -->\n\n"

    private static let introduction = """
        A service reads its settings from the environment and, below that, from a JSON file that `--config` or \
        `WELLSPRING_CONFIG` names, in which `WELLSPRING_SOCKET_PATH` is `{"socket": {"path": …}}`. A value that is out of \
        its range, and a variable that begins with `WELLSPRING_` and means nothing, ends the process with code 78 and a \
        sentence. `wellspring-rewards check` prints what a service would use, and opens nothing.

        """
}
