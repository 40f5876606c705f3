import Models
import Testing

@testable import Identity

struct AgeTests {
    @Test(arguments: [
        ("2000-03-01", "2026-02-28", 25), ("2000-03-01", "2026-03-01", 26), ("2000-03-01", "2026-12-31", 26),
        ("2008-02-29", "2024-02-28", 15), ("2008-02-29", "2024-02-29", 16), ("2008-02-29", "2025-02-28", 16),
        ("2008-02-29", "2025-03-01", 17), ("2026-01-01", "2025-01-01", -1),
    ])
    func yearsAreWhole(birth: String, today: String, years: Int) throws {
        #expect(Age.years(from: try Day(wire: birth), on: try Day(wire: today)) == years)
    }
}
