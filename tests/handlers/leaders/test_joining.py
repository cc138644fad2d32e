"""Strangers are told about the programme, matched by their own number, and asked to agree."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.database import transaction
from handlers.leaders import joining
from handlers.messages import InboundMessage, Kind, SharedContact
from handlers.situation import Situation
from handlers.turn import Notice, ToStaff, Turn
from models.audit import AuditEvent
from models.contact import Address, Person
from models.help_request import HelpRequest
from tests.builders import a_person, an_address
from tests.handlers.leaders.people import NOW, a_borrower, message, words_of


async def a_stranger() -> Situation:
    address = await an_address(display_name="Tamu")
    return replace(
        a_borrower(), address_id=address.id, person_id=None, name="Tamu", consented=False, groups=()
    )


async def an_unconsenting_person(phone: str) -> Person:
    person = await a_person("Budi Santoso", reachable=False)
    await Person.filter(id=person.id).update(phone=phone, consented_at=None, consent_version=None)
    return await Person.get(id=person.id)


def contact(phone: str, *, own: bool = True) -> InboundMessage:
    return InboundMessage(Kind.CONTACT, NOW, contact=SharedContact(phone, own))


async def test_a_stranger_hears_about_the_programme_and_may_share_a_number(
    database: object,
) -> None:
    async with transaction():
        turn = Turn(await a_stranger(), 1)
        reply = await joining.welcome_stranger(turn, message("halo"))
    assert "dana bergulir" in words_of(reply)
    assert reply.ask_contact
    assert turn.notices == []


async def test_a_stranger_who_calls_for_a_person_reaches_staff(database: object) -> None:
    async with transaction():
        turn = Turn(await a_stranger(), 1)
        await joining.welcome_stranger(turn, message("saya mau bicara dengan petugas"))
    assert (await HelpRequest.get()).person_id is None
    assert len(turn.notices) == 1


@pytest.mark.parametrize("shared", ["+6281250010002", "6281250010002", "0812-5001-0002"])
async def test_a_registered_number_links_the_address_and_asks_to_agree(
    shared: str, database: object
) -> None:
    async with transaction():
        person = await an_unconsenting_person("+6281250010002")
        situation = await a_stranger()
        [reply] = await joining.take_contact(Turn(situation, 1), contact(shared))
    assert (await Address.get(id=situation.address_id)).person_id == person.id
    assert "Budi Santoso" in words_of(reply)
    assert [choice.id for choice in reply.choices] == ["go:consent_yes", "go:consent_no"]


async def test_who_agreed_before_is_welcomed_back(database: object) -> None:
    async with transaction():
        person = await a_person("Sari Wulandari")
        turn = Turn(await a_stranger(), 1)
        [reply] = await joining.take_contact(turn, contact(str(person.phone)))
    assert "Selamat datang kembali" in words_of(reply)


async def test_an_unknown_number_is_told_to_staff_by_name_only(database: object) -> None:
    async with transaction():
        turn = Turn(await a_stranger(), 1)
        reply = await joining.take_contact(turn, contact("+6281299999999"))
    (card,) = turn.notices
    assert isinstance(card, Notice)
    assert card.to == ToStaff()
    assert "Tamu" in words_of(card.reply)
    assert "99999" not in words_of(card.reply)
    assert "belum ada di catatan" in words_of(reply)


async def test_the_contact_of_somebody_else_is_not_taken(database: object) -> None:
    async with transaction():
        person = await an_unconsenting_person("+6281250010002")
        situation = await a_stranger()
        reply = await joining.take_contact(
            Turn(situation, 1), contact(str(person.phone), own=False)
        )
    assert reply.ask_contact
    assert (await Address.get(id=situation.address_id)).person_id is None


async def test_agreement_is_kept_with_its_time_and_the_version_of_the_text(
    database: object,
) -> None:
    async with transaction():
        person = await an_unconsenting_person("+6281250010002")
        turn = Turn(replace(a_borrower(), person_id=person.id), 1)
        [reply] = await joining.answer_consent(turn, agreed=True)
    stored = await Person.get(id=person.id)
    assert stored.consented_at == datetime(2019, 7, 17, 10, 0, tzinfo=UTC)
    assert stored.consent_version == "2026-11"
    assert (await AuditEvent.get(subject=f"person:{person.id}")).deed == "consented"
    assert "Persetujuan sudah kami catat" in words_of(reply)
    assert "go:repayment_report" in [choice.id for choice in reply.choices]


async def test_who_does_not_agree_is_left_in_peace(database: object) -> None:
    async with transaction():
        person = await a_person("Sari Wulandari")
        turn = Turn(replace(a_borrower(), person_id=person.id), 1)
        reply = await joining.answer_consent(turn, agreed=False)
    assert (await Person.get(id=person.id)).consented_at is None
    assert (await AuditEvent.get(subject=f"person:{person.id}")).deed == "declined"
    assert "Kami tidak akan mengirim pesan lagi" in words_of(reply)
