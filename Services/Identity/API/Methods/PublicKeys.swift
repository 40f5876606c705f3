import Contract
public import Models

/// The keys with which access tokens can be checked.
public struct PublicKeys: IdentityMethod {
    public init() {}

    public static let name = "identity.publicKeys"
    public static let summary = "Lists the public keys with which access tokens can be checked."
    public static let details = """
        A new key is listed before it signs, and an old one until the last token that it signed has expired. Keep the \
        list for at most five minutes, and ask again once when a token names a key that is not in it.
        """
    public typealias Caller = Visitor
    public typealias Reply = [SigningKey]
}
