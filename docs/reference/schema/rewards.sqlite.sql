CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    asset TEXT NOT NULL,
    owner TEXT,
    balance BIGINT NOT NULL,
    held BIGINT NOT NULL,
    earned BIGINT NOT NULL,
    owed BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stopped_at BIGINT,
    CONSTRAINT account_kind CHECK (kind IN (
        'issuer', 'adjustment', 'member', 'pending', 'receivable', 'budget', 'redemption', 'breakage',
        'clawback'
    )),
    CONSTRAINT account_available CHECK (
        CASE WHEN kind IN ('issuer', 'adjustment', 'receivable') THEN balance <= 0 ELSE balance >= held END
    ),
    CONSTRAINT account_bounds CHECK (balance BETWEEN -9007199254740991 AND 9007199254740991),
    CONSTRAINT account_of_member CHECK (
        held >= 0 AND earned >= 0 AND owed >= 0 AND (kind = 'member' OR held + earned + owed = 0)
    ),
    CONSTRAINT account_version CHECK (version >= 0)
);

CREATE TABLE allotment (
    reward TEXT NOT NULL,
    member TEXT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (reward, member),
    CONSTRAINT allotment_units CHECK (units >= 0),
    CONSTRAINT allotment_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE allowance (
    rule TEXT NOT NULL,
    member TEXT NOT NULL,
    day BIGINT NOT NULL,
    awards BIGINT NOT NULL,
    PRIMARY KEY (rule, member, day),
    CONSTRAINT allowance_awards CHECK (awards > 0),
    CONSTRAINT allowance_rule FOREIGN KEY (rule) REFERENCES rule (id)
);

CREATE TABLE entry (
    account TEXT NOT NULL,
    version BIGINT NOT NULL,
    previous BIGINT,
    transfer TEXT NOT NULL,
    delta BIGINT NOT NULL,
    held BIGINT NOT NULL,
    balance_before BIGINT NOT NULL,
    balance_after BIGINT NOT NULL,
    PRIMARY KEY (account, version),
    CONSTRAINT entry_end UNIQUE (account, version, balance_after),
    CONSTRAINT entry_sum CHECK ((delta <> 0 OR held <> 0) AND balance_after = balance_before + delta),
    CONSTRAINT entry_order CHECK (
        CASE WHEN previous IS NULL THEN version = 1 AND balance_before = 0 ELSE version = previous + 1 END
    ),
    CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before)
        REFERENCES entry (account, version, balance_after)
);

CREATE TABLE event_log (
    id TEXT NOT NULL PRIMARY KEY,
    position BIGINT CHECK (position > 0),
    stamp BIGINT NOT NULL,
    name TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    trace TEXT,
    content TEXT NOT NULL
);

CREATE TABLE follower_cursor (source TEXT NOT NULL PRIMARY KEY, position BIGINT NOT NULL);

CREATE TABLE gift_day (
    account TEXT NOT NULL,
    day BIGINT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (account, day),
    CONSTRAINT gift_day_total CHECK (total > 0)
);

CREATE TABLE idempotent_call (
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    call_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    reply TEXT,
    called_at BIGINT NOT NULL,
    PRIMARY KEY (subject, method, call_key)
);

CREATE TABLE lot (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    transfer TEXT NOT NULL,
    origin TEXT,
    granted BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    held BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    expiries BIGINT NOT NULL,
    CONSTRAINT lot_granted CHECK (granted > 0),
    CONSTRAINT lot_remaining CHECK (remaining <= granted),
    CONSTRAINT lot_held CHECK (held BETWEEN 0 AND remaining),
    CONSTRAINT lot_expiries CHECK (expiries >= 0),
    CONSTRAINT lot_account FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT lot_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT lot_origin FOREIGN KEY (origin) REFERENCES lot (id)
);

CREATE TABLE lot_hold (
    transfer TEXT NOT NULL,
    lot TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (transfer, lot),
    CONSTRAINT lot_hold_amount CHECK (amount > 0),
    CONSTRAINT lot_hold_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT lot_hold_lot FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE lot_use (
    transfer TEXT NOT NULL,
    lot TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (transfer, lot),
    CONSTRAINT lot_use_amount CHECK (amount <> 0),
    CONSTRAINT lot_use_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT lot_use_lot FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE open_transfer (
    transfer TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    amount BIGINT NOT NULL,
    due_at BIGINT,
    CONSTRAINT open_transfer_amount CHECK (amount > 0),
    CONSTRAINT open_transfer_kind CHECK (kind IN ('award', 'hold')),
    CONSTRAINT open_transfer_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT open_transfer_account FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE parked_event (
    event TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    trace TEXT,
    content TEXT NOT NULL,
    error TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    parked_at BIGINT NOT NULL
);

CREATE TABLE redemption (
    id TEXT NOT NULL PRIMARY KEY,
    reward TEXT NOT NULL,
    member TEXT NOT NULL,
    units BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    hold TEXT NOT NULL,
    payment TEXT,
    state TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by TEXT,
    CONSTRAINT redemption_units CHECK (units > 0),
    CONSTRAINT redemption_paid CHECK (paid > 0),
    CONSTRAINT redemption_state CHECK (
        state IN ('ordered', 'shipped', 'delivered', 'cancelled', 'returned')
    ),
    CONSTRAINT redemption_closed
        CHECK ((state = 'ordered') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT redemption_payment CHECK ((payment IS NULL) = (state IN ('ordered', 'cancelled'))),
    CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward (id),
    CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer (id),
    CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer (id)
);

CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL);

CREATE TABLE reward (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    price BIGINT NOT NULL,
    stock BIGINT,
    on_hand BIGINT,
    taken BIGINT NOT NULL,
    per_member BIGINT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    offered_by TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    CONSTRAINT reward_price CHECK (price > 0),
    CONSTRAINT reward_taken CHECK (taken >= 0),
    CONSTRAINT reward_on_hand CHECK (on_hand >= 0),
    CONSTRAINT reward_stock CHECK ((stock IS NULL) = (on_hand IS NULL) AND on_hand + taken = stock),
    CONSTRAINT reward_per_member CHECK (per_member > 0),
    CONSTRAINT reward_end CHECK (ends_at > starts_at)
);

CREATE TABLE rule (
    id TEXT NOT NULL PRIMARY KEY,
    rule_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT rule_number CHECK (version > 0)
);

CREATE TABLE rule_version (
    rule TEXT NOT NULL,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    event TEXT NOT NULL,
    pays TEXT NOT NULL,
    amount BIGINT NOT NULL,
    per_day BIGINT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL,
    PRIMARY KEY (rule, version),
    CONSTRAINT rule_version_amount CHECK (amount > 0),
    CONSTRAINT rule_version_per_day CHECK (per_day > 0),
    CONSTRAINT rule_version_start CHECK (starts_at >= defined_at),
    CONSTRAINT rule_version_end CHECK (ends_at >= starts_at),
    CONSTRAINT rule_version_rule FOREIGN KEY (rule) REFERENCES rule (id)
);

CREATE TABLE staff_member (member TEXT NOT NULL PRIMARY KEY);

CREATE TABLE transfer (
    id TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL,
    asset TEXT NOT NULL,
    amount BIGINT NOT NULL,
    debit TEXT,
    credit TEXT,
    rule TEXT,
    rule_version BIGINT,
    source_event TEXT,
    actor TEXT,
    reason TEXT,
    reverses TEXT,
    ends TEXT,
    due_at BIGINT,
    refusal TEXT,
    happened_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT transfer_kind CHECK (kind IN (
        'award', 'release', 'hold', 'post', 'void', 'lapse', 'payment', 'refund', 'expiry', 'gift', 'reversal',
        'debt', 'settlement'
    )),
    CONSTRAINT transfer_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
    CONSTRAINT transfer_accounts CHECK ((debit IS NULL) = (credit IS NULL)),
    CONSTRAINT transfer_refused CHECK ((refusal IS NULL) = (debit IS NOT NULL)),
    CONSTRAINT transfer_sides CHECK (debit <> credit),
    CONSTRAINT transfer_by_rule
        CHECK ((rule IS NULL) = (rule_version IS NULL) AND (rule IS NULL) = (source_event IS NULL)),
    CONSTRAINT transfer_by_hand CHECK ((actor IS NULL) = (reason IS NULL)),
    CONSTRAINT transfer_cause CHECK (kind <> 'award' OR (rule IS NULL) <> (actor IS NULL)),
    CONSTRAINT transfer_reverses CHECK ((kind IN ('refund', 'reversal', 'debt')) = (reverses IS NOT NULL)),
    CONSTRAINT transfer_ends CHECK ((kind IN ('release', 'post', 'void', 'lapse')) = (ends IS NOT NULL)),
    CONSTRAINT transfer_due CHECK (due_at IS NULL OR kind IN ('award', 'hold')),
    CONSTRAINT transfer_debit_account FOREIGN KEY (debit) REFERENCES account (id),
    CONSTRAINT transfer_credit_account FOREIGN KEY (credit) REFERENCES account (id),
    CONSTRAINT transfer_rule FOREIGN KEY (rule, rule_version) REFERENCES rule_version (rule, version),
    CONSTRAINT transfer_original FOREIGN KEY (reverses) REFERENCES transfer (id),
    CONSTRAINT transfer_opened_by FOREIGN KEY (ends) REFERENCES transfer (id)
);

CREATE TABLE undone (
    transfer TEXT NOT NULL PRIMARY KEY,
    amount BIGINT NOT NULL,
    total BIGINT NOT NULL,
    CONSTRAINT undone_total CHECK (total BETWEEN 1 AND amount),
    CONSTRAINT undone_transfer FOREIGN KEY (transfer) REFERENCES transfer (id)
);

CREATE INDEX account_owner ON account (owner, asset) WHERE owner IS NOT NULL;

CREATE UNIQUE INDEX entry_transfer ON entry (transfer, account);

CREATE UNIQUE INDEX event_log_position ON event_log (position);

CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL;

CREATE INDEX idempotent_call_age ON idempotent_call (called_at);

CREATE INDEX lot_due ON lot (expires_at) WHERE remaining > held;

CREATE UNIQUE INDEX lot_gift ON lot (transfer, origin) WHERE origin IS NOT NULL;

CREATE INDEX lot_hold_lot ON lot_hold (lot);

CREATE INDEX lot_open ON lot (account, expires_at, id) WHERE remaining > held;

CREATE UNIQUE INDEX lot_transfer ON lot (transfer) WHERE origin IS NULL;

CREATE INDEX lot_use_history ON lot_use (lot);

CREATE INDEX open_transfer_due ON open_transfer (due_at, transfer) WHERE due_at IS NOT NULL;

CREATE INDEX parked_event_age ON parked_event (parked_at, event);

CREATE UNIQUE INDEX redemption_hold ON redemption (hold);

CREATE INDEX redemption_member ON redemption (member, id);

CREATE INDEX redemption_open ON redemption (id) WHERE state = 'ordered';

CREATE UNIQUE INDEX redemption_paid_with ON redemption (payment) WHERE payment IS NOT NULL;

CREATE UNIQUE INDEX rule_by_key ON rule (rule_key);

CREATE INDEX rule_version_event ON rule_version (event);

CREATE UNIQUE INDEX transfer_award ON transfer (rule, credit, source_event)
WHERE rule IS NOT NULL;

CREATE INDEX transfer_earned ON transfer (asset, happened_at) WHERE kind IN ('award', 'release');

CREATE UNIQUE INDEX transfer_end ON transfer (ends) WHERE ends IS NOT NULL AND refusal IS NULL;

CREATE INDEX transfer_reversal ON transfer (reverses) WHERE reverses IS NOT NULL;

CREATE TRIGGER entry_is_final_DELETE BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER entry_is_final_UPDATE BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER lot_hold_is_final_DELETE BEFORE DELETE ON lot_hold
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER lot_hold_is_final_UPDATE BEFORE UPDATE ON lot_hold
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER lot_use_is_final_DELETE BEFORE DELETE ON lot_use
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER lot_use_is_final_UPDATE BEFORE UPDATE ON lot_use
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER rule_version_is_final_DELETE BEFORE DELETE ON rule_version
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER rule_version_is_final_UPDATE BEFORE UPDATE ON rule_version
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER transfer_is_final_DELETE BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER transfer_is_final_UPDATE BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;
