import Glibc
import RPC

/// A folder of its own under `/tmp`, short enough for socket paths, and gone when the test is over.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/wsXXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw RawFailure("mkdtemp failed: \(errno)") }
        path = String(cString: made)
    }

    func file(_ name: String) -> String { path + "/" + name }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { unlink(path + "/" + name) }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}

struct RawFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
