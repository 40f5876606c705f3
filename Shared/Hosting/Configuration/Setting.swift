import Models

/// One setting as it was declared: the only place where its name, default, unit and meaning stand.
public struct Setting: Sendable, Hashable {
    /// With dots; in the environment upper case with underscores and `WELLSPRING_` in front.
    public let name: String
    /// Nil where it has to be given.
    public let standard: String?
    /// `seconds`, `bytes`; nil where there is none.
    public let unit: String?
    public let sentence: String
    public let isSecret: Bool
    /// What this process uses.
    public let value: String

    /// The name of its environment variable.
    public var variable: String { Self.variable(name) }

    static func variable(_ name: String) -> String {
        "WELLSPRING_" + name.uppercased().replacing(".", with: "_").replacing("-", with: "_")
    }
}

/// The settings of a service: a struct whose initialiser declares them by reading them.
public protocol ServiceSettings: Sendable {
    init(from reader: inout SettingsReader) throws
}

/// Why a process cannot start with what it was given; a sentence that says which setting and what to do.
public struct SettingsProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public let sentence: String
    public init(_ sentence: String) { self.sentence = sentence }
    public var description: String { sentence }
}
