import Foundation
import SQLite
import Support
import Testing
import TypedSQL

struct SQLiteFileTests {
    /// The lock belongs to the open file, so a second opening in this process meets what another
    /// process would.
    @Test func secondOwnerIsRefused() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            let first = try Database.sqlite(path: path)
            let error = #expect(throws: SQLError.self) { try Database.sqlite(path: path) }
            guard case .unavailable(let reason) = error else { Issue.record("\(error as Any)"); return }
            #expect(reason.contains("in use by") && reason.contains("process \(getpid())"))
            await first.close()
            let second = try Database.sqlite(path: path)
            try await second.probe()
            await second.close()
        }
    }

    /// The value alone keeps the file open: when it goes, the threads end and the lock is free.
    @Test func forgottenDatabaseIsClosed() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            do { _ = try Database.sqlite(path: path) }
            let end = ContinuousClock.now + .seconds(60)
            while ContinuousClock.now < end, (try? Database.sqlite(path: path)) == nil { await Task.yield() }
            #expect(ContinuousClock.now < end)
        }
    }

    @Test func whatIsCommittedIsFoundAgain() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            let first = try Database.sqlite(path: path)
            _ = try await first.migrate(bank, service: "test")
            try await first.write { try $0.run(Bank.open("a")) }
            await first.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            let second = try Database.sqlite(path: path)
            try await expect(1) { try await second.read { try $0.one(Bank.count) } }
            await second.close()
        }
    }

    /// Who may read the file may read everything, whatever the database says of callers.
    @Test func newFilesAreForTheirOwnerAlone() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            let database = try Database.sqlite(path: path)
            _ = try await database.migrate(bank, service: "test")
            try await database.write { try $0.run(Bank.open("a")) }
            for file in ["", "-wal", "-shm", ".lock"] {
                #expect(try mode(of: path + file) == 0o600, "test.sqlite\(file)")
            }
            await database.close()
        }
    }

    /// An operator who lets a group read for its backups has decided so.
    @Test func theModeOfAnExistingFileIsKept() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            let first = try Database.sqlite(path: path)
            _ = try await first.migrate(bank, service: "test")
            await first.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            let second = try Database.sqlite(path: path)
            try await second.write { try $0.run(Bank.open("a")) }
            #expect(try mode(of: path) == 0o640 && mode(of: path + "-wal") == 0o640)
            await second.close()
        }
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func unusableFiles() async throws {
        try await withTemporaryDirectory { directory in
            try Data(repeating: 65, count: 8192).write(to: URL(fileURLWithPath: directory + "/text"))
            #expect(throws: SQLError.self) { try Database.sqlite(path: directory + "/text") }
            #expect(throws: SQLError.self) { try Database.sqlite(path: directory + "/missing/test.sqlite") }
        }
    }

    /// Another program that writes, against the rules, is waited for and then given up on.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs sqlite3"))
    func foreignWriter() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/test.sqlite"
            let database = try Database.sqlite(path: path)
            _ = try await database.migrate(bank, service: "test")
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
            shell.arguments = [path]
            let (input, output) = (Pipe(), Pipe())
            shell.standardInput = input
            shell.standardOutput = output
            try shell.run()
            try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
            _ = try output.fileHandleForReading.read(upToCount: 5)
            await #expect(throws: SQLError.conflict) {
                try await database.write(deadline: .now + .milliseconds(500)) { try $0.run(Bank.open("a")) }
            }
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
            try input.fileHandleForWriting.close()
            try await database.write { try $0.run(Bank.open("a")) }
            await database.close()
            shell.waitUntilExit()
        }
    }

    /// What was acknowledged stays, the refusal is typed, and it heals when there is room again.
    @Test(.enabled(if: getuid() == 0, "needs root to mount a small file system"))
    func diskFull() async throws {
        try await withTemporaryDirectory { directory in
            try #require(run("/bin/mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", directory) == 0)
            defer { _ = run("/bin/umount", "-l", directory) }
            let ballast = directory + "/ballast"
            try Data(repeating: 0, count: 500_000).write(to: URL(fileURLWithPath: ballast))
            let database = try Database.sqlite(path: directory + "/test.sqlite")
            _ = try await database.migrate(bank, service: "test")
            let text = String(repeating: "x", count: 20_000)
            var acknowledged = 0
            let error = await #expect(throws: SQLError.self) {
                while acknowledged < 1000 {
                    let id = "\(acknowledged)"
                    try await database.write { transaction in
                        try transaction.run(Bank.open(id))
                        try transaction.run(Statement("UPDATE account SET name = \(id + text) WHERE id = \(id)"))
                    }
                    acknowledged += 1
                }
            }
            #expect(error == .full)
            #expect(acknowledged > 5)
            try await expect(acknowledged) { try await database.read { try $0.one(Bank.count) } }
            try FileManager.default.removeItem(atPath: ballast)
            try await database.write { try $0.run(Bank.open("after")) }
            try await expect(acknowledged + 1) { try await database.read { try $0.one(Bank.count) } }
            await database.close()
        }
    }

    private func run(_ program: String, _ arguments: String...) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
