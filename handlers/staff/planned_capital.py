"""`/rencana 50jt Maret`: capital that is to come, told, listed and taken back.

It moves no money: only the forecast counts with it, until `/modal` has entered what arrived.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Kind, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.coming_month import ComingMonth
from handlers.staff.plan_answers import Money
from handlers.staff.programmes import all_programmes, called, named
from handlers.turn import Turn
from models.contact import Role
from models.decision import Decision, DecisionKind
from models.funding_tables import PlannedCapital
from models.money import Rupiah
from models.planned_capital import announce, arrived, open_plans, take_back
from models.programme import Programme

PLANNERS: Final = frozenset({Role.TREASURER, Role.APPROVER})
_LISTED_MOST: Final = 8


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """With an amount it starts the form; without one it lists what is announced."""
    await require(turn, PLANNERS)
    programmes = await all_programmes()
    if not programmes:
        return say("fund.no_programme")
    if not message.text.strip():
        return await _list(programmes, turn.today)
    programme = named(message, programmes)
    if programme is None:
        which = (_choice(one, programmes, "form.value") for one in programmes)
        return say("planned_capital.which_programme", *which)
    _start(turn, programme, called(programme, programmes), message)
    return ()


async def press_new(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the programme that is to have more capital."""
    await require(turn, PLANNERS)
    programmes = await all_programmes()
    programme = next((one for one in programmes if one.id == programme_id), None)
    if programme is None or verb != "new":
        return say("form.stale")
    _start(turn, programme, called(programme, programmes), InboundMessage(Kind.TEXT, turn.now))
    return ()


async def press(turn: Turn, plan_id: int, verb: str) -> Reply:
    """A tap on what is to be taken back."""
    await require(turn, PLANNERS)
    plan = await take_back(plan_id, by=turn.person_id, at=turn.now) if verb == "drop" else None
    if plan is None:
        return say("planned_capital.ended_already")
    return say(
        "planned_capital.taken_back",
        amount=Rupiah(plan.amount),
        expected_on=plan.expected_on,
        by=turn.situation.name,
    )


async def follow(turn: Turn, decision: Decision) -> tuple[Reply, ...]:
    """Capital has just come into the books: what was announced of it is announced no longer."""
    if decision.kind is not DecisionKind.CAPITAL:
        return ()
    order = decision.order
    day = date.fromisoformat(order["on"])
    came = await arrived(order["programme"], order["amount"], on=day, at=turn.now)
    return (say("planned_capital.arrived", came=Rupiah(came)),) if came else ()


async def _list(programmes: Sequence[Programme], today: date) -> Reply:
    """Everything that is announced, with a button to take each back, and one to announce more."""
    plans = [(one, plan) for one in programmes for plan in await open_plans(one.id)]
    key = "planned_capital.new" if len(programmes) > 1 else "planned_capital.new_here"
    new = tuple(_choice(one, programmes, key) for one in programmes)
    if not plans:
        return say("planned_capital.nothing", *new)
    drop = tuple(
        Choice(
            f"card:plan:{plan.id}:drop", words("planned_capital.drop", amount=Rupiah(plan.amount))
        )
        for _, plan in plans[:_LISTED_MOST]
    )
    lines = [_line(one, plan, programmes, today) for one, plan in plans[:_LISTED_MOST]]
    return say("planned_capital.listed", *drop, *new, plans=tuple(lines))


def _choice(programme: Programme, among: Sequence[Programme], key: str) -> Choice:
    label = words(key, value=called(programme, among))
    return Choice(f"card:plan_for:{programme.id}:new", label)


def _line(
    programme: Programme, plan: PlannedCapital, programmes: Sequence[Programme], today: date
) -> Words:
    state = "overdue" if plan.expected_on <= today else "open"
    return words(
        f"planned_capital.line_{state}",
        amount=Rupiah(plan.amount),
        expected_on=plan.expected_on,
        programme=called(programme, programmes),
    )


def _start(turn: Turn, programme: Programme, name: str, message: InboundMessage) -> None:
    pieces = (one for one in message.text.split() if one.casefold() != programme.code.casefold())
    turn.start(
        "planned_capital",
        heard=message.with_text(" ".join(pieces)),
        programme=programme.id,
        name=name,
    )


class PlannedCapitalForm(Form, name="planned_capital"):
    """So much is expected, on that day or in that month."""

    programme: int = given(int)
    name: str = given(str)
    amount: Rupiah = question(Money())
    expected_on: date = question(ComingMonth())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"programme": answers["name"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, PLANNERS)
        await announce(
            self.programme, int(self.amount), self.expected_on, by=turn.person_id, at=turn.now
        )
        return say(
            "planned_capital.announced",
            amount=self.amount,
            expected_on=self.expected_on,
            programme=self.name,
            by=turn.situation.name,
        )
