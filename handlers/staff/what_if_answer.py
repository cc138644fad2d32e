"""The answer to a what-if question: the reserve, every waiting group's date, and the worst case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.forecast_words import in_short
from handlers.messages import Fact, Reply, Words, words
from models.forecast import Outlook, Window, World
from models.forecast_reading import outlooks_of, world_remembered
from models.funding_queue import Place, waiting
from models.loan import Loan
from models.money import Rupiah
from models.simulation import Simulation
from models.what_if import OUTSIDE, funded_now, latest_payers, needs_success, without

_PATHS: Final = 400
"""Three forecasts are compared, so each is played more seldom."""
_STOPPING: Final = 2
_LISTED_MOST: Final = 10


async def answer(asked: Simulation, today: date) -> Reply:
    """What it would mean on a WITA day; `asked` has its programme and its group."""
    amount, programme = Rupiah(asked.amount), asked.programme
    queue = await waiting(programme.id)
    own = next((one for one in queue if one.group_id == asked.group_id), None)
    now = await world_remembered(programme.id, today)
    seen = await _compare(now, programme.id, own, amount)
    facts: dict[str, Fact] = {
        "group": asked.group.name,
        "amount": amount,
        "programme": programme.name,
        "before": _spare(now),
        "after": _spare(seen.world),
        "notes": tuple(_notes(now, own, amount)),
        "places": tuple(_lines(seen, queue, own)),
        "worst": await _worst(seen),
    }
    return Reply("what_if.shown", facts)


@dataclass(frozen=True, slots=True)
class _Compared:
    """The world once the group is funded, and when the others' turn comes: by application."""

    world: World
    before: dict[int, Window | None]
    after: dict[int, Window | None]
    worst: dict[int, Window | None]
    stopping: tuple[int, ...]


async def _compare(now: World, programme_id: int, own: Place | None, amount: Rupiah) -> _Compared:
    world = funded_now(now, own.application_id if own else OUTSIDE, int(amount))
    stopping = latest_payers(now, _STOPPING)
    before, after, worst = [
        _by_application(await outlooks_of(each, programme_id, paths=_PATHS))
        for each in (now, world, without(world, stopping))
    ]
    return _Compared(world, before, after, worst, stopping)


def _by_application(outlooks: tuple[Outlook, ...]) -> dict[int, Window | None]:
    return {one.application_id: one.window for one in outlooks}


def _spare(world: World) -> Rupiah:
    """What may be lent beyond the reserve."""
    return Rupiah(max(0, world.cash - world.reserve))


def _notes(now: World, own: Place | None, amount: Rupiah) -> list[Words]:
    """What staff would do by it besides: go below the reserve, or past those who wait."""
    short, reserve = amount - _spare(now), Rupiah(now.reserve)
    key = "short" if short > 0 else "covered"
    notes = [
        words(f"what_if.{key}", short=short, reserve=reserve)
        if reserve
        else words(f"what_if.{key}_without_reserve", short=short)
    ]
    if needs_success(now, int(amount)):
        notes.append(words("what_if.needs_success"))
    if own is None:
        notes.append(words("what_if.outside"))
    elif own.place > 1:
        notes.append(words("what_if.overtakes", count=own.place - 1))
    return notes


def _lines(seen: _Compared, queue: Sequence[Place], own: Place | None) -> list[Words]:
    """Each waiting group: as it is, as it would be, and at the worst."""
    others = [one for one in queue if own is None or one.application_id != own.application_id]
    if not others:
        return [words("what_if.nobody_else")]
    lines = [
        words(
            "what_if.place",
            place=one.place,
            group=one.group_name,
            before=in_short(seen.before.get(one.application_id)),
            after=in_short(seen.after.get(one.application_id)),
            worst=in_short(seen.worst.get(one.application_id)),
        )
        for one in others[:_LISTED_MOST]
    ]
    more = len(others) - len(lines)
    return [*lines, words("what_if.more", count=more)] if more else lines


async def _worst(seen: _Compared) -> Words:
    """Who would stop in the worst case; only staff read this."""
    loans = await Loan.filter(id__in=list(seen.stopping)).select_related("group")
    names = {loan.id: loan.group.name for loan in loans}
    stopping = [names[loan_id] for loan_id in seen.stopping]
    if not stopping:
        return words("what_if.nobody_pays")
    if len(stopping) == 1:
        return words("what_if.one_stops", group=stopping[0])
    return words("what_if.two_stop", one=stopping[0], other=stopping[1])
