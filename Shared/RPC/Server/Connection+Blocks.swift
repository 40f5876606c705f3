internal import NIOCore

extension Connection {
    /// Takes one message in the framing with header blocks.
    /// - Returns: whether one was there.
    func readBlock() -> Bool {
        guard let header = header ?? readHeader() else { return false }
        self.header = header
        guard isAcceptable(header) else {
            fail(.requestTooLarge)
            return false
        }
        let size = header.size + header.length
        guard input.readableBytes >= size else {
            input.reserveCapacity(minimumWritableBytes: min(size - input.readableBytes, 1 << 20))
            return false
        }
        self.header = nil
        input.withUnsafeReadableBytes { bytes in
            receive(UnsafeRawBufferPointer(rebasing: bytes[header.size..<size]))
        }
        input.moveReaderIndex(forwardBy: size)
        return true
    }

    private func readHeader() -> (size: Int, length: Int)? {
        let (skip, block) = input.withUnsafeReadableBytes { bytes -> (Int, HeaderBlock) in
            let skip = Framing.blankPrefix(bytes) ?? 0
            return (skip, HeaderBlock.parse(UnsafeRawBufferPointer(rebasing: bytes[skip...])))
        }
        input.moveReaderIndex(forwardBy: skip)
        switch block {
        case .incomplete: return nil
        case .complete(let size, let length): return (size, length)
        case .malformed:
            fail(.parseError("A header block needs a Content-Length."))
            return nil
        }
    }

    /// A batch may be longer than a single request; which one it is, its first byte tells.
    private func isAcceptable(_ header: (size: Int, length: Int)) -> Bool {
        if header.length <= server.limits.request { return true }
        guard header.length <= server.limits.batchBytes else { return false }
        return input.withUnsafeReadableBytes { bytes in
            let first = bytes.dropFirst(header.size).first { $0 > 0x20 }
            return first == nil || first == UInt8(ascii: "[")
        }
    }
}
