import Foundation

/// Identity and rewards for one figure, with nobody who follows what they tell.
struct LedgerStage {
    let options: ServicesOptions
    /// Nil for SQLite.
    let databases: PostgresDatabases?

    func name(_ figure: String) -> String {
        "wellspring_ledger_\(ProcessInfo.processInfo.processIdentifier)_\(figure)"
    }

    func folder(_ figure: String) -> String { "/tmp/\(name(figure))" }

    /// - Parameter ending: done after the services have ended and before their databases are taken away.
    @discardableResult
    func run<T>(
        _ figure: String,
        group: Int? = nil,
        connections: Int = 4,
        ending: (PostgresDatabases?) throws -> Void = { _ in },
        _ body: (AwardRequests) async throws -> T
    ) async throws -> T {
        var settings = ["WELLSPRING_DATABASE_CONNECTIONS": "\(connections)"]
        if let group { settings["WELLSPRING_DATABASE_GROUP"] = "\(group)" }
        let own = databases?.named(name(figure))
        let result: Result<T, any Error>
        do {
            let output = try await serve(DataDirectory(folder(figure)), own, settings, body)
            try ending(own)
            result = .success(output)
        } catch { result = .failure(error) }
        try own?.drop()
        try? FileManager.default.removeItem(atPath: folder(figure))
        return try result.get()
    }

    private func serve<T>(
        _ directory: DataDirectory,
        _ databases: PostgresDatabases?,
        _ settings: [String: String],
        _ body: (AwardRequests) async throws -> T
    ) async throws -> T {
        let community = try Community(
            directory,
            database: databases?.url,
            extra: [.rewards: settings],
            services: [.identity, .rewards]
        )
        var calling: Calling?
        let result: Result<T, any Error>
        do {
            try await community.start()
            let caller = try Calling(directory)
            calling = caller
            let socket = directory.socket(.rewards)
            result = .success(try await body(AwardRequests(socket: socket, calling: caller, seconds: options.seconds)))
        } catch { result = .failure(error) }
        await calling?.close()
        await community.stop()
        return try result.get()
    }
}
