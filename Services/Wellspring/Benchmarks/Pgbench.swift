import Foundation

/// The load generator of PostgreSQL, which runs the same award by hand beside the service.
struct Pgbench {
    let url: String
    let seconds: Double
    static let clients = 32
    static let members = 10_000

    /// - Returns: awards a second.
    func run(_ script: PgbenchScript) throws -> Double {
        let file = "/tmp/ws-pgbench-\(ProcessInfo.processInfo.processIdentifier).sql"
        try script.text.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        // Not --time, whose signal is blocked in what a thread of a Swift program starts.
        let transactions = max(1, Int(seconds * script.expectedRate) / Self.clients)
        let output = try Self.output(of: [
            "pgbench", "--no-vacuum", "--protocol=prepared", "--client=\(Self.clients)", "--jobs=2",
            "--transactions=\(transactions)", "--define=n=0", "--define=run=\(script.name)",
            "--define=member=member:points:", "--define=issuer=issuer:points:", "--file=\(file)", url,
        ])
        guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
            let rate = Double(line.split(separator: " ")[2])
        else { throw CommandProblem("pgbench tells no rate: \(output)", code: 69) }
        return rate * Double(script.awards)
    }

    private static func output(of words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw CommandProblem("pgbench failed: \(text)", code: 69) }
        return text
    }
}

/// One way to make an award by hand.
struct PgbenchScript {
    let name: String
    let title: String
    /// How many awards a transaction makes.
    var awards = 1
    /// Transactions a second on a small machine, by which the length of a run is chosen.
    var expectedRate: Double { awards == 1 ? 2500 : 200 }
    let text: String
}
