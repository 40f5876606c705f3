CREATE TABLE account (
    id text NOT NULL,
    kind text NOT NULL,
    asset text NOT NULL,
    owner text,
    balance bigint NOT NULL,
    held bigint NOT NULL,
    earned bigint NOT NULL,
    owed bigint NOT NULL,
    version bigint NOT NULL,
    stopped_at bigint,
    CONSTRAINT account_available CHECK (
CASE
    WHEN (kind = ANY (ARRAY['issuer'::text, 'adjustment'::text, 'receivable'::text])) THEN (balance <= 0)
    ELSE (balance >= held)
END),
    CONSTRAINT account_bounds CHECK (((balance >= '-9007199254740991'::bigint) AND (balance <= '9007199254740991'::bigint))),
    CONSTRAINT account_kind CHECK ((kind = ANY (ARRAY['issuer'::text, 'adjustment'::text, 'member'::text, 'pending'::text, 'receivable'::text, 'budget'::text, 'redemption'::text, 'breakage'::text, 'clawback'::text]))),
    CONSTRAINT account_of_member CHECK (((held >= 0) AND (earned >= 0) AND (owed >= 0) AND ((kind = 'member'::text) OR (((held + earned) + owed) = 0)))),
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_version CHECK ((version >= 0))
);

CREATE TABLE allotment (
    reward text NOT NULL,
    member text NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT allotment_pkey PRIMARY KEY (reward, member),
    CONSTRAINT allotment_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT allotment_units CHECK ((units >= 0))
);

CREATE TABLE allowance (
    rule text NOT NULL,
    member text NOT NULL,
    day bigint NOT NULL,
    awards bigint NOT NULL,
    CONSTRAINT allowance_awards CHECK ((awards > 0)),
    CONSTRAINT allowance_pkey PRIMARY KEY (rule, member, day),
    CONSTRAINT allowance_rule FOREIGN KEY (rule) REFERENCES rule(id)
);

CREATE TABLE entry (
    account text NOT NULL,
    version bigint NOT NULL,
    previous bigint,
    transfer text NOT NULL,
    delta bigint NOT NULL,
    held bigint NOT NULL,
    balance_before bigint NOT NULL,
    balance_after bigint NOT NULL,
    CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES account(id),
    CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before) REFERENCES entry(account, version, balance_after),
    CONSTRAINT entry_end UNIQUE (account, version, balance_after),
    CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer(id),
    CONSTRAINT entry_order CHECK (
CASE
    WHEN (previous IS NULL) THEN ((version = 1) AND (balance_before = 0))
    ELSE (version = (previous + 1))
END),
    CONSTRAINT entry_pkey PRIMARY KEY (account, version),
    CONSTRAINT entry_sum CHECK ((((delta <> 0) OR (held <> 0)) AND (balance_after = (balance_before + delta))))
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

CREATE TABLE gift_day (
    account text NOT NULL,
    day bigint NOT NULL,
    total bigint NOT NULL,
    CONSTRAINT gift_day_pkey PRIMARY KEY (account, day),
    CONSTRAINT gift_day_total CHECK ((total > 0))
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

CREATE TABLE lot (
    id text NOT NULL,
    account text NOT NULL,
    transfer text NOT NULL,
    origin text,
    granted bigint NOT NULL,
    remaining bigint NOT NULL,
    held bigint NOT NULL,
    expires_at bigint NOT NULL,
    expiries bigint NOT NULL,
    CONSTRAINT lot_account FOREIGN KEY (account) REFERENCES account(id),
    CONSTRAINT lot_expiries CHECK ((expiries >= 0)),
    CONSTRAINT lot_granted CHECK ((granted > 0)),
    CONSTRAINT lot_held CHECK (((held >= 0) AND (held <= remaining))),
    CONSTRAINT lot_of_transfer FOREIGN KEY (transfer) REFERENCES transfer(id),
    CONSTRAINT lot_origin FOREIGN KEY (origin) REFERENCES lot(id),
    CONSTRAINT lot_pkey PRIMARY KEY (id),
    CONSTRAINT lot_remaining CHECK ((remaining <= granted))
);

CREATE TABLE lot_hold (
    transfer text NOT NULL,
    lot text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT lot_hold_amount CHECK ((amount > 0)),
    CONSTRAINT lot_hold_lot FOREIGN KEY (lot) REFERENCES lot(id),
    CONSTRAINT lot_hold_pkey PRIMARY KEY (transfer, lot),
    CONSTRAINT lot_hold_transfer FOREIGN KEY (transfer) REFERENCES transfer(id)
);

CREATE TABLE lot_use (
    transfer text NOT NULL,
    lot text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT lot_use_amount CHECK ((amount <> 0)),
    CONSTRAINT lot_use_lot FOREIGN KEY (lot) REFERENCES lot(id),
    CONSTRAINT lot_use_pkey PRIMARY KEY (transfer, lot),
    CONSTRAINT lot_use_transfer FOREIGN KEY (transfer) REFERENCES transfer(id)
);

CREATE TABLE open_transfer (
    transfer text NOT NULL,
    kind text NOT NULL,
    account text NOT NULL,
    amount bigint NOT NULL,
    due_at bigint,
    CONSTRAINT open_transfer_account FOREIGN KEY (account) REFERENCES account(id),
    CONSTRAINT open_transfer_amount CHECK ((amount > 0)),
    CONSTRAINT open_transfer_kind CHECK ((kind = ANY (ARRAY['award'::text, 'hold'::text]))),
    CONSTRAINT open_transfer_pkey PRIMARY KEY (transfer),
    CONSTRAINT open_transfer_transfer FOREIGN KEY (transfer) REFERENCES transfer(id)
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

CREATE TABLE redemption (
    id text NOT NULL,
    reward text NOT NULL,
    member text NOT NULL,
    units bigint NOT NULL,
    paid bigint NOT NULL,
    hold text NOT NULL,
    payment text,
    state text NOT NULL,
    ordered_at bigint NOT NULL,
    closed_at bigint,
    closed_by text,
    CONSTRAINT redemption_closed CHECK ((((state = 'ordered'::text) = (closed_at IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
    CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer(id),
    CONSTRAINT redemption_paid CHECK ((paid > 0)),
    CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer(id),
    CONSTRAINT redemption_payment CHECK (((payment IS NULL) = (state = ANY (ARRAY['ordered'::text, 'cancelled'::text])))),
    CONSTRAINT redemption_pkey PRIMARY KEY (id),
    CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT redemption_state CHECK ((state = ANY (ARRAY['ordered'::text, 'shipped'::text, 'delivered'::text, 'cancelled'::text, 'returned'::text]))),
    CONSTRAINT redemption_units CHECK ((units > 0))
);

CREATE TABLE revoked_session (
    session text NOT NULL,
    tokens_expire bigint NOT NULL,
    CONSTRAINT revoked_session_pkey PRIMARY KEY (session)
);

CREATE TABLE reward (
    id text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    price bigint NOT NULL,
    stock bigint,
    on_hand bigint,
    taken bigint NOT NULL,
    per_member bigint,
    starts_at bigint NOT NULL,
    ends_at bigint,
    offered_by text NOT NULL,
    offered_at bigint NOT NULL,
    CONSTRAINT reward_end CHECK ((ends_at > starts_at)),
    CONSTRAINT reward_on_hand CHECK ((on_hand >= 0)),
    CONSTRAINT reward_per_member CHECK ((per_member > 0)),
    CONSTRAINT reward_pkey PRIMARY KEY (id),
    CONSTRAINT reward_price CHECK ((price > 0)),
    CONSTRAINT reward_stock CHECK ((((stock IS NULL) = (on_hand IS NULL)) AND ((on_hand + taken) = stock))),
    CONSTRAINT reward_taken CHECK ((taken >= 0))
);

CREATE TABLE rule (
    id text NOT NULL,
    rule_key text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT rule_number CHECK ((version > 0)),
    CONSTRAINT rule_pkey PRIMARY KEY (id)
);

CREATE TABLE rule_version (
    rule text NOT NULL,
    version bigint NOT NULL,
    title text NOT NULL,
    event text NOT NULL,
    pays text NOT NULL,
    amount bigint NOT NULL,
    per_day bigint,
    starts_at bigint NOT NULL,
    ends_at bigint,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT rule_version_amount CHECK ((amount > 0)),
    CONSTRAINT rule_version_end CHECK ((ends_at >= starts_at)),
    CONSTRAINT rule_version_per_day CHECK ((per_day > 0)),
    CONSTRAINT rule_version_pkey PRIMARY KEY (rule, version),
    CONSTRAINT rule_version_rule FOREIGN KEY (rule) REFERENCES rule(id),
    CONSTRAINT rule_version_start CHECK ((starts_at >= defined_at))
);

CREATE TABLE staff_member (
    member text NOT NULL,
    CONSTRAINT staff_member_pkey PRIMARY KEY (member)
);

CREATE TABLE transfer (
    id text NOT NULL,
    fingerprint text NOT NULL,
    kind text NOT NULL,
    asset text NOT NULL,
    amount bigint NOT NULL,
    debit text,
    credit text,
    rule text,
    rule_version bigint,
    source_event text,
    actor text,
    reason text,
    reverses text,
    ends text,
    due_at bigint,
    refusal text,
    happened_at bigint NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT transfer_accounts CHECK (((debit IS NULL) = (credit IS NULL))),
    CONSTRAINT transfer_amount CHECK (((amount >= 1) AND (amount <= '9007199254740991'::bigint))),
    CONSTRAINT transfer_by_hand CHECK (((actor IS NULL) = (reason IS NULL))),
    CONSTRAINT transfer_by_rule CHECK ((((rule IS NULL) = (rule_version IS NULL)) AND ((rule IS NULL) = (source_event IS NULL)))),
    CONSTRAINT transfer_cause CHECK (((kind <> 'award'::text) OR ((rule IS NULL) <> (actor IS NULL)))),
    CONSTRAINT transfer_credit_account FOREIGN KEY (credit) REFERENCES account(id),
    CONSTRAINT transfer_debit_account FOREIGN KEY (debit) REFERENCES account(id),
    CONSTRAINT transfer_due CHECK (((due_at IS NULL) OR (kind = ANY (ARRAY['award'::text, 'hold'::text])))),
    CONSTRAINT transfer_ends CHECK (((kind = ANY (ARRAY['release'::text, 'post'::text, 'void'::text, 'lapse'::text])) = (ends IS NOT NULL))),
    CONSTRAINT transfer_kind CHECK ((kind = ANY (ARRAY['award'::text, 'release'::text, 'hold'::text, 'post'::text, 'void'::text, 'lapse'::text, 'payment'::text, 'refund'::text, 'expiry'::text, 'gift'::text, 'reversal'::text, 'debt'::text, 'settlement'::text]))),
    CONSTRAINT transfer_opened_by FOREIGN KEY (ends) REFERENCES transfer(id),
    CONSTRAINT transfer_original FOREIGN KEY (reverses) REFERENCES transfer(id),
    CONSTRAINT transfer_pkey PRIMARY KEY (id),
    CONSTRAINT transfer_refused CHECK (((refusal IS NULL) = (debit IS NOT NULL))),
    CONSTRAINT transfer_reverses CHECK (((kind = ANY (ARRAY['refund'::text, 'reversal'::text, 'debt'::text])) = (reverses IS NOT NULL))),
    CONSTRAINT transfer_rule FOREIGN KEY (rule, rule_version) REFERENCES rule_version(rule, version),
    CONSTRAINT transfer_sides CHECK ((debit <> credit))
);

CREATE TABLE undone (
    transfer text NOT NULL,
    amount bigint NOT NULL,
    total bigint NOT NULL,
    CONSTRAINT undone_pkey PRIMARY KEY (transfer),
    CONSTRAINT undone_total CHECK (((total >= 1) AND (total <= amount))),
    CONSTRAINT undone_transfer FOREIGN KEY (transfer) REFERENCES transfer(id)
);

CREATE INDEX account_owner ON public.account USING btree (owner, asset) WHERE (owner IS NOT NULL);

CREATE UNIQUE INDEX entry_transfer ON public.entry USING btree (transfer, account);

CREATE UNIQUE INDEX event_log_position ON public.event_log USING btree ("position");

CREATE INDEX event_log_unnumbered ON public.event_log USING btree (stamp) WHERE ("position" IS NULL);

CREATE INDEX idempotent_call_age ON public.idempotent_call USING btree (called_at);

CREATE INDEX lot_due ON public.lot USING btree (expires_at) WHERE (remaining > held);

CREATE UNIQUE INDEX lot_gift ON public.lot USING btree (transfer, origin) WHERE (origin IS NOT NULL);

CREATE INDEX lot_hold_lot ON public.lot_hold USING btree (lot);

CREATE INDEX lot_open ON public.lot USING btree (account, expires_at, id) WHERE (remaining > held);

CREATE UNIQUE INDEX lot_transfer ON public.lot USING btree (transfer) WHERE (origin IS NULL);

CREATE INDEX lot_use_history ON public.lot_use USING btree (lot);

CREATE INDEX open_transfer_due ON public.open_transfer USING btree (due_at, transfer) WHERE (due_at IS NOT NULL);

CREATE INDEX parked_event_age ON public.parked_event USING btree (parked_at, event);

CREATE UNIQUE INDEX redemption_hold ON public.redemption USING btree (hold);

CREATE INDEX redemption_member ON public.redemption USING btree (member, id);

CREATE INDEX redemption_open ON public.redemption USING btree (id) WHERE (state = 'ordered'::text);

CREATE UNIQUE INDEX redemption_paid_with ON public.redemption USING btree (payment) WHERE (payment IS NOT NULL);

CREATE UNIQUE INDEX rule_by_key ON public.rule USING btree (rule_key);

CREATE INDEX rule_version_event ON public.rule_version USING btree (event);

CREATE UNIQUE INDEX transfer_award ON public.transfer USING btree (rule, credit, source_event) WHERE (rule IS NOT NULL);

CREATE INDEX transfer_earned ON public.transfer USING btree (asset, happened_at) WHERE (kind = ANY (ARRAY['award'::text, 'release'::text]));

CREATE UNIQUE INDEX transfer_end ON public.transfer USING btree (ends) WHERE ((ends IS NOT NULL) AND (refusal IS NULL));

CREATE INDEX transfer_reversal ON public.transfer USING btree (reverses) WHERE (reverses IS NOT NULL);

CREATE TRIGGER entry_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER lot_hold_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lot_hold FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER lot_use_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lot_use FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER rule_version_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rule_version FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER transfer_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.transfer FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE OR REPLACE FUNCTION public.journal_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RAISE EXCEPTION 'the journal is final'; END$function$;
