import Foundation
import Hosting
import IdentityAPI
import Models

extension IdentitySettings {
    static func keySchedule(from reader: inout SettingsReader) throws -> KeySchedule {
        KeySchedule(
            rotation: try reader.seconds(
                "identity.signing.rotation",
                default: .days(30),
                in: Seconds.hours(1)...Seconds.days(365),
                "How long a key signs before the next one does."
            ),
            lead: .minutes(10),
            trail: Seconds(2 * AccessRules.life.count)
        )
    }

    static func joining(from reader: inout SettingsReader) throws -> JoiningRules {
        JoiningRules(
            norms: try NormsVersion(
                wire: Int64(
                    reader.integer(
                        "identity.norms.version",
                        default: 1,
                        in: 1...100_000,
                        unit: nil,
                        "The version of the norms that newcomers accept."
                    )
                )
            ),
            guardianAge: try reader.integer(
                "identity.guardian.age",
                default: 16,
                in: 0...21,
                unit: "years",
                "Below this age a guardian has to consent."
            ),
            needsInvitation: try reader.flag(
                "identity.invitation.needed",
                default: false,
                "Whether only invited people can join."
            )
        )
    }

    static func hashing(from reader: inout SettingsReader) throws -> (threads: Int, queue: Int) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let threads = try reader.integer(
            "identity.hash.threads",
            default: 0,
            in: 0...64,
            unit: "threads",
            "How many passwords are hashed at once; 0 stands for one less than the machine has cores."
        )
        let queue = try reader.integer(
            "identity.hash.queue",
            default: 32,
            in: 0...1000,
            unit: "calls",
            "How many calls wait for a thread before others are refused as busy."
        )
        return (threads > 0 ? threads : max(1, cores - 1), queue)
    }

    static func sessions(from reader: inout SettingsReader) throws -> SessionRules {
        SessionRules(
            idle: try reader.seconds(
                "identity.session.idle",
                default: .days(14),
                in: Seconds.minutes(10)...Seconds.days(180),
                "A session that is not refreshed for this long is over."
            ),
            absolute: try reader.seconds(
                "identity.session.absolute",
                default: .days(90),
                in: Seconds.hours(1)...Seconds.days(365),
                "However busy it is, a session is over after this time."
            ),
            most: try reader.integer(
                "identity.session.limit",
                default: 20,
                in: 1...1000,
                unit: "sessions",
                "Running sessions of one member; the oldest ends when there are more."
            )
        )
    }

    static func codes(from reader: inout SettingsReader) throws -> (confirmation: Seconds, reset: Seconds) {
        let confirmation = try reader.seconds(
            "identity.confirmation.life",
            default: .hours(24),
            in: Seconds.minutes(10)...Seconds.days(7),
            "How long a code that confirms an address can be used."
        )
        let reset = try reader.seconds(
            "identity.reset.life",
            default: .minutes(10),
            in: Seconds.minutes(1)...Seconds.hours(1),
            "How long a code for choosing a new password can be used."
        )
        return (confirmation, reset)
    }

    static func invitations(from reader: inout SettingsReader) throws -> (life: Seconds, limit: Int) {
        let life = try reader.seconds(
            "identity.invitation.life",
            default: .days(30),
            in: Seconds.hours(1)...Seconds.days(365),
            "How long an invitation can be followed."
        )
        let limit = try reader.integer(
            "identity.invitation.limit",
            default: 50,
            in: 0...10_000,
            unit: "invitations",
            "What one member can send in 30 days."
        )
        return (life, limit)
    }
}
