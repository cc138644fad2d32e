"""Long polling: nothing is confirmed before it is stored, and nothing ends it but a wrong token."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.channels.base import ChannelMisconfigured, ChannelUnavailable, RateLimited
from bot.channels.telegram import Telegram, _Pauses
from bot.channels.telegram_session import Patience
from tests.channels.bot_api import (
    Answer,
    BotApi,
    failure,
    hangs_up,
    never_answers,
    page,
    success,
)


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"malformed": True}}


@asynccontextmanager
async def receiving(telegram: Telegram) -> AsyncIterator[list[list[Any]]]:
    """Polling in the background; yields the batches stored so far."""
    stored: list[list[Any]] = []

    async def store(batch: list[Any]) -> None:
        stored.append(batch)

    task = asyncio.create_task(telegram.receive(store))
    try:
        yield stored
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 -- what is awaited happens behind a socket
            await asyncio.sleep(0.005)


async def test_a_batch_is_confirmed_by_the_request_after_it_was_stored(
    api: BotApi, telegram: Telegram
) -> None:
    """Malformed updates are stored like all others."""
    api.will("getUpdates", success([update(7), update(8)]), success([update(9)]))
    async with receiving(telegram) as stored:
        await until(lambda: len(api.called("getUpdates")) >= 4)
    assert stored == [[update(7), update(8)], [update(9)]]
    offsets = [fields.get("offset") for fields in api.called("getUpdates")]
    assert offsets[:4] == [None, "9", "10", None]


async def test_what_was_not_stored_is_not_confirmed(api: BotApi, telegram: Telegram) -> None:
    """The store's failure goes up; the next start brings the same updates."""
    api.will("getUpdates", success([update(7)]), success([update(7)]))

    async def broken_store(_: list[Any]) -> None:
        raise ConnectionError("the database is away")

    with pytest.raises(ConnectionError):
        await telegram.receive(broken_store)
    async with receiving(telegram) as stored:
        await until(lambda: bool(stored))
    assert [fields.get("offset") for fields in api.called("getUpdates")][:2] == [None, None]
    assert stored[0] == [update(7)]


async def test_the_kinds_of_updates_are_named_at_each_request(
    api: BotApi, telegram: Telegram
) -> None:
    """What an earlier version asked for must not linger; a webhook is taken away first."""
    async with receiving(telegram):
        await until(lambda: bool(api.called("getUpdates")))
    assert api.calls[0].method == "deleteWebhook"
    assert api.called("getUpdates")[0] == {
        "timeout": "1",
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
    }


@pytest.mark.parametrize(
    "answer",
    [
        failure(500, "Internal Server Error"),
        failure(409, "Conflict: terminated by other getUpdates request"),
        failure(429, "Too Many Requests: retry after 0", retry_after=0),
        failure(400, "Bad Request: odd"),
        page(502),
        page(200),
        success({"not": "a list"}),
        success([{"message": {}}, "nonsense"]),
        hangs_up(),
    ],
    ids=["500", "409", "429", "400", "html 502", "html 200", "no list", "no numbers", "hangs up"],
)
async def test_polling_survives(
    api: BotApi, telegram: Telegram, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trouble makes it pause and ask again, from the same place."""
    real_sleep, pauses = asyncio.sleep, []

    async def quick_sleep(seconds: float) -> None:
        pauses.append(seconds)
        await real_sleep(min(seconds, 0.005))

    monkeypatch.setattr("bot.channels.telegram.asyncio.sleep", quick_sleep)
    api.will("getUpdates", success([update(6)]), answer, answer, success([update(7)]))
    async with receiving(telegram) as stored:
        async with asyncio.timeout(5):
            while len(stored) < 2:
                await real_sleep(0.005)
    assert stored == [[update(6)], [update(7)]]
    offsets = [fields.get("offset") for fields in api.called("getUpdates")]
    assert offsets[:4] == [None, "7", "7", "7"]
    assert pauses


async def test_a_line_without_answer_is_given_up_and_tried_again(
    api: BotApi, telegram: Telegram
) -> None:
    """A dead connection must not hold up receiving for ever."""
    api.will("getUpdates", never_answers(), success([update(7)]))
    async with receiving(telegram) as stored:
        await until(lambda: bool(stored))


@pytest.mark.parametrize("status", [401, 404])
async def test_a_wrong_token_ends_receiving(api: BotApi, telegram: Telegram, status: int) -> None:
    """Nothing but an operator can mend it."""
    api.will("deleteWebhook", failure(status, "Unauthorized"))
    with pytest.raises(ChannelMisconfigured):
        async with asyncio.timeout(5):
            await telegram.receive(lambda _: asyncio.sleep(0))


def test_pauses_grow_with_jitter_and_have_an_end() -> None:
    """Many bots that lost the same network must not come back in the same instant."""
    pauses = _Pauses(Patience(pause_first_seconds=1, pause_longest_seconds=60))
    waits = [pauses.after(ChannelUnavailable()) for _ in range(12)]
    for wait, full in zip(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60], strict=True):
        assert full / 2 <= wait <= full
    assert len(set(waits)) == 12
    assert pauses.after(RateLimited(7)) == 7
    pauses.end()
    assert pauses.after(ChannelUnavailable()) <= 1
