"""`/simulasi danai Mawar 15jt`: what it would mean to fund a group now. Nothing is changed."""

from dataclasses import dataclass
from typing import Final

from typing_extensions import override

from handlers.forecast_words import in_short
from handlers.forms import Form, given, question
from handlers.hearing import Hearing, Rejected
from handlers.messages import Fact, InboundMessage, Reply, Words, say, words
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import AnyGroup, PickedGroup
from handlers.staff.capital_amount import Wanted
from handlers.turn import Turn
from models.calendar import wita_day
from models.forecast import Outlook, Window, World
from models.forecast_reading import outlooks_of, world_remembered
from models.funding_queue import Place, waiting
from models.funding_tables import Application, ApplicationStatus
from models.group import Group
from models.loan import Loan
from models.money import Rupiah
from models.programme import Programme
from models.what_if import OUTSIDE, funded_now, latest_payers, needs_success, without

_PATHS: Final = 400
"""Three forecasts are compared, so each is played more seldom."""
_STOPPING: Final = 2
_LISTED_MOST: Final = 10


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Ask for the group and the amount, as far as they were not said."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    said = message.text.split()
    codes = {one.code.casefold(): one.id for one in programmes}
    named = next((codes[word.casefold()] for word in said if word.casefold() in codes), 0)
    left_out = {"danai", *codes}
    kept = " ".join(word for word in said if word.casefold() not in left_out)
    heard = message.with_text(kept)
    asked = _all_said(Hearing(heard, turn.situation, wita_day(message.sent_at)))
    if asked is not None:
        return await _shown(turn, *asked, programme_id=named)
    turn.start("what_if", heard=heard, programme=named)
    return ()


def _all_said(hearing: Hearing) -> tuple[int, Rupiah] | None:
    """The group and the amount, if both were said and nothing is to be asked."""
    try:
        group, amount = AnyGroup().overhear(hearing), Wanted().overhear(hearing)
    except Rejected:
        return None
    return None if group is None or amount is None else (group.id, amount)


class WhatIfForm(Form, name="what_if"):
    """This group, funded with so much, now."""

    confirms = False
    programme: int = given(int)
    """The programme whose code was said; 0 if none was."""
    group: PickedGroup = question(AnyGroup())
    amount: Rupiah = question(Wanted())

    @override
    async def submit(self, turn: Turn) -> Reply:
        return await _shown(turn, self.group.id, self.amount, programme_id=self.programme)


async def _shown(turn: Turn, group_id: int, amount: Rupiah, *, programme_id: int) -> Reply:
    await require(turn, ANY_STAFF)
    group = await Group.get(id=group_id)
    named = await Programme.get_or_none(id=programme_id)
    programme = named or await _programme_of(group.id)
    queue = await waiting(programme.id)
    own = next((one for one in queue if one.group_id == group.id), None)
    now = await world_remembered(programme.id, turn.today)
    seen = await _compare(now, programme.id, own, amount)
    facts: dict[str, Fact] = {
        "group": group.name,
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


async def _programme_of(group_id: int) -> Programme:
    """Where the group waits, else where it borrowed last, else the first there is."""
    waits = Application.filter(group_id=group_id, status=ApplicationStatus.WAITING)
    if waiting_for := await waits.select_related("programme").first():
        return waiting_for.programme
    loans = Loan.filter(group_id=group_id).order_by("-id")
    if borrowed := await loans.select_related("programme").first():
        return borrowed.programme
    return (await Programme.all().order_by("id").limit(1))[0]


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


def _lines(seen: _Compared, queue: tuple[Place, ...], own: Place | None) -> list[Words]:
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
