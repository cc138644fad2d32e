"""`gulir audit`: the books of every programme, proved from their postings."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.database import (
    close_database,
    connection,
    is_postgres,
    open_database,
    pending_migrations,
    transaction,
)
from models.books_audit import audit_programme
from models.programme import Programme

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from models.books_audit import AuditReport

_SAID: Final = {
    "missing": "the entry is missing",
    "broken_link": "it does not follow the entry before it",
    "changed": "it does not say what was sealed",
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
                report = await audit_programme(programme.id, today)
                line = f"{programme.code} ({programme.name}): {_said(report)}"
                yield Verdict(line, report.difference is None)
    finally:
        await close_database()


@asynccontextmanager
async def standing_still() -> AsyncIterator[None]:
    """All statements inside see the books of one moment, and the bot goes on writing meanwhile."""
    if is_postgres(connection()):
        async with transaction() as reading:
            await reading.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    # Our own transactions take SQLite's write lock at once; a reader must not
    await connection().execute_query("BEGIN DEFERRED")
    try:
        yield
    finally:
        await connection().execute_query("ROLLBACK")


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
