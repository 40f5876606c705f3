import Foundation
import Hosting
import Models
import Testing

struct SettingsReaderTests {
    @Test func theEnvironmentHasPrecedenceOverTheFileAndTheFileOverTheDefault() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "settings-\(UInt64.random(in: 0...UInt64.max)).json"
        )
        try Data(#"{"probe": {"ceiling": 7, "name": "from the file"}}"#.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var reader = try await SettingsReader(
            environment: ["WELLSPRING_PROBE_NAME": "from the environment"],
            file: file.path
        )
        #expect(try reader.string("probe.name", default: "standard", "A name.") == "from the environment")
        #expect(try reader.integer("probe.ceiling", default: 1, in: 1...10, unit: nil, "A ceiling.") == 7)
        #expect(try reader.flag("probe.flag", default: true, "A flag."))
    }

    @Test(arguments: ["0", "11", "many", ""]) func aNumberOutsideItsBoundsIsNamedWithThem(text: String) async throws {
        var reader = try await SettingsReader(environment: ["WELLSPRING_PROBE_CEILING": text])
        let problem = #expect(throws: SettingsProblem.self) {
            try reader.integer("probe.ceiling", default: 1, in: 1...10, unit: "pieces", "A ceiling.")
        }
        #expect(problem?.sentence.contains("WELLSPRING_PROBE_CEILING") == true)
        #expect(problem?.sentence.contains("from 1 to 10 pieces") == true)
    }

    @Test func aMisspeltNameIsFound() async throws {
        var reader = try await SettingsReader(environment: [
            "WELLSPRING_PROBE_CIELING": "3", "PATH": "/bin", "WELLSPRING_CONFIG": "x",
        ])
        _ = try reader.integer("probe.ceiling", default: 1, in: 1...10, unit: nil, "A ceiling.")
        #expect(reader.unknownVariables == ["WELLSPRING_PROBE_CIELING"])
    }

    @Test func aSecretFileThatIsMissingOrEmptyIsNamed() async throws {
        var missing = try await SettingsReader(environment: ["WELLSPRING_PROBE_KEY_FILE": "/nowhere/key"])
        #expect(throws: SettingsProblem("WELLSPRING_PROBE_KEY_FILE names /nowhere/key, which cannot be read.")) {
            try missing.secretFile("probe.key.file", "A key.")
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UInt64.random(in: 0...UInt64.max))").path
        _ = FileManager.default.createFile(atPath: file, contents: Data("\n".utf8))
        defer { try? FileManager.default.removeItem(atPath: file) }
        var empty = try await SettingsReader(environment: ["WELLSPRING_PROBE_KEY_FILE": file])
        #expect(throws: SettingsProblem("WELLSPRING_PROBE_KEY_FILE names \(file), which is empty.")) {
            try empty.secretFile("probe.key.file", "A key.")
        }
    }

    @Test func aFileThatIsNoJSONIsNamed() async {
        await #expect(throws: SettingsProblem("The settings file /dev/null cannot be read as JSON.")) {
            try await SettingsReader(environment: [:], file: "/dev/null")
        }
    }
}
