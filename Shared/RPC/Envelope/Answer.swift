/// One response of a peer, for those who call.
public struct Answer {
    public enum Outcome {
        /// Points into the message, and is valid only as long as its bytes are.
        case result(JSONSlice)
        case fault(Fault)
    }

    /// The id's bytes as they stand in the response; nil where it is null, which means that the peer could not read the
    /// request.
    public let id: [UInt8]?
    public let outcome: Outcome
}

extension Envelope {
    /// The responses in one message, which is a response or the batch of them that answers a batch.
    ///
    /// Requests and notifications of the peer are left out.
    /// - Throws: ``JSONFailure`` where the message is not JSON or deeper than ``Limits/depth``.
    public static func answers(
        in message: UnsafeRawBufferPointer,
        limits: Limits = .init()
    ) throws(JSONFailure) -> [Answer] {
        let tape = try TapeBuilder.tape(of: message, bounds: .init(depth: limits.depth))
        if tape.tokens[0].kind == .object { return answer(0, tape).map { [$0] } ?? [] }
        guard tape.tokens[0].kind == .array else { return [] }
        return tape.children(of: 0).filter { tape.tokens[$0].kind == .object }.compactMap { answer($0, tape) }
    }

    private static func answer(_ index: Int, _ tape: Tape) -> Answer? {
        let id = tape.member("id", of: index).flatMap {
            tape.tokens[$0].kind == .null ? nil : [UInt8](tape.verbatim($0))
        }
        if let error = tape.member("error", of: index), tape.tokens[error].kind != .null {
            let fault = try? tape.decode(Fault.self, at: error)
            return Answer(id: id, outcome: .fault(fault ?? .internalError(trace: nil)))
        }
        guard let result = tape.member("result", of: index) else { return nil }
        return Answer(id: id, outcome: .result(JSONSlice(tape: tape, index: result)))
    }
}
