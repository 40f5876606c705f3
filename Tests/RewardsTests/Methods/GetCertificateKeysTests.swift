import Contract
import Crypto
import Foundation
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// The parts of a certificate, taken apart by nothing but the two specifications of JWS and base64url.
private struct Parts {
    let header: JSONValue
    let payload: JSONValue
    let signed: Data
    let signature: Data

    init(_ token: CredentialToken) throws {
        let parts = token.wire.split(separator: ".").map(String.init)
        header = try JSONValue(parsing: Array(Self.bytes(parts[0])))
        payload = try JSONValue(parsing: Array(Self.bytes(parts[1])))
        signed = Data("\(parts[0]).\(parts[1])".utf8)
        signature = try Self.bytes(parts[2])
    }

    static func bytes(_ text: String) throws -> Data {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return try #require(Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)))
    }
}

@Test(arguments: TestEngine.allCases)
func aCertificateIsVerifiedWithThePublishedKeyAlone(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let visitor = TestCaller(nil)
        #expect(try await host.call(GetCertificateKeys(), as: visitor).isEmpty)
        let issued = try await host.certificate(of: host.member("Ines"), validity: 12)
        let keys = try await host.call(GetCertificateKeys(), as: visitor)
        let parts = try Parts(issued.token)
        let key = try #require(keys.first { .string($0.kid.wire) == parts.header["kid"] })
        let raw = try Parts.bytes(key.publicKey.wire)
        let verifier = try Curve25519.Signing.PublicKey(rawRepresentation: raw)
        #expect(verifier.isValidSignature(parts.signature, for: parts.signed))
        var forged = parts.signed
        forged[forged.count - 1] ^= 1
        #expect(!verifier.isValidSignature(parts.signature, for: forged))
        #expect(parts.header["alg"] == "EdDSA")
        #expect(parts.header["jwk"]?["x"] == .string(key.publicKey.wire))
        #expect(key.kid == Models.Digest(bytes: SHA256.hash(data: raw)))
        #expect(keys.count == 1)
    }
}

/// What the specification asks of the payload: the credential itself, beside the registered claims.
@Test func aCertificateIsAnOpenBadge() async throws {
    try await Harness<RewardsService>.learning(on: .sqlite) { host in
        let issued = try await host.certificate(of: host.member("Ines"), validity: 12)
        let payload = try Parts(issued.token).payload
        let (id, member) = (issued.status.certificate, issued.member)
        #expect(payload["iss"] == "urn:wellspring:rewards")
        #expect(payload["sub"] == .string("urn:wellspring:member:\(member)"))
        #expect(payload["jti"] == .string("urn:wellspring:certificate:\(id)"))
        #expect(payload["nbf"] == .integer(host.clock.now.microseconds / 1_000_000))
        let end = try #require(issued.status.expiresAt)
        #expect(payload["exp"] == .integer(end.microseconds / 1_000_000))
        for credential in [payload, try #require(payload["vc"])] {
            #expect(credential["id"] == payload["jti"])
            #expect(credential["issuer"]?["id"] == payload["iss"])
            #expect(credential["type"] == ["VerifiableCredential", "OpenBadgeCredential"])
            #expect(credential["credentialSubject"]?["id"] == payload["sub"])
            let achievement = credential["credentialSubject"]?["achievement"]
            #expect(achievement?["type"] == ["Achievement"])
            #expect(achievement?["name"] == "How to \"refill\" – 補充")
            #expect(achievement?["id"] == .string("urn:wellspring:course:\(issued.status.course)"))
            #expect(achievement?["criteria"]?["narrative"] != nil)
        }
    }
}

private let openssl = "/usr/bin/openssl"

/// A program that nobody here wrote says the same.
@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openssl)))
func opensslVerifiesACertificate() async throws {
    try await Harness<RewardsService>.learning(on: .sqlite) { host in
        let issued = try await host.certificate(of: host.member("Ines"))
        let parts = try Parts(issued.token)
        let key = try #require(try await host.call(GetCertificateKeys(), as: TestCaller(nil)).first)
        let prefix = Data([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])
        let der = try prefix + Parts.bytes(key.publicKey.wire)
        #expect(try verify(parts.signed, parts.signature, der))
        #expect(try !verify(parts.signed + Data("x".utf8), parts.signature, der))
    }
}

/// - Parameter der: the public key as SubjectPublicKeyInfo (RFC 8410).
private func verify(_ signed: Data, _ signature: Data, _ der: Data) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in [("signed", signed), ("signature", signature), ("key", der)] {
        try data.write(to: folder.appendingPathComponent(name))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: openssl)
    process.currentDirectoryURL = folder
    process.arguments = [
        "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "signed", "-sigfile",
        "signature",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
}

/// A new file has a new key; what the old one signed stays verifiable, because its public half stays published.
@Test func keysOfOldCertificatesStayPublished() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["a.json", "b.json"].map { folder.appendingPathComponent($0).path }
    try await TestEngine.sqlite.withDatabase { database in
        var tokens: [CredentialToken] = []
        for path in paths {
            let settings = ["WELLSPRING_REWARDS_CERTIFICATES_KEY_FILE": path]
            let host = try await Harness<RewardsService>(database, settings: settings)
            tokens.append(try await host.certificate(of: host.member("Ines \(path)")).token)
            let keys = try await host.call(GetCertificateKeys(), as: TestCaller(nil))
            #expect(keys.count == tokens.count)
            for token in tokens {
                let kid = try Parts(token).header["kid"]
                #expect(keys.contains { .string($0.kid.wire) == kid })
            }
        }
    }
}
