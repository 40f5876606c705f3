import Models
import RewardsAPI
import TypedSQL

/// What staff have to do. An idea and an order each make a task once, however often they are told of.
enum TaskTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE staff_task (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            member TEXT NOT NULL,
            idea TEXT,
            redemption TEXT,
            due_at BIGINT NOT NULL,
            done_at BIGINT,
            done_by TEXT,
            note TEXT,
            CONSTRAINT staff_task_kind CHECK (kind IN ('thankYouCall', 'handOver')),
            CONSTRAINT staff_task_subject
                CHECK ((kind = 'thankYouCall') = (idea IS NOT NULL) AND (kind = 'handOver') = (redemption IS NOT NULL)),
            CONSTRAINT staff_task_done CHECK ((done_at IS NULL) = (done_by IS NULL)),
            CONSTRAINT staff_task_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
        )
        """,
        "CREATE UNIQUE INDEX staff_task_idea ON staff_task (idea) WHERE idea IS NOT NULL",
        "CREATE UNIQUE INDEX staff_task_redemption_once ON staff_task (redemption) WHERE redemption IS NOT NULL",
        "CREATE INDEX staff_task_open ON staff_task (due_at, id) WHERE done_at IS NULL",
    ]

    /// Adds nothing where there is a task for the same idea.
    static func insert(_ task: TaskRecord) -> Statement {
        Statement(
            """
            INSERT INTO staff_task (id, kind, member, idea, redemption, due_at)
            VALUES (\(task.id), \(task.kind), \(task.member), \(task.idea), \(task.redemption), \(task.dueAt))
            ON CONFLICT DO NOTHING
            """
        )
    }

    static func find(_ id: StaffTask.ID) -> Query<TaskRecord> {
        Query("SELECT * FROM staff_task WHERE id = \(id)", TaskRecord.init(row:))
    }

    /// Changes no row where it was done before.
    static func complete(_ id: StaffTask.ID, _ note: Sentence?, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE staff_task SET done_at = \(now), done_by = \(actor), note = \(note)
            WHERE id = \(id) AND done_at IS NULL
            """
        )
    }

    static func complete(_ redemption: Redemption.ID, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE staff_task SET done_at = \(now), done_by = \(actor)
            WHERE redemption = \(redemption) AND done_at IS NULL
            """
        )
    }

    /// The one that is due first comes first, one row more than the limit where there are more.
    static func open(_ kind: TaskKind?, after place: TaskPlace?, limit: PageLimit) -> Query<TaskRecord> {
        let which: SQL = kind.map { "AND kind = \($0)" } ?? ""
        let rest: SQL =
            place.map { "AND (due_at > \($0.dueAt) OR (due_at = \($0.dueAt) AND id > \($0.task)))" } ?? ""
        return Query(
            """
            SELECT * FROM staff_task WHERE done_at IS NULL \(which) \(rest)
            ORDER BY due_at, id LIMIT \(limit.count + 1)
            """,
            TaskRecord.init(row:)
        )
    }

    static var samples: [SQL] {
        let task = TaskRecord(id: .example, kind: .thankYouCall, member: .example, idea: .example, dueAt: .example)
        return [
            insert(task).sql, find(.example).sql, complete(StaffTask.ID.example, nil, by: .example, at: .example).sql,
            complete(Redemption.ID.example, by: .example, at: .example).sql,
            open(.handOver, after: TaskPlace(dueAt: .example, task: .example), limit: .standard).sql,
        ]
    }
}

extension TaskRecord {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.get("id"),
            kind: try row.get("kind"),
            member: try row.get("member"),
            idea: try row.get("idea"),
            redemption: try row.get("redemption"),
            dueAt: try row.get("due_at"),
            doneAt: try row.get("done_at"),
            doneBy: try row.get("done_by"),
            note: try row.get("note")
        )
    }
}
