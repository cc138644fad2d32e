"""The server refuses what Telegram refuses; aiogram must see the right exception for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetStarTransactions
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator.phone import Simulator, running_simulator
from tests.networks import ON_TELEGRAM
from tests.simulator.real_bot import TOKEN, bot_for

if TYPE_CHECKING:
    from pathlib import Path

    from aiogram import Bot

SARI, STRANGER, STAFF = 5001, 5999, -1001000000001


def markup(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


def button(**action: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text="Kirim", **action)


TEXTS = [
    ("", "message text is empty"),
    ("   \n ", "message text is empty"),
    ("x" * 4097, "message is too long"),
    ("😀" * 2049, "message is too long"),
]


@pytest.mark.parametrize(("text", "reason"), TEXTS)
async def test_an_empty_or_long_text_is_refused(bot: Bot, text: str, reason: str) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.send_message(STAFF, text)


async def test_the_longest_text_is_counted_after_its_formatting(bot: Bot) -> None:
    sent = await bot.send_message(STAFF, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len(sent.text or "") == 4096


async def test_a_long_caption_is_refused(bot: Bot) -> None:
    file = BufferedInputFile(b"x", "a.txt")
    assert await bot.send_document(STAFF, file, caption="x" * 1024)
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await bot.send_document(STAFF, file, caption="x" * 1025)


MARKUPS = [
    (markup([button(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
    (markup([button(callback_data="é" * 33)]), "BUTTON_DATA_INVALID"),
    (markup([button(callback_data="")]), "BUTTON_DATA_INVALID"),
    (markup(*[[button(callback_data="x")]] * 101), "REPLY_MARKUP_TOO_LONG"),
    (markup([button(callback_data="x")] * 9), "REPLY_MARKUP_TOO_LONG"),
    (markup([button()]), "text buttons are unallowed"),
    (markup([button(url="bukan alamat")]), "Wrong HTTP URL"),
    (markup([InlineKeyboardButton(text=" ", callback_data="x")]), "non-empty"),
]


@pytest.mark.parametrize(("keyboard", "reason"), MARKUPS)
async def test_buttons_beyond_the_limits_are_refused(
    bot: Bot, sim: Simulator, keyboard: InlineKeyboardMarkup, reason: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.send_message(STAFF, "Kirim?", reply_markup=keyboard)
    assert await sim.phone("staff").messages() == []


async def test_buttons_at_the_limits_are_taken(bot: Bot) -> None:
    full = markup(*[[button(callback_data="x" * 64)] * 5] * 20)
    assert await bot.send_message(STAFF, "Kirim?", reply_markup=full)


async def test_ill_formed_text_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="can't parse entities: Unsupported start tag"):
        await bot.send_message(STAFF, "KUBE <Jahe>", parse_mode="HTML")


async def test_an_unknown_chat_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(123456, "halo")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message("@entah", "halo")


@pytest.mark.parametrize("account", [STRANGER, 6001])
async def test_who_never_wrote_cannot_be_written_to(bot: Bot, account: int) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(account, "halo")


async def test_who_blocked_the_bot_cannot_be_written_to(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    await sari.do("block", blocked=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(SARI, "halo")
    await sari.do("block", blocked=False)
    assert await bot.send_message(SARI, "halo lagi")


async def test_the_bot_put_out_of_the_group_cannot_write(bot: Bot, sim: Simulator) -> None:
    await sim.phone("staff").do("block", blocked=True)
    with pytest.raises(TelegramForbiddenError, match="kicked from the supergroup"):
        await bot.send_message(STAFF, "halo")


async def test_a_wrong_token_is_refused(sim: Simulator) -> None:
    async with bot_for(sim, "7000000001:another") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_an_unknown_method_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramNotFound):
        await bot(GetStarTransactions())


async def test_a_file_above_fifty_megabytes_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(STAFF, BufferedInputFile(bytes(50_000_001), "besar.bin"))


async def test_a_photo_above_ten_megabytes_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="too big for a photo"):
        await bot.send_photo(STAFF, BufferedInputFile(bytes(10_000_001), "besar.jpg"))


async def test_a_group_that_became_a_supergroup_names_its_new_number(
    bot: Bot, sim: Simulator
) -> None:
    await sim.phone("staff").do("migrate", to=-1009)
    with pytest.raises(TelegramMigrateToChat) as refusal:
        await bot.send_message(STAFF, "halo")
    assert refusal.value.migrate_to_chat_id == -1009
    assert await bot.send_message(-1009, "halo")
    assert (await sim.phone("staff").last()).text == "halo"


async def test_a_careless_sender_is_slowed(tmp_path: Path) -> None:
    async with (
        running_simulator(token=TOKEN, data_dir=tmp_path, cast=ON_TELEGRAM) as sim,
        bot_for(sim) as bot,
    ):
        await sim.phone("sari").say("/start")
        for number in range(10):
            await bot.send_message(SARI, f"pesan {number}")
        with pytest.raises(TelegramRetryAfter) as refusal:
            await bot.send_message(SARI, "satu lagi")
        assert refusal.value.retry_after == 1
        assert await bot.send_message(STAFF, "grup lain tidak kena")


@pytest.mark.parametrize(
    "request_",
    [
        {"params": {"chat_id": "-1001000000001", "text": "halo"}},
        {"data": {"chat_id": "-1001000000001", "text": "halo"}},
        {"json": {"chat_id": -1001000000001, "text": "halo"}},
    ],
)
async def test_a_call_may_come_as_query_form_or_json(
    sim: Simulator, request_: dict[str, Any]
) -> None:
    url = f"{sim.base_url}/bot{TOKEN}/sendmessage"
    method = "GET" if "params" in request_ else "POST"
    async with sim.session.request(method, url, **request_) as answer:
        body = await answer.json()
    assert body["ok"]
    assert body["result"]["text"] == "halo"


TO_STAFF = '"chat_id": -1001000000001, "text": "x"'
UNREADABLE = [
    "{",
    "[1]",
    '{"text": "x"}',
    f'{{{TO_STAFF}, "reply_markup": 7}}',
    f'{{{TO_STAFF}, "reply_markup": {{"inline_keyboard": [[7]]}}}}',
    f'{{{TO_STAFF}, "reply_markup": {{"keyboard": [[7]]}}}}',
    f'{{{TO_STAFF}, "reply_markup": "{{"}}',
    f'{{{TO_STAFF}, "parse_mode": "BBCode"}}',
    f'{{{TO_STAFF}, "entities": [{{"type": "bold", "offset": 0, "length": 9}}]}}',
    f'{{{TO_STAFF}, "reply_parameters": 7}}',
    f'{{{TO_STAFF}, "reply_to_message_id": "tujuh"}}',
]


@pytest.mark.parametrize("body", UNREADABLE)
async def test_a_call_that_cannot_be_read_is_a_bad_request(sim: Simulator, body: str) -> None:
    url = f"{sim.base_url}/bot{TOKEN}/sendMessage"
    headers = {"Content-Type": "application/json"}
    async with sim.session.post(url, data=body, headers=headers) as answer:
        refusal = await answer.json()
    assert (answer.status, refusal["ok"], refusal["error_code"]) == (400, False, 400)
    assert refusal["description"].startswith("Bad Request: ")
