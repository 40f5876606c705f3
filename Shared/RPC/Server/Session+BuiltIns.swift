extension BuiltIn {
    /// Answered ahead of everything else, during a drain too, and not held up by notifications.
    var isImmediate: Bool {
        switch self {
        case .ping, .cancel, .cancelRequest, .health, .discover, .info: true
        case .authenticate: false
        }
    }

    /// The params in positional order.
    fileprivate static let cancelOrder = ["id"]
}

private struct AuthenticateParams: Decodable { let token: String }
private struct HealthParams: Decodable { let service: String? }
private struct NoParams: Decodable {}

extension Session {
    /// Serves a method that is part of the server.
    func serve(_ builtIn: BuiltIn, _ request: Request, _ method: ServedMethod, _ place: Place, _ arrival: Arrival) {
        let call = call(request, arrival)
        do {
            switch builtIn {
            case .ping: try answer(request, place, Array(#""pong""#.utf8))
            case .discover: try answer(request, place, server.settings.discovery)
            case .cancel, .cancelRequest:
                let found = try cancel(id: cancelledID(request.params))
                try answer(request, place, Array((found ? "true" : "false").utf8))
            case .info, .health, .authenticate: return launch(builtIn, request, method, place, call, nil)
            }
            server.finished(method, call, nil, nil)
        } catch {
            let fault = server.fault(for: error, call)
            server.finished(method, call, fault, nil)
            request.id == nil ? end(place) : reply(to: request.id, place, with: fault)
        }
    }

    private func answer(_ request: Request, _ place: Place, _ result: [UInt8]) throws {
        guard request.id != nil else { return end(place) }
        try reply(to: request.id, place, result: result)
    }

    /// The id as it stands in the params, because ids are compared as they were written.
    private func cancelledID(_ params: Params) throws -> [UInt8] {
        let tape = params.tape
        let index: Int? =
            switch params.form {
            case .absent: nil
            case .named: tape.member("id", of: params.index)
            case .positional: tape.children(of: params.index).first
            }
        guard let index else {
            throw Fault.invalidParams([.init(path: "/id", sentence: "The id of the call is missing.")])
        }
        return [UInt8](tape.verbatim(index))
    }

    /// The ones that ask the host run as tasks, but take no place at the gate: they have to answer when it is full.
    func launch(
        _ builtIn: BuiltIn,
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ call: Call,
        _ serial: UInt64?
    ) {
        let operation: Operation
        do { operation = try self.operation(of: builtIn, request.params, call) } catch {
            return finishUnstarted(serial, request, place, method, server.fault(for: error, call))
        }
        let serial = serial ?? register(request, method, place, call, isDetached: false)
        start(operation, serial, request, call, isCounted: false)
    }

    private func operation(of builtIn: BuiltIn, _ params: Params, _ call: Call) throws -> Operation {
        let server = server
        switch builtIn {
        case .health:
            let service = try params.decode(HealthParams.self, order: ["service"]).service
            return { try JSONWriter.text(of: await server.health(of: service)) }
        case .authenticate:
            let token = try params.decode(AuthenticateParams.self, order: ["token"]).token
            return {
                try await server.settings.authenticate(token, call)
                call.connection.authorization = token
                return Array("true".utf8)
            }
        default: return { try await server.settings.info(call) }
        }
    }
}

extension JSONWriter {
    /// A value as JSON of its own.
    static func text(of value: some Encodable) throws -> [UInt8] {
        var writer = JSONWriter()
        try writer.write(value)
        return writer.bytes
    }
}
