CREATE TABLE ballot (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    pseudonym TEXT NOT NULL,
    cast_at BIGINT NOT NULL,
    PRIMARY KEY (campaign, pseudonym)
);

CREATE TABLE campaign (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT,
    title TEXT NOT NULL,
    protocol TEXT NOT NULL,
    seal TEXT NOT NULL CONSTRAINT campaign_seal CHECK (LENGTH(seal) = 64),
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT,
    result TEXT,
    result_document TEXT,
    CONSTRAINT campaign_decided CHECK (
        (decided_at IS NULL) = (result IS NULL) AND (decided_at IS NULL) = (result_document IS NULL)
        AND (decided_at IS NULL) = (decided_by IS NULL)
    )
);

CREATE TABLE choice (
    campaign TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    idea TEXT NOT NULL REFERENCES idea (id),
    opinion TEXT NOT NULL CONSTRAINT choice_opinion CHECK (opinion IN ('agree', 'pass', 'disagree')),
    PRIMARY KEY (campaign, pseudonym, idea),
    CONSTRAINT choice_ballot FOREIGN KEY (campaign, pseudonym) REFERENCES ballot (campaign, pseudonym)
);

CREATE TABLE conflict_of_interest (
    idea TEXT NOT NULL REFERENCES idea (id),
    expert TEXT NOT NULL,
    reason TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (idea, expert)
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

CREATE TABLE grade (
    idea TEXT NOT NULL,
    expert TEXT NOT NULL,
    criterion TEXT NOT NULL,
    grade BIGINT NOT NULL CONSTRAINT grade_range CHECK (grade BETWEEN 0 AND 10),
    PRIMARY KEY (idea, expert, criterion),
    CONSTRAINT grade_scorecard FOREIGN KEY (idea, expert) REFERENCES scorecard (idea, expert)
);

CREATE TABLE idea (
    id TEXT NOT NULL PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    author TEXT,
    external_id TEXT,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    cost_amount BIGINT CONSTRAINT idea_cost_amount CHECK (cost_amount >= 0),
    cost_currency TEXT,
    status TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    CONSTRAINT idea_origin CHECK ((author IS NULL) <> (external_id IS NULL)),
    CONSTRAINT idea_cost CHECK ((cost_amount IS NULL) = (cost_currency IS NULL))
);

CREATE TABLE idea_tag (
    idea TEXT NOT NULL REFERENCES idea (id),
    place BIGINT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (idea, place)
);

CREATE TABLE idea_term (
    term TEXT NOT NULL,
    idea TEXT NOT NULL REFERENCES idea (id),
    PRIMARY KEY (term, idea)
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

CREATE TABLE judge (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    member TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (campaign, member)
);

CREATE TABLE member_customer_type (
    member TEXT NOT NULL PRIMARY KEY,
    customer_type TEXT NOT NULL
);

CREATE TABLE member_role (
    member TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (member, role)
);

CREATE TABLE official_answer (
    idea TEXT NOT NULL REFERENCES idea (id),
    place BIGINT NOT NULL,
    status TEXT NOT NULL,
    reply TEXT NOT NULL,
    reason TEXT,
    answered_at BIGINT NOT NULL,
    answered_by TEXT NOT NULL,
    PRIMARY KEY (idea, place),
    CONSTRAINT official_answer_reason CHECK (status <> 'declined' OR reason IS NOT NULL)
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

CREATE TABLE phase_closing (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    closed_at BIGINT NOT NULL,
    closed_by TEXT NOT NULL,
    PRIMARY KEY (campaign, phase)
);

CREATE TABLE remark (
    id TEXT NOT NULL PRIMARY KEY,
    idea TEXT NOT NULL REFERENCES idea (id),
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL
);

CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL);

CREATE TABLE scorecard (
    campaign TEXT NOT NULL,
    idea TEXT NOT NULL REFERENCES idea (id),
    expert TEXT NOT NULL,
    comment TEXT,
    scored_at BIGINT NOT NULL,
    PRIMARY KEY (idea, expert),
    CONSTRAINT scorecard_judge FOREIGN KEY (campaign, expert) REFERENCES judge (campaign, member)
);

CREATE TABLE voter (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    member TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (campaign, member)
);

CREATE UNIQUE INDEX campaign_reference ON campaign (reference);

CREATE INDEX choice_idea ON choice (idea, opinion);

CREATE UNIQUE INDEX event_log_position ON event_log (position);

CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL;

CREATE UNIQUE INDEX idea_external ON idea (campaign, external_id);

CREATE INDEX idea_newest ON idea (campaign, id);

CREATE INDEX idea_status ON idea (status, id);

CREATE INDEX idempotent_call_age ON idempotent_call (called_at);

CREATE UNIQUE INDEX judge_pseudonym ON judge (campaign, pseudonym);

CREATE INDEX parked_event_age ON parked_event (parked_at, event);

CREATE INDEX remark_oldest ON remark (idea, id);

CREATE INDEX scorecard_campaign ON scorecard (campaign);

CREATE UNIQUE INDEX voter_pseudonym ON voter (campaign, pseudonym);
