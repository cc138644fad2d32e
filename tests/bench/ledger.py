"""The ledger against plain SQL: `python -m tests.bench.ledger`.

Two questions, each answered as a ratio to the same rows in plain SQL within one run: what a
verified repayment costs through the code that the bot uses, one transaction each; and what it
costs to prove a journal of a million postings with `gulir audit`, in a process of its own, whose
memory must not grow with the journal. Absolute figures mean something only on their own machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg

from bot.database import (
    close_database,
    connection,
    is_postgres,
    migrate,
    open_database,
    transaction,
)
from models.chart import AccountKind, AccountRef
from models.ledger_chain import GENESIS, SealedEntry
from models.ledger_tables import Account, JournalEntry
from models.lending import record_repayment
from models.loan import Loan
from models.programme import Programme
from tests.builders import a_loan, a_programme
from tests.postgres import throwaway_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


DAY = date(2020, 1, 2)
AT = datetime(2020, 1, 2, 4, tzinfo=UTC)
PRINCIPAL = 20_000_000
SHARE = 10
"""Rupiah of each generated posting."""
TABLES = {
    "journal_entry": "id, programme_id, number, kind, reference, content_hash, booked_on,"
    " posted_at, maker_id, approver_id, cause, note, reverses_id, previous_hash, hash",
    "posting": "id, entry_id, line, debit_id, credit_id, amount",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is posted, and how many postings are proved."""

    repayments: int
    postings: tuple[int, ...]
    with_postgres: bool


QUICK = Plan(repayments=40, postings=(2_000, 20_000), with_postgres=False)


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    database: str
    what: str
    count: int
    seconds: float
    plain_seconds: float
    peak_mb: float = 0.0

    @property
    def line(self) -> str:
        memory = f"{self.peak_mb:>8.0f} MB" if self.peak_mb else ""
        ratio = self.seconds / self.plain_seconds
        return (
            f"{self.database:<12}{self.what:<12}{self.count:>10,}{self.seconds:>10.2f} s"
            f"{self.count / self.seconds:>12,.0f}/s{ratio:>10.1f}x{memory}"
        )


async def measure(url: str, plan: Plan) -> list[Measured]:
    """Post, then let journals of growing length be proved."""
    name = "PostgreSQL" if url.startswith("postgres") else "SQLite"
    await migrate(url)
    await open_database(url)
    try:
        results = [await _posting(name, plan.repayments)]
        async with transaction():
            programme = await Programme.create(
                code="BULK", name="Bulk", source="APBD", legal_basis="Perbup 1/2019", created_at=AT
            )
        ready = 0
        for postings in plan.postings:
            await _generate(programme, ready, postings)
            ready = postings
            # What autovacuum and checkpoints do by themselves in a journal that grew slowly
            tidy = "ANALYZE" if is_postgres(connection()) else "PRAGMA wal_checkpoint(TRUNCATE)"
            await connection().execute_query(tidy)
            results.append(await _proving(name, url, programme, postings))
    finally:
        await close_database()
    return results


async def _posting(name: str, repayments: int) -> Measured:
    async with transaction():
        programme = await a_programme(capital=PRINCIPAL * 20)
        loans = [await a_loan(principal=PRINCIPAL, programme=programme) for _ in range(20)]
    ids = await Loan.filter(programme_id=programme.id).order_by("id").values_list("id", flat=True)
    assert len(ids) == len(loans)
    before = await JournalEntry.all().count()
    began = time.perf_counter()
    for number in range(repayments):
        async with transaction():
            await record_repayment(
                int(str(ids[number % len(ids)])),
                10_000 + number,
                on=DAY + timedelta(days=number // 50),
                at=AT,
                reference=f"bench:{number}",
                cause="bench:1",
                maker_id=None,
            )
    seconds = time.perf_counter() - began
    assert await JournalEntry.all().count() >= before + repayments
    plain = await _plain_rows(before, repayments)
    return Measured(name, "post", repayments, seconds, plain)


async def _plain_rows(before: int, repayments: int) -> float:
    """The same rows (and account balances) in plain SQL, one transaction each."""
    shares = "id, entry_id, line, loan_id, instalment_id, component, amount"
    columns = {**TABLES, "allocation": shares}
    rows: dict[str, dict[int, list[Any]]] = {table: {} for table in columns}
    for table, names in columns.items():
        await connection().execute_query(
            f"CREATE TABLE plain_{table} AS SELECT {names} FROM {table} WHERE 1 = 0"
        )
        for row in await connection().execute_query_dict(f"SELECT {names} FROM {table}"):
            entry = row["id"] if table == "journal_entry" else row["entry_id"]
            rows[table].setdefault(entry, []).append(list(row.values()))
    entries = sorted(rows["journal_entry"])[before : before + repayments]
    began = time.perf_counter()
    for entry in entries:
        async with transaction() as writing:
            for table, names in columns.items():
                lines = rows[table].get(entry, [])
                if lines:
                    statement = _insert(f"plain_{table}", names, writing)
                    await writing.execute_many(statement, lines)
            await writing.execute_query("UPDATE account SET balance = balance WHERE id < 4")
    return time.perf_counter() - began


def _insert(table: str, names: str, writing: Any) -> str:
    count = names.count(",") + 1
    marks = [f"${n}" if is_postgres(writing) else "?" for n in range(1, count + 1)]
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(marks)})"


async def _generate(programme: Programme, ready: int, postings: int) -> None:
    """A sealed journal up to so many postings, written in bulk: one capital entry for each."""
    cash, capital = (
        AccountRef(programme.id, kind) for kind in (AccountKind.FUND_CASH, AccountKind.CAPITAL)
    )
    async with transaction() as writing:
        accounts = {}
        for ref in (cash, capital):
            accounts[ref], _ = await Account.get_or_create(
                code=ref.code, defaults={"kind": ref.kind, "programme_id": programme.id}
            )
        last = await JournalEntry.all().order_by("-id").first()
        head = await JournalEntry.filter(programme_id=programme.id).order_by("-number").first()
        made = _sealed_rows(
            programme.id,
            (cash.code, capital.code),
            range(ready // 2 + 1, postings // 2 + 1),
            last.id if last else 0,
            head.hash if head else GENESIS,
        )
        _, rows = await writing.execute_query("SELECT COALESCE(max(id), 0) AS top FROM posting")
        posting_ids = count(int(rows[0]["top"]) + 1)
        sides = (accounts[cash].id, accounts[capital].id)
        for entries, lines in made:
            await _copy(writing, "journal_entry", entries)
            postings_of = [[next(posting_ids), *line, *sides, SHARE] for line in lines]
            await _copy(writing, "posting", postings_of)
        for account in accounts.values():
            await Account.filter(id=account.id).update(balance=postings // 2 * 2 * SHARE)


def _sealed_rows(
    programme: int, codes: tuple[str, str], numbers: range, last_id: int, previous: str
) -> Iterator[tuple[list[list[Any]], list[tuple[int, int]]]]:
    """Chunks of rows of entries with two transfers each, and of (entry, line) pairs."""
    entries: list[list[Any]] = []
    lines: list[tuple[int, int]] = []
    for entry_id, number in enumerate(numbers, start=last_id + 1):
        sealed = SealedEntry(
            programme_id=programme, number=number, kind="capital_in",
            reference=f"bulk:{programme}:{number}", booked_on=DAY, posted_at=AT, maker_id=None,
            approver_id=None, cause="bench:1", note="", reverses_id=None,
            transfers=[(*codes, SHARE), (*codes, SHARE)], shares=[],
        )  # fmt: skip
        its_hash = sealed.seal(previous)
        entries.append(
            [entry_id, programme, number, "capital_in", sealed.reference, sealed.content_hash(),
             DAY, AT, None, None, "bench:1", "", None, previous, its_hash]
        )  # fmt: skip
        lines += [(entry_id, 1), (entry_id, 2)]
        previous = its_hash
        if len(entries) == 20_000:
            yield entries, lines
            entries, lines = [], []
    if entries:
        yield entries, lines


async def _copy(writing: Any, table: str, rows: Sequence[Sequence[Any]]) -> None:
    names = TABLES[table]
    if is_postgres(writing):
        raw: asyncpg.Connection = writing._connection
        await raw.copy_records_to_table(table, records=rows, columns=names.split(", "))
        return
    text = [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in rows]
    await writing.execute_many(_insert(table, names, writing), text)


async def _proving(name: str, url: str, programme: Programme, postings: int) -> Measured:
    """`gulir audit` in its own process, against summing the same postings by plain SQL."""
    began = time.perf_counter()
    for side in ("debit_id", "credit_id"):
        await connection().execute_query(
            f"SELECT {side}, SUM(amount) FROM posting JOIN journal_entry e ON e.id = entry_id"
            f" WHERE e.programme_id = {programme.id} GROUP BY {side}"
        )
    plain = time.perf_counter() - began
    began = time.perf_counter()
    said, peak = await asyncio.to_thread(_audited, url)
    seconds = time.perf_counter() - began
    line = next(line for line in said.splitlines() if line.startswith(programme.code))
    assert f" {postings // 2} entries" in line, line
    assert "difference 0" in line, line
    return Measured(name, "audit", postings, seconds, plain, peak)


def _audited(url: str) -> tuple[str, float]:
    """What `gulir audit` says, and the most memory in MB that it ever held."""
    script = (
        "import resource, sys; sys.argv = ['gulir', 'audit']\n"
        "from bot.cli import app\n"
        "try: app()\n"
        "finally: print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    surroundings = {**os.environ, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=surroundings,
        check=False,
    )
    if result.returncode:
        raise RuntimeError(result.stdout + result.stderr)
    peak = next(line for line in result.stdout.splitlines() if line.startswith("PEAK"))
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return result.stdout, int(peak.split()[1]) / unit


def run(plan: Plan) -> list[Measured]:
    """Both databases, one after the other."""
    results: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="gulir-bench-") as folder:
        results += asyncio.run(measure(f"sqlite://{Path(folder) / 'ledger.db'}", plan))
    with throwaway_postgres() if plan.with_postgres else nullcontext() as server:
        if server is not None:
            asyncio.run(_create(server.url("postgres")))
            results += asyncio.run(measure(server.url("ledger"), plan))
    return results


async def _create(url: str) -> None:
    postgres = await asyncpg.connect(url)
    try:
        await postgres.execute("CREATE DATABASE ledger")
    finally:
        await postgres.close()


def _plan(arguments: Sequence[str]) -> Plan:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ledger", description=__doc__)
    parser.add_argument("--repayments", type=int, default=1_000)
    parser.add_argument("--postings", default="100000,1000000", help="lengths of the journal")
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--quick", action="store_true", help="small figures: does it run?")
    given = parser.parse_args(arguments)
    if given.quick:
        return QUICK
    lengths = tuple(int(length) for length in given.postings.split(","))
    return Plan(given.repayments, lengths, with_postgres=not given.sqlite_only)


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    head = f"{'database':<12}{'what':<12}{'rows':>10}{'time':>12}{'rate':>14}{'plain SQL':>11}"
    print(f"{head}  peak memory")  # noqa: T201
    for measured in run(_plan(arguments)):
        print(measured.line, flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
