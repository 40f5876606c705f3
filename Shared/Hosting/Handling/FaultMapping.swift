import Contract
import Logging
import Models
import RPC
import TypedSQL

extension Fault {
    /// - Parameter why: what is wrong with the token, without a word of it.
    static func unauthenticated(_ why: String) -> Fault {
        var fault = Fault.unauthenticated
        fault.message = "A valid token is required: \(why)."
        return fault
    }
}

/// Maps any error to the wire; the one place that does.
struct FaultMapping: Sendable {
    let log: Logger

    func fault(for error: any Error, method: String, trace: String?) -> Fault {
        switch error {
        case let fault as Fault: fault
        case let error as SQLError: storage(error, method, trace)
        case is CancellationError: .cancelled
        default: internalError(error, method, trace)
        }
    }

    private func storage(_ error: SQLError, _ method: String, _ trace: String?) -> Fault {
        switch error {
        case .busy: return .busy(retryAfter: 200)
        case .conflict: return .conflict
        case .full: return .storageFull
        case .readOnly: return .readOnly
        case .unavailable: return .unavailable("The database cannot be reached at the moment.", retryAfter: 1000)
        case .timeout: return .deadlineExceeded
        case .unknownOutcome: return .outcomeUnknown
        default: return internalError(error, method, trace)
        }
    }

    private func internalError(_ error: any Error, _ method: String, _ trace: String?) -> Fault {
        log.error(
            "call failed",
            metadata: ["method": "\(method)", "error": "\(type(of: error)): \(error)", "trace": "\(trace ?? "-")"]
        )
        return .internalError(trace: trace)
    }
}
