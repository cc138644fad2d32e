"""Every job of the clock over a month: however it is looked at, everything happens once."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.database import close_database, open_database, transaction
from handlers.clockwork import JOBS
from handlers.jobs import Daily
from models.calendar import wita_day
from models.contact import Address, Person
from models.decision import Decision, DecisionKind
from models.help_request import HelpRequest, HelpState
from models.job_run import JobOutcome, JobRun
from models.ledger_tables import JournalEntry
from models.notice import CallTask, Notice
from models.outbox import OutboxMessage
from tests.conftest import RESTORE_ROWS
from tests.givens import make
from tests.notice_office import Office, at
from tests.postgres import execute

if TYPE_CHECKING:
    from bot.schedule import Scheduler
    from tests.worlds import Worlds

pytestmark = pytest.mark.timeout(240)
BEGINS = date(2019, 7, 17)
"""A Wednesday; instalments of the sample data fall due from the Monday after it."""
TIMES = ((3, 45), (6, 5), (6, 35), (8, 35), (10, 0), (15, 0))
"""The times of a day at which somebody looks: behind those of the jobs."""
DAYS = 17
"""Up to the first working day of August, and over it."""
REPORTED = "Sari has reported Rp500.000 for Mekar on 2019-07-16"
_NUMBER = re.compile(r"(?<=:before:)\d+")
DAILY = {job.name for job in JOBS if isinstance(job.when, Daily)}
EVERY_KIND = {"digest", "escalation", "weekly", "monthly", "notices", "call", "help", "decision"}


@dataclass
class Turned:
    """A clock for what the world is made with."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return wita_day(self.moment)


async def something_for_everybody(database_url: str) -> None:
    """Sample data, a report that nobody looks at, an open question, a proposal that expires."""
    clock = Turned(at(BEGINS, 2))
    await open_database(database_url)
    try:
        await make("the sample data", clock)
        sari = await Person.get(name="Sari Wulandari")
        rina = await Person.get(name="Rina Hartati")
        address = await Address.filter(person_id=sari.id).first()
        assert address is not None
        await make(REPORTED, clock)
        async with transaction():
            await HelpRequest.create(
                address=address,
                person=sari,
                state=HelpState.OPEN,
                asked_at=clock.now(),
                last_said_at=clock.now(),
                promised_until=clock.now() + timedelta(hours=4),
                last_words="tolong",
            )
            await Decision.create(
                kind=DecisionKind.CAPITAL,
                subject="programme:1",
                content={
                    "order": {"programme": 1, "amount": 1_000_000},
                    "told": {"programme": "UEP", "amount": 1_000_000, "on": "2019-07-17"},
                },
                amount=1_000_000,
                proposed_by=rina,
                proposed_at=clock.now(),
                expires_at=clock.now() + timedelta(days=7),
            )
    finally:
        await close_database()


async def anew(database_url: str, worlds: Worlds) -> Office:
    """The world as it was, whatever has happened in this database before."""
    if not database_url.startswith("sqlite://"):
        await execute(database_url, RESTORE_ROWS)
    await worlds.enter("for every job", database_url, lambda: something_for_everybody(database_url))
    await open_database(database_url)
    return Office(jobs=JOBS, moment=at(BEGINS, 3))


async def look(*schedulers: Scheduler) -> None:
    """As the bot does all the time; jobs that wait for one another have their turn, too."""
    while any(one.looked_at != one.clock.now() for one in schedulers):
        await asyncio.gather(*(one.look() for one in schedulers))
        await asyncio.gather(*(one.come_to_rest() for one in schedulers))


Way = Callable[[Office], Awaitable[None]]


async def plainly(office: Office) -> None:
    await look(office.scheduler())


async def twice(office: Office) -> None:
    """As if it were forgotten that it ran."""
    await look(office.scheduler())
    await JobRun.filter(ran_at=office.moment, outcome=JobOutcome.DONE).delete()
    await look(office.scheduler())


async def with_a_clock_that_jumps(office: Office) -> None:
    """Back by hours, by more than a day (but not behind the beginning), and right again."""
    right, scheduler = office.moment, office.scheduler()
    for hours in (0, -3, -26, 0):
        office.moment = max(right + timedelta(hours=hours), at(BEGINS, 3))
        await look(scheduler)


async def in_two_processes(office: Office) -> None:
    await look(office.scheduler(), office.scheduler())


async def a_month(office: Office, way: Way) -> dict[str, list[tuple[Any, ...]]]:
    """Look at all times of all days, send what is due; returns all that has come of it."""
    await way(office)
    for number in range(DAYS):
        for hour, minute in TIMES:
            office.moment = at(BEGINS + timedelta(days=number), hour, minute)
            await way(office)
            await office.send()
    return await everything()


async def everything() -> dict[str, list[tuple[Any, ...]]]:
    """What has happened, without the numbers that only say in which order it was written."""
    return {
        "told": sorted(
            (_NUMBER.sub("", row.key), row.chat, row.state.value, str(row.reply))
            for row in await OutboxMessage.all()
        ),
        "notices": sorted(
            (row.key, row.person_id, row.day, row.state.value, row.reason)
            for row in await Notice.all()
        ),
        "calls": sorted((row.key, row.state.value) for row in await CallTask.all()),
        "entries": sorted((row.reference,) for row in await JournalEntry.all()),
        "decisions": sorted((row.id, row.status.value) for row in await Decision.all()),
        "ran": sorted({(row.job, row.due_at, row.outcome.value) for row in await JobRun.all()}),
    }


_plain: dict[bool, dict[str, list[tuple[Any, ...]]]] = {}


async def as_expected(database_url: str, worlds: Worlds) -> dict[str, list[tuple[Any, ...]]]:
    """What comes of days that are looked at plainly, on this kind of database; played once."""
    is_sqlite = database_url.startswith("sqlite://")
    if is_sqlite not in _plain:
        _plain[is_sqlite] = await played(database_url, worlds, plainly)
    return _plain[is_sqlite]


async def played(database_url: str, worlds: Worlds, way: Way) -> dict[str, list[tuple[Any, ...]]]:
    try:
        return await a_month(await anew(database_url, worlds), way)
    finally:
        await close_database()


@pytest.mark.parametrize(
    "way", [twice, with_a_clock_that_jumps], ids=["twice", "with a clock that jumps"]
)
async def test_however_it_is_looked_at_everything_happens_once(
    database_url: str, worlds: Worlds, way: Way
) -> None:
    expected = await as_expected(database_url, worlds)
    agrees(await played(database_url, worlds, way), expected)


@pytest.mark.only("postgres")
async def test_two_processes_that_look_at_once_do_everything_once(
    database_url: str, worlds: Worlds
) -> None:
    """On SQLite there is one process only, which a lock on a file enforces."""
    expected = await as_expected(database_url, worlds)
    agrees(await played(database_url, worlds, in_two_processes), expected)


def agrees(
    found: dict[str, list[tuple[Any, ...]]], expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    for what, rows in expected.items():
        assert found[what] == rows, what
    kinds = {key.split(":")[0] for key, *_ in expected["told"]}
    assert kinds >= EVERY_KIND, "each job had something to tell"
    assert {job for job, _, outcome in expected["ran"] if outcome == "done"} == DAILY


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati"])
@pytest.mark.only("sqlite")
async def test_the_machines_own_zone_and_summer_time_do_not_matter(
    database_url: str, worlds: Worlds, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await as_expected(database_url, worlds)
    try:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert await played(database_url, worlds, plainly) == expected
    finally:
        monkeypatch.undo()
        time.tzset()


async def test_after_days_of_downtime_each_thing_that_makes_sense_is_told_once(
    database_url: str, worlds: Worlds
) -> None:
    """Down from Friday evening to Thursday, the first working day of a month: no burst."""
    back = at(date(2019, 8, 1), 10)
    try:
        office = await anew(database_url, worlds)
        for number in range(10):
            for hour, minute in TIMES:
                office.moment = at(BEGINS + timedelta(days=number), hour, minute)
                await plainly(office)
                await office.send()
        before = {row.id for row in await OutboxMessage.all()}
        office.moment = back
        await plainly(office)
        ran = Counter(row.job for row in await JobRun.filter(ran_at=back))
        assert set(ran.values()) == {1}, "of all times that were missed the latest"
        rows = [row for row in await OutboxMessage.all() if row.id not in before]
        kinds = Counter(row.key.split(":")[0] for row in rows if row.chat == "-100")
        assert kinds["digest"] == kinds["escalation"] == kinds["weekly"] == kinds["monthly"] == 1
        people = Counter(row.recheck for row in rows if row.recheck)
        assert set(people.values()) <= {1}, "one message for each person"
        await office.send()
        for number in range(4):
            office.moment = back + timedelta(days=number, hours=1)
            await plainly(office)
        later = [row.key for row in await OutboxMessage.all()]
        assert Counter(key.split(":")[0] for key in later)["monthly"] == 1
    finally:
        await close_database()


async def test_what_a_clock_that_ran_ahead_has_done_does_not_stop_what_is_due_now(
    database_url: str, worlds: Worlds
) -> None:
    try:
        office = await anew(database_url, worlds)
        scheduler = office.scheduler()
        for moment in (at(BEGINS, 4), at(BEGINS + timedelta(days=20), 12), at(BEGINS, 9)):
            office.moment = moment
            await look(scheduler)
        today = await JobRun.filter(outcome=JobOutcome.DONE, due_at__lt=at(BEGINS, 10))
        assert {"digest", "reminders", "self_audit"} <= {row.job for row in today}
    finally:
        await close_database()
