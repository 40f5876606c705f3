/// A message that has to outlive the read it came in: items of a batch and calls that wait point into it.
final class MessageCopy {
    let bytes: UnsafeRawBufferPointer
    private let storage: UnsafeMutableRawBufferPointer

    init(_ message: UnsafeRawBufferPointer) {
        storage = .allocate(byteCount: message.count, alignment: 8)
        storage.copyMemory(from: message)
        bytes = UnsafeRawBufferPointer(storage)
    }

    deinit { storage.deallocate() }
}
