"""A real browser, the real simulator, and a bot played by raw calls of the Bot API."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from PIL import Image

from bot.simulator.serve import running
from tests.networks import ON_TELEGRAM
from tests.page.browser import Chromium, Page, find_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

TOKEN = "7000000001:simulated"
SARI, BUDI, STAFF = 5001, 5002, -1001000000001
LAPTOP = (1440, 900)


class PlayedBot:
    """The bot's side of the wire, without a bot: the tests decide what it says."""

    def __init__(self, client: aiohttp.ClientSession, address: str) -> None:
        self._client = client
        self._address = address
        self._taken = 0

    async def call(self, method: str, **parameters: Any) -> Any:
        """One call of the Bot API that must succeed; gives its result."""
        url = f"{self._address}/bot{TOKEN}/{method}"
        async with self._client.post(url, json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, chat_id: int, text: str, **parameters: Any) -> int:
        """Send a text; gives the id of the message."""
        sent = await self.call("sendMessage", chat_id=chat_id, text=text, **parameters)
        return int(sent["message_id"])

    async def shows(self, chat_id: int, photo: bytes, caption: str, **parameters: str) -> int:
        """Send a photo with a caption; gives the id of the message."""
        form = aiohttp.FormData({"chat_id": str(chat_id), "caption": caption, **parameters})
        form.add_field("photo", photo, filename="slip.jpg", content_type="image/jpeg")
        url = f"{self._address}/bot{TOKEN}/sendPhoto"
        async with self._client.post(url, data=form) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return int(answer["result"]["message_id"])

    async def confirms(self) -> None:
        """Ask for what comes next, which tells Telegram that the rest has been taken."""
        await self.call("getUpdates", offset=self._taken + 1, timeout=0)

    async def hears(self, kind: str, seconds: int = 10) -> dict[str, Any]:
        """The next update of a kind: `message`, `edited_message`, `callback_query`."""
        while updates := await self.call("getUpdates", offset=self._taken + 1, timeout=seconds):
            for update in updates:
                self._taken = update["update_id"]
                if kind in update:
                    return dict(update[kind])
        raise AssertionError(f"no {kind} reached the bot within {seconds} s")


class World:
    """The simulator's address, and shortcuts for what tests prepare through its own API."""

    def __init__(self, client: aiohttp.ClientSession, address: str) -> None:
        self._client = client
        self.address = address
        self.bot = PlayedBot(client, address)

    async def at_phone(self, phone: str, action: str, **body: Any) -> dict[str, Any]:
        """Act on a phone without the page."""
        url = f"{self.address}/api/phones/{phone}/{action}"
        async with self._client.post(url, json=body) as response:
            assert response.status == 200, await response.text()
            return dict(await response.json())

    async def greeted(self, *phones: str) -> None:
        """A bot may only write to people who have written first."""
        for phone in phones:
            await self.at_phone(phone, "text", text="/start")
            await self.bot.hears("message")

    async def media(self, url: str) -> bytes:
        """The content of a picture that a phone shows."""
        async with self._client.get(f"{self.address}{url}") as response:
            return await response.read()

    async def now(self) -> str:
        """The simulated instant, in ISO 8601."""
        async with self._client.get(f"{self.address}/api/state") as response:
            return str((await response.json())["clock"]["now"])


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for the whole run; without one these tests are skipped."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed; get it with: apt-get install chromium")
    browser = Chromium(program, tmp_path_factory.mktemp("chromium") / "profile")
    yield browser
    browser.stop()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh simulator over real HTTP."""
    async with (
        running(token=TOKEN, data_dir=tmp_path / "simulator", cast=ON_TELEGRAM) as (_, port),
        aiohttp.ClientSession() as client,
    ):
        yield World(client, f"http://127.0.0.1:{port}")


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """Where the browser puts what it downloads."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture
async def page(chromium: Chromium, world: World, downloads: Path) -> AsyncIterator[Page]:
    """The simulator's page on a laptop; a line in its console's errors fails the test."""
    async with chromium.page(downloads) as page:
        await page.look(*LAPTOP)
        await page.visit(world.address)
        await page.until("document.querySelector('.phones')?.getAttribute('aria-busy') === 'false'")
        yield page
        assert page.errors == []


@pytest.fixture
def screenshots() -> Path:
    """The folder of screenshots, kept after the run and ignored by git."""
    return Path(__file__).parents[2] / "test-output"


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    """A small JPEG as a person would choose it from the disk."""
    path = tmp_path / "kebun jahe.jpg"
    Image.effect_mandelbrot((640, 480), (-2, -1.2, 0.8, 1.2), 60).convert("RGB").save(path)
    return path
