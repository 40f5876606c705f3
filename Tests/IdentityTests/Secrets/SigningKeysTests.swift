import Foundation
import Hosting
import IdentityAPI
import Models
import Testing

@testable import Identity

struct SigningKeysTests {
    private let schedule = KeySchedule(rotation: .days(30), lead: .minutes(10), trail: .minutes(10))

    private func withFolder(_ body: (KeyFolder) throws -> Void) throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try body(folder)
    }

    @Test func theFileIsMadeOnceAndOnlyTheOwnerReadsIt() throws {
        try withFolder { folder in
            let keys = SigningKeys(path: folder.path("keys.json"), schedule: schedule)
            #expect(throws: SettingsProblem.self) { try keys.published(at: .example) }
            try keys.turn(at: .example)
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("keys.json"))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let first = try KeyFile.read(folder.path("keys.json"))
            try keys.turn(at: .example + .days(1))
            #expect(try KeyFile.read(folder.path("keys.json")) == first)
            #expect(try keys.published(at: .example).count == 1)
        }
    }

    @Test func processesThatShareTheFileShareTheKeys() throws {
        try withFolder { folder in
            let one = SigningKeys(path: folder.path("keys.json"), schedule: schedule)
            let two = SigningKeys(path: folder.path("keys.json"), schedule: schedule)
            let later = Instant.example + .days(30)
            for keys in [one, two] { try keys.turn(at: .example) }
            #expect(try one.published(at: .example) == two.published(at: .example))
            for keys in [two, one] { try keys.turn(at: later) }
            #expect(try one.published(at: later) == two.published(at: later))
            #expect(try one.published(at: later).count == 2)
            #expect(try one.derivation.successor(of: .example) == two.derivation.successor(of: .example))
        }
    }

    @Test func aKeyThatIsNoLongerPublishedIsForgotten() throws {
        try withFolder { folder in
            let keys = SigningKeys(path: folder.path("keys.json"), schedule: schedule)
            for month in 0..<6 { try keys.turn(at: .example + .days(Int64(month) * 31)) }
            #expect(try KeyFile.read(folder.path("keys.json")).signing.count == 2)
        }
    }

    @Test func aDamagedFileIsSaidToBeDamaged() throws {
        try withFolder { folder in
            try folder.write("{", to: "keys.json")
            let keys = SigningKeys(path: folder.path("keys.json"), schedule: schedule)
            #expect(throws: SettingsProblem.self) { try keys.turn(at: .example) }
            let nowhere = SigningKeys(path: folder.path("none/keys.json"), schedule: schedule)
            #expect(throws: SettingsProblem.self) { try nowhere.turn(at: .example) }
        }
    }
}
