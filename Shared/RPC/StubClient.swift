public import Contract
public final class Client: Sendable {
    public func call<M: Method>(_ method: M, meta: CallMeta = CallMeta()) async throws -> M.Reply { throw Fault.draining }
}
