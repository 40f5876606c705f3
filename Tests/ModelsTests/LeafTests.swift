import Contract
import Foundation
import Support
import Testing

/// What holds for every leaf: the schema that callers read and the rule that refuses them are one and the same.
@Suite struct LeafTests {
    private static let leaves = (try? Leaf.all()) ?? []

    @Test func everyTypeIsThere() throws {
        let listed = Set(try Leaf.all().map(\.name))
        // Generic types are there with at least one of their kinds.
        let generic = ["Text": "Title", "ID": "MemberID", "Secret": "RefreshToken", "StaffKey": "LevelKey"]
        let declared = try Self.declared()
        #expect(declared.count > 40)
        for name in declared { #expect(listed.contains(generic[name] ?? name), "\(name) is not tested") }
    }

    @Test(arguments: leaves) func theExampleIsValid(leaf: Leaf) throws {
        #expect(leaf.passed(leaf.example) == leaf.example)
        if let limits = leaf.limits { #expect(Self.fits(leaf.example, limits)) }
        if let range = leaf.range, case .integer(let example) = leaf.example { #expect(range.contains(example)) }
    }

    @Test(arguments: leaves) func otherKindsOfJSONAreRefused(leaf: Leaf) {
        let isText = leaf.limits != nil
        let others: [JSONValue] = [nil, true, [], [:], [leaf.example], isText ? 1 : "1", isText ? 1.5 : "one"]
        for other in others { #expect(!leaf.accepts(other), "\(other)") }
        if leaf.range != nil { #expect(!leaf.accepts(0.5)) }
    }

    @Test(arguments: leaves.filter { $0.range != nil }) func numbersEndWhereTheSchemaSays(leaf: Leaf) throws {
        let range = try #require(leaf.range)
        #expect(leaf.passed(.integer(range.lowerBound)) == .integer(range.lowerBound))
        #expect(leaf.passed(.integer(range.upperBound)) == .integer(range.upperBound))
        #expect(!leaf.accepts(.integer(range.lowerBound - 1)))
        #expect(!leaf.accepts(.integer(range.upperBound + 1)))
        #expect(!leaf.accepts(.integer(.min)) && !leaf.accepts(.integer(.max)))
    }

    @Test(arguments: leaves.filter { $0.limits != nil }) func textsEndWhereTheSchemaSays(leaf: Leaf) throws {
        let limits = try #require(leaf.limits)
        func text(_ count: Int) -> JSONValue { .string(String(repeating: "a", count: count)) }
        #expect(!leaf.accepts(text(limits.length.upperBound + 1)))
        if limits.length.lowerBound > 0 { #expect(!leaf.accepts(text(limits.length.lowerBound - 1))) }
        // Where nothing but the length is limited, both ends are within.
        guard limits.pattern == nil, limits.format == nil else { return }
        for count in [limits.length.lowerBound, limits.length.upperBound] {
            #expect(leaf.passed(text(count)) == text(count))
        }
    }

    /// Nothing is taken that a validator with the published schema would refuse.
    @Test(arguments: leaves.filter { $0.limits?.pattern != nil }) func thePatternIsKept(leaf: Leaf) throws {
        var random = SeededGenerator.printed("thePatternIsKept \(leaf.name)")
        let limits = try #require(leaf.limits)
        guard case .string(let example) = leaf.example else { return }
        for _ in 0..<400 {
            let changed = JSONValue.string(Self.changed(example, &random))
            if leaf.accepts(changed) { #expect(Self.fits(changed, limits), "\(changed)") }
        }
    }

    private static func fits(_ value: JSONValue, _ limits: Schema.StringLimits) -> Bool {
        guard case .string(let text) = value, limits.length.contains(text.unicodeScalars.count) else { return false }
        guard let pattern = limits.pattern else { return true }
        return (try? Regex(pattern).wholeMatch(in: text)) != nil
    }

    /// One to three characters replaced, doubled or taken away.
    private static func changed(_ text: String, _ random: inout SeededGenerator) -> String {
        let pool = Array("aAzZfFgG09_-:.@/ +=~iloué\n\u{0}\u{301}\u{FF10}")
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !characters.isEmpty {
            let place = characters.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: characters.remove(at: place)
            case 1: characters.insert(characters[place], at: place)
            default: characters[place] = pool.randomElement(using: &random) ?? "a"
            }
        }
        return String(characters)
    }

    /// The names of the types that the sources declare as leaves.
    private static func declared() throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders = ["Shared/Models"] + ["Identity", "Ideas", "Rewards", "Feedback"].map { "Services/\($0)/API" }
        var names: Set<String> = []
        for folder in folders {
            let files = FileManager.default.enumerator(
                at: root.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /(?:struct|enum|extension) (\w+)(?:<[^>]*>)?: [^{]*\bWireValue\b/) {
                    names.insert(String(match.1))
                }
            }
        }
        return names
    }
}
