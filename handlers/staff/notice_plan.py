"""`/pengingat`: when the groups of a programme are told what, item by item."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from typing_extensions import override

from handlers.forms import Answers, Condition, Doubt, Form, Suggest, given, question
from handlers.hearing import Option
from handlers.messages import Choice, Fact, InboundMessage, Kind, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.notice_answers import (
    Days,
    Monthly,
    Span,
    Steps,
    WhichItems,
    span_in_words,
)
from handlers.staff.notice_parts import Item
from handlers.staff.notice_words import changes_in_words, item_in_words, plan_in_words
from handlers.turn import Turn
from models.contact import Role
from models.notice_errors import StepTooFar
from models.notice_plan import (
    RANGES,
    USUAL,
    NoticePlan,
    change_plan,
    check_plan,
    plan_from_json,
    plan_of,
    plan_to_json,
)
from models.programme import Programme

PLANNERS: Final = frozenset({Role.APPROVER, Role.ADMINISTRATOR})

_HOURS: Final = ((510, 1050), (540, 960), (600, 900))
"""Minutes of the day: spans that are offered as buttons."""
_FASTING: Final = ((540, 990), (540, 900))
_CALLS: Final = (7, 14, 21)
_MONTH_DAYS: Final = (5, 15, 20)
_PROMISES: Final = (30, 60, 90)


async def overview(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """The plan of each programme; with more behind the command, the form begins with it."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    said = message.text.casefold().split()
    called = [one for one in programmes if one.code.casefold() in said]
    if not said or (len(programmes) > 1 and not called):
        return tuple([await _shown(one, turn) for one in programmes])
    await require(turn, PLANNERS)
    programme = (called or programmes)[0]
    rest = " ".join(one for one in said if one != programme.code.casefold())
    await _start(turn, programme, message.with_text(rest))
    return ()


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """The button that changes a plan."""
    await require(turn, PLANNERS)
    programme = await Programme.get_or_none(id=programme_id)
    if programme is None or verb != "change":
        return say("form.stale")
    await _start(turn, programme, InboundMessage(Kind.TEXT, turn.now))
    return ()


async def _shown(programme: Programme, turn: Turn) -> Reply:
    change = Choice(f"card:notice_plan:{programme.id}:change", words("notice_plan.change"))
    facts = {"programme": programme.name, **plan_in_words(await plan_of(programme.id))}
    may = turn.situation.roles & PLANNERS
    return Reply("notice_plan.shown", facts, (change,) if may else ())


async def _start(turn: Turn, programme: Programme, message: InboundMessage) -> None:
    turn.start(
        "notice_plan",
        heard=message,
        programme=programme.id,
        name=programme.name,
        now=json.dumps(plan_to_json(await plan_of(programme.id))),
    )


def _is(item: Item) -> Condition:
    def asked(answers: Answers, _: Situation) -> bool:
        return item in answers.get("item", ())

    return asked


def _offer(
    item: Item, values: Callable[[NoticePlan], tuple[Any, ...]], label: Callable[[Any], Words]
) -> Suggest:
    """Buttons for what is often wanted, but not for what holds already."""

    def suggest(answers: Answers, _: Situation) -> tuple[Option[Any], ...]:
        now = _now(answers)
        return tuple(
            Option(value, label(value), numbered=False)
            for value in values(now)
            if _changed(now, item, value) != now
        )

    return suggest


def _days_label(days: int) -> Words:
    return words("notice_plan.days", days=days)


def _month_label(value: tuple[bool, int]) -> Words:
    told, day = value
    return words("notice_plan.on_day", day=day) if told else words("notice_plan.stop")


def _month_days(_: NoticePlan) -> tuple[tuple[bool, int], ...]:
    return (*((True, day) for day in _MONTH_DAYS), (False, 0))


class NoticePlanForm(Form, name="notice_plan"):
    """What of a programme's plan changes, and into what."""

    programme: int = given(int)
    name: str = given(str)
    now: str = given(str)
    """The plan as it was when the form began."""
    item: tuple[Item, ...] = question(WhichItems())
    steps: tuple[int, ...] | None = question(
        Steps(),
        when=_is(Item.STEPS),
        suggest=_offer(Item.STEPS, lambda _: (USUAL.steps,), lambda _: words("notice_plan.usual")),
    )
    hours: tuple[int, int] | None = question(
        Span(Item.HOURS),
        when=_is(Item.HOURS),
        suggest=_offer(Item.HOURS, lambda _: _HOURS, span_in_words),
    )
    fasting: tuple[int, int] | None = question(
        Span(Item.FASTING),
        when=_is(Item.FASTING),
        suggest=_offer(Item.FASTING, lambda _: _FASTING, span_in_words),
    )
    call: int | None = question(
        Days(Item.CALL, *RANGES["call_after"]),
        when=_is(Item.CALL),
        suggest=_offer(Item.CALL, lambda _: _CALLS, _days_label),
    )
    nudge: tuple[bool, int] | None = question(
        Monthly(Item.NUDGE),
        when=_is(Item.NUDGE),
        suggest=_offer(Item.NUDGE, _month_days, _month_label),
    )
    place: tuple[bool, int] | None = question(
        Monthly(Item.PLACE),
        when=_is(Item.PLACE),
        suggest=_offer(Item.PLACE, _month_days, _month_label),
    )
    promise: int | None = question(
        Days(Item.PROMISE, *RANGES["promise_days"]),
        when=_is(Item.PROMISE),
        suggest=_offer(Item.PROMISE, lambda _: _PROMISES, _days_label),
    )

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        now = _now(answers)
        facts: dict[str, Fact] = {f"{item}_now": item_in_words(now, item) for item in Item}
        return {"programme": answers["name"], **facts}

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        """What does not go together: a reminder on or after the day on which somebody calls."""
        wanted = _wanted(_now(answers), answers)
        try:
            check_plan(wanted)
        except StepTooFar as broken:
            at = "call" if answers.get("call") and Item.CALL in answers["item"] else "steps"
            facts = {**broken.facts, "call_after": wanted.call_after}
            return (Doubt(at, "after_the_call", facts, firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        now = _now(answers)
        changes = changes_in_words(now, _wanted(now, answers), answers.get("item", ()))
        return {"programme": answers["name"], "changes": changes}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, PLANNERS)
        programme = await Programme.filter(id=self.programme).select_for_update().get()
        plan = await plan_of(programme.id)
        wanted = _wanted(plan, {name: getattr(self, name) for name in type(self).questions})
        if wanted == plan:
            return say("notice_plan.same_already", programme=programme.name)
        await change_plan(programme.id, wanted, by=turn.person_id, at=turn.now)
        return say("notice_plan.changed", programme=programme.name)


def _now(answers: Answers) -> NoticePlan:
    return plan_from_json(json.loads(answers["now"]))


def _wanted(plan: NoticePlan, answers: Answers) -> NoticePlan:
    """The plan with those items changed that are to change and are answered."""
    for item in answers.get("item", ()):
        if answers.get(item) is not None:
            plan = _changed(plan, item, answers[item])
    return plan


def _changed(plan: NoticePlan, item: Item, value: Any) -> NoticePlan:
    match item:
        case Item.STEPS:
            return replace(plan, steps=value)
        case Item.HOURS:
            return replace(plan, hours=replace(plan.hours, opens=value[0], closes=value[1]))
        case Item.FASTING:
            hours = replace(plan.hours, fasting_opens=value[0], fasting_closes=value[1])
            return replace(plan, hours=hours)
        case Item.CALL:
            return replace(plan, call_after=value)
        case Item.NUDGE:
            return replace(plan, nudges=value[0], nudge_day=value[1] or plan.nudge_day)
        case Item.PLACE:
            return replace(plan, places=value[0], place_day=value[1] or plan.place_day)
        case Item.PROMISE:
            return replace(plan, promise_days=value)
