import Contract

extension JSONFailure {
    /// Any error that a type's own `init(from:)` or `encode(to:)` throws, as a failure at its place.
    static func from(_ error: any Error) -> JSONFailure {
        switch error {
        case let failure as JSONFailure: failure
        case let invalid as InvalidValue: JSONFailure(sentence: invalid.sentence)
        case let decoding as DecodingError: from(decoding)
        case let encoding as EncodingError: from(encoding)
        default: JSONFailure(sentence: "This value is not acceptable.")
        }
    }

    private static func from(_ error: DecodingError) -> JSONFailure {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            JSONFailure(path: pointer(context.codingPath), sentence: context.debugDescription)
        case .keyNotFound(let key, let context):
            JSONFailure(path: pointer(context.codingPath + [key]), sentence: missing)
        @unknown default: JSONFailure(sentence: "This value is not acceptable.")
        }
    }

    private static func from(_ error: EncodingError) -> JSONFailure {
        guard case .invalidValue(_, let context) = error else {
            return JSONFailure(sentence: "This value cannot be written.")
        }
        return JSONFailure(path: pointer(context.codingPath), sentence: context.debugDescription)
    }

    static let missing = "A value is required here."

    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { pointer($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}
