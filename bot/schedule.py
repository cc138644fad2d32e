"""The clock: runs the jobs of the handlers when they are due, each of their times once.

APScheduler's triggers know *when*, reckoned in WITA whatever the machine's own zone is. Its
scheduler is not used: it reads the machine's clock, which is not ours when the simulator moves
it, forgets what was missed while nothing ran, and does not know of other processes. What ran
stands in the database instead; see `models.job_run`.

A job that prepares itself reads for long, so it goes beside the look: the others are not kept.
"""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import structlog
from apscheduler.triggers.cron import CronTrigger

from bot.clock import WITA, Clock
from bot.database import is_postgres, transaction
from bot.hot_path import HotPath
from bot.notice_sql import NoticeSql
from bot.plan import Planner
from bot.snapshot import standing_still
from bot.wake import Wake, Work
from handlers.jobs import Daily, Job, JobTurn, Needed, Prepare
from handlers.messages import say
from handlers.turn import Notice, ToStaff
from models.calendar import as_utc, epoch_ms, wita_day
from models.job_run import JobOutcome, last_time, settle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from tortoise.backends.base.client import BaseDBAsyncClient

    from bot.media import MediaStore
    from bot.staff_chat import StaffChat

log = structlog.get_logger()

_LOOK_SECONDS: Final = 1.0
_ATTEMPTS: Final = 5
_LONGEST_PAUSE: Final = timedelta(minutes=5)
_FARTHEST_BACK: Final = timedelta(days=35)
"""Times that are older than this are not even counted as missed."""
_LOCK_SPACE: Final = 0x67756C6A


@dataclass(slots=True)
class _Trouble:
    """A job that failed: how often in a row, and when it is tried again."""

    times: int
    again_at: datetime


@dataclass(slots=True)
class Scheduler:
    """Looks about once a second at what is due; several may look at one PostgreSQL."""

    jobs: Sequence[Job]
    clock: Clock
    wake: Wake
    staff_chat: StaffChat
    store: MediaStore | None = None
    """Whose files are let go of; none where nothing is kept."""
    looked_at: datetime | None = None
    """The moment in UTC up to which everything that was due has been seen to."""
    _troubles: dict[str, _Trouble] = field(default_factory=dict)
    _beside: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    """Jobs that prepare themselves now, by name."""
    _not_before: dict[str, datetime] = field(default_factory=dict)
    """When a daily job is due again, or one that has stumbled is looked at again."""

    async def run(self) -> None:
        """Look for ever."""
        try:
            while True:
                try:
                    await self.look()
                except asyncio.CancelledError:
                    raise
                except Exception:
                    log.exception("clock_interrupted")
                await self.wake.wait(Work.LOOK, _LOOK_SECONDS)
        finally:
            for task in self._beside.values():
                task.cancel()
            await self.come_to_rest()

    def look_now(self) -> None:
        """Look at once, as after the clock was moved."""
        self.wake.up(Work.LOOK)

    async def come_to_rest(self) -> None:
        """Wait until nothing goes on beside the looks any more."""
        await asyncio.gather(*self._beside.values(), return_exceptions=True)

    async def look(self) -> None:
        """See to every job that is due by now; one that fails leaves the others alone."""
        now, all_seen_to = self.clock.now(), True
        if self.looked_at is not None and now < self.looked_at:
            self._not_before.clear()  # The clock was set back: what it said of later is not so.
        for job in self.jobs:
            trouble = self._troubles.get(job.name)
            if trouble is not None and now < trouble.again_at:
                continue
            if self._must_wait(job):
                all_seen_to = False
            else:
                await self._guarded(job, now, self._see_to(job, now))
        if all_seen_to and not self._beside:
            self.looked_at = now

    def _must_wait(self, job: Job) -> bool:
        """Whether something at work now comes first; those that prepare go one after another.

        What they tell then stands in the order of the table, and only one of them reads at a time.
        """
        prepares_too = bool(self._beside) and job.prepare is not None
        return prepares_too or bool(self._beside.keys() & {job.name, *job.after})

    async def _guarded(self, job: Job, now: datetime, work: Awaitable[None]) -> None:
        try:
            await work
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("job_failed", job=job.name)
            await self._after_failure(job, now)
        else:
            if job.name not in self._beside:
                self._troubles.pop(job.name, None)

    async def _see_to(self, job: Job, now: datetime) -> None:
        if now < self._not_before.get(job.name, now):
            return
        if isinstance(job.when, Needed):
            if await job.when.is_needed(now):
                await self._start(job, due_at=now, now=now, once=False)
            return
        before = await last_time(job.name, now)
        if before is None:
            await self._settle(job, now, now, JobOutcome.BEGAN)
            return
        missed = _times(job.when, after=max(before, now - _FARTHEST_BACK), until=now)
        if not missed:
            self._not_before[job.name] = _next_time(job.when, max(before, now))
            return
        due_at = missed[-1]
        if len(missed) > 1:
            log.warning("job_times_missed", job=job.name, times=len(missed) - 1)
        if now - due_at > job.good_for:
            log.warning("job_dropped", job=job.name, due_at=due_at.isoformat())
            await self._settle(job, due_at, now, JobOutcome.DROPPED)
            return
        await self._start(job, due_at=due_at, now=now, once=True)

    async def _start(self, job: Job, *, due_at: datetime, now: datetime, once: bool) -> None:
        turn = JobTurn(due_at=due_at, now=now, today=wita_day(now))
        if job.prepare is None:
            await self._run(job, turn, once=once)
            return
        work = self._guarded(job, now, self._prepare_and_run(job, job.prepare, turn, once=once))
        task = asyncio.create_task(work, name=f"job {job.name}")
        self._beside[job.name] = task
        task.add_done_callback(lambda done: self._done_beside(job, done))

    def _done_beside(self, job: Job, task: asyncio.Task[None]) -> None:
        del self._beside[job.name]
        if not task.cancelled() and (trouble := task.exception()) is not None:
            log.error("job_given_up_for_now", job=job.name, exc_info=trouble)
        self.look_now()

    async def _prepare_and_run(
        self, job: Job, prepare: Prepare, turn: JobTurn, *, once: bool
    ) -> None:
        async with standing_still():
            turn.prepared = await prepare(turn)
        await self._run(job, turn, once=once)
        self._troubles.pop(job.name, None)

    async def _run(self, job: Job, turn: JobTurn, *, once: bool) -> None:
        """One transaction: the mark that it ran, what it changes, and what it tells."""
        due_at, now = turn.due_at, turn.now
        async with transaction() as connection:
            sql = HotPath(connection)
            if not await _alone_at(job, connection):
                return
            if once and not await settle(
                job.name, due_at=due_at, ran_at=now, outcome=JobOutcome.DONE
            ):
                return
            await job.run(turn)
            if turn.notice_day is not None:
                planned = await NoticeSql(connection).plan(turn.notice_day, epoch_ms(now))
                log.info("notices_planned", day=str(turn.notice_day.day), **asdict(planned))
                await sql.notify(Work.DELIVER)
            if turn.notices:
                rows = await Planner(sql, self.staff_chat, epoch_ms(now)).rows(turn.notices)
                await sql.write_outbox(rows, epoch_ms(now))
                await sql.notify(Work.DELIVER)
        if turn.notices or turn.notice_day is not None:
            self.wake.up(Work.DELIVER)
        if turn.stumbled and not once:
            self._not_before[job.name] = now + _LONGEST_PAUSE
        if turn.let_go and self.store is not None:
            await self.store.let_go(turn.let_go)
            log.info("files_let_go", job=job.name, files=len(turn.let_go))
        if once:
            log.info("job_done", job=job.name, due_at=due_at.isoformat())

    async def _settle(self, job: Job, due_at: datetime, now: datetime, outcome: JobOutcome) -> None:
        async with transaction() as connection:
            if await _alone_at(job, connection):
                await settle(job.name, due_at=due_at, ran_at=now, outcome=outcome)

    async def _after_failure(self, job: Job, now: datetime) -> None:
        """Try again after a growing pause; a time that fails again and again is given up loudly."""
        before = self._troubles.get(job.name)
        times = before.times + 1 if before else 1
        pause = min(_LONGEST_PAUSE, timedelta(seconds=2**times))
        self._troubles[job.name] = _Trouble(times, now + pause)
        if times != _ATTEMPTS:
            return
        if isinstance(job.when, Daily):
            last = await last_time(job.name, now) or now
            due_at = _times(job.when, after=last, until=now)[-1:] or [now]
            await self._settle(job, due_at[0], now, JobOutcome.FAILED)
        async with transaction() as connection:
            sql = HotPath(connection)
            told = say("staff.job_failed", job=job.name)
            notice = Notice(ToStaff(), told, f"job_failed:{job.name}:{wita_day(now)}")
            rows = await Planner(sql, self.staff_chat, epoch_ms(now)).rows([notice])
            await sql.write_outbox(rows, epoch_ms(now))
        self.wake.up(Work.DELIVER)


async def _alone_at(job: Job, connection: BaseDBAsyncClient) -> bool:
    """Whether no other process is at this job until our transaction ends."""
    if not is_postgres(connection):
        return True  # one process, one writer at a time
    return await HotPath(connection).locked_for_now(_LOCK_SPACE, job.name)


def _times(when: Daily, *, after: datetime, until: datetime) -> list[datetime]:
    """Every time of a job after one moment, up to another, in UTC."""
    times: list[datetime] = []
    while (due := _next_time(when, times[-1] if times else after)) <= until:
        times.append(due)
    return times


def _next_time(when: Daily, after: datetime) -> datetime:
    """The first time of a job after a moment, in UTC."""
    trigger = CronTrigger(
        hour=when.hour, minute=when.minute, day_of_week=when.weekdays, timezone=WITA
    )
    due = trigger.get_next_fire_time(None, after + timedelta(microseconds=1))
    assert due is not None  # these triggers never end
    return as_utc(due)
