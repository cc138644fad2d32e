"""What a channel is: it translates both ways and decides nothing; and how sending can fail."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Protocol

from handlers.messages import InboundMessage, Json, Media, Reply


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote: the network's own id of the person, always text."""

    external_id: str
    name: str = ""
    phone: str | None = None
    """E.164, where the network itself vouches for it."""
    is_bot: bool = False
    alias: str | None = None
    """A second id of the same person on the same network."""


class Reach(StrEnum):
    """What the network tells about whether we may write to somebody."""

    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What the network tells of a message of ours, later than its answer to our request."""

    message_id: str
    rank: int
    """How far it came: 1 sent, 2 delivered, 3 read, 4 played; 0 when only a failure is told."""
    at: datetime
    tag: str = ""
    """What we had written on the request: which message of ours it is."""
    failure: "SendError | None" = None


@dataclass(frozen=True, slots=True)
class InboundEvent:
    """One thing that happened on a channel.

    At most one of these is set: somebody wrote or tapped (`message`); blocked or unblocked us
    (`reach`); the chat got a new id (`moved_to`); a message of ours came further (`status`); or
    staff should know of something (`news`). With none of them it is only kept.
    """

    external_id: str
    """Unique in its channel for ever: the key against duplicates."""
    sender: Sender
    chat: str
    private: bool
    message: InboundMessage | None = None
    reach: Reach | None = None
    moved_to: str | None = None
    status: DeliveryStatus | None = None
    news: Reply | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as it is shown: an id that comes back and a label in the reader's language."""

    id: str
    label: str
    numbered: bool = True
    """Whether its number picks it, too."""


@dataclass(frozen=True, slots=True)
class TemplateMessage:
    """A text that the network approved beforehand, with what stands in its places."""

    name: str
    language: str
    values: tuple[str, ...] = ()
    payloads: tuple[str, ...] = ()
    """What comes back when its buttons are tapped, in their order."""


@dataclass(frozen=True, slots=True)
class OutboundMessage:
    """A message ready for one channel: words in the reader's language, pictures as files."""

    text: str
    buttons: tuple[Button, ...] = ()
    pictures: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()
    contact_button: str | None = None
    """The label of a button that shares the reader's own phone number."""
    edits: str | None = None
    """The external id of an earlier message of ours that this one replaces."""
    changed: bool = True
    """Whether an edit says something new; if not, only its buttons or its picture change."""
    choose_label: str = ""
    """What stands on the button that opens a list of choices, where a network has such lists."""
    tag: str = ""
    """Which row of the outbox this is; a network that can gives it back with every status."""
    template: TemplateMessage | None = None
    """Said instead of everything else, where only approved texts may be said."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One request to the network: a method and its parameters; files are named by path."""

    method: str
    parameters: Json
    files: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The network's proof of sending: the ids of the messages that now exist there."""

    external_ids: tuple[str, ...]


Store = Callable[[list[Json]], Awaitable[None]]
"""Keeps raw payloads durably; only when it returns may they be acknowledged."""


class Channel(Protocol):
    """One messaging service."""

    name: ClassVar[str]
    window: ClassVar[timedelta | None] = None
    """How long after somebody wrote we may answer freely; None: always."""
    tells_outcomes: ClassVar[bool] = False
    """Whether the network tells of every message again: an unknown outcome becomes known."""

    def read(self, payload: Json) -> list[InboundEvent]:
        """Translate one raw payload. Pure. Raises PayloadNotUnderstood."""
        ...

    def render(self, message: OutboundMessage) -> list[Rendered]:
        """The requests, in order, that show this message within every limit. Pure."""
        ...

    async def send(self, chat: str, rendered: Rendered) -> Receipt:
        """Make one request. Raises a member of the SendError family."""
        ...

    async def fetch(self, media: Media, *, size_bytes_max: int) -> bytes:
        """Download what somebody sent. Raises MediaTooLarge, MediaGone or ChannelUnavailable."""
        ...

    async def acknowledge(self, event: InboundEvent, *, typing: bool) -> None:
        """Tell the network and the person that a stored event was seen; never raises SendError."""
        ...

    async def receive(self, store: Store) -> None:
        """Bring in raw payloads for ever, confirming each batch only after it is stored."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class PayloadNotUnderstood(Exception):
    """The network sent something that this version cannot read; it is kept and set aside."""


class SendError(Exception):
    """A message was not, or perhaps not, sent. Members say who is told and whether to retry."""

    code: ClassVar[str] = "send_error"

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.code}: {detail}" if detail else self.code)


class ChannelUnavailable(SendError):
    """Not sent: no connection, or the network is out of order. Try again with growing pauses."""

    code = "channel_unavailable"


class RateLimited(SendError):
    """Not sent: too many messages. Wait exactly as long as we are told."""

    code = "rate_limited"

    def __init__(self, retry_after_seconds: float, *, whole_channel: bool = False) -> None:
        super().__init__(f"{retry_after_seconds} s")
        self.retry_after_seconds = retry_after_seconds
        self.whole_channel = whole_channel


class OutcomeUnknown(SendError):
    """The request was written but no answer came: perhaps sent. Never repeated silently."""

    code = "outcome_unknown"


class ChatMoved(SendError):
    """Not sent: the chat has a new id. Store it and send there."""

    code = "chat_moved"

    def __init__(self, new_chat: str) -> None:
        super().__init__()
        self.new_chat = new_chat


class RecipientUnreachable(SendError):
    """Refused for good: blocked, left, deactivated. Stop writing to this address; tell staff."""

    code = "recipient_unreachable"


class OutsideWindow(SendError):
    """Not sent: the person wrote too long ago. Only an approved text may be said now."""

    code = "outside_window"


class AnswersOnly(SendError):
    """Not sent: the network restricts what we say unasked. Answers go on."""

    code = "answers_only"


class MessageRefused(SendError):
    """Refused because of what we sent: our bug. Set aside and tell the operators."""

    code = "message_refused"


class MessageGone(MessageRefused):
    """The message to be edited does not exist any more: say it anew instead."""

    code = "message_gone"


class TemplateRefused(MessageRefused):
    """The network does not have the approved text, or has paused it: say it in another way."""

    code = "template_refused"


class ChannelMisconfigured(SendError):
    """Wrong token or missing permission: pause the channel, tell the operators at once."""

    code = "channel_misconfigured"


class MediaTooLarge(Exception):
    """The file is larger than the network lets us fetch, or than we accept."""


class MediaGone(Exception):
    """The network does not have the file any more, or refuses it."""
