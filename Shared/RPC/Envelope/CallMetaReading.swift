extension CallMeta {
    /// Reads `_meta` off the index of a message, member by member: every call has it, so it takes no detour.
    ///
    /// Names that are not known here are left to those who know them. What only tracing would use is ignored where it
    /// is not well formed; everything else is refused.
    init(_ tape: Tape, _ index: Int) throws(JSONFailure) {
        self.init(try Parts(tape, index))
    }
}

extension CallMeta.Parts {
    fileprivate init(_ tape: Tape, _ index: Int) throws(JSONFailure) {
        guard tape.tokens[index].kind == .object else { throw tape.mismatch(index, "an object") }
        if let twice = tape.duplicate(in: index) {
            throw JSONFailure(sentence: "This member occurs twice.").below(twice)
        }
        let end = Int(tape.tokens[index].next)
        var key = index + 1
        while key < end {
            if tape.tokens[key + 1].kind != .null { try take(key, tape) }
            key = Int(tape.tokens[key + 1].next)
        }
    }

    private mutating func take(_ key: Int, _ tape: Tape) throws(JSONFailure) {
        let value = key + 1
        if tape.isNamed(key, "authorization") {
            authorization = try Self.text(value, tape, "authorization")
        } else if tape.isNamed(key, "traceparent") {
            traceparent = (try? tape.text(value)).flatMap(CallMeta.wellFormed)
        } else if tape.isNamed(key, "tracestate") {
            tracestate = try? tape.text(value)
        } else if tape.isNamed(key, "baggage") {
            baggage = try? tape.text(value)
        } else if tape.isNamed(key, "idempotency_key") {
            idempotencyKey = try Self.key(value, tape)
        } else if tape.isNamed(key, "timeout_ms") {
            timeoutMilliseconds = try Self.timeout(value, tape)
        } else if tape.isNamed(key, "acting_for") {
            actingFor = try Self.text(value, tape, "acting_for")
        }
    }

    private static func text(_ value: Int, _ tape: Tape, _ name: String) throws(JSONFailure) -> String {
        do { return try tape.text(value) } catch { throw error.below(name) }
    }

    private static func key(_ value: Int, _ tape: Tape) throws(JSONFailure) -> String {
        let key = try text(value, tape, "idempotency_key")
        guard CallMeta.isKey(key) else {
            throw JSONFailure(path: "/idempotency_key", sentence: "Must be 1 to 255 visible ASCII characters.")
        }
        return key
    }

    private static func timeout(_ value: Int, _ tape: Tape) throws(JSONFailure) -> Int {
        guard let milliseconds = try? tape.integer(value, as: Int.self), CallMeta.timeouts.contains(milliseconds) else {
            throw JSONFailure(path: "/timeout_ms", sentence: "Must be a whole number between 1 and 300000.")
        }
        return milliseconds
    }
}
