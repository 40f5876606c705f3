import ArgumentParser
import Contract
import Foundation
import Hosting
import IdentityAPI
import RPC

/// Clients of the four services, with the operator's token unless a call brings another.
final class Calling: Sendable {
    let directory: DataDirectory
    private let clients: [ServiceName: Client]
    private let source: TokenSource

    init(_ directory: DataDirectory) throws {
        self.directory = directory
        let plain = Client(path: directory.socket(.identity))
        let source = TokenSource(key: try directory.readOperatorKey(), identity: plain, clock: .system)
        self.source = source
        clients = Dictionary(
            uniqueKeysWithValues: ServiceName.allCases.map { service in
                (service, Client(path: directory.socket(service), settings: Self.settings(source)))
            }
        )
    }

    private static func settings(_ source: TokenSource) -> ClientSettings {
        var settings = ClientSettings()
        settings.authorization = { try await source.token() }
        return settings
    }

    func operatorToken() async throws -> String { try await source.token() }

    subscript(service: ServiceName) -> Client { clients[service] ?? Client(path: directory.socket(service)) }

    /// A method of any service; its name says which.
    func call<M: Method>(_ method: M, meta: CallMeta = CallMeta()) async throws -> M.Reply {
        try await self[ServiceName(method: M.name) ?? .identity].call(method, meta: meta)
    }

    func close() async { for client in clients.values { await client.close() } }
}

/// Ends a command with one line on standard error and a code that says what kind of failure it was.
enum Failure {
    static func reporting<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as ExitCode {
            throw error
        } catch {
            let (sentence, code) = explain(error)
            FileHandle.standardError.write(Data("\(sentence)\n".utf8))
            throw ExitCode(code)
        }
    }

    /// 2 refused by the method, 3 any other answer that is no result, 66 no data directory, 69 no connection, 75 outcome unknown.
    static func explain(_ error: any Error) -> (String, Int32) {
        switch error {
        case let problem as CommandProblem: (problem.description, problem.code)
        case let fault as Fault where fault.code > 0: ("refused: \(fault.reason) (\(fault.code)): \(fault.message)", 2)
        case let fault as Fault: (text(fault), 3)
        case let failure as ConnectionFailure: ("\(failure.description) Is the community up?", 69)
        case let unknown as OutcomeUnknown: (unknown.description, 75)
        case let problem as SettingsProblem: (problem.sentence, 78)
        default: ("\(error)", 70)
        }
    }

    private static func text(_ fault: Fault) -> String {
        let details = fault.details.map { "\n  \($0.path): \($0.sentence)" }.joined()
        return
            "\(fault.reason) (\(fault.code)): \(fault.message)\(details)\(fault.traceID.map { "\n  trace \($0)" } ?? "")"
    }
}
