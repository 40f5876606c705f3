internal import Logging
internal import ServiceContextModule
internal import Tracing

extension ServerState {
    /// After which a caller that was turned away may try again.
    static let retryAfterMilliseconds = 100

    /// Runs the operation of a call and turns what it throws into a fault.
    func outcome(
        of operation: @Sendable () async throws -> [UInt8],
        _ call: Call,
        _ id: [UInt8]?
    ) async -> Result<[UInt8], Fault> {
        guard let span = startSpan(of: call, id) else { return await plainOutcome(of: operation, call) }
        let outcome = await ServiceContext.$current.withValue(span.context) { await plainOutcome(of: operation, call) }
        if case .failure(let fault) = outcome { CallSpan.fail(span, fault) }
        span.end()
        return outcome
    }

    private func plainOutcome(
        of operation: @Sendable () async throws -> [UInt8],
        _ call: Call
    ) async -> Result<[UInt8], Fault> {
        do {
            return .success(try await CurrentCall.$value.withValue(call) { try await operation() })
        } catch {
            return .failure(fault(for: error, call))
        }
    }

    /// Counts a call that is over, and tells of a slow one.
    func finished(_ method: ServedMethod, _ call: Call, _ fault: Fault?, _ span: (any Span)?) {
        let now = ContinuousClock.now
        let took = now - call.received
        let (seconds, attoseconds) = took.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        if let fault {
            method.meter.failure(code: fault.code, after: nanoseconds)
        } else {
            method.meter.success(after: nanoseconds)
        }
        if let span {
            if let fault { CallSpan.fail(span, fault) }
            span.end()
        }
        if took > settings.slowCall, !method.mayWait { tellSlow(method, nanoseconds, fault, now) }
    }

    private func tellSlow(
        _ method: ServedMethod,
        _ nanoseconds: Int64,
        _ fault: Fault?,
        _ now: ContinuousClock.Instant
    ) {
        guard let count = method.slowness.take(at: now, pause: settings.slowCallPause) else { return }
        settings.logger.warning(
            "A call was slow.",
            metadata: [
                "method": "\(method.name)", "duration_ms": "\(nanoseconds / 1_000_000)",
                "code": "\(fault?.code ?? 0)", "count": "\(count)",
            ]
        )
    }
}
