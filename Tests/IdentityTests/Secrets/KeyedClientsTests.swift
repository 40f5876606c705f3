import Contract
import Hosting
import IdentityAPI
import Models
import Testing

@testable import Identity

struct KeyedClientsTests {
    @Test func withoutFilesThereIsNobody() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        let clients = try KeyedClients(operatorFile: folder.path("missing"), directory: folder.path("services"))
        #expect(clients[.example] == nil)
        #expect(try KeyedClients(operatorFile: nil, directory: nil)[.example] == nil)
    }

    @Test func eachFileIsAClientOfItsKind() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        let (one, two) = (folder.key("operator"), folder.key("ideas"))
        try folder.write("  \(one.wire)\n", to: "operator")
        try folder.write(two.wire, to: "services/ideas")
        try folder.write("not looked at", to: "services/.hidden")
        let clients = try KeyedClients(operatorFile: folder.path("operator"), directory: folder.path("services"))
        #expect(clients[one.client]?.kind == .client && clients[one.client]?.digest == one.digest)
        #expect(clients[two.client]?.kind == .service && clients[two.client]?.scopes == ScopeName.reading)
    }

    @Test func aFileThatHoldsNoKeyStopsTheStart() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try folder.write("secret", to: "operator")
        #expect(throws: SettingsProblem.self) {
            try KeyedClients(operatorFile: folder.path("operator"), directory: nil)
        }
        #expect(throws: SettingsProblem.self) {
            try KeyedClients(operatorFile: nil, directory: folder.path("nowhere"))
        }
    }
}
