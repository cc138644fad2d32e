"""Telegram: the Bot API on one side, our own vocabulary on the other (CHANNELS.md)."""

import asyncio
import random
from pathlib import Path
from typing import Any, ClassVar

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import TelegramMethod
from aiogram.types import FSInputFile
from aiogram.utils.token import TokenValidationError
from pydantic import ValidationError
from typing_extensions import override

from bot.channels import telegram_methods as methods
from bot.channels import telegram_reading, telegram_rendering
from bot.channels.base import (
    Channel,
    ChannelMisconfigured,
    ChannelUnavailable,
    InboundEvent,
    MediaGone,
    MediaTooLarge,
    MessageGone,
    MessageRefused,
    OutboundMessage,
    OutcomeUnknown,
    RateLimited,
    Receipt,
    Rendered,
    SendError,
    Store,
)
from bot.channels.telegram_errors import NotModified, OtherPartHoldsTheText, QueryTooOld, translated
from bot.channels.telegram_session import Patience, TelegramSession
from handlers.messages import Json, Kind, Media

DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024

log = structlog.get_logger()


class Telegram(Channel):
    """One bot of Telegram."""

    name: ClassVar[str] = "telegram"

    def __init__(
        self,
        *,
        token: str,
        api_base: str,
        staff_chat: str | None,
        patience: Patience | None = None,
    ) -> None:
        self._staff_chat = staff_chat
        self._patience = patience or Patience()
        self._session = TelegramSession(api_base=api_base, patience=self._patience)
        try:
            self._bot = Bot(token, session=self._session)
        except TokenValidationError:
            raise ChannelMisconfigured("the token has not the form of a token") from None

    @override
    def read(self, payload: Json) -> list[InboundEvent]:
        """What one update tells. Raises PayloadNotUnderstood."""
        return telegram_reading.read(payload)

    @override
    def render(self, message: OutboundMessage) -> list[Rendered]:
        """The requests, in order, that show this message within every limit."""
        return telegram_rendering.render(message)

    @override
    async def send(self, chat: str, rendered: Rendered) -> Receipt:
        """Make one request. Raises a member of the SendError family."""
        is_edit = rendered.method.startswith("edit")
        try:
            result = await self._call(_request(chat, rendered), repeatable=is_edit)
        except NotModified:
            return Receipt((str(rendered.parameters["message_id"]),))
        except OtherPartHoldsTheText:
            return await self._edit_the_other_part(chat, rendered)
        if is_edit:
            return Receipt((str(rendered.parameters["message_id"]),))
        return _receipt(result)

    async def _edit_the_other_part(self, chat: str, rendered: Rendered) -> Receipt:
        """Edit the caption instead of the text, or the reverse; MessageGone when neither fits."""
        other = telegram_rendering.other_edit(rendered)
        if other is None:
            raise MessageGone("the text is longer than a caption")
        try:
            await self._call(_request(chat, other), repeatable=True)
        except NotModified:
            pass
        except OtherPartHoldsTheText:
            raise MessageGone("the message has neither text nor caption") from None
        return Receipt((str(rendered.parameters["message_id"]),))

    @override
    async def fetch(self, media: Media, *, size_bytes_max: int = DOWNLOAD_BYTES_MAX) -> bytes:
        """Download a file. Raises MediaTooLarge, MediaGone and the errors of sending."""
        if (media.size_bytes or 0) > size_bytes_max:
            raise MediaTooLarge
        found = await self._find(media.file_id)
        if (found.get("file_size") or 0) > size_bytes_max:
            raise MediaTooLarge
        path = found.get("file_path")
        if not path:
            raise MediaGone
        # The address holds the token: it is neither kept nor logged nor put into an error.
        address = self._session.api.file_url(self._bot.token, path)
        return await self._session.download(address, size_bytes_max=size_bytes_max)

    async def _find(self, file_id: str) -> dict[str, Any]:
        try:
            found = await self._call(methods.GetFile(file_id=file_id), repeatable=True)
        except RateLimited as error:
            raise ChannelUnavailable(str(error)) from None
        except MessageRefused as error:
            raise (MediaTooLarge if "too big" in str(error) else MediaGone) from None
        if not isinstance(found, dict):
            raise MediaGone
        return found

    @override
    async def acknowledge(self, event: InboundEvent, *, typing: bool) -> None:
        """Stop the waiting mark of a tap; else show in a private chat that we are writing."""
        request: TelegramMethod[Any]
        if event.message and event.message.kind is Kind.BUTTON:
            request = methods.AnswerCallbackQuery(callback_query_id=event.external_id[1:])
        elif typing and event.private and event.message:
            request = methods.SendChatAction(chat_id=event.chat, action="typing")
        else:
            return
        try:
            await self._call(request, repeatable=True, seconds=self._patience.acknowledge_seconds)
        except QueryTooOld:
            log.debug("tap_answered_too_late", external_id=event.external_id)
        except SendError as error:
            log.info("acknowledgement_failed", external_id=event.external_id, reason=error.code)

    async def announce_commands(
        self, private: list[tuple[str, str]], staff: list[tuple[str, str]]
    ) -> None:
        """Show these commands (name without slash, description) in private and in the staff chat.

        Raises a member of the SendError family.
        """
        await self._announce(private, {"type": "all_private_chats"})
        if self._staff_chat is not None:
            await self._announce(staff, {"type": "chat", "chat_id": self._staff_chat})

    async def _announce(self, commands: list[tuple[str, str]], scope: Json) -> None:
        listed = [{"command": name, "description": words} for name, words in commands]
        request = methods.SetMyCommands.model_validate({"commands": listed, "scope": scope})
        await self._call(request, repeatable=True)

    async def username(self) -> str:
        """The name of our bot, for links to it. Raises a member of the SendError family."""
        return str((await self._call(methods.GetMe(), repeatable=True))["username"])

    @override
    async def receive(self, store: Store) -> None:
        """Long polling for ever: a batch is confirmed by the request after the one that stored it.

        Raises ChannelMisconfigured when the token is refused. What `store` raises goes through;
        calling again then brings the same updates once more.
        """
        pauses = _Pauses(self._patience)
        offset: int | None = None
        webhook_is_off = False
        while True:
            try:
                if not webhook_is_off:
                    await self._call(methods.DeleteWebhook(), repeatable=True)
                    webhook_is_off = True
                batch = await self._updates(offset)
            except ChannelMisconfigured:
                raise
            except SendError as error:
                # A conflict may mean that somebody has set a webhook meanwhile.
                webhook_is_off = False
                seconds = pauses.after(error)
                log.warning("polling_interrupted", reason=str(error), pause_seconds=seconds)
                await asyncio.sleep(seconds)
                continue
            pauses.end()
            if batch:
                await store(batch)
            # An empty answer means that all before it is confirmed. Then asking without an offset
            # is right even if the numbers begin anew after a week of silence.
            offset = _next_offset(batch)

    async def _updates(self, offset: int | None) -> list[Json]:
        poll_seconds = self._patience.poll_seconds
        request = methods.GetUpdates(
            offset=offset,
            timeout=poll_seconds,
            allowed_updates=list(telegram_reading.UPDATES_WANTED),
        )
        batch = await self._call(
            request, repeatable=True, seconds=poll_seconds + self._patience.connect_seconds
        )
        if not isinstance(batch, list) or (batch and _next_offset(batch) is None):
            raise ChannelUnavailable("updates without numbers")
        return batch

    async def _call(
        self, request: TelegramMethod[Any], *, repeatable: bool, seconds: float | None = None
    ) -> Any:
        """One request. Raises what `translated` makes of aiogram's exceptions."""
        try:
            return await self._session.make_request(self._bot, request, seconds)
        except AiogramError as error:
            trouble = translated(error, repeatable=repeatable)
        # Raised outside the handler, so that no log shows what the first error knows.
        raise trouble

    @override
    async def close(self) -> None:
        """Let go of connections."""
        await self._session.close()


class _Pauses:
    """Growing pauses with jitter; a pause that Telegram demands is kept exactly."""

    def __init__(self, patience: Patience) -> None:
        self._first = patience.pause_first_seconds
        self._longest = patience.pause_longest_seconds
        self._failures = 0

    def after(self, error: SendError) -> float:
        if isinstance(error, RateLimited):
            return error.retry_after_seconds
        grown = min(self._longest, self._first * 2.0 ** min(self._failures, 16))
        self._failures += 1
        return grown * random.uniform(0.5, 1.0)  # noqa: S311 -- spreads load, guards nothing

    def end(self) -> None:
        self._failures = 0


def _request(chat: str, rendered: Rendered) -> TelegramMethod[Any]:
    missing = [path.name for _, path in rendered.files if not path.is_file()]
    if missing:
        raise MessageRefused(f"file missing: {missing[0]}")
    files = {name: FSInputFile(path, _plain_name(path)) for name, path in rendered.files}
    parameters = {"chat_id": chat, **_with_files(rendered.parameters, files)}
    try:
        return methods.BY_NAME[rendered.method].model_validate(parameters)
    except (KeyError, ValidationError) as error:
        trouble = MessageRefused(f"{rendered.method}: {type(error).__name__}")
    raise trouble


_DIGEST_LENGTH = 64


def _plain_name(path: Path) -> str:
    """What people see beside a document: its name, but not the digest that slips are kept under."""
    digest, _, name = path.name.partition(".")
    if len(digest) != _DIGEST_LENGTH:
        return path.name
    return name if "." in name and path.suffix == ".xlsx" else f"gulir-{digest[:8]}{path.suffix}"


def _with_files(value: Json, files: dict[str, FSInputFile]) -> Json:
    """The parameters with each `attach://name` replaced by its file."""
    match value:
        case dict():
            return {key: _with_files(inner, files) for key, inner in value.items()}
        case list():
            return [_with_files(inner, files) for inner in value]
        case str() if value.startswith("attach://"):
            return files.get(value.removeprefix("attach://"), value)
    return value


def _receipt(result: Any) -> Receipt:
    sent = result if isinstance(result, list) else [result]
    try:
        return Receipt(tuple(str(message["message_id"]) for message in sent))
    except (TypeError, KeyError):
        raise OutcomeUnknown("the answer names no message") from None


def _next_offset(batch: list[Json]) -> int | None:
    numbers = [
        update["update_id"]
        for update in batch
        if isinstance(update, dict) and isinstance(update.get("update_id"), int)
    ]
    return max(numbers) + 1 if numbers else None
