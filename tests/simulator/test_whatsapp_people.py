"""What people do on phones with WhatsApp, as the bot's webhook is told."""

from __future__ import annotations

import base64
import hashlib
import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.simulator.phone import PhoneRefused
from tests.simulator.raw_whatsapp import SARI
from tests.simulator.test_whatsapp_sending import LISTED, RIGHT

if TYPE_CHECKING:
    from tests.simulator.raw_whatsapp import Business

JPEG = io.BytesIO()
Image.effect_mandelbrot((2400, 1200), (-2, -1.2, 0.8, 1.2), 40).convert("RGB").save(JPEG, "JPEG")
OWN_NUMBER = "628115550 0100".replace(" ", "")


async def test_a_text_comes_with_who_wrote_it(business: Business) -> None:
    await business.sim.phone("sari").say("setor 500rb / 5 ratus — kemarin ✅")
    message = await business.message()
    [entry] = business.payloads[0]["entry"]
    [change] = entry["changes"]
    value = change["value"]
    assert business.payloads[0]["object"] == "whatsapp_business_account"
    assert (entry["id"], change["field"]) == (business.sim.cast.business.business_id, "messages")
    assert value["metadata"] == {
        "display_phone_number": OWN_NUMBER,
        "phone_number_id": business.number,
    }
    [contact] = value["contacts"]
    assert (contact["profile"], contact["wa_id"]) == ({"name": "Sari Wulandari"}, SARI)
    assert contact["user_id"] == message["from_user_id"]
    assert (message["from"], message["type"]) == (SARI, "text")
    assert message["text"] == {"body": "setor 500rb / 5 ratus — kemarin ✅"}
    assert message["timestamp"].isdigit()
    assert b"\\u2014" in business.raw[0]
    assert b"500rb \\/ 5" in business.raw[0]


async def test_ticks_one_two_and_blue(business: Business) -> None:
    sari = business.sim.phone("sari")
    business.answers = [500]
    await sari.go_offline()
    said = await sari.say("halo")
    assert said.facts["status"] == "waiting"
    await sari.go_online()
    await business.until(lambda: len(business.payloads) >= 1)
    assert (await sari.last()).facts["status"] == "sent"
    wamid = (await business.message(2))["id"]
    while (await sari.last()).facts["status"] != "delivered":
        assert (await sari.last()).facts["status"] == "sent"
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": wamid}
    await business.call("POST", f"{business.number}/messages", json=mark)
    assert (await sari.last()).facts["status"] == "read"


async def test_several_words_at_once_are_one_webhook(business: Business) -> None:
    await business.sim.phone("sari").burst("setor", "500rb", "kemarin")
    await business.message(3)
    assert len(business.payloads) == 1
    assert [m["text"]["body"] for m in business.messages] == ["setor", "500rb", "kemarin"]


async def test_without_signal_messages_come_in_a_clump_with_their_own_time(
    business: Business,
) -> None:
    sari = business.sim.phone("sari")
    await sari.go_offline()
    for words in ("satu", "dua"):
        await sari.say(words)
        await business.sim.advance_clock(600)
    await sari.go_online()
    await business.message(2)
    assert len(business.payloads) == 1
    first, second = (int(m["timestamp"]) for m in business.messages)
    assert 599 <= second - first <= 602


async def test_a_photo_is_made_smaller_and_can_be_fetched(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.send_photo(JPEG.getvalue(), caption="Kebun jahe")
    image = (await business.message())["image"]
    assert (image["caption"], image["mime_type"]) == ("Kebun jahe", "image/jpeg")
    _, facts = await business.call("GET", image["id"])
    async with business.session.get(
        facts["url"], headers={"Authorization": f"Bearer {business.token}"}
    ) as answer:
        body = await answer.read()
    assert base64.b64decode(image["sha256"]) == hashlib.sha256(body).digest()
    assert (facts["sha256"], facts["file_size"]) == (hashlib.sha256(body).hexdigest(), len(body))
    assert Image.open(io.BytesIO(body)).size == (1600, 800)
    shown = await sari.last()
    assert (shown.text, len(shown.photos)) == ("Kebun jahe", 1)


async def test_an_album_is_messages_of_their_own(business: Business) -> None:
    sent = await business.sim.phone("sari").send_photo(*[JPEG.getvalue()] * 3, caption="Panen")
    await business.message(3)
    assert [m["image"].get("caption") for m in business.messages] == ["Panen", None, None]
    assert len({message.facts["album"] for message in sent}) == 1


async def test_everything_else_that_can_be_sent(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.send_document(b"%PDF-1.4", "slip.pdf", "application/pdf", "Buktinya")
    await sari.do("voice", duration=7)
    await sari.do("sticker", emoji="🙏")
    await sari.do("location", latitude=0.5, longitude=117.5)
    await sari.do("contact", of="budi")
    await business.message(5)
    document, voice, sticker, location, contact = business.messages
    assert document["document"]["filename"] == "slip.pdf"
    assert document["document"]["caption"] == "Buktinya"
    assert voice["audio"]["voice"] is True
    assert voice["audio"]["mime_type"] == "audio/ogg; codecs=opus"
    assert sticker["sticker"]["mime_type"] == "image/webp"
    assert location["location"] == {"latitude": 0.5, "longitude": 117.5}
    [card] = contact["contacts"]
    assert card["phones"][0]["wa_id"] == "6281250010002"
    assert card["origin"] == "other"
    told = " ".join(str(part) for m in business.messages for part in m.values())
    assert not any(word in told for word in ("width", "duration", "🙏"))


async def test_a_choice_comes_back_with_its_id_and_its_message(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    asked = await business.sent(**RIGHT)
    tapped = await sari.tap("Ya, kirim")
    reply = await business.message(2)
    assert reply["interactive"] == {
        "type": "button_reply",
        "button_reply": {"id": "yes", "title": "Ya, kirim"},
    }
    assert reply["context"] == {"from": OWN_NUMBER, "id": asked}
    assert tapped["message"]["text"] == "Ya, kirim"
    await business.sent(**LISTED)
    await sari.tap("KUBE Olahan Pisang Lestari, Teluk Pandan")
    chosen = (await business.message(3))["interactive"]["list_reply"]
    assert (chosen["id"], chosen["title"]) == ("2", "KUBE Olahan Pisang Lest…")
    assert (await sari.last()).text == "KUBE Olahan Pisang Lestari, Teluk Pandan"
    await sari.tap("Ya, kirim")
    assert (await business.message(4))["context"]["id"] == asked


async def test_replies_and_forwards_say_so(business: Business) -> None:
    sari, budi = business.sim.phone("sari"), business.sim.phone("budi")
    own = await sari.say("halo")
    await sari.reply(own, "maksud saya ini")
    photo = (await budi.send_photo(JPEG.getvalue()))[0]
    await sari.forward(photo, "budi")
    await business.message(4)
    by_sari = [m for m in business.messages if m["from"] == SARI]
    assert by_sari[1]["context"] == {"from": SARI, "id": by_sari[0]["id"]}
    assert by_sari[2]["context"] == {"forwarded": True}
    assert by_sari[2]["type"] == "image"
    assert (await sari.last()).facts["forwarded"] is True


async def test_an_edit_is_told_only_to_a_number_with_coexistence(business: Business) -> None:
    sari = business.sim.phone("sari")
    said = await sari.say("setor 500rb")
    await sari.do("edit", message_id=said.id, text="setor 550rb")
    untold = await business.message(2)
    assert (untold["type"], untold["unsupported"]) == ("unsupported", {"type": "edit"})
    assert untold["errors"][0]["code"] == 131051
    await business.sim.call("POST", "/api/whatsapp/limits", json={"coexistence": True})
    await sari.do("edit", message_id=said.id, text="setor 600rb")
    edit = (await business.message(3))["edit"]
    assert edit["original_message_id"] == business.messages[0]["id"]
    assert edit["message"]["text"] == {"body": "setor 600rb"}
    await sari.do("delete", message_id=said.id)
    revoked = (await business.message(4))["revoke"]
    assert revoked == {"original_message_id": business.messages[0]["id"]}
    late = await sari.say("lagi")
    await business.sim.advance_clock(16 * 60)
    with pytest.raises(PhoneRefused, match="15 menit"):
        await sari.do("edit", message_id=late.id, text="terlambat")


async def test_another_number_and_a_hidden_one(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    before = await business.message()
    await sari.change_number("+62 812-5001-7777")
    told = await business.message(2)
    assert (told["type"], told["from"], told["system"]["wa_id"]) == (
        "system",
        SARI,
        "6281250017777",
    )
    assert told["system"]["type"] == "user_changed_number"
    await sari.say("ini nomor baru saya")
    after = await business.message(3)
    assert after["from"] == "6281250017777"
    assert after["from_user_id"] == told["system"]["user_id"] != before["from_user_id"]
    await sari.hide_number()
    await sari.say("tanpa nomor")
    hidden = await business.message(4)
    assert ("from" in hidden, hidden["from_user_id"]) == (False, after["from_user_id"])
    contact = business.payloads[-1]["entry"][0]["changes"][0]["value"]["contacts"][0]
    assert contact["profile"]["username"] == "sariwulandari"
    assert "wa_id" not in contact


async def test_the_bots_own_button_for_the_number(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.hide_number()
    await sari.say("halo")
    user_id = (await business.message())["from_user_id"]
    interactive = {
        "type": "request_contact_info",
        "body": {"text": "Boleh tahu nomornya?"},
        "action": {"name": "request_contact_info"},
    }
    await business.sent(user_id, type="interactive", interactive=interactive)
    assert (await sari.last()).facts["buttons"] == [
        [{"text": "Bagikan info kontak", "request_contact": True}]
    ]
    await sari.do("contact")
    [card] = (await business.message(2))["contacts"]
    assert (card["origin"], card["phones"][0]["wa_id"]) == ("contact_request", SARI)


async def test_what_no_version_knows_yet_can_be_sent(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.do("unheard-of", type="hologram", content={"depth": 3})
    await sari.send_raw_photo(b"#!/bin/sh\necho hello", "image/jpeg")
    await business.message(2)
    assert business.messages[0]["hologram"] == {"depth": 3}
    assert business.messages[1]["image"]["mime_type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("act", "body", "status"),
    [
        ("text", {"text": "  "}, 400),
        ("text", {"text": "x" * 4097}, 400),
        ("tap", {"message_id": 1, "data": "nothing"}, 409),
        ("edit", {"message_id": 99, "text": "x"}, 404),
        ("number", {"to": "12"}, 400),
        ("number", {"to": "+6281250010002"}, 409),
        ("contact", {"of": "nobody"}, 404),
    ],
)
async def test_a_phone_says_what_it_cannot_do(
    business: Business, act: str, body: dict[str, Any], status: int
) -> None:
    sari = business.sim.phone("sari")
    await sari.say("halo")
    with pytest.raises(PhoneRefused) as refused:
        await sari.do(act, **body)
    assert refused.value.status == status


async def test_who_blocks_writes_nothing(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.block()
    with pytest.raises(PhoneRefused, match="Buka blokir"):
        await sari.say("halo")


async def test_the_chat_can_be_saved_as_a_transcript(business: Business) -> None:
    sari = business.sim.phone("sari")
    await sari.say("setor 500rb")
    await business.sent(**RIGHT)
    await sari.tap("Ya, kirim")
    await business.sent(**LISTED)
    await sari.go_offline()
    saved = await sari.transcript()
    assert (
        "Sari: setor 500rb\nBot:  Sudah benar, Pak/Bu?\n      [Ya, kirim]\n      [Batal]" in saved
    )
    assert "Sari: [Ya, kirim]\nBot:  Pilih kelompok\n      [Jahe Mekar]" in saved
    assert "--- Sari has no signal ---" in saved
