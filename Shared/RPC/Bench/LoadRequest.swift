/// A request with a place for the digits of its id.
struct LoadRequest: Sendable {
    private let bytes: [UInt8]
    private static let head = Array(#"{"jsonrpc":"2.0","id":"#.utf8)

    init(method: String, params: String) {
        bytes = Self.head + Array(#"0000000,"method":"\#(method)","params":\#(params)}"#.utf8) + [UInt8(ascii: "\n")]
    }

    func append(to output: inout [UInt8], id: Int) {
        let start = output.count + Self.head.count
        output.append(contentsOf: bytes)
        var rest = id
        for place in (start..<start + 7).reversed() {
            output[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}

/// What the load looks at in replies.
enum LoadReply {
    /// Whether a result comes right behind the id.
    static func isResult(_ line: Slice<UnsafeRawBufferPointer>, behind place: Int) -> Bool {
        line.dropFirst(place).starts(with: #","result":{"#.utf8)
    }

    /// The length of the first line and where its id is; nil where the line has not ended.
    /// - Throws: ``LoadFailure`` where it is not the result of a call.
    static func shape(_ bytes: UnsafeRawBufferPointer) throws -> (length: Int, id: Int)? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        guard line.contains(#""result":{"#), let id = line.firstRange(of: #""id":"#) else {
            throw LoadFailure("Not the result of a call: \(line)")
        }
        return (end + 1, line.utf8.distance(from: line.startIndex, to: id.upperBound))
    }

    /// The seven digits there.
    static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var number = 0
        for place in start..<start + 7 { number = number * 10 + Int(bytes[place] &- UInt8(ascii: "0")) }
        return number
    }
}
