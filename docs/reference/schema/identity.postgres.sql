CREATE TABLE api_client (
    id text NOT NULL,
    title text NOT NULL,
    digest text NOT NULL,
    scopes text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    used_at bigint,
    CONSTRAINT api_client_has_scope CHECK ((scopes <> ''::text)),
    CONSTRAINT api_client_pkey PRIMARY KEY (id)
);

CREATE TABLE event_log (
    id text NOT NULL,
    position bigint,
    stamp bigint NOT NULL,
    name text NOT NULL,
    happened_at bigint NOT NULL,
    trace text,
    content text NOT NULL,
    CONSTRAINT event_log_pkey PRIMARY KEY (id),
    CONSTRAINT event_log_position_check CHECK (("position" > 0))
);

CREATE TABLE follower_cursor (
    source text NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT follower_cursor_pkey PRIMARY KEY (source)
);

CREATE TABLE idempotent_call (
    subject text NOT NULL,
    method text NOT NULL,
    call_key text NOT NULL,
    fingerprint text NOT NULL,
    reply text,
    called_at bigint NOT NULL,
    CONSTRAINT idempotent_call_pkey PRIMARY KEY (subject, method, call_key)
);

CREATE TABLE invitation (
    id text NOT NULL,
    inviter text NOT NULL,
    email text NOT NULL,
    name text,
    language text,
    digest text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_by text,
    CONSTRAINT invitation_pkey PRIMARY KEY (id)
);

CREATE TABLE member (
    id text NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    birth_year bigint NOT NULL,
    guardian_consent text,
    source text NOT NULL,
    inviter text,
    invitation text,
    password_hash text,
    customer_type text,
    affiliation text,
    contact_by text NOT NULL,
    registered_at bigint NOT NULL,
    confirmed_at bigint,
    completed_at bigint,
    CONSTRAINT member_completed_is_confirmed CHECK (((completed_at IS NULL) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT member_confirmed_has_password CHECK (((confirmed_at IS NULL) OR (password_hash IS NOT NULL))),
    CONSTRAINT member_pkey PRIMARY KEY (id)
);

CREATE TABLE member_interest (
    member text NOT NULL,
    tag text NOT NULL,
    place bigint NOT NULL,
    CONSTRAINT member_interest_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT member_interest_pkey PRIMARY KEY (member, tag)
);

CREATE TABLE member_role (
    member text NOT NULL,
    role text NOT NULL,
    granted_by text NOT NULL,
    granted_at bigint NOT NULL,
    CONSTRAINT member_role_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT member_role_pkey PRIMARY KEY (member, role)
);

CREATE TABLE norms_acceptance (
    member text NOT NULL,
    version bigint NOT NULL,
    accepted_at bigint NOT NULL,
    CONSTRAINT norms_acceptance_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT norms_acceptance_pkey PRIMARY KEY (member, version)
);

CREATE TABLE onboarding_step (
    member text NOT NULL,
    place bigint NOT NULL,
    step text NOT NULL,
    due_at bigint NOT NULL,
    completed_at bigint,
    CONSTRAINT onboarding_step_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT onboarding_step_not_early CHECK (((completed_at IS NULL) OR (completed_at >= due_at))),
    CONSTRAINT onboarding_step_pkey PRIMARY KEY (member, step)
);

CREATE TABLE one_time_code (
    id text NOT NULL,
    purpose text NOT NULL,
    member text NOT NULL,
    digest text NOT NULL,
    password_hash text,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT one_time_code_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT one_time_code_pkey PRIMARY KEY (id)
);

CREATE TABLE outgoing_message (
    id text NOT NULL,
    kind text NOT NULL,
    member text,
    invitation text,
    code text,
    step text,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    held_by text,
    held_until bigint,
    sent_at bigint,
    CONSTRAINT outgoing_message_code FOREIGN KEY (code) REFERENCES one_time_code(id) ON DELETE CASCADE,
    CONSTRAINT outgoing_message_invitation FOREIGN KEY (invitation) REFERENCES invitation(id) ON DELETE CASCADE,
    CONSTRAINT outgoing_message_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT outgoing_message_pkey PRIMARY KEY (id),
    CONSTRAINT outgoing_message_recipient CHECK (((member IS NULL) <> (invitation IS NULL)))
);

CREATE TABLE parked_event (
    event text NOT NULL,
    source text NOT NULL,
    position bigint NOT NULL,
    name text NOT NULL,
    happened_at text NOT NULL,
    trace text,
    content text NOT NULL,
    error text NOT NULL,
    attempts bigint NOT NULL,
    parked_at bigint NOT NULL,
    CONSTRAINT parked_event_pkey PRIMARY KEY (event)
);

CREATE TABLE refresh_token (
    digest text NOT NULL,
    session text NOT NULL,
    parent text,
    created_at bigint NOT NULL,
    rotated_at bigint,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (digest),
    CONSTRAINT refresh_token_session FOREIGN KEY (session) REFERENCES session(id) ON DELETE CASCADE
);

CREATE TABLE revoked_session (
    session text NOT NULL,
    tokens_expire bigint NOT NULL,
    CONSTRAINT revoked_session_pkey PRIMARY KEY (session)
);

CREATE TABLE session (
    id text NOT NULL,
    member text NOT NULL,
    started_at bigint NOT NULL,
    renewed_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT session_member FOREIGN KEY (member) REFERENCES member(id) ON DELETE CASCADE,
    CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE TABLE sign_in_guess (
    account text NOT NULL,
    guesses bigint NOT NULL,
    pause bigint NOT NULL,
    blocked_until bigint NOT NULL,
    guessed_at bigint NOT NULL,
    CONSTRAINT sign_in_guess_pkey PRIMARY KEY (account)
);

CREATE UNIQUE INDEX event_log_position ON public.event_log USING btree ("position");

CREATE INDEX event_log_unnumbered ON public.event_log USING btree (stamp) WHERE ("position" IS NULL);

CREATE INDEX idempotent_call_age ON public.idempotent_call USING btree (called_at);

CREATE UNIQUE INDEX invitation_digest ON public.invitation USING btree (digest);

CREATE INDEX invitation_of_inviter ON public.invitation USING btree (inviter, created_at);

CREATE UNIQUE INDEX member_email ON public.member USING btree (email);

CREATE INDEX member_role_role ON public.member_role USING btree (role, member);

CREATE UNIQUE INDEX onboarding_step_place ON public.onboarding_step USING btree (member, place);

CREATE UNIQUE INDEX one_time_code_digest ON public.one_time_code USING btree (digest);

CREATE INDEX one_time_code_of_member ON public.one_time_code USING btree (member, created_at);

CREATE INDEX outgoing_message_due ON public.outgoing_message USING btree (due_at) WHERE (sent_at IS NULL);

CREATE INDEX outgoing_message_of_code ON public.outgoing_message USING btree (code);

CREATE INDEX outgoing_message_of_invitation ON public.outgoing_message USING btree (invitation);

CREATE INDEX outgoing_message_of_member ON public.outgoing_message USING btree (member, created_at);

CREATE INDEX parked_event_age ON public.parked_event USING btree (parked_at, event);

CREATE INDEX refresh_token_of_session ON public.refresh_token USING btree (session);

CREATE UNIQUE INDEX refresh_token_parent ON public.refresh_token USING btree (parent);

CREATE INDEX session_of_member ON public.session USING btree (member, started_at);

CREATE INDEX sign_in_guess_age ON public.sign_in_guess USING btree (guessed_at);
