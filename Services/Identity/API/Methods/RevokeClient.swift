public import Contract
public import Models

/// Ends the key of an API client.
public struct RevokeClient: IdentityMethod, Repeatable {
    public var client: Client.ID

    public init(client: Client.ID) { self.client = client }

    public static let name = "identity.revokeClient"
    public static let summary = "Ends the key of an API client; tokens that it holds expire within minutes."
    public static let details = """
        A client that was revoked before keeps the moment of the first time. Clients whose keys come from files of \
        this installation are ended by removing the file.
        """
    public typealias Caller = StaffMember
    public typealias Reply = RevokedClient
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal { case administratorNeeded, clientUnknown }
}
