import CPostgres

/// What the server says beside its answers. Used on the thread of its link only.
final class Notices {
    /// The server stopped waiting for its synchronous standby and told so with a mere warning: the
    /// transaction is committed here and may be lost in a fail-over.
    var standbyWasNotAwaited = false

    /// libpq keeps the pointer, so the link owns this object and outlives no callback.
    func attach(to connection: OpaquePointer) {
        _ = PQsetNoticeReceiver(connection, Self.receiver, Unmanaged.passUnretained(self).toOpaque())
    }

    /// The name of the function in the server is recognised, because the text may be translated.
    private static let receiver: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void = {
        context,
        result in
        guard let context, let function = DiagnosticField.sourceFunction.text(of: result) else { return }
        let notices = Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue()
        if function == "SyncRepWaitForLSN" { notices.standbyWasNotAwaited = true }
    }
}

/// The fields of an error or notice, by the letters of the protocol.
/// Source: https://www.postgresql.org/docs/15/protocol-error-fields.html
enum DiagnosticField: String {
    case severity = "V"
    case code = "C"
    case message = "M"
    case table = "t"
    case column = "c"
    case constraint = "n"
    case sourceFunction = "R"

    func text(of result: OpaquePointer?) -> String? {
        guard let letter = rawValue.utf8.first else { return nil }
        return PQresultErrorField(result, Int32(letter)).map { String(cString: $0) }
    }
}
