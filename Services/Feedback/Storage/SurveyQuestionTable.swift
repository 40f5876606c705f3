import FeedbackAPI
import Models
import TypedSQL

/// The questions of surveys; never changed.
enum SurveyQuestionTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey_question (
            survey TEXT NOT NULL REFERENCES survey (id),
            number BIGINT NOT NULL,
            wording TEXT NOT NULL,
            kind TEXT NOT NULL,
            is_required BOOLEAN NOT NULL,
            choice_limit BIGINT,
            scale_low BIGINT,
            scale_high BIGINT,
            PRIMARY KEY (survey, number),
            CONSTRAINT survey_question_scale CHECK (scale_low < scale_high)
        )
        """
    ]

    static func insert(_ question: SurveyQuestion, of survey: Survey.ID) -> Statement {
        Statement(
            """
            INSERT INTO survey_question (
                survey, number, wording, kind, is_required, choice_limit, scale_low, scale_high
            )
            VALUES (\(survey), \(question.number), \(question.wording), \(question.kind), \(question.isRequired),
                \(question.choiceLimit), \(question.scaleLow), \(question.scaleHigh))
            """
        )
    }

    /// Without their options.
    static func of(_ survey: Survey.ID) -> Query<SurveyQuestion> {
        Query(
            """
            SELECT number, wording, kind, is_required, choice_limit, scale_low, scale_high FROM survey_question
            WHERE survey = \(survey) ORDER BY number
            """
        ) { row in
            SurveyQuestion(
                number: try row.get("number"),
                wording: try row.get("wording"),
                kind: try row.get("kind"),
                isRequired: try row.get("is_required"),
                options: [],
                choiceLimit: try row.get("choice_limit"),
                scaleLow: try row.get("scale_low"),
                scaleHigh: try row.get("scale_high")
            )
        }
    }

    static let samples: [SQL] = [insert(.example, of: .example).sql, of(.example).sql]
}

extension SurveyQuestion {
    static var example: SurveyQuestion {
        SurveyQuestion(number: .example, wording: .example, kind: .text, isRequired: true, options: [])
    }
}

/// The options of choices; never changed.
enum SurveyOptionTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE survey_option (
            survey TEXT NOT NULL,
            question BIGINT NOT NULL,
            number BIGINT NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (survey, question, number),
            FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
        )
        """
    ]

    static func insert(_ option: SurveyOption, of survey: Survey.ID, _ question: QuestionNumber) -> Statement {
        Statement(
            """
            INSERT INTO survey_option (survey, question, number, label)
            VALUES (\(survey), \(question), \(option.number), \(option.label))
            """
        )
    }

    static func of(_ survey: Survey.ID) -> Query<(question: QuestionNumber, option: SurveyOption)> {
        Query(
            """
            SELECT question, number, label FROM survey_option WHERE survey = \(survey) ORDER BY question, number
            """
        ) { row in (try row.get("question"), SurveyOption(number: try row.get("number"), label: try row.get("label"))) }
    }

    static let samples: [SQL] = [
        insert(SurveyOption(number: .example, label: .example), of: .example, .example).sql, of(.example).sql,
    ]
}

extension Transaction {
    /// The questions of a survey with their options.
    func questions(of survey: Survey.ID) throws -> [SurveyQuestion] {
        let options = Dictionary(grouping: try all(SurveyOptionTable.of(survey)), by: \.question)
        return try all(SurveyQuestionTable.of(survey)).map { question in
            var question = question
            question.options = (options[question.number] ?? []).map(\.option)
            return question
        }
    }
}
