import Foundation

/// A program that is run to its end.
public struct Tool: Sendable {
    let path: String
    let arguments: [String]
    let environment: [String: String]

    /// - Parameter environment: added to that of this process.
    public init(path: String, arguments: [String] = [], environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }

    public struct Outcome: Sendable {
        public let status: Int32
        /// What it printed, errors too.
        public let text: String
    }

    public struct Failed: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    /// The command as it was built: beside the bundle of the tests.
    public static let wellspring = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "wellspring").path()

    /// Runs it on a thread of its own, because reading what it prints blocks.
    public func run() async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try runToEnd() }) }
        }
    }

    /// - Throws: ``Failed`` with what it printed where it ends with anything but 0.
    public func output() async throws -> String {
        let outcome = try await run()
        guard outcome.status == 0 else { throw Failed(description: "\(path) \(arguments): \(outcome.text)") }
        return outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func runToEnd() throws -> Outcome {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, text: text)
    }
}
