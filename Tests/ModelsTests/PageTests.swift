import Contract
import Models
import Support
import Testing

@Suite struct PageTests {
    private func limit(_ count: Int) throws -> PageLimit { try PageLimit(wire: Int64(count)) }

    @Test func theSurplusTellsThatThereIsMore() throws {
        let three = try limit(3)
        func page(_ rows: [String]) -> Page<String> { Page(surplus: rows, limit: three) { $0 } }
        #expect(page([]) == Page(items: [], next: nil))
        #expect(page(["a", "b"]) == Page(items: ["a", "b"], next: nil))
        #expect(page(["a", "b", "c"]) == Page(items: ["a", "b", "c"], next: nil))
        #expect(page(["a", "b", "c", "d"]) == Page(items: ["a", "b", "c"], next: Cursor(key: "c")))
    }

    /// However long the list and the pages are, whoever reads page after page has read each item once.
    @Test func readingOnMissesNothing() throws {
        var random = SeededGenerator.printed()
        for _ in 0..<100 {
            let keys = Set((0..<Int.random(in: 0...60, using: &random)).map { _ in "k\(random.next())" }).sorted()
            let limit = try limit(Int.random(in: 1...20, using: &random))
            var (seen, cursor, pages) = ([String](), Cursor?.none, 0)
            repeat {
                let rows = keys.filter { $0 > cursor?.key ?? "" }.prefix(limit.count + 1)
                let page = Page(surplus: Array(rows), limit: limit) { $0 }
                seen += page.items
                cursor = page.next
                pages += 1
            } while cursor != nil
            #expect(seen == keys)
            #expect(pages == max(1, (keys.count + limit.count - 1) / limit.count))
        }
    }

    @Test func aCursorHoldsItsKey() throws {
        var random = SeededGenerator.printed()
        for _ in 0..<500 {
            let scalars = (0..<Int.random(in: 1...120, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &random))
            }
            guard !scalars.isEmpty else { continue }
            let key = String(String.UnicodeScalarView(scalars))
            let cursor = try Cursor(wire: Cursor(key: key).wire)
            #expect(cursor.key.utf8.elementsEqual(key.utf8))
        }
        #expect(try Cursor(wire: Cursor(key: String(repeating: "k", count: 512)).wire).key.count == 512)
    }

    @Test(arguments: ["", "a", "abc", "zz", "0g", "AB", "aB", "+1", "-1", " 1", "6d 6", "é1", "６６", "\u{0}0"])
    func whatIsNoCursorIsRefused(text: String) {
        let error = #expect(throws: InvalidValue.self) { try Cursor(wire: text) }
        #expect(error?.sentence == "must be the `next` of an earlier page")
    }

    @Test func aCursorHasAnEnd() {
        #expect(throws: Never.self) { try Cursor(wire: String(repeating: "61", count: 512)) }
        #expect(throws: InvalidValue.self) { try Cursor(wire: String(repeating: "61", count: 513)) }
    }

    @Test func fiftyIsTheStandard() { #expect(PageLimit.standard.count == 50) }
}
