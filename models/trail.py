"""The trail of a thing: every deed about it and every entry of the journal, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tortoise.expressions import Q
from tortoise.functions import Sum

from models.audit import AuditEvent
from models.funding_tables import Application, QueueEvent
from models.group import Officer
from models.help_request import HelpRequest
from models.ledger_tables import JournalEntry, Posting
from models.loan import Loan
from models.money import Rupiah
from models.progress_tables import ProgressReport
from models.repayment import RepaymentReport

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """One line: a deed (`entry` none) or an entry of the journal; nobody means Gulir itself."""

    at: datetime
    what: str
    by: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    entry: int | None = None
    amount: Rupiah | None = None
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which deeds and entries belong to a thing."""

    subjects: tuple[str, ...] = ()
    entries: Q | None = None
    applications: tuple[int, ...] = ()
    """Whose events in the record of the queue are told."""


async def of_group(group_id: int) -> Scope:
    """A group with its loans and reports, of money and of its business, and its officers' talks."""
    loans = [loan.id for loan in await Loan.filter(group_id=group_id)]
    subjects = [f"group:{group_id}", *(f"loan:{loan}" for loan in loans)]
    reports = await RepaymentReport.filter(group_id=group_id).values_list("id", flat=True)
    subjects += [f"report:{report}" for report in reports]
    subjects += [f"help:{talk}" for talk in await _talks_of(group_id)]
    news = await ProgressReport.filter(group_id=group_id).values_list("id", flat=True)
    subjects += [f"progress:{report}" for report in news]
    wishes = await Application.filter(group_id=group_id).values_list("id", flat=True)
    subjects += [f"application:{wish}" for wish in wishes]
    entries = _entries_of(loans) | Q(cause=f"group:{group_id}")
    return Scope(tuple(subjects), entries, tuple(int(str(wish)) for wish in wishes))


async def _talks_of(group_id: int) -> list[int]:
    """The talks with the office of those who held an office in the group at the time."""
    found: set[int] = set()
    for officer in await Officer.filter(group_id=group_id):
        talks = HelpRequest.filter(person_id=officer.person_id, asked_at__gte=officer.since)
        if officer.until is not None:
            talks = talks.filter(asked_at__lt=officer.until)
        found.update([talk.id for talk in await talks.only("id")])
    return sorted(found)


async def of_loan(loan_id: int) -> Scope:
    """A loan with the reports about it."""
    reports = await RepaymentReport.filter(loan_id=loan_id).values_list("id", flat=True)
    subjects = (f"loan:{loan_id}", *(f"report:{report}" for report in reports))
    return Scope(subjects, _entries_of([loan_id]))


async def of_report(report_id: int) -> Scope:
    """A report, its entry, and what took that back."""
    cause = Q(cause=f"repayment_report:{report_id}")
    return Scope(
        (f"report:{report_id}",), cause | Q(reverses__cause=f"repayment_report:{report_id}")
    )


async def of_entry(entry: JournalEntry) -> Scope:
    """An entry, what reversed it, and the deeds of what caused it."""
    about = entry.cause.removeprefix("repayment_")
    return Scope((about,), Q(id=entry.id) | Q(reverses_id=entry.id))


async def of_decision(decision_id: int) -> Scope:
    """A proposal and what it became."""
    return Scope((f"decision:{decision_id}",), Q(cause=f"decision:{decision_id}"))


async def of_progress(report_id: int) -> Scope:
    """News of a business: who sent what, and what staff did about it."""
    return Scope((f"progress:{report_id}",))


async def of_application(application_id: int) -> Scope:
    """An application: what became of it in the queue."""
    return Scope((f"application:{application_id}",), applications=(application_id,))


async def page(scope: Scope, *, skip: int, most: int) -> tuple[Sequence[Deed], bool]:
    """So many deeds before the newest `skip`, newest last; and whether there are older ones."""
    reach = skip + most + 1
    deeds = [
        *await _deeds(scope.subjects, reach),
        *await _entries(scope.entries, reach),
        *await _queue_events(scope.applications, reach),
    ]
    deeds.sort(key=lambda deed: (deed.at, deed.entry or 0), reverse=True)
    shown = deeds[skip : skip + most]
    return tuple(reversed(shown)), len(deeds) > skip + most


def _entries_of(loan_ids: Collection[int]) -> Q:
    mine = list(loan_ids)
    return Q(allocations__loan_id__in=mine) | Q(
        Q(postings__debit__loan_id__in=mine) | Q(postings__credit__loan_id__in=mine)
    )


async def _deeds(subjects: Collection[str], most: int) -> list[Deed]:
    events = (
        await AuditEvent.filter(subject__in=list(subjects))
        .order_by("-at", "-id")
        .limit(most)
        .select_related("person")
    )
    return [
        Deed(event.at, event.deed, event.person.name if event.person else "", event.facts)
        for event in events
    ]


async def _queue_events(applications: Collection[int], most: int) -> list[Deed]:
    if not applications:
        return []
    events = (
        await QueueEvent.filter(application_id__in=list(applications))
        .order_by("-at", "-id")
        .limit(most)
        .select_related("person", "application")
    )
    return [
        Deed(
            event.at,
            f"queue_{event.kind}",
            event.person.name if event.person else "",
            {"number": event.application.number if event.application else "", **_amount_of(event)},
        )
        for event in events
    ]


def _amount_of(event: QueueEvent) -> dict[str, Any]:
    amount = event.facts.get("granted") or event.facts.get("amount")
    return {"amount": amount} if amount else {}


async def _entries(which: Q | None, most: int) -> list[Deed]:
    if which is None:
        return []
    ids = await JournalEntry.filter(which).distinct().values_list("id", flat=True)
    entries = (
        await JournalEntry.filter(id__in=list(ids))
        .order_by("-posted_at", "-id")
        .limit(most)
        .select_related("maker", "approver")
    )
    amounts = await _amounts([entry.id for entry in entries])
    return [
        Deed(
            at=entry.posted_at,
            what=entry.kind.value,
            by=entry.maker.name if entry.maker else "",
            facts={"note": entry.note, "booked_on": entry.booked_on},
            entry=entry.number,
            amount=amounts.get(entry.id),
            approved_by=entry.approver.name if entry.approver else "",
        )
        for entry in entries
    ]


async def _amounts(entry_ids: Collection[int]) -> dict[int, Rupiah]:
    rows = (
        await Posting.filter(entry_id__in=list(entry_ids))
        .annotate(total=Sum("amount"))
        .group_by("entry_id")
        .values_list("entry_id", "total")
    )
    return {entry: Rupiah(int(total)) for entry, total in rows}
