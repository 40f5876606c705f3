import Crypto
import Foundation
import Hosting
import Testing

@testable import Rewards

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

@Test func theKeyFileIsMadeOnceAndOnlyTheOwnerReadsIt() throws {
    try withFolder { folder in
        let path = "\(folder)/key.json"
        let file = CertificateKeyFile(path: path)
        #expect(!FileManager.default.fileExists(atPath: path))
        let key = try file.key().rawRepresentation
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try file.key().rawRepresentation == key)
        #expect(try CertificateKeyFile(path: path).key().rawRepresentation == key)
    }
}

@Test func aDamagedKeyFileIsSaidToBeDamaged() throws {
    try withFolder { folder in
        for content in ["{", #"{"secret":"AAAA"}"#] {
            try Data(content.utf8).write(to: URL(fileURLWithPath: "\(folder)/key.json"))
            #expect(throws: SettingsProblem.self) { try CertificateKeyFile(path: "\(folder)/key.json").key() }
        }
        #expect(throws: SettingsProblem.self) { try CertificateKeyFile(path: "\(folder)/none/key.json").key() }
    }
}
