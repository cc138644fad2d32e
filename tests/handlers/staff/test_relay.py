"""Answering somebody who asked for a human, from the staff chat."""

from __future__ import annotations

import pytest

from handlers.messages import InboundMessage, Kind, Media
from handlers.staff.relay import answer_help, card, press
from models.audit import AuditEvent
from models.contact import Address, Person, Role
from models.errors import NotAllowed
from models.help_request import HelpRequest, HelpState
from tests.builders import NOW, a_group, a_person, a_staff_turn, an_address, demote
from tests.handlers.staff.talking import changed_cards, read, told_address

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


async def test_the_card_shows_who_answered_and_the_request_is_settled() -> None:
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
    assert event.deed == "answered"


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
        (words("a" * 3501), "paling banyak 3.500 huruf"),
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
    assert [choice.id for choice in (await card(request.id)).choices] == [
        f"card:help:{request.id}:close"
    ]
    assert await press(turn, request.id, "close") == ()
    [change] = changed_cards(turn)
    assert "Ditutup oleh Rina Hartati" in read(change.reply)
    assert "(tanpa tulisan)" in read(change.reply)
    assert change.reply.choices == ()
    again = await a_staff_turn(rina)
    assert "sudah ditangani" in read(await press(again, request.id, "close"))
    assert again.notices == []


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
    assert "Tamu" in read(await card(request.id), language)
    assert read(await answer_help(turn, words("halo"), request.id), language)
    assert read(await answer_help(turn, words(""), request.id), language)
    assert read(await answer_help(turn, words("a" * 3501), request.id), language)
    assert read(await press(turn, request.id, "close"), language)
    for notice in turn.notices:
        assert read(notice.reply, language)
