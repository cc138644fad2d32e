"""Gulir against the same conversation in plain aiogram: `python -m tests.bench.pipeline`.

Both talk to one lean Telegram over HTTP. Rounds are interleaved and the median of each figure is
shown, so that a busy machine spoils all contenders alike. Ratios mean something, absolute figures
only on the machine that they were taken on. The CPU is the bot's own, not the database server's;
this PostgreSQL does not wait for the disk (see tests/postgres.py), while SQLite does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import urllib.request
from collections import defaultdict
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median

import orjson

from tests.bench.fake_telegram import Measured, Order
from tests.bench.processes import first_line, running
from tests.bench.stage import Contender, fake_telegram, worlds

RIVAL = "aiogram"
LEADERS_PER_USER = 3
_ANSWER_SECONDS = 120.0

Results = dict[tuple[int, str], list[Measured]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: rounds of so many seconds, with so many users at once."""

    rounds: int
    seconds: float
    warm_seconds: float
    users: tuple[int, ...]
    with_postgres: bool


QUICK = Plan(rounds=1, seconds=0.5, warm_seconds=0.2, users=(4,), with_postgres=False)


def run(plan: Plan) -> Results:
    """Every contender in every round, the first one another each time."""
    results: Results = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="gulir-bench-") as name, fake_telegram() as api:
        folder, leaders = Path(name), max(plan.users) * LEADERS_PER_USER
        with worlds(folder, leaders, with_postgres=plan.with_postgres) as made:
            for number in range(plan.rounds):
                contenders = made.contenders()
                for place in range(len(contenders)):
                    contender = contenders[(place + number) % len(contenders)]
                    for users, measured in _measure(plan, contender, api, folder):
                        results[users, contender.label].append(measured)
    return results


def _measure(
    plan: Plan, contender: Contender, api: str, folder: Path
) -> list[tuple[int, Measured]]:
    arguments = (contender.bot, api, contender.database, str(folder / "data"))
    with running("-m", "tests.bench.bots", *arguments) as process:
        first_line(process)
        measured = []
        for users in plan.users:
            order = Order(contender.leaders, users, plan.warm_seconds, plan.seconds, process.pid)
            measured.append((users, _order(api, order)))
            print(".", end="", file=sys.stderr, flush=True)  # noqa: T201
    return measured


def _order(api: str, order: Order) -> Measured:
    request = urllib.request.Request(f"{api}/bench", data=orjson.dumps(asdict(order)))  # noqa: S310
    with urllib.request.urlopen(request, timeout=_ANSWER_SECONDS) as answer:  # noqa: S310
        return Measured(**orjson.loads(answer.read()))


def table(results: Results) -> str:
    """The medians, the ratios against the rival, and whatever went wrong."""
    head = (
        f"{'users':>5} {'bot':<17}{'msg/s':>8}{'(least-most)':>14}{'p50 ms':>8}{'p99 ms':>8}"
        f"{'CPU µs':>8}{'RSS MB':>8}   against aiogram: msg/s, p99, CPU, RSS"
    )
    lines = [head]
    for (users, label), measured in sorted(results.items()):
        mid, rival = _median(measured), _median(results[users, RIVAL])
        rates = [each.per_second for each in measured]
        ratios = [
            getattr(mid, name) / max(1e-9, getattr(rival, name))
            for name in ("per_second", "p99_ms", "cpu_us", "rss_mb")
        ]
        lines.append(
            f"{users:>5} {label:<17}{mid.per_second:>8.0f}"
            f"{f'({min(rates):.0f}-{max(rates):.0f})':>14}{mid.p50_ms:>8.1f}{mid.p99_ms:>8.1f}"
            f"{mid.cpu_us:>8.0f}{mid.rss_mb:>8.0f}   " + "  ".join(f"{one:.2f}x" for one in ratios)
        )
    return "\n".join([*lines, *_troubles(results)])


def _median(measured: list[Measured]) -> Measured:
    figures = {
        field.name: median(getattr(each, field.name) for each in measured)
        for field in fields(Measured)
        if field.name != "astray"
    }
    return Measured(**figures, astray=[])


def _troubles(results: Results) -> list[str]:
    """One line for each contender that lost, repeated or mistook something."""
    lines = []
    for (users, label), measured in sorted(results.items()):
        lost, unexpected = (
            sum(getattr(each, name) for each in measured) for name in ("lost", "unexpected")
        )
        astray = [said for each in measured for said in each.astray]
        if lost or unexpected or astray:
            lines.append(
                f"WRONG: {label}, {users} users: {lost} never answered, {unexpected} unexpected, "
                f"{len(astray)} astray {astray[:1]}"
            )
    return lines


def _plan(arguments: list[str]) -> Plan:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pipeline", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many is shown")
    parser.add_argument("--seconds", type=float, default=4.0, help="of each measurement")
    parser.add_argument("--users", default="1,50,200", help="how many at once, such as 1,50,200")
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--quick", action="store_true", help="one short round: does it run?")
    given = parser.parse_args(arguments)
    if given.quick:
        return QUICK
    return Plan(
        rounds=given.rounds,
        seconds=given.seconds,
        warm_seconds=1.0,
        users=tuple(int(users) for users in given.users.split(",")),
        with_postgres=not given.sqlite_only,
    )


def main(arguments: list[str]) -> int:
    """Print the table; 1 when something was lost, repeated or mistaken."""
    results = run(_plan(arguments))
    print(f"\n{table(results)}")  # noqa: T201
    return 1 if _troubles(results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
