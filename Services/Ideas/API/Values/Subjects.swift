public import Models

/// What a member said about an idea.
public enum Remark: Identified { public static let idPrefix = "rmk" }
