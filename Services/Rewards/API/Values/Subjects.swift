public import Models

/// A rule by which points follow from an event.
public enum Rule: Identified { public static let idPrefix = "rul" }

/// A movement of points between two accounts.
public enum Transfer: Identified { public static let idPrefix = "trf" }

/// An exchange of points for a reward.
public enum Redemption: Identified { public static let idPrefix = "rdm" }

/// A word that a shop gives something for.
public enum Coupon: Identified { public static let idPrefix = "cpn" }

/// A heap of coupons of one kind.
public enum CouponPool: Identified { public static let idPrefix = "pol" }

/// A draw of prizes.
public enum Draw: Identified { public static let idPrefix = "drw" }

/// Something that a person of the staff has to do.
public enum StaffTask: Identified { public static let idPrefix = "tsk" }

/// A club or a group of members that the company gives a budget.
public enum Group: Identified { public static let idPrefix = "grp" }

/// A level that staff gave a member.
public enum LevelGranting: Identified { public static let idPrefix = "lvg" }

/// What a group asks for to spend on an activity.
public enum Outlay: Identified { public static let idPrefix = "out" }

/// What is taught and tested.
public enum Course: Identified { public static let idPrefix = "crs" }

/// A talk by an expert, with places.
public enum Lecture: Identified { public static let idPrefix = "lec" }

/// A signed statement that a member completed a course.
public enum Certificate: Identified { public static let idPrefix = "crt" }
