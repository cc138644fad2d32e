"""What goes to staff: calls for a person, loose photos; and what must not be kept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.database import transaction
from handlers.commands import Topic
from handlers.leaders import finishing, human, loose_photo, sensitive
from handlers.leaders.loose_photo import LoosePhotoForm, PhotoPurpose
from handlers.messages import InboundMessage, Kind, Media, Reply, words
from handlers.situation import Situation
from handlers.turn import CardChange, Notice, Turn
from models.help_request import HelpEnding, HelpMessage, HelpRequest, HelpState
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


async def arrived(
    situation: Situation, text: str, state: InboxState = InboxState.WAITING
) -> InboxMessage:
    sent = message(text)
    return await InboxMessage.create(
        channel="telegram",
        external_id=f"update:{text}",
        address_id=situation.address_id,
        payload={"message": {"text": text}},
        event=sent.to_json(),
        state=state,
        ready_at_ms=0,
        received_at_ms=0,
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("petugas", "teruskan ke petugas"),
        ("ganti nomor hp", "Nomor HP hanya bisa diganti"),
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
        before = await arrived(situation, "kenapa begini ya", InboxState.DONE)
        turn = Turn(situation, before.id + 1)
        await run(human.TOPIC, turn, message(button="go:human"))
    assert (await HelpRequest.get()).last_words == "kenapa begini ya"


async def test_the_last_five_words_before_a_call_are_shown_with_it(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        for number in range(7):
            await arrived(situation, f"kata ke-{number}", InboxState.DONE)
        forgotten = await arrived(situation, "", InboxState.DONE)
        turn = Turn(situation, forgotten.id + 1)
        await run(human.TOPIC, turn, message("petugas"))
    said = [each.words for each in await HelpMessage.all().order_by("id")]
    assert said == [*(f"kata ke-{number}" for number in range(2, 7)), "petugas"]


async def test_pictures_of_a_call_are_shown_to_staff_below_the_card(database: object) -> None:
    async with transaction():
        turn = Turn(await in_the_books(a_borrower()), 50)
        await run(human.TOPIC, turn, message("petugas, ini kenapa?", 9))
    card, below = turn.notices
    assert isinstance(card, Notice)
    assert isinstance(below, Notice)
    assert (card.reply.pictures, below.reply.pictures) == ((), (9,))
    assert below.subject.startswith(f"{card.subject}:said")


async def test_what_is_written_after_a_call_comes_below_the_same_card(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        later = replace(situation, now=situation.now + timedelta(hours=23))
        turn = Turn(later, 51)
        reply = await human.pass_on(turn, message("slipnya basah, bagaimana?"))
        request = await HelpRequest.get()
    assert isinstance(reply, tuple)
    assert "sudah kami teruskan" in words_of(reply[0])
    below, card = turn.notices
    assert isinstance(below, Notice)
    assert isinstance(card, CardChange)
    assert "slipnya basah" in words_of(below.reply)
    assert "slipnya basah" in words_of(card.reply)
    assert card.subject == f"help:{request.id}"


async def test_what_follows_at_once_makes_no_new_message_for_staff(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        told = []
        for number, minutes in enumerate((1, 5, 6, 7, 20)):
            then = replace(situation, now=situation.now + timedelta(minutes=minutes))
            turn = Turn(then, 51 + number)
            await human.pass_on(turn, message(f"kata ke-{number}"))
            told.append(sum(isinstance(notice, Notice) for notice in turn.notices))
    assert told == [0, 1, 0, 0, 1]
    assert await HelpMessage.all().count() == 6


async def test_where_staff_have_answered_no_answer_is_promised_by_the_clock(
    database: object,
) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        await HelpRequest.all().update(state=HelpState.ANSWERED, promised_until=None)
        reply = await human.call_unasked(Turn(situation, 51), message("xyz"), ())
    assert reply.facts["promise"] == words("human.answer_comes")
    assert (await HelpRequest.get()).promised_until is None


async def test_photos_that_could_not_be_read_are_asked_for_again(database: object) -> None:
    broken = Media("f", "u", trouble="broken")
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        whole = replace(message("ini bukunya", 9), kind=Kind.PHOTO)
        some = replace(whole, media=(*whole.media, broken))
        told = await human.pass_on(Turn(situation, 51), some)
        nothing = replace(whole, text="", media=(broken,))
        alone = await human.pass_on(Turn(situation, 52), nothing)
    assert isinstance(told, tuple)
    assert isinstance(alone, tuple)
    assert [reply.key for reply in told] == ["human.photos_passed_on", "human.photos_missing"]
    assert [reply.key for reply in alone] == ["human.photos_missing"]
    assert [each.media for each in await HelpMessage.all().order_by("id")] == [[], [9]]


async def test_a_second_call_is_the_same_talk(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        for number, said in enumerate(("petugas", "kok lama sekali, kecewa saya", "petugas")):
            await run(human.TOPIC, Turn(situation, 50 + number), message(said))
        tapped = Turn(situation, 60)
        await run(human.TOPIC, tapped, message(button="go:human"))
    assert await HelpRequest.all().count() == 1
    assert await HelpMessage.all().count() == 3
    assert tapped.notices == []


async def test_a_call_within_a_day_of_a_closed_talk_goes_on_with_it(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        for number, hours in enumerate((0, 23, 60)):
            then = replace(situation, now=situation.now + timedelta(hours=hours))
            await run(human.TOPIC, Turn(then, 50 + 2 * number), message("petugas"))
            await human.pass_on(Turn(then, 51 + 2 * number), message("cukup"))
    first, second, third = await HelpRequest.all().order_by("id")
    assert (first.earlier_id, second.earlier_id, third.earlier_id) == (None, first.id, None)
    assert {each.state for each in (first, second, third)} == {HelpState.CLOSED}
    assert {each.ending for each in (first, second, third)} == {HelpEnding.PERSON}


async def test_words_of_somebody_who_called_nobody_stay_with_us(database: object) -> None:
    async with transaction():
        caller = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(caller, 50), message("petugas"))
        address = await an_address(display_name="Tamu")
        somebody_else = replace(caller, person_id=None, address_id=address.id)
        turn = Turn(somebody_else, 51)
        assert await human.pass_on(turn, message("slipnya basah, bagaimana?")) is None
        assert await human.pass_on(Turn(caller, 52), message("")) is None, "nothing to read"
        assert await human.pass_on(Turn(caller, 53), message("/menu")) is None, "an order to us"
    assert turn.notices == []


async def test_only_their_own_talk_can_be_ended_by_a_tap(database: object) -> None:
    async with transaction():
        caller = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(caller, 50), message("petugas"))
        request = await HelpRequest.get()
        address = await an_address(display_name="Tamu")
        stranger = Turn(replace(caller, person_id=None, address_id=address.id), 51)
        for tapped in (f"talk:{request.id}:close", "talk:x:close", "talk:", "talk:9:other"):
            refused = await human.press(stranger, message(button=tapped))
            assert isinstance(refused, Reply)
            assert refused.key == "form.stale"
        await request.refresh_from_db()
        assert request.state is HelpState.OPEN
        own = await human.press(Turn(caller, 52), message(button=f"talk:{request.id}:close"))
        assert isinstance(own, Reply)
        assert own.key == "human.closed"


async def test_a_person_found_at_another_address_has_one_talk(database: object) -> None:
    async with transaction():
        caller = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(caller, 50), message("petugas"))
        other = await an_address(display_name="Sari di HP lain")
        elsewhere = replace(caller, person_id=None, address_id=other.id)
        await run(human.TOPIC, Turn(elsewhere, 51), message("petugas"))
        await human.pass_on(
            Turn(replace(elsewhere, person_id=caller.person_id), 52), message("halo")
        )
    older, newer = await HelpRequest.all().order_by("id")
    assert (older.state, older.ending) == (HelpState.CLOSED, HelpEnding.SILENCE)
    assert (newer.state, newer.person_id) == (HelpState.OPEN, caller.person_id)


async def test_whoever_agrees_is_owed_no_answer(database: object) -> None:
    async with transaction():
        situation = await in_the_books(a_borrower())
        await run(human.TOPIC, Turn(situation, 50), message("petugas"))
        await HelpRequest.all().update(state=HelpState.ANSWERED, promised_until=None)
        await human.pass_on(Turn(situation, 51), message("siap bu"))
        agreed = await HelpRequest.get()
        await human.pass_on(Turn(situation, 52), message("tapi di mana?"))
        asked = await HelpRequest.get()
    assert (agreed.state, agreed.promised_until) == (HelpState.ANSWERED, None)
    assert asked.state is HelpState.OPEN
    assert asked.promised_until is not None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("sudah, terima kasih", True),
        ("cukup bu", True),
        ("sdh jelas pak makasih", True),
        ("selesai", True),
        ("terima kasih", False),
        ("sudah", False),
        ("sudah saya kirim, terima kasih", False),
        ("sudah selesai?", False),
        ("belum jelas", False),
        ("cukup 3", False),
        ("", False),
    ],
)
def test_a_talk_ends_with_words_that_say_nothing_else(text: str, *, ends: bool) -> None:
    assert finishing.says_finished(text) is ends


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
