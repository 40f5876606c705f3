/// One HTTP response.
struct RawResponse {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: String
}

extension RawSocket {
    /// One message behind a header block.
    func receiveBlock() async throws -> String {
        let headers = Self.headers(try await receive(until: "\r\n\r\n"))
        guard let length = headers["content-length"].flatMap({ Int($0) }) else {
            throw RawFailure("no length: \(headers)")
        }
        return try await receive(exactly: length)
    }

    func receiveHTTP(hasBody: Bool = true) async throws -> RawResponse {
        let head = try await receive(until: "\r\n\r\n")
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        guard let status else { throw RawFailure("not a response: \(head)") }
        let headers = Self.headers(head)
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        return RawResponse(status: status, headers: headers, body: hasBody ? try await receive(exactly: length) : "")
    }

    private static func headers(_ head: String) -> [String: String] {
        var headers: [String: String] = [:]
        for line in head.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        return headers
    }

    /// Waits until the server has closed the connection.
    func waitForEnd() async throws {
        guard try await receive().isEmpty else { throw RawFailure("more came, where the end was expected") }
    }
}
