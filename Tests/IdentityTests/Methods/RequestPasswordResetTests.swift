import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct RequestPasswordResetTests {
    @Test(arguments: TestEngine.allCases)
    func nobodyLearnsWhetherAnAddressIsKnown(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            try await host.registered("Ayo")
            let before = host.hashes
            var answers: Set<[UInt8]> = []
            for name in ["Ines", "Ayo", "Nobody"] {
                answers.insert(
                    try await host.rawCall(RequestPasswordReset(email: host.address(name)), as: host.visitor)
                )
            }
            #expect(answers.count == 1)
            #expect(host.hashes == before + 3)
            let mail = try await host.mail().filter { $0.kind == .resetPassword }
            #expect(mail.map(\.address.wire) == ["ines@example.org"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMailboxIsNotFlooded(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            try await host.joined("Ines")
            for _ in 1...8 {
                _ = try await host.call(RequestPasswordReset(email: host.address("Ines")), as: host.visitor)
            }
            #expect(try await host.mail().filter { $0.kind == .resetPassword }.count == 5)
        }
    }
}
