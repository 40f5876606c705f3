import RPC
import TypedSQL

/// Terms that are read as a whole stand in one column, as they stand on the wire.
enum StoredDocument {
    static func text(_ value: some Encodable) throws -> String {
        var writer = JSONWriter()
        try writer.write(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func read<T: Decodable>(_ row: Row, _ column: String, as type: T.Type = T.self) throws -> T {
        let text: String = try row.get(column)
        return try JSONReader.decode(T.self, from: Array(text.utf8), strict: false)
    }
}
