import Contract
import RPC
import Support
import Testing

@testable import Wellspring

/// A service whose disk is full says so, keeps what it acknowledged, answers what it can, and goes on by itself.
@Suite(.serialized) struct FullDiskTests {
    @Test func aFullDiskIsSaidAndServiceResumes() async throws {
        try await SmallDisk.use(megabytes: 6) { disk in
            let database = ["WELLSPRING_DATABASE_URL": "sqlite:\(disk.path)/rewards.sqlite"]
            try await TemporaryCommunity.run(on: .sqlite, extra: [.rewards: database]) { community in
                let calling = try Calling(community.directory)
                let load = AwardLoad(calling)
                for number in 0..<5 { try await load.award("before-\(number)") }
                try disk.fill()
                let refused = try await Self.fillUp(load)
                for fault in load.faults { Self.expectStorageFull(fault) }
                let kept = load.acknowledged
                #expect(try await load.balance() == Int64(kept), "what was acknowledged can be read")
                try disk.free()
                for key in refused { try await load.award(key) }
                for number in 0..<5 { try await load.award("after-\(number)") }
                #expect(load.faults.count == refused.count, "nothing is refused any more")
                try await load.expectAll(kept + refused.count + 5)
                #expect(community.ended == nil, "the services are the same processes")
                await load.close()
                await calling.close()
            }
        }
    }

    /// Four clients make awards until each is refused.
    /// - Returns: the keys of the calls that were.
    private static func fillUp(_ load: AwardLoad) async throws -> [String] {
        try await withThrowingTaskGroup(of: String?.self) { group in
            for client in 0..<4 {
                group.addTask {
                    for number in 0..<2000 {
                        let key = "full-\(client)-\(number)"
                        do { try await load.award(key) } catch is Fault { return key }
                    }
                    return nil
                }
            }
            let keys = try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
            #expect(keys.count == 4, "each of the clients is refused in the end")
            return keys
        }
    }

    private static func expectStorageFull(_ fault: Fault) {
        #expect(fault.reason == "STORAGE_FULL")
        #expect(fault.isRetryable)
        #expect(fault.retryAfterMilliseconds == 5000)
    }
}
