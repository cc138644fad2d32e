"""Drives a real Chromium over its DevTools protocol: just what the page's tests need."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
import subprocess
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Self

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
KEYS = {"Enter": ("\r", 13), "Escape": (None, 27), "Tab": (None, 9), "ArrowDown": (None, 40)}
SHIFT = 8


def find_chromium() -> str | None:
    """The path of the browser, or None where none is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser process; every page lives in a fresh context of it."""

    def __init__(self, program: str, profile: Path, start_seconds: float = 30) -> None:
        self._process = subprocess.Popen(  # noqa: S603 -- our own flags only
            [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        port_file = profile / "DevToolsActivePort"
        deadline = time.monotonic() + start_seconds
        while not (port_file.exists() and port_file.read_text().count("\n")):
            assert self._process.poll() is None, "Chromium ended while starting"
            assert time.monotonic() < deadline, "Chromium did not start in time"
            time.sleep(0.03)
        port, path = port_file.read_text().split()
        self._address = f"ws://127.0.0.1:{port}{path}"

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)

    @asynccontextmanager
    async def page(self, downloads: Path) -> AsyncIterator[Page]:
        """A new page in a context of its own, closed afterwards."""
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(self._address, max_msg_size=0) as socket,
        ):
            page = await Page(socket).open(downloads)
            try:
                yield page
            finally:
                await page.close()


class Page:
    """One tab. `errors` collects every exception and error line of its console."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session: str | None = None
        self._context = ""
        self.errors: list[str] = []

    async def open(self, downloads: Path) -> Self:
        self._reader = asyncio.create_task(self._read())
        self._context = (await self._call("Target.createBrowserContext"))["browserContextId"]
        await self._call(
            "Browser.setDownloadBehavior",
            behavior="allow",
            downloadPath=str(downloads),
            browserContextId=self._context,
        )
        target = await self._call(
            "Target.createTarget", url="about:blank", browserContextId=self._context
        )
        attached = await self._call(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "DOM"):
            await self._call(f"{domain}.enable")
        return self

    async def close(self) -> None:
        self._session = None
        await self._call("Target.disposeBrowserContext", browserContextId=self._context)
        self._reader.cancel()

    async def _read(self) -> None:
        async for frame in self._socket:
            message = json.loads(frame.data)
            if (answer := self._answers.pop(message.get("id", 0), None)) and not answer.done():
                answer.set_result(message)
            self._notice(message.get("method", ""), message.get("params", {}))

    def _notice(self, event: str, facts: dict[str, Any]) -> None:
        if event == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(facts["exceptionDetails"])[:500])
        elif event == "Log.entryAdded" and facts["entry"]["level"] == "error":
            self.errors.append(f"{facts['entry']['text']} {facts['entry'].get('url', '')}")
        elif event == "Runtime.consoleAPICalled" and facts["type"] in {"error", "assert"}:
            self.errors.append(json.dumps(facts["args"])[:500])

    async def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        future = asyncio.get_running_loop().create_future()
        self._answers[number] = future
        request: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self._session:
            request["sessionId"] = self._session
        await self._socket.send_json(request)
        answer = await asyncio.wait_for(future, timeout=30)
        assert "error" not in answer, f"{method}: {answer['error']}"
        return dict(answer["result"])

    async def look(
        self, width: int, height: int, *, dark: bool = False, touch: bool = False
    ) -> None:
        """Give the page a size in CSS pixels, a colour scheme, and a finger instead of a mouse."""
        await self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=touch,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self._call("Emulation.setEmulatedMedia", features=[scheme])
        await self._call("Emulation.setTouchEmulationEnabled", enabled=touch)

    async def visit(self, url: str) -> None:
        await self._call("Page.navigate", url=url)

    async def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression (a promise is awaited)."""
        answer = await self._call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, json.dumps(answer["exceptionDetails"])[:800]
        return answer["result"].get("value")

    async def until(self, expression: str, seconds: float = 10) -> Any:
        """Wait for the expression to become true, and give its value."""
        deadline = time.monotonic() + seconds
        while not (value := await self.evaluate(expression)):
            assert time.monotonic() < deadline, f"never became true: {expression}"
            await asyncio.sleep(0.02)
        return value

    async def click(self, selector: str) -> None:
        """Wait for the element to be there and visible, and click it."""
        element = f"document.querySelector({json.dumps(selector)})"
        await self.until(f"!!{element} && {element}.getClientRects().length > 0")
        await self.evaluate(f"{element}.click()")

    async def type(self, selector: str, text: str) -> None:
        """Put the keyboard's focus on the element and type into it."""
        await self.until(f"!!document.querySelector({json.dumps(selector)})")
        await self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        await self._call("Input.insertText", text=text)

    async def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key by its name."""
        text, code = KEYS[key]
        facts = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": SHIFT * shift}
        typed = {"text": text} if text else {}
        await self._call("Input.dispatchKeyEvent", type="keyDown", **facts, **typed)
        await self._call("Input.dispatchKeyEvent", type="keyUp", **facts)

    async def choose_files(self, selector: str, *files: Path) -> None:
        """Choose files in a file input, as from the system's dialog."""
        document = (await self._call("DOM.getDocument"))["root"]["nodeId"]
        found = await self._call("DOM.querySelector", nodeId=document, selector=selector)
        await self._call(
            "DOM.setFileInputFiles", files=[str(f) for f in files], nodeId=found["nodeId"]
        )

    async def downloaded(self, folder: Path, ending: str, seconds: float = 10) -> str:
        """Wait for a downloaded file with this ending; gives its text."""
        for _ in range(int(seconds / 0.02)):
            if found := _first(folder, ending):
                return found
            await asyncio.sleep(0.02)
        raise AssertionError(f"no {ending} was downloaded")

    async def screenshot(self, path: Path) -> None:
        picture = await self._call("Page.captureScreenshot", format="png")
        _write(path, base64.b64decode(picture["data"]))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _first(folder: Path, ending: str) -> str | None:
    return next((path.read_text() for path in folder.glob(f"*{ending}")), None)
