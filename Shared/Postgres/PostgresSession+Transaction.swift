import TypedSQL

extension PostgresSession {
    /// How much longer than the deadline the server's own time-out is waited for, so that it, and not a
    /// closed socket, ends a slow statement.
    static let grace = Duration.milliseconds(250)

    /// Starts a transaction with its limits. It is sent with the first statement, in the same round trip. All is LOCAL,
    /// so that nothing is left behind for whoever gets the server connection next from PgBouncer.
    func begin(_ access: Access, until deadline: ContinuousClock.Instant) {
        link.limit = deadline + Self.grace
        link.notices.standbyWasNotAwaited = false
        isReading = access.isRead
        let left = max(1, Int((deadline - ContinuousClock.now) / .milliseconds(1)))
        let lockWait = access == .migration ? 0 : min(left, 5000)
        opening = [
            Rendered("BEGIN ISOLATION LEVEL \(Self.level(access))"),
            Self.limits(statement: left, lockWait: lockWait, idle: left + 1000),
        ]
    }

    /// In milliseconds; 0 is no limit.
    private static func limits(statement: Int, lockWait: Int, idle: Int) -> Rendered {
        Rendered(
            """
            SELECT set_config('statement_timeout', $1, TRUE), set_config('lock_timeout', $2, TRUE), \
            set_config('idle_in_transaction_session_timeout', $3, TRUE)
            """,
            values: [statement, lockWait, idle].map { .text("\($0)") },
            types: [.text, .text, .text]
        )
    }

    private static func level(_ access: Access) -> String {
        switch access {
        case .read: "REPEATABLE READ READ ONLY"
        case .write(.serializable): "SERIALIZABLE"
        case .write(.readCommitted), .migration: "READ COMMITTED"
        }
    }

    /// - Throws: `SQLError.unknownOutcome` unless the server said clearly that it did or did not commit.
    func commit(until deadline: ContinuousClock.Instant) throws {
        guard opening.isEmpty else { return opening = [] }
        link.limit = deadline + Self.grace
        let answer: Answer
        do {
            answer = try checked { try link.simple("COMMIT") }
        } catch {
            throw link.isBroken ? SQLError.unknownOutcome : error
        }
        guard !link.notices.standbyWasNotAwaited else { throw SQLError.unknownOutcome }
        // A transaction in which a statement failed is rolled back by COMMIT without an error.
        guard answer.tag == "COMMIT" else { throw SQLError.other(code: "25P02", message: "nothing was committed") }
    }

    /// Ends the transaction without keeping anything. When that fails the connection is given up.
    func rollback() {
        guard !link.isBroken else { return }
        link.limit = .now + .seconds(2)
        do {
            if opening.isEmpty { _ = try checked { try link.simple("ROLLBACK") } }
            opening = []
            if hasStaleStatements { try checked { try forgetStatements() } }
        } catch {
            link.markBroken()
        }
    }
}

extension PostgresSession {
    func lock(_ name: String) throws {
        let key = Int64(bitPattern: fingerprint(name))
        _ = try rows(Rendered("SELECT pg_advisory_xact_lock($1)", values: [.integer(key)], types: [.bigint]))
    }

    func limitLockWait(to limit: Duration) throws {
        let setting = Rendered(
            "SELECT set_config('lock_timeout', $1, TRUE)",
            values: [.text("\(Int(limit / .milliseconds(1)))")],
            types: [.text]
        )
        if opening.isEmpty { _ = try rows(setting) } else { opening.append(setting) }
    }

    /// A standby answers `SELECT 1` like any other server, so it is asked what matters.
    func checkWritable() throws {
        let question = "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'"
        guard try rows(Rendered(question)).first?.get(0, as: Bool.self) == false else {
            link.markBroken()
            throw SQLError.readOnly
        }
    }

    /// The collations that order text by its bytes, as SQLite does.
    func checkCollation() throws {
        let question = """
            SELECT datcollate IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8') AND pg_encoding_to_char(encoding) = 'UTF8'
            FROM pg_database WHERE datname = current_database()
            """
        guard try rows(Rendered(question)).first?.get(0, as: Bool.self) == true else {
            let advice = "create the database with LC_COLLATE 'C' and ENCODING 'UTF8'"
            throw SQLError.other(code: "collation", message: advice)
        }
    }
}
