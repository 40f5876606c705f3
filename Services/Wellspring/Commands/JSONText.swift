import Contract
import RPC

/// Values as people read them.
enum JSONText {
    static func pretty(_ value: some Encodable) throws -> String { try JSONValue(encoding: value).prettyText() }
    static func compact(_ value: some Encodable) throws -> String { try JSONValue(encoding: value).text() }
}
