import Configuration
import Foundation
public import Models
import SystemPackage

/// Reads settings from the environment and, below it, from a JSON file; remembers every declaration it meets, for
/// `check`, for the reference and for the search for unknown names.
public struct SettingsReader {
    public private(set) var declared: [Setting] = []
    private let source: ConfigReader
    private let environment: [String: String]

    /// - Parameters:
    ///   - environment: of the process; only names that begin with `WELLSPRING_` are looked at.
    ///   - file: a JSON file with the same names, nested by their dots.
    public init(environment: [String: String], file: String? = nil) async throws {
        self.environment = environment.filter { $0.key.hasPrefix("WELLSPRING_") }
        let bare = Dictionary(uniqueKeysWithValues: self.environment.map { (String($0.key.dropFirst(11)), $0.value) })
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider(environmentVariables: bare)]
        if let file {
            do { providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file))) } catch {
                throw SettingsProblem("The settings file \(file) cannot be read as JSON.")
            }
        }
        source = ConfigReader(providers: providers)
    }

    /// A text.
    public mutating func string(_ name: String, default standard: String?, _ sentence: String) throws -> String {
        let value = source.string(forKey: ConfigKey(name)) ?? standard
        note(name, standard, nil, sentence, value: value)
        guard let value else { throw SettingsProblem("\(Setting.variable(name)) has to be set. \(sentence)") }
        return value
    }

    /// A text that may be left out.
    public mutating func optionalString(_ name: String, _ sentence: String) -> String? {
        let value = source.string(forKey: ConfigKey(name))
        note(name, "", nil, sentence, value: value ?? "")
        return value
    }

    /// A whole number within bounds.
    public mutating func integer(
        _ name: String,
        default standard: Int,
        in range: ClosedRange<Int>,
        unit: String?,
        _ sentence: String
    ) throws -> Int {
        let text = source.string(forKey: ConfigKey(name)) ?? source.int(forKey: ConfigKey(name)).map { String($0) }
        note(name, String(standard), unit, sentence, value: text ?? String(standard))
        guard let text else { return standard }
        guard let value = Int(text), range.contains(value) else {
            throw SettingsProblem(
                "\(Setting.variable(name)) is \(text); it must be from \(range.lowerBound) to \(range.upperBound)\(unit.map { " " + $0 } ?? "")."
            )
        }
        return value
    }

    /// A length of time.
    public mutating func seconds(
        _ name: String,
        default standard: Seconds,
        in range: ClosedRange<Seconds>,
        _ sentence: String
    ) throws -> Seconds {
        let bounds = Int(range.lowerBound.count)...Int(range.upperBound.count)
        return Seconds(Int64(try integer(name, default: Int(standard.count), in: bounds, unit: "seconds", sentence)))
    }

    /// `true` or `false`.
    public mutating func flag(_ name: String, default standard: Bool, _ sentence: String) throws -> Bool {
        let text = source.string(forKey: ConfigKey(name)) ?? source.bool(forKey: ConfigKey(name)).map { String($0) }
        note(name, String(standard), nil, sentence, value: text ?? String(standard))
        guard let text else { return standard }
        guard let value = Bool(text) else {
            throw SettingsProblem("\(Setting.variable(name)) is \(text); it must be true or false.")
        }
        return value
    }

    /// One of the cases of an enum.
    public mutating func choice<C: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        default standard: C,
        _ sentence: String
    ) throws -> C {
        let text = try string(name, default: standard.rawValue, sentence)
        guard let value = C(rawValue: text) else {
            let words = C.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem("\(Setting.variable(name)) is \(text); it must be one of \(words).")
        }
        return value
    }

    /// A secret, by the path of the file that holds it; what is printed is the path and never the content.
    /// - Returns: nil where no path is set.
    public mutating func secretFile(_ name: String, _ sentence: String) throws -> String? {
        guard let path = optionalString(name, sentence), !path.isEmpty else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingsProblem("\(Setting.variable(name)) names \(path), which cannot be read.")
        }
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !secret.isEmpty else { throw SettingsProblem("\(Setting.variable(name)) names \(path), which is empty.") }
        return secret
    }

    /// Variables that begin with `WELLSPRING_` and mean nothing: a misspelt name must not pass in silence.
    public var unknownVariables: [String] {
        let known = Set(declared.map(\.variable)).union(["WELLSPRING_CONFIG"])
        return environment.keys.filter {
            !known.contains($0) && !$0.hasPrefix("WELLSPRING_TEST_") && $0 != "WELLSPRING_SHARED"
        }.sorted()
    }

    private mutating func note(_ name: String, _ standard: String?, _ unit: String?, _ sentence: String, value: String?)
    {
        let setting = Setting(
            name: name,
            standard: standard,
            unit: unit,
            sentence: sentence,
            isSecret: name.hasSuffix(".url"),
            value: value ?? ""
        )
        if !declared.contains(where: { $0.name == name }) { declared.append(setting) }
    }
}
