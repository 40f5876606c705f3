public import Contract

/// Identity and onboarding: who somebody is, and how he or she is brought in.
public enum IdentityInterface: ServiceInterface {
    public static let service = "identity"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(block: 1000, ["eventNotParked": "No event of this id is parked."])
}

/// A method of this service.
public protocol IdentityMethod: Method where Interface == IdentityInterface {}
