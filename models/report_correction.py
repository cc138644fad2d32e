"""A report with another amount or day: changed while it waits, entered anew once it is verified."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from models.audit import note
from models.calendar import epoch_ms
from models.chart import EntryKind
from models.corrections import reverse_repayment
from models.errors import NothingToCorrect, OwnReport, ReportNotAccepted
from models.inbox import InboxMessage
from models.ledger_tables import JournalEntry
from models.lending import record_repayment
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from models.ledger import Act

EDITABLE_FOR = timedelta(hours=48)
"""So long people can change a message after they have sent it."""

_LOOKED_AT_MOST = 300


async def locked_report(report_id: int) -> RepaymentReport | None:
    """The report, kept from everybody else until the transaction ends."""
    return await RepaymentReport.filter(id=report_id).select_for_update().first()


def recorded_amount(report: RepaymentReport) -> Rupiah:
    """What the fund goes by: the verified amount, and before that the reported one."""
    return Rupiah(report.accepted_amount or report.amount)


async def change_waiting(
    report: RepaymentReport,
    *,
    amount: Rupiah,
    paid_on: date,
    warnings: Collection[str],
    by: int,
    at: datetime,
) -> None:
    """The reporter changes a report that waits for verification; the trail keeps old and new.

    `report` must be locked and SUBMITTED.
    """
    before = _said(Rupiah(report.amount), report.paid_on)
    report.amount, report.paid_on = amount, paid_on
    report.warnings = " ".join(warnings)
    await report.save(update_fields=["amount", "paid_on", "warnings"])
    await _note(report, "changed", before, _said(amount, paid_on), by=by, at=at)


async def correct_accepted(
    report_id: int, *, amount: int, claimed: int | None, paid_on: date, act: Act
) -> JournalEntry:
    """Take the entry of a report back and enter the right amount and day; by two people.

    `claimed` is what the reporter says now, if it is they who ask. Raises ReportNotAccepted,
    NothingToCorrect, OwnReport for an approver who reported the money, and what stands in the way
    of the reversal (`reverse_entry`) or of the new entry (`record_repayment`).
    """
    report = await RepaymentReport.filter(id=report_id).select_for_update().get()
    entry = await entry_in_force(report)
    if act.get("approver_id") == report.reporter_id:
        raise OwnReport(number=report.number)
    before, after = _said(recorded_amount(report), report.paid_on), _said(Rupiah(amount), paid_on)
    if before == after:
        raise NothingToCorrect(number=report.number)
    await reverse_repayment(entry.id, **act)
    anew: Act = {
        **act,
        "on": paid_on,
        "reference": f"{act['reference']}:anew",
        "cause": f"repayment_report:{report_id}",
    }
    recorded = await record_repayment(report.loan_id, amount, **anew)
    if before["amount"] != after["amount"]:
        report.amount = Rupiah(claimed or report.amount)
        report.reason = "" if report.amount == amount else act.get("note", "")
    report.accepted_amount, report.paid_on = Rupiah(amount), paid_on
    await report.save(update_fields=["accepted_amount", "paid_on", "amount", "reason"])
    approver = {"approver": act.get("approver_id"), "entry": recorded.entry.number}
    await _note(report, "corrected", before, after, by=act["maker_id"], at=act["at"], **approver)
    return recorded.entry


async def take_back(report_id: int, act: Act) -> JournalEntry:
    """Take the repayment of a report back; the report says so from then on.

    Raises ReportNotAccepted, and what stands in the way of the reversal.
    """
    report = await RepaymentReport.filter(id=report_id).select_for_update().get()
    entry = await entry_in_force(report)
    reversing = await reverse_repayment(entry.id, **act)
    report.status = ReportStatus.REVERSED
    await report.save(update_fields=["status"])
    await note(
        f"report:{report_id}",
        "reversed",
        at=act["at"],
        person_id=act["maker_id"],
        approver=act.get("approver_id"),
        entry=reversing.number,
        reason=act.get("note", ""),
    )
    return reversing


async def entry_in_force(report: RepaymentReport) -> JournalEntry:
    """The repayment that stands for a report now; raises ReportNotAccepted if there is none."""
    entry = await JournalEntry.filter(
        cause=f"repayment_report:{report.id}",
        kind=EntryKind.REPAYMENT,
        reversed_by__id__isnull=True,
    ).first()
    if report.status is not ReportStatus.ACCEPTED or entry is None:
        raise ReportNotAccepted(number=report.number, status=report.status.value)
    return entry


async def report_said_in(
    message_id: str, *, address_id: int, person_id: int, at: datetime
) -> int | None:
    """Which report of a person a message of theirs went into, while it may still be edited.

    A burst is one turn, so its messages were handled in one moment; what a report was made of
    arrived from the turn that began it on, until it was sent.
    """
    since = epoch_ms(at - EDITABLE_FOR)
    rows = (
        await InboxMessage.filter(address_id=address_id, received_at_ms__gte=since)
        .order_by("-id")
        .limit(_LOOKED_AT_MOST)
        .only("id", "event", "received_at_ms", "handled_at_ms")
    )
    said = next((row for row in rows if _is(row, message_id)), None)
    if said is None:
        return None
    turn_of = {row.id: row.handled_at_ms for row in rows if row.handled_at_ms is not None}
    reports = (
        await RepaymentReport.filter(reporter_id=person_id, draft_id__gt=0)
        .order_by("-draft_id")
        .limit(_LOOKED_AT_MOST)
    )
    for report in reports:
        began = report.draft_id or 0
        same_burst = said.id in turn_of and turn_of.get(began) == turn_of[said.id]
        was_sent_later = epoch_ms(report.submitted_at) >= said.received_at_ms
        if was_sent_later and (said.id >= began or same_burst):
            return int(report.id)
    return None


def _is(row: InboxMessage, message_id: str) -> bool:
    event = row.event or {}
    return event.get("message_id") == message_id and not event.get("edits")


def _said(amount: Rupiah, paid_on: date) -> dict[str, int | str]:
    return {"amount": int(amount), "paid_on": paid_on.isoformat()}


async def _note(
    report: RepaymentReport,
    deed: str,
    before: dict[str, int | str],
    after: dict[str, int | str],
    *,
    by: int | None,
    at: datetime,
    **more: int | None,
) -> None:
    was = {f"old_{name}": fact for name, fact in before.items()}
    await note(f"report:{report.id}", deed, at=at, person_id=by, **was, **after, **more)
