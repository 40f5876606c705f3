import Foundation
import Hosting
import Testing

struct PrivateFileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("private-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func onlyItsOwnerReadsItAndNothingElseIsLeft() throws {
        try withFolder { folder in
            let path = folder + "/secret"
            for text in ["first", "second, and longer"] {
                try PrivateFile.write(Data(text.utf8), to: path)
                #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret"])
        }
    }

    @Test func aFolderInItsPlaceStaysAndIsNamed() throws {
        try withFolder { folder in
            let path = folder + "/secret"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            let problem = #expect(throws: SettingsProblem.self) { try PrivateFile.write(Data([1]), to: path) }
            #expect(problem?.sentence == "\(path) cannot be written: Is a directory.")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secret"])
        }
    }

    @Test func aMissingFolderIsNamed() throws {
        try withFolder { folder in
            let path = folder + "/none/secret"
            let problem = #expect(throws: SettingsProblem.self) { try PrivateFile.write(Data([1]), to: path) }
            #expect(problem?.sentence == "\(path) cannot be written: No such file or directory.")
        }
    }
}
