import Contract
import Models
public import RPC

/// A method as this service serves it. The one place where types are erased: decode, admit, respond and encode become
/// a closure, and dispatch a dictionary.
public struct Endpoint<Service: HostedService>: Sendable {
    public let name: String
    /// What documents need to know, computed from the contract.
    public let describe: @Sendable () throws -> MethodDescription
    let route: @Sendable (Host<Service>) throws -> Route

    public init<M: Handled>(_ method: M.Type) where M.Service == Service {
        self.init(method) { request, caller, context in try await request.respond(to: caller, in: context) }
    }

    /// For the methods that Hosting itself answers in every service.
    /// - Parameter mayWait: whether an answer may be held back on purpose; such calls are not logged as slow.
    init<M: Method>(
        _ method: M.Type,
        mayWait: Bool = false,
        respond: @escaping Answer<M, Service>.Respond
    ) where M.Caller: Admissible {
        name = M.name
        describe = { try MethodDescription(M.self) }
        route = { host in
            let order = try MethodDescription(M.self).params.map(\.name)
            return Route(
                name: M.name,
                mayWait: mayWait,
                handle: .task { params, call in
                    let request = try params.decode(M.self, order: order)
                    let isRepeatable = M.self is any Repeatable.Type && call.meta.idempotencyKey != nil
                    let fingerprint = isRepeatable ? params.fingerprintBytes() : nil
                    let answer = Answer(request: request, call: call, fingerprint: fingerprint, respond: respond)
                    return { try await answer.bytes(from: host) }
                }
            )
        }
    }
}

/// One call of one method, from admission to the encoded reply.
struct Answer<M: Method, Service: HostedService>: Sendable where M.Caller: Admissible {
    typealias Respond = @Sendable (M, M.Caller, Context<Service>) async throws -> M.Reply

    let request: M
    let call: Call
    let fingerprint: [UInt8]?
    let respond: Respond

    func bytes(from host: Host<Service>) async throws -> [UInt8] {
        let bearer = try await host.admission.bearer(of: call)
        let caller = try host.admission.admit(M.Caller.self, bearer: bearer, method: M.self)
        let context = Context(host: host, call: call, bearer: bearer, replay: replay(for: bearer))
        do {
            let reply = try await respond(request, caller, context)
            return try Self.encode(reply)
        } catch let stored as StoredReply {
            return stored.bytes
        } catch let refusal as M.Refusal {
            throw Self.fault(for: refusal)
        }
    }

    private func replay(for bearer: Bearer?) -> Replay? {
        guard let fingerprint, let key = call.meta.idempotencyKey else { return nil }
        let subject = bearer?.actor.text ?? "visitor"
        return Replay(subject: subject, method: M.name, key: key, fingerprint: fingerprint, replyType: M.Reply.self)
    }

    static func encode(_ reply: some Encodable) throws -> [UInt8] {
        var writer = JSONWriter()
        try writer.write(reply)
        return writer.bytes
    }

    /// A refusal that is missing from the service's table is a fault of ours; a test compares the two.
    static func fault(for refusal: M.Refusal) -> Fault {
        guard let entry = M.Interface.refusals[refusal.rawValue] else { return .internalError(trace: nil) }
        return .refusal(entry)
    }
}
