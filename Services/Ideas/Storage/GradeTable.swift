import IdeasAPI
import Models
import TypedSQL

/// The grades of the scorecards.
enum GradeTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE grade (
            idea TEXT NOT NULL,
            expert TEXT NOT NULL,
            criterion TEXT NOT NULL,
            grade BIGINT NOT NULL CONSTRAINT grade_range CHECK (grade BETWEEN 0 AND 10),
            PRIMARY KEY (idea, expert, criterion),
            CONSTRAINT grade_scorecard FOREIGN KEY (idea, expert) REFERENCES scorecard (idea, expert)
        )
        """
    ]

    static let samples: [SQL] = [
        of([.example]).sql,
        insert(.example, by: .example, [CriterionGrade(criterion: .example, grade: .example)]).sql,
        remove(.example, by: .example).sql,
    ]

    static func of(_ ideas: [Idea.ID]) -> Query<(idea: Idea.ID, expert: Member.ID, grade: CriterionGrade)> {
        Query(
            """
            SELECT idea, expert, criterion, grade FROM grade
            WHERE idea IN \(list: ideas) ORDER BY idea, expert, criterion
            """
        ) { row in
            let grade = CriterionGrade(criterion: try row.get("criterion"), grade: try row.get("grade"))
            return (try row.get("idea"), try row.get("expert"), grade)
        }
    }

    /// - Parameter grades: at least one.
    static func insert(_ idea: Idea.ID, by expert: Member.ID, _ grades: [CriterionGrade]) -> Statement {
        let rows: [[any SQLValue]] = grades.map { [idea, expert, $0.criterion, $0.grade] }
        return Statement("INSERT INTO grade (idea, expert, criterion, grade) VALUES \(rows: rows)")
    }

    static func remove(_ idea: Idea.ID, by expert: Member.ID) -> Statement {
        Statement("DELETE FROM grade WHERE idea = \(idea) AND expert = \(expert)")
    }
}
