"""Shares that staff decided on themselves, instead of the rule: what they may be, and the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.allocation import Component
from models.audit import note
from models.errors import AboveOutstanding
from models.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.allocation import Due, Share
    from models.ledger import Act
    from models.ledger_tables import JournalEntry


async def note_choice(entry: JournalEntry, act: Act) -> None:
    """Whoever shares out again must know that these shares are not the rule's."""
    await note(
        f"entry:{entry.id}",
        "own_shares",
        at=act["at"],
        person_id=act["maker_id"],
        reason=act.get("note", ""),
    )


def check_own(shares: Sequence[Share], amount: int, dues: Sequence[Due]) -> None:
    """Raises AboveOutstanding for more than is left of an instalment, ValueError for nonsense."""
    if any(share.amount <= 0 for share in shares) or sum(one.amount for one in shares) != amount:
        raise ValueError(f"own shares must be positive and add up to {int(amount)} rupiah")
    left = {(due.instalment, Component.FEE): due.fee_left for due in dues}
    left |= {(due.instalment, Component.PRINCIPAL): due.principal_left for due in dues}
    for share in shares:
        if (share.instalment is None) != (share.component is Component.CREDIT):
            raise ValueError("credit belongs to no instalment, everything else to one")
        if share.instalment is not None:
            outstanding = left.get((share.instalment, share.component), ZERO)
            if share.amount > outstanding:
                raise AboveOutstanding(amount=share.amount, outstanding=outstanding)
            left[share.instalment, share.component] = outstanding - share.amount
