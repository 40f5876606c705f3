CREATE TABLE assignment (
    submission TEXT NOT NULL REFERENCES submission (id),
    number BIGINT NOT NULL,
    assignee TEXT,
    team TEXT,
    note TEXT,
    assigned_by TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    PRIMARY KEY (submission, number),
    CONSTRAINT assignment_holder CHECK (assignee IS NOT NULL OR team IS NOT NULL)
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

CREATE TABLE idempotent_call (
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    call_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    reply TEXT,
    called_at BIGINT NOT NULL,
    PRIMARY KEY (subject, method, call_key)
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

CREATE TABLE reply (
    submission TEXT NOT NULL REFERENCES submission (id),
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    is_instrumental BOOLEAN NOT NULL,
    is_emotional BOOLEAN NOT NULL,
    replied_by TEXT NOT NULL,
    replied_at BIGINT NOT NULL,
    PRIMARY KEY (submission, number)
);

CREATE TABLE report_activity (
    monday BIGINT NOT NULL,
    member TEXT NOT NULL,
    PRIMARY KEY (monday, member)
);

CREATE TABLE report_answer (
    event TEXT NOT NULL PRIMARY KEY,
    idea TEXT NOT NULL,
    status TEXT NOT NULL,
    answered_at BIGINT NOT NULL
);

CREATE TABLE report_count (
    metric TEXT NOT NULL,
    day BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (metric, day)
);

CREATE TABLE report_member (
    member TEXT NOT NULL PRIMARY KEY,
    registered_at BIGINT,
    confirmed_at BIGINT,
    completed_at BIGINT
);

CREATE TABLE report_selection (
    event TEXT NOT NULL PRIMARY KEY,
    idea TEXT NOT NULL,
    campaign TEXT NOT NULL,
    place BIGINT NOT NULL,
    selected_at BIGINT NOT NULL
);

CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL);

CREATE TABLE submission (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    recorded_by TEXT,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    body TEXT NOT NULL,
    idea TEXT,
    campaign TEXT,
    received_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    answered_at BIGINT,
    assignee TEXT,
    team TEXT,
    CONSTRAINT submission_due CHECK (due_at > received_at),
    CONSTRAINT submission_answered CHECK (answered_at >= received_at)
);

CREATE TABLE survey (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    seal TEXT NOT NULL,
    secret BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    is_announced BOOLEAN NOT NULL,
    CONSTRAINT survey_span CHECK (closes_at > opens_at)
);

CREATE TABLE survey_mark (
    survey TEXT NOT NULL,
    question BIGINT NOT NULL,
    respondent TEXT NOT NULL,
    mark BIGINT NOT NULL,
    PRIMARY KEY (survey, question, respondent, mark),
    FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
);

CREATE TABLE survey_option (
    survey TEXT NOT NULL,
    question BIGINT NOT NULL,
    number BIGINT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (survey, question, number),
    FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
);

CREATE TABLE survey_participation (
    survey TEXT NOT NULL REFERENCES survey (id),
    member TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (survey, member)
);

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
);

CREATE TABLE survey_text (
    survey TEXT NOT NULL,
    question BIGINT NOT NULL,
    respondent TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (survey, question, respondent),
    FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
);

CREATE UNIQUE INDEX event_log_position ON event_log (position);

CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL;

CREATE INDEX idempotent_call_age ON idempotent_call (called_at);

CREATE INDEX parked_event_age ON parked_event (parked_at, event);

CREATE INDEX report_answer_by_time ON report_answer (answered_at);

CREATE INDEX report_member_by_registration ON report_member (registered_at);

CREATE INDEX report_selection_by_time ON report_selection (selected_at);

CREATE INDEX submission_by_answer ON submission (answered_at);

CREATE INDEX submission_by_due ON submission (due_at, id);

CREATE INDEX submission_by_member ON submission (member, id);

CREATE INDEX submission_by_receipt ON submission (received_at);

CREATE INDEX survey_participation_by_time ON survey_participation (answered_at);

CREATE INDEX survey_to_announce ON survey (opens_at) WHERE NOT is_announced;
