import FeedbackAPI
import Models

/// The published tables of the study (n = 20) with the Wilson intervals of `docs`: what a survey must give back.
struct StudyQuestion: Sendable {
    struct Row: Sendable {
        var label: String
        var count: Int64
        var percentage: Double
        var low: Double
        var high: Double

        init(_ label: String, _ count: Int64, _ percentage: Double, _ low: Double, _ high: Double) {
            self.label = label
            self.count = count
            self.percentage = percentage
            self.low = low
            self.high = high
        }
    }

    var wording: String
    var isMultiple = false
    /// The sum of the percentage column.
    var total: Double = 100
    var rows: [Row]

    func draft() throws -> QuestionDraft {
        QuestionDraft(
            wording: try Sentence(wire: wording),
            kind: isMultiple ? .multipleChoice : .singleChoice,
            options: try rows.map { try OptionLabel(wire: $0.label) }
        )
    }
}

enum Study {
    static let respondents = 20

    static let tableA = [
        StudyQuestion(
            wording: "Which brand do you like best?",
            rows: [
                .init("Xiaomi", 15, 75, 53.1, 88.8), .init("Huawei", 3, 15, 5.2, 36.0),
                .init("others", 2, 10, 2.8, 30.1),
            ]
        ),
        StudyQuestion(
            wording: "How old are you?",
            rows: [
                .init("10\u{2013}18", 3, 15, 5.2, 36.0), .init("18\u{2013}26", 16, 80, 58.4, 91.9),
                .init("over 26", 1, 5, 0.9, 23.6),
            ]
        ),
        StudyQuestion(
            wording: "What is your gender?",
            rows: [.init("male", 19, 95, 76.4, 99.1), .init("female", 1, 5, 0.9, 23.6)]
        ),
    ]

    static let tableB = [
        StudyQuestion(
            wording: "How often are you online?",
            rows: [
                .init("less than once a day", 3, 15, 5.2, 36.0), .init("1\u{2013}5 times a day", 14, 70, 48.1, 85.5),
                .init("more than 5 times a day", 3, 15, 5.2, 36.0),
            ]
        ),
        StudyQuestion(
            wording: "How often do you take part offline?",
            rows: [
                .init("less than once", 2, 10, 2.8, 30.1), .init("1\u{2013}3 times", 10, 50, 29.9, 70.1),
                .init("3 times or more", 8, 40, 21.9, 61.3),
            ]
        ),
        StudyQuestion(
            wording: "How do you take part?",
            isMultiple: true,
            total: 300,
            rows: [
                .init("active in online community", 15, 75, 53.1, 88.8),
                .init("take part in offline activities", 15, 75, 53.1, 88.8),
                .init("share and discuss on social platforms", 18, 90, 69.9, 97.2),
                .init("recommend to people around", 12, 60, 38.7, 78.1),
            ]
        ),
    ]

    static let tableC = [
        StudyQuestion(
            wording: "Why do you take part?",
            isMultiple: true,
            total: 165,
            rows: [
                .init("personal reasons", 18, 90, 69.9, 97.2), .init("affected by the company", 10, 50, 29.9, 70.1),
                .init("affected by the environment", 5, 25, 11.2, 46.9),
            ]
        ),
        StudyQuestion(
            wording: "Which personal factors matter?",
            isMultiple: true,
            total: 255,
            rows: [
                .init("social needs", 15, 75, 53.1, 88.8), .init("self-improvement", 15, 75, 53.1, 88.8),
                .init("personal interest", 13, 65, 43.3, 81.9), .init("plenty of time", 8, 40, 21.9, 61.3),
            ]
        ),
        StudyQuestion(
            wording: "Which factors of the company matter?",
            isMultiple: true,
            total: 245,
            rows: [
                .init("support and attention", 17, 85, 64.0, 94.8), .init("products satisfy", 17, 85, 64.0, 94.8),
                .init("trust", 15, 75, 53.1, 88.8),
            ]
        ),
        StudyQuestion(
            wording: "Which factors of the environment matter?",
            isMultiple: true,
            total: 205,
            rows: [
                .init("interaction with others", 18, 90, 69.9, 97.2), .init("network convenience", 13, 65, 43.3, 81.9),
                .init("good community experience", 10, 50, 29.9, 70.1),
            ]
        ),
    ]

    static let questions = tableA + tableB + tableC

    /// The answers of twenty people whose margins are the published ones. The people who tick an option follow, in a
    /// circle, those who tick the option before it, so everybody answers and nobody ticks an option twice.
    static func answers() -> [[QuestionAnswer]] {
        (0..<respondents).map { person in
            questions.enumerated().map { index, question in
                QuestionAnswer(question: QuestionNumber(index: index), choices: choices(of: person, in: question))
            }
        }
    }

    private static func choices(of person: Int, in question: StudyQuestion) -> [OptionNumber] {
        var start = 0
        var chosen: [OptionNumber] = []
        for (index, row) in question.rows.enumerated() {
            let place = (person - start % respondents + respondents) % respondents
            if place < Int(row.count) { chosen.append(OptionNumber(index: index)) }
            start += Int(row.count)
        }
        return chosen
    }
}
