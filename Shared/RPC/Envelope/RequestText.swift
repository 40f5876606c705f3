extension Envelope {
    /// Appends one request, for those who call: `{"jsonrpc":"2.0","id":7,"method":"...","params":{...,"_meta":{...}}}`.
    /// - Parameters:
    ///   - id: the id as JSON text; nil makes it a notification.
    ///   - params: must encode as an object, so that `_meta` can stand in it.
    /// - Throws: as ``JSONWriter/write(_:)`` does; ``JSONFailure`` where there is a `_meta` to send and `params` is no
    ///   object.
    public static func writeRequest(
        id: [UInt8]?,
        method: String,
        params: some Encodable,
        meta: CallMeta,
        to writer: inout JSONWriter
    ) throws {
        writer.write(raw: #"{"jsonrpc":"2.0""#)
        if let id {
            writer.write(raw: #","id":"#)
            writer.write(raw: id)
        }
        writer.write(raw: #","method":"#)
        writer.write(string: method)
        writer.write(raw: #","params":"#)
        try writer.write(params)
        if !meta.isEmpty { try writeMeta(meta, to: &writer) }
        writer.write(raw: "}")
    }

    /// The object that has just been written is opened again; that is cheaper than to encode through a wrapper.
    private static func writeMeta(_ meta: CallMeta, to writer: inout JSONWriter) throws {
        guard writer.bytes.popLast() == UInt8(ascii: "}") else {
            throw JSONFailure(sentence: "Only params by name carry _meta.")
        }
        let isEmpty = writer.bytes.last == UInt8(ascii: "{")
        writer.write(raw: isEmpty ? #""_meta":"# : #","_meta":"#)
        try writer.write(meta)
        writer.write(raw: "}")
    }

    /// Appends a successful response around a result that is JSON already.
    public static func writeResponse(id: [UInt8], result: [UInt8], to writer: inout JSONWriter) {
        writer.write(raw: #"{"jsonrpc":"2.0","id":"#)
        writer.write(raw: id)
        writer.write(raw: #","result":"#)
        writer.write(raw: result)
        writer.write(raw: "}")
    }
}
