import Models
import RewardsAPI
import Testing

@Test(arguments: ["custom.", "custom.Sale", "custom.sale!", "ideas.ideaSubmittedd", "ideas.unknown", "sale", ""])
func eventNameIsRefused(name: String) {
    #expect((try? EarningEvent(wire: name)) == nil)
}

@Test func eventNamesAreTold() throws {
    #expect(try EarningEvent(wire: "custom.saleAtTill").isCustom)
    #expect(try EarningEvent(wire: "ideas.ideaSubmitted") == .ideaSubmitted)
    #expect(!EarningEvent.ideaSubmitted.isCustom)
}

@Test(arguments: ["", "Spring", "-", "a--b", "grp_", "grp_01"])
func budgetKeyIsRefused(key: String) {
    #expect((try? BudgetKey(wire: key)) == nil)
}

@Test func budgetKeyIsAProgrammeOrAGroup() throws {
    #expect(try BudgetKey(wire: "spring-2027").wire == "spring-2027")
    #expect(try BudgetKey(wire: Group.ID.example.wire) == BudgetKey(.example))
}

@Test(arguments: ["", "Rank", "1st", "a-b", "ä", String(repeating: "a", count: 41)])
func fieldNameIsRefused(name: String) {
    #expect((try? FieldName(wire: name)) == nil)
}
