-- What all migrations make together, up to 0027_undelivered

CREATE TABLE "beneficiary_group" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "name" VARCHAR(120) NOT NULL,
    "kind" VARCHAR(13) CHECK ("kind" IN ('kube', 'karang_taruna', 'fakir_miskin', 'other')) NOT NULL,
    "village" VARCHAR(80) NOT NULL,
    "district" VARCHAR(80) NOT NULL,
    "business" VARCHAR(120) NOT NULL,
    "member_count" BIGINT CHECK ("member_count" > 0) NOT NULL,
    "status" VARCHAR(10) CHECK ("status" IN ('candidate', 'registered', 'verified', 'inactive')) NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL
)

CREATE TABLE "kept_media" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL UNIQUE,
    "kind" VARCHAR(7) CHECK ("kind" IN ('picture', 'pdf', 'sheet')) NOT NULL,
    "mime" VARCHAR(60) NOT NULL,
    "size_bytes" BIGINT CHECK ("size_bytes" > 0) NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL
)

CREATE TABLE "outbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(200) NOT NULL UNIQUE,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(140) NOT NULL,
    "language" VARCHAR(5) NOT NULL,
    "reply" JSON NOT NULL,
    "subject" VARCHAR(60) NOT NULL,
    "edits_id" BIGINT,
    "priority" BIGINT CHECK ("priority" >= 0) NOT NULL,
    "state" VARCHAR(7) CHECK ("state" IN ('waiting', 'sending', 'sent', 'failed', 'dropped', 'held')) NOT NULL,
    "attempts" BIGINT CHECK ("attempts" >= 0) NOT NULL,
    "not_before_ms" BIGINT NOT NULL,
    "created_at_ms" BIGINT NOT NULL,
    "claimed_at_ms" BIGINT,
    "claimed_by" VARCHAR(40),
    "sent_at_ms" BIGINT,
    "receipt" JSON,
    "repeated" INT NOT NULL,
    "trouble" VARCHAR(300) NOT NULL
, "good_until_ms" BIGINT, "recheck" VARCHAR(60) NOT NULL DEFAULT '', "template" VARCHAR(80) NOT NULL DEFAULT '')

CREATE INDEX "idx_outbox_state_4652a1" ON "outbox" ("state", "not_before_ms")

CREATE INDEX "idx_outbox_channel_23cd3d" ON "outbox" ("channel", "chat", "state")

CREATE INDEX "idx_outbox_subject_d13b23" ON "outbox" ("subject")

CREATE TABLE "person" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "phone" VARCHAR(16)  UNIQUE,
    "language" VARCHAR(2) CHECK ("language" IN ('id', 'en')) NOT NULL,
    "consented_at" TIMESTAMP CHECK ("consented_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "consent_version" VARCHAR(20),
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL
, "preferred_channel" VARCHAR(16))

CREATE TABLE "address" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "external_id" VARCHAR(140) NOT NULL,
    "display_name" VARCHAR(160) NOT NULL,
    "unreachable_since" TIMESTAMP CHECK ("unreachable_since" GLOB '????-??-?? ??:??:??*+00:00'),
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT, "alias" VARCHAR(140), "window_until_ms" BIGINT, "undelivered_since" TIMESTAMP CHECK ("undelivered_since" GLOB '????-??-?? ??:??:??*+00:00'),
    CONSTRAINT "uid_address_channel_4d1647" UNIQUE ("channel", "external_id")
)

CREATE TABLE "audit_event" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "subject" VARCHAR(60) NOT NULL,
    "deed" VARCHAR(60) NOT NULL,
    "at" TIMESTAMP CHECK ("at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "facts" JSON NOT NULL,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_audit_event_subject_aae2d5" ON "audit_event" ("subject")

CREATE TABLE "help_request" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "last_words" VARCHAR(1000) NOT NULL,
    "state" VARCHAR(8) CHECK ("state" IN ('open', 'answered', 'closed')) NOT NULL,
    "asked_at" TIMESTAMP CHECK ("asked_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "address_id" BIGINT NOT NULL REFERENCES "address" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT
, "reason" VARCHAR(14) CHECK ("reason" IN ('asked', 'not_understood')) NOT NULL DEFAULT 'asked', "doing" JSON, "earlier_id" BIGINT, "last_said_at" TIMESTAMP CHECK ("last_said_at" GLOB '????-??-?? ??:??:??*+00:00'), "answered_at" TIMESTAMP CHECK ("answered_at" GLOB '????-??-?? ??:??:??*+00:00'), "promised_until" TIMESTAMP CHECK ("promised_until" GLOB '????-??-?? ??:??:??*+00:00'), "missed" BIGINT CHECK ("missed" >= 0) NOT NULL DEFAULT 0, "postings" BIGINT CHECK ("postings" >= 0) NOT NULL DEFAULT 1, "ending" VARCHAR(7) CHECK ("ending" IN ('person', 'office', 'silence')), "closed_at" TIMESTAMP CHECK ("closed_at" GLOB '????-??-?? ??:??:??*+00:00'), "closed_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT)

CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "external_id" VARCHAR(200) NOT NULL,
    "chat" VARCHAR(140) NOT NULL,
    "private" INT NOT NULL,
    "payload" JSON NOT NULL,
    "event" JSON,
    "state" VARCHAR(9) CHECK ("state" IN ('fetching', 'waiting', 'done', 'set_aside')) NOT NULL,
    "attempts" BIGINT CHECK ("attempts" >= 0) NOT NULL,
    "ready_at_ms" BIGINT NOT NULL,
    "received_at_ms" BIGINT NOT NULL,
    "handled_at_ms" BIGINT,
    "trouble" VARCHAR(300) NOT NULL,
    "address_id" BIGINT REFERENCES "address" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_inbox_channel_a5a8f9" UNIQUE ("channel", "external_id")
)

CREATE INDEX "idx_inbox_state_a8c65e" ON "inbox" ("state", "ready_at_ms")

CREATE INDEX "idx_inbox_address_3afa17" ON "inbox" ("address_id", "state")

CREATE TABLE "media_sighting" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "fingerprint" VARCHAR(140) NOT NULL,
    "seen_at" TIMESTAMP CHECK ("seen_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "address_id" BIGINT NOT NULL REFERENCES "address" ("id") ON DELETE RESTRICT,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_media_sight_channel_ed1211" ON "media_sighting" ("channel", "fingerprint")

CREATE INDEX "idx_media_sight_media_i_fc8d0b" ON "media_sighting" ("media_id")

CREATE TABLE "officer" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "office" VARCHAR(11) CHECK ("office" IN ('leader', 'secretary', 'treasurer', 'facilitator')) NOT NULL,
    "since" TIMESTAMP CHECK ("since" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "until" TIMESTAMP CHECK ("until" GLOB '????-??-?? ??:??:??*+00:00'),
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_officer_person__6d4039" ON "officer" ("person_id", "until")

CREATE TABLE "programme" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "name" VARCHAR(120) NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "legal_basis" VARCHAR(200) NOT NULL,
    "allocation_order" VARCHAR(23) CHECK ("allocation_order" IN ('oldest_instalment_first', 'all_fees_first')) NOT NULL,
    "fund_mode" VARCHAR(17) CHECK ("fund_mode" IN ('revolving_account', 'district_treasury')) NOT NULL,
    "minimum_balance" BIGINT CHECK ("minimum_balance" >= 0) NOT NULL,
    "smallest_repayment" BIGINT CHECK ("smallest_repayment" > 0) NOT NULL,
    "bank_account" VARCHAR(160) NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL
, "counts_matched_only" INT NOT NULL DEFAULT 0, "asks_code" INT NOT NULL DEFAULT 0, "halted_at" TIMESTAMP CHECK ("halted_at" GLOB '????-??-?? ??:??:??*+00:00'), "halted_because" VARCHAR(300))

CREATE TABLE "journal_entry" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" BIGINT CHECK ("number" > 0 AND ("approver_id" IS NULL OR "maker_id" IS NULL OR "approver_id" <> "maker_id")) NOT NULL,
    "kind" VARCHAR(16) CHECK ("kind" IN ('capital_in', 'disbursement', 'repayment', 'credit_applied', 'credit_refund', 'reversal', 'write_off', 'recovery', 'adjustment', 'treasury_deposit', 'treasury_release', 'fee_remittance')) NOT NULL,
    "reference" VARCHAR(120) NOT NULL UNIQUE,
    "content_hash" VARCHAR(64) NOT NULL,
    "booked_on" DATE NOT NULL,
    "posted_at" TIMESTAMP CHECK ("posted_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "cause" VARCHAR(80) NOT NULL,
    "note" VARCHAR(300) NOT NULL,
    "previous_hash" VARCHAR(64) NOT NULL,
    "hash" VARCHAR(64) NOT NULL,
    "approver_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "maker_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    "reverses_id" BIGINT  UNIQUE REFERENCES "journal_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_journal_ent_program_1f4c2e" UNIQUE ("programme_id", "number")
)

CREATE TABLE "loan" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "principal" BIGINT CHECK ("principal" > 0) NOT NULL,
    "fee_basis_points" BIGINT CHECK ("fee_basis_points" >= 0) NOT NULL,
    "disbursed_on" DATE NOT NULL,
    "status" VARCHAR(11) CHECK ("status" IN ('active', 'repaid', 'written_off')) NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_loan_group_i_3f664b" ON "loan" ("group_id", "status")

CREATE TABLE "account" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(60) NOT NULL UNIQUE,
    "kind" VARCHAR(15) CHECK ("kind" IN ('fund_cash', 'fee_cash', 'credit_cash', 'treasury', 'loan_receivable', 'written_off', 'fee_remitted', 'capital', 'fee_income', 'group_credit')) NOT NULL,
    "balance" BIGINT CHECK ("balance" >= 0) NOT NULL,
    "group_id" BIGINT REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_account_program_156836" ON "account" ("programme_id", "kind")

CREATE INDEX "idx_account_group_i_7e07a9" ON "account" ("group_id", "kind")

CREATE TABLE "instalment" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT CHECK ("version" > 0) NOT NULL,
    "number" BIGINT CHECK ("number" > 0) NOT NULL,
    "due_on" DATE NOT NULL,
    "principal" BIGINT CHECK ("principal" >= 0) NOT NULL,
    "fee" BIGINT CHECK ("fee" >= 0) NOT NULL,
    "replaced_at" TIMESTAMP CHECK ("replaced_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "loan_id" BIGINT NOT NULL REFERENCES "loan" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_instalment_loan_id_29d1a4" UNIQUE ("loan_id", "version", "number")
)

CREATE TABLE "allocation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "line" BIGINT CHECK ("line" > 0) NOT NULL,
    "component" VARCHAR(9) CHECK ("component" IN ('fee', 'principal', 'credit')) NOT NULL,
    "amount" BIGINT CHECK ("amount" <> 0 AND ("instalment_id" IS NULL) = ("component" = 'credit')) NOT NULL,
    "entry_id" BIGINT NOT NULL REFERENCES "journal_entry" ("id") ON DELETE RESTRICT,
    "instalment_id" BIGINT REFERENCES "instalment" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT NOT NULL REFERENCES "loan" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_allocation_entry_i_a98aa6" UNIQUE ("entry_id", "line")
)

CREATE INDEX "idx_allocation_loan_id_e9307f" ON "allocation" ("loan_id")

CREATE INDEX "idx_allocation_instalm_35d397" ON "allocation" ("instalment_id")

CREATE TABLE "posting" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "line" BIGINT CHECK ("line" > 0) NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0 AND "debit_id" <> "credit_id") NOT NULL,
    "credit_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
    "debit_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL REFERENCES "journal_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_posting_entry_i_9070f5" UNIQUE ("entry_id", "line")
)

CREATE INDEX "idx_posting_debit_i_5081f1" ON "posting" ("debit_id")

CREATE INDEX "idx_posting_credit__2b3057" ON "posting" ("credit_id")

CREATE TABLE "repayment_report" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "draft_id" BIGINT  UNIQUE,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "paid_on" DATE NOT NULL,
    "method" VARCHAR(8) CHECK ("method" IN ('transfer', 'cash')) NOT NULL,
    "status" VARCHAR(9) CHECK ("status" IN ('submitted', 'accepted', 'rejected', 'reversed')) NOT NULL,
    "warnings" VARCHAR(200) NOT NULL,
    "submitted_at" TIMESTAMP CHECK ("submitted_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "decided_at" TIMESTAMP CHECK ("decided_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "accepted_amount" BIGINT CHECK ("accepted_amount" > 0),
    "reason" VARCHAR(300) NOT NULL,
    "decided_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT NOT NULL REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "reporter_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_repayment_r_group_i_1dce77" ON "repayment_report" ("group_id", "status")

CREATE INDEX "idx_repayment_r_status_512673" ON "repayment_report" ("status", "submitted_at")

CREATE TABLE "report_slip" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT,
    "report_id" BIGINT NOT NULL REFERENCES "repayment_report" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_report_slip_report__07410b" UNIQUE ("report_id", "media_id")
)

CREATE TABLE "staff_role" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "role" VARCHAR(13) CHECK ("role" IN ('viewer', 'verifier', 'treasurer', 'approver', 'administrator')) NOT NULL,
    "granted_at" TIMESTAMP CHECK ("granted_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "revoked_at" TIMESTAMP CHECK ("revoked_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "granted_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_staff_role_person__cac92d" ON "staff_role" ("person_id", "revoked_at")

CREATE TABLE "talk" (
    "key" VARCHAR(180) NOT NULL  PRIMARY KEY,
    "offered" JSON NOT NULL,
    "misunderstood" BIGINT CHECK ("misunderstood" >= 0) NOT NULL,
    "updated_at_ms" BIGINT NOT NULL
)

CREATE TABLE "draft" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "form" VARCHAR(60) NOT NULL,
    "content" JSON NOT NULL,
    "state" VARCHAR(9) CHECK ("state" IN ('open', 'aside', 'submitted', 'cancelled', 'expired')) NOT NULL,
    "created_at_ms" BIGINT NOT NULL,
    "updated_at_ms" BIGINT NOT NULL,
    "talk_id" VARCHAR(180) NOT NULL REFERENCES "talk" ("key") ON DELETE RESTRICT
)

CREATE INDEX "idx_draft_talk_id_c78d22" ON "draft" ("talk_id", "state")

CREATE INDEX "idx_draft_state_d264ea" ON "draft" ("state", "updated_at_ms")

CREATE TRIGGER journal_entry_refuse_update BEFORE UPDATE ON "journal_entry" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END

CREATE TRIGGER journal_entry_refuse_delete BEFORE DELETE ON "journal_entry" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END

CREATE TRIGGER posting_refuse_update BEFORE UPDATE ON "posting" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END

CREATE TRIGGER posting_refuse_delete BEFORE DELETE ON "posting" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END

CREATE TRIGGER allocation_refuse_update BEFORE UPDATE ON "allocation" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'allocation is append-only'); END

CREATE TRIGGER allocation_refuse_delete BEFORE DELETE ON "allocation" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'allocation is append-only'); END

CREATE TRIGGER audit_event_refuse_update BEFORE UPDATE ON "audit_event" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END

CREATE TRIGGER audit_event_refuse_delete BEFORE DELETE ON "audit_event" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END

CREATE TRIGGER account_refuse_update BEFORE UPDATE OF "id", "code", "kind", "programme_id", "loan_id", "group_id" ON "account" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'account is append-only'); END

CREATE TRIGGER account_refuse_delete BEFORE DELETE ON "account" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'account is append-only'); END

CREATE UNIQUE INDEX one_open_draft ON draft (talk_id) WHERE state = 'open'

CREATE UNIQUE INDEX one_holder_of_a_role ON staff_role (person_id, role) WHERE revoked_at IS NULL

CREATE UNIQUE INDEX one_office_at_a_time ON officer (group_id, person_id, office) WHERE until IS NULL

CREATE TABLE "chat_move" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "old_chat" VARCHAR(140) NOT NULL,
    "new_chat" VARCHAR(140) NOT NULL,
    "moved_at" TIMESTAMP CHECK ("moved_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    CONSTRAINT "uid_chat_move_channel_4348fb" UNIQUE ("channel", "old_chat")
)

CREATE TABLE "decision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(12) CHECK ("kind" IN ('reversal', 'reschedule', 'write_off', 'counter_cash', 'capital', 'refund', 'correction', 'recovery', 'funding_rule')) NOT NULL,
    "subject" VARCHAR(60) NOT NULL,
    "content" JSON NOT NULL,
    "amount" BIGINT CHECK ("amount" >= 0 AND ("status" NOT IN ('approved', 'refused') OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "proposed_by_id"))) NOT NULL,
    "proposed_at" TIMESTAMP CHECK ("proposed_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "expires_at" TIMESTAMP CHECK ("expires_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "status" VARCHAR(9) CHECK ("status" IN ('proposed', 'approved', 'refused', 'expired', 'cancelled')) NOT NULL,
    "decided_at" TIMESTAMP CHECK ("decided_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "reason" VARCHAR(300) NOT NULL,
    "decided_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT REFERENCES "journal_entry" ("id") ON DELETE RESTRICT,
    "proposed_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_decision_subject_f0e78f" ON "decision" ("subject")

CREATE INDEX "idx_decision_status_3c1118" ON "decision" ("status", "expires_at")

CREATE TABLE "job_run" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "job" VARCHAR(40) NOT NULL,
    "due_at" TIMESTAMP CHECK ("due_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "ran_at" TIMESTAMP CHECK ("ran_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "outcome" VARCHAR(7) CHECK ("outcome" IN ('began', 'done', 'dropped', 'failed')) NOT NULL,
    CONSTRAINT "uid_job_run_job_d0ec8e" UNIQUE ("job", "due_at")
)

CREATE TABLE "report_handling" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "since" TIMESTAMP CHECK ("since" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "status" VARCHAR(8) CHECK ("status" IN ('accepted', 'rejected')),
    "amount" BIGINT CHECK ("amount" > 0 AND ("status" IS NULL) = ("posts_at" IS NULL) AND ("amount" IS NOT NULL) = (COALESCE("status", '') = 'accepted')),
    "reason" VARCHAR(300) NOT NULL,
    "posts_at" TIMESTAMP CHECK ("posts_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "report_id" BIGINT NOT NULL UNIQUE REFERENCES "repayment_report" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_report_hand_posts_a_e77cd0" ON "report_handling" ("posts_at")

CREATE TABLE "bank_format" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "signature" VARCHAR(64) NOT NULL,
    "columns" JSON NOT NULL,
    "confirmed_at" TIMESTAMP CHECK ("confirmed_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "confirmed_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_bank_format_program_105959" UNIQUE ("programme_id", "signature")
)

CREATE TABLE "match_offer" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "pairs" JSON NOT NULL,
    "made_at" TIMESTAMP CHECK ("made_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE TABLE "sheet" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "rows" JSON NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "media_id" BIGINT NOT NULL UNIQUE REFERENCES "kept_media" ("id") ON DELETE RESTRICT
)

CREATE TABLE "statement_import" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "signature" VARCHAR(64) NOT NULL,
    "imported_at" TIMESTAMP CHECK ("imported_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "first_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "rows" INT NOT NULL,
    "credits" INT NOT NULL,
    "new" INT NOT NULL,
    "broken" INT NOT NULL,
    "imported_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_statement_i_program_406038" UNIQUE ("programme_id", "media_id")
)

CREATE TABLE "bank_line" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "booked_on" DATE NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "description" VARCHAR(500) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "balance" BIGINT,
    "fingerprint" VARCHAR(64) NOT NULL,
    "settled" INT NOT NULL,
    "first_import_id" BIGINT NOT NULL REFERENCES "statement_import" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    "report_id" BIGINT  UNIQUE REFERENCES "repayment_report" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_bank_line_program_e688b0" UNIQUE ("programme_id", "fingerprint")
)

CREATE INDEX "idx_bank_line_program_ffa556" ON "bank_line" ("programme_id", "amount", "booked_on")

CREATE TABLE "payment_code" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" BIGINT CHECK ("code" BETWEEN 1 AND 999) NOT NULL,
    "given_at" TIMESTAMP CHECK ("given_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_payment_cod_program_7a9f92" UNIQUE ("programme_id", "group_id"),
    CONSTRAINT "uid_payment_cod_program_7d114c" UNIQUE ("programme_id", "code")
)

CREATE TABLE "correction_request" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "paid_on" DATE NOT NULL,
    "words" VARCHAR(300) NOT NULL,
    "asked_at" TIMESTAMP CHECK ("asked_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "state" VARCHAR(8) CHECK ("state" IN ('open', 'proposed', 'done', 'refused', 'void')) NOT NULL,
    "settled_at" TIMESTAMP CHECK ("settled_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "reason" VARCHAR(300) NOT NULL,
    "report_id" BIGINT NOT NULL REFERENCES "repayment_report" ("id") ON DELETE RESTRICT,
    "requester_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "settled_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_correction__report__0ed6cc" ON "correction_request" ("report_id", "state")

CREATE TABLE "self_audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP CHECK ("at" GLOB '????-??-?? ??:??:??*+00:00'),
    "entries" BIGINT NOT NULL,
    "head" VARCHAR(64) NOT NULL,
    "difference" JSON,
    "asked_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_self_audit_program_14b7bb" ON "self_audit" ("programme_id", "at")

CREATE TABLE "progress_report" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "period" VARCHAR(10) NOT NULL,
    "caption" VARCHAR(1000) NOT NULL,
    "sales" BIGINT CHECK ("sales" >= 0),
    "sales_words" VARCHAR(300) NOT NULL,
    "members_working" BIGINT CHECK ("members_working" >= 0),
    "obstacles" VARCHAR(300),
    "status" VARCHAR(11) CHECK ("status" IN ('submitted', 'accepted', 'more_wanted')) NOT NULL,
    "warnings" VARCHAR(200) NOT NULL,
    "submitted_at" TIMESTAMP CHECK ("submitted_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "times_sent" BIGINT CHECK ("times_sent" > 0) NOT NULL,
    "accepted_at" TIMESTAMP CHECK ("accepted_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "decided_at" TIMESTAMP CHECK ("decided_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "reason" VARCHAR(300) NOT NULL,
    "decided_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "reporter_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_progress_re_group_i_22f767" UNIQUE ("group_id", "period")
)

CREATE INDEX "idx_progress_re_status_e5c472" ON "progress_report" ("status", "submitted_at")

CREATE TABLE "progress_addition" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "at" TIMESTAMP CHECK ("at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "photos" BIGINT CHECK ("photos" >= 0) NOT NULL,
    "caption" VARCHAR(1000) NOT NULL,
    "sales" BIGINT CHECK ("sales" >= 0),
    "sales_words" VARCHAR(300) NOT NULL,
    "members_working" BIGINT CHECK ("members_working" >= 0),
    "obstacles" VARCHAR(300),
    "report_id" BIGINT NOT NULL REFERENCES "progress_report" ("id") ON DELETE RESTRICT,
    "reporter_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE TABLE "progress_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP CHECK ("at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "author_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "report_id" BIGINT NOT NULL REFERENCES "progress_report" ("id") ON DELETE RESTRICT
)

CREATE TABLE "progress_photo" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "position" BIGINT CHECK ("position" > 0) NOT NULL,
    "added_at" TIMESTAMP CHECK ("added_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT,
    "report_id" BIGINT NOT NULL REFERENCES "progress_report" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_progress_ph_report__c2dc6f" UNIQUE ("report_id", "media_id")
)

CREATE INDEX "idx_progress_ph_media_i_0f2e1d" ON "progress_photo" ("media_id")

CREATE TABLE "picture_evidence" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "brightness" SMALLINT NOT NULL,
    "brightness_dark" SMALLINT NOT NULL,
    "brightness_light" SMALLINT NOT NULL,
    "sharpness" SMALLINT NOT NULL,
    "screenshot" SMALLINT NOT NULL,
    "screen_photo" SMALLINT NOT NULL,
    "phash" BIGINT NOT NULL,
    "dhash" BIGINT NOT NULL,
    "band_0" SMALLINT,
    "band_1" SMALLINT,
    "band_2" SMALLINT,
    "band_3" SMALLINT,
    "computed_at" TIMESTAMP CHECK ("computed_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "media_id" BIGINT NOT NULL UNIQUE REFERENCES "kept_media" ("id") ON DELETE CASCADE
)

CREATE INDEX "idx_picture_evi_band_0_8ee6db" ON "picture_evidence" ("band_0")

CREATE INDEX "idx_picture_evi_band_1_8e5d22" ON "picture_evidence" ("band_1")

CREATE INDEX "idx_picture_evi_band_2_ff716c" ON "picture_evidence" ("band_2")

CREATE INDEX "idx_picture_evi_band_3_eb92a1" ON "picture_evidence" ("band_3")

CREATE TABLE "visit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "visited_on" DATE NOT NULL,
    "seen" VARCHAR(600) NOT NULL,
    "marks" VARCHAR(300) NOT NULL,
    "stage" VARCHAR(9) CHECK ("stage" IN ('beginning', 'growing', 'thriving', 'advanced')) NOT NULL,
    "recommended" INT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "recorded_at" TIMESTAMP CHECK ("recorded_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "facilitator_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_visit_group_i_19b88c" ON "visit" ("group_id", "visited_on")

CREATE TABLE "visit_photo" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT,
    "visit_id" BIGINT NOT NULL REFERENCES "visit" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_visit_photo_visit_i_68480e" UNIQUE ("visit_id", "media_id")
)

CREATE TABLE "field_task" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "reasons" JSON NOT NULL,
    "state" VARCHAR(9) CHECK ("state" IN ('open', 'done', 'dismissed')) NOT NULL,
    "created_at" TIMESTAMP CHECK ("created_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "settled_at" TIMESTAMP CHECK ("settled_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_field_task_group_i_ae3859" ON "field_task" ("group_id", "state")

CREATE INDEX "idx_field_task_person__bbfef3" ON "field_task" ("person_id", "state")

CREATE TABLE "help_message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "side" VARCHAR(6) CHECK ("side" IN ('person', 'office')) NOT NULL,
    "words" TEXT NOT NULL,
    "media" JSON NOT NULL,
    "said_at" TIMESTAMP CHECK ("said_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "shown_with" BIGINT,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "request_id" BIGINT NOT NULL REFERENCES "help_request" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_help_messag_request_a41364" ON "help_message" ("request_id", "id")

CREATE INDEX "idx_help_reques_state_c864eb" ON "help_request" ("state", "promised_until")

CREATE INDEX "idx_help_reques_state_c99fed" ON "help_request" ("state", "last_said_at")

CREATE UNIQUE INDEX one_talk_of_a_person ON help_request (person_id) WHERE state <> 'closed'

CREATE UNIQUE INDEX one_talk_of_an_address ON help_request (address_id) WHERE state <> 'closed'

CREATE TABLE "application" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "applied_at" TIMESTAMP CHECK ("applied_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "purpose" VARCHAR(300) NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "status" VARCHAR(9) CHECK ("status" IN ('submitted', 'returned', 'waiting', 'postponed', 'refused', 'withdrawn', 'funded')) NOT NULL,
    "granted" BIGINT CHECK ("granted" > 0),
    "priority" BIGINT CHECK ("priority" BETWEEN 1 AND 9) NOT NULL,
    "accepted_at" TIMESTAMP CHECK ("accepted_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "stands_since" TIMESTAMP CHECK ("stands_since" GLOB '????-??-?? ??:??:??*+00:00'),
    "reason" VARCHAR(300) NOT NULL,
    "applied_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_application_program_ea2add" ON "application" ("programme_id", "status")

CREATE INDEX "idx_application_group_i_5d1818" ON "application" ("group_id", "status")

CREATE TABLE "application_file" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "application_id" BIGINT NOT NULL REFERENCES "application" ("id") ON DELETE RESTRICT,
    "media_id" BIGINT NOT NULL REFERENCES "kept_media" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_application_applica_01a9a8" UNIQUE ("application_id", "media_id")
)

CREATE TABLE "funding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "tranche" BIGINT CHECK ("tranche" > 0) NOT NULL,
    "tranches" BIGINT CHECK ("tranches" > 0) NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0 AND ("approved_by_id" IS NULL OR ("confirmed_by_id" IS NOT NULL AND "approved_by_id" <> "confirmed_by_id"))) NOT NULL,
    "state" VARCHAR(9) CHECK ("state" IN ('planned', 'proposed', 'confirmed', 'approved', 'paid', 'postponed', 'refused', 'withdrawn')) NOT NULL,
    "cause" VARCHAR(60) NOT NULL,
    "evidence" JSON NOT NULL,
    "proposed_at" TIMESTAMP CHECK ("proposed_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "confirmed_at" TIMESTAMP CHECK ("confirmed_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "approved_at" TIMESTAMP CHECK ("approved_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "paid_on" DATE,
    "terms" JSON,
    "settled_at" TIMESTAMP CHECK ("settled_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "reason" VARCHAR(300) NOT NULL,
    "application_id" BIGINT NOT NULL REFERENCES "application" ("id") ON DELETE RESTRICT,
    "approved_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "confirmed_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "paid_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    "proof_id" BIGINT REFERENCES "kept_media" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_funding_program_93fb46" ON "funding" ("programme_id", "state")

CREATE INDEX "idx_funding_applica_96055c" ON "funding" ("application_id", "state")

CREATE TABLE "funding_rule" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT CHECK ("version" > 0) NOT NULL,
    "content" JSON NOT NULL,
    "since" TIMESTAMP CHECK ("since" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "decision_id" BIGINT REFERENCES "decision" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_funding_rul_program_a8a4e4" UNIQUE ("programme_id", "version")
)

CREATE TABLE "planned_capital" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "expected_on" DATE NOT NULL,
    "told_at" TIMESTAMP CHECK ("told_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "ended_at" TIMESTAMP CHECK ("ended_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    "told_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_planned_cap_program_8da741" ON "planned_capital" ("programme_id", "ended_at")

CREATE TABLE "queue_event" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" BIGINT CHECK ("number" > 0) NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "at" TIMESTAMP CHECK ("at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "facts" JSON NOT NULL,
    "previous_hash" VARCHAR(64) NOT NULL,
    "hash" VARCHAR(64) NOT NULL,
    "application_id" BIGINT REFERENCES "application" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_queue_event_program_59ebcc" UNIQUE ("programme_id", "number")
)

CREATE TRIGGER queue_event_refuse_update BEFORE UPDATE ON "queue_event" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'queue_event is append-only'); END

CREATE TRIGGER queue_event_refuse_delete BEFORE DELETE ON "queue_event" FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'queue_event is append-only'); END

CREATE UNIQUE INDEX one_open_application ON application (group_id) WHERE status IN ('submitted', 'returned', 'waiting', 'postponed')

CREATE TABLE "call_task" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(80) NOT NULL UNIQUE,
    "loan_id" BIGINT NOT NULL,
    "instalment_id" BIGINT NOT NULL,
    "created_on" DATE NOT NULL,
    "state" VARCHAR(11) CHECK ("state" IN ('open', 'called', 'promised', 'not_reached', 'moot')) NOT NULL,
    "posted" BIGINT CHECK ("posted" >= 0) NOT NULL DEFAULT 0,
    "settled_at_ms" BIGINT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "settled_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_call_task_state_4a0143" ON "call_task" ("state", "posted")

CREATE INDEX "idx_call_task_loan_id_09d84d" ON "call_task" ("loan_id", "state")

CREATE TABLE "notice" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(80) NOT NULL UNIQUE,
    "kind" VARCHAR(8) CHECK ("kind" IN ('promised', 'overdue', 'due', 'called', 'progress', 'place')) NOT NULL,
    "loan_id" BIGINT,
    "about_id" BIGINT NOT NULL,
    "step" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "good_until" DATE NOT NULL,
    "state" VARCHAR(7) CHECK ("state" IN ('planned', 'told', 'dropped')) NOT NULL,
    "reason" VARCHAR(30) NOT NULL,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_notice_person__bc0426" ON "notice" ("person_id", "day")

CREATE INDEX "idx_notice_loan_id_623009" ON "notice" ("loan_id", "day")

CREATE INDEX "idx_notice_state_92c333" ON "notice" ("state", "day")

CREATE TABLE "notice_pause" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "money_until" DATE NOT NULL,
    "asked_at" TIMESTAMP CHECK ("asked_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "ended_at" TIMESTAMP CHECK ("ended_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_notice_paus_person__04e7cf" ON "notice_pause" ("person_id", "until")

CREATE TABLE "notice_plan" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "content" JSON NOT NULL,
    "promise_days" BIGINT CHECK ("promise_days" > 0) NOT NULL,
    "changed_at" TIMESTAMP CHECK ("changed_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "programme_id" BIGINT NOT NULL UNIQUE REFERENCES "programme" ("id") ON DELETE RESTRICT
)

CREATE TABLE "payment_promise" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" BIGINT NOT NULL UNIQUE,
    "promised_on" DATE NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0),
    "reason" VARCHAR(200) NOT NULL,
    "made_at" TIMESTAMP CHECK ("made_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "made_on" DATE NOT NULL,
    "asked_on" DATE NOT NULL,
    "silent_until" DATE NOT NULL,
    "state" VARCHAR(8) CHECK ("state" IN ('open', 'replaced', 'kept', 'broken')) NOT NULL,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "loan_id" BIGINT NOT NULL REFERENCES "loan" ("id") ON DELETE RESTRICT,
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_payment_pro_loan_id_e34c7e" ON "payment_promise" ("loan_id", "state")

CREATE INDEX "idx_payment_pro_state_076373" ON "payment_promise" ("state", "silent_until")

CREATE INDEX "idx_address_person__cdeb72" ON "address" ("person_id")

CREATE INDEX "idx_instalment_due_on_066bee" ON "instalment" ("due_on")

CREATE INDEX "idx_officer_group_i_6707c5" ON "officer" ("group_id", "until")

CREATE TABLE "delivery" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "external_id" VARCHAR(200) NOT NULL,
    "outbox_id" BIGINT,
    "part" INT NOT NULL,
    "parts" INT NOT NULL,
    "rank" BIGINT CHECK ("rank" >= 0) NOT NULL,
    "told_at_ms" BIGINT NOT NULL,
    "failed_at_ms" BIGINT,
    "trouble" VARCHAR(300) NOT NULL,
    CONSTRAINT "uid_delivery_channel_9bd527" UNIQUE ("channel", "external_id")
)

CREATE INDEX "idx_delivery_outbox__4ef90c" ON "delivery" ("outbox_id")

CREATE UNIQUE INDEX one_address_of_an_alias ON address (channel, alias)

CREATE TABLE "missed_words" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "question" VARCHAR(80) NOT NULL,
    "words" VARCHAR(200) NOT NULL,
    "times" BIGINT CHECK ("times" >= 1) NOT NULL,
    "last_at" TIMESTAMP CHECK ("last_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    CONSTRAINT "uid_missed_word_questio_f8276b" UNIQUE ("question", "words")
)

CREATE INDEX "idx_missed_word_last_at_88889d" ON "missed_words" ("last_at")

CREATE TABLE "announcement" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state" VARCHAR(7) CHECK ("state" IN ('preview', 'sending', 'told', 'dropped')) NOT NULL,
    "people" BIGINT CHECK ("people" >= 0) NOT NULL,
    "made_at" TIMESTAMP CHECK ("made_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "decided_at" TIMESTAMP CHECK ("decided_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "told_at" TIMESTAMP CHECK ("told_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "decided_by_id" BIGINT REFERENCES "person" ("id") ON DELETE RESTRICT,
    "funding_id" BIGINT NOT NULL UNIQUE REFERENCES "funding" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_announcemen_state_f7a955" ON "announcement" ("state")

CREATE TABLE "funding_claim" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(60) NOT NULL UNIQUE,
    "funding_id" BIGINT NOT NULL REFERENCES "funding" ("id") ON DELETE RESTRICT
)

CREATE TABLE "link_code" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "asked_at_id" BIGINT NOT NULL,
    "made_at" TIMESTAMP CHECK ("made_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "ended_at" TIMESTAMP CHECK ("ended_at" GLOB '????-??-?? ??:??:??*+00:00'),
    "person_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE INDEX "idx_link_code_made_at_69a8cb" ON "link_code" ("made_at")

CREATE INDEX "idx_link_code_code_169a99" ON "link_code" ("code")

CREATE INDEX "idx_link_code_person__7fd7da" ON "link_code" ("person_id")

CREATE TABLE "simulation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "amount" BIGINT CHECK ("amount" > 0) NOT NULL,
    "asked_at" TIMESTAMP CHECK ("asked_at" GLOB '????-??-?? ??:??:??*+00:00') NOT NULL,
    "asked_by_id" BIGINT NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
    "group_id" BIGINT NOT NULL REFERENCES "beneficiary_group" ("id") ON DELETE RESTRICT,
    "programme_id" BIGINT NOT NULL REFERENCES "programme" ("id") ON DELETE RESTRICT
)
