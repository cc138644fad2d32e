"""A payload that no database keeps: it must not hold up what other people have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.telegram import Telegram
from bot.clock import SystemClock
from bot.inbox import Inbox, storable
from bot.staff_chat import StaffChat
from bot.wake import Wake
from models.inbox import InboxMessage, InboxState
from tests.house import STAFF_CHAT, TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    channel = Telegram(token=TOKEN, api_base="http://127.0.0.1:9", staff_chat=STAFF_CHAT)
    yield channel
    await channel.close()


def update(number: int, text: Any) -> dict[str, Any]:
    person = {"id": 5001, "is_bot": False, "first_name": "Sari"}
    chat = {"id": 5001, "type": "private", "first_name": "Sari"}
    message = {"message_id": number, "date": 1563325200, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


def an_inbox() -> Inbox:
    staff = StaffChat("telegram", STAFF_CHAT, "id")
    return Inbox(clock=SystemClock(), wake=Wake(), burst_seconds=0.0, staff_chat=staff)


def test_only_what_cannot_be_kept_is_taken_out() -> None:
    assert storable({"a": ["x\x00y", 1, None]}) == {"a": ["xy", 1, None]}
    assert storable("half \ud83d of a pair") == "half � of a pair"
    assert storable("a whole pair \ud83d\ude4f") == "a whole pair 🙏"
    assert storable("\\u0000 in letters") == "\\u0000 in letters"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"], ids=["NUL", "half a pair"])
async def test_what_cannot_be_kept_is_stored_without_it(
    text: str, database: str, telegram: Telegram
) -> None:
    await an_inbox().store(telegram, [update(1, "setor"), update(2, text), update(3, "sisa")])
    stored = await InboxMessage.all().order_by("id")
    assert [row.state for row in stored] == [InboxState.WAITING] * 3
    assert [row.event["text"] for row in stored][::2] == ["setor", "sisa"]


async def test_what_the_database_refuses_is_set_aside_and_the_rest_is_stored(
    database: str, telegram: Telegram
) -> None:
    """A number that no column can hold, as a future version of the network might send."""
    poison = update(2**70, "?")
    poison["message"]["date"] = 10**30
    await an_inbox().store(telegram, [update(1, "setor"), poison, update(3, "sisa")])
    stored = await InboxMessage.all().order_by("id")
    assert sorted(row.state for row in stored) == ["set_aside", "waiting", "waiting"]
