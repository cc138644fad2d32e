from tortoise import migrations
from tortoise.migrations import operations as ops
from models.fields import CheckedBigIntField, CheckedCharField, RupiahField, UtcDatetimeField
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=20)),
                ("name", fields.CharField(max_length=120)),
                (
                    "kind",
                    CheckedCharField(
                        choices=("kube", "karang_taruna", "fakir_miskin", "other"), max_length=13
                    ),
                ),
                ("village", fields.CharField(max_length=80)),
                ("district", fields.CharField(max_length=80)),
                ("business", fields.CharField(max_length=120)),
                ("member_count", CheckedBigIntField(check="> 0")),
                (
                    "status",
                    CheckedCharField(
                        choices=("candidate", "registered", "verified", "inactive"), max_length=10
                    ),
                ),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "beneficiary_group",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A group of households that borrows, or waits to borrow, together.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="KeptMedia",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("sha256", fields.CharField(unique=True, max_length=64)),
                ("kind", CheckedCharField(choices=("picture", "pdf"), max_length=7)),
                ("mime", fields.CharField(max_length=60)),
                ("size_bytes", CheckedBigIntField(check="> 0")),
                ("width", fields.IntField(default=0)),
                ("height", fields.IntField(default=0)),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "kept_media",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A file in the content-addressed store, known by the SHA-256 of the bytes that arrived.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OutboxMessage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key", fields.CharField(unique=True, max_length=200)),
                ("channel", fields.CharField(max_length=16)),
                ("chat", fields.CharField(max_length=140)),
                ("language", fields.CharField(max_length=5)),
                ("reply", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("subject", fields.CharField(default="", max_length=60)),
                ("edits_id", fields.BigIntField(null=True)),
                ("priority", CheckedBigIntField(default=0, check=">= 0")),
                (
                    "state",
                    CheckedCharField(
                        default="waiting",
                        choices=("waiting", "sending", "sent", "failed", "dropped"),
                        max_length=7,
                    ),
                ),
                ("attempts", CheckedBigIntField(default=0, check=">= 0")),
                ("not_before_ms", fields.BigIntField()),
                ("created_at_ms", fields.BigIntField()),
                ("claimed_at_ms", fields.BigIntField(null=True)),
                ("claimed_by", fields.CharField(null=True, max_length=40)),
                ("sent_at_ms", fields.BigIntField(null=True)),
                ("receipt", fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                ("repeated", fields.BooleanField(default=False)),
                ("trouble", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "outbox",
                "app": "models",
                "indexes": [
                    Index(fields=["state", "not_before_ms"]),
                    Index(fields=["channel", "chat", "state"]),
                    Index(fields=["subject"]),
                ],
                "pk_attr": "id",
                "table_description": "One message to one chat. `key` is unique: planning it twice writes it once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("name", fields.CharField(max_length=120)),
                ("phone", fields.CharField(null=True, unique=True, max_length=16)),
                ("language", CheckedCharField(default="id", choices=("id", "en"), max_length=2)),
                ("consented_at", UtcDatetimeField(null=True)),
                ("consent_version", fields.CharField(null=True, max_length=20)),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "person",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Somebody whom the office knows. Keyed by us, never by a phone number (it may change).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("channel", fields.CharField(max_length=16)),
                ("external_id", fields.CharField(max_length=140)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="addresses",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("display_name", fields.CharField(default="", max_length=160)),
                ("unreachable_since", UtcDatetimeField(null=True)),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "address",
                "app": "models",
                "unique_together": (("channel", "external_id"),),
                "pk_attr": "id",
                "table_description": "One way to reach somebody on one channel, a stranger's address has no person yet.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("subject", fields.CharField(db_index=True, max_length=60)),
                ("deed", fields.CharField(max_length=60)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="deeds",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("at", UtcDatetimeField()),
                ("facts", fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={
                "table": "audit_event",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One deed, `subject` names the thing, such as `report:17`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="HelpRequest",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "address",
                    fields.ForeignKeyField(
                        "models.Address",
                        source_field="address_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="help_requests",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="help_requests",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("last_words", fields.CharField(default="", max_length=1000)),
                (
                    "state",
                    CheckedCharField(default="open", choices=("open", "answered"), max_length=8),
                ),
                ("asked_at", UtcDatetimeField()),
            ],
            options={
                "table": "help_request",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A call for a human, with the last words that were not understood.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InboxMessage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("channel", fields.CharField(max_length=16)),
                ("external_id", fields.CharField(max_length=200)),
                (
                    "address",
                    fields.ForeignKeyField(
                        "models.Address",
                        source_field="address_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="inbox",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("chat", fields.CharField(default="", max_length=140)),
                ("private", fields.BooleanField(default=True)),
                ("payload", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("event", fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                (
                    "state",
                    CheckedCharField(
                        choices=("fetching", "waiting", "done", "set_aside"), max_length=9
                    ),
                ),
                ("attempts", CheckedBigIntField(default=0, check=">= 0")),
                ("ready_at_ms", fields.BigIntField()),
                ("received_at_ms", fields.BigIntField()),
                ("handled_at_ms", fields.BigIntField(null=True)),
                ("trouble", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "inbox",
                "app": "models",
                "unique_together": (("channel", "external_id"),),
                "indexes": [
                    Index(fields=["state", "ready_at_ms"]),
                    Index(fields=["address_id", "state"]),
                ],
                "pk_attr": "id",
                "table_description": "One event of a channel, with the payload as it came.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MediaSighting",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "media",
                    fields.ForeignKeyField(
                        "models.KeptMedia",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sightings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("channel", fields.CharField(max_length=16)),
                ("fingerprint", fields.CharField(max_length=140)),
                (
                    "address",
                    fields.ForeignKeyField(
                        "models.Address",
                        source_field="address_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sightings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("seen_at", UtcDatetimeField()),
            ],
            options={
                "table": "media_sighting",
                "app": "models",
                "indexes": [Index(fields=["channel", "fingerprint"]), Index(fields=["media_id"])],
                "pk_attr": "id",
                "table_description": "Somebody sent this file: the trail by which a slip seen before is noticed in any group.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Officer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="officers",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="offices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "office",
                    CheckedCharField(
                        choices=("leader", "secretary", "treasurer", "facilitator"), max_length=11
                    ),
                ),
                ("since", UtcDatetimeField()),
                ("until", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "officer",
                "app": "models",
                "indexes": [Index(fields=["person_id", "until"])],
                "pk_attr": "id",
                "table_description": "Who holds which office in a group, and since when, a change keeps the history.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=20)),
                ("name", fields.CharField(max_length=120)),
                ("source", fields.CharField(max_length=200)),
                ("legal_basis", fields.CharField(max_length=200)),
                (
                    "allocation_order",
                    CheckedCharField(
                        default="oldest_instalment_first",
                        choices=("oldest_instalment_first", "all_fees_first"),
                        max_length=23,
                    ),
                ),
                (
                    "fund_mode",
                    CheckedCharField(
                        default="revolving_account",
                        choices=("revolving_account", "district_treasury"),
                        max_length=17,
                    ),
                ),
                ("minimum_balance", RupiahField(default=0, check=">= 0")),
                ("smallest_repayment", RupiahField(default=10000, check="> 0")),
                ("bank_account", fields.CharField(default="", max_length=160)),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "programme",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A fund with its source, legal basis and rules, programmes are kept apart in the ledger.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JournalEntry",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "programme",
                    fields.ForeignKeyField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="entries",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "number",
                    CheckedBigIntField(
                        check='> 0 AND ("approver_id" IS NULL OR "maker_id" IS NULL OR "approver_id" <> "maker_id")'
                    ),
                ),
                (
                    "kind",
                    CheckedCharField(
                        choices=(
                            "capital_in",
                            "disbursement",
                            "repayment",
                            "credit_applied",
                            "credit_refund",
                            "reversal",
                            "write_off",
                            "recovery",
                            "adjustment",
                            "treasury_deposit",
                            "treasury_release",
                            "fee_remittance",
                        ),
                        max_length=16,
                    ),
                ),
                ("reference", fields.CharField(unique=True, max_length=120)),
                ("content_hash", fields.CharField(max_length=64)),
                ("booked_on", fields.DateField()),
                ("posted_at", UtcDatetimeField()),
                (
                    "maker",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="maker_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="entries_made",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "approver",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="approver_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="entries_approved",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("cause", fields.CharField(max_length=80)),
                ("note", fields.CharField(default="", max_length=300)),
                (
                    "reverses",
                    fields.OneToOneField(
                        "models.JournalEntry",
                        source_field="reverses_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reversed_by",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("previous_hash", fields.CharField(max_length=64)),
                ("hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "journal_entry",
                "app": "models",
                "unique_together": (("programme_id", "number"),),
                "pk_attr": "id",
                "table_description": "One event of money: who, when, why, chained by hash to the entry before it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Loan",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=30)),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="loans",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "programme",
                    fields.ForeignKeyField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="loans",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("principal", RupiahField(check="> 0")),
                ("fee_basis_points", CheckedBigIntField(default=0, check=">= 0")),
                ("disbursed_on", fields.DateField()),
                (
                    "status",
                    CheckedCharField(
                        default="active", choices=("active", "repaid", "written_off"), max_length=11
                    ),
                ),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "loan",
                "app": "models",
                "indexes": [Index(fields=["group_id", "status"])],
                "pk_attr": "id",
                "table_description": "Capital lent to a group: principal, fee and schedule, in rupiah and WITA days.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=60)),
                (
                    "kind",
                    CheckedCharField(
                        choices=(
                            "fund_cash",
                            "fee_cash",
                            "credit_cash",
                            "treasury",
                            "loan_receivable",
                            "written_off",
                            "fee_remitted",
                            "capital",
                            "fee_income",
                            "group_credit",
                        ),
                        max_length=15,
                    ),
                ),
                (
                    "programme",
                    fields.ForeignKeyField(
                        "models.Programme",
                        source_field="programme_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="accounts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="accounts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="accounts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("balance", RupiahField(default=0, check=">= 0")),
            ],
            options={
                "table": "account",
                "app": "models",
                "indexes": [
                    Index(fields=["programme_id", "kind"]),
                    Index(fields=["group_id", "kind"]),
                ],
                "pk_attr": "id",
                "table_description": "An account with its running balance in rupiah, on its natural side never below zero.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Instalment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="instalments",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", CheckedBigIntField(default=1, check="> 0")),
                ("number", CheckedBigIntField(check="> 0")),
                ("due_on", fields.DateField()),
                ("principal", RupiahField(check=">= 0")),
                ("fee", RupiahField(default=0, check=">= 0")),
                ("replaced_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "instalment",
                "app": "models",
                "unique_together": (("loan_id", "version", "number"),),
                "pk_attr": "id",
                "table_description": "What is due on a day, a rescheduling replaces unpaid ones by a new version.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Allocation",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "entry",
                    fields.ForeignKeyField(
                        "models.JournalEntry",
                        source_field="entry_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="allocations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line", CheckedBigIntField(check="> 0")),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="allocations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "instalment",
                    fields.ForeignKeyField(
                        "models.Instalment",
                        source_field="instalment_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="allocations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "component",
                    CheckedCharField(choices=("fee", "principal", "credit"), max_length=9),
                ),
                (
                    "amount",
                    RupiahField(
                        check='<> 0 AND ("instalment_id" IS NULL) = ("component" = \'credit\')'
                    ),
                ),
            ],
            options={
                "table": "allocation",
                "app": "models",
                "unique_together": (("entry_id", "line"),),
                "indexes": [Index(fields=["loan_id"]), Index(fields=["instalment_id"])],
                "pk_attr": "id",
                "table_description": "What a share of an entry paid for on a loan, in rupiah, negative where it was taken back.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "entry",
                    fields.ForeignKeyField(
                        "models.JournalEntry",
                        source_field="entry_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="postings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line", CheckedBigIntField(check="> 0")),
                (
                    "debit",
                    fields.ForeignKeyField(
                        "models.Account",
                        source_field="debit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="debits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "credit",
                    fields.ForeignKeyField(
                        "models.Account",
                        source_field="credit_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="credits",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount", RupiahField(check='> 0 AND "debit_id" <> "credit_id"')),
            ],
            options={
                "table": "posting",
                "app": "models",
                "unique_together": (("entry_id", "line"),),
                "indexes": [Index(fields=["debit_id"]), Index(fields=["credit_id"])],
                "pk_attr": "id",
                "table_description": "One transfer of an entry: an amount in rupiah from the credited to the debited account.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RepaymentReport",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=20)),
                ("draft_id", fields.BigIntField(null=True, unique=True)),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reports",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "loan",
                    fields.ForeignKeyField(
                        "models.Loan",
                        source_field="loan_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reports",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "reporter",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="reporter_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reports",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount", RupiahField(check="> 0")),
                ("paid_on", fields.DateField()),
                ("method", CheckedCharField(choices=("transfer", "cash"), max_length=8)),
                (
                    "status",
                    CheckedCharField(
                        default="submitted",
                        choices=("submitted", "accepted", "rejected", "reversed"),
                        max_length=9,
                    ),
                ),
                ("warnings", fields.CharField(default="", max_length=200)),
                ("submitted_at", UtcDatetimeField()),
                ("decided_at", UtcDatetimeField(null=True)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="decisions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("accepted_amount", RupiahField(null=True, check="> 0")),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "repayment_report",
                "app": "models",
                "indexes": [
                    Index(fields=["group_id", "status"]),
                    Index(fields=["status", "submitted_at"]),
                ],
                "pk_attr": "id",
                "table_description": "A claim of a group: so much, on that day, in that way, with these slips.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReportSlip",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "report",
                    fields.ForeignKeyField(
                        "models.RepaymentReport",
                        source_field="report_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="slips",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "media",
                    fields.ForeignKeyField(
                        "models.KeptMedia",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="slips",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "report_slip",
                "app": "models",
                "unique_together": (("report_id", "media_id"),),
                "pk_attr": "id",
                "table_description": "A slip belonging to a report.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="StaffRole",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="staff_roles",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "role",
                    CheckedCharField(
                        choices=("viewer", "verifier", "treasurer", "approver", "administrator"),
                        max_length=13,
                    ),
                ),
                ("granted_at", UtcDatetimeField()),
                (
                    "granted_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="granted_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="roles_granted",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("revoked_at", UtcDatetimeField(null=True)),
            ],
            options={
                "table": "staff_role",
                "app": "models",
                "indexes": [Index(fields=["person_id", "revoked_at"])],
                "pk_attr": "id",
                "table_description": "A role that a person holds, or held: the history is kept.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Talk",
            fields=[
                (
                    "key",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=180),
                ),
                ("offered", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("misunderstood", CheckedBigIntField(default=0, check=">= 0")),
                ("updated_at_ms", fields.BigIntField()),
            ],
            options={
                "table": "talk",
                "app": "models",
                "pk_attr": "key",
                "table_description": "What must be remembered between two messages of one person in one place.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Draft",
            fields=[
                ("id", fields.BigIntField(primary_key=True, unique=True, db_index=True)),
                (
                    "talk",
                    fields.ForeignKeyField(
                        "models.Talk",
                        source_field="talk_id",
                        db_constraint=True,
                        to_field="key",
                        related_name="drafts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("form", fields.CharField(max_length=60)),
                ("content", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                (
                    "state",
                    CheckedCharField(
                        choices=("open", "aside", "submitted", "cancelled", "expired"), max_length=9
                    ),
                ),
                ("created_at_ms", fields.BigIntField()),
                ("updated_at_ms", fields.BigIntField()),
            ],
            options={
                "table": "draft",
                "app": "models",
                "indexes": [
                    Index(fields=["talk_id", "state"]),
                    Index(fields=["state", "updated_at_ms"]),
                ],
                "pk_attr": "id",
                "table_description": "The answers given so far, by name. Its id is the id of the inbox row that began it.",
            },
            bases=["Model"],
        ),
    ]
