"""When the jobs of the clock ran; and the values that later decisions need."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from models.fields import CheckedCharField, UtcDatetimeField
from models.widening import WidenField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0004_decisions")]

    initial = False

    operations = [
        ops.CreateModel(
            name="JobRun",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("job", fields.CharField(max_length=40)),
                ("due_at", UtcDatetimeField()),
                ("ran_at", UtcDatetimeField()),
                (
                    "outcome",
                    CheckedCharField(choices=("began", "done", "dropped", "failed"), max_length=7),
                ),
            ],
            options={
                "table": "job_run",
                "app": "models",
                "unique_together": (("job", "due_at"),),
                "pk_attr": "id",
                "table_description": "A job of the clock at one of its times: the unique pair makes it run once.",
            },
            bases=["Model"],
        ),
        WidenField(
            model_name="Decision",
            name="kind",
            field=CheckedCharField(
                choices=(
                    "reversal",
                    "reschedule",
                    "write_off",
                    "counter_cash",
                    "capital",
                    "refund",
                    "correction",
                    "recovery",
                ),
                max_length=12,
            ),
        ),
    ]
