"""A real aiogram bot sends to the simulated phones over HTTP, and the phones show it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MediaUnion,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from PIL import Image

from bot.simulator.cast import read_cast

if TYPE_CHECKING:
    from aiogram import Bot

    from bot.simulator.phone import Simulator

SARI, STAFF = 5001, -1001000000001


def jpeg(width: int = 640, height: int = 480, colour: str = "green") -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(body, "JPEG")
    return body.getvalue()


def photo(name: str = "slip.jpg", width: int = 640, height: int = 480) -> BufferedInputFile:
    return BufferedInputFile(jpeg(width, height), name)


def buttons(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=label, callback_data=f"d:{label}") for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def test_the_bot_knows_who_it_is(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (7000000001, "gulir_sim_bot", True)


async def test_a_text_with_buttons_appears_on_the_phone(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    sent = await bot.send_message(
        SARI, "<b>Mohon</b> diperiksa", parse_mode="HTML", reply_markup=buttons("Kirim", "Batal")
    )
    shown = await sari.last()
    assert (shown.id, shown.text, shown.sender) == (sent.message_id, "Mohon diperiksa", "bot")
    assert shown.buttons == [["Kirim", "Batal"]]
    assert shown.facts["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert sent.reply_markup is not None


async def test_a_reply_names_the_message_it_answers(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    said = await sari.say("sisa")
    sent = await bot.send_message(SARI, "Sisa Rp1.500.000", reply_to_message_id=said.id)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "sisa"
    assert (await sari.last()).facts["reply_to"] == said.id


async def test_a_reply_to_nothing_is_refused(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("halo")
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(SARI, "apa?", reply_to_message_id=999)


async def test_a_photo_is_made_into_several_sizes(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    sent = await bot.send_photo(SARI, photo(width=2000, height=3000), caption="Slip")
    assert sent.photo is not None
    assert [max(size.width, size.height) for size in sent.photo] == [90, 320, 800, 1280]
    shown = await sari.last()
    assert shown.text == "Slip"
    async with sim.session.get(sim.base_url + shown.photos[0]) as answer:
        picture = Image.open(io.BytesIO(await answer.read()))
        assert picture.size == (853, 1280)


async def test_a_photo_can_be_sent_again_by_its_id(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    first = await bot.send_photo(SARI, photo())
    assert first.photo is not None
    again = await bot.send_photo(STAFF, first.photo[-1].file_id)
    assert again.photo is not None
    assert again.photo[-1].file_unique_id == first.photo[-1].file_unique_id


async def test_what_is_no_picture_is_refused_as_a_photo(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(SARI, BufferedInputFile(b"not a picture", "slip.jpg"))


async def test_a_document_sent_as_photo_by_id_is_refused(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    sent = await bot.send_document(SARI, BufferedInputFile(b"%PDF-1.4", "kartu.pdf"))
    assert sent.document is not None
    with pytest.raises(TelegramBadRequest, match="can't use file of type Document as Photo"):
        await bot.send_photo(SARI, sent.document.file_id)


async def test_an_album_is_several_messages_with_one_mark(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    album = [InputMediaPhoto(media=photo(), caption="Panen"), InputMediaPhoto(media=photo())]
    sent = await bot.send_media_group(SARI, list(album))
    assert len({message.media_group_id for message in sent}) == 1
    shown = (await sim.phone("sari").messages())[1:]
    assert [message.text for message in shown] == ["Panen", ""]
    assert len({message.facts["album"] for message in shown}) == 1


async def test_an_album_of_one_is_refused(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    with pytest.raises(TelegramBadRequest, match="2-10"):
        await bot.send_media_group(SARI, [InputMediaPhoto(media=photo())])


async def test_an_album_of_mixed_kinds_is_refused_whole(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    album: list[MediaUnion] = [
        InputMediaPhoto(media=photo()),
        InputMediaDocument(media=BufferedInputFile(b"x", "a.txt")),
    ]
    with pytest.raises(TelegramBadRequest, match="can't mix"):
        await bot.send_media_group(SARI, album)
    assert len(await sim.phone("sari").messages()) == 1


async def test_a_document_keeps_its_name_and_bytes(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    await bot.send_document(SARI, BufferedInputFile(b"%PDF-1.4 kartu", "kartu.pdf"), caption="Ini")
    document = (await sim.phone("sari").last()).facts["document"]
    assert (document["name"], document["size"]) == ("kartu.pdf", 14)
    async with sim.session.get(sim.base_url + document["url"]) as answer:
        assert await answer.read() == b"%PDF-1.4 kartu"


async def test_a_card_is_edited_and_its_buttons_go(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "Setoran Rp500.000", reply_markup=buttons("Terima"))
    await bot.edit_message_text(
        "Diterima oleh Rina", chat_id=STAFF, message_id=sent.message_id, reply_markup=None
    )
    shown = await sim.phone("staff").last()
    assert (shown.text, shown.buttons, shown.is_edited) == ("Diterima oleh Rina", [], True)


async def test_a_caption_and_a_picture_are_edited(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_photo(STAFF, photo(), caption="Setoran", reply_markup=buttons("Terima"))
    await bot.edit_message_caption(chat_id=STAFF, message_id=sent.message_id, caption="Diterima")
    media = InputMediaPhoto(media=photo(width=300, height=300), caption="Foto lain")
    edited = await bot.edit_message_media(media, chat_id=STAFF, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    shown = await sim.phone("staff").last()
    assert shown.text == "Foto lain"
    assert shown.facts["photos"][0]["width"] == 300


async def test_only_the_buttons_are_edited(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "Setoran", reply_markup=buttons("Terima"))
    await bot.edit_message_reply_markup(
        chat_id=STAFF, message_id=sent.message_id, reply_markup=buttons("Tolak")
    )
    shown = await sim.phone("staff").last()
    assert shown.buttons == [["Tolak"]]
    assert not shown.is_edited


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "Sama", reply_markup=buttons("Terima"))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text(
            "Sama", chat_id=STAFF, message_id=sent.message_id, reply_markup=buttons("Terima")
        )


async def test_an_edit_of_nothing_and_of_a_persons_message_is_refused(
    bot: Bot, sim: Simulator
) -> None:
    said = await sim.phone("staff", "rina").say("halo")
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=STAFF, message_id=4711)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=STAFF, message_id=said.id)


async def test_text_and_captions_are_not_mixed_up_by_edits(bot: Bot) -> None:
    text = await bot.send_message(STAFF, "teks")
    picture = await bot.send_photo(STAFF, photo())
    with pytest.raises(TelegramBadRequest, match="there is no caption"):
        await bot.edit_message_caption(chat_id=STAFF, message_id=text.message_id, caption="x")
    with pytest.raises(TelegramBadRequest, match="there is no text"):
        await bot.edit_message_text("x", chat_id=STAFF, message_id=picture.message_id)


async def test_a_deleted_message_is_gone(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "salah kirim")
    assert await bot.delete_message(STAFF, sent.message_id)
    shown = await sim.phone("staff").last()
    assert (shown.facts["deleted"], shown.text) == (True, "")
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(STAFF, sent.message_id)


async def test_after_two_days_a_message_can_no_longer_be_deleted(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "lama")
    await sim.advance_clock(48 * 3600 + 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(STAFF, sent.message_id)


async def test_a_reply_keyboard_comes_and_goes(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    keys = [[KeyboardButton(text="Bagikan nomor", request_contact=True)]]
    await bot.send_message(SARI, "Nomor?", reply_markup=ReplyKeyboardMarkup(keyboard=keys))
    assert (await sari.last()).facts["keyboard"] == {
        "rows": [[{"text": "Bagikan nomor", "request_contact": True}]],
        "one_time": False,
    }
    await bot.send_message(SARI, "Terima kasih", reply_markup=ReplyKeyboardRemove())
    assert (await sari.last()).facts["keyboard"] == {"remove": True}


async def test_commands_are_listed_for_the_page(bot: Bot, sim: Simulator) -> None:
    await bot.set_my_commands([BotCommand(command="menu", description="Menu utama")])
    assert (await sim.state())["bot"]["commands"][0]["command"] == "menu"
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Menu Utama", description="x")])


async def test_the_chat_and_its_members_can_be_asked_for(bot: Bot) -> None:
    chat = await bot.get_chat(STAFF)
    assert (chat.type, chat.title) == ("supergroup", read_cast().staff_chat_title)
    assert (await bot.get_chat_member(STAFF, 6001)).status == "member"
    assert (await bot.get_chat_member(STAFF, 5001)).status == "left"
    assert (await bot.get_chat_member(STAFF, 7000000001)).status == "member"


async def test_typing_is_told_to_the_phone(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("/start")
    async with sim.session.get(sim.base_url + "/api/events") as events:
        await events.content.readuntil(b"\n\n")
        assert await bot.send_chat_action(SARI, "typing")
        told = await events.content.readuntil(b"\n\n")
    assert told.startswith(b"event: typing\n")
    assert b'"phone": "sari"' in told
