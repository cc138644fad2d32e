"""Starts the simulator as a process of its own and stops it cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.simulator.cast import read_cast
from bot.simulator.json_api import refuse_in_json
from bot.simulator.phones_api import PhonesApi
from bot.simulator.telegram_server import TelegramServer
from bot.simulator.webhook import deliver_to_webhook
from bot.simulator.whatsapp_api import WhatsAppApi
from bot.simulator.whatsapp_courier import deliver_to_webhook as deliver_whatsapp
from bot.simulator.whatsapp_server import GraphServer
from bot.simulator.world import open_world
from bot.simulator.world_api import WorldApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.simulator.cast import Cast
    from bot.simulator.rates import RateLimits
    from bot.simulator.whatsapp_business import Keys
    from bot.simulator.world import World

log = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 60 * 1024 * 1024
LOCALHOST = "127.0.0.1"


def application(world: World) -> web.Application:
    """The Bot API, the Graph API, the phones and the page as one web application."""
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[refuse_in_json])
    TelegramServer(world).add_routes(app)
    GraphServer(world).add_routes(app)
    WhatsAppApi(world).add_routes(app)
    WorldApi(world).add_routes(app)
    PhonesApi(world).add_routes(app)
    app.router.add_get("/", _page)
    if PAGE.is_dir():
        app.router.add_static("/page/", PAGE)
    return app


async def _page(_: web.Request) -> web.StreamResponse:
    if not (PAGE / "index.html").exists():
        raise web.HTTPNotFound
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


@contextlib.asynccontextmanager
async def running(
    *,
    token: str,
    data_dir: Path,
    host: str = LOCALHOST,
    port: int = 0,
    cast: Cast | None = None,
    rate_limits: RateLimits | None = None,
    keys: Keys | None = None,
) -> AsyncIterator[tuple[World, int]]:
    """The simulator while the block runs: its world, and the port that it found."""
    world = open_world(
        token=token,
        data_dir=data_dir,
        cast=cast or read_cast(),
        rate_limits=rate_limits,
        keys=keys,
    )
    runner = web.AppRunner(
        application(world), handler_cancellation=True, access_log=None, shutdown_timeout=1
    )
    await runner.setup()
    couriers = [
        asyncio.create_task(deliver(world)) for deliver in (deliver_to_webhook, deliver_whatsapp)
    ]
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield world, _port_of(runner)
    finally:
        for courier in couriers:
            courier.cancel()
        await asyncio.gather(*couriers, return_exceptions=True)
        world.events.end()
        await runner.cleanup()
        world.store.close()


def _port_of(runner: web.AppRunner) -> int:
    return int(runner.addresses[0][1])


async def serve(
    *,
    host: str = LOCALHOST,
    port: int,
    token: str,
    data_dir: Path,
    cast: Cast | None = None,
    rate_limits: RateLimits | None = None,
    keys: Keys | None = None,
    until_stdin_closes: bool = False,
) -> None:
    """Run until SIGTERM or SIGINT, or until whoever started us is gone; OSError: port taken."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if until_stdin_closes:
        loop.add_reader(sys.stdin.fileno(), _stop_at_end_of_input, stop)
    async with running(
        token=token,
        data_dir=data_dir,
        host=host,
        port=port,
        cast=cast,
        rate_limits=rate_limits,
        keys=keys,
    ) as (_, found):
        log.info("the simulator listens on http://%s:%s/", host, found)
        await stop.wait()


def _stop_at_end_of_input(stop: asyncio.Event) -> None:
    """The other end of the pipe closed: the process that started us has ended, however it did."""
    if not os.read(sys.stdin.fileno(), 1024):
        asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        stop.set()
