import Contract
import RPC

/// Asks a service how it is, without a token.
enum Probe {
    static func status(_ socket: String) async -> String {
        var settings = ClientSettings()
        settings.timeout = .seconds(1)
        settings.patience = .zero
        let client = Client(path: socket, settings: settings)
        let report = try? await client.call(name: "health.check")
        await client.close()
        switch report?["status"] {
        case .string(let status)?: return status
        default: return "NOT_RUNNING"
        }
    }
}
