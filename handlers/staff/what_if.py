"""`/simulasi danai Mawar 15jt`: what it would mean to fund a group now. Nothing is changed."""

from typing_extensions import override

from handlers.forms import Form, given, question
from handlers.hearing import Hearing, Rejected
from handlers.messages import InboundMessage, Reply, say
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import AnyGroup, PickedGroup
from handlers.staff.capital_amount import Wanted
from handlers.turn import Turn
from models.calendar import wita_day
from models.funding_tables import Application, ApplicationStatus
from models.group import Group
from models.loan import Loan
from models.money import Rupiah
from models.programme import Programme
from models.simulation import Simulation


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
        return await _ask(turn, *asked, programme_id=named)
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
        return await _ask(turn, self.group.id, self.amount, programme_id=self.programme)


async def _ask(turn: Turn, group_id: int, amount: Rupiah, *, programme_id: int) -> Reply:
    """Three forecasts take too long for a transaction that writes: the clock reckons beside it."""
    await require(turn, ANY_STAFF)
    group = await Group.get(id=group_id)
    named = await Programme.get_or_none(id=programme_id)
    programme = named or await _programme_of(group.id)
    await Simulation.create(
        programme_id=programme.id,
        group_id=group.id,
        amount=amount,
        asked_by_id=turn.person_id,
        asked_at=turn.now,
    )
    return say("what_if.begun", group=group.name, amount=amount)


async def _programme_of(group_id: int) -> Programme:
    """Where the group waits, else where it borrowed last, else the first there is."""
    waits = Application.filter(group_id=group_id, status=ApplicationStatus.WAITING)
    if waiting_for := await waits.select_related("programme").first():
        return waiting_for.programme
    loans = Loan.filter(group_id=group_id).order_by("-id")
    if borrowed := await loans.select_related("programme").first():
        return borrowed.programme
    return (await Programme.all().order_by("id").limit(1))[0]
