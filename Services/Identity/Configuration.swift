import Foundation
public import Hosting
import IdentityAPI
import Models

/// What an installation can decide about identity.
public struct IdentitySettings: ServiceSettings {
    let signingKeysFile: String
    let keySchedule: KeySchedule
    let operatorKeyFile: String?
    let serviceKeysDirectory: String?
    let joining: JoiningRules
    let language: LanguageTag
    let passwords: PasswordRules
    var hashCost: ScryptCost
    var hashThreads: Int
    var hashQueue: Int
    let sessions: SessionRules
    let confirmationLife: Seconds
    let resetLife: Seconds
    let invitationLife: Seconds
    let invitationLimit: Int
    let onboardingPace: Seconds

    public init(from reader: inout SettingsReader) throws {
        signingKeysFile = try reader.string(
            "identity.signing.keys.file",
            default: "identity.keys.json",
            "File of the private keys that sign tokens; made at the first start, readable by the service alone."
        )
        keySchedule = try Self.keySchedule(from: &reader)
        operatorKeyFile = reader.optionalString(
            "identity.operator.key.file",
            "File with the API key of the operator, who may do everything; without it there is no operator."
        )
        serviceKeysDirectory = reader.optionalString(
            "identity.service.keys.dir",
            "Directory with one file for each other service, holding its API key."
        )
        joining = try Self.joining(from: &reader)
        language = try LanguageTag(
            wire: reader.string("identity.language", default: "en", "Language of members who name none, BCP 47.")
        )
        (passwords, hashCost) = try Self.passwords(from: &reader)
        (hashThreads, hashQueue) = try Self.hashing(from: &reader)
        sessions = try Self.sessions(from: &reader)
        (confirmationLife, resetLife) = try Self.codes(from: &reader)
        (invitationLife, invitationLimit) = try Self.invitations(from: &reader)
        onboardingPace = try reader.seconds(
            "identity.onboarding.pace",
            default: .days(2),
            in: Seconds(0)...Seconds.days(60),
            "From each step of the onboarding series to the next."
        )
    }

    private static func passwords(from reader: inout SettingsReader) throws -> (PasswordRules, ScryptCost) {
        let rules = PasswordRules(
            minimum: try reader.integer(
                "identity.password.minimum",
                default: 8,
                in: 8...64,
                unit: "characters",
                "Shortest password that can be chosen; 15 are advised where nothing else protects an account."
            )
        )
        let cost = ScryptCost(
            logN: try reader.integer(
                "identity.password.cost",
                default: 15,
                in: 15...20,
                unit: nil,
                "Binary logarithm of scrypt's N; 15 holds 32 MiB a thread, each step more doubles that."
            )
        )
        return (rules, cost)
    }
}
