"""Planning one day's notices against plain SQL: `python -m tests.bench.reminders`.

So many running loans with four monthly instalments each, nine of ten past ones paid, some reported,
some promised. The rival is the bare INSERT … SELECT that anybody would write: instalments due on
the days, unpaid, their leaders and addresses; it knows of no report, promise, pause, call or limit.
Its time is reckoned for as many rows. Beside it stands what no rule can beat: copying the very rows
from tables that hold them ready. All in one run, on both databases, with the same keys and indexes;
ratios are what counts, and the last column, which shows whether time grows with the loans only.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from bot.database import (
    close_database,
    connection,
    is_postgres,
    migrate,
    open_database,
    transaction,
)
from bot.notice_sql import NoticeSql
from models.calendar import epoch_ms
from models.notice_day import NoticeDay, notice_day
from models.notice_plan import USUAL
from models.programme import Programme
from tests.postgres import throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2019, 7, 22)
AT = datetime(2019, 7, 21, 22, tzinfo=UTC)
RATIO_MOST = 2.0
GROWTH_MOST_MB = 20.0
_MOMENT = "'2019-01-01 00:00:00+00:00'"


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    database: str
    loans: int
    rows: int
    seconds: float
    plain_seconds: float
    copy_seconds: float
    again_seconds: float
    growth_mb: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.plain_seconds

    @property
    def line(self) -> str:
        return (
            f"{self.database:<12}{self.loans:>10,}{self.rows:>10,}{self.seconds:>9.3f} s"
            f"{self.plain_seconds:>9.3f} s{self.ratio:>8.2f}x{self.copy_seconds:>9.3f} s"
            f"{self.seconds / self.copy_seconds:>8.2f}x{self.again_seconds:>9.3f} s"
            f"{self.growth_mb:>8.1f} MB{self.seconds / self.loans * 1e6:>8.2f} µs"
        )


async def measure(url: str, sizes: Sequence[int]) -> list[Measured]:
    """Let the number of loans grow, and plan the same morning each time."""
    name = "PostgreSQL" if url.startswith("postgres") else "SQLite"
    await migrate(url)
    await open_database(url)
    try:
        programme = await Programme.create(
            code="BULK", name="Bulk", source="APBD", legal_basis="SK", created_at=AT
        )
        await _one_entry(programme.id)
        results, ready = [], 0
        for loans in sizes:
            await _generate(programme.id, ready + 1, loans)
            ready = loans
            tidy = "ANALYZE" if is_postgres(connection()) else "PRAGMA wal_checkpoint(TRUNCATE)"
            await connection().execute_query(tidy)
            results.append(await _compare(name, programme.id, loans))
            print(results[-1].line, flush=True)  # noqa: T201
    finally:
        await close_database()
    return results


async def _compare(name: str, programme_id: int, loans: int) -> Measured:
    planned = notice_day({programme_id: USUAL}, DAY, DAY - timedelta(days=2))
    assert planned is not None
    before = _peak_mb()
    ours, plain, copied = [], [], []
    again = rows = plain_rows = 0.0
    for _ in range(2):  # the first has to warm up for both
        ours.append(await _plan(planned))
        growth = _peak_mb() - before
        again = await _plan(planned)
        rows = await _keep_ready()
        await _empty()
        copied.append(await _copy())
        assert await _count() == rows
        await _empty()
        plain.append(await _write_plainly(planned))
        plain_rows = await _count()
        await _empty()
    return Measured(
        name,
        loans,
        int(rows),
        min(ours),
        min(plain) * rows / plain_rows,
        min(copied),
        again,
        growth,
    )


async def _plan(planned: NoticeDay) -> float:
    began = time.perf_counter()
    async with transaction() as writing:
        await NoticeSql(writing).plan(planned, epoch_ms(AT))
    return time.perf_counter() - began


async def _write_plainly(planned: NoticeDay) -> float:
    """The rival: two bare statements."""
    told = " UNION ALL ".join(
        f"SELECT {_date(one.due_on)} AS due_on, {one.step} AS step,"
        f" {_date(one.good_until)} AS good_until, '{one.kind}' AS kind"
        for one in planned.dues
    )
    began = time.perf_counter()
    async with transaction() as writing:
        await writing.execute_query(
            "INSERT INTO notice (key, kind, person_id, group_id, loan_id, about_id, step, day,"
            " good_until, state, reason) SELECT 'reminder:' || i.id || ':' || t.step, t.kind,"
            f" o.person_id, l.group_id, l.id, i.id, t.step, {_date(DAY)}, t.good_until, 'planned',"
            f" '' FROM ({told}) t JOIN instalment i ON i.due_on = t.due_on"
            " JOIN loan l ON l.id = i.loan_id AND l.status = 'active'"
            " JOIN officer o ON o.group_id = l.group_id AND o.office = 'leader'"
            " WHERE i.principal + i.fee > COALESCE((SELECT SUM(a.amount) FROM allocation a"
            " WHERE a.instalment_id = i.id), 0) ON CONFLICT (key) DO NOTHING"
        )
        await writing.execute_query(
            "INSERT INTO outbox (key, channel, chat, language, reply, subject, priority, state,"
            " attempts, not_before_ms, created_at_ms, repeated, trouble, recheck, good_until_ms)"
            f" SELECT 'notices:' || n.person_id || ':{DAY}', a.channel, a.external_id, s.language,"
            f" '[]', '', 1, 'waiting', 0, {planned.opens_ms}, {planned.opens_ms}, false, '',"
            f" 'notices:' || n.person_id || ':{DAY}', {planned.closes_ms}"
            " FROM (SELECT DISTINCT person_id FROM notice WHERE state = 'planned'"
            f" AND day = {_date(DAY)}) n JOIN person s ON s.id = n.person_id"
            " JOIN address a ON a.person_id = n.person_id WHERE true ON CONFLICT (key) DO NOTHING"
        )
    return time.perf_counter() - began


def _date(day: date) -> str:
    return f"DATE '{day}'" if is_postgres(connection()) else f"'{day}'"


async def _copy() -> float:
    """The same rows, ready to be copied."""
    began = time.perf_counter()
    async with transaction() as writing:
        for table in ("call_task", "notice", "outbox"):
            await writing.execute_query(f"INSERT INTO {table} SELECT * FROM ready_{table}")
    return time.perf_counter() - began


async def _keep_ready() -> int:
    for table in ("call_task", "notice", "outbox"):
        await connection().execute_query(f"DROP TABLE IF EXISTS ready_{table}")
        await connection().execute_query(
            f"CREATE TABLE ready_{table} AS SELECT * FROM {table} ORDER BY id"
        )
    return await _count()


async def _count() -> int:
    counted = await connection().execute_query_dict(
        "SELECT (SELECT COUNT(*) FROM notice) + (SELECT COUNT(*) FROM outbox)"
        " + (SELECT COUNT(*) FROM call_task) AS rows"
    )
    return int(counted[0]["rows"])


async def _empty() -> None:
    for table in ("outbox", "notice", "call_task"):
        await connection().execute_query(f"DELETE FROM {table}")
    if is_postgres(connection()):
        for table in ("outbox", "notice", "call_task"):
            await connection().execute_query(f"VACUUM {table}")
    else:
        await connection().execute_query("PRAGMA wal_checkpoint(TRUNCATE)")


def _peak_mb() -> float:
    """The most memory that this process ever held (kilobytes on Linux, bytes on macOS)."""
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


async def _one_entry(programme_id: int) -> None:
    """The entry to which all payments of the bench belong."""
    await connection().execute_query(
        "INSERT INTO journal_entry (id, programme_id, number, kind, reference, content_hash,"
        " booked_on, posted_at, cause, note, previous_hash, hash) VALUES (1,"
        f" {programme_id}, 1, 'repayment', 'bench', 'x', '2019-01-01', {_MOMENT}, 'bench:1', '',"
        " 'x', 'x')"
    )


async def _generate(programme_id: int, first: int, last: int) -> None:
    """Groups with one loan each, by a few statements whatever their number."""
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})"
    )
    due = "(i * 7) % 30 + 30 * k - 45"
    day = (
        f"(DATE '{DAY}' + CAST({due} AS int))"
        if is_postgres(connection())
        else f"date('{DAY}', ({due}) || ' days')"
    )
    steps = "(SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 0) k"
    statements = (
        (
            f"INSERT INTO person (id, name, language, consented_at, created_at) {numbers}"
            f" SELECT i, 'Ketua ' || i, 'id', {_MOMENT}, {_MOMENT} FROM n"
        ),
        (
            f"INSERT INTO address (id, channel, external_id, display_name, person_id, created_at)"
            f" {numbers} SELECT i, 'telegram', CAST(i AS varchar), '', i, {_MOMENT} FROM n"
        ),
        (
            "INSERT INTO beneficiary_group (id, code, name, kind, village, district, business,"
            f" member_count, status, created_at) {numbers} SELECT i, 'K-' || i, 'KUBE ' || i,"
            f" 'kube', 'Sepaso', 'Bengalon', 'jahe', 10, 'verified', {_MOMENT} FROM n"
        ),
        (
            f"INSERT INTO officer (id, group_id, person_id, office, since) {numbers}"
            f" SELECT i, i, i, 'leader', {_MOMENT} FROM n"
        ),
        (
            "INSERT INTO loan (id, number, group_id, programme_id, principal, fee_basis_points,"
            f" disbursed_on, status, created_at) {numbers} SELECT i, 'L-' || i, i, {programme_id},"
            f" 4000000, 0, '2019-05-01', 'active', {_MOMENT} FROM n"
        ),
        (
            "INSERT INTO instalment (id, loan_id, version, number, due_on, principal, fee) "
            f"{numbers} SELECT i * 4 + k, i, 1, k + 1, {day}, 1000000, 0 FROM n CROSS JOIN {steps}"
        ),
        (
            "INSERT INTO allocation (entry_id, line, loan_id, instalment_id, component, amount)"
            " SELECT 1, id, loan_id, id, 'principal', principal FROM instalment"
            f" WHERE due_on < '{DAY}' AND id % 10 <> 0 AND loan_id >= {first}"
        ),
        (
            "INSERT INTO repayment_report (number, group_id, loan_id, reporter_id, amount, paid_on,"
            f" method, status, warnings, submitted_at, reason) {numbers} SELECT 'S-' || i, i, i, i,"
            f" 1000000, '{DAY}', 'transfer', 'submitted', '', {_MOMENT}, '' FROM n WHERE i % 50 = 0"
        ),
        (
            "INSERT INTO payment_promise (draft_id, loan_id, group_id, person_id, promised_on,"
            f" reason, made_at, made_on, asked_on, silent_until, state) {numbers}"
            f" SELECT i, i, i, i, '{DAY}', '', {_MOMENT}, '2019-07-10', '{DAY}', '2019-07-23',"
            " 'open' FROM n WHERE i % 100 = 1"
        ),
    )
    for statement in statements:
        await connection().execute_query(statement)


def run(sizes: Sequence[int], *, with_postgres: bool) -> list[Measured]:
    """Both databases, one after the other."""
    results: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="gulir-bench-") as folder:
        results += asyncio.run(measure(f"sqlite://{Path(folder) / 'reminders.db'}", sizes))
    with throwaway_postgres() if with_postgres else nullcontext() as server:
        if server is not None:
            asyncio.run(_create(server.url("postgres")))
            results += asyncio.run(measure(server.url("reminders"), sizes))
    return results


async def _create(url: str) -> None:
    postgres = await asyncpg.connect(url)
    try:
        await postgres.execute("CREATE DATABASE reminders")
    finally:
        await postgres.close()


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a ratio or the memory is beyond its limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reminders", description=__doc__)
    parser.add_argument("--loans", default="10000,100000,1000000")
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.loans.split(",")]
    print(  # noqa: T201
        f"{'database':<12}{'loans':>10}{'rows':>10}{'planned':>11}{'plain SQL':>11}"
        f"{'ratio':>9}{'copy':>11}{'ratio':>9}{'again':>11}{'memory':>11}{'per loan':>11}"
    )
    results = run(sizes, with_postgres=not given.sqlite_only)
    within = all(one.ratio <= RATIO_MOST and one.growth_mb <= GROWTH_MOST_MB for one in results)
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
