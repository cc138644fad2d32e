"""The bot is killed while it plans the day's notices and while it sends them: as if nothing was."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.clock import SystemClock
from bot.schedule import _times
from handlers.clockwork import JOBS
from handlers.jobs import Daily
from models.calendar import WITA, wita_day
from models.job_run import JobOutcome, JobRun
from models.loan import Instalment
from models.notice import CallTask, Notice, NoticeState
from models.outbox import OutboxMessage, OutboxState
from tests.crash.living_process import until
from tests.crash.test_kill import (
    PATIENCE_SECONDS,
    Danger,
    Office,
    an_office,
    at_rest,
    every_message_stands_on_its_phone,
    opened,
    unmarked,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(400)
SENDING = Danger("a notice is on the wire", {"method": "sendMessage"})


@dataclass
class Days:
    """The days that are lived through: from before the first reminder to the call."""

    first: date
    count: int = 0

    def moments(self) -> list[datetime]:
        """Just after the planning and just after the last job of each morning, in UTC."""
        return [
            datetime(day.year, day.month, day.day, hour, minute, 5, tzinfo=WITA).astimezone(UTC)
            for number in range(self.count)
            for day in (self.first + timedelta(days=number),)
            for hour, minute in ((6, 0), (9, 0))
        ]


async def days_of_an_instalment() -> Days:
    """The days around the next due day of the sample, until the first reminder of what is late."""
    nearest = await Instalment.filter(due_on__gt=SystemClock().today()).order_by("due_on").first()
    assert nearest is not None
    first = max(nearest.due_on - timedelta(days=3), SystemClock().today() + timedelta(days=1))
    return Days(first, (nearest.due_on - first).days + 4)


async def live_through(office: Office, kills: random.Random | None) -> dict[str, Any]:
    """Move the clock from moment to moment, kill around each if asked to; what has come of it."""
    async with opened(office.database_url):
        days = await days_of_an_instalment()
    shift = timedelta(0)
    for moment in days.moments():
        ahead = moment - (SystemClock().now() + shift)
        dangerous = kills is not None and moment.astimezone(WITA).hour == 9
        if dangerous and kills.random() < 0.5:
            await SENDING.before(office)
        await office.simulator.advance_clock(ahead.total_seconds())
        shift += ahead
        for _ in range(2 if kills else 0):
            life = kills.uniform(0, 1.5) if kills else 0.0
            await asyncio.sleep(life)
            await office.kill_and_restart(f"{moment:%d %H:%M} + {life * 1000:.0f} ms")
        await office.simulator.behave()
        async with opened(office.database_url):
            await until(lambda now=moment: _all_is_done(now), PATIENCE_SECONDS)
    return await _what_came_of_it(office)


async def _all_is_done(now: datetime) -> bool:
    """Every job had its last time of the day, and nothing waits that may be sent."""
    for job in JOBS:
        if isinstance(job.when, Daily):
            due = _times(job.when, after=now - timedelta(hours=9), until=now)
            if due and not await JobRun.exists(job=job.name, due_at=due[-1]):
                return False
    going = OutboxMessage.filter(state__in=[OutboxState.WAITING, OutboxState.SENDING])
    return not await going.filter(not_before_ms__lte=int(now.timestamp() * 1000)).exists()


async def _what_came_of_it(office: Office) -> dict[str, Any]:
    async with opened(office.database_url):
        assert await JobRun.filter(outcome=JobOutcome.FAILED).count() == 0
        notices = await Notice.all().order_by("key")
        return {
            "notices": [(one.key, one.day, one.state, one.reason) for one in notices],
            "calls": [one.key for one in await CallTask.all().order_by("key")],
            "told": sorted(
                (row.key, row.state.value) for row in await OutboxMessage.all() if row.recheck
            ),
            "phone": await _words_on(office),
        }


async def _words_on(office: Office) -> list[str]:
    """What stands on the leader's phone, each message once however often it was sent again."""
    words = [unmarked(m) for m in await office.sari.messages() if m.sender == "bot"]
    return list(dict.fromkeys(words))


async def test_kills_while_planning_and_while_sending_leave_no_trace(
    database_url: str, sqlite_template: Path, tmp_path: Path
) -> None:
    """Twice after every move of the clock; the same days without a kill say what must be true."""
    seed = int(os.environ.get("CRASH_SEED", "20261126"))
    print(f"CRASH_SEED={seed}")  # noqa: T201 (a failure is repeated with it)
    calm = tmp_path / "calm"
    calm.mkdir()
    shutil.copyfile(sqlite_template, calm / "gulir.db")
    async with an_office(f"sqlite://{calm / 'gulir.db'}", calm) as office:
        expected = await live_through(office, None)
    stormy = tmp_path / "stormy"
    stormy.mkdir()
    async with an_office(database_url, stormy) as office:
        found = await live_through(office, random.Random(seed))  # noqa: S311
        async with opened(office.database_url):
            await until(at_rest, PATIENCE_SECONDS)
            assert await Notice.filter(state=NoticeState.PLANNED).count() == 0
            await every_message_stands_on_its_phone(office.simulator)
            sent = [row for row in await OutboxMessage.all() if row.recheck and row.sent_at_ms]
            days = {(row.chat, wita_day(_at(row.sent_at_ms or 0))) for row in sent}
            assert len(days) == len(sent), "one message a person a day"
    assert len(office.kills) > 10
    assert len(expected["told"]) >= 3, "there was something to tell"
    assert found == expected


def _at(sent_at_ms: int) -> datetime:
    return datetime.fromtimestamp(sent_at_ms / 1000, UTC)
