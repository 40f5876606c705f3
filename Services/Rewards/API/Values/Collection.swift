public import Models

/// A set of items that members collect.
public struct CollectionTerms: Codable, Sendable, Equatable {
    public var key: CollectionKey
    public var title: Title
    public var items: [ItemTerms]

    public init(key: CollectionKey, title: Title, items: [ItemTerms]) {
        self.key = key
        self.title = title
        self.items = items
    }
}

/// An item of a collection, and what it takes.
public struct ItemTerms: Codable, Sendable, Equatable {
    public var key: ItemKey
    public var title: Title
    public var criterion: StandingCriterion
    /// What has to be reached; 1 if not given.
    public var count: PointAmount?

    public init(key: ItemKey, title: Title, criterion: StandingCriterion, count: PointAmount? = nil) {
        self.key = key
        self.title = title
        self.criterion = criterion
        self.count = count
    }
}

/// What a member has of a collection.
public struct MemberCollection: Codable, Sendable, Equatable {
    public var collection: CollectionKey
    public var title: Title
    public var items: [MemberItem]
    /// When the last item that was missing came; absent as long as one is missing.
    public var completedAt: Instant?

    public init(collection: CollectionKey, title: Title, items: [MemberItem], completedAt: Instant?) {
        self.collection = collection
        self.title = title
        self.items = items
        self.completedAt = completedAt
    }
}

/// An item of a collection, and since when the member has it.
public struct MemberItem: Codable, Sendable, Equatable {
    public var item: ItemKey
    public var title: Title
    /// Absent where it is missing.
    public var since: Instant?

    public init(item: ItemKey, title: Title, since: Instant?) {
        self.item = item
        self.title = title
        self.since = since
    }
}
