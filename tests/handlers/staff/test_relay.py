"""Answering somebody who asked for a human, from the staff chat."""

from __future__ import annotations

import pytest

from handlers.messages import InboundMessage, Kind, Media
from handlers.staff.help_card import card
from handlers.staff.relay import answer_help, finish, press, talk_of
from models.audit import AuditEvent
from models.contact import Address, Person, Role
from models.errors import NotAllowed
from models.help_request import HelpMessage, HelpRequest, HelpSide, HelpState
from tests.builders import NOW, a_group, a_person, a_staff_turn, an_address, demote
from tests.handlers.staff.talking import changed_cards, new_cards, read, told_address

pytestmark = pytest.mark.usefixtures("database")


def words(text: str) -> InboundMessage:
    return InboundMessage(Kind.TEXT, NOW, text)


async def asked(person: Person | None = None, last_words: str = "buku saya hilang") -> HelpRequest:
    address = (
        await Address.get(person_id=person.id) if person else await an_address(display_name="Tamu")
    )
    return await HelpRequest.create(
        address=address, person=person, last_words=last_words, asked_at=NOW
    )


async def a_viewer(name: str = "Rina Hartati") -> Person:
    return await a_person(name, Role.VIEWER)


async def test_a_reply_goes_to_the_leader_in_the_name_of_the_office() -> None:
    sari = await a_person("Sari Wulandari")
    request = await asked(sari)
    turn = await a_staff_turn(await a_viewer())
    reply = await answer_help(turn, words("Silakan ke kantor besok."), request.id)
    assert read(reply) == "Jawaban untuk Sari Wulandari sudah kami teruskan. ✅"
    [answer] = told_address(turn, await Address.get(person_id=sari.id))
    assert read(answer) == "Dari petugas Dinas Sosial:\nSilakan ke kantor besok."
    assert "Rina" not in read(answer)
    assert [choice.id for choice in answer.choices] == [f"talk:{request.id}:close"]


async def test_what_is_answered_is_kept_whole_with_its_pictures() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    rina = await a_viewer()
    turn = await a_staff_turn(rina)
    said = InboundMessage(Kind.PHOTO, NOW, "a" * 4096, media=(Media("f", "u", media_id=7),))
    await answer_help(turn, said, request.id)
    kept = await HelpMessage.get(request_id=request.id)
    assert (kept.side, kept.words, kept.media) == (HelpSide.OFFICE, "a" * 4096, [7])
    assert kept.person_id == rina.id
    assert kept.said_at == NOW


async def test_pictures_that_could_not_be_read_are_told_to_who_sent_them() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    turn = await a_staff_turn(await a_viewer())
    broken = (Media("g", "v", trouble="broken"),)
    reply = await answer_help(
        turn, InboundMessage(Kind.PHOTO, NOW, "ini", media=broken), request.id
    )
    assert "sebagian fotonya tidak terbaca" in read(reply)


async def test_a_mended_answer_says_that_it_is_mended() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    turn = await a_staff_turn(await a_viewer())
    await answer_help(turn, InboundMessage(Kind.EDITED, NOW, "Rabu jam 9"), request.id)
    [answer] = told_address(turn, await Address.get(id=request.address_id))
    assert read(answer) == "Dari petugas Dinas Sosial (diperbaiki):\nRabu jam 9"


async def test_the_card_shows_who_answered_and_the_talk_goes_on() -> None:
    sari = await a_person("Sari Wulandari")
    await a_group(sari)
    request = await asked(sari)
    turn = await a_staff_turn(await a_viewer())
    await answer_help(turn, words("Silakan ke kantor besok."), request.id)
    [change] = changed_cards(turn)
    assert change.subject == f"help:{request.id}"
    text = read(change.reply)
    assert "Dijawab oleh Rina Hartati, 16 Juli 2019 09.15 WITA" in text
    assert "KUBE Jahe Merah Mekar (Sepaso)" in text
    assert "“buku saya hilang”" in text
    await request.refresh_from_db()
    assert request.state is HelpState.ANSWERED
    event = await AuditEvent.get(subject=f"help:{request.id}")
    assert event.deed == "help_answered"
    assert [choice.id for choice in change.reply.choices] == [f"card:help:{request.id}:close"]


async def test_a_second_answer_is_passed_on_too_under_a_key_of_its_own() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    rina = await a_viewer()
    turns = [await a_staff_turn(rina), await a_staff_turn(rina)]
    for turn in turns:
        await answer_help(turn, words("Silakan ke kantor."), request.id)
    keys = [notice.key for turn in turns for notice in turn.notices]
    assert len(keys) == len(set(keys)) == 4


async def test_pictures_are_passed_on() -> None:
    request = await asked()
    turn = await a_staff_turn(await a_viewer())
    media = (Media("f", "u", media_id=7), Media("g", "v", trouble="broken"))
    await answer_help(turn, InboundMessage(Kind.PHOTO, NOW, media=media), request.id)
    [answer] = told_address(turn, await Address.get(id=request.address_id))
    assert answer.pictures == (7,)
    assert read(answer)


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (InboundMessage(Kind.VOICE, NOW), "Yang dapat diteruskan adalah tulisan dan foto"),
        (words("   "), "Yang dapat diteruskan adalah tulisan dan foto"),
        (InboundMessage(Kind.STICKER, NOW), "Yang dapat diteruskan adalah tulisan dan foto"),
    ],
)
async def test_what_cannot_be_passed_on_is_said_and_leaves_the_request_open(
    message: InboundMessage, refusal: str
) -> None:
    request = await asked()
    turn = await a_staff_turn(await a_viewer())
    assert refusal in read(await answer_help(turn, message, request.id))
    assert turn.notices == []
    await request.refresh_from_db()
    assert request.state is HelpState.OPEN


async def test_without_a_role_nobody_answers_for_the_office() -> None:
    request = await asked()
    rina = await a_viewer()
    turn = await a_staff_turn(rina)
    await demote(rina)
    for attempt in (answer_help(turn, words("halo"), request.id), press(turn, request.id, "close")):
        with pytest.raises(NotAllowed):
            await attempt
    assert turn.notices == []


async def test_a_request_can_be_closed_once_and_its_card_says_by_whom() -> None:
    request = await asked(last_words="")
    rina = await a_viewer()
    turn = await a_staff_turn(rina)
    assert [choice.id for choice in (await card(request)).choices] == [
        f"card:help:{request.id}:close"
    ]
    assert await press(turn, request.id, "close") == ()
    [change] = changed_cards(turn)
    assert "Ditutup oleh Rina Hartati" in read(change.reply)
    assert "(tanpa tulisan)" in read(change.reply)
    assert change.reply.choices == ()
    again = await a_staff_turn(rina)
    refused = await press(again, request.id, "close")
    assert "sudah ditutup" in read(refused)
    assert again.notices == []
    told = told_address(turn, await Address.get(id=request.address_id))
    assert "percakapan nomor" in read(told[0])


async def test_an_answer_to_a_closed_card_is_not_passed_on_and_it_can_be_opened_again() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    rina = await a_viewer()
    await press(await a_staff_turn(rina), request.id, "close")
    turn = await a_staff_turn(rina)
    reply = await answer_help(turn, words("Masih perlu?"), request.id)
    assert "tidak ada yang diteruskan" in read(reply)
    assert [choice.id for choice in reply.choices] == [f"card:help:{request.id}:reopen"]
    assert turn.notices == []
    assert not await HelpMessage.exists(request_id=request.id)
    opening = await a_staff_turn(rina)
    assert await press(opening, request.id, "reopen") == ()
    [before], [now] = changed_cards(opening), new_cards(opening)
    assert (before.subject, now.subject) == (f"help:{request.id}", f"help:{request.id}:card2")
    assert before.reply.choices == ()
    await request.refresh_from_db()
    assert (request.state, request.closed_at, request.ending) == (HelpState.ANSWERED, None, None)
    answered = await answer_help(await a_staff_turn(rina), words("Masih perlu?"), request.id)
    assert "sudah kami teruskan" in read(answered)


async def test_a_talk_is_not_opened_again_while_the_person_is_in_another() -> None:
    sari = await a_person("Sari Wulandari")
    first = await asked(sari)
    rina = await a_viewer()
    await press(await a_staff_turn(rina), first.id, "close")
    second = await asked(sari)
    turn = await a_staff_turn(rina)
    assert f"nomor {second.id}" in read(await press(turn, first.id, "reopen"))
    assert turn.notices == []
    await first.refresh_from_db()
    assert first.state is HelpState.CLOSED


async def test_an_open_talk_needs_no_opening() -> None:
    request = await asked()
    reply = await press(await a_staff_turn(await a_viewer()), request.id, "reopen")
    assert "masih terbuka" in read(reply)


async def test_the_word_selesai_closes_the_talk_whose_card_it_replies_to() -> None:
    request = await asked()
    rina = await a_viewer()
    ordered = InboundMessage(Kind.TEXT, NOW, card=f"help:{request.id}:said4")
    assert await finish(await a_staff_turn(rina), ordered) == ()
    await request.refresh_from_db()
    assert request.state is HelpState.CLOSED
    assert request.closed_by_id == rina.id
    alone = await finish(await a_staff_turn(rina), InboundMessage(Kind.TEXT, NOW))
    assert "balas (reply) kartunya" in read(alone)


@pytest.mark.parametrize(
    ("card_subject", "number"),
    [
        ("help:17", 17),
        ("help:17:card2", 17),
        ("help:17:said204", 17),
        ("help:17:answer", 17),
        ("report:17", None),
        ("help:", None),
        ("help:x:said1", None),
        ("", None),
        (None, None),
    ],
)
def test_every_message_of_a_talk_is_known_by_its_subject(
    card_subject: str | None, number: int | None
) -> None:
    assert talk_of(card_subject) == number


async def test_the_card_stays_one_message_however_much_is_said() -> None:
    request = await asked(await a_person("Sari Wulandari"))
    for number in range(30):
        await HelpMessage.create(
            request_id=request.id,
            side=HelpSide.PERSON,
            words=f"{number} " + "😀" * 4000,
            said_at=NOW,
        )
    text = read(await card(request))
    assert len(text.encode("utf-16-le")) // 2 < 4096
    assert "pesan sebelumnya" in text
    assert "29 😀" in text


async def test_a_card_of_a_request_that_is_not_there_is_stale() -> None:
    turn = await a_staff_turn(await a_viewer())
    for reply in (
        await answer_help(turn, words("halo"), 999_999),
        await press(turn, 999_999, "close"),
    ):
        assert not isinstance(reply, tuple)
        assert reply.key == "form.stale"


@pytest.mark.parametrize("language", ["id", "en"])
async def test_cards_and_answers_can_be_said_in_each_language(language: str) -> None:
    request = await asked()
    turn = await a_staff_turn(await a_viewer())
    assert "Tamu" in read(await card(request), language)
    assert read(await answer_help(turn, words("halo"), request.id), language)
    assert read(await answer_help(turn, words(""), request.id), language)
    assert read(await press(turn, request.id, "close"), language) == ""
    assert read(await press(turn, request.id, "close"), language)
    assert read(await finish(turn, words("")), language)
    for notice in turn.notices:
        assert read(notice.reply, language)
