import Contract
import RPC

/// An event as text in the database, and as itself.
enum EventData {
    static func text(_ event: some Event) throws -> String {
        var writer = JSONWriter()
        try writer.write(event)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func value(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    /// Members that this version does not know are passed over: the other service may be newer.
    static func event<E: Event>(_ type: E.Type, from data: JSONValue) throws -> E {
        try JSONReader.decode(type, from: Array(data.text().utf8), strict: false)
    }
}
