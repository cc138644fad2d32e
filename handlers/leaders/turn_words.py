"""What a waiting leader is told besides the place: what has to happen first, and when it may be.

Both are lines for one place in the queue; no line means that nothing can be said yet. Nobody
learns from here who is late: only groups whose repayments are all on schedule are named.
"""

from collections.abc import Sequence

from handlers.forecast_words import told
from handlers.messages import Fact, Words, words
from handlers.turn import Telling
from models.funding_queue import Place
from models.funding_tables import Application, Funding, FundingState
from models.next_funding import Missing
from models.next_funding_inputs import Outlook
from models.outlook_memory import outlook_remembered
from models.success import Demand


async def what_comes_first(telling: Telling, place: Place) -> tuple[Words, ...]:
    """What the rule still waits for; for an approved group, that only the payment is left."""
    if await _is_approved(place):
        return (words("turn_words.approved"),)
    application = await Application.get(id=place.application_id)
    found = await outlook_remembered(application.programme_id, now=telling.now)
    own = next((one for one in found.queue if one.application_id == place.application_id), None)
    if own is not None and own.owes:
        return (words("turn_words.running_loan", owes=own.owes),)
    ahead = place.place - 1
    first = (words("turn_words.in_front", count=ahead),) if ahead else ()
    return (*first, *_of_the_next(found))


async def _is_approved(place: Place) -> bool:
    approved = Funding.filter(
        application_id=place.application_id, state=FundingState.APPROVED, tranche=1
    )
    return await approved.exists()


def _of_the_next(found: Outlook) -> tuple[Words, ...]:
    """Each of the two tests, and which of them is met."""
    missing = set(found.next.missing)
    if not missing:
        return (words("turn_words.all_there"),)
    lines: list[Words] = []
    if Missing.SUCCESS in missing:
        lines += _nearest(found) or [words("turn_words.success")]
    if Missing.MONEY in missing:
        lines.append(words("turn_words.money", short=found.next.short))
    elif lines:
        lines.append(words("turn_words.money_there"))
    if not lines:  # The first one has to settle something of its own, which is nobody else's news.
        lines.append(words("turn_words.ahead"))
    return tuple(lines)


def _nearest(found: Outlook) -> Sequence[Words]:
    """The groups whose success is nearest, where all their repayments are on schedule."""
    on_time = [
        found.inputs[one.loan_id]
        for one in found.verdicts
        if not one.succeeded
        and found.inputs[one.loan_id].owed
        and not found.inputs[one.loan_id].arrears
        and not found.inputs[one.loan_id].written_off
        and any(each.demand is Demand.REPAID for each in one.reasons)
    ]
    on_time.sort(key=lambda one: (one.instalments_left, one.loan_id))
    facts: dict[str, Fact] = {}
    for one, prefix in zip(on_time, ("", "other_"), strict=False):
        facts |= {f"{prefix}count": one.instalments_left, prefix.strip("_") or "group": one.group}
    keys = ("turn_words.nearest", "turn_words.nearest_two")
    return [Words(keys[len(on_time) > 1], facts)] if facts else []


async def when_it_may_be(telling: Telling, place: Place) -> tuple[Words, ...]:
    """An honest range of months for this place, and what would move it."""
    if await _is_approved(place):
        return ()
    application = await Application.get(id=place.application_id)
    when, *moves = await told(application.programme_id, place.application_id, telling.today)
    return (words("turn_words.forecast", when=when), *moves)
