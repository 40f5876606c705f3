import Foundation

/// Real data that is not part of the project: beside the package, or where `WELLSPRING_SHARED` says.
enum SharedData {
    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let named = ProcessInfo.processInfo.environment["WELLSPRING_SHARED"].map { URL(filePath: $0) }
        let places = [named, package.appending(path: "../shared").standardized].compactMap {
            $0?.appending(path: "data")
        }
        return places.first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static var isThere: Bool { folder != nil }

    static func text(_ path: String) throws -> String {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}
