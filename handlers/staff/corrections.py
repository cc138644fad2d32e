"""The two decisions that need words: another amount than reported, and a rejection."""

from datetime import datetime

from typing_extensions import override

from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Choice, Fact, Reply, say, words
from handlers.situation import Situation
from handlers.staff import till
from handlers.staff.answers import OwnReason, Reason
from handlers.staff.plan_answers import Money
from handlers.turn import Turn
from models.errors import RuleBroken
from models.money import Rupiah
from models.repayment import RepaymentReport
from models.till import Verdict

_FAR_OFF = 10
"""An amount so many times larger or smaller than the reported one is probably a slip."""


class OtherAmountForm(Form, name="other_amount"):
    """A verifier accepts a report, but with the amount that really arrived."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    reported: int = given(int)
    outstanding: int = given(int)
    amount: Rupiah = question(Money())
    reason: str = question(OwnReason())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        amount, reported = answers.get("amount"), answers["reported"]
        if amount is None:
            return ()
        if amount * _FAR_OFF <= reported or amount >= reported * _FAR_OFF:
            facts = {"amount": amount, "reported": Rupiah(reported)}
            return (Doubt("amount", "far_off", facts, offers=(Rupiah(reported),)),)
        if amount > answers["outstanding"]:
            facts = {"amount": amount, "outstanding": Rupiah(answers["outstanding"])}
            return (Doubt("amount", "above_outstanding", facts),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return _about(answers) | {"reported": Rupiah(answers["reported"])}

    @override
    async def submit(self, turn: Turn) -> Reply:
        posts_at = await _decide(turn, self.report, Verdict.accepting(self.amount, self.reason))
        if isinstance(posts_at, Reply):
            return posts_at
        return say(
            "other_amount.done",
            _undo(self.report),
            number=self.number,
            group=self.group,
            amount=self.amount,
            at=posts_at,
        )

    @override
    async def let_go(self, turn: Turn) -> None:
        await till.release(turn, self.report)


class RejectReportForm(Form, name="reject_report"):
    """A verifier does not accept a report, and says why."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    reason: str = question(Reason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return _about(answers)

    @override
    async def submit(self, turn: Turn) -> Reply:
        posts_at = await _decide(turn, self.report, Verdict.rejecting(self.reason))
        if isinstance(posts_at, Reply):
            return posts_at
        return say(
            "reject_report.done",
            _undo(self.report),
            number=self.number,
            group=self.group,
            at=posts_at,
        )

    @override
    async def let_go(self, turn: Turn) -> None:
        await till.release(turn, self.report)


async def _decide(turn: Turn, report_id: int, verdict: Verdict) -> datetime | Reply:
    """When it is posted; or why it cannot be decided any more, which ends the form."""
    report = await RepaymentReport.get_or_none(id=report_id)
    if report is None:
        return say("form.stale")
    try:
        return await till.decide(turn, report, verdict)
    except RuleBroken as broken:  # Raised before anything was written.
        return Reply(broken.code, broken.facts)


def _undo(report_id: int) -> Choice:
    return Choice(f"card:report:{report_id}:undo", words("till.undo"))


def _about(answers: Answers) -> dict[str, Fact]:
    return {"number": answers["number"], "group": answers["group"]}
