"""What a repayment works towards, told to those who repay: a bar, and whom they helped to fund."""

from collections.abc import Collection

from handlers.messages import Words, say, words
from handlers.staff.telling import tell_leaders
from handlers.turn import Telling
from models.funding_rule import rule_of
from models.ledger_tables import JournalEntry
from models.next_group import STEPS, helpers_of, towards_next

_FULL, _EMPTY = "▰", "▱"


async def towards(telling: Telling, programme_id: int) -> tuple[Words, ...]:
    """A line with a bar: what is missing until the next group; none where nobody waits."""
    found = await towards_next(programme_id, await rule_of(programme_id), now=telling.now)
    if found is None:
        return ()
    bar = _FULL * found.steps + _EMPTY * (STEPS - found.steps)
    if found.missing:
        return (words("next_group.missing", bar=bar, missing=found.missing),)
    return (words("next_group.there", bar=bar),)


async def tell_helpers(
    telling: Telling, disbursement: JournalEntry, funded: str, *, but: Collection[int] = ()
) -> int:
    """Tell those whose repayments since the last funding took part whom they helped to fund.

    Once for ever by the entry, and without any figure; `but` are groups that hear it another way.
    Returns how many people are told.
    """
    told = {
        group_id: say("next_group.helped", funded=funded)
        for group_id in await helpers_of(disbursement)
        if group_id not in but
    }
    return await tell_leaders(telling, told, key=f"helped:{disbursement.id}")
