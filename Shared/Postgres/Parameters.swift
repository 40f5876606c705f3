import CPostgres
import TypedSQL

/// Values in the arrays libpq takes: text for all but bytes, which go as they are.
struct Parameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    let types: [Oid]

    init(_ sql: Rendered) {
        types = sql.types.map(\.oid)
        bytes.reserveCapacity(24 * sql.values.count)
        offsets.reserveCapacity(sql.values.count)
        lengths.reserveCapacity(sql.values.count)
        formats.reserveCapacity(sql.values.count)
        for value in sql.values { append(value) }
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: append([], format: 0, isNull: true)
        case .integer(let number): append(String(number).utf8, format: 0)
        case .real(let number): append(number.description.utf8, format: 0)
        case .text(let text):
            let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, format: 0) }
            if isDone == nil { append(text.utf8, format: 0) }
        case .boolean(let flag): append((flag ? "t" : "f").utf8, format: 0)
        case .blob(let blob): append(blob, format: 1)
        }
    }

    private mutating func append(_ content: some Collection<UInt8>, format: Int32, isNull: Bool = false) {
        offsets.append(isNull ? nil : bytes.count)
        lengths.append(Int32(clamping: content.count))
        formats.append(format)
        bytes += content
        bytes.append(0)
    }

    var count: Int32 { Int32(offsets.count) }

    /// Gives pointers to values, their lengths and their formats; they are good during the call only.
    func withPointers<Output>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Output
    ) rethrows -> Output {
        try bytes.withUnsafeBufferPointer { buffer in
            try buffer.withMemoryRebound(to: CChar.self) { characters in
                let pointers = offsets.map { offset in offset.flatMap { characters.baseAddress?.advanced(by: $0) } }
                return try body(pointers, lengths, formats)
            }
        }
    }
}

extension SQLType {
    /// Source: src/include/catalog/pg_type.dat of PostgreSQL 15.
    fileprivate var oid: Oid {
        switch self {
        case .boolean: 16
        case .bytes: 17
        case .bigint: 20
        case .text: 25
        case .double: 701
        }
    }
}
