import Contract
import Foundation
import Hosting
import IdentityAPI
import Models
import Support
import TypedSQL

@testable import Identity

/// Runs a test on identity with a key file of its own and with hashes that cost next to nothing.
func withIdentity(
    on engine: TestEngine,
    settings: [String: String] = [:],
    adjust: @escaping @Sendable (inout IdentitySettings) -> Void = { _ in },
    _ body: (Harness<IdentityService>) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("identity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var all = settings
    all["WELLSPRING_IDENTITY_SIGNING_KEYS_FILE"] = folder.appendingPathComponent("keys.json").path
    let cheap: @Sendable (inout IdentitySettings) -> Void = { settings in
        settings.hashCost = .cheap
        settings.hashQueue = 1000
        adjust(&settings)
    }
    try await Harness<IdentityService>.run(on: engine, settings: all, adjust: cheap, body)
}

extension ScryptCost {
    /// For tests, which hash hundreds of times.
    static let cheap = ScryptCost(logN: 4, r: 1, p: 1)
}

extension Harness<IdentityService> {
    func address(_ name: String) throws -> EmailAddress { try EmailAddress(wire: "\(name.lowercased())@example.org") }

    func registration(_ name: String, password: String? = Harness.password) throws -> Register {
        Register(
            name: try PersonName(wire: name),
            email: try address(name),
            acceptedNorms: try NormsVersion(wire: 1),
            source: .website,
            birthDay: try Day(wire: "1990-05-17"),
            password: try password.map { try Password(wire: $0) }
        )
    }

    static var password: String { "nine herons over the weir" }

    /// The mailer, who takes what is due and reports nothing.
    func mail() async throws -> [OutgoingMessage] {
        try await call(TakeOutgoingMessages(limit: PageLimit(wire: 500)), as: backend()).messages
    }

    /// The one message of that kind to that person that is waiting now.
    func mail(_ kind: MessageKind, to name: String) async throws -> OutgoingMessage? {
        let address = try address(name)
        return try await mail().last { $0.kind == kind && $0.address == address }
    }

    func confirmationCode(of name: String) async throws -> OneTimeSecret {
        guard let code = try await mail(.confirmEmail, to: name)?.code else { throw Missing(what: "code of \(name)") }
        return code
    }

    func resetCode(of name: String) async throws -> OneTimeSecret {
        _ = try await call(RequestPasswordReset(email: address(name)), as: visitor)
        guard let code = try await mail(.resetPassword, to: name)?.code else { throw Missing(what: "code of \(name)") }
        return code
    }

    /// Registers somebody and stops there.
    @discardableResult
    func registered(_ name: String) async throws -> TestCaller {
        _ = try await call(registration(name), as: visitor)
        return try await known(name)
    }

    /// Registers somebody and confirms the address.
    @discardableResult
    func joined(_ name: String, roles: Set<Role> = []) async throws -> TestCaller {
        _ = try await call(registration(name), as: visitor)
        _ = try await call(ConfirmEmail(code: confirmationCode(of: name), mode: .consume), as: visitor)
        return try await known(name, roles: roles)
    }

    func known(_ name: String, roles: Set<Role> = []) async throws -> TestCaller {
        let row = try await row(of: name)
        return TestCaller(Bearer(actor: .member(row.id), kind: .member, roles: roles))
    }

    func row(of name: String) async throws -> MemberRow {
        let address = try address(name)
        return try await read { tx in try tx.one(MemberTable.find(email: address)) }
    }

    func signIn(_ name: String, password: String = Harness.password) async throws -> SessionTokens {
        try await call(SignIn(email: address(name), password: Password(wire: password)), as: visitor)
    }

    /// How many hashes were computed since the service began.
    var hashes: Int { host.service.hasher.pool.finished }
}

struct Missing: Error { var what: String }
