"""What-if questions wait for the clock, which answers them outside of what writes."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from models.fields import RupiahField, UtcDatetimeField


class Migration(migrations.Migration):
    """Runs before the code of its version: it only adds."""

    dependencies = [("models", "0024_linking")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Simulation",
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
                        related_name="simulations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.Group",
                        source_field="group_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="simulations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount", RupiahField(check="> 0")),
                (
                    "asked_by",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="asked_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="simulations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("asked_at", UtcDatetimeField()),
            ],
            options={
                "table": "simulation",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Somebody asks what it would mean to fund a group now. Once it is told, the row is gone.",
            },
            bases=["Model"],
        ),
    ]
