"""What goes to staff: calls for a person, loose photos; and what must not be kept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.database import transaction
from handlers.commands import Topic
from handlers.leaders import human, loose_photo, sensitive
from handlers.leaders.loose_photo import LoosePhotoForm, PhotoPurpose
from handlers.messages import InboundMessage, Reply
from handlers.situation import Situation
from handlers.turn import Notice, Turn
from models.help_request import HelpRequest
from models.inbox import InboxMessage, InboxState
from models.money import Rupiah
from models.repayment import ReportSlip
from tests.builders import a_loan as a_real_loan
from tests.builders import a_person, a_picture, a_report, an_address
from tests.handlers.leaders.people import (
    Talking,
    a_borrower,
    a_waiting_leader,
    message,
    words_of,
)


async def in_the_books(situation: Situation) -> Situation:
    """The same leader, with rows of their own."""
    person = await a_person("Sari Wulandari", reachable=False)
    address = await an_address(person)
    return replace(situation, person_id=person.id, address_id=address.id)


async def run(topic: Topic, turn: Turn, sent: InboundMessage) -> Reply:
    assert topic.run is not None
    reply = await topic.run(turn, sent)
    assert not isinstance(reply, tuple)
    return reply


def the_card(turn: Turn) -> Notice:
    (notice,) = turn.notices
    assert isinstance(notice, Notice)
    return notice


async def arrived(situation: Situation, text: str) -> InboxMessage:
    sent = message(text)
    return await InboxMessage.create(
        channel="telegram",
        external_id=f"update:{text}",
        address_id=situation.address_id,
        payload={"message": {"text": text}},
        event=sent.to_json(),
        state=InboxState.WAITING,
        ready_at_ms=0,
        received_at_ms=0,
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("petugas", "teruskan ke petugas"),
        ("belum bisa bayar bulan ini", "Sebagian dulu juga boleh"),
        ("kapan giliran kelompok kami?", "keputusan rapat"),
        ("hapus data saya", "3 x 24 jam"),
    ],
)
async def test_every_wish_is_answered_in_its_own_words_and_reaches_staff(
    text: str, part: str, database: object
) -> None:
    async with transaction():
        turn = Turn(await in_the_books(a_borrower()), 50)
        reply = await run(human.TOPIC, turn, message(text))
    request = await HelpRequest.get()
    card = the_card(turn)
    assert part in words_of(reply)
    assert request.last_words == text
    assert card.subject == f"help:{request.id}"
    assert card.key == f"help:{request.id}:card"
    assert text in words_of(card.reply)
    assert "Sari Wulandari" in words_of(card.reply)
    assert "+62" not in words_of(card.reply)


async def test_a_tap_shows_staff_what_was_written_before_it(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        before = await arrived(situation, "kenapa begini ya")
        turn = Turn(situation, before.id + 1)
        await run(human.TOPIC, turn, message(button="go:human"))
    assert (await HelpRequest.get()).last_words == "kenapa begini ya"


async def test_pictures_of_a_call_are_shown_to_staff(database: object) -> None:
    async with transaction():
        turn = Turn(await in_the_books(a_borrower()), 50)
        await run(human.TOPIC, turn, message("petugas, ini kenapa?", 9))
    assert the_card(turn).reply.pictures == (9,)


async def test_what_is_written_after_a_call_reaches_staff_too(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        later = replace(situation, now=situation.now + timedelta(hours=23))
        turn = Turn(later, 51)
        reply = await human.pass_on(turn, message("slipnya basah, bagaimana?"))
    assert reply is not None
    assert "juga sudah kami teruskan" in words_of(reply)
    assert "slipnya basah" in words_of(the_card(turn).reply)


async def test_a_day_after_a_call_we_answer_ourselves_again(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        later = replace(situation, now=situation.now + timedelta(hours=25))
        turn = Turn(later, 51)
        assert await human.pass_on(turn, message("slipnya basah, bagaimana?")) is None
    assert turn.notices == []


async def test_words_of_somebody_who_called_nobody_stay_with_us(database: object) -> None:
    async with transaction():
        caller = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(caller, 50), message("petugas"))
        address = await an_address(display_name="Tamu")
        somebody_else = replace(caller, person_id=None, address_id=address.id)
        turn = Turn(somebody_else, 51)
        assert await human.pass_on(turn, message("slipnya basah, bagaimana?")) is None
        assert await human.pass_on(Turn(caller, 52), message("", 9)) is None, "nothing to read"
    assert turn.notices == []


async def test_sensitive_numbers_are_taken_out_of_what_arrived(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        other = await arrived(situation, "sisa berapa")
        first = await arrived(situation, "nik saya")
        last = await arrived(situation, "6408012345678901")
        turn = Turn(situation, last.id)
        reply = await run(sensitive.TOPIC, turn, message("nik saya 6408012345678901"))
    assert "tidak kami simpan" in words_of(reply)
    for row in await InboxMessage.filter(id__in=[first.id, last.id]):
        assert row.payload == {"redacted": "sensitive_data"}
        assert row.event["text"] == ""
        assert InboundMessage.from_json(row.event).text == ""
    assert (await InboxMessage.get(id=other.id)).event["text"] == "sisa berapa"


def photos(**changed: Any) -> LoosePhotoForm:
    return LoosePhotoForm(**({"photos": (8, 9), "purpose": PhotoPurpose.SLIP} | changed))


def test_a_photo_without_words_is_asked_what_it_is() -> None:
    leader = Talking(LoosePhotoForm, a_borrower())
    assert "Ini foto apa?" in leader.opens("", 9)
    assert leader.labels == ["Bukti setoran", "Foto usaha", "Lainnya"]
    leader.taps("Bukti setoran")
    assert leader.outcome.submitted == photos(photos=(9,))


def test_an_amount_after_the_photo_makes_it_a_slip_and_is_kept() -> None:
    leader = Talking(LoosePhotoForm, a_borrower())
    leader.opens("", 9)
    leader.says("td pagi 350rb")
    submitted = leader.outcome.submitted
    assert isinstance(submitted, LoosePhotoForm)
    assert submitted.purpose is PhotoPurpose.SLIP
    assert submitted.amount == 350_000
    assert submitted.paid_on is not None


def test_words_that_tell_neither_are_asked_again() -> None:
    leader = Talking(LoosePhotoForm, a_borrower())
    leader.opens("", 9)
    assert "bukti setoran, atau foto usaha" in leader.says("hmm apa ya")


async def test_a_slip_begins_a_report_with_all_that_was_said(database: object) -> None:
    async with transaction():
        turn = Turn(await in_the_books(a_borrower()), 50)
        await photos(amount=Rupiah(350_000)).submit(turn)
    assert turn.next_form == ("repayment_report", {"slips": [8, 9], "amount": 350_000})


async def test_a_slip_that_comes_later_joins_the_report_that_waits_for_it(
    database: object,
) -> None:
    async with transaction():
        lent = await a_real_loan()
        report = await a_report(lent, 500_000)
        picture = await a_picture()
        turn = Turn(replace(a_borrower(), person_id=lent.leader.id), 50)
        reply = await photos(photos=(picture.id,)).submit(turn)
    assert turn.next_form is None
    assert report.number in words_of(reply)
    assert await ReportSlip.filter(report_id=report.id).count() == 1
    assert the_card(turn).reply.pictures == (picture.id,)
    assert the_card(turn).subject == f"report:{report.id}"


async def test_with_two_reports_waiting_for_a_slip_nothing_is_guessed(database: object) -> None:
    async with transaction():
        lent = await a_real_loan()
        await a_report(lent, 500_000)
        await a_report(lent, 250_000)
        turn = Turn(replace(a_borrower(), person_id=lent.leader.id), 50)
        await photos(photos=()).submit(turn)
    assert turn.next_form is not None


@pytest.mark.parametrize("purpose", [PhotoPurpose.SLIP, PhotoPurpose.OTHER])
async def test_a_photo_that_is_no_slip_of_a_loan_is_shown_to_staff(
    purpose: PhotoPurpose, database: object
) -> None:
    async with transaction():
        turn = Turn(await in_the_books(a_waiting_leader()), 50)
        reply = await photos(purpose=purpose, caption="panen pertama").submit(turn)
    card = the_card(turn)
    assert card.reply.pictures == (8, 9)
    assert "panen pertama" in words_of(card.reply)
    assert "KUBE Olahan Pisang Lestari, Sepaso" in words_of(card.reply)
    assert "diperlihatkan ke petugas" in words_of(reply)


def test_the_topic_of_a_loose_photo_is_known() -> None:
    assert loose_photo.TOPIC.form is LoosePhotoForm
