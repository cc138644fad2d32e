"""What-if questions that staff have asked and the clock has not answered yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tortoise import fields, models

from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import RupiahField, UtcDatetimeField
from models.group import Group  # noqa: TC001 (Tortoise reads it)
from models.programme import Programme  # noqa: TC001 (Tortoise reads it)

if TYPE_CHECKING:
    from collections.abc import Sequence


class Simulation(models.Model):
    """Somebody asks what it would mean to fund a group now. Once it is told, the row is gone."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="simulations", on_delete=fields.RESTRICT
    )
    programme_id: int
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="simulations", on_delete=fields.RESTRICT
    )
    group_id: int
    amount = RupiahField(check="> 0")
    asked_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="simulations", on_delete=fields.RESTRICT
    )
    asked_by_id: int
    asked_at = UtcDatetimeField()

    class Meta:
        table = "simulation"


async def asked() -> Sequence[Simulation]:
    """Those that wait for an answer, the oldest first."""
    return await Simulation.all().order_by("id").select_related("programme", "group")


async def any_asked() -> bool:
    return await Simulation.exists()
