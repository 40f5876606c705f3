import Foundation
import Testing

/// A file system of a few megabytes that a test can fill up.
struct SmallDisk: Sendable {
    let path: String
    private var ballast: String { path + "/ballast" }

    /// Mounts it, which needs root: otherwise the test is shown as skipped.
    static func use(megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
        guard getuid() == 0 else { try Test.cancel("needs root to mount a small file system") }
        let disk = SmallDisk(path: "/tmp/ws-disk-\(UInt32.random(in: 0...UInt32.max))")
        try FileManager.default.createDirectory(atPath: disk.path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: disk.path) }
        try #require(run("/bin/mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", disk.path) == 0)
        defer { _ = run("/bin/umount", "-l", disk.path) }
        try await body(disk)
    }

    /// Takes what is left of it, to the last page.
    func fill() throws {
        _ = FileManager.default.createFile(atPath: ballast, contents: nil)
        let file = try #require(FileHandle(forWritingAtPath: ballast))
        defer { try? file.close() }
        for size in [65_536, 4096] {
            let block = Data(repeating: 0, count: size)
            while (try? file.write(contentsOf: block)) != nil {}
        }
    }

    func free() throws { try FileManager.default.removeItem(atPath: ballast) }

    private static func run(_ program: String, _ arguments: String...) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
