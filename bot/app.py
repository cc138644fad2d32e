"""The composition root: builds every part from the settings, starts and stops them in order."""

import asyncio
import contextlib
import importlib
import signal
import sys
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web

from bot.channels.base import Channel, ChannelMisconfigured, SendError
from bot.clock import Clock, ShiftedClock, SystemClock
from bot.commands_menu import private_menu, staff_menu
from bot.database import close_database, migrate, open_database
from bot.deliver import Deliverer
from bot.desk import Desk, call_us_back, desk
from bot.drawings import Drawer
from bot.fetch import Fetcher
from bot.inbox import Inbox
from bot.life import AlreadyRunning, alive
from bot.log import configure_logs
from bot.media import MediaStore
from bot.outbound import Outbound
from bot.pacing import Pacer, Pacers
from bot.receive import Receiver
from bot.schedule import Scheduler
from bot.settings import Settings
from bot.staff_chat import StaffChat
from bot.wake import Wake
from bot.web import application, database_answers
from models.photo_rules import RULES
from models.retention import KEPT

log = structlog.get_logger()

_STAFF_CHANNEL = "telegram"

_PAUSE_SECONDS = 1.0


def run(settings: Settings) -> None:
    """Run Gulir until it is told to stop; exits with 1 when a part of it fails for good."""
    configure_logs(settings.log_level, settings.log_format)
    try:
        asyncio.run(_main(settings))
    except (AlreadyRunning, ChannelMisconfigured, OSError) as trouble:
        sys.stderr.write(f"Gulir cannot run: {trouble}\n")
        sys.exit(1)


async def _main(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    networks = asyncio.create_task(_import_networks())
    async with desk(settings) as place, gulir(settings, place) as running:
        await networks
        await call_us_back(settings, place)
        sys.stdout.write(f"Gulir is ready: http://{settings.host}:{settings.port}/\n")
        sys.stdout.flush()
        log.info("ready")
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([stopping, *running.tasks], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        for part in running.tasks:
            if part.done() and not part.cancelled():
                part.result()  # Raises why it ended: parts run for ever.
    log.info("stopped")


async def _import_networks() -> None:
    """Import aiogram beside everything else: it takes longer than all other parts together."""
    await asyncio.to_thread(importlib.import_module, "bot.channels.telegram")


@dataclass(frozen=True, slots=True)
class Running:
    """What runs: every part as a task, and the clock, which can be told to look at once."""

    tasks: Sequence[asyncio.Task[None]]
    scheduler: Scheduler


@contextlib.asynccontextmanager
async def gulir(
    settings: Settings, place: Desk, *, pacer: Pacer | None = None
) -> AsyncIterator[Running]:
    """Every part, started in order; stopped in the opposite one when the block ends.

    `pacer` replaces the rates of the real networks.
    """
    clock = _clock(settings, place)
    RULES.set(settings.photo_rules)
    KEPT.set(settings.retention)
    await migrate(settings.database_url)
    await open_database(settings.database_url)
    try:
        if settings.simulated:
            await _load_sample(clock)
        wake = Wake()
        staff_chat = StaffChat(_STAFF_CHANNEL, place.staff_chat, settings.default_language)
        await staff_chat.find()
        async with (
            alive(settings.database_url, wake) as worker,
            _channels(place, staff_chat) as (channels, webhooks),
        ):
            parts = _build(
                settings,
                place,
                clock,
                wake=wake,
                worker=worker,
                channels=channels,
                staff_chat=staff_chat,
                pacer=pacer,
            )
            async with _served(settings, place, webhooks), _started(parts) as tasks:
                yield Running(tasks, parts.scheduler)
            parts.store.close()
    finally:
        await close_database()


@dataclass(frozen=True, slots=True)
class _Parts:
    channels: dict[str, Channel]
    inbox: Inbox
    receiver: Receiver
    fetcher: Fetcher
    deliverer: Deliverer
    scheduler: Scheduler
    store: MediaStore


def _build(
    settings: Settings,
    place: Desk,
    clock: Clock,
    *,
    wake: Wake,
    worker: str,
    channels: dict[str, Channel],
    staff_chat: StaffChat,
    pacer: Pacer | None,
) -> _Parts:
    from handlers.contents import CONTENTS  # noqa: PLC0415 (the handlers load while we migrate)

    store = MediaStore(settings.data_dir / "media")
    return _Parts(
        channels=channels,
        inbox=Inbox(
            clock=clock, wake=wake, burst_seconds=settings.burst_seconds, staff_chat=staff_chat
        ),
        receiver=Receiver(contents=CONTENTS, clock=clock, wake=wake, staff_chat=staff_chat),
        fetcher=Fetcher(
            channels=channels, store=store, clock=clock, wake=wake, staff_chat=staff_chat
        ),
        deliverer=Deliverer(
            channels=channels,
            outbound=Outbound(store, Drawer(store, strict=place.strict), strict=place.strict),
            clock=clock,
            wake=wake,
            staff_chat=staff_chat,
            worker=worker,
            pacers=Pacers(pacer),
            people_a_day=settings.whatsapp_people_a_day,
        ),
        scheduler=Scheduler(CONTENTS.jobs, clock, wake, staff_chat, store),
        store=store,
    )


@contextlib.asynccontextmanager
async def _channels(
    place: Desk, staff_chat: StaffChat
) -> AsyncIterator[tuple[dict[str, Channel], Sequence[web.RouteDef]]]:
    """Every channel by its name, and the addresses that networks call; closed after the block."""
    await _import_networks()
    from bot.channels.telegram import Telegram  # noqa: PLC0415 (aiogram takes its time)

    telegram = Telegram(
        token=place.token, api_base=place.telegram_api_base, staff_chat=staff_chat.chat
    )
    channels: dict[str, Channel] = {telegram.name: telegram}
    webhooks: Sequence[web.RouteDef] = ()
    if place.whatsapp is not None:
        from bot.channels.whatsapp import WhatsApp  # noqa: PLC0415 (only who has an account pays)

        whatsapp = WhatsApp(place.whatsapp)
        channels[whatsapp.name], webhooks = whatsapp, whatsapp.webhook.routes()
    try:
        try:
            await telegram.announce_commands(private_menu(), staff_menu())
        except ChannelMisconfigured:
            raise
        except SendError as trouble:
            log.warning("commands_not_announced", trouble=trouble.code)
        yield channels, webhooks
    finally:
        for channel in channels.values():
            await channel.close()


@contextlib.asynccontextmanager
async def _served(
    settings: Settings, place: Desk, webhooks: Sequence[web.RouteDef]
) -> AsyncIterator[None]:
    async def ready() -> dict[str, bool]:
        return {"database": await database_answers()}

    served = application(ready, page=place.page, webhooks=webhooks)
    runner = web.AppRunner(served, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
        yield
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def _started(parts: _Parts) -> AsyncIterator[list[asyncio.Task[None]]]:
    jobs: dict[str, Coroutine[Any, Any, None]] = {
        **{
            f"receive {name}": _receive_for_ever(parts.inbox, channel)
            for name, channel in parts.channels.items()
        },
        "fetch": parts.fetcher.run(),
        "handle": parts.receiver.run(),
        "deliver": parts.deliverer.run(),
        "clock": parts.scheduler.run(),
    }
    tasks = [asyncio.create_task(job, name=name) for name, job in jobs.items()]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task


async def _receive_for_ever(inbox: Inbox, channel: Channel) -> None:
    """Begin again after the store failed: what was not stored was not confirmed and comes again."""

    async def bring(payloads: list[Any]) -> None:
        await inbox.store(channel, payloads)

    while True:
        try:
            await channel.receive(bring)
        except (asyncio.CancelledError, ChannelMisconfigured):
            raise
        except Exception:
            log.exception("receiving_interrupted", channel=channel.name)
            await asyncio.sleep(_PAUSE_SECONDS)


def _clock(settings: Settings, place: Desk) -> Clock:
    shift = settings.clock_shift_file or place.clock_shift_file
    return SystemClock() if shift is None else ShiftedClock(shift)


async def _load_sample(clock: Clock) -> None:
    from bot.sample.load import load  # noqa: PLC0415 (only the simulator wants it)

    added = await load(clock)
    log.info("sample_data_loaded", groups=added)
