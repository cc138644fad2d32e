"""The clock: every time of a job once, whoever looks, whatever was missed, whatever fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.schedule import Scheduler
from bot.staff_chat import StaffChat
from bot.wake import Wake
from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn, Needed
from handlers.messages import Reply, say
from handlers.speak import render_text
from models.calendar import WITA, wita_day
from models.contact import Person
from models.job_run import JobOutcome, JobRun
from models.outbox import OutboxMessage

WEDNESDAY = datetime(2019, 7, 17, 7, 0, tzinfo=WITA)
Run = Callable[[JobTurn], Awaitable[None]]


async def always(_: datetime) -> bool:
    return True


@dataclass(slots=True)
class Hands:
    """A clock that somebody turns."""

    at: datetime = WEDNESDAY

    def now(self) -> datetime:
        return self.at.astimezone(UTC)

    def today(self) -> date:
        return wita_day(self.at)


@dataclass(slots=True)
class Diary:
    """Writes down for when a job ran, and tells staff each time."""

    runs: list[str] = field(default_factory=list)

    async def run(self, turn: JobTurn) -> None:
        self.runs.append(f"{turn.due_at.astimezone(WITA):%d %H:%M}")
        turn.tell_staff(say("staff.unknown_command"), key=f"diary:{turn.due_at.isoformat()}")


def a_scheduler(clock: Hands, *jobs: Job) -> Scheduler:
    return Scheduler(jobs, clock, Wake(), StaffChat("telegram", "-100", "id"))


def every_morning(run: Run, **more: object) -> Job:
    return Job("morning", Daily(8, 30, str(more.pop("weekdays", "mon-sun"))), run, **more)  # type: ignore[arg-type]


async def test_a_job_runs_once_at_its_time_of_the_day_in_wita(database: str) -> None:
    clock, diary = Hands(), Diary()
    scheduler = a_scheduler(clock, every_morning(diary.run))
    for minutes in (0, 89, 1, 0, 1, 600):
        clock.at += timedelta(minutes=minutes)
        await scheduler.look()
    assert diary.runs == ["17 08:30"]
    assert await OutboxMessage.filter(key__startswith="diary:").count() == 1
    assert scheduler.looked_at == clock.now()


async def test_what_was_due_before_the_clock_was_ever_looked_at_does_not_run(database: str) -> None:
    clock, diary = Hands(WEDNESDAY + timedelta(hours=3)), Diary()
    await a_scheduler(clock, every_morning(diary.run)).look()
    assert diary.runs == []


async def test_after_days_without_power_only_the_latest_time_runs(database: str) -> None:
    clock, diary = Hands(), Diary()
    await a_scheduler(clock, every_morning(diary.run)).look()
    clock.at += timedelta(days=3, hours=2)
    await a_scheduler(clock, every_morning(diary.run)).look()
    assert diary.runs == ["20 08:30"]


async def test_a_time_that_is_noticed_too_late_is_dropped_and_written_down(database: str) -> None:
    clock, diary = Hands(), Diary()
    await a_scheduler(clock, every_morning(diary.run)).look()
    clock.at += timedelta(hours=9)
    job = every_morning(diary.run, good_for=timedelta(hours=2))
    await a_scheduler(clock, job).look()
    assert diary.runs == []
    assert [run.outcome for run in await JobRun.all().order_by("due_at")] == [
        JobOutcome.BEGAN,
        JobOutcome.DROPPED,
    ]


async def test_a_clock_that_is_set_back_runs_nothing_again(database: str) -> None:
    clock, diary = Hands(), Diary()
    scheduler = a_scheduler(clock, every_morning(diary.run))
    for hours in (0, 2, -3, 3):
        clock.at += timedelta(hours=hours)
        await scheduler.look()
    assert diary.runs == ["17 08:30"]


async def test_a_job_of_working_days_rests_on_sunday(database: str) -> None:
    clock, diary = Hands(), Diary()
    scheduler = a_scheduler(clock, every_morning(diary.run, weekdays="mon-fri"))
    await scheduler.look()
    clock.at += timedelta(hours=2)
    for _ in range(7):
        await scheduler.look()
        clock.at += timedelta(days=1)
    assert diary.runs == ["17 08:30", "18 08:30", "19 08:30", "22 08:30", "23 08:30"]


async def test_a_job_that_fails_writes_nothing_and_leaves_the_others_alone(database: str) -> None:
    clock, diary = Hands(), Diary()

    async def broken(turn: JobTurn) -> None:
        await Person.create(name="Half done", created_at=turn.now)
        raise ZeroDivisionError

    scheduler = a_scheduler(clock, Job("broken", Daily(8, 30), broken), every_morning(diary.run))
    for minutes in (0, 90, 1):
        clock.at += timedelta(minutes=minutes)
        await scheduler.look()
    assert diary.runs == ["17 08:30"]
    assert not await Person.exists(name="Half done")
    assert not await JobRun.exists(job="broken", outcome=JobOutcome.DONE)


async def test_a_job_that_goes_on_failing_is_given_up_and_staff_are_told_once(
    database: str,
) -> None:
    clock = Hands()
    tried = 0

    async def broken(_: JobTurn) -> None:
        nonlocal tried
        tried += 1
        raise ZeroDivisionError

    scheduler = a_scheduler(clock, Job("broken", Daily(8, 30), broken))
    await scheduler.look()
    clock.at += timedelta(minutes=90)
    for _ in range(60):
        await scheduler.look()
        clock.at += timedelta(seconds=10)
    assert tried == 5
    assert await JobRun.exists(job="broken", outcome=JobOutcome.FAILED)
    told = await OutboxMessage.get(key__startswith="job_failed:broken")
    assert told.reply[0]["key"] == "staff.job_failed"


async def test_a_job_that_failed_once_is_done_a_little_later(database: str) -> None:
    clock, diary = Hands(), Diary()
    fails = [True, False]

    async def shaky(turn: JobTurn) -> None:
        if fails.pop(0):
            raise ZeroDivisionError
        await diary.run(turn)

    scheduler = a_scheduler(clock, every_morning(shaky))
    for seconds in (0, 5400, 1, 5):
        clock.at += timedelta(seconds=seconds)
        await scheduler.look()
    assert diary.runs == ["17 08:30"]


async def test_what_falls_due_by_itself_is_looked_at_every_time(database: str) -> None:
    clock = Hands()
    looked: list[datetime] = []

    async def look(turn: JobTurn) -> None:
        looked.append(turn.now)

    scheduler = a_scheduler(clock, Job("always", Needed(always), look))
    for _ in range(3):
        await scheduler.look()
        clock.at += timedelta(seconds=1)
    assert len(looked) == 3
    assert not await JobRun.exists()


@pytest.mark.only("postgres")
async def test_two_processes_that_look_at_once_run_a_time_once(database: str) -> None:
    clock, diary = Hands(), Diary()

    async def slow(turn: JobTurn) -> None:
        await diary.run(turn)
        await asyncio.sleep(0.03)

    first, second = (a_scheduler(clock, every_morning(slow)) for _ in range(2))
    await first.look()
    clock.at += timedelta(hours=2)
    await asyncio.gather(first.look(), second.look())
    await second.look()
    assert diary.runs == ["17 08:30"]


# Jobs that prepare themselves ---------------------------------------------------------------------


async def names(_: JobTurn) -> list[str]:
    return [str(person.name) for person in await Person.all().order_by("id")]


async def test_what_a_job_prepared_is_there_when_it_runs(database: str) -> None:
    clock, found = Hands(), []

    async def run(turn: JobTurn) -> None:
        found.append(turn.prepared)
        await Person.create(name="Written", created_at=turn.now)

    await Person.create(name="Rina", created_at=clock.now())
    scheduler = a_scheduler(clock, Job("morning", Daily(8, 30), run, prepare=names))
    for minutes in (0, 90, 0, 0):
        clock.at += timedelta(minutes=minutes)
        await scheduler.look()
        await scheduler.come_to_rest()
    assert found == [["Rina"]]
    assert await Person.exists(name="Written")
    assert scheduler.looked_at is not None


async def test_while_a_job_prepares_itself_the_others_go_on_and_those_after_it_wait(
    database: str,
) -> None:
    clock, beside, behind = Hands(), Diary(), Diary()
    may_end = asyncio.Event()

    async def prepare(_: JobTurn) -> None:
        await Person.all().count()
        await may_end.wait()

    async def run(_: JobTurn) -> None:
        assert behind.runs == []

    scheduler = a_scheduler(
        clock,
        Job("slow", Daily(8), run, prepare=prepare),
        Job("behind", Daily(8, 30), behind.run, after=("slow",)),
        every_morning(beside.run),
    )
    await scheduler.look()
    await scheduler.come_to_rest()
    begun = scheduler.looked_at
    clock.at += timedelta(hours=2)
    for _ in range(3):
        await scheduler.look()
    await Person.create(name="Written meanwhile", created_at=clock.now())
    assert (beside.runs, behind.runs) == (["17 08:30"], [])
    assert scheduler.looked_at == begun
    may_end.set()
    await scheduler.come_to_rest()
    await scheduler.look()
    assert behind.runs == ["17 08:30"]
    assert scheduler.looked_at == clock.now()


async def test_a_job_that_cannot_prepare_itself_is_tried_again_and_given_up_loudly(
    database: str,
) -> None:
    clock, tried = Hands(), []

    async def prepare(turn: JobTurn) -> None:
        tried.append(turn.due_at)
        raise ZeroDivisionError

    async def never(_: JobTurn) -> None:
        raise AssertionError

    scheduler = a_scheduler(clock, Job("broken", Daily(8, 30), never, prepare=prepare))
    await scheduler.look()
    clock.at += timedelta(minutes=90)
    for _ in range(60):
        await scheduler.look()
        await scheduler.come_to_rest()
        clock.at += timedelta(seconds=10)
    assert len(tried) == 5
    assert await JobRun.exists(job="broken", outcome=JobOutcome.FAILED)
    assert await OutboxMessage.filter(key__startswith="job_failed:broken").count() == 1


async def test_preparing_can_write_nothing(database: str) -> None:
    clock, ran = Hands(), Diary()

    async def prepare(turn: JobTurn) -> None:
        await Person.create(name="Forbidden", created_at=turn.now)

    scheduler = a_scheduler(clock, Job("writer", Daily(8, 30), ran.run, prepare=prepare))
    await scheduler.look()
    clock.at += timedelta(minutes=90)
    await scheduler.look()
    await scheduler.come_to_rest()
    assert ran.runs == []
    assert not await Person.exists(name="Forbidden")


async def test_what_is_asked_for_runs_at_the_next_look_and_only_then(database: str) -> None:
    clock, ran, asked = Hands(), Diary(), [False, True, True, False]

    async def waiting(_: datetime) -> bool:
        return asked[0]

    scheduler = a_scheduler(clock, Job("asked", Needed(waiting), ran.run))
    while asked:
        await scheduler.look()
        clock.at += timedelta(minutes=1)
        asked.pop(0)
    assert ran.runs == ["17 07:01", "17 07:02"]
    assert not await JobRun.exists()


async def test_stopping_ends_what_prepares_itself(database: str) -> None:
    clock, ran = Hands(), Diary()
    begun = asyncio.Event()

    async def prepare(_: JobTurn) -> None:
        begun.set()
        await asyncio.Event().wait()

    scheduler = a_scheduler(clock, Job("endless", Needed(always), ran.run, prepare=prepare))
    running = asyncio.create_task(scheduler.run())
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await Person.create(name="Still possible", created_at=clock.now())
    assert ran.runs == []


# Jobs that go through many ------------------------------------------------------------------------


async def test_what_fails_for_one_goes_on_for_the_rest_and_staff_are_told(database: str) -> None:
    clock = Hands()

    async def run(turn: JobTurn) -> None:
        async def welcome(name: str) -> None:
            await Person.create(name=name, created_at=turn.now)
            turn.tell_staff(say("staff.unknown_command"), key=f"welcome:{name}")
            if name == "Budi":
                raise ZeroDivisionError

        await one_by_one(turn, "welcome", ("Sari", "Budi", "Joko"), welcome, name=str.casefold)

    scheduler = a_scheduler(clock, Job("welcome", Daily(8, 30), run))
    for minutes in (0, 90, 1):
        clock.at += timedelta(minutes=minutes)
        await scheduler.look()
    assert [person.name for person in await Person.all().order_by("id")] == ["Sari", "Joko"]
    keys = [row.key for row in await OutboxMessage.all().order_by("id")]
    assert keys == ["welcome:Sari", "job_stumbled:welcome:budi:2019-07-17", "welcome:Joko"]
    told = await OutboxMessage.get(key__startswith="job_stumbled")
    assert told.reply[0]["key"] == "staff.job_stumbled"
    assert render_text(Reply.from_json(told.reply[0]), "id").startswith(
        "⚠️ Tugas berkala “welcome” gagal untuk satu hal (budi); yang lain tetap jalan."
    )
    assert await JobRun.exists(job="welcome", outcome=JobOutcome.DONE)


async def test_what_falls_due_by_itself_rests_after_it_has_stumbled(database: str) -> None:
    """Else one thing that is broken would be looked at, and logged, once a second for ever."""
    clock, looked = Hands(), Diary()

    async def run(turn: JobTurn) -> None:
        looked.runs.append(f"{turn.now:%M:%S}")

        async def break_down(_: int) -> None:
            raise ValueError

        await one_by_one(turn, "always", (1,), break_down, name=str)

    scheduler = a_scheduler(clock, Job("always", Needed(always), run))
    for seconds in (0, 1, 200, 98, 1, 1):
        clock.at += timedelta(seconds=seconds)
        await scheduler.look()
    assert looked.runs == ["00:00", "05:00"]
    assert await OutboxMessage.all().count() == 1, "told once a day"


async def test_what_only_reads_stumbles_alone_as_well(database: str) -> None:
    clock, found = Hands(), []

    async def prepare(turn: JobTurn) -> list[int]:
        read: list[int] = []

        async def look(number: int) -> None:
            read.append(100 // number + await Person.all().count())

        await one_by_one(turn, "pack", (1, 0, 2), look, name=str, reads_only=True)
        return read

    async def run(turn: JobTurn) -> None:
        found.extend(turn.prepared)

    scheduler = a_scheduler(clock, Job("pack", Daily(8, 30), run, prepare=prepare))
    for minutes in (0, 90):
        clock.at += timedelta(minutes=minutes)
        await scheduler.look()
        await scheduler.come_to_rest()
    assert found == [100, 50]
    assert await OutboxMessage.filter(key="job_stumbled:pack:0:2019-07-17").exists()
