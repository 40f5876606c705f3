public import Foundation

/// Writes files that hold secrets.
public enum PrivateFile {
    /// Replaces a file as a whole. It has mode 0600 before its first byte is in it, whatever the umask says, which
    /// Foundation's files have only afterwards; and it is on the disk when this returns.
    /// - Throws: ``SettingsProblem``, with the path and the system's reason; the old file is then as it was.
    public static func write(_ data: Data, to path: String) throws {
        let fresh = "\(path).\(ProcessInfo.processInfo.processIdentifier).\(UInt32.random(in: .min ... .max))"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(path) }
        defer { close(descriptor) }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
            guard fsync(descriptor) == 0, rename(fresh, path) == 0 else { throw problem(path) }
        } catch {
            unlink(fresh)
            throw error as? SettingsProblem ?? SettingsProblem("\(path) cannot be written: \(error).")
        }
        try synchronize(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// The name is an entry of the folder, and outlives a loss of power only once the folder is on the disk too.
    private static func synchronize(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw problem(folder) }
    }

    private static func problem(_ path: String) -> SettingsProblem {
        SettingsProblem("\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
}
