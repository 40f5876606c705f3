CREATE TABLE api_client (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    digest TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    used_at BIGINT,
    CONSTRAINT api_client_has_scope CHECK (scopes <> '')
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

CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    inviter TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT,
    language TEXT,
    digest TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by TEXT
);

CREATE TABLE member (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    birth_year BIGINT NOT NULL,
    guardian_consent TEXT,
    source TEXT NOT NULL,
    inviter TEXT,
    invitation TEXT,
    password_hash TEXT,
    customer_type TEXT,
    affiliation TEXT,
    contact_by TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    completed_at BIGINT,
    CONSTRAINT member_confirmed_has_password CHECK (confirmed_at IS NULL OR password_hash IS NOT NULL),
    CONSTRAINT member_completed_is_confirmed CHECK (completed_at IS NULL OR confirmed_at IS NOT NULL)
);

CREATE TABLE member_interest (
    member TEXT NOT NULL,
    tag TEXT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (member, tag),
    CONSTRAINT member_interest_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE member_role (
    member TEXT NOT NULL,
    role TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (member, role),
    CONSTRAINT member_role_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE norms_acceptance (
    member TEXT NOT NULL,
    version BIGINT NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (member, version),
    CONSTRAINT norms_acceptance_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE onboarding_step (
    member TEXT NOT NULL,
    place BIGINT NOT NULL,
    step TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    completed_at BIGINT,
    PRIMARY KEY (member, step),
    CONSTRAINT onboarding_step_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE,
    CONSTRAINT onboarding_step_not_early CHECK (completed_at IS NULL OR completed_at >= due_at)
);

CREATE TABLE one_time_code (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    member TEXT NOT NULL,
    digest TEXT NOT NULL,
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    CONSTRAINT one_time_code_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE outgoing_message (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    member TEXT,
    invitation TEXT,
    code TEXT,
    step TEXT,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    held_by TEXT,
    held_until BIGINT,
    sent_at BIGINT,
    CONSTRAINT outgoing_message_recipient CHECK ((member IS NULL) <> (invitation IS NULL)),
    CONSTRAINT outgoing_message_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE,
    CONSTRAINT outgoing_message_invitation FOREIGN KEY (invitation) REFERENCES invitation (id) ON DELETE CASCADE,
    CONSTRAINT outgoing_message_code FOREIGN KEY (code) REFERENCES one_time_code (id) ON DELETE CASCADE
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

CREATE TABLE refresh_token (
    digest TEXT NOT NULL PRIMARY KEY,
    session TEXT NOT NULL,
    parent TEXT,
    created_at BIGINT NOT NULL,
    rotated_at BIGINT,
    CONSTRAINT refresh_token_session FOREIGN KEY (session) REFERENCES session (id) ON DELETE CASCADE
);

CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    renewed_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT session_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE sign_in_guess (
    account TEXT NOT NULL PRIMARY KEY,
    guesses BIGINT NOT NULL,
    pause BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    guessed_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX event_log_position ON event_log (position);

CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL;

CREATE INDEX idempotent_call_age ON idempotent_call (called_at);

CREATE UNIQUE INDEX invitation_digest ON invitation (digest);

CREATE INDEX invitation_of_inviter ON invitation (inviter, created_at);

CREATE UNIQUE INDEX member_email ON member (email);

CREATE INDEX member_role_role ON member_role (role, member);

CREATE UNIQUE INDEX onboarding_step_place ON onboarding_step (member, place);

CREATE UNIQUE INDEX one_time_code_digest ON one_time_code (digest);

CREATE INDEX one_time_code_of_member ON one_time_code (member, created_at);

CREATE INDEX outgoing_message_due ON outgoing_message (due_at) WHERE sent_at IS NULL;

CREATE INDEX outgoing_message_of_code ON outgoing_message (code);

CREATE INDEX outgoing_message_of_invitation ON outgoing_message (invitation);

CREATE INDEX outgoing_message_of_member ON outgoing_message (member, created_at);

CREATE INDEX parked_event_age ON parked_event (parked_at, event);

CREATE INDEX refresh_token_of_session ON refresh_token (session);

CREATE UNIQUE INDEX refresh_token_parent ON refresh_token (parent);

CREATE INDEX session_of_member ON session (member, started_at);

CREATE INDEX sign_in_guess_age ON sign_in_guess (guessed_at);
