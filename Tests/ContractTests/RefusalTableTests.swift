import Contract
import Testing

@Suite struct RefusalTableTests {
    @Test func numbersFollowTheOrder() {
        let table = RefusalTable(block: 2000, ["b": "B.", "a": "A."])
        #expect(table.entries.map(\.code) == [2001, 2002] && table.entries.map(\.reason) == ["b", "a"])
        #expect(table["a"]?.code == 2002 && table["a"]?.sentence == "A." && table["c"] == nil)
    }

    @Test func noRefusalIsNeverMade() {
        #expect(NoRefusal.allCases.isEmpty && NoRefusal(rawValue: "anything") == nil)
    }
}
