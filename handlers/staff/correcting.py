"""A verified report with another amount or day: proposed by one of staff, approved by another."""

from datetime import date
from typing import Any

from typing_extensions import override

from handlers.answers import PastDay
from handlers.forms import Answers, Doubt, Form, given, question
from handlers.messages import Fact, Json, Reply, say, words
from handlers.situation import Situation
from handlers.staff import correction_card
from handlers.staff.access import require
from handlers.staff.answers import OwnReason
from handlers.staff.decisions import propose
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import CORRECTORS
from handlers.turn import Turn
from handlers.what_changes import (
    Change,
    Stated,
    WhatChanges,
    asks_amount,
    asks_day,
    asks_what,
    same_again,
)
from models import correction_request as requests
from models.correction_request import CorrectionRequest, RequestState
from models.decision import DecisionKind
from models.errors import OwnReport
from models.group import Group
from models.loan import Loan
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import locked_report, recorded_amount


async def givens(report: RepaymentReport) -> dict[str, Json]:
    """What the form about this report begins with."""
    group, loan = await Group.get(id=report.group_id), await Loan.get(id=report.loan_id)
    return {
        "report": report.id,
        "number": report.number,
        "group": group.name,
        "recorded": int(recorded_amount(report)),
        "recorded_on": report.paid_on.isoformat(),
        "disbursed_on": loan.disbursed_on.isoformat(),
    }


def _recorded(answers: Answers) -> Stated:
    return Stated(Rupiah(answers["recorded"]), date.fromisoformat(answers["recorded_on"]))


class CorrectAcceptedForm(Form, name="correct_accepted"):
    """What the report should say, and why."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    recorded: int = given(int)
    recorded_on: str = given(str)
    disbursed_on: str = given(str)
    what: Change | None = question(WhatChanges(), when=asks_what(_recorded))
    amount: Rupiah | None = question(Money(), when=asks_amount)
    paid_on: date | None = question(PastDay(), when=asks_day)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        paid_on = answers.get("paid_on")
        if (again := same_again(answers, _recorded(answers))) is not None:
            return (again,)
        disbursed_on = date.fromisoformat(answers["disbursed_on"])
        if paid_on is not None and paid_on < disbursed_on:
            before: dict[str, Fact] = {"paid_on": paid_on, "disbursed_on": disbursed_on}
            return (Doubt("paid_on", "before_loan", before, firm=True),)
        return ()

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        now = _recorded(answers)
        return {
            "number": answers["number"],
            "group": answers["group"],
            "changes": now.until(now.changed_by(answers)),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CORRECTORS)
        report = await locked_report(self.report)
        if report is None:
            return say("form.stale")
        if report.status is not ReportStatus.ACCEPTED:
            return say(f"find_report.is_{report.status.value}", number=report.number)
        now = Stated(recorded_amount(report), report.paid_on)
        wanted = now.changed_by({"amount": self.amount, "paid_on": self.paid_on})
        return await _propose(turn, report, wanted, self.reason)


async def _propose(
    turn: Turn,
    report: RepaymentReport,
    wanted: Stated,
    reason: str,
    request: CorrectionRequest | None = None,
) -> Reply:
    """Put the correction before the approvers; `request` is the leader's wish behind it."""
    now = Stated(recorded_amount(report), report.paid_on)
    if wanted == now:
        return say("rule.nothing_to_correct", number=report.number)
    group = await Group.get(id=report.group_id)
    order: dict[str, Any] = {
        "report": report.id,
        "loan": report.loan_id,
        "group": report.group_id,
        "amount": int(wanted.amount),
        "paid_on": wanted.paid_on.isoformat(),
        "reason": reason,
    }
    if request is not None:
        order["request"] = request.id
        order["asked_by"] = request.requester_id
        order["claimed"] = int(wanted.amount) if wanted.amount != now.amount else None
    return await propose(
        turn,
        DecisionKind.CORRECTION,
        f"report:{report.id}",
        order=order,
        told={
            "number": report.number,
            "group": group.name,
            "changes": now.until(wanted),
            "reason": _why(reason, request),
        },
        amount=wanted.amount,
    )


def _why(reason: str, request: CorrectionRequest | None) -> Fact:
    if request is None:
        return reason
    said = words("correction_request.reporter_says", said=reason)
    return said if reason else words("correction_request.because_asked")


async def press(turn: Turn, request_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the card of a leader's wish."""
    await require(turn, CORRECTORS)
    request = await requests.locked(request_id)
    if request is None or verb not in {"propose", "refuse"}:
        return say("form.stale")
    if (why_not := await _why_not(turn, request)) is not None:
        return why_not
    if verb == "refuse":
        turn.start("refuse_correction", request=request.id)
        return ()
    return await _propose_wish(turn, request)


async def _propose_wish(turn: Turn, request: CorrectionRequest) -> Reply:
    report = await locked_report(request.report_id)
    assert report is not None
    wanted = Stated(Rupiah(request.amount), request.paid_on)
    reply = await _propose(turn, report, wanted, request.words, request)
    if reply.key == "decision.proposed":
        by, because = turn.person_id, f"inbox:{turn.inbox_id}"
        await correction_card.settle(turn, request, RequestState.PROPOSED, by=by, because=because)
    return reply


async def _why_not(turn: Turn, request: CorrectionRequest) -> Reply | None:
    """Why nothing is to be done about a wish (any more); none if it waits.

    Raises OwnReport for whoever asked: somebody else looks at it.
    """
    report = await RepaymentReport.get(id=request.report_id)
    if request.state is not RequestState.OPEN:
        return say(f"correction_request.is_{request.state.value}", request=request.id)
    if turn.person_id in {request.requester_id, report.reporter_id}:
        raise OwnReport(number=report.number)
    now = Stated(recorded_amount(report), report.paid_on)
    says_so = now == Stated(Rupiah(request.amount), request.paid_on)
    if report.status is ReportStatus.ACCEPTED and not says_so:
        return None
    by, because = turn.person_id, f"inbox:{turn.inbox_id}"
    await correction_card.settle(turn, request, RequestState.VOID, by=by, because=because)
    return say("correction_request.is_void", request=request.id)


class RefuseCorrectionForm(Form, name="refuse_correction"):
    """Staff turn a leader's wish down, and say why."""

    request: int = given(int)
    reason: str = question(OwnReason())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"request": answers["request"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, CORRECTORS)
        request = await requests.locked(self.request)
        if request is None:
            return say("form.stale")
        if (why_not := await _why_not(turn, request)) is not None:
            return why_not
        await correction_card.settle(
            turn,
            request,
            RequestState.REFUSED,
            by=turn.person_id,
            because=f"inbox:{turn.inbox_id}",
            reason=self.reason,
        )
        await correction_card.tell_refused(turn, request)
        return say("correction_request.refused", request=request.id, reason=self.reason)
