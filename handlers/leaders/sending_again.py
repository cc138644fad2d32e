"""A report that was not accepted, sent again with one tap: what was right is kept."""

from collections.abc import Mapping
from typing import Final

from handlers.messages import Json, Reply, say
from handlers.staff.answers import UsualReason, usual
from handlers.turn import Turn
from models.repayment import RepaymentReport, ReportStatus
from models.resending import sent_again_as

_ASKED_AGAIN: Final[Mapping[UsualReason, frozenset[str]]] = {
    UsualReason.SLIP_UNREADABLE: frozenset({"slips"}),
    UsualReason.MONEY_NOT_FOUND: frozenset({"slips"}),
    UsualReason.WRONG_AMOUNT: frozenset({"amount"}),
    UsualReason.WRONG_GROUP: frozenset({"group", "slips"}),
}
"""What was wrong about a report by the reason for which it was not accepted."""


async def begin(turn: Turn, report_id: int) -> Reply | tuple[Reply, ...]:
    """The form of the old report, with questions open only where it was wrong."""
    report = await RepaymentReport.get_or_none(id=report_id)
    group = turn.situation.group(report.group_id) if report else None
    if report is None or group is None:
        return say("form.stale")
    if report.status is not ReportStatus.REJECTED:
        return say("sending_again.not_needed", number=report.number)
    if (number := await sent_again_as(report.id)) is not None:
        return say("sending_again.done_before", number=report.number, again=number)
    if group.loan is None or group.loan.id != report.loan_id:
        return say("sending_again.loan_over", number=report.number)
    turn.start("repayment_report", resends=report.id, **await _kept(report))
    return say("sending_again.begun", number=report.number)


async def _kept(report: RepaymentReport) -> dict[str, Json]:
    """The answers that were right, as the form stores them."""
    await report.fetch_related("slips")
    answers: dict[str, Json] = {
        "group": report.group_id,
        "amount": int(report.amount),
        "paid_on": report.paid_on.isoformat(),
        "method": report.method.value,
        "slips": [slip.media_id for slip in report.slips],
    }
    listed = usual(report.reason)
    wrong = _ASKED_AGAIN.get(listed, frozenset()) if listed else frozenset()
    return {name: answer for name, answer in answers.items() if name not in wrong}
