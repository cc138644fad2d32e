"""Groups of the sample that wait for capital: through the same code as in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.applying import USUAL_PRIORITY, Wish, apply, locked
from models.funding_tables import Application
from models.money import Rupiah
from models.queue_moves import accept

if TYPE_CHECKING:
    from datetime import datetime


async def ask_for_capital(
    row: Any, *, programme_id: int, group_id: int, leader_id: int, draft_id: int, at: datetime
) -> None:
    """A leader applies; nobody photographed a proposal."""
    wish = Wish(
        group_id=group_id,
        programme_id=programme_id,
        person_id=leader_id,
        purpose=row["purpose"],
        amount=Rupiah(row["amount"]),
    )
    await apply(wish, draft_id=draft_id, at=at)


async def let_into_the_queue(row: Any, *, group_id: int, verifier_id: int, at: datetime) -> None:
    """Staff accept it, sometimes with less than was asked for."""
    application = await Application.get(group_id=group_id)
    mine = await locked(application.id)
    assert mine is not None
    await accept(
        mine,
        granted=Rupiah(row.get("granted", row["amount"])),
        priority=USUAL_PRIORITY,
        person_id=verifier_id,
        at=at,
    )
