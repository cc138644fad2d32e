"""Where the bot stands: before the real networks, or on somebody's desk before the simulator.

The simulator is a process of its own, reached only over HTTP, like the real networks.
"""

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import aiohttp
import structlog

from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_admin import submission
from bot.channels.whatsapp_webhook import PATH
from bot.settings import Settings
from locales.templates import templates

log = structlog.get_logger()

_SIMULATED_SECRET = "only-for-the-simulator-on-your-desk"  # noqa: S105 (opens nothing real)
_SIMULATED_VERSION = "v26.0"
_START_SECONDS = 15.0
_LOOK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Desk:
    """Which networks to talk to; `page` is where the simulated phones are shown, if they are."""

    token: str
    telegram_api_base: str
    staff_chat: str
    page: str | None = None
    clock_shift_file: Path | None = None
    strict: bool = False
    """Whether mistakes in our texts are errors rather than glossed over."""
    whatsapp: WhatsAppAccount | None = None
    """Our account on WhatsApp; without one there is only Telegram."""


class SimulatorFailed(OSError):
    """The simulator did not start."""


@contextlib.asynccontextmanager
async def desk(settings: Settings) -> AsyncIterator[Desk]:
    """The real desk when there is a token; else the simulator, for as long as the block runs."""
    if settings.telegram_token is not None:
        yield Desk(
            token=settings.telegram_token,
            telegram_api_base=settings.telegram_api_base,
            staff_chat=str(settings.staff_chat_id),
            whatsapp=settings.whatsapp,
        )
        return
    place = _simulated_desk(settings)
    process = await _start_simulator(settings, place)
    try:
        await _until_it_answers(settings, process)
        yield place
    finally:
        await _stop(process)


async def call_us_back(settings: Settings, place: Desk) -> None:
    """Tell the simulated WhatsApp what Meta's developer page would be told.

    That is where our webhook is, and that our templates have been approved.
    """
    if place.page is None or place.whatsapp is None:
        return
    told = {
        "url": f"http://127.0.0.1:{settings.port}{PATH}",
        "verify_token": place.whatsapp.verify_token,
    }
    known = {"templates": [submission(template) for template in templates()]}
    async with aiohttp.ClientSession() as session:
        for path, body in (("webhook", told), ("templates", known)):
            async with session.post(f"{place.page}api/whatsapp/{path}", json=body) as answer:
                if not answer.ok:
                    log.warning("simulated_whatsapp_refused", answer=await answer.text())


def _simulated_desk(settings: Settings) -> Desk:
    cast = json.loads(files("bot.sample").joinpath("cast.json").read_text())
    address = f"http://127.0.0.1:{settings.simulator_port}"
    whatsapp = WhatsAppAccount(
        token=_SIMULATED_SECRET,
        phone_id=cast["whatsapp"]["phone_id"],
        business_id=cast["whatsapp"]["business_id"],
        app_secret=_SIMULATED_SECRET,
        verify_token=_SIMULATED_SECRET,
        api_base=f"{address}/graph",
        api_version=_SIMULATED_VERSION,
    )
    return Desk(
        token=f"{cast['bot']['id']}:{_SIMULATED_SECRET}",
        telegram_api_base=address,
        staff_chat=str(settings.staff_chat_id or cast["staff_chat"]["id"]),
        page=f"{address}/",
        clock_shift_file=settings.data_dir / "simulator" / "clock-shift",
        strict=True,
        whatsapp=whatsapp,
    )


async def _start_simulator(settings: Settings, place: Desk) -> Process:
    data = settings.data_dir / "simulator"
    data.mkdir(parents=True, exist_ok=True)
    with (data / "simulator.log").open("ab") as log_file:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.simulator",
            f"--port={settings.simulator_port}",
            f"--token={place.token}",
            f"--whatsapp-token={_SIMULATED_SECRET}",
            f"--whatsapp-app-secret={_SIMULATED_SECRET}",
            f"--data={data}",
            "--until-stdin-closes",  # so that it never outlives us, however we end
            stdin=PIPE,
            stdout=log_file,
            stderr=log_file,
            start_new_session=True,  # Ctrl-C is ours: it stops after us
        )


async def _until_it_answers(settings: Settings, process: Process) -> None:
    async with asyncio.timeout(_START_SECONDS):
        while True:
            if process.returncode is not None:
                raise SimulatorFailed(
                    f"the simulator ended at once; see {settings.data_dir}/simulator/simulator.log"
                    f" (is SIMULATOR_PORT {settings.simulator_port} free?)"
                )
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", settings.simulator_port)
                writer.close()
                return
            await asyncio.sleep(_LOOK_SECONDS)


async def _stop(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(5):
                await process.wait()
            return
        process.kill()
        await process.wait()
