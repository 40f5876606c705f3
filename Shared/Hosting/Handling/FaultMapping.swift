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

    /// The database did not say whether the change was made. Not a refusal to run: only a call with an idempotency key
    /// may be sent again without thought.
    static let outcomeUnknown = Fault(
        code: -32003,
        message: "Whether the change was made is not known; ask again with the same idempotency key.",
        reason: "OUTCOME_UNKNOWN",
        isRetryable: true
    )

    /// Something that this service needs is away for a while; the call had no effect.
    static func unavailable(_ what: String, reason: String = "UNAVAILABLE", retryAfter milliseconds: Int = 500) -> Fault
    {
        var fault = Fault(code: -32009, message: what, reason: reason, isRetryable: true)
        fault.retryAfterMilliseconds = milliseconds
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
        case .conflict: return .unavailable("Too many changes at once.", reason: "CONFLICT", retryAfter: 50)
        case .full: return .unavailable("The storage is full.", reason: "STORAGE_FULL", retryAfter: 5000)
        case .readOnly:
            return .unavailable("The database is read-only at the moment.", reason: "READ_ONLY", retryAfter: 1000)
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
