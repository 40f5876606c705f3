import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    fileprivate func report(_ member: TestCaller, on device: Digest = .example) async throws -> DeviceReport {
        try await call(ReportDevice(member: member.member, device: device), as: backend())
    }
}

@Test(arguments: TestEngine.allCases)
func aSharedDeviceIsNotRewarded(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar, mara) = (host.member("Ines"), host.member("Omar"), host.member("Mara B."))
        try await host.defineReferral()
        try await host.report(ines)
        #expect(try await host.report(mara).others.wire == 1)
        try await host.qualify(omar, invitedBy: ines)
        #expect(try await host.available(ines) == 100)
        try await host.qualify(mara, invitedBy: omar)
        #expect(try await host.available(ines) == 100)
        #expect(try await host.available(omar) == 10)
        #expect(try await host.available(mara) == 0)
        #expect(try await host.referrals().refused.map(\.objection) == [.sharedDevice])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func aDeviceThatIsReportedLateTakesBack(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        try await host.qualify(omar, invitedBy: ines)
        #expect(try await host.report(omar).refused.isEmpty)
        #expect(try await host.report(omar).others.wire == 0)
        let other = Digest(bytes: Array(repeating: 7, count: 32))
        #expect(try await host.report(ines, on: other).others.wire == 0)
        #expect(try await host.report(ines).refused == [omar.member])
        for member in [ines, omar] { #expect(try await host.available(member) == 0) }
        #expect(try await host.report(ines).refused.isEmpty)
        let report = try await host.referrals()
        #expect(report.rewarded.wire == 0)
        #expect(report.costs.map(\.spent.wire) == [0])
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func reportingADeviceRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.defineReferral()
        try await host.qualify(omar, invitedBy: ines)
        try await host.report(omar)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(ines.member)")
        await #expect(throws: ReportDevice.Refusal.accountStopped) { try await host.report(ines) }
        let crowd = (0..<1000).map { Member.ID(at: .example, entropy: UInt128($0)) }
        _ = try await host.host.database.write { tx in
            try tx.run(each: crowd.map { DeviceTable.insert(.example, of: $0, at: .example) })
        }
        await #expect(throws: ReportDevice.Refusal.deviceCrowded) { try await host.report(ines) }
        await #expect(throws: Fault.self) {
            _ = try await host.call(ReportDevice(member: ines.member, device: .example), as: ines)
        }
    }
}
