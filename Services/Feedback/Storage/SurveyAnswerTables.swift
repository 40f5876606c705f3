import FeedbackAPI
import Models
import TypedSQL

// What was answered. A respondent is a random key that belongs to one answering and stands nowhere beside a member;
// nor is there a time, by which the two could be brought together.

/// The options that were ticked and the points that were given.
enum SurveyMarkTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey_mark (
            survey TEXT NOT NULL,
            question BIGINT NOT NULL,
            respondent TEXT NOT NULL,
            mark BIGINT NOT NULL,
            PRIMARY KEY (survey, question, respondent, mark),
            FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
        )
        """
    ]

    static func insert(_ mark: Int64, to question: QuestionNumber, of survey: Survey.ID, by respondent: String)
        -> Statement
    {
        Statement(
            """
            INSERT INTO survey_mark (survey, question, respondent, mark)
            VALUES (\(survey), \(question), \(respondent), \(mark))
            """
        )
    }

    static func counts(of survey: Survey.ID) -> Query<(question: QuestionNumber, mark: Int64, count: Int64)> {
        Query(
            """
            SELECT question, mark, COUNT(*) AS marked FROM survey_mark WHERE survey = \(survey)
            GROUP BY question, mark
            """
        ) { row in (try row.get("question"), try row.get("mark"), try row.get("marked")) }
    }

    static func bases(of survey: Survey.ID) -> Query<(question: QuestionNumber, count: Int64)> {
        Query(
            """
            SELECT question, COUNT(DISTINCT respondent) AS respondents FROM survey_mark WHERE survey = \(survey)
            GROUP BY question
            """
        ) { row in (try row.get("question"), try row.get("respondents")) }
    }

    static let samples: [SQL] = [
        insert(1, to: .example, of: .example, by: "respondent").sql, counts(of: .example).sql, bases(of: .example).sql,
    ]
}

/// What was answered in words.
enum SurveyTextTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey_text (
            survey TEXT NOT NULL,
            question BIGINT NOT NULL,
            respondent TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (survey, question, respondent),
            FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
        )
        """
    ]

    static func insert(_ text: AnswerText, to question: QuestionNumber, of survey: Survey.ID, by respondent: String)
        -> Statement
    {
        Statement(
            """
            INSERT INTO survey_text (survey, question, respondent, body)
            VALUES (\(survey), \(question), \(respondent), \(text))
            """
        )
    }

    static func bases(of survey: Survey.ID) -> Query<(question: QuestionNumber, count: Int64)> {
        Query(
            """
            SELECT question, COUNT(*) AS respondents FROM survey_text WHERE survey = \(survey) GROUP BY question
            """
        ) { row in (try row.get("question"), try row.get("respondents")) }
    }

    /// In the order of the random keys.
    static func list(_ survey: Survey.ID, _ question: QuestionNumber, after: String, limit: Int)
        -> Query<(respondent: String, text: AnswerText)>
    {
        Query(
            """
            SELECT respondent, body FROM survey_text
            WHERE survey = \(survey) AND question = \(question) AND respondent > \(after)
            ORDER BY respondent LIMIT \(limit)
            """
        ) { row in (try row.get("respondent"), try row.get("body")) }
    }

    static let samples: [SQL] = [
        insert(.example, to: .example, of: .example, by: "respondent").sql, bases(of: .example).sql,
        list(.example, .example, after: "", limit: 1).sql,
    ]
}

extension Transaction {
    func counts(of survey: Survey.ID) throws -> SurveyCounts {
        var counts = SurveyCounts(respondents: try one(SurveyParticipationTable.count(of: survey)))
        for base in try all(SurveyMarkTable.bases(of: survey)) + all(SurveyTextTable.bases(of: survey)) {
            counts.bases[base.question] = base.count
        }
        for cell in try all(SurveyMarkTable.counts(of: survey)) {
            counts.marks[cell.question, default: [:]][cell.mark] = cell.count
        }
        return counts
    }
}
