"""The whole of Gulir in one process, before a simulator: as close to real life as a test can be."""

from __future__ import annotations

import asyncio
import socket
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.app import Running, gulir
from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_admin import submission
from bot.clock import ShiftedClock
from bot.desk import Desk
from bot.pacing import Pacer, Rate
from bot.settings import Settings
from bot.simulator.phone import Simulator, running_simulator
from bot.simulator.rates import RateLimits
from bot.simulator.whatsapp_business import Keys
from locales.templates import templates
from models.calendar import WITA
from tests.networks import ON_TELEGRAM

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from bot.schedule import Scheduler
    from bot.simulator.cast import Cast

TOKEN = "7000000001:for-tests-only-opens-nothing"
STAFF_CHAT = "-1001000000001"
EASY_RATES = RateLimits(
    per_chat=1000,
    per_chat_burst=1000,
    per_group=1000,
    per_group_burst=1000,
    overall=1000,
    overall_burst=1000,
    pair=1000,
    pair_burst=1000,
    number=1000,
    number_burst=1000,
)
"""Tests of conversations do not wait for anybody; those of rates use the real ones."""
VERIFY_TOKEN = "for-tests-only-known-to-meta"
VERSION = "v26.0"
FREE = Rate(interval_seconds=0.0, burst=1_000_000)


@dataclass(slots=True)
class House:
    """A running simulator, and the bot, which can be stopped and started."""

    simulator: Simulator
    settings: Settings
    place: Desk
    clock: ShiftedClock
    paced: bool = False
    """Whether the bot keeps the rates of the real network."""
    running: Running | None = None
    _bot: AsyncExitStack | None = None

    async def start(self) -> None:
        self._bot = AsyncExitStack()
        pacer = None if self.paced else Pacer(private=FREE, group=FREE, together=FREE)
        running = gulir(self.settings, self.place, pacer=pacer)
        self.running = await self._bot.enter_async_context(running)
        if self.simulator.cast.has_whatsapp:
            await self.simulator.set_webhook(self._webhook, VERIFY_TOKEN)

    @property
    def _webhook(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}/webhooks/whatsapp"

    async def stop(self) -> None:
        if self._bot is not None:
            await self._bot.aclose()
            self._bot = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def a_minute_passes(self) -> None:
        """What staff have decided cannot be taken back any more: it is posted and told."""
        await self.simulator.advance_clock(61)
        await self.clock_has_looked()

    async def clock_has_looked(self) -> None:
        """Wait until the clock has seen to everything that is due by now."""
        now, scheduler = self.clock.now(), self._clockwork()
        while scheduler.looked_at is None or scheduler.looked_at < now:
            scheduler.look_now()
            self.check_that_it_lives()
            await asyncio.sleep(0.005)

    def _clockwork(self) -> Scheduler:
        assert self.running is not None
        return self.running.scheduler

    def check_that_it_lives(self) -> None:
        """Raise what a part of the bot died of."""
        for task in self.running.tasks if self.running else ():
            if task.done():
                task.result()


@asynccontextmanager
async def living_gulir(
    database_url: str,
    data_dir: Path,
    *,
    today: datetime | None = None,
    burst_seconds: float = 0.0,
    rate_limits: RateLimits = EASY_RATES,
    before_start: Callable[[ShiftedClock], Awaitable[None]] | None = None,
    cast: Cast = ON_TELEGRAM,
) -> AsyncIterator[House]:
    """Gulir on a database, with phones; `today` is a moment in WITA at which the clock starts.

    `before_start` makes the world that the bot finds.
    """
    simulated = data_dir / "simulator"
    simulated.mkdir(parents=True, exist_ok=True)
    shift = simulated / "clock-shift"
    if today is not None:
        offset = (today.replace(tzinfo=WITA) - datetime.now(WITA)).total_seconds()
        shift.write_text(f"{offset:.6f}\n", encoding="ascii")
    async with running_simulator(
        token=TOKEN, data_dir=simulated, rate_limits=rate_limits, cast=cast
    ) as simulator:
        if cast.has_whatsapp:
            await simulator.approve_templates(*map(submission, templates()))
        house = House(
            simulator=simulator,
            settings=_settings(database_url, data_dir, burst_seconds),
            place=Desk(
                TOKEN,
                simulator.base_url,
                STAFF_CHAT,
                clock_shift_file=shift,
                strict=True,
                whatsapp=account_on(simulator) if cast.has_whatsapp else None,
            ),
            clock=ShiftedClock(shift),
            paced=rate_limits is not EASY_RATES,
        )
        if before_start is not None:
            await before_start(house.clock)
        await house.start()
        try:
            yield house
            house.check_that_it_lives()
        finally:
            await house.stop()


def account_on(simulator: Simulator) -> WhatsAppAccount:
    """Our account on a simulated WhatsApp."""
    business, keys = simulator.cast.business, Keys()
    return WhatsAppAccount(
        token=keys.token,
        phone_id=business.phone_id,
        business_id=business.business_id,
        app_secret=keys.app_secret,
        verify_token=VERIFY_TOKEN,
        api_base=f"{simulator.base_url}/graph",
        api_version=VERSION,
    )


def _free_port() -> int:
    """A port for the bot's web server, the same before and after it restarts."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _settings(database_url: str, data_dir: Path, burst_seconds: float) -> Settings:
    return Settings(
        telegram_token=TOKEN,
        telegram_api_base="http://127.0.0.1",
        staff_chat_id=int(STAFF_CHAT),
        database_url=database_url,
        data_dir=data_dir,
        host="127.0.0.1",
        port=_free_port(),
        simulator_port=0,
        burst_seconds=burst_seconds,
        clock_shift_file=None,
        log_level="WARNING",
        log_format="text",
        default_language="id",
    )
