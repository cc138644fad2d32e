"""WhatsApp: the Cloud API on one side, our own vocabulary on the other (CHANNELS.md)."""

import asyncio
from collections import OrderedDict
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from typing_extensions import override

from bot.channels import whatsapp_reading, whatsapp_rendering
from bot.channels.base import (
    Channel,
    ChannelUnavailable,
    InboundEvent,
    OutboundMessage,
    RateLimited,
    Receipt,
    Rendered,
    Store,
)
from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_client import GraphClient, Patience, message_ids
from bot.channels.whatsapp_intake import Intake
from bot.channels.whatsapp_limits import UPLOAD_KEPT, WINDOW
from bot.channels.whatsapp_ticks import Ticks
from bot.channels.whatsapp_webhook import Webhook
from handlers.messages import Json, Kind, Media

_UPLOADS_REMEMBERED = 4096
_LONGEST_PAIR_POWER = 3
_LONGEST_NUMBER_SECONDS = 300.0
_USER_ID_SEPARATOR = "."


class WhatsApp(Channel):
    """One business number of WhatsApp."""

    name: ClassVar[str] = "whatsapp"
    window: ClassVar[timedelta | None] = WINDOW
    tells_outcomes: ClassVar[bool] = True

    def __init__(self, account: WhatsAppAccount, patience: Patience | None = None) -> None:
        self._account = account
        self._client = GraphClient(account, patience)
        self._intake = Intake()
        self.webhook = Webhook(account, self._intake.take)
        self._uploads: OrderedDict[tuple[str, int], tuple[str, float]] = OrderedDict()
        self._limited: dict[str, int] = {}
        """How often in a row a person, or the number itself (""), was limited."""
        self._ticks = Ticks(self._client, account.phone_id)

    @override
    def read(self, payload: Json) -> list[InboundEvent]:
        """What one webhook tells. Raises PayloadNotUnderstood."""
        return whatsapp_reading.read(payload, self._account.phone_id)

    @override
    def render(self, message: OutboundMessage) -> list[Rendered]:
        """The requests, in order, that show this message within every limit."""
        return whatsapp_rendering.render(message)

    @override
    async def send(self, chat: str, rendered: Rendered) -> Receipt:
        """Make one request. Raises a member of the SendError family."""
        parameters = rendered.parameters
        for name, path in rendered.files:
            uploaded = await self._uploaded(path)
            parameters = _with_file(parameters, f"attach://{name}", uploaded)
        body = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            **_recipient(chat),
            **parameters,
        }
        try:
            answer = await self._client.post(f"{self._account.phone_id}/messages", body)
        except RateLimited as error:
            raise self._slower(chat, error) from None
        except ChannelUnavailable:
            for _, path in rendered.files:  # Should the file itself be the trouble: a fresh upload.
                self._uploads.pop(_content_key(path), None)
            raise
        self._limited.pop(chat, None)
        self._limited.pop("", None)
        return Receipt(message_ids(answer))

    def _slower(self, chat: str, error: RateLimited) -> RateLimited:
        """Longer and longer: Meta asks for 4 to the power of n seconds between two people."""
        who = "" if error.whole_channel else chat
        times = self._limited[who] = self._limited.get(who, 0) + 1
        if error.whole_channel:
            seconds = error.retry_after_seconds * 2.0 ** min(times - 1, 8)
            return RateLimited(min(_LONGEST_NUMBER_SECONDS, seconds), whole_channel=True)
        power = min(times - 1, _LONGEST_PAIR_POWER)
        return RateLimited(error.retry_after_seconds ** (power + 1))

    async def _uploaded(self, path: Path) -> str:
        """The id of a file at Meta's; handed over once, and used for as long as it is kept."""
        key = _content_key(path)
        now = asyncio.get_running_loop().time()
        known = self._uploads.get(key)
        if known is not None and now - known[1] < UPLOAD_KEPT.total_seconds():
            self._uploads.move_to_end(key)
            return known[0]
        identity = await self._client.upload(path, name=whatsapp_rendering.shown_name(path))
        self._uploads[key] = (identity, now)
        if len(self._uploads) > _UPLOADS_REMEMBERED:
            self._uploads.popitem(last=False)
        return identity

    @override
    async def fetch(self, media: Media, *, size_bytes_max: int) -> bytes:
        """Download a file. Raises MediaTooLarge, MediaGone or a SendError."""
        now = asyncio.get_running_loop().time()
        return await self._client.download(media.file_id, size_bytes_max=size_bytes_max, now=now)

    @override
    async def acknowledge(self, event: InboundEvent, *, typing: bool) -> None:
        """Two blue ticks, and that we are writing; nobody waits for it, and nobody misses it."""
        message = event.message
        if message is not None:
            writing = typing or message.kind is Kind.BUTTON
            self._ticks.mark(event.chat, message.message_id, typing=writing)

    @override
    async def receive(self, store: Store) -> None:
        """Store what the webhook hands in, for ever; it is answered only when it is durable."""
        await self._intake.serve(store)

    @override
    async def close(self) -> None:
        """Let go of connections."""
        await self._ticks.close()
        await self._client.close()


def _recipient(chat: str) -> dict[str, str]:
    """A phone number is written `to`; the id of somebody who hides theirs is a `recipient`."""
    return {"recipient" if _USER_ID_SEPARATOR in chat else "to": chat}


def _content_key(path: Path) -> tuple[str, int]:
    return str(path), path.stat().st_mtime_ns if path.is_file() else 0


def _with_file(value: Any, placeholder: str, identity: str) -> Any:
    match value:
        case dict():
            return {key: _with_file(inner, placeholder, identity) for key, inner in value.items()}
        case list():
            return [_with_file(inner, placeholder, identity) for inner in value]
        case str() if value == placeholder:
            return identity
    return value
