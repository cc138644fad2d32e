-- What all migrations make together, up to 0027_undelivered

CREATE FUNCTION gulir_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;

CREATE TABLE account (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    kind character varying(15) NOT NULL,
    balance bigint NOT NULL,
    group_id bigint,
    loan_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT account_balance_check CHECK ((balance >= 0)),
    CONSTRAINT account_kind_check CHECK (((kind)::text = ANY (ARRAY[('fund_cash'::character varying)::text, ('fee_cash'::character varying)::text, ('credit_cash'::character varying)::text, ('treasury'::character varying)::text, ('loan_receivable'::character varying)::text, ('written_off'::character varying)::text, ('fee_remitted'::character varying)::text, ('capital'::character varying)::text, ('fee_income'::character varying)::text, ('group_credit'::character varying)::text])))
);

COMMENT ON TABLE account IS 'An account with its running balance in rupiah, on its natural side never below zero.';

CREATE SEQUENCE account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE account_id_seq OWNED BY account.id;

CREATE TABLE address (
    id bigint NOT NULL,
    channel character varying(16) NOT NULL,
    external_id character varying(140) NOT NULL,
    display_name character varying(160) NOT NULL,
    unreachable_since timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    person_id bigint,
    alias character varying(140),
    window_until_ms bigint,
    undelivered_since timestamp with time zone
);

COMMENT ON TABLE address IS 'One way to reach somebody on one channel, a stranger''s address has no person yet.';

CREATE SEQUENCE address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE address_id_seq OWNED BY address.id;

CREATE TABLE allocation (
    id bigint NOT NULL,
    line bigint NOT NULL,
    component character varying(9) NOT NULL,
    amount bigint NOT NULL,
    entry_id bigint NOT NULL,
    instalment_id bigint,
    loan_id bigint NOT NULL,
    CONSTRAINT allocation_check CHECK (((amount <> 0) AND ((instalment_id IS NULL) = ((component)::text = 'credit'::text)))),
    CONSTRAINT allocation_component_check CHECK (((component)::text = ANY (ARRAY[('fee'::character varying)::text, ('principal'::character varying)::text, ('credit'::character varying)::text]))),
    CONSTRAINT allocation_line_check CHECK ((line > 0))
);

COMMENT ON TABLE allocation IS 'What a share of an entry paid for on a loan, in rupiah, negative where it was taken back.';

CREATE SEQUENCE allocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE allocation_id_seq OWNED BY allocation.id;

CREATE TABLE announcement (
    id bigint NOT NULL,
    state character varying(7) NOT NULL,
    people bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    told_at timestamp with time zone,
    decided_by_id bigint,
    funding_id bigint NOT NULL,
    CONSTRAINT announcement_people_check CHECK ((people >= 0)),
    CONSTRAINT announcement_state_check CHECK (((state)::text = ANY (ARRAY[('preview'::character varying)::text, ('sending'::character varying)::text, ('told'::character varying)::text, ('dropped'::character varying)::text])))
);

COMMENT ON TABLE announcement IS 'The one announcement of a funding to all groups of its programme.';

CREATE SEQUENCE announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE announcement_id_seq OWNED BY announcement.id;

CREATE TABLE application (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number character varying(30) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    purpose character varying(300) NOT NULL,
    amount bigint NOT NULL,
    status character varying(9) NOT NULL,
    granted bigint,
    priority bigint NOT NULL,
    accepted_at timestamp with time zone,
    stands_since timestamp with time zone,
    reason character varying(300) NOT NULL,
    applied_by_id bigint NOT NULL,
    group_id bigint NOT NULL,
    loan_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT application_amount_check CHECK ((amount > 0)),
    CONSTRAINT application_granted_check CHECK ((granted > 0)),
    CONSTRAINT application_priority_check CHECK (((priority >= 1) AND (priority <= 9))),
    CONSTRAINT application_status_check CHECK (((status)::text = ANY (ARRAY[('submitted'::character varying)::text, ('returned'::character varying)::text, ('waiting'::character varying)::text, ('postponed'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text, ('funded'::character varying)::text])))
);

COMMENT ON TABLE application IS 'A group''s wish for capital, and from its acceptance on its place in the queue.';

CREATE TABLE application_file (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    media_id bigint NOT NULL
);

COMMENT ON TABLE application_file IS 'A page of the proposal: a photo or a PDF.';

CREATE SEQUENCE application_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE application_file_id_seq OWNED BY application_file.id;

CREATE SEQUENCE application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE application_id_seq OWNED BY application.id;

CREATE TABLE audit_event (
    id bigint NOT NULL,
    subject character varying(60) NOT NULL,
    deed character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    facts jsonb NOT NULL,
    person_id bigint
);

COMMENT ON TABLE audit_event IS 'One deed, `subject` names the thing, such as `report:17`.';

CREATE SEQUENCE audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE audit_event_id_seq OWNED BY audit_event.id;

CREATE TABLE bank_format (
    id bigint NOT NULL,
    signature character varying(64) NOT NULL,
    columns jsonb NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    confirmed_by_id bigint NOT NULL,
    programme_id bigint NOT NULL
);

COMMENT ON TABLE bank_format IS 'Which columns of a bank''s file hold what, as a treasurer confirmed it once.';

CREATE SEQUENCE bank_format_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE bank_format_id_seq OWNED BY bank_format.id;

CREATE TABLE bank_line (
    id bigint NOT NULL,
    booked_on date NOT NULL,
    amount bigint NOT NULL,
    description character varying(500) NOT NULL,
    reference character varying(120) NOT NULL,
    balance bigint,
    fingerprint character varying(64) NOT NULL,
    settled boolean NOT NULL,
    first_import_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    report_id bigint,
    CONSTRAINT bank_line_amount_check CHECK ((amount > 0))
);

COMMENT ON TABLE bank_line IS 'Money that came in on a programme''s account, matched when it has a report.';

CREATE SEQUENCE bank_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE bank_line_id_seq OWNED BY bank_line.id;

CREATE TABLE beneficiary_group (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(13) NOT NULL,
    village character varying(80) NOT NULL,
    district character varying(80) NOT NULL,
    business character varying(120) NOT NULL,
    member_count bigint NOT NULL,
    status character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT beneficiary_group_kind_check CHECK (((kind)::text = ANY (ARRAY[('kube'::character varying)::text, ('karang_taruna'::character varying)::text, ('fakir_miskin'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT beneficiary_group_member_count_check CHECK ((member_count > 0)),
    CONSTRAINT beneficiary_group_status_check CHECK (((status)::text = ANY (ARRAY[('candidate'::character varying)::text, ('registered'::character varying)::text, ('verified'::character varying)::text, ('inactive'::character varying)::text])))
);

COMMENT ON TABLE beneficiary_group IS 'A group of households that borrows, or waits to borrow, together.';

CREATE SEQUENCE beneficiary_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE beneficiary_group_id_seq OWNED BY beneficiary_group.id;

CREATE TABLE call_task (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    loan_id bigint NOT NULL,
    instalment_id bigint NOT NULL,
    created_on date NOT NULL,
    state character varying(11) NOT NULL,
    posted bigint DEFAULT 0 NOT NULL,
    settled_at_ms bigint,
    group_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT call_task_posted_check CHECK ((posted >= 0)),
    CONSTRAINT call_task_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('called'::character varying)::text, ('promised'::character varying)::text, ('not_reached'::character varying)::text, ('moot'::character varying)::text])))
);

COMMENT ON TABLE call_task IS 'A call that a person is asked to make, because the reminders have come to their end.';

CREATE SEQUENCE call_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE call_task_id_seq OWNED BY call_task.id;

CREATE TABLE chat_move (
    id bigint NOT NULL,
    channel character varying(16) NOT NULL,
    old_chat character varying(140) NOT NULL,
    new_chat character varying(140) NOT NULL,
    moved_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE chat_move IS 'A group that became a supergroup, noted by whoever heard of it first.';

CREATE SEQUENCE chat_move_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE chat_move_id_seq OWNED BY chat_move.id;

CREATE TABLE correction_request (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    amount bigint NOT NULL,
    paid_on date NOT NULL,
    words character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    settled_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    report_id bigint NOT NULL,
    requester_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT correction_request_amount_check CHECK ((amount > 0)),
    CONSTRAINT correction_request_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('proposed'::character varying)::text, ('done'::character varying)::text, ('refused'::character varying)::text, ('void'::character varying)::text])))
);

COMMENT ON TABLE correction_request IS 'A verified report should show this amount and day, in the words of its reporter.';

CREATE SEQUENCE correction_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE correction_request_id_seq OWNED BY correction_request.id;

CREATE TABLE decision (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    subject character varying(60) NOT NULL,
    content jsonb NOT NULL,
    amount bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    status character varying(9) NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    decided_by_id bigint,
    entry_id bigint,
    proposed_by_id bigint NOT NULL,
    CONSTRAINT decision_check CHECK (((amount >= 0) AND (((status)::text <> ALL (ARRAY[('approved'::character varying)::text, ('refused'::character varying)::text])) OR ((decided_by_id IS NOT NULL) AND (decided_by_id <> proposed_by_id))))),
    CONSTRAINT decision_kind_check CHECK (((kind)::text = ANY (ARRAY[('reversal'::character varying)::text, ('reschedule'::character varying)::text, ('write_off'::character varying)::text, ('counter_cash'::character varying)::text, ('capital'::character varying)::text, ('refund'::character varying)::text, ('correction'::character varying)::text, ('recovery'::character varying)::text, ('funding_rule'::character varying)::text]))),
    CONSTRAINT decision_status_check CHECK (((status)::text = ANY (ARRAY[('proposed'::character varying)::text, ('approved'::character varying)::text, ('refused'::character varying)::text, ('expired'::character varying)::text, ('cancelled'::character varying)::text])))
);

COMMENT ON TABLE decision IS 'An order that waits for a second pair of eyes, or what became of it.';

CREATE SEQUENCE decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE decision_id_seq OWNED BY decision.id;

CREATE TABLE delivery (
    id bigint NOT NULL,
    channel character varying(16) NOT NULL,
    external_id character varying(200) NOT NULL,
    outbox_id bigint,
    part integer NOT NULL,
    parts integer NOT NULL,
    rank bigint NOT NULL,
    told_at_ms bigint NOT NULL,
    failed_at_ms bigint,
    trouble character varying(300) NOT NULL,
    CONSTRAINT delivery_rank_check CHECK ((rank >= 0))
);

COMMENT ON TABLE delivery IS 'One message as the network counts it, of which a row of the outbox may have become several.';

CREATE SEQUENCE delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE delivery_id_seq OWNED BY delivery.id;

CREATE TABLE draft (
    id bigint NOT NULL,
    form character varying(60) NOT NULL,
    content jsonb NOT NULL,
    state character varying(9) NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    talk_id character varying(180) NOT NULL,
    CONSTRAINT draft_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('aside'::character varying)::text, ('submitted'::character varying)::text, ('cancelled'::character varying)::text, ('expired'::character varying)::text])))
);

COMMENT ON TABLE draft IS 'The answers given so far, by name. Its id is the id of the inbox row that began it.';

CREATE SEQUENCE draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE draft_id_seq OWNED BY draft.id;

CREATE TABLE field_task (
    id bigint NOT NULL,
    reasons jsonb NOT NULL,
    state character varying(9) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    group_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT field_task_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('done'::character varying)::text, ('dismissed'::character varying)::text])))
);

COMMENT ON TABLE field_task IS 'A visit that is suggested. Its reasons are for the facilitator and staff alone.';

CREATE SEQUENCE field_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE field_task_id_seq OWNED BY field_task.id;

CREATE TABLE funding (
    id bigint NOT NULL,
    tranche bigint NOT NULL,
    tranches bigint NOT NULL,
    amount bigint NOT NULL,
    state character varying(9) NOT NULL,
    cause character varying(60) NOT NULL,
    evidence jsonb NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    approved_at timestamp with time zone,
    paid_on date,
    terms jsonb,
    settled_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    application_id bigint NOT NULL,
    approved_by_id bigint,
    confirmed_by_id bigint,
    loan_id bigint,
    paid_by_id bigint,
    programme_id bigint NOT NULL,
    proof_id bigint,
    CONSTRAINT funding_check CHECK (((amount > 0) AND ((approved_by_id IS NULL) OR ((confirmed_by_id IS NOT NULL) AND (approved_by_id <> confirmed_by_id))))),
    CONSTRAINT funding_state_check CHECK (((state)::text = ANY (ARRAY[('planned'::character varying)::text, ('proposed'::character varying)::text, ('confirmed'::character varying)::text, ('approved'::character varying)::text, ('paid'::character varying)::text, ('postponed'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT funding_tranche_check CHECK ((tranche > 0)),
    CONSTRAINT funding_tranches_check CHECK ((tranches > 0))
);

COMMENT ON TABLE funding IS 'Money on its way to a group: one part (tranche) of what its application was granted.';

CREATE TABLE funding_claim (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    funding_id bigint NOT NULL
);

COMMENT ON TABLE funding_claim IS 'A claim of a funding, which the database lets nobody make twice.';

CREATE SEQUENCE funding_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE funding_claim_id_seq OWNED BY funding_claim.id;

CREATE SEQUENCE funding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE funding_id_seq OWNED BY funding.id;

CREATE TABLE funding_rule (
    id bigint NOT NULL,
    version bigint NOT NULL,
    content jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    decision_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT funding_rule_version_check CHECK ((version > 0))
);

COMMENT ON TABLE funding_rule IS 'A version of a programme''s rule of who is next, the highest version is in force.';

CREATE SEQUENCE funding_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE funding_rule_id_seq OWNED BY funding_rule.id;

CREATE TABLE help_message (
    id bigint NOT NULL,
    side character varying(6) NOT NULL,
    words text NOT NULL,
    media jsonb NOT NULL,
    said_at timestamp with time zone NOT NULL,
    shown_with bigint,
    person_id bigint,
    request_id bigint NOT NULL,
    CONSTRAINT help_message_side_check CHECK (((side)::text = ANY (ARRAY[('person'::character varying)::text, ('office'::character varying)::text])))
);

COMMENT ON TABLE help_message IS 'Something that was said in a talk, whole, by the person or in the name of the office.';

CREATE SEQUENCE help_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE help_message_id_seq OWNED BY help_message.id;

CREATE TABLE help_request (
    id bigint NOT NULL,
    last_words character varying(1000) NOT NULL,
    state character varying(8) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    address_id bigint NOT NULL,
    person_id bigint,
    reason character varying(14) DEFAULT 'asked'::character varying NOT NULL,
    doing jsonb,
    earlier_id bigint,
    last_said_at timestamp with time zone,
    answered_at timestamp with time zone,
    promised_until timestamp with time zone,
    missed bigint DEFAULT 0 NOT NULL,
    postings bigint DEFAULT 1 NOT NULL,
    ending character varying(7),
    closed_at timestamp with time zone,
    closed_by_id bigint,
    CONSTRAINT help_request_ending_check CHECK (((ending)::text = ANY (ARRAY[('person'::character varying)::text, ('office'::character varying)::text, ('silence'::character varying)::text]))),
    CONSTRAINT help_request_missed_check CHECK ((missed >= 0)),
    CONSTRAINT help_request_postings_check CHECK ((postings >= 0)),
    CONSTRAINT help_request_reason_check CHECK (((reason)::text = ANY (ARRAY[('asked'::character varying)::text, ('not_understood'::character varying)::text]))),
    CONSTRAINT help_request_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('answered'::character varying)::text, ('closed'::character varying)::text])))
);

COMMENT ON TABLE help_request IS 'A call for a human, with the last words that were not understood.';

CREATE SEQUENCE help_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE help_request_id_seq OWNED BY help_request.id;

CREATE TABLE inbox (
    id bigint NOT NULL,
    channel character varying(16) NOT NULL,
    external_id character varying(200) NOT NULL,
    chat character varying(140) NOT NULL,
    private boolean NOT NULL,
    payload jsonb NOT NULL,
    event jsonb,
    state character varying(9) NOT NULL,
    attempts bigint NOT NULL,
    ready_at_ms bigint NOT NULL,
    received_at_ms bigint NOT NULL,
    handled_at_ms bigint,
    trouble character varying(300) NOT NULL,
    address_id bigint,
    CONSTRAINT inbox_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT inbox_state_check CHECK (((state)::text = ANY (ARRAY[('fetching'::character varying)::text, ('waiting'::character varying)::text, ('done'::character varying)::text, ('set_aside'::character varying)::text])))
);

COMMENT ON TABLE inbox IS 'One event of a channel, with the payload as it came.';

CREATE SEQUENCE inbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE inbox_id_seq OWNED BY inbox.id;

CREATE TABLE instalment (
    id bigint NOT NULL,
    version bigint NOT NULL,
    number bigint NOT NULL,
    due_on date NOT NULL,
    principal bigint NOT NULL,
    fee bigint NOT NULL,
    replaced_at timestamp with time zone,
    loan_id bigint NOT NULL,
    CONSTRAINT instalment_fee_check CHECK ((fee >= 0)),
    CONSTRAINT instalment_number_check CHECK ((number > 0)),
    CONSTRAINT instalment_principal_check CHECK ((principal >= 0)),
    CONSTRAINT instalment_version_check CHECK ((version > 0))
);

COMMENT ON TABLE instalment IS 'What is due on a day, a rescheduling replaces unpaid ones by a new version.';

CREATE SEQUENCE instalment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE instalment_id_seq OWNED BY instalment.id;

CREATE TABLE job_run (
    id bigint NOT NULL,
    job character varying(40) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    outcome character varying(7) NOT NULL,
    CONSTRAINT job_run_outcome_check CHECK (((outcome)::text = ANY (ARRAY[('began'::character varying)::text, ('done'::character varying)::text, ('dropped'::character varying)::text, ('failed'::character varying)::text])))
);

COMMENT ON TABLE job_run IS 'A job of the clock at one of its times: the unique pair makes it run once.';

CREATE SEQUENCE job_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE job_run_id_seq OWNED BY job_run.id;

CREATE TABLE journal_entry (
    id bigint NOT NULL,
    number bigint NOT NULL,
    kind character varying(16) NOT NULL,
    reference character varying(120) NOT NULL,
    content_hash character varying(64) NOT NULL,
    booked_on date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    cause character varying(80) NOT NULL,
    note character varying(300) NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    approver_id bigint,
    maker_id bigint,
    programme_id bigint NOT NULL,
    reverses_id bigint,
    CONSTRAINT journal_entry_check CHECK (((number > 0) AND ((approver_id IS NULL) OR (maker_id IS NULL) OR (approver_id <> maker_id)))),
    CONSTRAINT journal_entry_kind_check CHECK (((kind)::text = ANY (ARRAY[('capital_in'::character varying)::text, ('disbursement'::character varying)::text, ('repayment'::character varying)::text, ('credit_applied'::character varying)::text, ('credit_refund'::character varying)::text, ('reversal'::character varying)::text, ('write_off'::character varying)::text, ('recovery'::character varying)::text, ('adjustment'::character varying)::text, ('treasury_deposit'::character varying)::text, ('treasury_release'::character varying)::text, ('fee_remittance'::character varying)::text])))
);

COMMENT ON TABLE journal_entry IS 'One event of money: who, when, why, chained by hash to the entry before it.';

CREATE SEQUENCE journal_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE journal_entry_id_seq OWNED BY journal_entry.id;

CREATE TABLE kept_media (
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    kind character varying(7) NOT NULL,
    mime character varying(60) NOT NULL,
    size_bytes bigint NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT kept_media_kind_check CHECK (((kind)::text = ANY (ARRAY[('picture'::character varying)::text, ('pdf'::character varying)::text, ('sheet'::character varying)::text]))),
    CONSTRAINT kept_media_size_bytes_check CHECK ((size_bytes > 0))
);

COMMENT ON TABLE kept_media IS 'A file in the content-addressed store, known by the SHA-256 of the bytes that arrived.';

CREATE SEQUENCE kept_media_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE kept_media_id_seq OWNED BY kept_media.id;

CREATE TABLE link_code (
    id bigint NOT NULL,
    code character varying(8) NOT NULL,
    asked_at_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL
);

COMMENT ON TABLE link_code IS 'One code of one person. It is used once, and only while it is good.';

CREATE SEQUENCE link_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE link_code_id_seq OWNED BY link_code.id;

CREATE TABLE loan (
    id bigint NOT NULL,
    number character varying(30) NOT NULL,
    principal bigint NOT NULL,
    fee_basis_points bigint NOT NULL,
    disbursed_on date NOT NULL,
    status character varying(11) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    group_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT loan_fee_basis_points_check CHECK ((fee_basis_points >= 0)),
    CONSTRAINT loan_principal_check CHECK ((principal > 0)),
    CONSTRAINT loan_status_check CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('repaid'::character varying)::text, ('written_off'::character varying)::text])))
);

COMMENT ON TABLE loan IS 'Capital lent to a group: principal, fee and schedule, in rupiah and WITA days.';

CREATE SEQUENCE loan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE loan_id_seq OWNED BY loan.id;

CREATE TABLE match_offer (
    id bigint NOT NULL,
    pairs jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    programme_id bigint NOT NULL
);

COMMENT ON TABLE match_offer IS 'The reports of one button, to verify or to take back: exactly those, whatever comes later.';

CREATE SEQUENCE match_offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE match_offer_id_seq OWNED BY match_offer.id;

CREATE TABLE media_sighting (
    id bigint NOT NULL,
    channel character varying(16) NOT NULL,
    fingerprint character varying(140) NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    address_id bigint NOT NULL,
    media_id bigint NOT NULL
);

COMMENT ON TABLE media_sighting IS 'Somebody sent this file: the trail by which a slip seen before is noticed in any group.';

CREATE SEQUENCE media_sighting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE media_sighting_id_seq OWNED BY media_sighting.id;

CREATE TABLE missed_words (
    id bigint NOT NULL,
    question character varying(80) NOT NULL,
    words character varying(200) NOT NULL,
    times bigint NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT missed_words_times_check CHECK ((times >= 1))
);

COMMENT ON TABLE missed_words IS 'Words that were not understood, where they were said, and how often, but never by whom.';

CREATE SEQUENCE missed_words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE missed_words_id_seq OWNED BY missed_words.id;

CREATE TABLE notice (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    kind character varying(8) NOT NULL,
    loan_id bigint,
    about_id bigint NOT NULL,
    step bigint NOT NULL,
    day date NOT NULL,
    good_until date NOT NULL,
    state character varying(7) NOT NULL,
    reason character varying(30) NOT NULL,
    group_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT notice_kind_check CHECK (((kind)::text = ANY (ARRAY[('promised'::character varying)::text, ('overdue'::character varying)::text, ('due'::character varying)::text, ('called'::character varying)::text, ('progress'::character varying)::text, ('place'::character varying)::text]))),
    CONSTRAINT notice_state_check CHECK (((state)::text = ANY (ARRAY[('planned'::character varying)::text, ('told'::character varying)::text, ('dropped'::character varying)::text])))
);

COMMENT ON TABLE notice IS 'One thing to tell one person on one day. `key` is unique: it is planned once for ever.';

CREATE SEQUENCE notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE notice_id_seq OWNED BY notice.id;

CREATE TABLE notice_pause (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    money_until date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL
);

COMMENT ON TABLE notice_pause IS 'A rest that a person asked for, WITA days, the last one included.';

CREATE SEQUENCE notice_pause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE notice_pause_id_seq OWNED BY notice_pause.id;

CREATE TABLE notice_plan (
    id bigint NOT NULL,
    content jsonb NOT NULL,
    promise_days bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT notice_plan_promise_days_check CHECK ((promise_days > 0))
);

COMMENT ON TABLE notice_plan IS 'The plan of a programme that does not go by the usual one.';

CREATE SEQUENCE notice_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE notice_plan_id_seq OWNED BY notice_plan.id;

CREATE TABLE officer (
    id bigint NOT NULL,
    office character varying(11) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    group_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT officer_office_check CHECK (((office)::text = ANY (ARRAY[('leader'::character varying)::text, ('secretary'::character varying)::text, ('treasurer'::character varying)::text, ('facilitator'::character varying)::text])))
);

COMMENT ON TABLE officer IS 'Who holds which office in a group, and since when, a change keeps the history.';

CREATE SEQUENCE officer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE officer_id_seq OWNED BY officer.id;

CREATE TABLE outbox (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    channel character varying(16) NOT NULL,
    chat character varying(140) NOT NULL,
    language character varying(5) NOT NULL,
    reply jsonb NOT NULL,
    subject character varying(60) NOT NULL,
    edits_id bigint,
    priority bigint NOT NULL,
    state character varying(7) NOT NULL,
    attempts bigint NOT NULL,
    not_before_ms bigint NOT NULL,
    created_at_ms bigint NOT NULL,
    claimed_at_ms bigint,
    claimed_by character varying(40),
    sent_at_ms bigint,
    receipt jsonb,
    repeated boolean NOT NULL,
    trouble character varying(300) NOT NULL,
    good_until_ms bigint,
    recheck character varying(60) DEFAULT ''::character varying NOT NULL,
    template character varying(80) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT outbox_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT outbox_priority_check CHECK ((priority >= 0)),
    CONSTRAINT outbox_state_check CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('sending'::character varying)::text, ('sent'::character varying)::text, ('failed'::character varying)::text, ('dropped'::character varying)::text, ('held'::character varying)::text])))
);

COMMENT ON TABLE outbox IS 'One message to one chat. `key` is unique: planning it twice writes it once.';

CREATE SEQUENCE outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE outbox_id_seq OWNED BY outbox.id;

CREATE TABLE payment_code (
    id bigint NOT NULL,
    code bigint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    group_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT payment_code_code_check CHECK (((code >= 1) AND (code <= 999)))
);

COMMENT ON TABLE payment_code IS 'The code of a group in a programme, given once and never changed.';

CREATE SEQUENCE payment_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE payment_code_id_seq OWNED BY payment_code.id;

CREATE TABLE payment_promise (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    promised_on date NOT NULL,
    amount bigint,
    reason character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_on date NOT NULL,
    asked_on date NOT NULL,
    silent_until date NOT NULL,
    state character varying(8) NOT NULL,
    group_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT payment_promise_amount_check CHECK ((amount > 0)),
    CONSTRAINT payment_promise_state_check CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('replaced'::character varying)::text, ('kept'::character varying)::text, ('broken'::character varying)::text])))
);

COMMENT ON TABLE payment_promise IS 'A group''s word that it pays by a day. Days are WITA.';

CREATE SEQUENCE payment_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE payment_promise_id_seq OWNED BY payment_promise.id;

CREATE TABLE person (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    phone character varying(16),
    language character varying(2) NOT NULL,
    consented_at timestamp with time zone,
    consent_version character varying(20),
    created_at timestamp with time zone NOT NULL,
    preferred_channel character varying(16),
    CONSTRAINT person_language_check CHECK (((language)::text = ANY (ARRAY[('id'::character varying)::text, ('en'::character varying)::text])))
);

COMMENT ON TABLE person IS 'Somebody whom the office knows. Keyed by us, never by a phone number (it may change).';

CREATE SEQUENCE person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE person_id_seq OWNED BY person.id;

CREATE TABLE picture_evidence (
    id bigint NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    brightness smallint NOT NULL,
    brightness_dark smallint NOT NULL,
    brightness_light smallint NOT NULL,
    sharpness smallint NOT NULL,
    screenshot smallint NOT NULL,
    screen_photo smallint NOT NULL,
    phash bigint NOT NULL,
    dhash bigint NOT NULL,
    band_0 smallint,
    band_1 smallint,
    band_2 smallint,
    band_3 smallint,
    computed_at timestamp with time zone NOT NULL,
    media_id bigint NOT NULL
);

COMMENT ON TABLE picture_evidence IS 'The measures of a kept picture, and bands of its pHash by which near ones are found.';

CREATE SEQUENCE picture_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE picture_evidence_id_seq OWNED BY picture_evidence.id;

CREATE TABLE planned_capital (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    expected_on date NOT NULL,
    told_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    programme_id bigint NOT NULL,
    told_by_id bigint NOT NULL,
    CONSTRAINT planned_capital_amount_check CHECK ((amount > 0))
);

COMMENT ON TABLE planned_capital IS 'New capital that staff have announced: the forecast counts with it, the books do not.';

CREATE SEQUENCE planned_capital_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE planned_capital_id_seq OWNED BY planned_capital.id;

CREATE TABLE posting (
    id bigint NOT NULL,
    line bigint NOT NULL,
    amount bigint NOT NULL,
    credit_id bigint NOT NULL,
    debit_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT posting_check CHECK (((amount > 0) AND (debit_id <> credit_id))),
    CONSTRAINT posting_line_check CHECK ((line > 0))
);

COMMENT ON TABLE posting IS 'One transfer of an entry: an amount in rupiah from the credited to the debited account.';

CREATE SEQUENCE posting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE posting_id_seq OWNED BY posting.id;

CREATE TABLE programme (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    source character varying(200) NOT NULL,
    legal_basis character varying(200) NOT NULL,
    allocation_order character varying(23) NOT NULL,
    fund_mode character varying(17) NOT NULL,
    minimum_balance bigint NOT NULL,
    smallest_repayment bigint NOT NULL,
    bank_account character varying(160) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    counts_matched_only boolean DEFAULT false NOT NULL,
    asks_code boolean DEFAULT false NOT NULL,
    halted_at timestamp with time zone,
    halted_because character varying(300),
    CONSTRAINT programme_allocation_order_check CHECK (((allocation_order)::text = ANY (ARRAY[('oldest_instalment_first'::character varying)::text, ('all_fees_first'::character varying)::text]))),
    CONSTRAINT programme_fund_mode_check CHECK (((fund_mode)::text = ANY (ARRAY[('revolving_account'::character varying)::text, ('district_treasury'::character varying)::text]))),
    CONSTRAINT programme_minimum_balance_check CHECK ((minimum_balance >= 0)),
    CONSTRAINT programme_smallest_repayment_check CHECK ((smallest_repayment > 0))
);

COMMENT ON TABLE programme IS 'A fund with its source, legal basis and rules, programmes are kept apart in the ledger.';

CREATE SEQUENCE programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE programme_id_seq OWNED BY programme.id;

CREATE TABLE progress_addition (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    photos bigint NOT NULL,
    caption character varying(1000) NOT NULL,
    sales bigint,
    sales_words character varying(300) NOT NULL,
    members_working bigint,
    obstacles character varying(300),
    report_id bigint NOT NULL,
    reporter_id bigint NOT NULL,
    CONSTRAINT progress_addition_members_working_check CHECK ((members_working >= 0)),
    CONSTRAINT progress_addition_photos_check CHECK ((photos >= 0)),
    CONSTRAINT progress_addition_sales_check CHECK ((sales >= 0))
);

COMMENT ON TABLE progress_addition IS 'What one talk brought: a trace of every answer, and the proof that it was sent once.';

CREATE SEQUENCE progress_addition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE progress_addition_id_seq OWNED BY progress_addition.id;

CREATE TABLE progress_note (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    text character varying(500) NOT NULL,
    author_id bigint NOT NULL,
    report_id bigint NOT NULL
);

COMMENT ON TABLE progress_note IS 'What a member of staff wants to remember about a report, the group does not read it.';

CREATE SEQUENCE progress_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE progress_note_id_seq OWNED BY progress_note.id;

CREATE TABLE progress_photo (
    id bigint NOT NULL,
    "position" bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    media_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT progress_photo_position_check CHECK (("position" > 0))
);

COMMENT ON TABLE progress_photo IS 'A picture of a report, in the order in which they were sent.';

CREATE SEQUENCE progress_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE progress_photo_id_seq OWNED BY progress_photo.id;

CREATE TABLE progress_report (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    period character varying(10) NOT NULL,
    caption character varying(1000) NOT NULL,
    sales bigint,
    sales_words character varying(300) NOT NULL,
    members_working bigint,
    obstacles character varying(300),
    status character varying(11) NOT NULL,
    warnings character varying(200) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    times_sent bigint NOT NULL,
    accepted_at timestamp with time zone,
    decided_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    decided_by_id bigint,
    group_id bigint NOT NULL,
    loan_id bigint,
    reporter_id bigint NOT NULL,
    CONSTRAINT progress_report_members_working_check CHECK ((members_working >= 0)),
    CONSTRAINT progress_report_sales_check CHECK ((sales >= 0)),
    CONSTRAINT progress_report_status_check CHECK (((status)::text = ANY (ARRAY[('submitted'::character varying)::text, ('accepted'::character varying)::text, ('more_wanted'::character varying)::text]))),
    CONSTRAINT progress_report_times_sent_check CHECK ((times_sent > 0))
);

COMMENT ON TABLE progress_report IS 'The news of one group in one period, what is sent later is added to it.';

CREATE SEQUENCE progress_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE progress_report_id_seq OWNED BY progress_report.id;

CREATE TABLE queue_event (
    id bigint NOT NULL,
    number bigint NOT NULL,
    kind character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    facts jsonb NOT NULL,
    previous_hash character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    application_id bigint,
    person_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT queue_event_number_check CHECK ((number > 0))
);

COMMENT ON TABLE queue_event IS 'What moved a place in the queue, in its programme''s chain of hashes. Append-only.';

CREATE SEQUENCE queue_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE queue_event_id_seq OWNED BY queue_event.id;

CREATE TABLE repayment_report (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    draft_id bigint,
    amount bigint NOT NULL,
    paid_on date NOT NULL,
    method character varying(8) NOT NULL,
    status character varying(9) NOT NULL,
    warnings character varying(200) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    accepted_amount bigint,
    reason character varying(300) NOT NULL,
    decided_by_id bigint,
    group_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    reporter_id bigint NOT NULL,
    CONSTRAINT repayment_report_accepted_amount_check CHECK ((accepted_amount > 0)),
    CONSTRAINT repayment_report_amount_check CHECK ((amount > 0)),
    CONSTRAINT repayment_report_method_check CHECK (((method)::text = ANY (ARRAY[('transfer'::character varying)::text, ('cash'::character varying)::text]))),
    CONSTRAINT repayment_report_status_check CHECK (((status)::text = ANY (ARRAY[('submitted'::character varying)::text, ('accepted'::character varying)::text, ('rejected'::character varying)::text, ('reversed'::character varying)::text])))
);

COMMENT ON TABLE repayment_report IS 'A claim of a group: so much, on that day, in that way, with these slips.';

CREATE SEQUENCE repayment_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE repayment_report_id_seq OWNED BY repayment_report.id;

CREATE TABLE report_handling (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    status character varying(8),
    amount bigint,
    reason character varying(300) NOT NULL,
    posts_at timestamp with time zone,
    person_id bigint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT report_handling_check CHECK (((amount > 0) AND ((status IS NULL) = (posts_at IS NULL)) AND ((amount IS NOT NULL) = ((COALESCE(status, ''::character varying))::text = 'accepted'::text)))),
    CONSTRAINT report_handling_status_check CHECK (((status)::text = ANY (ARRAY[('accepted'::character varying)::text, ('rejected'::character varying)::text])))
);

COMMENT ON TABLE report_handling IS 'A report that somebody has in hand, or has given a verdict about that is not posted yet.';

CREATE SEQUENCE report_handling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE report_handling_id_seq OWNED BY report_handling.id;

CREATE TABLE report_slip (
    id bigint NOT NULL,
    media_id bigint NOT NULL,
    report_id bigint NOT NULL
);

COMMENT ON TABLE report_slip IS 'A slip belonging to a report.';

CREATE SEQUENCE report_slip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE report_slip_id_seq OWNED BY report_slip.id;

CREATE TABLE self_audit (
    id bigint NOT NULL,
    at timestamp with time zone,
    entries bigint NOT NULL,
    head character varying(64) NOT NULL,
    difference jsonb,
    asked_by_id bigint,
    programme_id bigint NOT NULL
);

COMMENT ON TABLE self_audit IS 'An audit of a programme by Gulir itself, one that is only asked for has no moment yet.';

CREATE SEQUENCE self_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE self_audit_id_seq OWNED BY self_audit.id;

CREATE TABLE sheet (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    media_id bigint NOT NULL
);

COMMENT ON TABLE sheet IS 'The first page of a kept CSV or XLSX file, nothing of it was ever executed.';

CREATE SEQUENCE sheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE sheet_id_seq OWNED BY sheet.id;

CREATE TABLE simulation (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id bigint NOT NULL,
    group_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT simulation_amount_check CHECK ((amount > 0))
);

COMMENT ON TABLE simulation IS 'Somebody asks what it would mean to fund a group now. Once it is told, the row is gone.';

CREATE SEQUENCE simulation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE simulation_id_seq OWNED BY simulation.id;

CREATE TABLE staff_role (
    id bigint NOT NULL,
    role character varying(13) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    granted_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT staff_role_role_check CHECK (((role)::text = ANY (ARRAY[('viewer'::character varying)::text, ('verifier'::character varying)::text, ('treasurer'::character varying)::text, ('approver'::character varying)::text, ('administrator'::character varying)::text])))
);

COMMENT ON TABLE staff_role IS 'A role that a person holds, or held: the history is kept.';

CREATE SEQUENCE staff_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE staff_role_id_seq OWNED BY staff_role.id;

CREATE TABLE statement_import (
    id bigint NOT NULL,
    signature character varying(64) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    rows integer NOT NULL,
    credits integer NOT NULL,
    new integer NOT NULL,
    broken integer NOT NULL,
    imported_by_id bigint NOT NULL,
    media_id bigint NOT NULL,
    programme_id bigint NOT NULL
);

COMMENT ON TABLE statement_import IS 'A statement that was read into a programme, with what was found in it.';

CREATE SEQUENCE statement_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE statement_import_id_seq OWNED BY statement_import.id;

CREATE TABLE talk (
    key character varying(180) NOT NULL,
    offered jsonb NOT NULL,
    misunderstood bigint NOT NULL,
    updated_at_ms bigint NOT NULL,
    CONSTRAINT talk_misunderstood_check CHECK ((misunderstood >= 0))
);

COMMENT ON TABLE talk IS 'What must be remembered between two messages of one person in one place.';

CREATE TABLE visit (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    visited_on date NOT NULL,
    seen character varying(600) NOT NULL,
    marks character varying(300) NOT NULL,
    stage character varying(9) NOT NULL,
    recommended boolean NOT NULL,
    reason character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    facilitator_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT visit_stage_check CHECK (((stage)::text = ANY (ARRAY[('beginning'::character varying)::text, ('growing'::character varying)::text, ('thriving'::character varying)::text, ('advanced'::character varying)::text])))
);

COMMENT ON TABLE visit IS 'One visit of a facilitator to a group in their care.';

CREATE SEQUENCE visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE visit_id_seq OWNED BY visit.id;

CREATE TABLE visit_photo (
    id bigint NOT NULL,
    media_id bigint NOT NULL,
    visit_id bigint NOT NULL
);

COMMENT ON TABLE visit_photo IS 'A picture taken on a visit.';

CREATE SEQUENCE visit_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE visit_photo_id_seq OWNED BY visit_photo.id;

ALTER TABLE ONLY account ALTER COLUMN id SET DEFAULT nextval('account_id_seq'::regclass);

ALTER TABLE ONLY address ALTER COLUMN id SET DEFAULT nextval('address_id_seq'::regclass);

ALTER TABLE ONLY allocation ALTER COLUMN id SET DEFAULT nextval('allocation_id_seq'::regclass);

ALTER TABLE ONLY announcement ALTER COLUMN id SET DEFAULT nextval('announcement_id_seq'::regclass);

ALTER TABLE ONLY application ALTER COLUMN id SET DEFAULT nextval('application_id_seq'::regclass);

ALTER TABLE ONLY application_file ALTER COLUMN id SET DEFAULT nextval('application_file_id_seq'::regclass);

ALTER TABLE ONLY audit_event ALTER COLUMN id SET DEFAULT nextval('audit_event_id_seq'::regclass);

ALTER TABLE ONLY bank_format ALTER COLUMN id SET DEFAULT nextval('bank_format_id_seq'::regclass);

ALTER TABLE ONLY bank_line ALTER COLUMN id SET DEFAULT nextval('bank_line_id_seq'::regclass);

ALTER TABLE ONLY beneficiary_group ALTER COLUMN id SET DEFAULT nextval('beneficiary_group_id_seq'::regclass);

ALTER TABLE ONLY call_task ALTER COLUMN id SET DEFAULT nextval('call_task_id_seq'::regclass);

ALTER TABLE ONLY chat_move ALTER COLUMN id SET DEFAULT nextval('chat_move_id_seq'::regclass);

ALTER TABLE ONLY correction_request ALTER COLUMN id SET DEFAULT nextval('correction_request_id_seq'::regclass);

ALTER TABLE ONLY decision ALTER COLUMN id SET DEFAULT nextval('decision_id_seq'::regclass);

ALTER TABLE ONLY delivery ALTER COLUMN id SET DEFAULT nextval('delivery_id_seq'::regclass);

ALTER TABLE ONLY draft ALTER COLUMN id SET DEFAULT nextval('draft_id_seq'::regclass);

ALTER TABLE ONLY field_task ALTER COLUMN id SET DEFAULT nextval('field_task_id_seq'::regclass);

ALTER TABLE ONLY funding ALTER COLUMN id SET DEFAULT nextval('funding_id_seq'::regclass);

ALTER TABLE ONLY funding_claim ALTER COLUMN id SET DEFAULT nextval('funding_claim_id_seq'::regclass);

ALTER TABLE ONLY funding_rule ALTER COLUMN id SET DEFAULT nextval('funding_rule_id_seq'::regclass);

ALTER TABLE ONLY help_message ALTER COLUMN id SET DEFAULT nextval('help_message_id_seq'::regclass);

ALTER TABLE ONLY help_request ALTER COLUMN id SET DEFAULT nextval('help_request_id_seq'::regclass);

ALTER TABLE ONLY inbox ALTER COLUMN id SET DEFAULT nextval('inbox_id_seq'::regclass);

ALTER TABLE ONLY instalment ALTER COLUMN id SET DEFAULT nextval('instalment_id_seq'::regclass);

ALTER TABLE ONLY job_run ALTER COLUMN id SET DEFAULT nextval('job_run_id_seq'::regclass);

ALTER TABLE ONLY journal_entry ALTER COLUMN id SET DEFAULT nextval('journal_entry_id_seq'::regclass);

ALTER TABLE ONLY kept_media ALTER COLUMN id SET DEFAULT nextval('kept_media_id_seq'::regclass);

ALTER TABLE ONLY link_code ALTER COLUMN id SET DEFAULT nextval('link_code_id_seq'::regclass);

ALTER TABLE ONLY loan ALTER COLUMN id SET DEFAULT nextval('loan_id_seq'::regclass);

ALTER TABLE ONLY match_offer ALTER COLUMN id SET DEFAULT nextval('match_offer_id_seq'::regclass);

ALTER TABLE ONLY media_sighting ALTER COLUMN id SET DEFAULT nextval('media_sighting_id_seq'::regclass);

ALTER TABLE ONLY missed_words ALTER COLUMN id SET DEFAULT nextval('missed_words_id_seq'::regclass);

ALTER TABLE ONLY notice ALTER COLUMN id SET DEFAULT nextval('notice_id_seq'::regclass);

ALTER TABLE ONLY notice_pause ALTER COLUMN id SET DEFAULT nextval('notice_pause_id_seq'::regclass);

ALTER TABLE ONLY notice_plan ALTER COLUMN id SET DEFAULT nextval('notice_plan_id_seq'::regclass);

ALTER TABLE ONLY officer ALTER COLUMN id SET DEFAULT nextval('officer_id_seq'::regclass);

ALTER TABLE ONLY outbox ALTER COLUMN id SET DEFAULT nextval('outbox_id_seq'::regclass);

ALTER TABLE ONLY payment_code ALTER COLUMN id SET DEFAULT nextval('payment_code_id_seq'::regclass);

ALTER TABLE ONLY payment_promise ALTER COLUMN id SET DEFAULT nextval('payment_promise_id_seq'::regclass);

ALTER TABLE ONLY person ALTER COLUMN id SET DEFAULT nextval('person_id_seq'::regclass);

ALTER TABLE ONLY picture_evidence ALTER COLUMN id SET DEFAULT nextval('picture_evidence_id_seq'::regclass);

ALTER TABLE ONLY planned_capital ALTER COLUMN id SET DEFAULT nextval('planned_capital_id_seq'::regclass);

ALTER TABLE ONLY posting ALTER COLUMN id SET DEFAULT nextval('posting_id_seq'::regclass);

ALTER TABLE ONLY programme ALTER COLUMN id SET DEFAULT nextval('programme_id_seq'::regclass);

ALTER TABLE ONLY progress_addition ALTER COLUMN id SET DEFAULT nextval('progress_addition_id_seq'::regclass);

ALTER TABLE ONLY progress_note ALTER COLUMN id SET DEFAULT nextval('progress_note_id_seq'::regclass);

ALTER TABLE ONLY progress_photo ALTER COLUMN id SET DEFAULT nextval('progress_photo_id_seq'::regclass);

ALTER TABLE ONLY progress_report ALTER COLUMN id SET DEFAULT nextval('progress_report_id_seq'::regclass);

ALTER TABLE ONLY queue_event ALTER COLUMN id SET DEFAULT nextval('queue_event_id_seq'::regclass);

ALTER TABLE ONLY repayment_report ALTER COLUMN id SET DEFAULT nextval('repayment_report_id_seq'::regclass);

ALTER TABLE ONLY report_handling ALTER COLUMN id SET DEFAULT nextval('report_handling_id_seq'::regclass);

ALTER TABLE ONLY report_slip ALTER COLUMN id SET DEFAULT nextval('report_slip_id_seq'::regclass);

ALTER TABLE ONLY self_audit ALTER COLUMN id SET DEFAULT nextval('self_audit_id_seq'::regclass);

ALTER TABLE ONLY sheet ALTER COLUMN id SET DEFAULT nextval('sheet_id_seq'::regclass);

ALTER TABLE ONLY simulation ALTER COLUMN id SET DEFAULT nextval('simulation_id_seq'::regclass);

ALTER TABLE ONLY staff_role ALTER COLUMN id SET DEFAULT nextval('staff_role_id_seq'::regclass);

ALTER TABLE ONLY statement_import ALTER COLUMN id SET DEFAULT nextval('statement_import_id_seq'::regclass);

ALTER TABLE ONLY visit ALTER COLUMN id SET DEFAULT nextval('visit_id_seq'::regclass);

ALTER TABLE ONLY visit_photo ALTER COLUMN id SET DEFAULT nextval('visit_photo_id_seq'::regclass);

ALTER TABLE ONLY account
    ADD CONSTRAINT account_code_key UNIQUE (code);

ALTER TABLE ONLY account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY address
    ADD CONSTRAINT address_pkey PRIMARY KEY (id);

ALTER TABLE ONLY allocation
    ADD CONSTRAINT allocation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_funding_id_key UNIQUE (funding_id);

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY application
    ADD CONSTRAINT application_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY application_file
    ADD CONSTRAINT application_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY application
    ADD CONSTRAINT application_number_key UNIQUE (number);

ALTER TABLE ONLY application
    ADD CONSTRAINT application_pkey PRIMARY KEY (id);

ALTER TABLE ONLY audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bank_format
    ADD CONSTRAINT bank_format_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT bank_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT bank_line_report_id_key UNIQUE (report_id);

ALTER TABLE ONLY beneficiary_group
    ADD CONSTRAINT beneficiary_group_code_key UNIQUE (code);

ALTER TABLE ONLY beneficiary_group
    ADD CONSTRAINT beneficiary_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY call_task
    ADD CONSTRAINT call_task_key_key UNIQUE (key);

ALTER TABLE ONLY call_task
    ADD CONSTRAINT call_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY chat_move
    ADD CONSTRAINT chat_move_pkey PRIMARY KEY (id);

ALTER TABLE ONLY correction_request
    ADD CONSTRAINT correction_request_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY correction_request
    ADD CONSTRAINT correction_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY field_task
    ADD CONSTRAINT field_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY funding_claim
    ADD CONSTRAINT funding_claim_key_key UNIQUE (key);

ALTER TABLE ONLY funding_claim
    ADD CONSTRAINT funding_claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY funding_rule
    ADD CONSTRAINT funding_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY help_message
    ADD CONSTRAINT help_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY help_request
    ADD CONSTRAINT help_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY instalment
    ADD CONSTRAINT instalment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY job_run
    ADD CONSTRAINT job_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_reference_key UNIQUE (reference);

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_reverses_id_key UNIQUE (reverses_id);

ALTER TABLE ONLY kept_media
    ADD CONSTRAINT kept_media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kept_media
    ADD CONSTRAINT kept_media_sha256_key UNIQUE (sha256);

ALTER TABLE ONLY link_code
    ADD CONSTRAINT link_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY loan
    ADD CONSTRAINT loan_number_key UNIQUE (number);

ALTER TABLE ONLY loan
    ADD CONSTRAINT loan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY match_offer
    ADD CONSTRAINT match_offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY media_sighting
    ADD CONSTRAINT media_sighting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY missed_words
    ADD CONSTRAINT missed_words_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_key_key UNIQUE (key);

ALTER TABLE ONLY notice_pause
    ADD CONSTRAINT notice_pause_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY notice_pause
    ADD CONSTRAINT notice_pause_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notice_plan
    ADD CONSTRAINT notice_plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notice_plan
    ADD CONSTRAINT notice_plan_programme_id_key UNIQUE (programme_id);

ALTER TABLE ONLY officer
    ADD CONSTRAINT officer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_key_key UNIQUE (key);

ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payment_code
    ADD CONSTRAINT payment_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payment_promise
    ADD CONSTRAINT payment_promise_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY payment_promise
    ADD CONSTRAINT payment_promise_pkey PRIMARY KEY (id);

ALTER TABLE ONLY person
    ADD CONSTRAINT person_phone_key UNIQUE (phone);

ALTER TABLE ONLY person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY picture_evidence
    ADD CONSTRAINT picture_evidence_media_id_key UNIQUE (media_id);

ALTER TABLE ONLY picture_evidence
    ADD CONSTRAINT picture_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY planned_capital
    ADD CONSTRAINT planned_capital_pkey PRIMARY KEY (id);

ALTER TABLE ONLY posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY programme
    ADD CONSTRAINT programme_code_key UNIQUE (code);

ALTER TABLE ONLY programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY progress_addition
    ADD CONSTRAINT progress_addition_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY progress_addition
    ADD CONSTRAINT progress_addition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY progress_note
    ADD CONSTRAINT progress_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY progress_photo
    ADD CONSTRAINT progress_photo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_number_key UNIQUE (number);

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY queue_event
    ADD CONSTRAINT queue_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_number_key UNIQUE (number);

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY report_handling
    ADD CONSTRAINT report_handling_pkey PRIMARY KEY (id);

ALTER TABLE ONLY report_handling
    ADD CONSTRAINT report_handling_report_id_key UNIQUE (report_id);

ALTER TABLE ONLY report_slip
    ADD CONSTRAINT report_slip_pkey PRIMARY KEY (id);

ALTER TABLE ONLY self_audit
    ADD CONSTRAINT self_audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_media_id_key UNIQUE (media_id);

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY simulation
    ADD CONSTRAINT simulation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY staff_role
    ADD CONSTRAINT staff_role_pkey PRIMARY KEY (id);

ALTER TABLE ONLY statement_import
    ADD CONSTRAINT statement_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY talk
    ADD CONSTRAINT talk_pkey PRIMARY KEY (key);

ALTER TABLE ONLY address
    ADD CONSTRAINT uid_address_channel_4d1647 UNIQUE (channel, external_id);

ALTER TABLE ONLY allocation
    ADD CONSTRAINT uid_allocation_entry_i_a98aa6 UNIQUE (entry_id, line);

ALTER TABLE ONLY application_file
    ADD CONSTRAINT uid_application_applica_01a9a8 UNIQUE (application_id, media_id);

ALTER TABLE ONLY bank_format
    ADD CONSTRAINT uid_bank_format_program_105959 UNIQUE (programme_id, signature);

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT uid_bank_line_program_e688b0 UNIQUE (programme_id, fingerprint);

ALTER TABLE ONLY chat_move
    ADD CONSTRAINT uid_chat_move_channel_4348fb UNIQUE (channel, old_chat);

ALTER TABLE ONLY delivery
    ADD CONSTRAINT uid_delivery_channel_9bd527 UNIQUE (channel, external_id);

ALTER TABLE ONLY funding_rule
    ADD CONSTRAINT uid_funding_rul_program_a8a4e4 UNIQUE (programme_id, version);

ALTER TABLE ONLY inbox
    ADD CONSTRAINT uid_inbox_channel_a5a8f9 UNIQUE (channel, external_id);

ALTER TABLE ONLY instalment
    ADD CONSTRAINT uid_instalment_loan_id_29d1a4 UNIQUE (loan_id, version, number);

ALTER TABLE ONLY job_run
    ADD CONSTRAINT uid_job_run_job_d0ec8e UNIQUE (job, due_at);

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT uid_journal_ent_program_1f4c2e UNIQUE (programme_id, number);

ALTER TABLE ONLY missed_words
    ADD CONSTRAINT uid_missed_word_questio_f8276b UNIQUE (question, words);

ALTER TABLE ONLY payment_code
    ADD CONSTRAINT uid_payment_cod_program_7a9f92 UNIQUE (programme_id, group_id);

ALTER TABLE ONLY payment_code
    ADD CONSTRAINT uid_payment_cod_program_7d114c UNIQUE (programme_id, code);

ALTER TABLE ONLY posting
    ADD CONSTRAINT uid_posting_entry_i_9070f5 UNIQUE (entry_id, line);

ALTER TABLE ONLY progress_photo
    ADD CONSTRAINT uid_progress_ph_report__c2dc6f UNIQUE (report_id, media_id);

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT uid_progress_re_group_i_22f767 UNIQUE (group_id, period);

ALTER TABLE ONLY queue_event
    ADD CONSTRAINT uid_queue_event_program_59ebcc UNIQUE (programme_id, number);

ALTER TABLE ONLY report_slip
    ADD CONSTRAINT uid_report_slip_report__07410b UNIQUE (report_id, media_id);

ALTER TABLE ONLY statement_import
    ADD CONSTRAINT uid_statement_i_program_406038 UNIQUE (programme_id, media_id);

ALTER TABLE ONLY visit_photo
    ADD CONSTRAINT uid_visit_photo_visit_i_68480e UNIQUE (visit_id, media_id);

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_draft_id_key UNIQUE (draft_id);

ALTER TABLE ONLY visit_photo
    ADD CONSTRAINT visit_photo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);

CREATE INDEX idx_account_group_i_7e07a9 ON account USING btree (group_id, kind);

CREATE INDEX idx_account_program_156836 ON account USING btree (programme_id, kind);

CREATE INDEX idx_address_person__cdeb72 ON address USING btree (person_id);

CREATE INDEX idx_allocation_instalm_35d397 ON allocation USING btree (instalment_id);

CREATE INDEX idx_allocation_loan_id_e9307f ON allocation USING btree (loan_id);

CREATE INDEX idx_announcemen_state_f7a955 ON announcement USING btree (state);

CREATE INDEX idx_application_group_i_5d1818 ON application USING btree (group_id, status);

CREATE INDEX idx_application_program_ea2add ON application USING btree (programme_id, status);

CREATE INDEX idx_audit_event_subject_aae2d5 ON audit_event USING btree (subject);

CREATE INDEX idx_bank_line_program_ffa556 ON bank_line USING btree (programme_id, amount, booked_on);

CREATE INDEX idx_call_task_loan_id_09d84d ON call_task USING btree (loan_id, state);

CREATE INDEX idx_call_task_state_4a0143 ON call_task USING btree (state, posted);

CREATE INDEX idx_correction__report__0ed6cc ON correction_request USING btree (report_id, state);

CREATE INDEX idx_decision_status_3c1118 ON decision USING btree (status, expires_at);

CREATE INDEX idx_decision_subject_f0e78f ON decision USING btree (subject);

CREATE INDEX idx_delivery_outbox__4ef90c ON delivery USING btree (outbox_id);

CREATE INDEX idx_draft_state_d264ea ON draft USING btree (state, updated_at_ms);

CREATE INDEX idx_draft_talk_id_c78d22 ON draft USING btree (talk_id, state);

CREATE INDEX idx_field_task_group_i_ae3859 ON field_task USING btree (group_id, state);

CREATE INDEX idx_field_task_person__bbfef3 ON field_task USING btree (person_id, state);

CREATE INDEX idx_funding_applica_96055c ON funding USING btree (application_id, state);

CREATE INDEX idx_funding_program_93fb46 ON funding USING btree (programme_id, state);

CREATE INDEX idx_help_messag_request_a41364 ON help_message USING btree (request_id, id);

CREATE INDEX idx_help_reques_state_c864eb ON help_request USING btree (state, promised_until);

CREATE INDEX idx_help_reques_state_c99fed ON help_request USING btree (state, last_said_at);

CREATE INDEX idx_inbox_address_3afa17 ON inbox USING btree (address_id, state);

CREATE INDEX idx_inbox_state_a8c65e ON inbox USING btree (state, ready_at_ms);

CREATE INDEX idx_instalment_due_on_066bee ON instalment USING btree (due_on);

CREATE INDEX idx_link_code_code_169a99 ON link_code USING btree (code);

CREATE INDEX idx_link_code_made_at_69a8cb ON link_code USING btree (made_at);

CREATE INDEX idx_link_code_person__7fd7da ON link_code USING btree (person_id);

CREATE INDEX idx_loan_group_i_3f664b ON loan USING btree (group_id, status);

CREATE INDEX idx_media_sight_channel_ed1211 ON media_sighting USING btree (channel, fingerprint);

CREATE INDEX idx_media_sight_media_i_fc8d0b ON media_sighting USING btree (media_id);

CREATE INDEX idx_missed_word_last_at_88889d ON missed_words USING btree (last_at);

CREATE INDEX idx_notice_loan_id_623009 ON notice USING btree (loan_id, day);

CREATE INDEX idx_notice_paus_person__04e7cf ON notice_pause USING btree (person_id, until);

CREATE INDEX idx_notice_person__bc0426 ON notice USING btree (person_id, day);

CREATE INDEX idx_notice_state_92c333 ON notice USING btree (state, day);

CREATE INDEX idx_officer_group_i_6707c5 ON officer USING btree (group_id, until);

CREATE INDEX idx_officer_person__6d4039 ON officer USING btree (person_id, until);

CREATE INDEX idx_outbox_channel_23cd3d ON outbox USING btree (channel, chat, state);

CREATE INDEX idx_outbox_state_4652a1 ON outbox USING btree (state, not_before_ms);

CREATE INDEX idx_outbox_subject_d13b23 ON outbox USING btree (subject);

CREATE INDEX idx_payment_pro_loan_id_e34c7e ON payment_promise USING btree (loan_id, state);

CREATE INDEX idx_payment_pro_state_076373 ON payment_promise USING btree (state, silent_until);

CREATE INDEX idx_picture_evi_band_0_8ee6db ON picture_evidence USING btree (band_0);

CREATE INDEX idx_picture_evi_band_1_8e5d22 ON picture_evidence USING btree (band_1);

CREATE INDEX idx_picture_evi_band_2_ff716c ON picture_evidence USING btree (band_2);

CREATE INDEX idx_picture_evi_band_3_eb92a1 ON picture_evidence USING btree (band_3);

CREATE INDEX idx_planned_cap_program_8da741 ON planned_capital USING btree (programme_id, ended_at);

CREATE INDEX idx_posting_credit__2b3057 ON posting USING btree (credit_id);

CREATE INDEX idx_posting_debit_i_5081f1 ON posting USING btree (debit_id);

CREATE INDEX idx_progress_ph_media_i_0f2e1d ON progress_photo USING btree (media_id);

CREATE INDEX idx_progress_re_status_e5c472 ON progress_report USING btree (status, submitted_at);

CREATE INDEX idx_repayment_r_group_i_1dce77 ON repayment_report USING btree (group_id, status);

CREATE INDEX idx_repayment_r_status_512673 ON repayment_report USING btree (status, submitted_at);

CREATE INDEX idx_report_hand_posts_a_e77cd0 ON report_handling USING btree (posts_at);

CREATE INDEX idx_self_audit_program_14b7bb ON self_audit USING btree (programme_id, at);

CREATE INDEX idx_staff_role_person__cac92d ON staff_role USING btree (person_id, revoked_at);

CREATE INDEX idx_visit_group_i_19b88c ON visit USING btree (group_id, visited_on);

CREATE UNIQUE INDEX one_address_of_an_alias ON address USING btree (channel, alias);

CREATE UNIQUE INDEX one_holder_of_a_role ON staff_role USING btree (person_id, role) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX one_office_at_a_time ON officer USING btree (group_id, person_id, office) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_open_application ON application USING btree (group_id) WHERE ((status)::text = ANY (ARRAY[('submitted'::character varying)::text, ('returned'::character varying)::text, ('waiting'::character varying)::text, ('postponed'::character varying)::text]));

CREATE UNIQUE INDEX one_open_draft ON draft USING btree (talk_id) WHERE ((state)::text = 'open'::text);

CREATE UNIQUE INDEX one_talk_of_a_person ON help_request USING btree (person_id) WHERE ((state)::text <> 'closed'::text);

CREATE UNIQUE INDEX one_talk_of_an_address ON help_request USING btree (address_id) WHERE ((state)::text <> 'closed'::text);

CREATE TRIGGER account_refuse_delete BEFORE DELETE ON account FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER account_refuse_update BEFORE UPDATE OF id, code, kind, programme_id, loan_id, group_id ON account FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER allocation_refuse_delete BEFORE DELETE ON allocation FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER allocation_refuse_update BEFORE UPDATE ON allocation FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER audit_event_refuse_delete BEFORE DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER audit_event_refuse_update BEFORE UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER journal_entry_refuse_delete BEFORE DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER journal_entry_refuse_update BEFORE UPDATE ON journal_entry FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER posting_refuse_delete BEFORE DELETE ON posting FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER posting_refuse_update BEFORE UPDATE ON posting FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER queue_event_refuse_delete BEFORE DELETE ON queue_event FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

CREATE TRIGGER queue_event_refuse_update BEFORE UPDATE ON queue_event FOR EACH ROW EXECUTE FUNCTION gulir_refuse();

ALTER TABLE ONLY account
    ADD CONSTRAINT account_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY account
    ADD CONSTRAINT account_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY account
    ADD CONSTRAINT account_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY address
    ADD CONSTRAINT address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY allocation
    ADD CONSTRAINT allocation_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY allocation
    ADD CONSTRAINT allocation_instalment_id_fkey FOREIGN KEY (instalment_id) REFERENCES instalment(id) ON DELETE RESTRICT;

ALTER TABLE ONLY allocation
    ADD CONSTRAINT allocation_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY announcement
    ADD CONSTRAINT announcement_funding_id_fkey FOREIGN KEY (funding_id) REFERENCES funding(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application
    ADD CONSTRAINT application_applied_by_id_fkey FOREIGN KEY (applied_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application_file
    ADD CONSTRAINT application_file_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application_file
    ADD CONSTRAINT application_file_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application
    ADD CONSTRAINT application_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application
    ADD CONSTRAINT application_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY application
    ADD CONSTRAINT application_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY audit_event
    ADD CONSTRAINT audit_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY bank_format
    ADD CONSTRAINT bank_format_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY bank_format
    ADD CONSTRAINT bank_format_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT bank_line_first_import_id_fkey FOREIGN KEY (first_import_id) REFERENCES statement_import(id) ON DELETE RESTRICT;

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT bank_line_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY bank_line
    ADD CONSTRAINT bank_line_report_id_fkey FOREIGN KEY (report_id) REFERENCES repayment_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY call_task
    ADD CONSTRAINT call_task_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY call_task
    ADD CONSTRAINT call_task_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY correction_request
    ADD CONSTRAINT correction_request_report_id_fkey FOREIGN KEY (report_id) REFERENCES repayment_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY correction_request
    ADD CONSTRAINT correction_request_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY correction_request
    ADD CONSTRAINT correction_request_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_proposed_by_id_fkey FOREIGN KEY (proposed_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY draft
    ADD CONSTRAINT draft_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(key) ON DELETE RESTRICT;

ALTER TABLE ONLY field_task
    ADD CONSTRAINT field_task_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY field_task
    ADD CONSTRAINT field_task_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding_claim
    ADD CONSTRAINT funding_claim_funding_id_fkey FOREIGN KEY (funding_id) REFERENCES funding(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_paid_by_id_fkey FOREIGN KEY (paid_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding
    ADD CONSTRAINT funding_proof_id_fkey FOREIGN KEY (proof_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding_rule
    ADD CONSTRAINT funding_rule_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id) ON DELETE RESTRICT;

ALTER TABLE ONLY funding_rule
    ADD CONSTRAINT funding_rule_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY help_message
    ADD CONSTRAINT help_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY help_message
    ADD CONSTRAINT help_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_request(id) ON DELETE RESTRICT;

ALTER TABLE ONLY help_request
    ADD CONSTRAINT help_request_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id) ON DELETE RESTRICT;

ALTER TABLE ONLY help_request
    ADD CONSTRAINT help_request_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY help_request
    ADD CONSTRAINT help_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id) ON DELETE RESTRICT;

ALTER TABLE ONLY instalment
    ADD CONSTRAINT instalment_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entry
    ADD CONSTRAINT journal_entry_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES journal_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY link_code
    ADD CONSTRAINT link_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY loan
    ADD CONSTRAINT loan_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY loan
    ADD CONSTRAINT loan_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY match_offer
    ADD CONSTRAINT match_offer_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY media_sighting
    ADD CONSTRAINT media_sighting_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id) ON DELETE RESTRICT;

ALTER TABLE ONLY media_sighting
    ADD CONSTRAINT media_sighting_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY notice_pause
    ADD CONSTRAINT notice_pause_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY notice_plan
    ADD CONSTRAINT notice_plan_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY officer
    ADD CONSTRAINT officer_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY officer
    ADD CONSTRAINT officer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY payment_code
    ADD CONSTRAINT payment_code_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY payment_code
    ADD CONSTRAINT payment_code_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY payment_promise
    ADD CONSTRAINT payment_promise_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY payment_promise
    ADD CONSTRAINT payment_promise_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY payment_promise
    ADD CONSTRAINT payment_promise_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY picture_evidence
    ADD CONSTRAINT picture_evidence_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE CASCADE;

ALTER TABLE ONLY planned_capital
    ADD CONSTRAINT planned_capital_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY planned_capital
    ADD CONSTRAINT planned_capital_told_by_id_fkey FOREIGN KEY (told_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY posting
    ADD CONSTRAINT posting_credit_id_fkey FOREIGN KEY (credit_id) REFERENCES account(id) ON DELETE RESTRICT;

ALTER TABLE ONLY posting
    ADD CONSTRAINT posting_debit_id_fkey FOREIGN KEY (debit_id) REFERENCES account(id) ON DELETE RESTRICT;

ALTER TABLE ONLY posting
    ADD CONSTRAINT posting_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_addition
    ADD CONSTRAINT progress_addition_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_addition
    ADD CONSTRAINT progress_addition_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_note
    ADD CONSTRAINT progress_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_note
    ADD CONSTRAINT progress_note_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_photo
    ADD CONSTRAINT progress_photo_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_photo
    ADD CONSTRAINT progress_photo_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY progress_report
    ADD CONSTRAINT progress_report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY queue_event
    ADD CONSTRAINT queue_event_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE RESTRICT;

ALTER TABLE ONLY queue_event
    ADD CONSTRAINT queue_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY queue_event
    ADD CONSTRAINT queue_event_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan(id) ON DELETE RESTRICT;

ALTER TABLE ONLY repayment_report
    ADD CONSTRAINT repayment_report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY report_handling
    ADD CONSTRAINT report_handling_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY report_handling
    ADD CONSTRAINT report_handling_report_id_fkey FOREIGN KEY (report_id) REFERENCES repayment_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY report_slip
    ADD CONSTRAINT report_slip_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY report_slip
    ADD CONSTRAINT report_slip_report_id_fkey FOREIGN KEY (report_id) REFERENCES repayment_report(id) ON DELETE RESTRICT;

ALTER TABLE ONLY self_audit
    ADD CONSTRAINT self_audit_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY self_audit
    ADD CONSTRAINT self_audit_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY sheet
    ADD CONSTRAINT sheet_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY simulation
    ADD CONSTRAINT simulation_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY simulation
    ADD CONSTRAINT simulation_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY simulation
    ADD CONSTRAINT simulation_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY staff_role
    ADD CONSTRAINT staff_role_granted_by_id_fkey FOREIGN KEY (granted_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY staff_role
    ADD CONSTRAINT staff_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY statement_import
    ADD CONSTRAINT statement_import_imported_by_id_fkey FOREIGN KEY (imported_by_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY statement_import
    ADD CONSTRAINT statement_import_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY statement_import
    ADD CONSTRAINT statement_import_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id) ON DELETE RESTRICT;

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_facilitator_id_fkey FOREIGN KEY (facilitator_id) REFERENCES person(id) ON DELETE RESTRICT;

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_group_id_fkey FOREIGN KEY (group_id) REFERENCES beneficiary_group(id) ON DELETE RESTRICT;

ALTER TABLE ONLY visit_photo
    ADD CONSTRAINT visit_photo_media_id_fkey FOREIGN KEY (media_id) REFERENCES kept_media(id) ON DELETE RESTRICT;

ALTER TABLE ONLY visit_photo
    ADD CONSTRAINT visit_photo_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id) ON DELETE RESTRICT;
