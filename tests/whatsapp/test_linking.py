"""One person on two channels: linked by a code, asked once which they like, told there first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import locales
from handlers.messages import say
from models.audit import AuditEvent
from models.contact import Address, Language, Person
from models.link_code import GOOD_FOR, WRONG_TRIES_MAX, LinkCode, code_in, forget_codes, make_code
from models.outbox import OutboxMessage
from tests.whatsapp.conftest import TELEGRAM_ID, keys_said

if TYPE_CHECKING:
    from tests.whatsapp.conftest import Post


def update(post: Post, number: int, text: str, data: str = "") -> dict[str, Any]:
    """What Telegram tells of a message, or a tap, in Sari's other chat."""
    who = {"id": int(TELEGRAM_ID), "is_bot": False, "first_name": "Sari"}
    chat = {"id": int(TELEGRAM_ID), "type": "private", "first_name": "Sari"}
    at = int(post.clock.now().timestamp())
    message = {"message_id": number, "date": at, "chat": chat, "text": text}
    if data:
        tapped = {"id": str(number), "from": who, "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": {**tapped, "message": message}}
    return {"update_id": number, "message": {**message, "from": who}}


async def on_telegram(post: Post, text: str, data: str = "") -> str:
    """She writes or taps there; what she is answered there."""
    post.number += 1
    telegram = post.deliverer.channels["telegram"]
    await post.inbox.store(telegram, [update(post, post.number, text, data)])
    await post.work()
    return [words for chat, words in post.on_telegram if chat == TELEGRAM_ID][-1]


async def shown_code(post: Post) -> str:
    await post.writes("hubungkan telegram")
    found = re.search(r"\d{3} \d{3}", post.on_whatsapp[-1])
    assert found is not None
    return found[0]


async def address_there() -> Address:
    return await Address.get(channel="telegram", external_id=TELEGRAM_ID)


async def test_a_code_that_is_typed_on_the_other_channel_links_it(post: Post, sari: Person) -> None:
    code = await shown_code(post)
    greeted = await on_telegram(post, f"kode {code}")
    assert "Selamat datang kembali" in greeted
    assert "lebih suka kabar lewat mana" in greeted
    offered = post.telegram_api.called("sendMessage")[-1]["reply_markup"]
    for label in ("settings.use_whatsapp", "settings.use_telegram"):
        assert locales.text(label, language="id", facts={}) in str(offered)
    assert (await address_there()).person_id == sari.id
    assert "Telegram Bapak/Ibu sekarang terhubung" in post.on_whatsapp[-1]
    assert {"linking.code", "settings.which", "linking.linked_elsewhere"} <= set(await keys_said())
    assert await AuditEvent.filter(deed="linked", person_id=sari.id).count() == 1


async def test_whoever_did_not_do_it_unlinks_it_with_one_tap_and_staff_hear(
    post: Post, sari: Person
) -> None:
    await on_telegram(post, await shown_code(post))
    offered = post.graph.said[-1]["interactive"]["action"]["buttons"]
    assert offered[0]["reply"] == {
        "id": "unlink:mine",
        "title": locales.text("linking.unlink", language="id", facts={}),
    }
    tap = {"type": "button_reply", "button_reply": {"id": "unlink:mine", "title": "Bukan saya"}}
    await post.writes("", kind="interactive", interactive=tap)
    assert (await address_there()).person_id is None
    assert await Address.filter(person_id=sari.id).count() == 1
    assert {"linking.unlinked", "linking.unlinked_card"} <= set(await keys_said())
    assert any("bukan dia yang melakukannya" in words for words in post.to_staff)
    assert await AuditEvent.filter(deed="unlinked", person_id=sari.id).count() == 1
    await post.writes("", kind="interactive", interactive=tap)
    assert "form.stale" in await keys_said()


async def test_where_news_goes_is_asked_once_and_may_be_changed_in_words(
    post: Post, sari: Person
) -> None:
    await on_telegram(post, await shown_code(post))
    answer = await on_telegram(post, "", data="go:use_telegram")
    assert "lebih dulu lewat Telegram" in answer
    assert (await post.tell(sari, say("thanks.welcome", name="S"))).channel == "telegram"
    await post.writes("pakai WA saja")
    assert "lebih dulu lewat WhatsApp" in post.on_whatsapp[-1]
    assert (await post.tell(sari, say("thanks.welcome", name="S"), "n:2")).channel == "whatsapp"
    await post.writes("pengaturan")
    assert "settings.channel_set" in await keys_said()
    assert any("Kabar dari kami lebih dulu lewat WhatsApp." in w for w in post.on_whatsapp[-2:])
    assert "settings.where.whatsapp" in await keys_said()
    deeds = AuditEvent.filter(subject=f"person:{sari.id}", deed="chose_channel")
    assert [each.facts["channel"] for each in await deeds.order_by("id")] == [
        "telegram",
        "whatsapp",
    ]


@pytest.mark.usefixtures("also_on_telegram")
async def test_who_does_not_choose_is_told_where_it_is_easier(post: Post, sari: Person) -> None:
    await post.writes("pengaturan")
    assert "mana yang lebih mudah" in post.on_whatsapp[-1]
    await post.writes("pindah ke telegram")
    await sari.refresh_from_db()
    assert sari.preferred_channel == "telegram"
    await post.writes("pengaturan")
    assert "Kabar dari kami lebih dulu lewat Telegram." in post.on_whatsapp[-1]
    assert {"settings.where.any", "settings.where.telegram"} <= set(await keys_said())


async def test_a_channel_that_is_not_linked_cannot_be_chosen(post: Post, sari: Person) -> None:
    await post.writes("pakai telegram")
    assert "belum terhubung" in post.on_whatsapp[-1]
    assert "settings.not_there" in await keys_said()
    await sari.refresh_from_db()
    assert sari.preferred_channel is None


async def test_a_code_is_used_once_only_while_it_is_good_and_only_the_last_one(
    post: Post, sari: Person
) -> None:
    first = await shown_code(post)
    second = await shown_code(post)
    assert "keliru atau sudah lewat" in await on_telegram(post, first)
    post.clock.passes(seconds=GOOD_FOR.total_seconds() + 1)
    assert "keliru atau sudah lewat" in await on_telegram(post, second)
    assert (await address_there()).person_id is None
    third = await shown_code(post)
    await on_telegram(post, third)
    await Address.filter(external_id=TELEGRAM_ID).update(person_id=None)
    assert "keliru atau sudah lewat" in await on_telegram(post, third)
    assert await Address.filter(person_id=sari.id).count() == 1


async def test_guessing_ends_after_a_few_tries_even_with_the_right_code(
    post: Post, sari: Person
) -> None:
    code = await shown_code(post)
    for _ in range(WRONG_TRIES_MAX):
        wrong = f"{(int(code.replace(' ', '')) + 1) % 1_000_000:06d}"
        assert "keliru atau sudah lewat" in await on_telegram(post, wrong)
    assert "hentikan dulu" in await on_telegram(post, code)
    assert "linking.refused.too_many" in await keys_said()
    assert (await address_there()).person_id is None
    post.clock.passes(hours=25)
    await on_telegram(post, await shown_code(post))
    assert (await address_there()).person_id == sari.id


async def test_who_has_not_agreed_yet_is_asked_to_agree_first_and_then_where(
    post: Post, sari: Person
) -> None:
    code = await shown_code(post)
    await Person.filter(id=sari.id).update(consented_at=None)
    assert "sebelum mulai kami mohon persetujuan" in await on_telegram(post, code)
    assert "lebih suka kabar lewat mana" in await on_telegram(post, "", data="go:consent_yes")


async def test_a_language_is_kept_and_spoken_from_the_next_message_on(
    post: Post, sari: Person
) -> None:
    await post.writes("ganti bahasa inggris")
    await post.writes("pengaturan")
    assert post.on_whatsapp[-1].startswith("Settings of Sari")
    await sari.refresh_from_db()
    assert sari.language is Language.ENGLISH
    assert (await post.tell(sari, say("thanks.welcome", name="S"))).language == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("482913", "482913"),
        ("482 913", "482913"),
        (" Kode: 482-913. ", "482913"),
        ("OTP saya 482913", None),
        ("setor 482913", None),
        ("081250010001", None),
        ("halo", None),
        ("٤٨٢٩١٣", None),
    ],
)
def test_a_code_stands_alone(text: str, code: str | None) -> None:
    assert code_in(text) == code


async def test_codes_are_never_the_same_at_one_time_and_are_forgotten(
    post: Post, sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await Person.create(name="Budi", created_at=post.clock.now())
    drawn = iter(["111111", "111111", "222222"])
    monkeypatch.setattr("models.link_code._drawn", lambda: next(drawn))
    assert await make_code(sari.id, 1, at=post.clock.now()) == "111111"
    assert await make_code(other.id, 2, at=post.clock.now()) == "222222"
    post.clock.passes(hours=25)
    assert await forget_codes(post.clock.now()) == 2
    assert await LinkCode.all().count() == 0
    assert await OutboxMessage.all().count() == 0


@pytest.mark.usefixtures("also_on_telegram", "sari")
async def test_what_was_begun_on_one_channel_goes_on_on_the_other(post: Post) -> None:
    await post.writes("jeda pesan")
    assert "Sampai kapan" in post.on_whatsapp[-1]
    assert "Jeda sampai" in await on_telegram(post, "sebulan")
    await post.writes("ya")
    assert "istirahat sampai" in post.on_whatsapp[-1]
