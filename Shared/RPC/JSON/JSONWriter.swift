/// JSON text in the making: compact, on a single line, in one growing buffer.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public var bytes: [UInt8]
    /// The most bytes that the buffer may come to hold; an answer beyond it is refused while it is being written.
    public var limit: Int

    public init(capacity: Int = 512, limit: Int = .max) {
        bytes = []
        bytes.reserveCapacity(capacity)
        self.limit = limit
    }

    /// Appends a value.
    /// - Throws: ``Fault/responseTooLarge`` beyond the limit; ``JSONFailure`` for what JSON cannot hold: not-a-number,
    ///   infinity, more than 64 nested arrays and objects. The buffer is then as it was before.
    public mutating func write<T: Encodable>(_ value: T) throws {
        let mark = bytes.count
        let sink = Sink(taking: &bytes, limit: limit)
        defer { sink.give(to: &bytes) }
        do {
            try sink.write(value, depth: 0)
            try sink.checkLength()
        } catch {
            sink.truncate(to: mark)
            throw error
        }
    }

    /// Appends a string with its quotes, escaped where JSON demands it.
    public mutating func write(string: String) {
        Text.append(string, to: &bytes)
    }

    /// Appends a whole number.
    public mutating func write(integer: Int64) {
        Text.append(integer, to: &bytes)
    }

    /// Appends bytes that are JSON already.
    public mutating func write(raw: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: raw.utf8Start, count: raw.utf8CodeUnitCount))
    }

    /// Appends bytes that are JSON already.
    public mutating func write(raw: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: raw)
    }

    /// Appends bytes that are JSON already.
    public mutating func write(raw: [UInt8]) {
        bytes.append(contentsOf: raw)
    }
}
