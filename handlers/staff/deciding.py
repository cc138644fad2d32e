"""What a verdict does once it is posted: the books, the report, its cards, and the group."""

from dataclasses import replace
from datetime import datetime

from handlers.messages import Reply, Words, say, words
from handlers.next_group import towards
from handlers.staff.answers import reason_in_words, usual
from handlers.staff.next_due import next_due
from handlers.staff.report_card import card, subject
from handlers.staff.resend_offer import again_button
from handlers.turn import Telling
from models.allocation import Component
from models.arrears import LoanStanding
from models.audit import note
from models.contact import Person, StaffRole
from models.group import Group, Office, Officer
from models.lending import Recorded, record_repayment
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing
from models.till import Ruling, Verdict


async def carry_out(
    telling: Telling, report: RepaymentReport, verdict: Verdict, *, by: int
) -> None:
    """Post the verdict of a person about a locked report that nobody else has decided.

    Raises LoanClosed and what else forbids to enter the money.
    """
    if verdict.ruling is Ruling.ACCEPTED and verdict.amount is not None:
        await _accept(telling, report, verdict.amount, verdict.reason, by=by)
    else:
        await _reject(telling, report, verdict.reason, by=by)


async def _accept(
    telling: Telling, report: RepaymentReport, amount: Rupiah, reason: str, *, by: int
) -> None:
    """Enter the money and tell the group."""
    recorded = await enter_accepted(report, amount, verifier_id=by, at=telling.now, reason=reason)
    loan = await Loan.get(id=report.loan_id)
    standing = await loan_standing(loan.id, telling.today)
    result = await _accepted(
        report, amount, recorded, standing, await towards(telling, loan.programme_id)
    )
    await _tell_group(telling, report, result, key="result")
    if loan.status is LoanStatus.REPAID:
        group = await Group.get(id=report.group_id)
        thanks = say("verification.result.repaid", group=group.name, day=telling.today)
        await _tell_group(telling, report, thanks, key="repaid")
    await _change_cards(telling, report)


async def _reject(telling: Telling, report: RepaymentReport, reason: str, *, by: int) -> None:
    """Refuse the claim and tell the group why and what helps; the ledger is not touched."""
    await _decide(report, ReportStatus.REJECTED, by, telling.now, reason=reason)
    listed = usual(reason)
    result = say(
        "verification.result.rejected",
        *again_button(report.id, reason),
        number=report.number,
        amount=Rupiah(report.amount),
        reason=reason_in_words(reason),
        mending=words(f"reject_report.mending.{listed or 'own_words'}"),
    )
    await _tell_group(telling, report, result, key="result")
    await _change_cards(telling, report)


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
    report: RepaymentReport,
    amount: Rupiah,
    recorded: Recorded,
    standing: LoanStanding,
    next_group: tuple[Words, ...],
) -> Reply:
    """What the group reads: the new balance, what comes next, and whom that brings nearer."""
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
        next=(*await _what_next(recorded, standing), *next_group),
    )


async def _what_next(recorded: Recorded, standing: LoanStanding) -> tuple[Words, ...]:
    lines = [await next_due(standing)]
    kept = [share.amount for share in recorded.shares if share.component is Component.CREDIT]
    if kept:
        use = "credit" if standing.outstanding else "refund"
        lines.append(words(f"verification.next.{use}", amount=sum(kept, Rupiah(0))))
    return tuple(lines)


async def _tell_group(telling: Telling, report: RepaymentReport, reply: Reply, *, key: str) -> None:
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
        _tell(telling, reporter.id, reporter.name, reply, f"report:{report.id}:{key}")
    for person_id, name in set(leaders) - {(reporter.id, reporter.name)}:
        _tell(telling, person_id, name, reply, f"report:{report.id}:{key}:{person_id}")


async def _is_office(report: RepaymentReport) -> bool:
    """Whether somebody of staff, who serves the group in no office, reported for it."""
    serves = Officer.filter(
        group_id=report.group_id, person_id=report.reporter_id, until__isnull=True
    )
    works = StaffRole.filter(person_id=report.reporter_id, revoked_at__isnull=True)
    return await works.exists() and not await serves.exists()


def _tell(telling: Telling, person_id: int, name: str, reply: Reply, key: str) -> None:
    telling.tell(person_id, replace(reply, facts={**reply.facts, "name": name}), key=key)


async def _change_cards(telling: Telling, report: RepaymentReport) -> None:
    key = f"report:{report.id}:{report.status.value}"
    telling.change_cards(subject(report.id), await card(report.id), key=key)
