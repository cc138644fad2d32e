"""The talks of people with the office: every word of them, the promise, and how they end.

What was settled before is closed from now on; of several open calls of one person the newest stays.
"""

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.fields import CheckedBigIntField, CheckedCharField, UtcDatetimeField
from models.widening import WidenField

_CLOSE_WHAT_IS_SETTLED = "UPDATE help_request SET state = 'closed' WHERE state = 'answered'"
_KEEP_THE_NEWEST = (
    "UPDATE help_request SET state = 'closed' WHERE state = 'open' AND EXISTS ("
    "SELECT 1 FROM help_request newer WHERE newer.state = 'open' AND newer.id > help_request.id"
    " AND (newer.address_id = help_request.address_id"
    " OR newer.person_id = help_request.person_id))"
)


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0013_visits")]

    initial = False

    operations = [
        ops.CreateModel(
            name="HelpMessage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "request",
                    fields.ForeignKeyField(
                        "models.HelpRequest",
                        source_field="request_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="messages",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("side", CheckedCharField(choices=("person", "office"), max_length=6)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="help_messages",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("words", fields.TextField(default="", unique=False)),
                ("media", fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ("said_at", UtcDatetimeField()),
                ("shown_with", fields.BigIntField(null=True)),
            ],
            options={
                "table": "help_message",
                "app": "models",
                "indexes": [Index(fields=["request_id", "id"])],
                "pk_attr": "id",
                "table_description": "Something that was said in a talk, whole, by the person or in the name of the office.",
            },
            bases=["Model"],
        ),
        WidenField(
            model_name="HelpRequest",
            name="state",
            field=CheckedCharField(
                default="open", choices=("open", "answered", "closed"), max_length=8
            ),
        ),
        ops.AddField(
            model_name="HelpRequest",
            name="reason",
            field=CheckedCharField(
                default="asked",
                db_default="asked",
                choices=("asked", "not_understood"),
                max_length=14,
            ),
        ),
        ops.AddField(
            model_name="HelpRequest",
            name="doing",
            field=fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads),
        ),
        ops.AddField(
            model_name="HelpRequest", name="earlier_id", field=fields.BigIntField(null=True)
        ),
        ops.AddField(
            model_name="HelpRequest", name="last_said_at", field=UtcDatetimeField(null=True)
        ),
        ops.AddField(
            model_name="HelpRequest", name="answered_at", field=UtcDatetimeField(null=True)
        ),
        ops.AddField(
            model_name="HelpRequest", name="promised_until", field=UtcDatetimeField(null=True)
        ),
        ops.AddField(
            model_name="HelpRequest",
            name="missed",
            field=CheckedBigIntField(default=0, db_default=0, check=">= 0"),
        ),
        ops.AddField(
            model_name="HelpRequest",
            name="postings",
            field=CheckedBigIntField(default=1, db_default=1, check=">= 0"),
        ),
        ops.AddField(
            model_name="HelpRequest",
            name="ending",
            field=CheckedCharField(
                null=True, choices=("person", "office", "silence"), max_length=7
            ),
        ),
        ops.AddField(model_name="HelpRequest", name="closed_at", field=UtcDatetimeField(null=True)),
        ops.AddField(
            model_name="HelpRequest",
            name="closed_by",
            field=fields.ForeignKeyField(
                "models.Person",
                source_field="closed_by_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="help_closed",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.AddIndex(model_name="HelpRequest", index=Index(fields=["state", "promised_until"])),
        ops.AddIndex(model_name="HelpRequest", index=Index(fields=["state", "last_said_at"])),
        ops.RunSQL(_CLOSE_WHAT_IS_SETTLED, ""),
        ops.RunSQL(_KEEP_THE_NEWEST, ""),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_talk_of_a_person ON help_request (person_id)"
            " WHERE state <> 'closed'",
            "DROP INDEX one_talk_of_a_person",
        ),
        ops.RunSQL(
            "CREATE UNIQUE INDEX one_talk_of_an_address ON help_request (address_id)"
            " WHERE state <> 'closed'",
            "DROP INDEX one_talk_of_an_address",
        ),
    ]
