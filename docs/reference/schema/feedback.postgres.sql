CREATE TABLE assignment (
    submission text NOT NULL,
    number bigint NOT NULL,
    assignee text,
    team text,
    note text,
    assigned_by text NOT NULL,
    assigned_at bigint NOT NULL,
    CONSTRAINT assignment_holder CHECK (((assignee IS NOT NULL) OR (team IS NOT NULL))),
    CONSTRAINT assignment_pkey PRIMARY KEY (submission, number),
    CONSTRAINT assignment_submission_fkey FOREIGN KEY (submission) REFERENCES submission(id)
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

CREATE TABLE reply (
    submission text NOT NULL,
    number bigint NOT NULL,
    body text NOT NULL,
    is_instrumental boolean NOT NULL,
    is_emotional boolean NOT NULL,
    replied_by text NOT NULL,
    replied_at bigint NOT NULL,
    CONSTRAINT reply_pkey PRIMARY KEY (submission, number),
    CONSTRAINT reply_submission_fkey FOREIGN KEY (submission) REFERENCES submission(id)
);

CREATE TABLE report_activity (
    monday bigint NOT NULL,
    member text NOT NULL,
    CONSTRAINT report_activity_pkey PRIMARY KEY (monday, member)
);

CREATE TABLE report_answer (
    event text NOT NULL,
    idea text NOT NULL,
    status text NOT NULL,
    answered_at bigint NOT NULL,
    CONSTRAINT report_answer_pkey PRIMARY KEY (event)
);

CREATE TABLE report_count (
    metric text NOT NULL,
    day bigint NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT report_count_pkey PRIMARY KEY (metric, day)
);

CREATE TABLE report_member (
    member text NOT NULL,
    registered_at bigint,
    confirmed_at bigint,
    completed_at bigint,
    CONSTRAINT report_member_pkey PRIMARY KEY (member)
);

CREATE TABLE report_selection (
    event text NOT NULL,
    idea text NOT NULL,
    campaign text NOT NULL,
    place bigint NOT NULL,
    selected_at bigint NOT NULL,
    CONSTRAINT report_selection_pkey PRIMARY KEY (event)
);

CREATE TABLE revoked_session (
    session text NOT NULL,
    tokens_expire bigint NOT NULL,
    CONSTRAINT revoked_session_pkey PRIMARY KEY (session)
);

CREATE TABLE submission (
    id text NOT NULL,
    member text NOT NULL,
    recorded_by text,
    kind text NOT NULL,
    channel text NOT NULL,
    body text NOT NULL,
    idea text,
    campaign text,
    received_at bigint NOT NULL,
    due_at bigint NOT NULL,
    answered_at bigint,
    assignee text,
    team text,
    CONSTRAINT submission_answered CHECK ((answered_at >= received_at)),
    CONSTRAINT submission_due CHECK ((due_at > received_at)),
    CONSTRAINT submission_pkey PRIMARY KEY (id)
);

CREATE TABLE survey (
    id text NOT NULL,
    title text NOT NULL,
    opens_at bigint NOT NULL,
    closes_at bigint NOT NULL,
    seal text NOT NULL,
    secret bigint NOT NULL,
    opened_by text NOT NULL,
    is_announced boolean NOT NULL,
    CONSTRAINT survey_pkey PRIMARY KEY (id),
    CONSTRAINT survey_span CHECK ((closes_at > opens_at))
);

CREATE TABLE survey_mark (
    survey text NOT NULL,
    question bigint NOT NULL,
    respondent text NOT NULL,
    mark bigint NOT NULL,
    CONSTRAINT survey_mark_pkey PRIMARY KEY (survey, question, respondent, mark),
    CONSTRAINT survey_mark_survey_question_fkey FOREIGN KEY (survey, question) REFERENCES survey_question(survey, number)
);

CREATE TABLE survey_option (
    survey text NOT NULL,
    question bigint NOT NULL,
    number bigint NOT NULL,
    label text NOT NULL,
    CONSTRAINT survey_option_pkey PRIMARY KEY (survey, question, number),
    CONSTRAINT survey_option_survey_question_fkey FOREIGN KEY (survey, question) REFERENCES survey_question(survey, number)
);

CREATE TABLE survey_participation (
    survey text NOT NULL,
    member text NOT NULL,
    answered_at bigint NOT NULL,
    CONSTRAINT survey_participation_pkey PRIMARY KEY (survey, member),
    CONSTRAINT survey_participation_survey_fkey FOREIGN KEY (survey) REFERENCES survey(id)
);

CREATE TABLE survey_question (
    survey text NOT NULL,
    number bigint NOT NULL,
    wording text NOT NULL,
    kind text NOT NULL,
    is_required boolean NOT NULL,
    choice_limit bigint,
    scale_low bigint,
    scale_high bigint,
    CONSTRAINT survey_question_pkey PRIMARY KEY (survey, number),
    CONSTRAINT survey_question_scale CHECK ((scale_low < scale_high)),
    CONSTRAINT survey_question_survey_fkey FOREIGN KEY (survey) REFERENCES survey(id)
);

CREATE TABLE survey_text (
    survey text NOT NULL,
    question bigint NOT NULL,
    respondent text NOT NULL,
    body text NOT NULL,
    CONSTRAINT survey_text_pkey PRIMARY KEY (survey, question, respondent),
    CONSTRAINT survey_text_survey_question_fkey FOREIGN KEY (survey, question) REFERENCES survey_question(survey, number)
);

CREATE UNIQUE INDEX event_log_position ON public.event_log USING btree ("position");

CREATE INDEX event_log_unnumbered ON public.event_log USING btree (stamp) WHERE ("position" IS NULL);

CREATE INDEX idempotent_call_age ON public.idempotent_call USING btree (called_at);

CREATE INDEX parked_event_age ON public.parked_event USING btree (parked_at, event);

CREATE INDEX report_answer_by_time ON public.report_answer USING btree (answered_at);

CREATE INDEX report_member_by_registration ON public.report_member USING btree (registered_at);

CREATE INDEX report_selection_by_time ON public.report_selection USING btree (selected_at);

CREATE INDEX submission_by_answer ON public.submission USING btree (answered_at);

CREATE INDEX submission_by_due ON public.submission USING btree (due_at, id);

CREATE INDEX submission_by_member ON public.submission USING btree (member, id);

CREATE INDEX submission_by_receipt ON public.submission USING btree (received_at);

CREATE INDEX survey_participation_by_time ON public.survey_participation USING btree (answered_at);

CREATE INDEX survey_to_announce ON public.survey USING btree (opens_at) WHERE (NOT is_announced);
