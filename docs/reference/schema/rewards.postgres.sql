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
    CONSTRAINT account_kind CHECK ((kind = ANY (ARRAY['issuer'::text, 'adjustment'::text, 'member'::text, 'pending'::text, 'receivable'::text, 'budget'::text, 'redemption'::text, 'breakage'::text, 'clawback'::text, 'activity'::text]))),
    CONSTRAINT account_of_member CHECK (((held >= 0) AND (earned >= 0) AND (owed >= 0) AND ((kind = 'member'::text) OR (((held + earned) + owed) = 0)))),
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_version CHECK ((version >= 0))
);

CREATE TABLE adjustment (
    id text NOT NULL,
    member text NOT NULL,
    asset text NOT NULL,
    direction text NOT NULL,
    amount bigint NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    asked_by text NOT NULL,
    asked_at bigint NOT NULL,
    decided_by text,
    decided_at bigint,
    remark text,
    transfer text,
    CONSTRAINT adjustment_amount CHECK ((amount > 0)),
    CONSTRAINT adjustment_by_two CHECK ((decided_by <> asked_by)),
    CONSTRAINT adjustment_decided CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
    CONSTRAINT adjustment_direction CHECK ((direction = ANY (ARRAY['give'::text, 'take'::text]))),
    CONSTRAINT adjustment_made CHECK (((state = 'made'::text) = (transfer IS NOT NULL))),
    CONSTRAINT adjustment_pkey PRIMARY KEY (id),
    CONSTRAINT adjustment_rejected CHECK (((state <> 'rejected'::text) OR (decided_by IS NOT NULL))),
    CONSTRAINT adjustment_state CHECK ((state = ANY (ARRAY['pending'::text, 'made'::text, 'rejected'::text]))),
    CONSTRAINT adjustment_transfer FOREIGN KEY (transfer) REFERENCES transfer(id)
);

CREATE TABLE allotment (
    reward text NOT NULL,
    member text NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT allotment_pkey PRIMARY KEY (reward, member),
    CONSTRAINT allotment_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT allotment_units CHECK ((units >= 0))
);

CREATE TABLE allotment_period (
    reward text NOT NULL,
    member text NOT NULL,
    starts_on bigint NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT allotment_period_pkey PRIMARY KEY (reward, member, starts_on),
    CONSTRAINT allotment_period_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT allotment_period_units CHECK ((units >= 0))
);

CREATE TABLE allowance (
    rule text NOT NULL,
    member text NOT NULL,
    stretch text NOT NULL,
    awards bigint NOT NULL,
    CONSTRAINT allowance_awards CHECK ((awards > 0)),
    CONSTRAINT allowance_pkey PRIMARY KEY (rule, member, stretch),
    CONSTRAINT allowance_rule FOREIGN KEY (rule) REFERENCES rule(id)
);

CREATE TABLE badge (
    badge_key text NOT NULL,
    document text NOT NULL,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT badge_pkey PRIMARY KEY (badge_key)
);

CREATE TABLE booking (
    lecture text NOT NULL,
    member text NOT NULL,
    state text NOT NULL,
    ticket bigint NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT booking_lecture FOREIGN KEY (lecture) REFERENCES lecture(id),
    CONSTRAINT booking_pkey PRIMARY KEY (lecture, member),
    CONSTRAINT booking_state CHECK ((state = ANY (ARRAY['booked'::text, 'waiting'::text, 'cancelled'::text, 'attended'::text, 'missed'::text])))
);

CREATE TABLE certificate (
    id text NOT NULL,
    member text NOT NULL,
    course text NOT NULL,
    kid text NOT NULL,
    token text NOT NULL,
    issued_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    revoked_by text,
    revoke_reason text,
    CONSTRAINT certificate_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_revoked CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoke_reason IS NULL)))),
    CONSTRAINT certificate_signed FOREIGN KEY (kid) REFERENCES certificate_key(kid)
);

CREATE TABLE certificate_key (
    kid text NOT NULL,
    public_key text NOT NULL,
    since bigint NOT NULL,
    CONSTRAINT certificate_key_pkey PRIMARY KEY (kid)
);

CREATE TABLE collection (
    collection_key text NOT NULL,
    document text NOT NULL,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT collection_pkey PRIMARY KEY (collection_key)
);

CREATE TABLE contribution (
    source_event text NOT NULL,
    member text NOT NULL,
    event text NOT NULL,
    campaign text,
    happened_at bigint NOT NULL,
    CONSTRAINT contribution_pkey PRIMARY KEY (source_event, member)
);

CREATE TABLE coupon (
    id text NOT NULL,
    pool text NOT NULL,
    import text NOT NULL,
    digest text NOT NULL,
    sealed text NOT NULL,
    member text,
    redemption text,
    expires_at bigint,
    used_at bigint,
    used_by text,
    used_note text,
    taken_back_at bigint,
    CONSTRAINT coupon_end CHECK (((used_at IS NULL) OR (taken_back_at IS NULL))),
    CONSTRAINT coupon_ordered CHECK (((redemption IS NULL) OR (member IS NOT NULL))),
    CONSTRAINT coupon_pkey PRIMARY KEY (id),
    CONSTRAINT coupon_pool_of FOREIGN KEY (pool) REFERENCES coupon_pool(id),
    CONSTRAINT coupon_redemption FOREIGN KEY (redemption) REFERENCES redemption(id),
    CONSTRAINT coupon_taken_back CHECK (((taken_back_at IS NULL) OR (redemption IS NOT NULL))),
    CONSTRAINT coupon_used CHECK (((used_at IS NULL) = (used_by IS NULL)))
);

CREATE TABLE coupon_pool (
    id text NOT NULL,
    title text NOT NULL,
    reward text,
    is_locked boolean NOT NULL,
    opened_by text NOT NULL,
    opened_at bigint NOT NULL,
    CONSTRAINT coupon_pool_pkey PRIMARY KEY (id),
    CONSTRAINT coupon_pool_reward FOREIGN KEY (reward) REFERENCES reward(id)
);

CREATE TABLE course (
    id text NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    document text NOT NULL,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT course_pkey PRIMARY KEY (id)
);

CREATE TABLE course_completion (
    member text NOT NULL,
    course text NOT NULL,
    completed_at bigint NOT NULL,
    certificate text NOT NULL,
    CONSTRAINT course_completion_certificate FOREIGN KEY (certificate) REFERENCES certificate(id),
    CONSTRAINT course_completion_course FOREIGN KEY (course) REFERENCES course(id),
    CONSTRAINT course_completion_pkey PRIMARY KEY (member, course)
);

CREATE TABLE draw (
    id text NOT NULL,
    title text NOT NULL,
    reward text,
    places bigint NOT NULL,
    reserved bigint NOT NULL,
    profile text NOT NULL,
    state text NOT NULL,
    entries_until bigint NOT NULL,
    seed_from bigint NOT NULL,
    entries bigint NOT NULL,
    entry_price bigint,
    entry_asset text,
    prize bigint,
    prize_asset text,
    pool_hash text,
    draw_key text,
    opened_by text NOT NULL,
    opened_at bigint NOT NULL,
    closed_at bigint,
    resolved_at bigint,
    resolved_by text,
    cancelled_at bigint,
    cancelled_by text,
    remark text,
    CONSTRAINT draw_cancelled CHECK ((((state = 'cancelled'::text) = (cancelled_at IS NOT NULL)) AND ((cancelled_at IS NULL) = (cancelled_by IS NULL)) AND ((cancelled_at IS NULL) = (remark IS NULL)))),
    CONSTRAINT draw_done CHECK ((((state = 'done'::text) = (resolved_at IS NOT NULL)) AND ((resolved_at IS NULL) = (draw_key IS NULL)) AND ((resolved_at IS NULL) OR (resolved_at >= seed_from)))),
    CONSTRAINT draw_entries CHECK (((entries >= 0) AND (entries <= 65535))),
    CONSTRAINT draw_open CHECK ((((state = 'open'::text) = ((closed_at IS NULL) AND (cancelled_at IS NULL))) AND ((closed_at IS NULL) = (pool_hash IS NULL)))),
    CONSTRAINT draw_pkey PRIMARY KEY (id),
    CONSTRAINT draw_places CHECK (((places >= 1) AND (places <= 1000))),
    CONSTRAINT draw_price CHECK (((entry_price > 0) AND ((entry_price IS NULL) = (entry_asset IS NULL)))),
    CONSTRAINT draw_prize CHECK (((prize > 0) AND ((prize IS NULL) = (prize_asset IS NULL)))),
    CONSTRAINT draw_reserved CHECK (((reserved >= 0) AND (reserved <= places))),
    CONSTRAINT draw_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT draw_times CHECK (((seed_from > entries_until) AND ((closed_at IS NULL) OR (closed_at < seed_from))))
);

CREATE TABLE draw_entry (
    draw text NOT NULL,
    member text NOT NULL,
    entered_at bigint NOT NULL,
    payment text,
    CONSTRAINT draw_entry_draw FOREIGN KEY (draw) REFERENCES draw(id),
    CONSTRAINT draw_entry_payment FOREIGN KEY (payment) REFERENCES transfer(id),
    CONSTRAINT draw_entry_pkey PRIMARY KEY (draw, member)
);

CREATE TABLE draw_source (
    draw text NOT NULL,
    place bigint NOT NULL,
    title text NOT NULL,
    numbers text,
    CONSTRAINT draw_source_draw FOREIGN KEY (draw) REFERENCES draw(id),
    CONSTRAINT draw_source_pkey PRIMARY KEY (draw, place)
);

CREATE TABLE draw_winner (
    draw text NOT NULL,
    place_won bigint NOT NULL,
    place bigint NOT NULL,
    member text NOT NULL,
    digest text NOT NULL,
    redemption text,
    award text,
    CONSTRAINT draw_winner_award FOREIGN KEY (award) REFERENCES transfer(id),
    CONSTRAINT draw_winner_entry FOREIGN KEY (draw, member) REFERENCES draw_entry(draw, member),
    CONSTRAINT draw_winner_pkey PRIMARY KEY (draw, place_won),
    CONSTRAINT draw_winner_redemption FOREIGN KEY (redemption) REFERENCES redemption(id)
);

CREATE TABLE earning_event (
    id text NOT NULL,
    event text NOT NULL,
    log_position bigint NOT NULL,
    happened_at bigint NOT NULL,
    campaign text,
    member_group text,
    contributor text,
    content text NOT NULL,
    withdrawn_at bigint,
    CONSTRAINT earning_event_pkey PRIMARY KEY (id),
    CONSTRAINT earning_event_position CHECK ((log_position >= 0))
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
    opened text,
    CONSTRAINT entry_account FOREIGN KEY (opened) REFERENCES account(id),
    CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before) REFERENCES entry(account, version, balance_after),
    CONSTRAINT entry_end UNIQUE (account, version, balance_after),
    CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer(id),
    CONSTRAINT entry_opening CHECK (
CASE
    WHEN (previous IS NULL) THEN ((opened IS NOT NULL) AND (opened = account))
    ELSE (opened IS NULL)
END),
    CONSTRAINT entry_order CHECK (
CASE
    WHEN (previous IS NULL) THEN ((version = 1) AND (balance_before = 0))
    ELSE (version = (previous + 1))
END),
    CONSTRAINT entry_pkey PRIMARY KEY (account, version),
    CONSTRAINT entry_sum CHECK ((((delta <> 0) OR (held <> 0)) AND (balance_after = (balance_before + delta))))
);

CREATE TABLE erasure (
    member text NOT NULL,
    erased_at bigint NOT NULL,
    erased_by text NOT NULL,
    records bigint NOT NULL,
    CONSTRAINT erasure_pkey PRIMARY KEY (member)
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

CREATE TABLE gift_rule (
    rule_key text NOT NULL,
    version bigint NOT NULL,
    title text NOT NULL,
    event text NOT NULL,
    receiver text NOT NULL,
    reward text NOT NULL,
    per_member bigint NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT gift_rule_end CHECK ((ends_at >= starts_at)),
    CONSTRAINT gift_rule_per_member CHECK ((per_member > 0)),
    CONSTRAINT gift_rule_pkey PRIMARY KEY (rule_key, version),
    CONSTRAINT gift_rule_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT gift_rule_start CHECK ((starts_at >= defined_at)),
    CONSTRAINT gift_rule_version CHECK ((version > 0))
);

CREATE TABLE given (
    redemption text NOT NULL,
    member text NOT NULL,
    giver text,
    rule_key text,
    rule_version bigint,
    source_event text,
    CONSTRAINT given_by CHECK (((giver IS NULL) <> (rule_key IS NULL))),
    CONSTRAINT given_by_rule CHECK ((((rule_key IS NULL) = (rule_version IS NULL)) AND ((rule_key IS NULL) = (source_event IS NULL)))),
    CONSTRAINT given_pkey PRIMARY KEY (redemption),
    CONSTRAINT given_redemption FOREIGN KEY (redemption) REFERENCES redemption(id),
    CONSTRAINT given_rule FOREIGN KEY (rule_key, rule_version) REFERENCES gift_rule(rule_key, version)
);

CREATE TABLE hidden_member (
    member text NOT NULL,
    CONSTRAINT hidden_member_pkey PRIMARY KEY (member)
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

CREATE TABLE joining (
    member text NOT NULL,
    inviter text,
    state text NOT NULL,
    objection text,
    registered_at bigint NOT NULL,
    completed_at bigint,
    qualified_at bigint,
    qualified_event text,
    CONSTRAINT joining_objection CHECK (((state = 'refused'::text) = (objection IS NOT NULL))),
    CONSTRAINT joining_order CHECK ((((state <> ALL (ARRAY['completed'::text, 'qualified'::text, 'rewarded'::text])) OR (completed_at IS NOT NULL)) AND ((state <> ALL (ARRAY['qualified'::text, 'rewarded'::text])) OR (qualified_at IS NOT NULL)) AND ((state <> 'rewarded'::text) OR (inviter IS NOT NULL)))),
    CONSTRAINT joining_pkey PRIMARY KEY (member),
    CONSTRAINT joining_state CHECK ((state = ANY (ARRAY['registered'::text, 'completed'::text, 'qualified'::text, 'rewarded'::text, 'refused'::text])))
);

CREATE TABLE lecture (
    id text NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    speaker text NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    places bigint NOT NULL,
    taken bigint NOT NULL,
    tickets bigint NOT NULL,
    announced_by text NOT NULL,
    announced_at bigint NOT NULL,
    CONSTRAINT lecture_end CHECK ((ends_at > starts_at)),
    CONSTRAINT lecture_pkey PRIMARY KEY (id),
    CONSTRAINT lecture_taken CHECK (((taken >= 0) AND (taken <= places)))
);

CREATE TABLE lesson_done (
    member text NOT NULL,
    course text NOT NULL,
    lesson bigint NOT NULL,
    done_at bigint NOT NULL,
    CONSTRAINT lesson_done_course FOREIGN KEY (course) REFERENCES course(id),
    CONSTRAINT lesson_done_pkey PRIMARY KEY (member, course, lesson)
);

CREATE TABLE level_grant (
    id text NOT NULL,
    member text NOT NULL,
    level_key text NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    reason text NOT NULL,
    granted_by text NOT NULL,
    ended_by text,
    end_reason text,
    CONSTRAINT level_grant_end CHECK ((ends_at >= starts_at)),
    CONSTRAINT level_grant_ended CHECK (((ended_by IS NULL) = (end_reason IS NULL))),
    CONSTRAINT level_grant_pkey PRIMARY KEY (id)
);

CREATE TABLE level_programme (
    version bigint NOT NULL,
    starts_on bigint NOT NULL,
    document text NOT NULL,
    defined_by text NOT NULL,
    defined_at bigint NOT NULL,
    CONSTRAINT level_programme_pkey PRIMARY KEY (version),
    CONSTRAINT level_programme_version CHECK ((version > 0))
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

CREATE TABLE member_badge (
    member text NOT NULL,
    badge text NOT NULL,
    grade bigint NOT NULL,
    given_at bigint NOT NULL,
    counted bigint,
    evidence text,
    given_by text,
    reason text,
    revoked_at bigint,
    revoked_by text,
    revoke_reason text,
    CONSTRAINT member_badge_cause CHECK (((given_by IS NULL) <> (counted IS NULL))),
    CONSTRAINT member_badge_grade CHECK ((grade > 0)),
    CONSTRAINT member_badge_hand CHECK (((given_by IS NULL) = (reason IS NULL))),
    CONSTRAINT member_badge_of FOREIGN KEY (badge) REFERENCES badge(badge_key),
    CONSTRAINT member_badge_pkey PRIMARY KEY (member, badge, grade),
    CONSTRAINT member_badge_revoked CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoke_reason IS NULL))))
);

CREATE TABLE member_collection (
    member text NOT NULL,
    collection text NOT NULL,
    completed_at bigint NOT NULL,
    CONSTRAINT member_collection_of FOREIGN KEY (collection) REFERENCES collection(collection_key),
    CONSTRAINT member_collection_pkey PRIMARY KEY (member, collection)
);

CREATE TABLE member_customer_type (
    member text NOT NULL,
    customer_type text NOT NULL,
    CONSTRAINT member_customer_type_pkey PRIMARY KEY (member)
);

CREATE TABLE member_device (
    member text NOT NULL,
    device text NOT NULL,
    seen_at bigint NOT NULL,
    CONSTRAINT member_device_pkey PRIMARY KEY (device, member)
);

CREATE TABLE member_item (
    member text NOT NULL,
    collection text NOT NULL,
    item text NOT NULL,
    given_at bigint NOT NULL,
    given_by text,
    reason text,
    CONSTRAINT member_item_hand CHECK (((given_by IS NULL) = (reason IS NULL))),
    CONSTRAINT member_item_of FOREIGN KEY (collection) REFERENCES collection(collection_key),
    CONSTRAINT member_item_pkey PRIMARY KEY (member, collection, item)
);

CREATE TABLE member_level (
    member text NOT NULL,
    level_key text,
    programme bigint NOT NULL,
    review_on bigint,
    noticed_end bigint,
    CONSTRAINT member_level_pkey PRIMARY KEY (member)
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

CREATE TABLE outlay (
    id text NOT NULL,
    for_group text NOT NULL,
    activity text NOT NULL,
    amount bigint NOT NULL,
    asset text NOT NULL,
    purpose text NOT NULL,
    state text NOT NULL,
    requested_by text NOT NULL,
    requested_at bigint NOT NULL,
    decided_by text,
    decided_at bigint,
    remark text,
    payout text,
    CONSTRAINT outlay_amount CHECK ((amount > 0)),
    CONSTRAINT outlay_decided CHECK ((((state = 'requested'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT outlay_four_eyes CHECK ((decided_by <> requested_by)),
    CONSTRAINT outlay_paid CHECK (((state = 'paid'::text) = (payout IS NOT NULL))),
    CONSTRAINT outlay_payout FOREIGN KEY (payout) REFERENCES transfer(id),
    CONSTRAINT outlay_pkey PRIMARY KEY (id),
    CONSTRAINT outlay_rejected CHECK (((state <> 'rejected'::text) OR (remark IS NOT NULL))),
    CONSTRAINT outlay_state CHECK ((state = ANY (ARRAY['requested'::text, 'paid'::text, 'rejected'::text])))
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

CREATE TABLE reconciled_log (
    service text NOT NULL,
    reconciled_at bigint NOT NULL,
    through bigint NOT NULL,
    events bigint NOT NULL,
    CONSTRAINT reconciled_log_pkey PRIMARY KEY (service)
);

CREATE TABLE reconciliation_gap (
    id text NOT NULL,
    kind text NOT NULL,
    service text NOT NULL,
    source_event text NOT NULL,
    rule text NOT NULL,
    member text NOT NULL,
    amount bigint NOT NULL,
    transfer text,
    found_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    CONSTRAINT reconciliation_gap_kind CHECK ((kind = ANY (ARRAY['unpaid'::text, 'unsourced'::text]))),
    CONSTRAINT reconciliation_gap_pkey PRIMARY KEY (id),
    CONSTRAINT reconciliation_gap_transfer CHECK (((kind = 'unsourced'::text) = (transfer IS NOT NULL)))
);

CREATE TABLE redemption (
    id text NOT NULL,
    reward text NOT NULL,
    member text NOT NULL,
    units bigint NOT NULL,
    paid bigint,
    hold text,
    payment text,
    period bigint,
    state text NOT NULL,
    ordered_at bigint NOT NULL,
    closed_at bigint,
    closed_by text,
    tracking text,
    remark text,
    given_for text,
    CONSTRAINT redemption_closed CHECK ((((state = 'ordered'::text) = (closed_at IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
    CONSTRAINT redemption_gift CHECK ((((hold IS NULL) = (paid IS NULL)) AND ((hold IS NULL) = (given_for IS NOT NULL)))),
    CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer(id),
    CONSTRAINT redemption_paid CHECK ((paid > 0)),
    CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer(id),
    CONSTRAINT redemption_payment CHECK (((payment IS NULL) = ((hold IS NULL) OR (state = ANY (ARRAY['ordered'::text, 'cancelled'::text]))))),
    CONSTRAINT redemption_pkey PRIMARY KEY (id),
    CONSTRAINT redemption_remark CHECK (((remark IS NULL) OR (state = ANY (ARRAY['cancelled'::text, 'returned'::text])))),
    CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT redemption_state CHECK ((state = ANY (ARRAY['ordered'::text, 'shipped'::text, 'delivered'::text, 'cancelled'::text, 'returned'::text]))),
    CONSTRAINT redemption_units CHECK ((units > 0))
);

CREATE TABLE refused_transfer (
    transfer text NOT NULL,
    account text,
    bound bigint,
    CONSTRAINT refused_transfer_of FOREIGN KEY (transfer) REFERENCES transfer(id),
    CONSTRAINT refused_transfer_pkey PRIMARY KEY (transfer)
);

CREATE TABLE restock (
    id text NOT NULL,
    reward text NOT NULL,
    pieces bigint NOT NULL,
    added_by text NOT NULL,
    added_at bigint NOT NULL,
    CONSTRAINT restock_pieces CHECK ((pieces > 0)),
    CONSTRAINT restock_pkey PRIMARY KEY (id),
    CONSTRAINT restock_reward FOREIGN KEY (reward) REFERENCES reward(id)
);

CREATE TABLE revoked_session (
    session text NOT NULL,
    tokens_expire bigint NOT NULL,
    CONSTRAINT revoked_session_pkey PRIMARY KEY (session)
);

CREATE TABLE reward (
    id text NOT NULL,
    title text NOT NULL,
    description text,
    language text,
    kind text NOT NULL,
    price bigint NOT NULL,
    asset text NOT NULL,
    stock bigint,
    on_hand bigint,
    taken bigint NOT NULL,
    per_member bigint,
    period_pieces bigint,
    period text,
    customer_types text,
    minimum_level text,
    starts_at bigint NOT NULL,
    ends_at bigint,
    offered_by text NOT NULL,
    offered_at bigint NOT NULL,
    withdrawn_at bigint,
    withdrawn_by text,
    CONSTRAINT reward_end CHECK ((ends_at > starts_at)),
    CONSTRAINT reward_on_hand CHECK ((on_hand >= 0)),
    CONSTRAINT reward_per_member CHECK ((per_member > 0)),
    CONSTRAINT reward_per_period CHECK ((period_pieces > 0)),
    CONSTRAINT reward_period CHECK (((period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text])) AND ((period IS NULL) = (period_pieces IS NULL)))),
    CONSTRAINT reward_pkey PRIMARY KEY (id),
    CONSTRAINT reward_price CHECK ((price > 0)),
    CONSTRAINT reward_stock CHECK ((((stock IS NULL) = (on_hand IS NULL)) AND ((on_hand + taken) = stock))),
    CONSTRAINT reward_taken CHECK ((taken >= 0)),
    CONSTRAINT reward_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);

CREATE TABLE reward_picture (
    reward text NOT NULL,
    place bigint NOT NULL,
    link text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT reward_picture_pkey PRIMARY KEY (reward, place),
    CONSTRAINT reward_picture_reward FOREIGN KEY (reward) REFERENCES reward(id),
    CONSTRAINT reward_picture_size CHECK ((size > 0))
);

CREATE TABLE reward_text (
    reward text NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    description text,
    CONSTRAINT reward_text_pkey PRIMARY KEY (reward, language),
    CONSTRAINT reward_text_reward FOREIGN KEY (reward) REFERENCES reward(id)
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
    terms text NOT NULL,
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

CREATE TABLE skipped_award (
    source_event text NOT NULL,
    rule text NOT NULL,
    version bigint NOT NULL,
    member text NOT NULL,
    reason text NOT NULL,
    skipped_at bigint NOT NULL,
    CONSTRAINT skipped_award_pkey PRIMARY KEY (source_event, rule, member),
    CONSTRAINT skipped_award_rule FOREIGN KEY (rule, version) REFERENCES rule_version(rule, version)
);

CREATE TABLE staff_member (
    member text NOT NULL,
    CONSTRAINT staff_member_pkey PRIMARY KEY (member)
);

CREATE TABLE staff_task (
    id text NOT NULL,
    kind text NOT NULL,
    member text NOT NULL,
    idea text,
    redemption text,
    due_at bigint NOT NULL,
    done_at bigint,
    done_by text,
    note text,
    CONSTRAINT staff_task_done CHECK (((done_at IS NULL) = (done_by IS NULL))),
    CONSTRAINT staff_task_kind CHECK ((kind = ANY (ARRAY['thankYouCall'::text, 'handOver'::text]))),
    CONSTRAINT staff_task_pkey PRIMARY KEY (id),
    CONSTRAINT staff_task_redemption FOREIGN KEY (redemption) REFERENCES redemption(id),
    CONSTRAINT staff_task_subject CHECK ((((kind = 'thankYouCall'::text) = (idea IS NOT NULL)) AND ((kind = 'handOver'::text) = (redemption IS NOT NULL))))
);

CREATE TABLE standing_cursor (
    id bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT standing_cursor_only CHECK ((id = 1)),
    CONSTRAINT standing_cursor_pkey PRIMARY KEY (id)
);

CREATE TABLE standing_due (
    member text NOT NULL,
    marks bigint NOT NULL,
    CONSTRAINT standing_due_pkey PRIMARY KEY (member)
);

CREATE TABLE test_attempt (
    member text NOT NULL,
    course text NOT NULL,
    attempt bigint NOT NULL,
    right_answers bigint NOT NULL,
    passed boolean NOT NULL,
    sat_at bigint NOT NULL,
    CONSTRAINT test_attempt_course FOREIGN KEY (course) REFERENCES course(id),
    CONSTRAINT test_attempt_number CHECK ((attempt > 0)),
    CONSTRAINT test_attempt_pkey PRIMARY KEY (member, course, attempt)
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
    CONSTRAINT transfer_kind CHECK ((kind = ANY (ARRAY['award'::text, 'release'::text, 'hold'::text, 'post'::text, 'void'::text, 'lapse'::text, 'payment'::text, 'refund'::text, 'expiry'::text, 'gift'::text, 'reversal'::text, 'debt'::text, 'settlement'::text, 'funding'::text, 'withdrawal'::text, 'payout'::text, 'payback'::text]))),
    CONSTRAINT transfer_opened_by FOREIGN KEY (ends) REFERENCES transfer(id),
    CONSTRAINT transfer_original FOREIGN KEY (reverses) REFERENCES transfer(id),
    CONSTRAINT transfer_pkey PRIMARY KEY (id),
    CONSTRAINT transfer_refused CHECK (((refusal IS NULL) = (debit IS NOT NULL))),
    CONSTRAINT transfer_reverses CHECK (((kind = ANY (ARRAY['refund'::text, 'reversal'::text, 'debt'::text, 'payback'::text])) = (reverses IS NOT NULL))),
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

CREATE INDEX adjustment_member ON public.adjustment USING btree (member, id);

CREATE INDEX adjustment_pending ON public.adjustment USING btree (id) WHERE (state = 'pending'::text);

CREATE UNIQUE INDEX booking_ticket ON public.booking USING btree (lecture, ticket);

CREATE INDEX certificate_member ON public.certificate USING btree (member, id);

CREATE INDEX contribution_campaign ON public.contribution USING btree (campaign, source_event) WHERE (campaign IS NOT NULL);

CREATE INDEX contribution_member ON public.contribution USING btree (member, event, happened_at);

CREATE UNIQUE INDEX coupon_digest ON public.coupon USING btree (digest);

CREATE INDEX coupon_free ON public.coupon USING btree (pool, id) WHERE (member IS NULL);

CREATE INDEX coupon_member ON public.coupon USING btree (member, id) WHERE (member IS NOT NULL);

CREATE UNIQUE INDEX coupon_pool_of_reward ON public.coupon_pool USING btree (reward) WHERE (reward IS NOT NULL);

CREATE INDEX coupon_with ON public.coupon USING btree (redemption) WHERE (redemption IS NOT NULL);

CREATE INDEX draw_called_off ON public.draw USING btree (id) WHERE (state = 'cancelled'::text);

CREATE INDEX draw_due ON public.draw USING btree (entries_until) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX draw_entry_paid ON public.draw_entry USING btree (payment) WHERE (payment IS NOT NULL);

CREATE UNIQUE INDEX draw_winner_once ON public.draw_winner USING btree (draw, member);

CREATE INDEX earning_event_contributor ON public.earning_event USING btree (contributor) WHERE (contributor IS NOT NULL);

CREATE INDEX earning_event_order ON public.earning_event USING btree (event, log_position, happened_at, id);

CREATE UNIQUE INDEX entry_transfer ON public.entry USING btree (transfer, account);

CREATE UNIQUE INDEX event_log_position ON public.event_log USING btree ("position");

CREATE INDEX event_log_unnumbered ON public.event_log USING btree (stamp) WHERE ("position" IS NULL);

CREATE INDEX gift_rule_event ON public.gift_rule USING btree (event);

CREATE UNIQUE INDEX given_once ON public.given USING btree (rule_key, member, source_event) WHERE (rule_key IS NOT NULL);

CREATE INDEX idempotent_call_age ON public.idempotent_call USING btree (called_at);

CREATE INDEX joining_inviter ON public.joining USING btree (inviter) WHERE (inviter IS NOT NULL);

CREATE INDEX joining_time ON public.joining USING btree (registered_at);

CREATE INDEX joining_waiting ON public.joining USING btree (member) WHERE (state = 'completed'::text);

CREATE INDEX level_grant_member ON public.level_grant USING btree (member, ends_at);

CREATE INDEX lot_due ON public.lot USING btree (expires_at) WHERE (remaining > held);

CREATE UNIQUE INDEX lot_gift ON public.lot USING btree (transfer, origin) WHERE (origin IS NOT NULL);

CREATE INDEX lot_hold_lot ON public.lot_hold USING btree (lot);

CREATE INDEX lot_open ON public.lot USING btree (account, expires_at, id) WHERE (remaining > held);

CREATE UNIQUE INDEX lot_transfer ON public.lot USING btree (transfer) WHERE (origin IS NULL);

CREATE INDEX lot_use_history ON public.lot_use USING btree (lot);

CREATE INDEX member_device_member ON public.member_device USING btree (member);

CREATE INDEX member_level_programme ON public.member_level USING btree (programme);

CREATE INDEX member_level_review ON public.member_level USING btree (review_on) WHERE (review_on IS NOT NULL);

CREATE INDEX open_transfer_due ON public.open_transfer USING btree (due_at, transfer) WHERE (due_at IS NOT NULL);

CREATE INDEX open_transfer_on ON public.open_transfer USING btree (account);

CREATE INDEX outlay_asked_by ON public.outlay USING btree (requested_by, id);

CREATE UNIQUE INDEX outlay_open ON public.outlay USING btree (for_group, activity) WHERE (state = 'requested'::text);

CREATE UNIQUE INDEX outlay_paid_with ON public.outlay USING btree (payout) WHERE (payout IS NOT NULL);

CREATE INDEX parked_event_age ON public.parked_event USING btree (parked_at, event);

CREATE UNIQUE INDEX redemption_hold ON public.redemption USING btree (hold) WHERE (hold IS NOT NULL);

CREATE INDEX redemption_member ON public.redemption USING btree (member, id);

CREATE INDEX redemption_open ON public.redemption USING btree (id) WHERE (state = 'ordered'::text);

CREATE UNIQUE INDEX redemption_paid_with ON public.redemption USING btree (payment) WHERE (payment IS NOT NULL);

CREATE INDEX restock_of ON public.restock USING btree (reward);

CREATE UNIQUE INDEX rule_by_key ON public.rule USING btree (rule_key);

CREATE INDEX rule_version_event ON public.rule_version USING btree (event);

CREATE INDEX skipped_award_member ON public.skipped_award USING btree (member);

CREATE UNIQUE INDEX staff_task_idea ON public.staff_task USING btree (idea) WHERE (idea IS NOT NULL);

CREATE INDEX staff_task_open ON public.staff_task USING btree (due_at, id) WHERE (done_at IS NULL);

CREATE UNIQUE INDEX staff_task_redemption_once ON public.staff_task USING btree (redemption) WHERE (redemption IS NOT NULL);

CREATE UNIQUE INDEX transfer_award ON public.transfer USING btree (source_event, rule, credit) WHERE (rule IS NOT NULL);

CREATE INDEX transfer_earned ON public.transfer USING btree (asset, happened_at) WHERE (kind = ANY (ARRAY['award'::text, 'release'::text]));

CREATE INDEX transfer_earned_by ON public.transfer USING btree (credit, happened_at) WHERE (kind = ANY (ARRAY['award'::text, 'release'::text]));

CREATE UNIQUE INDEX transfer_end ON public.transfer USING btree (ends) WHERE ((ends IS NOT NULL) AND (refusal IS NULL));

CREATE INDEX transfer_reversal ON public.transfer USING btree (reverses) WHERE (reverses IS NOT NULL);

CREATE TRIGGER entry_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER lot_hold_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lot_hold FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER lot_use_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lot_use FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER rule_version_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rule_version FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER transfer_is_final BEFORE DELETE OR UPDATE OF id, fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event, actor, reverses, ends, due_at, refusal, happened_at, created_at OR TRUNCATE ON public.transfer FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final();

CREATE TRIGGER transfer_words_are_final BEFORE UPDATE OF reason ON public.transfer FOR EACH ROW WHEN (((new.reason IS DISTINCT FROM 'Erased.'::text) OR (old.reason IS NULL))) EXECUTE FUNCTION journal_is_final();

CREATE OR REPLACE FUNCTION public.journal_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RAISE EXCEPTION 'the journal is final'; END$function$;
