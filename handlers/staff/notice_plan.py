"""`/pengingat`: when the groups of a programme are reminded, and from when until when."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.turn import Turn
from models.contact import Role
from models.errors import RuleBroken
from models.good_moments import Hours
from models.notice_plan import USUAL, NoticePlan, as_clock, change_plan, check_plan, plan_of
from models.programme import Programme

PLANNERS: Final = frozenset({Role.APPROVER, Role.ADMINISTRATOR})

_STEP: Final = re.compile(
    r"(?<![\w.])h?\s?([+\-\u2212\u2013]?)\s?(\d{1,3})(?![\w.])", re.IGNORECASE
)
_HOURS_BEGIN: Final = re.compile(r"\b(?:jam|pukul)\b", re.IGNORECASE)
_TIME: Final = re.compile(r"(?<!\d)(\d{1,2})(?:[.:]([0-5]\d))?(?![\d.:])")


async def overview(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """The plan of each programme; with figures behind the command, the form begins with them."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    said = message.text.casefold().split()
    named = [one for one in programmes if one.code.casefold() in said]
    if not said or (len(programmes) > 1 and not named):
        return tuple([await _shown(one, turn) for one in programmes])
    await require(turn, PLANNERS)
    programme = (named or programmes)[0]
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
    plan = await plan_of(programme.id)
    change = Choice(f"card:notice_plan:{programme.id}:change", words("notice_plan.change"))
    facts: dict[str, Fact] = {
        "programme": programme.name,
        "steps": _steps_in_words(plan.steps),
        "call_after": plan.call_after,
        "promise_days": plan.promise_days,
        "nudge_day": plan.nudge_day,
        "place_day": plan.place_day,
        **_clocks(plan.hours),
    }
    may = turn.situation.roles & PLANNERS
    return Reply("notice_plan.shown", facts, (change,) if may else ())


def _clocks(hours: Hours) -> dict[str, Fact]:
    return {
        "opens": as_clock(hours.opens),
        "closes": as_clock(hours.closes),
        "fasting_opens": as_clock(hours.fasting_opens),
        "fasting_closes": as_clock(hours.fasting_closes),
    }


async def _start(turn: Turn, programme: Programme, message: InboundMessage) -> None:
    plan = await plan_of(programme.id)
    turn.start(
        "notice_plan",
        heard=message,
        programme=programme.id,
        name=programme.name,
        steps_now=_in_short(plan.steps),
        hours_now=f"{as_clock(plan.hours.opens)} {as_clock(plan.hours.closes)}",
    )


def _in_short(steps: tuple[int, ...]) -> str:
    """As staff write them: -7 -3 0 +3."""
    return " ".join(f"{step:+d}" if step else "0" for step in steps)


def _steps_in_words(steps: tuple[int, ...]) -> tuple[Words, ...] | Words:
    if not steps:
        return words("notice_plan.no_steps")
    return tuple(_step_in_words(step) for step in steps)


def _step_in_words(step: int) -> Words:
    if step == 0:
        return words("notice_plan.step.today")
    return words(f"notice_plan.step.{'before' if step < 0 else 'after'}", days=abs(step))


def _judged(change: Callable[[], NoticePlan]) -> NoticePlan:
    """A plan that keeps the rules; raises Rejected with what is wrong, and an example."""
    try:
        plan = change()
        check_plan(plan)
    except RuleBroken as broken:
        rejected = Rejected(broken.code.removeprefix("rule."))
        rejected.facts = dict(broken.facts)
        raise rejected from None
    return plan


@dataclass(frozen=True)
class Steps:
    """Days from the due day, in order, such as "-7 -3 0 3 7"."""

    field: ClassVar[str] = "steps"

    def read(self, hearing: Hearing) -> tuple[int, ...]:
        steps = _steps_in(hearing.text)
        if not steps:
            raise Rejected("no_steps")
        return _judged(lambda: replace(USUAL, steps=steps)).steps

    def overhear(self, hearing: Hearing) -> tuple[int, ...] | None:
        """What stands before the hours in "/pengingat -7 0 7 jam 9 sampai 16"."""
        return self.read(hearing) if _steps_in(hearing.text) else None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, ...]], ...]:
        return ()

    def dump(self, value: tuple[int, ...]) -> Json:
        """As a button carries it."""
        return _in_short(value)

    def load(self, stored: Json) -> tuple[int, ...]:
        return tuple(int(step) for step in str(stored).split())

    def fact(self, value: tuple[int, ...]) -> Fact:
        return _steps_in_words(value)


@dataclass(frozen=True)
class SendingHours:
    """From when until when people are told something, in minutes of the day in WITA."""

    field: ClassVar[str] = "hours"

    def read(self, hearing: Hearing) -> tuple[int, int]:
        match _TIME.findall(hearing.text):
            case [first, last]:
                opens, closes = _minutes(*first), _minutes(*last)
            case _:
                raise Rejected("no_hours")
        _judged(lambda: replace(USUAL, hours=replace(USUAL.hours, opens=opens, closes=closes)))
        return opens, closes

    def overhear(self, hearing: Hearing) -> tuple[int, int] | None:
        """What follows the word for hours."""
        begins = _HOURS_BEGIN.search(hearing.text)
        if begins is None:
            return None
        said = hearing.message.with_text(hearing.text[begins.end() :])
        return self.read(replace(hearing, message=said))

    def options(self, situation: Situation) -> tuple[Option[tuple[int, int]], ...]:
        return ()

    def dump(self, value: tuple[int, int]) -> Json:
        """As a button carries it."""
        opens, closes = value
        return f"{opens} {closes}"

    def load(self, stored: Json) -> tuple[int, int]:
        opens, closes = str(stored).split()
        return int(opens), int(closes)

    def fact(self, value: tuple[int, int]) -> Fact:
        opens, closes = value
        return words("notice_plan.span", opens=as_clock(opens), closes=as_clock(closes))


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute or 0)


def _steps_in(text: str) -> tuple[int, ...]:
    """The figures before the word for hours; a bare one counts days after the due day."""
    begins = _HOURS_BEGIN.search(text)
    said = text[: begins.start()] if begins else text
    return tuple(
        int(days) * (-1 if sign and sign != "+" else 1) for sign, days in _STEP.findall(said)
    )


def _steps_now(answers: Answers, _: Situation) -> tuple[Option[tuple[int, ...]], ...]:
    steps = _steps_in(answers["steps_now"])
    return (Option(steps, words("notice_plan.keep"), numbered=False),) if steps else ()


def _hours_now(answers: Answers, _: Situation) -> tuple[Option[tuple[int, int]], ...]:
    opens, closes = (_minutes(*time) for time in _TIME.findall(answers["hours_now"]))
    return (Option((opens, closes), words("notice_plan.keep"), numbered=False),)


class NoticePlanForm(Form, name="notice_plan"):
    """The steps of a programme's reminders, and its hours."""

    programme: int = given(int)
    name: str = given(str)
    steps_now: str = given(str)
    hours_now: str = given(str)
    steps: tuple[int, ...] = question(Steps(), suggest=_steps_now)
    hours: tuple[int, int] = question(SendingHours(), suggest=_hours_now)

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"programme": answers["name"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, PLANNERS)
        programme = await Programme.filter(id=self.programme).select_for_update().get()
        opens, closes = self.hours
        plan = await plan_of(programme.id)
        hours = replace(plan.hours, opens=opens, closes=closes)
        await change_plan(
            programme.id,
            replace(plan, steps=self.steps, hours=hours),
            by=turn.person_id,
            at=turn.now,
        )
        return say("notice_plan.changed", programme=programme.name)
