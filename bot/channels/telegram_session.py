"""Our line to the Bot API: aiogram's session, telling apart "never sent" and "nobody knows".

Nothing that is raised here carries the address of a request, because the address holds the token.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientConnectorError, ClientError, ClientTimeout, ConnectionTimeoutError
from aiohttp.client_exceptions import InvalidURL, UploadAbortedError
from typing_extensions import override

from bot.channels.base import ChannelUnavailable, MediaGone, MediaTooLarge

_CHUNK_BYTES = 64 * 1024
_NOT_WRITTEN = (ClientConnectorError, ConnectionTimeoutError, UploadAbortedError, InvalidURL)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait for Telegram, in seconds."""

    connect_seconds: float = 10.0
    answer_seconds: float = 60.0
    acknowledge_seconds: float = 5.0
    poll_seconds: int = 50
    pause_first_seconds: float = 1.0
    pause_longest_seconds: float = 60.0


class NeverSent(TelegramNetworkError):
    """No connection came about, or the request was not written whole: nothing happened there."""


class NoAnswer(TelegramNetworkError):
    """The request was written; whether it was carried out, nobody told us."""


class TelegramSession(AiohttpSession):
    """aiogram's session with our time limits and our classes of trouble."""

    def __init__(self, *, api_base: str, patience: Patience) -> None:
        super().__init__(api=TelegramAPIServer.from_base(api_base), timeout=patience.answer_seconds)
        self._connect_seconds = patience.connect_seconds

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: float | None = None
    ) -> TelegramType:
        session = await self.create_session()
        trouble: Exception
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=method.__api_method__),
                data=self.build_form_data(bot=bot, method=method),
                timeout=self._limits(timeout),
                allow_redirects=False,
            ) as answer:
                content = await answer.text(errors="replace")
        except _NOT_WRITTEN as error:
            trouble = NeverSent(method=method, message=type(error).__name__)
        except (TimeoutError, ClientError, OSError) as error:
            trouble = NoAnswer(method=method, message=type(error).__name__)
        else:
            checked = self.check_response(bot, method, answer.status, content)
            return cast("TelegramType", checked.result)
        # Raised outside the handler: the first error's text may hold the address with the token.
        raise trouble

    @override
    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        trouble: Exception
        try:
            return super().check_response(bot, method, status_code, content)
        except (ClientDecodeError, TypeError):
            trouble = _unreadable(method, status_code)
        except TelegramRetryAfter:
            raise
        except TelegramAPIError as error:
            if status_code != HTTPStatus.TOO_MANY_REQUESTS:
                raise
            trouble = TelegramRetryAfter(method=method, message=error.message, retry_after=1)
        raise trouble

    async def download(self, address: str, *, size_bytes_max: int) -> bytes:
        """The bytes at an address. Raises MediaTooLarge, MediaGone or ChannelUnavailable."""
        session = await self.create_session()
        trouble: Exception
        try:
            async with session.get(address, timeout=self._limits(None)) as answer:
                _refuse_status(answer.status)
                if (answer.content_length or 0) > size_bytes_max:
                    raise MediaTooLarge
                received = bytearray()
                async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
                    received += chunk
                    if len(received) > size_bytes_max:
                        raise MediaTooLarge
                return bytes(received)
        except (TimeoutError, ClientError, OSError) as error:
            trouble = ChannelUnavailable(type(error).__name__)
        raise trouble

    def _limits(self, total_seconds: float | None) -> ClientTimeout:
        total = self.timeout if total_seconds is None else total_seconds
        return ClientTimeout(total=total, connect=self._connect_seconds)

    @override
    async def close(self) -> None:
        # aiogram sleeps a quarter of a second here; aiohttp 3.12 and newer waits by itself.
        if self._session is not None and not self._session.closed:
            await self._session.close()


def _unreadable(method: TelegramMethod[Any], status_code: int) -> TelegramAPIError:
    """What an answer means that is not the Bot API's, such as the page of a proxy."""
    message = f"HTTP {status_code} with an unreadable body"
    if status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return TelegramEntityTooLarge(method=method, message=message)
    if status_code < HTTPStatus.MULTIPLE_CHOICES or status_code == HTTPStatus.GATEWAY_TIMEOUT:
        return NoAnswer(method=method, message=message)
    return TelegramServerError(method=method, message=message)


def _refuse_status(status_code: int) -> None:
    if status_code == HTTPStatus.OK:
        return
    if status_code in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise MediaGone
    if status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise MediaTooLarge
    raise ChannelUnavailable(f"HTTP {status_code}")
