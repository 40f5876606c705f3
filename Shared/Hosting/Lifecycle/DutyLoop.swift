import Logging
import Models

/// Performs a duty from time to time; one that fails is told and tried again at its next time.
struct DutyLoop<Service: HostedService>: Sendable {
    let duty: Duty<Service>
    let host: Host<Service>

    func run() async {
        while !Task.isCancelled {
            do { try await duty.perform(Context(host: host)) } catch {
                host.log.warning("duty failed", metadata: ["duty": "\(duty.name)", "error": "\(error)"])
            }
            // The interval itself; what a duty does depends on the clock that it is given, and not on this one.
            try? await Task.sleep(for: duty.interval)
        }
    }
}

/// What every service keeps in order by itself.
enum Housekeeping {
    static func duties<Service: HostedService>(keeping replies: Seconds) -> [Duty<Service>] {
        [
            Duty("forget-replies", every: .seconds(600)) { context in
                try await context.write { work in
                    try work.run(IdempotencyTable.forget(before: work.now - replies))
                    try work.run(RevokedSessionTable.forget(before: work.now))
                }
            },
            Duty("reload-revocations", every: .seconds(2)) { context in
                try await context.host.revocations.reload(from: context.host.database, at: context.now)
            },
        ]
    }
}
