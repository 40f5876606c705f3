import TypedSQL

extension DrawTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE draw (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            reward TEXT,
            places BIGINT NOT NULL,
            reserved BIGINT NOT NULL,
            profile TEXT NOT NULL,
            state TEXT NOT NULL,
            entries_until BIGINT NOT NULL,
            seed_from BIGINT NOT NULL,
            entries BIGINT NOT NULL,
            entry_price BIGINT,
            entry_asset TEXT,
            prize BIGINT,
            prize_asset TEXT,
            pool_hash TEXT,
            draw_key TEXT,
            opened_by TEXT NOT NULL,
            opened_at BIGINT NOT NULL,
            closed_at BIGINT,
            resolved_at BIGINT,
            resolved_by TEXT,
            cancelled_at BIGINT,
            cancelled_by TEXT,
            remark TEXT,
            CONSTRAINT draw_places CHECK (places BETWEEN 1 AND 1000),
            CONSTRAINT draw_reserved CHECK (reserved BETWEEN 0 AND places),
            CONSTRAINT draw_price CHECK (entry_price > 0 AND (entry_price IS NULL) = (entry_asset IS NULL)),
            CONSTRAINT draw_prize CHECK (prize > 0 AND (prize IS NULL) = (prize_asset IS NULL)),
            CONSTRAINT draw_entries CHECK (entries BETWEEN 0 AND 65535),
            CONSTRAINT draw_times CHECK (seed_from > entries_until AND (closed_at IS NULL OR closed_at < seed_from)),
            CONSTRAINT draw_open
                CHECK ((state = 'open') = (closed_at IS NULL AND cancelled_at IS NULL)
                    AND (closed_at IS NULL) = (pool_hash IS NULL)),
            CONSTRAINT draw_done CHECK ((state = 'done') = (resolved_at IS NOT NULL)
                AND (resolved_at IS NULL) = (draw_key IS NULL) AND (resolved_at IS NULL OR resolved_at >= seed_from)),
            CONSTRAINT draw_cancelled CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)
                AND (cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (remark IS NULL)),
            CONSTRAINT draw_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        "CREATE INDEX draw_due ON draw (entries_until) WHERE state = 'open'",
        "CREATE INDEX draw_called_off ON draw (id) WHERE state = 'cancelled'",
        """
        CREATE TABLE draw_source (
            draw TEXT NOT NULL,
            place BIGINT NOT NULL,
            title TEXT NOT NULL,
            numbers TEXT,
            PRIMARY KEY (draw, place),
            CONSTRAINT draw_source_draw FOREIGN KEY (draw) REFERENCES draw (id)
        )
        """,
        """
        CREATE TABLE draw_entry (
            draw TEXT NOT NULL,
            member TEXT NOT NULL,
            entered_at BIGINT NOT NULL,
            payment TEXT,
            PRIMARY KEY (draw, member),
            CONSTRAINT draw_entry_payment FOREIGN KEY (payment) REFERENCES transfer (id),
            CONSTRAINT draw_entry_draw FOREIGN KEY (draw) REFERENCES draw (id)
        )
        """,
        """
        CREATE TABLE draw_winner (
            draw TEXT NOT NULL,
            place_won BIGINT NOT NULL,
            place BIGINT NOT NULL,
            member TEXT NOT NULL,
            digest TEXT NOT NULL,
            redemption TEXT,
            award TEXT,
            PRIMARY KEY (draw, place_won),
            CONSTRAINT draw_winner_award FOREIGN KEY (award) REFERENCES transfer (id),
            CONSTRAINT draw_winner_entry FOREIGN KEY (draw, member) REFERENCES draw_entry (draw, member),
            CONSTRAINT draw_winner_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
        )
        """,
        "CREATE UNIQUE INDEX draw_entry_paid ON draw_entry (payment) WHERE payment IS NOT NULL",
        "CREATE UNIQUE INDEX draw_winner_once ON draw_winner (draw, member)",
    ]
}
