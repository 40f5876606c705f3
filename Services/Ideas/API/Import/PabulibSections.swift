/// The three parts of a `.pb` file as tables.
struct PabulibSections {
    static let names = ["META", "PROJECTS", "VOTES"]

    private var tables: [String: DelimitedTable] = [:]

    init(_ text: String) throws(ImportFault) {
        let rows = try DelimitedText.rows(text, separator: ";")
        let starts = rows.indices.filter { rows[$0].fields.count == 1 && Self.names.contains(rows[$0].text(0)) }
        for (number, start) in starts.enumerated() {
            let name = rows[start].text(0)
            let end = number + 1 < starts.count ? starts[number + 1] : rows.count
            guard tables[name] == nil else { throw rows[start].fault(0, .duplicate(name)) }
            tables[name] = try DelimitedTable(rows[(start + 1)..<end], named: name, endingAt: rows[start].line)
        }
        let last = rows.last?.line ?? 1
        for name in Self.names where tables[name] == nil {
            throw ImportFault(line: last, column: 0, .sectionMissing(name))
        }
    }

    private func table(_ name: String) throws(ImportFault) -> DelimitedTable {
        guard let table = tables[name] else { throw ImportFault(line: 1, column: 0, .sectionMissing(name)) }
        return table
    }

    func settings() throws(ImportFault) -> PabulibSettings { PabulibSettings(try table("META")) }

    func projects() throws(ImportFault) -> [PabulibElection.Project] {
        let table = try table("PROJECTS")
        let (id, cost, name) = (try table.place("project_id"), try table.place("cost"), try table.place("name"))
        let (votes, score) = (table.place(ifAny: "votes"), table.place(ifAny: "score"))
        let selected = table.place(ifAny: "selected")
        var known: Set<String> = []
        var projects: [PabulibElection.Project] = []
        for row in table.rows {
            guard known.insert(row.text(id)).inserted else { throw row.fault(id, .duplicate(row.text(id))) }
            var project = PabulibElection.Project(
                id: row.text(id),
                cost: try row.hundredths(cost),
                name: row.text(name),
                line: row.line
            )
            if let votes { project.votes = try row.integer(votes) }
            if let score { project.score = try row.integer(score) }
            // Some editions write 2 for a project that was added to the winners later.
            if let selected { project.isSelected = try row.integer(selected) != 0 }
            projects.append(project)
        }
        return projects
    }

    func ballots(on projects: Set<String>) throws(ImportFault) -> [PabulibElection.Ballot] {
        let table = try table("VOTES")
        let (voter, vote) = (try table.place("voter_id"), try table.place("vote"))
        let points = table.place(ifAny: "points")
        var known: Set<String> = []
        var ballots: [PabulibElection.Ballot] = []
        for row in table.rows {
            guard known.insert(row.text(voter)).inserted else { throw row.fault(voter, .duplicate(row.text(voter))) }
            ballots.append(
                PabulibElection.Ballot(
                    voter: row.text(voter),
                    choices: try Self.choices(row, vote, of: projects),
                    points: try points.map { place throws(ImportFault) in try Self.points(row, place) },
                    line: row.line
                )
            )
        }
        return ballots
    }

    private static func choices(
        _ row: DelimitedText.Row,
        _ place: Int,
        of projects: Set<String>
    ) throws(ImportFault) -> [String] {
        let choices = row.text(place).split(separator: ",").map { DelimitedTable.trimmed(String($0)) }
        if let stranger = choices.first(where: { !projects.contains($0) }) {
            throw row.fault(place, .unknown(stranger))
        }
        var known: Set<String> = []
        if let twice = choices.first(where: { !known.insert($0).inserted }) {
            throw row.fault(place, .duplicate(twice))
        }
        return choices
    }

    private static func points(_ row: DelimitedText.Row, _ place: Int) throws(ImportFault) -> [Int64] {
        var points: [Int64] = []
        for part in row.text(place).split(separator: ",") {
            guard let number = Int64(DelimitedTable.trimmed(String(part))) else {
                throw row.fault(place, .notANumber(String(part)))
            }
            points.append(number)
        }
        return points
    }
}

/// The keys of `META` with their values.
struct PabulibSettings {
    private let rows: [String: DelimitedText.Row]
    private let header: DelimitedText.Row

    init(_ table: DelimitedTable) {
        header = table.header
        rows = Dictionary(table.rows.map { ($0.text(0), $0) }) { first, _ in first }
    }

    var values: [String: String] { rows.mapValues { $0.fields.count > 1 ? $0.text(1) : "" } }

    func row(_ key: String) throws(ImportFault) -> DelimitedText.Row {
        guard let row = rows[key], row.fields.count > 1 else {
            throw ImportFault(line: header.line, column: 0, .columnMissing(key))
        }
        return row
    }

    /// What the file says about its own size must be so, or it was cut off on its way.
    func check(_ key: String, _ count: Int) throws(ImportFault) {
        let row = try row(key)
        let expected = try row.integer(1)
        guard expected == Int64(count) else {
            throw row.fault(1, .countDiffers(expected: Int(expected), found: count))
        }
    }
}
