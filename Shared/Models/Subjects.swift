// The things that more than one service speaks of. What only one service knows has its tag in that service's API.

/// A person of the community.
public enum Member: Identified { public static let idPrefix = "mem" }

/// A program of the company that calls methods with a key of its own.
public enum Client: Identified { public static let idPrefix = "cli" }

/// One sign-in of a member on one device.
public enum Session: Identified { public static let idPrefix = "ses" }

/// A solicitation of ideas with dates, criteria and a rule by which it is decided.
public enum Campaign: Identified { public static let idPrefix = "cmp" }

/// A proposal of a member.
public enum Idea: Identified { public static let idPrefix = "ida" }

/// Something that points can be exchanged for.
public enum Reward: Identified { public static let idPrefix = "rwd" }

/// One happening in the log of a service.
public enum Occurrence: Identified { public static let idPrefix = "evt" }
