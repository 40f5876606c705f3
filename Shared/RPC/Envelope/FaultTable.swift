public import Contract

extension Fault {
    /// The text is not JSON.
    public static func parseError(_ sentence: String = "") -> Fault {
        Fault(code: -32700, message: "Parse error", reason: "PARSE_ERROR").explained(sentence)
    }

    /// JSON, but not a JSON-RPC 2.0 request.
    public static func invalidRequest(_ sentence: String = "") -> Fault {
        Fault(code: -32600, message: "Invalid Request", reason: "INVALID_REQUEST").explained(sentence)
    }

    /// No method of that name is served here.
    public static let methodNotFound = Fault(code: -32601, message: "Method not found", reason: "METHOD_NOT_FOUND")

    /// The params are not those of the method.
    public static func invalidParams(_ details: [Detail]) -> Fault {
        var fault = Fault(code: -32602, message: "Invalid params", reason: "INVALID_PARAMS")
        fault.details = details
        return fault
    }

    /// Something went wrong that the caller cannot mend; what it was stands in the log under the trace.
    public static func internalError(trace: String?) -> Fault {
        var fault = Fault(code: -32603, message: "Internal error", reason: "INTERNAL_ERROR")
        fault.traceID = trace
        return fault
    }

    /// The call needs a token, or the one given is not valid.
    public static let unauthenticated = Fault(
        code: -32001,
        message: "A valid token is required.",
        reason: "UNAUTHENTICATED"
    )

    /// The token is valid, but does not allow this method.
    public static func permissionDenied(_ method: String) -> Fault {
        Fault(code: -32001, message: "This caller may not call \(method).", reason: "PERMISSION_DENIED")
    }

    /// The call took longer than it was given. Whether its effect happened is not known.
    public static let deadlineExceeded = Fault(
        code: -32002,
        message: "The deadline has passed.",
        reason: "DEADLINE_EXCEEDED",
        isRetryable: true
    )

    /// A call with the same idempotency key is still under way.
    public static let idempotencyInProgress = Fault(
        code: -32004,
        message: "A call with this idempotency key is under way.",
        reason: "IN_PROGRESS",
        isRetryable: true
    )

    /// The idempotency key was used before, with other params.
    public static let idempotencyKeyReused = Fault(
        code: -32004,
        message: "This idempotency key was used with other params.",
        reason: "KEY_REUSED"
    )

    /// A connection holds as many subscriptions as it may.
    public static let tooManySubscriptions = Fault(
        code: -32006,
        message: "Too many subscriptions.",
        reason: "TOO_MANY_SUBSCRIPTIONS"
    )

    /// The request is longer, or holds more values, than ``Limits`` allows.
    public static let requestTooLarge = Fault(
        code: -32007,
        message: "The request is too large.",
        reason: "REQUEST_TOO_LARGE"
    )

    /// The response would be longer than ``Limits/response``.
    public static let responseTooLarge = Fault(
        code: -32008,
        message: "The response is too large.",
        reason: "RESPONSE_TOO_LARGE"
    )

    /// Too many calls are under way.
    public static func busy(retryAfter milliseconds: Int) -> Fault {
        var fault = Fault(code: -32009, message: "Too many calls are under way.", reason: "BUSY", isRetryable: true)
        fault.retryAfterMilliseconds = milliseconds
        return fault
    }

    /// The service is ending; another process, or the same one soon, will answer.
    public static let draining = Fault(
        code: -32009,
        message: "The service is ending.",
        reason: "DRAINING",
        isRetryable: true
    )

    /// A batch has more items than ``Limits/batchItems``.
    public static let batchTooLarge = Fault(
        code: -32010,
        message: "The batch has too many items.",
        reason: "BATCH_TOO_LARGE"
    )

    /// The responses to a batch are together longer than ``Limits/batchBytes``.
    public static let batchResponseTooLarge = Fault(
        code: -32011,
        message: "The responses to the batch are too large.",
        reason: "BATCH_RESPONSE_TOO_LARGE"
    )

    /// The caller cancelled the call.
    public static let cancelled = Fault(code: -32800, message: "The call was cancelled.", reason: "CANCELLED")

    /// An expected no, from the service's own table.
    public static func refusal(_ entry: RefusalTable.Entry) -> Fault {
        Fault(code: entry.code, message: entry.sentence, reason: entry.reason)
    }

    /// One row for each fault that any method may answer with, for the documents; without what depends on the call.
    public static let common: [Fault] =
        [
            .parseError(), .invalidRequest(), .methodNotFound, .invalidParams([]), .internalError(trace: nil),
            .unauthenticated,
            .permissionDenied("the method"), .deadlineExceeded, .idempotencyInProgress, .idempotencyKeyReused,
            .tooManySubscriptions, .requestTooLarge, .responseTooLarge, .busy(retryAfter: 0), .draining, .batchTooLarge,
            .batchResponseTooLarge, .cancelled,
        ] + ofStorage

    private func explained(_ sentence: String) -> Fault {
        guard !sentence.isEmpty else { return self }
        var fault = self
        fault.details = [Detail(path: "", sentence: sentence)]
        return fault
    }

    /// What a failure to read params means for the caller.
    public init(_ failure: JSONFailure) {
        switch failure.cause {
        case .grammar: self = .parseError(failure.sentence)
        case .depth: self = .invalidRequest(failure.sentence)
        case .size: self = .requestTooLarge
        case .shape: self = .invalidParams([Detail(path: failure.path, sentence: failure.sentence)])
        }
    }
}
