"""Every way in which sending can fail, over real HTTP, and what we call it."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import (
    ChannelMisconfigured,
    ChannelUnavailable,
    ChatMoved,
    MessageGone,
    MessageRefused,
    OutboundMessage,
    OutcomeUnknown,
    RateLimited,
    Receipt,
    RecipientUnreachable,
    Rendered,
    SendError,
)
from bot.channels.telegram import Telegram
from tests.channels.bot_api import (
    TOKEN,
    Answer,
    BotApi,
    failure,
    hangs_up,
    never_answers,
    page,
    success,
)
from tests.channels.conftest import QUICK

TEXT = Rendered("sendMessage", {"text": "Halo"})
EDIT = Rendered("editMessageText", {"message_id": 7, "text": "Halo"})


@dataclass
class Case:
    """One answer of the network, and the member of the family that it becomes."""

    name: str
    answer: Answer
    expect: type[SendError]
    request: Rendered = TEXT
    facts: tuple[tuple[str, Any], ...] = ()


def bad(description: str) -> Answer:
    return failure(400, f"Bad Request: {description}")


def forbidden(description: str) -> Answer:
    return failure(403, f"Forbidden: {description}")


FAILURES = [
    Case(
        "too many messages",
        failure(429, "Too Many Requests: retry after 7", retry_after=7),
        RateLimited,
        facts=(("retry_after_seconds", 7.0), ("whole_channel", False)),
    ),
    Case(
        "too many messages without saying how long",
        failure(429, "Too Many Requests"),
        RateLimited,
        facts=(("retry_after_seconds", 1.0),),
    ),
    Case(
        "too many messages, zero seconds",
        failure(429, "Too Many Requests", retry_after=0),
        RateLimited,
        facts=(("retry_after_seconds", 1.0),),
    ),
    Case(
        "group became a supergroup",
        failure(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009),
        ChatMoved,
        facts=(("new_chat", "-1009"),),
    ),
    Case("internal error", failure(500, "Internal Server Error"), ChannelUnavailable),
    Case("internal error, no description", failure(500), ChannelUnavailable),
    Case("restart", failure(500, "Internal Server Error: restart"), ChannelUnavailable),
    Case("gateway time-out of Telegram's own", failure(504, "Gateway Timeout"), ChannelUnavailable),
    Case("a proxy's 502 page", page(502), ChannelUnavailable),
    Case("a proxy's 403 page", page(403), ChannelUnavailable),
    Case("a captive portal", page(302, Location=f"/file/bot{TOKEN}/login"), ChannelUnavailable),
    Case("a proxy that waited in vain", page(504), OutcomeUnknown),
    Case("a proxy that waited in vain, edit", page(504), ChannelUnavailable, EDIT),
    Case("200 that nobody can read", page(200), OutcomeUnknown),
    Case("200 with another body", page(200, "[]"), OutcomeUnknown),
    Case("200 with another body, edit", page(200, "[]"), ChannelUnavailable, EDIT),
    Case("200 that names no message", success(True), OutcomeUnknown),  # noqa: FBT003 -- its answer
    Case("the line is cut", hangs_up(), OutcomeUnknown),
    Case("the line is cut, edit", hangs_up(), ChannelUnavailable, EDIT),
    Case("no answer", never_answers(), OutcomeUnknown),
    Case("no answer, edit", never_answers(), ChannelUnavailable, EDIT),
    Case("wrong token", failure(401, "Unauthorized"), ChannelMisconfigured),
    Case("unknown token", failure(404, "Not Found"), ChannelMisconfigured),
    Case("blocked", forbidden("bot was blocked by the user"), RecipientUnreachable),
    Case("never started", forbidden("bot can't initiate conversation"), RecipientUnreachable),
    Case("deactivated", forbidden("user is deactivated"), RecipientUnreachable),
    Case("kicked", forbidden("bot was kicked from the supergroup chat"), RecipientUnreachable),
    Case("deleted", forbidden("the group chat was deleted"), RecipientUnreachable),
    Case("no such chat", bad("chat not found"), RecipientUnreachable),
    Case("no such peer", bad("PEER_ID_INVALID"), RecipientUnreachable),
    Case("deactivated, said otherwise", bad("user is deactivated"), RecipientUnreachable),
    Case("muted", bad("not enough rights to send text messages"), RecipientUnreachable),
    Case("edited message is gone", bad("message to edit not found"), MessageGone, EDIT),
    Case("edited message is too old", bad("message can't be edited"), MessageGone, EDIT),
    Case("too long", bad("message is too long"), MessageRefused),
    Case("too big", failure(413, "Request Entity Too Large"), MessageRefused),
    Case("too big for a proxy", page(413), MessageRefused),
    Case("another conflict", failure(409, "Conflict: other"), ChannelUnavailable),
    Case("another refusal", failure(418, "I'm a teapot"), MessageRefused),
]


@pytest.mark.parametrize("case", FAILURES, ids=lambda case: case.name)
async def test_each_failure_has_one_meaning(case: Case, api: BotApi, telegram: Telegram) -> None:
    """What the network answers becomes exactly one member of the family."""
    api.files["login"] = b"<html>Log in to this network</html>"
    api.will(case.request.method, case.answer)
    with pytest.raises(SendError) as raised:
        await telegram.send("42", case.request)
    assert type(raised.value) is case.expect
    for name, value in case.facts:
        assert getattr(raised.value, name) == value
    assert TOKEN not in "".join(traceback.format_exception(raised.value))


@asynccontextmanager
async def telegram_towards(listener: socket.socket) -> AsyncIterator[Telegram]:
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    telegram = Telegram(token=TOKEN, api_base=base, staff_chat=None, patience=QUICK)
    yield telegram
    await telegram.close()


async def test_a_refused_connection_means_not_sent() -> None:
    """Nobody listens: the message was certainly not sent."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        async with telegram_towards(deaf) as telegram:
            with pytest.raises(ChannelUnavailable):
                await telegram.send("42", TEXT)


async def test_a_connection_that_never_opens_means_not_sent_and_tells_no_token() -> None:
    """The error that aiohttp raises here holds the whole address; ours must not."""
    with ExitStack() as sockets:
        full = sockets.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):
            waiting = sockets.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(full.getsockname())
        async with telegram_towards(full) as telegram:
            with pytest.raises(ChannelUnavailable) as raised:
                await telegram.send("42", TEXT)
        assert TOKEN not in "".join(traceback.format_exception(raised.value))


async def test_an_edit_that_changes_nothing_is_a_success(api: BotApi, telegram: Telegram) -> None:
    """The card already shows what it should."""
    api.will("editMessageText", bad("message is not modified: specified new message content"))
    assert await telegram.send("42", EDIT) == Receipt(("7",))


async def test_a_card_that_turns_out_to_be_a_picture_gets_its_caption_edited(
    api: BotApi, telegram: Telegram
) -> None:
    """Whether a card is a picture or a text is the network's to know."""
    api.will("editMessageText", bad("there is no text in the message to edit"))
    api.will("editMessageCaption", success({"message_id": 7}))
    assert await telegram.send("42", EDIT) == Receipt(("7",))
    assert api.called("editMessageCaption") == [
        {"chat_id": "42", "message_id": "7", "caption": "Halo"}
    ]


async def test_a_card_that_turns_out_to_be_a_text_gets_its_text_edited(
    api: BotApi, telegram: Telegram
) -> None:
    """The reverse of the case above."""
    edit = Rendered("editMessageCaption", {"message_id": 7, "caption": "Halo"})
    api.will("editMessageCaption", bad("there is no caption in the message to edit"))
    assert await telegram.send("42", edit) == Receipt(("7",))
    assert [fields["text"] for fields in api.called("editMessageText")] == ["Halo"]


async def test_a_picture_card_cannot_take_a_long_text_and_is_said_anew(
    api: BotApi, telegram: Telegram
) -> None:
    """A caption holds 1,024 characters."""
    api.will("editMessageText", bad("there is no text in the message to edit"))
    long = Rendered("editMessageText", {"message_id": 7, "text": "a" * 1025})
    with pytest.raises(MessageGone):
        await telegram.send("42", long)


async def test_a_file_that_is_not_there_is_our_bug(telegram: Telegram, tmp_path: Path) -> None:
    """It is refused before anything is sent."""
    message = OutboundMessage("", pictures=(tmp_path / "gone.jpg",))
    with pytest.raises(MessageRefused):
        await telegram.send("42", telegram.render(message)[0])


async def test_an_unknown_method_is_our_bug(telegram: Telegram) -> None:
    """A row written by another version may name a method that we do not know."""
    with pytest.raises(MessageRefused):
        await telegram.send("42", Rendered("sendHologram", {}))


async def test_a_token_without_the_form_of_a_token_is_told_at_once() -> None:
    """A typing mistake in the settings is no network problem."""
    with pytest.raises(ChannelMisconfigured):
        Telegram(token="not a token", api_base="http://127.0.0.1:9", staff_chat=None)


async def test_sending_can_be_cancelled(api: BotApi, telegram: Telegram) -> None:
    """A stop must not wait for the network."""
    api.will("sendMessage", never_answers())
    sending = asyncio.create_task(telegram.send("42", TEXT))
    await asyncio.sleep(0.02)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
