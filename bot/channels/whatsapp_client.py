"""Our line to the Graph API: one HTTP client, telling apart "never sent" and "nobody knows".

Nothing that is raised here holds the token, a number of somebody, or a text.
"""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import httpx
import orjson

from bot.channels.base import (
    ChannelUnavailable,
    MediaGone,
    MediaTooLarge,
    MessageRefused,
    OutcomeUnknown,
    SendError,
)
from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_errors import answer_error
from bot.channels.whatsapp_limits import FAILED_DOWNLOADS_MAX, FAILED_DOWNLOADS_WITHIN

_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.WriteError,
    httpx.WriteTimeout,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
"""No connection came about, or the request was not written whole: nothing happened there."""
_CHUNK_BYTES = 64 * 1024
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
_GONE = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait for Meta, in seconds."""

    connect_seconds: float = 10.0
    answer_seconds: float = 30.0
    acknowledge_seconds: float = 5.0


class GraphClient:
    """Requests to one account; `monotonic` tells seconds."""

    def __init__(self, account: WhatsAppAccount, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._account = account
        self._http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {account.token}"},
            timeout=httpx.Timeout(
                self.patience.answer_seconds, connect=self.patience.connect_seconds
            ),
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=16),
            follow_redirects=False,
        )
        self._failed_downloads: deque[float] = deque()

    async def post(
        self, path: str, body: Any, *, seconds: float | None = None, repeatable: bool = False
    ) -> dict[str, Any]:
        """Make one request with JSON. Raises a member of the SendError family.

        `repeatable` says that doing it twice does no harm, so that no answer means: try again.
        """
        headers = {"Content-Type": "application/json"}
        request = self._http.build_request(
            "POST",
            f"{self._account.root}/{path}",
            content=orjson.dumps(body),
            headers=headers,
            timeout=self._timeout(seconds),
        )
        return await self._answer(request, repeatable=repeatable)

    async def get(self, path: str, **parameters: str) -> dict[str, Any]:
        """Read something. Raises a member of the SendError family."""
        address = f"{self._account.root}/{path}"
        request = self._http.build_request("GET", address, params=parameters)
        return await self._answer(request, repeatable=True)

    async def upload(self, file: Path, *, name: str) -> str:
        """Hand over a file; its id can be sent for 30 days. Raises a SendError."""
        kind = _TYPES.get(file.suffix)
        content = await asyncio.to_thread(_content, file)
        if kind is None or not content:
            raise MessageRefused(f"no file that WhatsApp takes: {file.suffix}")
        request = self._http.build_request(
            "POST",
            f"{self._account.root}/{self._account.phone_id}/media",
            data={"messaging_product": "whatsapp", "type": kind},
            files={"file": (name, content, kind)},
        )
        answer = await self._answer(request, repeatable=True)
        identity = answer.get("id")
        if not isinstance(identity, str):
            raise ChannelUnavailable("an upload without an id")
        return identity

    async def download(self, media_id: str, *, size_bytes_max: int, now: float) -> bytes:
        """Fetch what somebody sent, in two steps: its address of five minutes, then its bytes.

        `now` is a monotonic clock in seconds. Raises MediaGone, MediaTooLarge or a SendError.
        """
        self._spare_the_downloads(now)
        try:
            found = await self.get(media_id, phone_number_id=self._account.phone_id)
        except MessageRefused:
            self._failed_downloads.append(now)
            raise MediaGone from None
        size = found.get("file_size")
        if isinstance(size, int | str) and str(size).isdecimal() and int(size) > size_bytes_max:
            raise MediaTooLarge
        address = found.get("url")
        if not isinstance(address, str) or not self._may_have_our_token(address):
            raise MediaGone
        try:
            return await self._bytes(address, size_bytes_max)
        except MediaGone:
            self._failed_downloads.append(now)
            raise

    def _may_have_our_token(self, address: str) -> bool:
        """Meta's files lie on other hosts, but never without encryption."""
        return address.startswith("https://") or (
            urlsplit(address).netloc == urlsplit(self._account.api_base).netloc
        )

    def _spare_the_downloads(self, now: float) -> None:
        within = FAILED_DOWNLOADS_WITHIN.total_seconds()
        while self._failed_downloads and self._failed_downloads[0] + within <= now:
            self._failed_downloads.popleft()
        if len(self._failed_downloads) >= FAILED_DOWNLOADS_MAX:
            raise ChannelUnavailable("too many downloads failed: waiting")

    async def _bytes(self, address: str, size_bytes_max: int) -> bytes:
        trouble: Exception
        try:
            async with self._http.stream("GET", address) as answer:
                if answer.status_code in _GONE:
                    raise MediaGone
                if answer.status_code != HTTPStatus.OK:
                    raise answer_error(answer.status_code, None)
                received = bytearray()
                async for chunk in answer.aiter_bytes(_CHUNK_BYTES):
                    received += chunk
                    if len(received) > size_bytes_max:
                        raise MediaTooLarge
                return bytes(received)
        except httpx.HTTPError as error:
            trouble = ChannelUnavailable(type(error).__name__)
        raise trouble

    async def _answer(self, request: httpx.Request, *, repeatable: bool) -> dict[str, Any]:
        trouble: SendError
        try:
            answer = await self._http.send(request)
        except _NEVER_SENT as error:
            trouble = ChannelUnavailable(type(error).__name__)
        except httpx.HTTPError as error:
            kind = ChannelUnavailable if repeatable else OutcomeUnknown
            trouble = kind(type(error).__name__)
        else:
            return _read(answer, repeatable=repeatable)
        # Raised outside the handler: the first error may hold the address and our headers.
        raise trouble

    def _timeout(self, seconds: float | None) -> httpx.Timeout:
        total = self.patience.answer_seconds if seconds is None else seconds
        return httpx.Timeout(total, connect=min(total, self.patience.connect_seconds))

    async def close(self) -> None:
        """Let go of connections."""
        await self._http.aclose()


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _read(answer: httpx.Response, *, repeatable: bool) -> dict[str, Any]:
    body = _json(answer.content)
    if not answer.is_success:
        _refuse(answer.status_code, body, repeatable=repeatable)
    if not isinstance(body, dict):
        raise (ChannelUnavailable if repeatable else OutcomeUnknown)("an answer that is no JSON")
    return body


def _refuse(status: int, body: Any, *, repeatable: bool) -> NoReturn:
    error = answer_error(status, body)
    if repeatable and isinstance(error, OutcomeUnknown):
        raise ChannelUnavailable(str(error))
    raise error


def _json(content: bytes) -> Any:
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return None


def message_ids(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the messages that a request made. Raises OutcomeUnknown when it names none."""
    sent = answer.get("messages")
    ids = [each.get("id") for each in sent if isinstance(each, dict)] if sent else []
    if not ids or not all(isinstance(identity, str) and identity for identity in ids):
        raise OutcomeUnknown("the answer names no message")
    return tuple(map(str, ids))
