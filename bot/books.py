"""`gulir audit`: the books of every programme, proved from their postings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.database import (
    close_database,
    open_database,
    pending_migrations,
)
from bot.snapshot import standing_still
from models.calendar import WITA
from models.programme import Programme
from models.queue_record import QueueFault, RecordReport, verify
from models.self_audit import examine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from models.books_audit import AuditReport

_SAID: Final = {
    "missing": "the entry is missing",
    "broken_link": "it does not follow the entry before it",
    "changed": "it does not say what was sealed",
    "cut_off": "an earlier audit saw it, and the chain ends before it now",
    "rewritten": "an earlier audit saw another entry with this number",
}


_SAID_OF_QUEUE: Final = {
    QueueFault.MISSING: "the event is missing",
    QueueFault.BROKEN_LINK: "it does not follow the event before it",
    QueueFault.CHANGED: "it does not say what was sealed",
    QueueFault.CONTRADICTS: "it takes a place that the events before it do not leave",
    QueueFault.NOT_RECORDED: "the queue does not stand as the record leads to",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said about one programme, and whether its books are right."""

    line: str
    right: bool


async def audit_books(database_url: str, today: date) -> AsyncIterator[Verdict]:
    """A verdict for each programme, as soon as it is known; raises DatabaseUnreachable."""
    if await pending_migrations(database_url):
        yield Verdict("The database is not up to date; run `gulir migrate` first.", right=False)
        return
    await open_database(database_url)
    try:
        async with standing_still():
            programmes = await Programme.all().order_by("id")
            if not programmes:
                yield Verdict("There is no programme, so there are no books yet.", right=True)
            for programme in programmes:
                report = await examine(programme.id, today)
                line = f"{programme.code} ({programme.name}): {_said(report)}{_halt(programme)}"
                yield Verdict(line, report.difference is None)
                record = await verify(programme.id)
                if record.events or record.fault:
                    yield _of_queue(programme, record)
    finally:
        await close_database()


def _said(report: AuditReport) -> str:
    if report.difference is None:
        return (
            f"{report.entries} entries, {report.accounts} accounts, {report.loans} loans, "
            f"difference 0, head {report.head[:16]}"
        )
    found = report.difference
    if found.what == "chain":
        return f"DIFFERENCE in {found.where}: {_SAID[str(found.shown)]}"
    return (
        f"DIFFERENCE in {found.where}, {found.what}: "
        f"shown {found.shown}, recomputed {found.recomputed}"
    )


def _of_queue(programme: Programme, report: RecordReport) -> Verdict:
    """The queue's record, and whether the queue stands as it leads to."""
    name = f"{programme.code} queue"
    if report.fault is None:
        line = f"{name}: {report.events} events, as recorded, head {report.head[:16]}"
        return Verdict(line, right=True)
    where = f" {report.faulty_number}" if report.faulty_number else ""
    return Verdict(
        f"{name}: DIFFERENCE in event{where}: {_SAID_OF_QUEUE[report.fault]}", right=False
    )


def _halt(programme: Programme) -> str:
    if programme.halted_at is None:
        return ""
    since = programme.halted_at.astimezone(WITA)
    return (
        f"; postings are HALTED since {since:%Y-%m-%d %H:%M} WITA ({programme.halted_because}): "
        "once the books are right, /audit in the staff chat lets them go on"
    )
