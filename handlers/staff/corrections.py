"""The two decisions that need words: another amount than reported, and a rejection."""

from typing_extensions import override

from handlers.answers import Amount
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, Reply, say
from handlers.situation import Situation
from handlers.staff.answers import OwnReason, Reason
from handlers.staff.deciding import accept, reject, still_open
from handlers.turn import Turn
from models.errors import RuleBroken
from models.money import Rupiah
from models.repayment import RepaymentReport

_FAR_OFF = 10
"""An amount so many times larger or smaller than the reported one is probably a slip."""


class OtherAmountForm(Form, name="other_amount"):
    """A verifier accepts a report, but with the amount that really arrived."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    reported: int = given(int)
    outstanding: int = given(int)
    amount: Rupiah = question(Amount())
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
        report = await _open_or_why_not(turn, self.report)
        if isinstance(report, Reply):
            return report
        await accept(turn, report, self.amount, self.reason)
        return say("other_amount.done", number=self.number, group=self.group, amount=self.amount)


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
        report = await _open_or_why_not(turn, self.report)
        if isinstance(report, Reply):
            return report
        await reject(turn, report, self.reason)
        return say("reject_report.done", number=self.number, group=self.group)


async def _open_or_why_not(turn: Turn, report_id: int) -> RepaymentReport | Reply:
    """The report; or why it cannot be decided any more, which ends the form."""
    try:
        return await still_open(turn, report_id) or say("form.stale")
    except RuleBroken as broken:  # Raised before anything was written.
        return Reply(broken.code, broken.facts)


def _about(answers: Answers) -> dict[str, Fact]:
    return {"number": answers["number"], "group": answers["group"]}
