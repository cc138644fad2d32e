"""Deciding a report: one decision, by somebody else than the reporter, told to all at once."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from handlers.messages import Reply, Words, say, words
from handlers.staff.access import require
from handlers.staff.answers import reason_in_words, usual
from handlers.staff.report_card import card, subject
from handlers.staff.resend_offer import again_button
from handlers.turn import Turn
from models.allocation import Component
from models.arrears import LoanStanding
from models.audit import note
from models.contact import Person, Role, StaffRole
from models.errors import OwnReport, ReportAlreadyDecided
from models.group import Group, Office, Officer
from models.lending import Recorded, record_repayment
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing

_VERIFIERS: Final = frozenset({Role.VERIFIER})


async def still_open(turn: Turn, report_id: int) -> RepaymentReport | None:
    """The report, kept from everybody else until this turn is over; none if there is no such one.

    Raises NotAllowed without the verifier's role, ReportAlreadyDecided, and OwnReport for the
    reporter, who may not verify.
    """
    await require(turn, _VERIFIERS)
    report = await RepaymentReport.filter(id=report_id).select_for_update().first()
    if report is None:
        return None
    if report.status is not ReportStatus.SUBMITTED:
        raise await _already_decided(report)
    if report.reporter_id == turn.person_id:
        raise OwnReport(number=report.number)
    return report


async def accept(turn: Turn, report: RepaymentReport, amount: Rupiah, reason: str = "") -> None:
    """Enter the money and tell the group; `report` must come from `still_open`."""
    recorded = await enter_accepted(
        report, amount, verifier_id=turn.person_id, at=turn.now, reason=reason
    )
    loan = await Loan.get(id=report.loan_id)
    result = await _accepted(report, amount, recorded, await loan_standing(loan.id, turn.today))
    await _tell_group(turn, report, result, key="result")
    if loan.status is LoanStatus.REPAID:
        group = await Group.get(id=report.group_id)
        thanks = say("verification.result.repaid", group=group.name, day=turn.today)
        await _tell_group(turn, report, thanks, key="repaid")
    await _change_cards(turn, report)


async def reject(turn: Turn, report: RepaymentReport, reason: str) -> None:
    """Refuse the claim and tell the group why and what helps; the ledger is not touched."""
    await _decide(report, ReportStatus.REJECTED, turn.person_id, turn.now, reason=reason)
    listed = usual(reason)
    result = say(
        "verification.result.rejected",
        *again_button(report.id, reason),
        number=report.number,
        amount=Rupiah(report.amount),
        reason=reason_in_words(reason),
        mending=words(f"reject_report.mending.{listed or 'own_words'}"),
    )
    await _tell_group(turn, report, result, key="result")
    await _change_cards(turn, report)


async def enter_accepted(
    report: RepaymentReport, amount: Rupiah, *, verifier_id: int, at: datetime, reason: str = ""
) -> Recorded:
    """The money of an accepted report into the ledger, and the decision beside it.

    Raises LoanClosed if nothing is left to repay.
    """
    recorded = await record_repayment(
        report.loan_id,
        amount,
        on=report.paid_on,
        at=at,
        reference=f"repayment_report:{report.id}",
        cause=f"repayment_report:{report.id}",
        maker_id=verifier_id,
        note=reason,
    )
    await _decide(
        report, ReportStatus.ACCEPTED, verifier_id, at, reason=reason, accepted_amount=amount
    )
    return recorded


async def _decide(
    report: RepaymentReport,
    status: ReportStatus,
    person_id: int,
    at: datetime,
    *,
    reason: str,
    accepted_amount: Rupiah | None = None,
) -> None:
    report.status = status
    report.decided_by_id = person_id
    report.decided_at = at
    report.reason = reason
    report.accepted_amount = accepted_amount
    await report.save(
        update_fields=["status", "decided_by_id", "decided_at", "reason", "accepted_amount"]
    )
    await note(
        subject(report.id),
        status.value,
        at=at,
        person_id=person_id,
        reported=int(report.amount),
        accepted=None if accepted_amount is None else int(accepted_amount),
        reason=reason,
    )


async def _accepted(
    report: RepaymentReport, amount: Rupiah, recorded: Recorded, standing: LoanStanding
) -> Reply:
    """What the group reads: the new balance, and what comes next."""
    group = await Group.get(id=report.group_id)
    key = "accepted" if amount == report.amount else "accepted_other"
    return say(
        f"verification.result.{key}",
        number=report.number,
        group=group.name,
        amount=amount,
        reported=Rupiah(report.amount),
        paid_on=report.paid_on,
        reason=reason_in_words(report.reason),
        outstanding=standing.outstanding,
        next=_what_next(recorded, standing),
    )


def _what_next(recorded: Recorded, standing: LoanStanding) -> tuple[Words, ...]:
    lines: list[Words] = []
    open_dues = sorted((due for due in standing.dues if due.left > 0), key=lambda due: due.due_on)
    if open_dues:
        due = open_dues[0]
        lines.append(words("verification.next.due", due_on=due.due_on, left=due.left))
    else:
        lines.append(words("verification.next.nothing"))
    kept = [share.amount for share in recorded.shares if share.component is Component.CREDIT]
    if kept:
        use = "credit" if open_dues else "refund"
        lines.append(words(f"verification.next.{use}", amount=sum(kept, Rupiah(0))))
    return tuple(lines)


async def _tell_group(turn: Turn, report: RepaymentReport, reply: Reply, *, key: str) -> None:
    """The reporter, and the leader if that is somebody else whom we can reach and may write to.

    Staff who reported in a group's name read the result on its card.
    """
    reporter = await Person.get(id=report.reporter_id)
    leaders = await Officer.filter(
        group_id=report.group_id,
        office=Office.LEADER,
        until__isnull=True,
        person__addresses__id__not_isnull=True,
        person__consented_at__not_isnull=True,
    ).values_list("person_id", "person__name")
    if not await _is_office(report):
        _tell(turn, reporter.id, reporter.name, reply, f"report:{report.id}:{key}")
    for person_id, name in set(leaders) - {(reporter.id, reporter.name)}:
        _tell(turn, person_id, name, reply, f"report:{report.id}:{key}:{person_id}")


async def _is_office(report: RepaymentReport) -> bool:
    """Whether somebody of staff, who serves the group in no office, reported for it."""
    serves = Officer.filter(
        group_id=report.group_id, person_id=report.reporter_id, until__isnull=True
    )
    works = StaffRole.filter(person_id=report.reporter_id, revoked_at__isnull=True)
    return await works.exists() and not await serves.exists()


def _tell(turn: Turn, person_id: int, name: str, reply: Reply, key: str) -> None:
    turn.tell(person_id, replace(reply, facts={**reply.facts, "name": name}), key=key)


async def _change_cards(turn: Turn, report: RepaymentReport) -> None:
    key = f"report:{report.id}:{report.status.value}"
    turn.change_cards(subject(report.id), await card(report.id), key=key)


async def _already_decided(report: RepaymentReport) -> ReportAlreadyDecided:
    decider = await Person.get_or_none(id=report.decided_by_id)
    return ReportAlreadyDecided(
        number=report.number,
        status=report.status.value,
        decided_by=decider.name if decider else "",
        decided_at=report.decided_at or report.submitted_at,
    )
