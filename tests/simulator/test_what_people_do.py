"""What people do on the phones reaches a real aiogram bot as Telegram would send it."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageOriginUser
from PIL import Image

from bot.simulator.phone import NoReply, PhoneRefused

if TYPE_CHECKING:
    from pathlib import Path

    from aiogram import Bot
    from aiogram.types import CallbackQuery, Message, Update

    from bot.simulator.phone import Simulator

SARI, STAFF = 5001, -1001000000001
BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Terima", callback_data="accept:1")]]
)


def jpeg(width: int = 640, height: int = 480) -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(body, "JPEG")
    return body.getvalue()


async def received(bot: Bot) -> list[Update]:
    """Everything that waits, confirmed."""
    updates = await bot.get_updates(timeout=0)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0, limit=1)
    return updates


async def message_to(bot: Bot) -> Message:
    [update] = await received(bot)
    assert update.message is not None
    return update.message


async def test_a_text_reaches_the_bot_with_its_sender_and_time(bot: Bot, sim: Simulator) -> None:
    said = await sim.phone("sari").say("setor 500rb kemarin")
    message = await message_to(bot)
    assert (message.text, message.chat.id, message.chat.type) == (
        "setor 500rb kemarin",
        SARI,
        "private",
    )
    assert message.message_id == said.id
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.first_name) == (SARI, "Sari")


async def test_everything_said_in_the_staff_chat_reaches_the_bot(bot: Bot, sim: Simulator) -> None:
    await sim.phone("staff", "rina").say("sudah dicek?")
    await sim.phone("staff", "joko").say("/saldo@gulir_sim_bot")
    senders = [update.message.from_user for update in await received(bot) if update.message]
    assert [user.first_name for user in senders if user] == ["Rina", "Joko"]


async def test_an_update_comes_again_until_it_is_confirmed(bot: Bot, sim: Simulator) -> None:
    said = await sim.phone("sari").say("halo")
    assert said.facts["status"] == "sent"
    first = await bot.get_updates(timeout=0)
    again = await bot.get_updates(timeout=0)
    assert first == again
    assert await bot.get_updates(offset=first[-1].update_id + 1, timeout=0) == []
    assert (await sim.phone("sari").last()).facts["status"] == "read"


async def test_a_waiting_poll_is_answered_at_once(bot: Bot, sim: Simulator) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.02)
    await sim.phone("sari").say("halo")
    [update] = await asyncio.wait_for(poll, 2)
    assert update.message is not None


async def test_a_second_poller_ends_the_first(bot: Bot, sim: Simulator) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.03)
    assert await bot.get_updates(timeout=0) == []
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await asyncio.wait_for(first, 2)


async def test_only_the_allowed_kinds_are_queued(bot: Bot, sim: Simulator) -> None:
    await bot.get_updates(timeout=0, allowed_updates=["callback_query"])
    await sim.phone("sari").say("tidak terdengar")
    assert await bot.get_updates(timeout=0) == []
    await bot.get_updates(timeout=0, allowed_updates=["message"])
    await sim.phone("sari").say("terdengar")
    assert (await message_to(bot)).text == "terdengar"


async def test_limit_and_negative_offset_are_honoured(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").burst("satu", "dua", "tiga")
    assert len(await bot.get_updates(timeout=0, limit=2)) == 2
    [last] = await bot.get_updates(timeout=0, offset=-1)
    assert last.message is not None
    assert last.message.text == "tiga"
    assert len(await bot.get_updates(timeout=0)) == 1


async def test_a_burst_comes_in_one_batch(bot: Bot, sim: Simulator) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.02)
    await sim.phone("sari").burst("setor", "500rb", "kemarin")
    updates = await asyncio.wait_for(poll, 2)
    assert [u.message.text for u in updates if u.message] == ["setor", "500rb", "kemarin"]


async def test_updates_are_forgotten_after_a_day(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").say("lama")
    await sim.advance_clock(24 * 3600 + 1)
    assert await bot.get_updates(timeout=0) == []


async def test_a_photo_can_be_downloaded(bot: Bot, sim: Simulator, tmp_path: Path) -> None:
    picture = tmp_path / "slip.jpg"
    picture.write_bytes(jpeg(1000, 2000))
    await sim.phone("sari").send_photo(picture, caption="setor 500rb")
    message = await message_to(bot)
    assert message.caption == "setor 500rb"
    assert message.photo is not None
    largest = message.photo[-1]
    file = await bot.get_file(largest.file_id)
    assert file.file_unique_id == largest.file_unique_id
    body = await bot.download_file(file.file_path or "")
    assert body is not None
    assert Image.open(body).size == (largest.width, largest.height) == (640, 1280)


async def test_several_photos_are_an_album(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").send_photo(jpeg(), jpeg(), jpeg(), caption="panen jahe")
    messages = [update.message for update in await received(bot) if update.message]
    assert len(messages) == 3
    assert len({message.media_group_id for message in messages}) == 1
    assert [message.caption for message in messages] == ["panen jahe", None, None]


async def test_a_photo_as_file_keeps_every_byte(bot: Bot, sim: Simulator) -> None:
    body = jpeg(3000, 2000)
    await sim.phone("sari").send_photo(body, as_document=True)
    message = await message_to(bot)
    assert message.document is not None
    downloaded = await bot.download(message.document.file_id)
    assert downloaded is not None
    assert downloaded.read() == body


async def test_a_file_above_twenty_megabytes_cannot_be_fetched(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").send_document(bytes(20_000_001), "video.mp4", "video/mp4")
    message = await message_to(bot)
    assert message.document is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(message.document.file_id)


async def test_a_drawn_slip_differs_each_time(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.send_sample_slip(500_000, "2026-03-09", caption="setor 500rb")
    await sari.send_sample_slip(500_000, "2026-03-09")
    bodies = []
    for update in await received(bot):
        assert update.message is not None
        assert update.message.photo is not None
        file = await bot.download(update.message.photo[-1].file_id)
        assert file is not None
        bodies.append(file.read())
    assert bodies[0] != bodies[1]
    assert Image.open(io.BytesIO(bodies[0])).height == 1280


async def test_a_field_picture_a_voice_a_sticker_and_a_place(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.do("sample-field", caption="jahe umur dua bulan")
    await sari.do("voice", duration=3)
    await sari.do("sticker", emoji="🙏")
    await sari.do("location")
    messages = [update.message for update in await received(bot) if update.message]
    assert messages[0].photo
    assert messages[1].voice is not None
    assert messages[1].voice.duration == 3
    assert messages[2].sticker is not None
    assert messages[2].sticker.emoji == "🙏"
    assert messages[3].location is not None
    voice = await bot.download(messages[1].voice.file_id)
    assert voice is not None
    assert voice.read(4) == b"OggS"


async def test_a_contact_says_whose_it_is(bot: Bot, sim: Simulator) -> None:
    await sim.phone("sari").do("contact")
    await sim.phone("sari").do("contact", of="budi")
    contacts = [update.message.contact for update in await received(bot) if update.message]
    assert [(c.user_id, c.phone_number) for c in contacts if c] == [
        (5001, "+6281250010001"),
        (5002, "+6281250010002"),
    ]


async def tapped(bot: Bot) -> CallbackQuery:
    while True:
        for update in await bot.get_updates(timeout=5):
            await bot.get_updates(offset=update.update_id + 1, timeout=0, limit=1)
            if update.callback_query is not None:
                return update.callback_query


async def test_a_tap_is_answered_on_the_phone(bot: Bot, sim: Simulator) -> None:
    await bot.send_message(STAFF, "Setoran Rp500.000", reply_markup=BUTTONS)
    tap = asyncio.create_task(sim.phone("staff", "joko").tap("Terima"))
    query = await tapped(bot)
    assert (query.data, query.from_user.first_name) == ("accept:1", "Joko")
    assert query.message is not None
    assert query.message.chat.id == STAFF
    await query.answer("Diterima", show_alert=True).as_(bot)
    assert await tap == {"answered": True, "text": "Diterima", "show_alert": True}


async def test_a_tap_is_answered_once_and_in_time(bot: Bot, sim: Simulator) -> None:
    await bot.send_message(STAFF, "Setoran", reply_markup=BUTTONS)
    rina = sim.phone("staff", "rina")
    assert (await rina.tap("Terima", wait_seconds=0))["answered"] is False
    query = await tapped(bot)
    assert await bot.answer_callback_query(query.id)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)
    await rina.tap("Terima", wait_seconds=0)
    late = await tapped(bot)
    await sim.advance_clock(60)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(late.id)


async def test_a_button_that_is_gone_can_only_be_a_late_tap(bot: Bot, sim: Simulator) -> None:
    sent = await bot.send_message(STAFF, "Setoran", reply_markup=BUTTONS)
    rina = sim.phone("staff", "rina")
    card = await rina.last()
    await bot.edit_message_reply_markup(chat_id=STAFF, message_id=sent.message_id)
    with pytest.raises(PhoneRefused, match="409"):
        await rina.tap("Terima", on=card)
    await rina.tap("Terima", on=card, stale=True, wait_seconds=0)
    assert (await tapped(bot)).data == "accept:1"


async def test_an_edited_message_is_told_to_the_bot(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    said = await sari.say("setor 500rb")
    await sari.do("edit", message_id=said.id, text="setor 550rb")
    _, update = await received(bot)
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (
        said.id,
        "setor 550rb",
    )
    assert update.edited_message.edit_date is not None
    assert (await sari.last()).is_edited


async def test_a_deleted_message_is_not_told_to_the_bot(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    said = await sari.say("salah")
    await received(bot)
    await sari.do("delete", message_id=said.id)
    assert await received(bot) == []
    assert (await sari.last()).facts["deleted"]
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(SARI, "apa?", reply_to_message_id=said.id)


async def test_a_forwarded_slip_keeps_its_fingerprint(bot: Bot, sim: Simulator) -> None:
    [slip] = await sim.phone("budi").send_photo(jpeg())
    await sim.phone("sari").do("forward", message_id=slip.id, from_phone="budi")
    first, second = [update.message for update in await received(bot) if update.message]
    assert isinstance(second.forward_origin, MessageOriginUser)
    assert second.forward_origin.sender_user.first_name == "Budi"
    assert first.photo is not None
    assert second.photo is not None
    assert first.photo[-1].file_unique_id == second.photo[-1].file_unique_id


async def test_blocking_is_told_to_the_bot(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    await received(bot)
    await sari.do("block", blocked=True)
    with pytest.raises(PhoneRefused, match="diblokir"):
        await sari.say("halo")
    await sari.do("block", blocked=False)
    changes = [update.my_chat_member for update in await received(bot)]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_an_upgraded_group_tells_both_numbers(bot: Bot, sim: Simulator) -> None:
    await sim.phone("staff").do("migrate", to=-1009)
    going, coming = [update.message for update in await received(bot) if update.message]
    assert (going.chat.id, going.migrate_to_chat_id) == (STAFF, -1009)
    assert (coming.chat.id, coming.migrate_from_chat_id) == (-1009, STAFF)


async def test_without_signal_everything_waits_in_order(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    await received(bot)
    await sari.go_offline()
    written_at = datetime.now(UTC)
    first = await sari.say("setor 500rb")
    await sari.say("kemarin")
    await sim.advance_clock(3600)
    await bot.send_message(SARI, "Selamat pagi")
    assert await received(bot) == []
    assert [m.text for m in await sari.messages()] == ["/start", "setor 500rb", "kemarin"]
    assert first.facts["status"] == "waiting"
    await sari.go_online()
    messages = [update.message for update in await received(bot) if update.message]
    assert [message.text for message in messages] == ["setor 500rb", "kemarin"]
    assert abs(messages[0].date - written_at) < timedelta(seconds=5)
    shown = await sari.messages()
    assert [m.text for m in shown][-1] == "Selamat pagi"
    assert [m.facts["status"] for m in shown[1:3]] == ["read", "read"]


async def test_without_signal_edits_by_the_bot_are_seen_later(bot: Bot, sim: Simulator) -> None:
    staff = sim.phone("staff", "rina")
    sent = await bot.send_message(STAFF, "Setoran", reply_markup=BUTTONS)
    await staff.go_offline()
    await bot.edit_message_text("Diterima", chat_id=STAFF, message_id=sent.message_id)
    assert (await staff.last()).text == "Setoran"
    with pytest.raises(PhoneRefused, match="sinyal"):
        await staff.tap("Terima")
    await staff.go_online()
    assert (await staff.last()).text == "Diterima"


async def test_without_signal_a_waiting_message_can_be_changed(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.go_offline()
    first, second = await sari.say("setor 500rb"), await sari.say("batal")
    await sari.do("edit", message_id=first.id, text="setor 550rb")
    await sari.do("delete", message_id=second.id)
    await sari.go_online()
    message = await message_to(bot)
    assert (message.text, message.edit_date) == ("setor 550rb", None)


async def test_unread_messages_are_counted_and_read(bot: Bot, sim: Simulator) -> None:
    await bot.send_message(STAFF, "satu")
    await bot.send_message(STAFF, "dua")
    staff = sim.phone("staff")
    assert (await sim.state())["phones"][2]["unread"] == 2
    assert (await staff.do("read"))["unread"] == 0
    assert (await staff.last()).facts["status"] == "read"


async def test_the_clock_moves_for_everybody(bot: Bot, sim: Simulator) -> None:
    moved = await sim.advance_clock(86_400)
    shift = float((sim.data_dir / "clock-shift").read_text())
    assert shift == moved["offset_seconds"] == 86_400
    await sim.phone("sari").say("besok")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert abs((await message_to(bot)).date - tomorrow) < timedelta(seconds=5)


async def test_the_clock_goes_to_a_moment_and_never_back(sim: Simulator) -> None:
    moment = datetime.now(UTC) + timedelta(days=3)
    moved = await sim.call("POST", "/api/clock", json={"to": moment.isoformat()})
    assert abs(datetime.fromisoformat(moved["now"]) - moment) < timedelta(seconds=5)
    with pytest.raises(PhoneRefused, match="hanya bisa maju"):
        await sim.call("POST", "/api/clock", json={"to": "2020-01-01T00:00:00+08:00"})
    with pytest.raises(PhoneRefused, match="hanya bisa maju"):
        await sim.advance_clock(-1)
    assert (await sim.call("POST", "/api/clock", json={"reset": True}))["offset_seconds"] == 0


async def test_a_test_can_wait_for_the_reply(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("/start")
    waiting = asyncio.create_task(sari.wait_for_reply("kedua"))
    first = await bot.send_message(SARI, "pertama")
    await bot.send_message(SARI, "kedua")
    assert (await waiting).text == "kedua"
    await bot.edit_message_text("pertama, diubah", chat_id=SARI, message_id=first.message_id)
    assert (await sari.wait_for_reply()).text == "pertama, diubah"
    with pytest.raises(NoReply, match="pertama"):
        await sari.wait_for_reply(timeout_seconds=0.02)


BAD_ACTS = [
    ("nobody", "text", {"text": "x"}, 404),
    ("sari", "text", {"text": "x", "person": "budi"}, 404),
    ("sari", "text", {"text": "  "}, 400),
    ("sari", "text", {"text": "x" * 4097}, 400),
    ("sari", "text", {}, 400),
    ("sari", "tap", {"message_id": 77, "data": "x"}, 404),
    ("sari", "edit", {"message_id": 77, "text": "x"}, 404),
    ("sari", "sample-slip", {"amount": "banyak", "date": "2026-03-09"}, 400),
    ("sari", "sample-slip", {"amount": 1, "date": "kemarin"}, 400),
    ("sari", "migrate", {}, 409),
]


@pytest.mark.parametrize(("phone", "act", "body", "status"), BAD_ACTS)
async def test_what_a_phone_cannot_do_is_refused_kindly(
    sim: Simulator, phone: str, act: str, body: dict[str, object], status: int
) -> None:
    with pytest.raises(PhoneRefused) as refusal:
        await sim.phone(phone).do(act, **body)
    assert refusal.value.status == status
    assert refusal.value.sentence


async def test_the_chat_is_written_down_as_a_transcript(bot: Bot, sim: Simulator) -> None:
    sari = sim.phone("sari")
    await sari.say("setor 500rb\nkemarin")
    await sari.send_photo(jpeg())
    card = await bot.send_message(
        SARI, "Mohon diperiksa dulu.\nJumlah: Rp500.000", reply_markup=BUTTONS
    )
    await sari.tap("Terima", wait_seconds=0)
    await bot.edit_message_text("Terima kasih.", chat_id=SARI, message_id=card.message_id)
    lines = (await sari.transcript()).splitlines()
    assert lines[0].startswith("# Sari")
    assert lines[2].startswith("given: ")
    assert lines[5:14] == [
        "Sari: setor 500rb",
        "      kemarin",
        "Sari: (photo slip.jpg)",
        "Bot:  Mohon diperiksa dulu.",
        "      Jumlah: Rp500.000",
        "      [Terima]",
        "Sari: [Terima]",
        "Bot edits: Terima kasih.",
        "",
    ]


async def test_without_signal_a_deletion_is_seen_later(bot: Bot, sim: Simulator) -> None:
    staff = sim.phone("staff", "rina")
    sent = await bot.send_message(STAFF, "salah kirim")
    await staff.go_offline()
    await bot.delete_message(STAFF, sent.message_id)
    assert (await staff.last()).text == "salah kirim"
    await staff.go_online()
    assert (await staff.last()).facts["deleted"]
    assert (await sim.state())["phones"][2]["unread"] == 0


async def test_a_group_cannot_take_a_number_that_is_in_use(sim: Simulator) -> None:
    with pytest.raises(PhoneRefused, match="tidak bisa dipakai"):
        await sim.phone("staff").do("migrate", to=STAFF)
