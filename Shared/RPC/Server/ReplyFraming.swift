/// How a reply is wrapped for the wire.
enum ReplyFraming {
    /// JSON, then the terminator of this caller.
    case raw(Terminator)
    /// A `Content-Length` header block, then JSON.
    case headers
    /// JSON alone; the HTTP side adds what it needs.
    case body

    /// Completes a reply whose JSON begins at `start`.
    func finish(_ out: inout JSONWriter, from start: Int) {
        switch self {
        case .raw(.newline): out.write(raw: "\n")
        case .raw(.blankLine): out.write(raw: "\n\n")
        case .raw(.null): out.write(raw: "\0")
        case .headers:
            let header = "Content-Length: \(out.bytes.count - start)\r\n\r\n"
            out.bytes.insert(contentsOf: header.utf8, at: start)
        case .body: break
        }
    }
}
