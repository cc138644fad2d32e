"""Bank statements: sheets, how their columns are read, and the money that came in."""

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedCharField, RupiahField, UtcDatetimeField
from models.widening import WidenField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0006_till")]

    initial = False

    operations = [
        ops.CreateModel(
            name="BankFormat",
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
                        related_name="bank_formats",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("signature", fields.CharField(max_length=64)),
                ("columns", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                (
                    "confirmed_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="confirmed_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bank_formats",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("confirmed_at", UtcDatetimeField()),
            ],
            options={
                "table": "bank_format",
                "app": "models",
                "unique_together": (("programme_id", "signature"),),
                "pk_attr": "id",
                "table_description": "Which columns of a bank's file hold what, as a treasurer confirmed it once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MatchOffer",
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
                        related_name="match_offers",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("pairs", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("made_at", UtcDatetimeField()),
            ],
            options={
                "table": "match_offer",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The reports of one button, to verify or to take back: exactly those, whatever comes later.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "media",
                    fields.OneToOneField(
                        "models.KeptMedia",
                        source_field="media_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sheet",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("name", fields.CharField(max_length=200)),
                ("rows", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("created_at", UtcDatetimeField()),
            ],
            options={
                "table": "sheet",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The first page of a kept CSV or XLSX file, nothing of it was ever executed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="StatementImport",
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
                        related_name="statements",
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
                        related_name="statements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("signature", fields.CharField(max_length=64)),
                (
                    "imported_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="imported_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="statements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("imported_at", UtcDatetimeField()),
                ("first_on", fields.DateField()),
                ("last_on", fields.DateField()),
                ("rows", fields.IntField()),
                ("credits", fields.IntField()),
                ("new", fields.IntField()),
                ("broken", fields.IntField()),
            ],
            options={
                "table": "statement_import",
                "app": "models",
                "unique_together": (("programme_id", "media_id"),),
                "pk_attr": "id",
                "table_description": "A statement that was read into a programme, with what was found in it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BankLine",
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
                        related_name="bank_lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("booked_on", fields.DateField()),
                ("amount", RupiahField(check="> 0")),
                ("description", fields.CharField(default="", max_length=500)),
                ("reference", fields.CharField(default="", max_length=120)),
                ("balance", fields.BigIntField(null=True)),
                ("fingerprint", fields.CharField(max_length=64)),
                (
                    "first_import",
                    fields.ForeignKeyField(
                        "models.StatementImport",
                        source_field="first_import_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "report",
                    fields.OneToOneField(
                        "models.RepaymentReport",
                        source_field="report_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="bank_line",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("settled", fields.BooleanField(default=False)),
            ],
            options={
                "table": "bank_line",
                "app": "models",
                "unique_together": (("programme_id", "fingerprint"),),
                "indexes": [Index(fields=["programme_id", "amount", "booked_on"])],
                "pk_attr": "id",
                "table_description": "Money that came in on a programme's account, matched when it has a report.",
            },
            bases=["Model"],
        ),
        WidenField(
            model_name="KeptMedia",
            name="kind",
            field=CheckedCharField(choices=("picture", "pdf", "sheet"), max_length=7),
        ),
        ops.AddField(
            model_name="Programme",
            name="counts_matched_only",
            field=fields.BooleanField(default=False, db_default=False),
        ),
    ]
