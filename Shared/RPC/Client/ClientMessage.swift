internal import Contract

/// Calls and answers as bytes, for clients of every kind.
enum ClientMessage {
    /// A request on one line.
    static func request(id: Int64, name: String, params: some Encodable, meta: CallMeta) throws -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        try Envelope.writeRequest(id: Array(String(id).utf8), method: name, params: params, meta: meta, to: &writer)
        writer.write(raw: "\n")
        return writer.bytes
    }

    /// The meta, where the params can carry it.
    static func meta(_ meta: CallMeta, for params: some Encodable) -> CallMeta {
        if let json = params as? JSONValue, case .array = json { return CallMeta() }
        return meta
    }

    /// The id of a response, read off its beginning where it was written by a server of this kind.
    static func id(of response: UnsafeRawBufferPointer) -> Int64? {
        let start: StaticString = #"{"jsonrpc":"2.0","id":"#
        let length = start.utf8CodeUnitCount
        let isOurs = response.count > length && start.withUTF8Buffer { response.prefix(length).elementsEqual($0) }
        guard isOurs else { return parsedID(of: response) }
        var id: Int64 = 0
        for byte in response.dropFirst(length) {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), id < 1 << 58 else {
                return byte == UInt8(ascii: ",") ? id : nil
            }
            id = id * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return nil
    }

    private static func parsedID(of response: UnsafeRawBufferPointer) -> Int64? {
        let answers = try? Envelope.answers(in: response)
        return answers?.first?.id.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    }

    /// What the service said: a value, the method's own refusal, or a fault.
    static func reply<M: Method>(to method: M.Type, _ response: [UInt8]) throws -> M.Reply {
        do { return try value(of: response, as: M.Reply.self) } catch let fault as Fault {
            if let refusal = M.Refusal(rawValue: fault.reason) { throw refusal }
            throw fault
        }
    }

    static func value<T: Decodable>(of response: [UInt8], as type: T.Type) throws -> T {
        try response.withUnsafeBytes { bytes in
            guard let answer = try Envelope.answers(in: bytes).first else {
                throw JSONFailure(sentence: "The service sent something that is not a response.")
            }
            switch answer.outcome {
            case .result(let slice): return try slice.decode(type)
            case .fault(let fault): throw fault
            }
        }
    }

    /// The fault, if the response says that the call was not run because the service is busy or ending.
    static func turnedAway(_ response: [UInt8]) -> Fault? {
        // The code stands near the beginning of an error; a long result is not searched.
        guard response.count < 1024, response.contains(code: Fault.draining.code) else { return nil }
        return response.withUnsafeBytes { bytes in
            guard case .fault(let fault)? = try? Envelope.answers(in: bytes).first?.outcome else { return nil }
            return fault.code == Fault.draining.code ? fault : nil
        }
    }
}

extension [UInt8] {
    fileprivate func contains(code: Int) -> Bool {
        let digits = Array(String(code).utf8)
        return withUnsafeBytes { bytes in
            bytes.indices.contains { bytes[$0] == digits[0] && bytes[$0...].starts(with: digits) }
        }
    }
}
