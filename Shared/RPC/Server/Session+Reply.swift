extension Session {
    /// Writes one reply: `body` writes what belongs after the id, and whatever it wrote is taken back if it throws.
    func write(_ id: [UInt8]?, _ place: Place, _ body: (inout JSONWriter) throws -> Void) throws {
        guard case .batch(let batch, let index) = place else { return try writeAlone(id, body) }
        var writer = JSONWriter(capacity: 256, limit: server.limits.response)
        try Session.envelope(id, &writer, body)
        settle(batch, index, writer.bytes)
    }

    private func writeAlone(_ id: [UInt8]?, _ body: (inout JSONWriter) throws -> Void) throws {
        if isClosed { return }
        let start = out.bytes.count
        out.limit = start + server.limits.response
        do { try Session.envelope(id, &out, body) } catch {
            out.bytes.removeLast(out.bytes.count - start)
            throw error
        }
        finishReply(from: start)
    }

    @inline(__always)
    private static func envelope(
        _ id: [UInt8]?,
        _ writer: inout JSONWriter,
        _ body: (inout JSONWriter) throws -> Void
    ) throws {
        writer.write(raw: #"{"jsonrpc":"2.0","id":"#)
        if let id { writer.write(raw: id) } else { writer.write(raw: "null") }
        try body(&writer)
        writer.write(raw: "}")
        if writer.bytes.count > writer.limit { throw Fault.responseTooLarge }
    }

    /// A reply with an error.
    func reply(to id: [UInt8]?, _ place: Place, with fault: Fault) {
        switch place {
        case .batch(let batch, let index):
            var writer = JSONWriter(capacity: 256)
            fault.writeResponse(id: id, to: &writer)
            settle(batch, index, writer.bytes)
        case .alone:
            if isClosed { return }
            lastFault = fault
            let start = out.bytes.count
            fault.writeResponse(id: id, to: &out)
            finishReply(from: start)
        }
    }

    /// The reply to bytes of which not even the id could be read.
    func replyToUnreadable(_ fault: Fault) {
        server.unknown.failure(code: fault.code, after: 0)
        reply(to: nil, .alone, with: fault)
    }

    /// A reply with a result that is JSON already.
    func reply(to id: [UInt8]?, _ place: Place, result: [UInt8]) throws {
        try write(id, place) { writer in
            guard result.count <= server.limits.response else { throw Fault.responseTooLarge }
            writer.write(raw: #","result":"#)
            writer.write(raw: result)
        }
    }

    /// A request that gets no reply is over.
    func end(_ place: Place) {
        switch place {
        case .alone: announce(hasBody: false)
        case .batch(let batch, let index): settle(batch, index, nil)
        }
    }

    func finishReply(from start: Int) {
        framing.finish(&out, from: start)
        announce(hasBody: true)
    }

    func announce(hasBody: Bool) {
        if case .body = framing { return onReply(hasBody) }
        if !isReceiving { onReply(hasBody) }
    }
}
