public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ReportDevice: Handled {
    public func respond(to backend: Backend, in context: Context<RewardsService>) async throws -> DeviceReport {
        try await context.write { work in
            try work.run(DeviceTable.insert(device, of: member, at: work.now))
            let sharers = try work.all(DeviceTable.members(with: device, limit: 1001))
            guard sharers.count <= 1000 else { throw Refusal.deviceCrowded }
            guard sharers.count > 1 else { return DeviceReport(others: .zero, refused: []) }
            let refused = try work.refusing(as: Refusal.self) { _ in
                try sharers.filter { try Referrals(work).reconsider($0) }
            }
            return DeviceReport(others: try Count(wire: Int64(sharers.count - 1)), refused: refused)
        }
    }
}
