public import Contract

/// Ideas and selection: what is proposed, and what is chosen by which rule.
public enum IdeasInterface: ServiceInterface {
    public static let service = "ideas"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(block: 2000, [:])
}

/// A method of this service.
public protocol IdeasMethod: Method where Interface == IdeasInterface {}
