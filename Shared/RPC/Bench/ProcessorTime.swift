internal import Glibc

/// The processor time that a process has used, in microseconds, as `/proc` tells it.
struct ProcessorTime {
    let user: Double
    let system: Double

    struct Unreadable: Error {}

    init(of process: Int32) throws {
        let text = try Self.contents("/proc/\(process)/stat")
        // The name of the program may hold spaces; the fields after its closing parenthesis do not.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw Unreadable()
        }
        let microseconds = 1_000_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
        self.user = user * microseconds
        self.system = system * microseconds
    }

    private static func contents(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { throw Unreadable() }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    init(user: Double, system: Double) {
        self.user = user
        self.system = system
    }

    static func - (later: ProcessorTime, earlier: ProcessorTime) -> ProcessorTime {
        ProcessorTime(user: later.user - earlier.user, system: later.system - earlier.system)
    }
}
