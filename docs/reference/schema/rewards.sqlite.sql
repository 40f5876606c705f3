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
        'clawback', 'activity'
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

CREATE TABLE adjustment (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    asset TEXT NOT NULL,
    direction TEXT NOT NULL,
    amount BIGINT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT,
    remark TEXT,
    transfer TEXT,
    CONSTRAINT adjustment_direction CHECK (direction IN ('give', 'take')),
    CONSTRAINT adjustment_amount CHECK (amount > 0),
    CONSTRAINT adjustment_state CHECK (state IN ('pending', 'made', 'rejected')),
    CONSTRAINT adjustment_made CHECK ((state = 'made') = (transfer IS NOT NULL)),
    CONSTRAINT adjustment_rejected CHECK (state <> 'rejected' OR decided_by IS NOT NULL),
    CONSTRAINT adjustment_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT adjustment_by_two CHECK (decided_by <> asked_by),
    CONSTRAINT adjustment_transfer FOREIGN KEY (transfer) REFERENCES transfer (id)
);

CREATE TABLE allotment (
    reward TEXT NOT NULL,
    member TEXT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (reward, member),
    CONSTRAINT allotment_units CHECK (units >= 0),
    CONSTRAINT allotment_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE allotment_period (
    reward TEXT NOT NULL,
    member TEXT NOT NULL,
    starts_on BIGINT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (reward, member, starts_on),
    CONSTRAINT allotment_period_units CHECK (units >= 0),
    CONSTRAINT allotment_period_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE allowance (
    rule TEXT NOT NULL,
    member TEXT NOT NULL,
    stretch TEXT NOT NULL,
    awards BIGINT NOT NULL,
    PRIMARY KEY (rule, member, stretch),
    CONSTRAINT allowance_awards CHECK (awards > 0),
    CONSTRAINT allowance_rule FOREIGN KEY (rule) REFERENCES rule (id)
);

CREATE TABLE badge (
    badge_key TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL
);

CREATE TABLE booking (
    lecture TEXT NOT NULL,
    member TEXT NOT NULL,
    state TEXT NOT NULL,
    ticket BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (lecture, member),
    CONSTRAINT booking_state CHECK (state IN ('booked', 'waiting', 'cancelled', 'attended', 'missed')),
    CONSTRAINT booking_lecture FOREIGN KEY (lecture) REFERENCES lecture (id)
);

CREATE TABLE certificate (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    course TEXT NOT NULL,
    kid TEXT NOT NULL,
    token TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    revoked_by TEXT,
    revoke_reason TEXT,
    CONSTRAINT certificate_revoked CHECK (
        (revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL)
    ),
    CONSTRAINT certificate_signed FOREIGN KEY (kid) REFERENCES certificate_key (kid)
);

CREATE TABLE certificate_key (
    kid TEXT NOT NULL PRIMARY KEY,
    public_key TEXT NOT NULL,
    since BIGINT NOT NULL
);

CREATE TABLE collection (
    collection_key TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL
);

CREATE TABLE contribution (
    source_event TEXT NOT NULL,
    member TEXT NOT NULL,
    event TEXT NOT NULL,
    campaign TEXT,
    happened_at BIGINT NOT NULL,
    PRIMARY KEY (source_event, member)
);

CREATE TABLE coupon (
    id TEXT NOT NULL PRIMARY KEY,
    pool TEXT NOT NULL,
    import TEXT NOT NULL,
    digest TEXT NOT NULL,
    sealed TEXT NOT NULL,
    member TEXT,
    redemption TEXT,
    expires_at BIGINT,
    used_at BIGINT,
    used_by TEXT,
    used_note TEXT,
    taken_back_at BIGINT,
    CONSTRAINT coupon_used CHECK ((used_at IS NULL) = (used_by IS NULL)),
    CONSTRAINT coupon_end CHECK (used_at IS NULL OR taken_back_at IS NULL),
    CONSTRAINT coupon_ordered CHECK (redemption IS NULL OR member IS NOT NULL),
    CONSTRAINT coupon_taken_back CHECK (taken_back_at IS NULL OR redemption IS NOT NULL),
    CONSTRAINT coupon_pool_of FOREIGN KEY (pool) REFERENCES coupon_pool (id),
    CONSTRAINT coupon_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
);

CREATE TABLE coupon_pool (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    reward TEXT,
    is_locked BOOLEAN NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    CONSTRAINT coupon_pool_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE course (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    document TEXT NOT NULL,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL
);

CREATE TABLE course_completion (
    member TEXT NOT NULL,
    course TEXT NOT NULL,
    completed_at BIGINT NOT NULL,
    certificate TEXT NOT NULL,
    PRIMARY KEY (member, course),
    CONSTRAINT course_completion_course FOREIGN KEY (course) REFERENCES course (id),
    CONSTRAINT course_completion_certificate FOREIGN KEY (certificate) REFERENCES certificate (id)
);

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
);

CREATE TABLE draw_entry (
    draw TEXT NOT NULL,
    member TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    payment TEXT,
    PRIMARY KEY (draw, member),
    CONSTRAINT draw_entry_payment FOREIGN KEY (payment) REFERENCES transfer (id),
    CONSTRAINT draw_entry_draw FOREIGN KEY (draw) REFERENCES draw (id)
);

CREATE TABLE draw_source (
    draw TEXT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT NOT NULL,
    numbers TEXT,
    PRIMARY KEY (draw, place),
    CONSTRAINT draw_source_draw FOREIGN KEY (draw) REFERENCES draw (id)
);

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
);

CREATE TABLE earning_event (
    id TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL,
    log_position BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    campaign TEXT,
    member_group TEXT,
    contributor TEXT,
    content TEXT NOT NULL,
    withdrawn_at BIGINT,
    CONSTRAINT earning_event_position CHECK (log_position >= 0)
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
    opened TEXT,
    PRIMARY KEY (account, version),
    CONSTRAINT entry_end UNIQUE (account, version, balance_after),
    CONSTRAINT entry_sum CHECK ((delta <> 0 OR held <> 0) AND balance_after = balance_before + delta),
    CONSTRAINT entry_order CHECK (
        CASE WHEN previous IS NULL THEN version = 1 AND balance_before = 0 ELSE version = previous + 1 END
    ),
    CONSTRAINT entry_opening CHECK (
        CASE WHEN previous IS NULL THEN opened IS NOT NULL AND opened = account ELSE opened IS NULL END
    ),
    CONSTRAINT entry_account FOREIGN KEY (opened) REFERENCES account (id),
    CONSTRAINT entry_of_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT entry_chain FOREIGN KEY (account, previous, balance_before)
        REFERENCES entry (account, version, balance_after)
);

CREATE TABLE erasure (
    member TEXT NOT NULL PRIMARY KEY,
    erased_at BIGINT NOT NULL,
    erased_by TEXT NOT NULL,
    records BIGINT NOT NULL
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

CREATE TABLE gift_rule (
    rule_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    event TEXT NOT NULL,
    receiver TEXT NOT NULL,
    reward TEXT NOT NULL,
    per_member BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL,
    PRIMARY KEY (rule_key, version),
    CONSTRAINT gift_rule_version CHECK (version > 0),
    CONSTRAINT gift_rule_per_member CHECK (per_member > 0),
    CONSTRAINT gift_rule_start CHECK (starts_at >= defined_at),
    CONSTRAINT gift_rule_end CHECK (ends_at >= starts_at),
    CONSTRAINT gift_rule_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE given (
    redemption TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    giver TEXT,
    rule_key TEXT,
    rule_version BIGINT,
    source_event TEXT,
    CONSTRAINT given_by CHECK ((giver IS NULL) <> (rule_key IS NULL)),
    CONSTRAINT given_by_rule
        CHECK ((rule_key IS NULL) = (rule_version IS NULL) AND (rule_key IS NULL) = (source_event IS NULL)),
    CONSTRAINT given_redemption FOREIGN KEY (redemption) REFERENCES redemption (id),
    CONSTRAINT given_rule FOREIGN KEY (rule_key, rule_version) REFERENCES gift_rule (rule_key, version)
);

CREATE TABLE hidden_member (member TEXT NOT NULL PRIMARY KEY);

CREATE TABLE idempotent_call (
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    call_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    reply TEXT,
    called_at BIGINT NOT NULL,
    PRIMARY KEY (subject, method, call_key)
);

CREATE TABLE joining (
    member TEXT NOT NULL PRIMARY KEY,
    inviter TEXT,
    state TEXT NOT NULL,
    objection TEXT,
    registered_at BIGINT NOT NULL,
    completed_at BIGINT,
    qualified_at BIGINT,
    qualified_event TEXT,
    CONSTRAINT joining_state CHECK (state IN (
        'registered', 'completed', 'qualified', 'rewarded', 'refused'
    )),
    CONSTRAINT joining_objection CHECK ((state = 'refused') = (objection IS NOT NULL)),
    CONSTRAINT joining_order CHECK (
        (state NOT IN ('completed', 'qualified', 'rewarded') OR completed_at IS NOT NULL)
        AND (state NOT IN ('qualified', 'rewarded') OR qualified_at IS NOT NULL)
        AND (state <> 'rewarded' OR inviter IS NOT NULL)
    )
);

CREATE TABLE lecture (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    speaker TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    places BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    tickets BIGINT NOT NULL,
    announced_by TEXT NOT NULL,
    announced_at BIGINT NOT NULL,
    CONSTRAINT lecture_end CHECK (ends_at > starts_at),
    CONSTRAINT lecture_taken CHECK (taken BETWEEN 0 AND places)
);

CREATE TABLE lesson_done (
    member TEXT NOT NULL,
    course TEXT NOT NULL,
    lesson BIGINT NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (member, course, lesson),
    CONSTRAINT lesson_done_course FOREIGN KEY (course) REFERENCES course (id)
);

CREATE TABLE level_grant (
    id TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    level_key TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    ended_by TEXT,
    end_reason TEXT,
    CONSTRAINT level_grant_end CHECK (ends_at >= starts_at),
    CONSTRAINT level_grant_ended CHECK ((ended_by IS NULL) = (end_reason IS NULL))
);

CREATE TABLE level_programme (
    version BIGINT NOT NULL PRIMARY KEY,
    starts_on BIGINT NOT NULL,
    document TEXT NOT NULL,
    defined_by TEXT NOT NULL,
    defined_at BIGINT NOT NULL,
    CONSTRAINT level_programme_version CHECK (version > 0)
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

CREATE TABLE member_badge (
    member TEXT NOT NULL,
    badge TEXT NOT NULL,
    grade BIGINT NOT NULL,
    given_at BIGINT NOT NULL,
    counted BIGINT,
    evidence TEXT,
    given_by TEXT,
    reason TEXT,
    revoked_at BIGINT,
    revoked_by TEXT,
    revoke_reason TEXT,
    PRIMARY KEY (member, badge, grade),
    CONSTRAINT member_badge_grade CHECK (grade > 0),
    CONSTRAINT member_badge_hand CHECK ((given_by IS NULL) = (reason IS NULL)),
    CONSTRAINT member_badge_cause CHECK ((given_by IS NULL) <> (counted IS NULL)),
    CONSTRAINT member_badge_revoked CHECK (
        (revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL)
    ),
    CONSTRAINT member_badge_of FOREIGN KEY (badge) REFERENCES badge (badge_key)
);

CREATE TABLE member_collection (
    member TEXT NOT NULL,
    collection TEXT NOT NULL,
    completed_at BIGINT NOT NULL,
    PRIMARY KEY (member, collection),
    CONSTRAINT member_collection_of FOREIGN KEY (collection) REFERENCES collection (collection_key)
);

CREATE TABLE member_customer_type (
    member TEXT NOT NULL PRIMARY KEY,
    customer_type TEXT NOT NULL
);

CREATE TABLE member_device (
    member TEXT NOT NULL,
    device TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (device, member)
);

CREATE TABLE member_item (
    member TEXT NOT NULL,
    collection TEXT NOT NULL,
    item TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    given_by TEXT,
    reason TEXT,
    PRIMARY KEY (member, collection, item),
    CONSTRAINT member_item_hand CHECK ((given_by IS NULL) = (reason IS NULL)),
    CONSTRAINT member_item_of FOREIGN KEY (collection) REFERENCES collection (collection_key)
);

CREATE TABLE member_level (
    member TEXT NOT NULL PRIMARY KEY,
    level_key TEXT,
    programme BIGINT NOT NULL,
    review_on BIGINT,
    noticed_end BIGINT
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

CREATE TABLE outlay (
    id TEXT NOT NULL PRIMARY KEY,
    for_group TEXT NOT NULL,
    activity TEXT NOT NULL,
    amount BIGINT NOT NULL,
    asset TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT,
    remark TEXT,
    payout TEXT,
    CONSTRAINT outlay_amount CHECK (amount > 0),
    CONSTRAINT outlay_state CHECK (state IN ('requested', 'paid', 'rejected')),
    CONSTRAINT outlay_decided
        CHECK ((state = 'requested') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT outlay_four_eyes CHECK (decided_by <> requested_by),
    CONSTRAINT outlay_paid CHECK ((state = 'paid') = (payout IS NOT NULL)),
    CONSTRAINT outlay_rejected CHECK (state <> 'rejected' OR remark IS NOT NULL),
    CONSTRAINT outlay_payout FOREIGN KEY (payout) REFERENCES transfer (id)
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

CREATE TABLE reconciled_log (
    service TEXT NOT NULL PRIMARY KEY,
    reconciled_at BIGINT NOT NULL,
    through BIGINT NOT NULL,
    events BIGINT NOT NULL
);

CREATE TABLE reconciliation_gap (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    source_event TEXT NOT NULL,
    rule TEXT NOT NULL,
    member TEXT NOT NULL,
    amount BIGINT NOT NULL,
    transfer TEXT,
    found_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    CONSTRAINT reconciliation_gap_kind CHECK (kind IN ('unpaid', 'unsourced')),
    CONSTRAINT reconciliation_gap_transfer CHECK ((kind = 'unsourced') = (transfer IS NOT NULL))
);

CREATE TABLE redemption (
    id TEXT NOT NULL PRIMARY KEY,
    reward TEXT NOT NULL,
    member TEXT NOT NULL,
    units BIGINT NOT NULL,
    paid BIGINT,
    hold TEXT,
    payment TEXT,
    period BIGINT,
    state TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by TEXT,
    tracking TEXT,
    remark TEXT,
    given_for TEXT,
    CONSTRAINT redemption_units CHECK (units > 0),
    CONSTRAINT redemption_paid CHECK (paid > 0),
    CONSTRAINT redemption_state CHECK (
        state IN ('ordered', 'shipped', 'delivered', 'cancelled', 'returned')
    ),
    CONSTRAINT redemption_closed
        CHECK ((state = 'ordered') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT redemption_gift
        CHECK ((hold IS NULL) = (paid IS NULL) AND (hold IS NULL) = (given_for IS NOT NULL)),
    CONSTRAINT redemption_payment
        CHECK ((payment IS NULL) = (hold IS NULL OR state IN ('ordered', 'cancelled'))),
    CONSTRAINT redemption_remark CHECK (remark IS NULL OR state IN ('cancelled', 'returned')),
    CONSTRAINT redemption_reward FOREIGN KEY (reward) REFERENCES reward (id),
    CONSTRAINT redemption_held_by FOREIGN KEY (hold) REFERENCES transfer (id),
    CONSTRAINT redemption_paid_by FOREIGN KEY (payment) REFERENCES transfer (id)
);

CREATE TABLE refused_transfer (
    transfer TEXT NOT NULL PRIMARY KEY,
    account TEXT,
    bound BIGINT,
    CONSTRAINT refused_transfer_of FOREIGN KEY (transfer) REFERENCES transfer (id)
);

CREATE TABLE restock (
    id TEXT NOT NULL PRIMARY KEY,
    reward TEXT NOT NULL,
    pieces BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    CONSTRAINT restock_pieces CHECK (pieces > 0),
    CONSTRAINT restock_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE revoked_session (session TEXT NOT NULL PRIMARY KEY, tokens_expire BIGINT NOT NULL);

CREATE TABLE reward (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT,
    language TEXT,
    kind TEXT NOT NULL,
    price BIGINT NOT NULL,
    asset TEXT NOT NULL,
    stock BIGINT,
    on_hand BIGINT,
    taken BIGINT NOT NULL,
    per_member BIGINT,
    period_pieces BIGINT,
    period TEXT,
    customer_types TEXT,
    minimum_level TEXT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    offered_by TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    CONSTRAINT reward_price CHECK (price > 0),
    CONSTRAINT reward_taken CHECK (taken >= 0),
    CONSTRAINT reward_on_hand CHECK (on_hand >= 0),
    CONSTRAINT reward_stock CHECK ((stock IS NULL) = (on_hand IS NULL) AND on_hand + taken = stock),
    CONSTRAINT reward_per_member CHECK (per_member > 0),
    CONSTRAINT reward_per_period CHECK (period_pieces > 0),
    CONSTRAINT reward_period
        CHECK (period IN ('day', 'week', 'month') AND (period IS NULL) = (period_pieces IS NULL)),
    CONSTRAINT reward_end CHECK (ends_at > starts_at),
    CONSTRAINT reward_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

CREATE TABLE reward_picture (
    reward TEXT NOT NULL,
    place BIGINT NOT NULL,
    link TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (reward, place),
    CONSTRAINT reward_picture_size CHECK (size > 0),
    CONSTRAINT reward_picture_reward FOREIGN KEY (reward) REFERENCES reward (id)
);

CREATE TABLE reward_text (
    reward TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT,
    PRIMARY KEY (reward, language),
    CONSTRAINT reward_text_reward FOREIGN KEY (reward) REFERENCES reward (id)
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
    terms TEXT NOT NULL,
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

CREATE TABLE skipped_award (
    source_event TEXT NOT NULL,
    rule TEXT NOT NULL,
    version BIGINT NOT NULL,
    member TEXT NOT NULL,
    reason TEXT NOT NULL,
    skipped_at BIGINT NOT NULL,
    PRIMARY KEY (source_event, rule, member),
    CONSTRAINT skipped_award_rule FOREIGN KEY (rule, version) REFERENCES rule_version (rule, version)
);

CREATE TABLE staff_member (member TEXT NOT NULL PRIMARY KEY);

CREATE TABLE staff_task (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    member TEXT NOT NULL,
    idea TEXT,
    redemption TEXT,
    due_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by TEXT,
    note TEXT,
    CONSTRAINT staff_task_kind CHECK (kind IN ('thankYouCall', 'handOver')),
    CONSTRAINT staff_task_subject
        CHECK ((kind = 'thankYouCall') = (idea IS NOT NULL) AND (kind = 'handOver') = (redemption IS NOT NULL)),
    CONSTRAINT staff_task_done CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CONSTRAINT staff_task_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
);

CREATE TABLE standing_cursor (
    id BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    CONSTRAINT standing_cursor_only CHECK (id = 1)
);

CREATE TABLE standing_due (
    member TEXT NOT NULL PRIMARY KEY,
    marks BIGINT NOT NULL
);

CREATE TABLE test_attempt (
    member TEXT NOT NULL,
    course TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    right_answers BIGINT NOT NULL,
    passed BOOLEAN NOT NULL,
    sat_at BIGINT NOT NULL,
    PRIMARY KEY (member, course, attempt),
    CONSTRAINT test_attempt_number CHECK (attempt > 0),
    CONSTRAINT test_attempt_course FOREIGN KEY (course) REFERENCES course (id)
);

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
        'debt', 'settlement', 'funding', 'withdrawal', 'payout', 'payback'
    )),
    CONSTRAINT transfer_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
    CONSTRAINT transfer_accounts CHECK ((debit IS NULL) = (credit IS NULL)),
    CONSTRAINT transfer_refused CHECK ((refusal IS NULL) = (debit IS NOT NULL)),
    CONSTRAINT transfer_sides CHECK (debit <> credit),
    CONSTRAINT transfer_by_rule
        CHECK ((rule IS NULL) = (rule_version IS NULL) AND (rule IS NULL) = (source_event IS NULL)),
    CONSTRAINT transfer_by_hand CHECK ((actor IS NULL) = (reason IS NULL)),
    CONSTRAINT transfer_cause CHECK (kind <> 'award' OR (rule IS NULL) <> (actor IS NULL)),
    CONSTRAINT transfer_reverses CHECK (
        (kind IN ('refund', 'reversal', 'debt', 'payback')) = (reverses IS NOT NULL)
    ),
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

CREATE INDEX adjustment_member ON adjustment (member, id);

CREATE INDEX adjustment_pending ON adjustment (id) WHERE state = 'pending';

CREATE UNIQUE INDEX booking_ticket ON booking (lecture, ticket);

CREATE INDEX certificate_member ON certificate (member, id);

CREATE INDEX contribution_campaign ON contribution (campaign, source_event) WHERE campaign IS NOT NULL;

CREATE INDEX contribution_member ON contribution (member, event, happened_at);

CREATE UNIQUE INDEX coupon_digest ON coupon (digest);

CREATE INDEX coupon_free ON coupon (pool, id) WHERE member IS NULL;

CREATE INDEX coupon_member ON coupon (member, id) WHERE member IS NOT NULL;

CREATE UNIQUE INDEX coupon_pool_of_reward ON coupon_pool (reward) WHERE reward IS NOT NULL;

CREATE INDEX coupon_with ON coupon (redemption) WHERE redemption IS NOT NULL;

CREATE INDEX draw_called_off ON draw (id) WHERE state = 'cancelled';

CREATE INDEX draw_due ON draw (entries_until) WHERE state = 'open';

CREATE UNIQUE INDEX draw_entry_paid ON draw_entry (payment) WHERE payment IS NOT NULL;

CREATE UNIQUE INDEX draw_winner_once ON draw_winner (draw, member);

CREATE INDEX earning_event_contributor ON earning_event (contributor) WHERE contributor IS NOT NULL;

CREATE INDEX earning_event_order ON earning_event (event, log_position, happened_at, id);

CREATE UNIQUE INDEX entry_transfer ON entry (transfer, account);

CREATE UNIQUE INDEX event_log_position ON event_log (position);

CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL;

CREATE INDEX gift_rule_event ON gift_rule (event);

CREATE UNIQUE INDEX given_once ON given (rule_key, member, source_event) WHERE rule_key IS NOT NULL;

CREATE INDEX idempotent_call_age ON idempotent_call (called_at);

CREATE INDEX joining_inviter ON joining (inviter) WHERE inviter IS NOT NULL;

CREATE INDEX joining_time ON joining (registered_at);

CREATE INDEX joining_waiting ON joining (member) WHERE state = 'completed';

CREATE INDEX level_grant_member ON level_grant (member, ends_at);

CREATE INDEX lot_due ON lot (expires_at) WHERE remaining > held;

CREATE UNIQUE INDEX lot_gift ON lot (transfer, origin) WHERE origin IS NOT NULL;

CREATE INDEX lot_hold_lot ON lot_hold (lot);

CREATE INDEX lot_open ON lot (account, expires_at, id) WHERE remaining > held;

CREATE UNIQUE INDEX lot_transfer ON lot (transfer) WHERE origin IS NULL;

CREATE INDEX lot_use_history ON lot_use (lot);

CREATE INDEX member_device_member ON member_device (member);

CREATE INDEX member_level_programme ON member_level (programme);

CREATE INDEX member_level_review ON member_level (review_on) WHERE review_on IS NOT NULL;

CREATE INDEX open_transfer_due ON open_transfer (due_at, transfer) WHERE due_at IS NOT NULL;

CREATE INDEX open_transfer_on ON open_transfer (account);

CREATE INDEX outlay_asked_by ON outlay (requested_by, id);

CREATE UNIQUE INDEX outlay_open ON outlay (for_group, activity) WHERE state = 'requested';

CREATE UNIQUE INDEX outlay_paid_with ON outlay (payout) WHERE payout IS NOT NULL;

CREATE INDEX parked_event_age ON parked_event (parked_at, event);

CREATE UNIQUE INDEX redemption_hold ON redemption (hold) WHERE hold IS NOT NULL;

CREATE INDEX redemption_member ON redemption (member, id);

CREATE INDEX redemption_open ON redemption (id) WHERE state = 'ordered';

CREATE UNIQUE INDEX redemption_paid_with ON redemption (payment) WHERE payment IS NOT NULL;

CREATE INDEX restock_of ON restock (reward);

CREATE UNIQUE INDEX rule_by_key ON rule (rule_key);

CREATE INDEX rule_version_event ON rule_version (event);

CREATE INDEX skipped_award_member ON skipped_award (member);

CREATE UNIQUE INDEX staff_task_idea ON staff_task (idea) WHERE idea IS NOT NULL;

CREATE INDEX staff_task_open ON staff_task (due_at, id) WHERE done_at IS NULL;

CREATE UNIQUE INDEX staff_task_redemption_once ON staff_task (redemption) WHERE redemption IS NOT NULL;

CREATE UNIQUE INDEX transfer_award ON transfer (source_event, rule, credit)
WHERE rule IS NOT NULL;

CREATE INDEX transfer_earned ON transfer (asset, happened_at) WHERE kind IN ('award', 'release');

CREATE INDEX transfer_earned_by ON transfer (credit, happened_at) WHERE kind IN ('award', 'release');

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

CREATE TRIGGER transfer_is_final_UPDATE BEFORE UPDATE OF id, fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event, actor, reverses, ends,
due_at, refusal, happened_at, created_at ON transfer
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;

CREATE TRIGGER transfer_words_are_final BEFORE UPDATE OF reason ON transfer
WHEN NEW.reason IS NOT 'Erased.' OR OLD.reason IS NULL
BEGIN SELECT RAISE(ABORT, 'the journal is final'); END;
