"""The simulator misbehaves on request, and a real aiogram bot feels it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile

from bot.simulator.faults import Faults
from bot.simulator.phone import PhoneRefused

if TYPE_CHECKING:
    from aiogram import Bot

    from bot.simulator.phone import Simulator

STAFF = -1001000000001

FAILURES: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"status": 500}, TelegramServerError),
    ({"status": 403}, TelegramForbiddenError),
    ({"status": 400, "description": "Bad Request: PEER_ID_INVALID"}, TelegramBadRequest),
    ({"retry_after": 7}, TelegramRetryAfter),
    ({"migrate_to_chat_id": -1009}, TelegramMigrateToChat),
    ({"kind": "html_error"}, ClientDecodeError),
    ({"kind": "time_out", "seconds": 0.01}, TelegramNetworkError),
]


@pytest.mark.parametrize(("rule", "error"), FAILURES)
async def test_the_next_call_fails_as_asked_and_the_one_after_does_not(
    bot: Bot, sim: Simulator, rule: dict[str, Any], error: type[Exception]
) -> None:
    await sim.misbehave({"method": "sendMessage", **rule})
    with pytest.raises(error):
        await bot.send_message(STAFF, "halo")
    assert await sim.phone("staff").messages() == []
    assert await bot.send_message(STAFF, "halo")


async def test_other_methods_and_chats_are_not_touched(bot: Bot, sim: Simulator) -> None:
    await sim.misbehave({"method": "sendPhoto"}, {"method": "sendMessage", "chat_id": 5001})
    assert await bot.send_message(STAFF, "halo")


async def test_a_dropped_response_has_acted(bot: Bot, sim: Simulator) -> None:
    await sim.misbehave({"method": "sendMessage", "kind": "drop_response"})
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(STAFF, "sampai")
    assert [message.text for message in await sim.phone("staff").messages()] == ["sampai"]


async def test_a_delayed_call_is_answered_later(bot: Bot, sim: Simulator) -> None:
    await sim.misbehave({"method": "sendMessage", "kind": "delay", "seconds": 0.05})
    slow = asyncio.create_task(bot.send_message(STAFF, "lambat"))
    assert await bot.send_document(STAFF, BufferedInputFile(b"x", "a.txt"), caption="cepat")
    assert await slow
    texts = [message.text for message in await sim.phone("staff").messages()]
    assert texts == ["cepat", "lambat"]


async def test_updates_are_doubled_repeated_and_mixed(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").burst("satu", "dua", "tiga")
    await sim.misbehave({"kind": "duplicate_updates"})
    doubled = [update.update_id for update in await bot.get_updates(timeout=0)]
    assert len(doubled) == 6
    first = doubled[0]
    await sim.misbehave({"kind": "redeliver_updates"})
    repeated = await bot.get_updates(offset=first + 1, timeout=0)
    assert [update.update_id for update in repeated] == [first, first + 1, first + 2]
    await sim.phone("sari").burst(*"abcdefgh")
    await sim.misbehave({"kind": "reorder_updates"}, seed=1)
    mixed = [update.update_id for update in await bot.get_updates(timeout=0)]
    assert mixed != sorted(mixed)


async def test_a_failing_download_is_met_too(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").send_document(b"isi", "a.txt", "text/plain")
    [update] = await bot.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.document is not None
    await sim.misbehave({"method": "file", "status": 500})
    with pytest.raises(Exception, match="500"):
        await bot.download(update.message.document.file_id)
    assert await bot.download(update.message.document.file_id)


async def test_good_behaviour_returns(bot: Bot, sim: Simulator) -> None:
    await sim.misbehave({"method": "*", "percent": 100})
    with pytest.raises(TelegramServerError):
        await bot.get_me()
    await sim.behave()
    assert await bot.get_me()


def test_the_same_seed_draws_the_same_faults() -> None:
    runs = []
    for _ in range(2):
        faults = Faults()
        faults.add({"seed": 7, "rules": [{"percent": 30}]})
        runs.append([faults.met_by_call("sendMessage", None) is not None for _ in range(200)])
    assert runs[0] == runs[1]
    assert 35 < sum(runs[0]) < 85


@pytest.mark.parametrize("rule", [{"colour": 1}, {"kind": "explode"}, 7])
async def test_a_rule_that_is_not_understood_is_refused(sim: Simulator, rule: Any) -> None:
    with pytest.raises(PhoneRefused, match="400"):
        await sim.call("POST", "/api/faults", json=[rule])
