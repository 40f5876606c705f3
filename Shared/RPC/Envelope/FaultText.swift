extension Fault {
    /// Appends the whole error response: `{"jsonrpc":"2.0","id":7,"error":{...}}`.
    /// - Parameter id: the id's bytes as they stood in the request; nil becomes null.
    public func writeResponse(id: [UInt8]?, to writer: inout JSONWriter) {
        writer.write(raw: #"{"jsonrpc":"2.0","id":"#)
        if let id { writer.write(raw: id) } else { writer.write(raw: "null") }
        writer.write(raw: #","error":"#)
        writeError(to: &writer)
        writer.write(raw: "}")
    }

    /// Appends the error object alone: `{"code":...,"message":...,"data":{...}}`.
    public func writeError(to writer: inout JSONWriter) {
        writer.write(raw: #"{"code":"#)
        writer.write(integer: Int64(code))
        writer.write(raw: #","message":"#)
        writer.write(string: message)
        writer.write(raw: #","data":{"reason":"#)
        writer.write(string: reason)
        writer.write(raw: isRetryable ? #","retryable":true"# : #","retryable":false"#)
        if let retryAfterMilliseconds {
            writer.write(raw: #","retry_after_ms":"#)
            writer.write(integer: Int64(retryAfterMilliseconds))
        }
        if let traceID {
            writer.write(raw: #","trace_id":"#)
            writer.write(string: traceID)
        }
        if !details.isEmpty { writeDetails(to: &writer) }
        writer.write(raw: "}}")
    }

    private func writeDetails(to writer: inout JSONWriter) {
        writer.write(raw: #","details":["#)
        for (position, detail) in details.enumerated() {
            writer.write(raw: position > 0 ? #",{"path":"# : #"{"path":"#)
            writer.write(string: detail.path)
            writer.write(raw: #","sentence":"#)
            writer.write(string: detail.sentence)
            writer.write(raw: "}")
        }
        writer.write(raw: "]")
    }
}

extension Fault: Decodable {
    private enum Keys: String, CodingKey { case code, message, data }
    private enum DataKeys: String, CodingKey {
        case reason, retryable, retryAfter = "retry_after_ms", trace = "trace_id", details
    }

    /// Reads an error object. One from a peer of another kind has no `data` of this form; its reason is then empty.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Keys.self)
        self.init(
            code: try keys.decode(Int.self, forKey: .code),
            message: try keys.decodeIfPresent(String.self, forKey: .message) ?? "",
            reason: ""
        )
        guard let data = try? keys.nestedContainer(keyedBy: DataKeys.self, forKey: .data) else { return }
        reason = (try? data.decodeIfPresent(String.self, forKey: .reason)) ?? ""
        isRetryable = (try? data.decodeIfPresent(Bool.self, forKey: .retryable)) ?? false
        retryAfterMilliseconds = try? data.decodeIfPresent(Int.self, forKey: .retryAfter)
        traceID = try? data.decodeIfPresent(String.self, forKey: .trace)
        details = (try? data.decodeIfPresent([Detail].self, forKey: .details)) ?? []
    }
}
