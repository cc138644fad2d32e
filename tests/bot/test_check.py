"""`gulir check`: finds what is wrong outside, and says how to mend it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from bot.check import Finding, check_everything
from bot.database import migrate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"


class Telegram:
    """A Bot API on this machine that knows one token and one chat."""

    def __init__(self) -> None:
        self.address = ""
        self.known_chat = -100
        self.clock_error = timedelta()

    async def answer(self, request: web.Request) -> web.Response:
        date = format_datetime(datetime.now(UTC) + self.clock_error, usegmt=True)
        return web.json_response(await self._body(request), headers={"Date": date})

    async def _body(self, request: web.Request) -> dict[str, Any]:
        if not request.path.startswith(f"/bot{TOKEN}/"):
            return {"ok": False, "description": "Unauthorized"}
        if request.path.endswith("/getMe"):
            return {"ok": True, "result": {"username": "gulir_bot"}}
        if (await request.json())["chat_id"] != self.known_chat:
            return {"ok": False, "description": "Bad Request: chat not found"}
        return {"ok": True, "result": {"type": "supergroup", "title": "Dinsos"}}


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    fake = Telegram()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", fake.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    fake.address = f"http://{host}:{port}"
    yield fake
    await runner.cleanup()


async def findings(folder: Path, **environment: str) -> dict[str, Finding]:
    found = await check_everything({"DATA_DIR": str(folder), **environment})
    return {finding.subject: finding for finding in found}


def wrong(found: dict[str, Finding]) -> set[str]:
    return {subject for subject, finding in found.items() if not finding.ok}


async def test_a_fresh_machine_only_lacks_its_schema(tmp_path: Path) -> None:
    found = await findings(tmp_path)
    assert wrong(found) == {"database"}
    assert "gulir migrate" in found["database"].line
    await migrate(f"sqlite://{tmp_path / 'gulir.db'}")
    assert wrong(await findings(tmp_path)) == set()


async def test_wrong_settings_are_shown_beside_those_in_order(tmp_path: Path) -> None:
    found = await findings(tmp_path, PORT="x", LOG_FORMAT="xml")
    assert wrong(found) == {"PORT", "LOG_FORMAT"}
    assert found["PORT"].line == "✗ PORT: 'x' -> give a free port from 1 to 65535"
    assert found["HOST"].line == "✓ HOST: in order"


async def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = await findings(tmp_path, DATA_DIR=str(tmp_path / "file" / "data"))
    assert "data folder" in wrong(found)
    assert "change DATA_DIR" in found["data folder"].line


async def test_an_unreachable_database_is_told(tmp_path: Path) -> None:
    url = f"postgres://me:hunter2@/gulir?host={tmp_path}"
    found = await findings(tmp_path, DATABASE_URL=url)
    assert wrong(found) == {"database"}
    assert not any("hunter2" in finding.line for finding in found.values())


async def test_a_working_telegram_is_in_order(tmp_path: Path, telegram: Telegram) -> None:
    real = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram.address}
    found = await findings(tmp_path, **real, STAFF_CHAT_ID="-100")
    assert wrong(found) == {"database"}
    assert found["Telegram token"].line == "✓ Telegram token: belongs to @gulir_bot"
    assert "Dinsos" in found["staff chat"].line
    assert not any(TOKEN in finding.line for finding in found.values())


async def test_a_wrong_chat_a_wrong_token_and_a_wrong_clock_are_told(
    tmp_path: Path, telegram: Telegram
) -> None:
    real = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram.address}
    telegram.clock_error = timedelta(minutes=5)
    found = await findings(tmp_path, **real, STAFF_CHAT_ID="-101")
    assert wrong(found) == {"database", "staff chat", "clock and Telegram"}
    assert "STAFF_CHAT_ID" in found["staff chat"].line
    real["TELEGRAM_TOKEN"] = f"{TOKEN}x"
    found = await findings(tmp_path, **real, STAFF_CHAT_ID="-100")
    assert "@BotFather" in found["Telegram token"].line


async def test_a_telegram_that_does_not_answer_is_told_without_the_token(tmp_path: Path) -> None:
    real = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": "http://127.0.0.1:9"}
    found = await findings(tmp_path, **real, STAFF_CHAT_ID="-100")
    assert "Telegram getMe" in wrong(found)
    assert not any(TOKEN in finding.line for finding in found.values())


async def test_a_moved_clock_is_refused_with_real_money(tmp_path: Path, telegram: Telegram) -> None:
    real = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram.address}
    shift = str(tmp_path / "shift")
    found = await findings(tmp_path, **real, STAFF_CHAT_ID="-100", CLOCK_SHIFT_FILE=shift)
    assert "clock" in wrong(found)
    assert "clock" not in wrong(await findings(tmp_path, CLOCK_SHIFT_FILE=shift))
