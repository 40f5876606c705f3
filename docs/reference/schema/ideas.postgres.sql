CREATE TABLE ballot (
    campaign text NOT NULL,
    pseudonym text NOT NULL,
    cast_at bigint NOT NULL,
    CONSTRAINT ballot_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
    CONSTRAINT ballot_pkey PRIMARY KEY (campaign, pseudonym)
);

CREATE TABLE campaign (
    id text NOT NULL,
    reference text,
    title text NOT NULL,
    protocol text NOT NULL,
    seal text NOT NULL,
    opened_at bigint NOT NULL,
    opened_by text NOT NULL,
    decided_at bigint,
    decided_by text,
    result text,
    result_document text,
    CONSTRAINT campaign_decided CHECK ((((decided_at IS NULL) = (result IS NULL)) AND ((decided_at IS NULL) = (result_document IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
    CONSTRAINT campaign_pkey PRIMARY KEY (id),
    CONSTRAINT campaign_seal CHECK ((length(seal) = 64))
);

CREATE TABLE choice (
    campaign text NOT NULL,
    pseudonym text NOT NULL,
    idea text NOT NULL,
    opinion text NOT NULL,
    CONSTRAINT choice_ballot FOREIGN KEY (campaign, pseudonym) REFERENCES ballot(campaign, pseudonym),
    CONSTRAINT choice_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT choice_opinion CHECK ((opinion = ANY (ARRAY['agree'::text, 'pass'::text, 'disagree'::text]))),
    CONSTRAINT choice_pkey PRIMARY KEY (campaign, pseudonym, idea)
);

CREATE TABLE conflict_of_interest (
    idea text NOT NULL,
    expert text NOT NULL,
    reason text NOT NULL,
    declared_at bigint NOT NULL,
    CONSTRAINT conflict_of_interest_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT conflict_of_interest_pkey PRIMARY KEY (idea, expert)
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

CREATE TABLE grade (
    idea text NOT NULL,
    expert text NOT NULL,
    criterion text NOT NULL,
    grade bigint NOT NULL,
    CONSTRAINT grade_pkey PRIMARY KEY (idea, expert, criterion),
    CONSTRAINT grade_range CHECK (((grade >= 0) AND (grade <= 10))),
    CONSTRAINT grade_scorecard FOREIGN KEY (idea, expert) REFERENCES scorecard(idea, expert)
);

CREATE TABLE idea (
    id text NOT NULL,
    campaign text NOT NULL,
    author text,
    external_id text,
    title text NOT NULL,
    body text NOT NULL,
    cost_amount bigint,
    cost_currency text,
    status text NOT NULL,
    submitted_at bigint NOT NULL,
    CONSTRAINT idea_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
    CONSTRAINT idea_cost CHECK (((cost_amount IS NULL) = (cost_currency IS NULL))),
    CONSTRAINT idea_cost_amount CHECK ((cost_amount >= 0)),
    CONSTRAINT idea_origin CHECK (((author IS NULL) <> (external_id IS NULL))),
    CONSTRAINT idea_pkey PRIMARY KEY (id)
);

CREATE TABLE idea_tag (
    idea text NOT NULL,
    place bigint NOT NULL,
    tag text NOT NULL,
    CONSTRAINT idea_tag_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT idea_tag_pkey PRIMARY KEY (idea, place)
);

CREATE TABLE idea_term (
    term text NOT NULL,
    idea text NOT NULL,
    CONSTRAINT idea_term_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT idea_term_pkey PRIMARY KEY (term, idea)
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

CREATE TABLE judge (
    campaign text NOT NULL,
    member text NOT NULL,
    pseudonym text NOT NULL,
    CONSTRAINT judge_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
    CONSTRAINT judge_pkey PRIMARY KEY (campaign, member)
);

CREATE TABLE member_customer_type (
    member text NOT NULL,
    customer_type text NOT NULL,
    CONSTRAINT member_customer_type_pkey PRIMARY KEY (member)
);

CREATE TABLE member_role (
    member text NOT NULL,
    role text NOT NULL,
    CONSTRAINT member_role_pkey PRIMARY KEY (member, role)
);

CREATE TABLE official_answer (
    idea text NOT NULL,
    place bigint NOT NULL,
    status text NOT NULL,
    reply text NOT NULL,
    reason text,
    answered_at bigint NOT NULL,
    answered_by text NOT NULL,
    CONSTRAINT official_answer_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT official_answer_pkey PRIMARY KEY (idea, place),
    CONSTRAINT official_answer_reason CHECK (((status <> 'declined'::text) OR (reason IS NOT NULL)))
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

CREATE TABLE phase_closing (
    campaign text NOT NULL,
    phase text NOT NULL,
    closed_at bigint NOT NULL,
    closed_by text NOT NULL,
    CONSTRAINT phase_closing_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
    CONSTRAINT phase_closing_pkey PRIMARY KEY (campaign, phase)
);

CREATE TABLE remark (
    id text NOT NULL,
    idea text NOT NULL,
    author text NOT NULL,
    body text NOT NULL,
    posted_at bigint NOT NULL,
    CONSTRAINT remark_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT remark_pkey PRIMARY KEY (id)
);

CREATE TABLE revoked_session (
    session text NOT NULL,
    tokens_expire bigint NOT NULL,
    CONSTRAINT revoked_session_pkey PRIMARY KEY (session)
);

CREATE TABLE scorecard (
    campaign text NOT NULL,
    idea text NOT NULL,
    expert text NOT NULL,
    comment text,
    scored_at bigint NOT NULL,
    CONSTRAINT scorecard_idea_fkey FOREIGN KEY (idea) REFERENCES idea(id),
    CONSTRAINT scorecard_judge FOREIGN KEY (campaign, expert) REFERENCES judge(campaign, member),
    CONSTRAINT scorecard_pkey PRIMARY KEY (idea, expert)
);

CREATE TABLE voter (
    campaign text NOT NULL,
    member text NOT NULL,
    pseudonym text NOT NULL,
    CONSTRAINT voter_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
    CONSTRAINT voter_pkey PRIMARY KEY (campaign, member)
);

CREATE UNIQUE INDEX campaign_reference ON public.campaign USING btree (reference);

CREATE INDEX choice_idea ON public.choice USING btree (idea, opinion);

CREATE UNIQUE INDEX event_log_position ON public.event_log USING btree ("position");

CREATE INDEX event_log_unnumbered ON public.event_log USING btree (stamp) WHERE ("position" IS NULL);

CREATE UNIQUE INDEX idea_external ON public.idea USING btree (campaign, external_id);

CREATE INDEX idea_newest ON public.idea USING btree (campaign, id);

CREATE INDEX idea_status ON public.idea USING btree (status, id);

CREATE INDEX idempotent_call_age ON public.idempotent_call USING btree (called_at);

CREATE UNIQUE INDEX judge_pseudonym ON public.judge USING btree (campaign, pseudonym);

CREATE INDEX parked_event_age ON public.parked_event USING btree (parked_at, event);

CREATE INDEX remark_oldest ON public.remark USING btree (idea, id);

CREATE INDEX scorecard_campaign ON public.scorecard USING btree (campaign);

CREATE UNIQUE INDEX voter_pseudonym ON public.voter USING btree (campaign, pseudonym);
