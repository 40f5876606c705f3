import Glibc

/// The text of a call, or of a notification where `id` is nil. Params and id are JSON.
func request(_ method: String, _ params: String = "{}", id: String?) -> String {
    let id = id.map { #","id":\#($0)"# } ?? ""
    return #"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)\#(id)}"#
}

/// The text of a reply with a result.
func reply(_ result: String, id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"result":\#(result)}"# }

/// The text of an error, cut down to its code.
func failure(_ code: Int, id: String = "null") -> String { #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code)}}"# }

/// A call for `hold`, which waits until the journal lets that name go.
func hold(_ name: String, id: String?, method: String = "hold", timeout: Int? = nil) -> String {
    let meta = timeout.map { #","_meta":{"timeout_ms":\#($0)}"# } ?? ""
    return request(method, #"{"name":"\#(name)"\#(meta)}"#, id: id)
}

/// The user whose tests these are.
func ownUser() -> UInt32 { geteuid() }
