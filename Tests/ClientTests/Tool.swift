import Foundation
import Synchronization

/// A program that is run to its end.
struct Tool {
    let path: String
    var arguments: [String] = []
    var environment: [String: String] = [:]

    struct Outcome: Sendable {
        let status: Int32
        /// What it printed, errors too.
        let text: String
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs it on a thread of its own, because reading what it prints blocks.
    func run() async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try runToEnd() }) }
        }
    }

    /// - Throws: ``Failed`` with what it printed where it ends with anything but 0.
    func output() async throws -> String {
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
