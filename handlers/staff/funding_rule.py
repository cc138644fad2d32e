"""`/aturan`: a programme's rule of who is next, in plain words, and changed by four eyes."""

import json
from dataclasses import replace
from typing import Any, Final

from typing_extensions import override

from handlers.forms import Answers, Condition, Doubt, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.plan_answers import Count
from handlers.staff.programmes import all_programmes, called, choices, named
from handlers.staff.rule_answers import (
    IS_ON,
    SWITCHED,
    WHICH_ITEM,
    Item,
    Least,
    Limit,
    RepeatPercents,
    Switch,
    Worst,
)
from handlers.staff.rule_words import changes_in_words, lines_of, rule_in_words, warning_in_words
from handlers.staff.terms_answers import Named
from handlers.turn import Turn
from models.contact import Role
from models.decision import DecisionKind
from models.funding_errors import RuleImpossible
from models.funding_rule import DAYS_MOST, REPORTS_MOST, Frees, Rule, rule_in_force
from models.money import Rupiah
from models.programme import Programme
from models.rule_warnings import Surroundings, surroundings, warnings
from models.visit import Stage

CHANGERS: Final = frozenset({Role.APPROVER, Role.ADMINISTRATOR})


def _is(*items: Item) -> Condition:
    def asked(answers: Answers, _: Situation) -> bool:
        return answers.get("item") in items

    return asked


def _wants_reports(answers: Answers, _: Situation) -> bool:
    return answers.get("item") is Item.REPORTS and bool(answers.get("count"))


class FundingRuleForm(Form, name="funding_rule"):
    """One item of the rule, what it shall be, and why."""

    programme: int = given(int)
    name: str = given(str)
    now: str = given(str)
    there: str = given(str)
    """What the rule meets, as it was when the form began."""
    item: Item = question(WHICH_ITEM)
    percent: int | None = question(Count(at_most=100), when=_is(Item.PERCENT))
    count: int | None = question(Count(at_least=0, at_most=REPORTS_MOST), when=_is(Item.REPORTS))
    days: int | None = question(Count(at_most=DAYS_MOST), when=_wants_reports)
    amount: Rupiah | None = question(Limit(), when=_is(Item.RESERVE, Item.MAXIMUM))
    frees: Frees | None = question(Named(Frees, "funding_rule.frees"), when=_is(Item.FREES))
    worst: Worst | None = question(Named(Worst, "funding_rule.worst"), when=_is(Item.HISTORY))
    stage: Least | None = question(Named(Least, "funding_rule.stage"), when=_is(Item.STAGE))
    percents: tuple[int, ...] | None = question(RepeatPercents(), when=_is(Item.REPEAT))
    switch: Switch | None = question(IS_ON, when=_is(*SWITCHED))
    reason: str = question(OwnReason())

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        item = answers.get("item")
        now = lines_of(_now(answers))
        return {
            "programme": answers["name"],
            "line": now[item.value] if item else "",
            "what": words(f"funding_rule.item.{item.value}") if item else "",
        }

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        asked = _question_of(answers)
        if asked is None:
            return ()
        try:
            wanted = _wanted(answers)
        except RuleImpossible:
            return (Doubt(asked, "no_path", firm=True),)
        if wanted == _now(answers):
            return (Doubt(asked, "same", firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        facts: dict[str, Fact] = {"programme": answers["name"]}
        if _question_of(answers) is not None:
            wanted = _wanted(answers)
            there = Surroundings.from_json(json.loads(answers["there"]))
            facts["changes"] = changes_in_words(_now(answers), wanted)
            facts["warnings"] = _warned(wanted, there)
        return facts

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CHANGERS)
        held = await rule_in_force(self.programme)
        answers = {name: getattr(self, name) for name in type(self).questions}
        answers["now"] = json.dumps(held.rule.to_json())
        wanted = _wanted(answers)
        if wanted == held.rule:
            return say("funding_rule.same_already")
        told: dict[str, Fact] = {
            "programme": self.name,
            "changes": changes_in_words(held.rule, wanted),
            "warnings": _warned(wanted, await surroundings(self.programme)),
            "reason": self.reason,
        }
        return await propose(
            turn,
            DecisionKind.FUNDING_RULE,
            f"programme:{self.programme}",
            order={
                "programme": self.programme,
                "rule": wanted.to_json(),
                "before": held.rule.to_json(),
                "reason": self.reason,
            },
            told=told,
        )


def _warned(rule: Rule, there: Surroundings) -> Fact:
    """Why it can never be met as things stand, or that it can."""
    found = tuple(warning_in_words(one) for one in warnings(rule, there))
    return found or words("rule_words.no_warning")


def _now(answers: Answers) -> Rule:
    return Rule.from_json(json.loads(answers["now"]))


_ANSWER: Final = {
    Item.PERCENT: "percent",
    Item.RESERVE: "amount",
    Item.MAXIMUM: "amount",
    Item.FREES: "frees",
    Item.HISTORY: "worst",
    Item.STAGE: "stage",
    Item.REPEAT: "percents",
    **dict.fromkeys(SWITCHED, "switch"),
}


def _question_of(answers: Answers) -> str | None:
    """The question whose answer is the new figure; none until it is answered."""
    item = answers.get("item")
    if item is None:
        return None
    if item is Item.REPORTS:
        known = answers.get("count") == 0 or answers.get("days") is not None
        return "count" if known and answers.get("count") is not None else None
    name = _ANSWER[item]
    return name if answers.get(name) is not None else None


def _wanted(answers: Answers) -> Rule:
    """The rule with the one item changed; raises RuleImpossible."""
    now, item = _now(answers), answers["item"]
    match item:
        case Item.PERCENT:
            return replace(now, percent_repaid=answers["percent"])
        case Item.REPORTS:
            days = answers.get("days") or now.report_days
            return replace(now, reports=answers["count"], report_days=days)
        case Item.RESERVE:
            return replace(now, minimum_reserve=answers["amount"])
        case Item.MAXIMUM:
            return replace(now, maximum=answers["amount"] or None)
        case Item.FREES:
            return replace(now, frees=answers["frees"])
        case Item.HISTORY:
            worst = answers["worst"]
            return replace(now, worst_class=None if worst is Worst.ANY else int(worst.value))
        case Item.STAGE:
            least = answers["stage"]
            return replace(now, stage_at_least=None if least is Least.ANY else Stage(least.value))
        case Item.REPEAT:
            return replace(now, repeat_percent=(now.repeat_percent[0], *answers["percents"]))
    switched: dict[str, Any] = {SWITCHED[item]: answers["switch"] is Switch.ON}
    return replace(now, **switched)


async def overview(_: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """The rule of the programme, or of the one whose code was said; else ask which."""
    programmes = await all_programmes()
    if not programmes:
        return say("fund.no_programme")
    programme = named(message, programmes)
    if programme is None:
        return say("funding_rule.which_programme", *choices(programmes, "rule"))
    return await _shown(programme, called(programme, programmes))


async def show(programme_id: int) -> Reply:
    """A tap on the name of a programme."""
    programmes = await all_programmes()
    programme = next((one for one in programmes if one.id == programme_id), None)
    if programme is None:
        return say("form.stale")
    return await _shown(programme, called(programme, programmes))


async def _shown(programme: Programme, name: str) -> Reply:
    held = await rule_in_force(programme.id)
    change = Choice(f"card:funding_rule:{programme.id}:change", words("funding_rule.change"))
    return say(
        "funding_rule.shown",
        change,
        programme=name,
        lines=rule_in_words(held.rule),
        since=words("funding_rule.since", version=held.version, since=held.since)
        if held.since
        else words("funding_rule.default"),
        warnings=_warned(held.rule, await surroundings(programme.id)),
    )


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap below the rule."""
    await require(turn, CHANGERS)
    programmes = await all_programmes()
    programme = next((one for one in programmes if one.id == programme_id), None)
    if programme is None or verb != "change":
        return say("form.stale")
    held = await rule_in_force(programme_id)
    turn.start(
        "funding_rule",
        programme=programme_id,
        name=called(programme, programmes),
        now=json.dumps(held.rule.to_json()),
        there=json.dumps((await surroundings(programme_id)).to_json()),
    )
    return ()
