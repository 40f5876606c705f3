import Models
import RewardsAPI
import TypedSQL

/// How far members have come in their courses.
enum CourseProgressTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE lesson_done (
            member TEXT NOT NULL,
            course TEXT NOT NULL,
            lesson BIGINT NOT NULL,
            done_at BIGINT NOT NULL,
            PRIMARY KEY (member, course, lesson),
            CONSTRAINT lesson_done_course FOREIGN KEY (course) REFERENCES course (id)
        )
        """,
        """
        CREATE TABLE test_attempt (
            member TEXT NOT NULL,
            course TEXT NOT NULL,
            attempt BIGINT NOT NULL,
            right_answers BIGINT NOT NULL,
            passed BOOLEAN NOT NULL,
            sat_at BIGINT NOT NULL,
            PRIMARY KEY (member, course, attempt),
            CONSTRAINT test_attempt_number CHECK (attempt > 0),
            CONSTRAINT test_attempt_course FOREIGN KEY (course) REFERENCES course (id)
        )
        """,
        """
        CREATE TABLE course_completion (
            member TEXT NOT NULL,
            course TEXT NOT NULL,
            completed_at BIGINT NOT NULL,
            certificate TEXT NOT NULL,
            PRIMARY KEY (member, course),
            CONSTRAINT course_completion_course FOREIGN KEY (course) REFERENCES course (id),
            CONSTRAINT course_completion_certificate FOREIGN KEY (certificate) REFERENCES certificate (id)
        )
        """,
    ]

    static func lessons(of course: Course.ID, by member: Member.ID) -> Query<Quantity> {
        Query(
            "SELECT lesson FROM lesson_done WHERE member = \(member) AND course = \(course) ORDER BY lesson"
        ) { row in try row.get("lesson") }
    }

    static func complete(_ lesson: Quantity, of course: Course.ID, by member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO lesson_done (member, course, lesson, done_at)
            VALUES (\(member), \(course), \(lesson), \(now)) ON CONFLICT (member, course, lesson) DO NOTHING
            """
        )
    }

    static func attempts(at course: Course.ID, by member: Member.ID) -> Query<Count> {
        Query(
            "SELECT COUNT(*) AS number FROM test_attempt WHERE member = \(member) AND course = \(course)"
        ) { row in try row.get("number") }
    }

    /// Fails where another attempt got the same number: of two at once one waits, and is then counted after the other.
    static func attempt(
        _ number: Int64,
        at course: Course.ID,
        by member: Member.ID,
        _ result: (right: Int64, isPassed: Bool),
        at now: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO test_attempt (member, course, attempt, right_answers, passed, sat_at)
            VALUES (\(member), \(course), \(number), \(result.right), \(result.isPassed), \(now))
            """
        )
    }

    static func completion(of course: Course.ID, by member: Member.ID) -> Query<(at: Instant, Certificate.ID)> {
        Query(
            "SELECT completed_at, certificate FROM course_completion WHERE member = \(member) AND course = \(course)"
        ) { row in (try row.get("completed_at"), try row.get("certificate")) }
    }

    static func conclude(_ course: Course.ID, by member: Member.ID, _ certificate: Certificate.ID, at now: Instant)
        -> Statement
    {
        Statement(
            """
            INSERT INTO course_completion (member, course, completed_at, certificate)
            VALUES (\(member), \(course), \(now), \(certificate))
            """
        )
    }

    static var samples: [SQL] {
        [
            lessons(of: .example, by: .example).sql,
            complete(.one, of: .example, by: .example, at: .example).sql,
            attempts(at: .example, by: .example).sql,
            attempt(1, at: .example, by: .example, (1, true), at: .example).sql,
            completion(of: .example, by: .example).sql,
            conclude(.example, by: .example, .example, at: .example).sql,
        ]
    }
}
