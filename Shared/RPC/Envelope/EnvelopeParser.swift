/// Reads requests off the index of a message.
struct EnvelopeParser {
    let tape: Tape
    let options: EnvelopeOptions

    /// Tokens of the members that JSON-RPC defines.
    private struct Members {
        var version: Int?
        var id: Int?
        var method: Int?
        var params: Int?
        var isResponse = false
        var isIDTwice = false
        var twice: String?
    }

    func item(_ index: Int) -> Envelope.Item {
        guard tape.tokens[index].kind == .object else {
            return .invalid(id: nil, .invalidRequest("A request is an object."))
        }
        let members = members(of: index)
        if members.isResponse, members.method == nil { return .response }
        let id: [UInt8]?
        do throws(Fault) { id = try self.id(members) } catch { return .invalid(id: nil, error) }
        do throws(Fault) { return try request(members, id: id, size: tape.verbatim(index).count) } catch {
            return .invalid(id: id, error)
        }
    }

    private func request(_ members: Members, id: [UInt8]?, size: Int) throws(Fault) -> Envelope.Item {
        if size > options.limits.request { throw .requestTooLarge }
        if let twice = members.twice { throw .invalidRequest("The member \(twice) occurs twice.") }
        try checkVersion(members.version)
        let method = try method(members.method)
        let params = try params(members.params)
        do throws(Fault) {
            let request = Request(id: id, method: method, params: params, meta: try meta(params))
            return id == nil ? .notification(request) : .call(request)
        } catch {
            return id == nil ? .dropped(error) : .invalid(id: id, error)
        }
    }

    private func members(of index: Int) -> Members {
        var members = Members()
        let end = Int(tape.tokens[index].next)
        var key = index + 1
        while key < end {
            note(key, in: &members)
            key = Int(tape.tokens[key + 1].next)
        }
        return members
    }

    private func note(_ key: Int, in members: inout Members) {
        if tape.isNamed(key, "jsonrpc") {
            if members.version != nil { members.twice = "jsonrpc" }
            members.version = key + 1
        } else if tape.isNamed(key, "id") {
            if members.id != nil { members.isIDTwice = true }
            members.id = key + 1
        } else if tape.isNamed(key, "method") {
            if members.method != nil { members.twice = "method" }
            members.method = key + 1
        } else if tape.isNamed(key, "params") {
            if members.params != nil { members.twice = "params" }
            members.params = key + 1
        } else if tape.isNamed(key, "result") || tape.isNamed(key, "error") {
            members.isResponse = true
        }
    }

    private func id(_ members: Members) throws(Fault) -> [UInt8]? {
        if members.isIDTwice { throw .invalidRequest("The member id occurs twice.") }
        guard let index = members.id else { return nil }
        switch tape.tokens[index].kind {
        case .string, .integer, .number, .null: break
        default: throw .invalidRequest("An id is a string, a number or null.")
        }
        let bytes = tape.verbatim(index)
        guard bytes.count <= options.limits.id else {
            throw .invalidRequest("An id has at most \(options.limits.id) bytes.")
        }
        return [UInt8](bytes)
    }

    private func checkVersion(_ index: Int?) throws(Fault) {
        guard let index else {
            if options.allowsMissingVersion { return }
            throw .invalidRequest(#"The member jsonrpc must be "2.0"."#)
        }
        guard tape.tokens[index].kind == .string, tape.isNamed(index, "2.0") else {
            throw .invalidRequest(#"The member jsonrpc must be "2.0"."#)
        }
    }

    private func method(_ index: Int?) throws(Fault) -> String {
        guard let index, tape.tokens[index].kind == .string else {
            throw .invalidRequest("The member method must be a string.")
        }
        guard tape.bytes(index).count <= options.limits.method else {
            throw .invalidRequest("A method's name has at most \(options.limits.method) bytes.")
        }
        return tape.string(index)
    }

    private func params(_ index: Int?) throws(Fault) -> Params {
        guard let index, tape.tokens[index].kind != .null else {
            tape.append(.object, from: 0, to: 0)
            return Params(form: .absent, tape: tape, index: tape.count - 1)
        }
        switch tape.tokens[index].kind {
        case .object: return Params(form: .named, tape: tape, index: index)
        case .array:
            tape.tokens[index].flags.insert(.positional)
            return Params(form: .positional, tape: tape, index: index)
        default: throw .invalidRequest("The member params must be an object or an array.")
        }
    }

    private func meta(_ params: Params) throws(Fault) -> CallMeta {
        guard params.form == .named, let index = tape.member("_meta", of: params.index),
            tape.tokens[index].kind != .null
        else {
            return CallMeta()
        }
        do throws(JSONFailure) { return try CallMeta(tape, index) } catch {
            throw Fault(error.below("_meta"))
        }
    }
}
