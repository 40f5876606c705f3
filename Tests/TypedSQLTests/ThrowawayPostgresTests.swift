import Foundation
import Support
import Testing

struct ThrowawayPostgresTests {
    /// Nothing is left of a cluster whose value went away.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/lib/postgresql/15"), "needs PostgreSQL"))
    func nothingIsLeft() async throws {
        let directory = try await TestServer.blocking { try ThrowawayPostgres().directory }
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end, FileManager.default.fileExists(atPath: directory) { await Task.yield() }
        #expect(ContinuousClock.now < end)
    }
}
