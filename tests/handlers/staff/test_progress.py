"""Staff and the news of businesses: roles and states are checked at every press."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.messages import InboundMessage, Kind, Media
from handlers.staff import progress, progress_card
from handlers.turn import CardChange, Notice
from models.contact import Person, Role, StaffRole
from models.group import Office, Officer
from models.period import month_of
from models.progress import News, keep_news
from models.progress_tables import ProgressNote, ProgressReport, ProgressStatus
from tests.builders import NOW, TODAY, a_loan, a_person, a_picture, a_staff_turn, demote
from tests.handlers.staff.office import Staff
from tests.handlers.staff.talking import read, said, told

if TYPE_CHECKING:
    from tests.builders import Lent

pytestmark = pytest.mark.usefixtures("database")


async def staff(name: str, *roles: Role) -> Staff:
    return Staff(await a_person(name, *roles))


async def a_report(lent: Lent | None = None, *, draft: int = 1, photos: int = 1) -> ProgressReport:
    async with transaction():
        lent = lent or await a_loan()
        pictures = tuple([(await a_picture()).id for _ in range(photos)])
        news = News(
            lent.group.id, lent.loan.id, lent.leader.id, month_of(TODAY), pictures, caption="panen"
        )
        return (await keep_news(news, draft_id=draft, at=NOW)).report


async def status() -> ProgressStatus:
    return (await ProgressReport.get()).status


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.VERIFIER, True),
        (Role.VIEWER, False),
        (Role.TREASURER, False),
        (Role.APPROVER, False),
        (Role.ADMINISTRATOR, False),
    ],
)
async def test_verifiers_decide_and_others_hear_that_they_may_not(
    role: Role,
    may: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    report = await a_report()
    someone = await staff("Rina Hartati", role)
    answer = await someone.presses(f"card:progress:{report.id}:accept-1")
    assert (await status() is ProgressStatus.ACCEPTED) is may
    assert ("di luar peran" in answer) is not may


async def test_the_facilitator_of_the_group_decides_and_that_of_another_does_not() -> None:
    lent, other = await _two_loans()
    report = await a_report(lent)
    dewi = await staff("Dewi Kartika", Role.VIEWER)
    await Officer.create(
        group=other.group, person=dewi.person, office=Office.FACILITATOR, since=NOW
    )
    assert "di luar peran" in await dewi.presses(f"card:progress:{report.id}:accept-1")
    await Officer.create(group=lent.group, person=dewi.person, office=Office.FACILITATOR, since=NOW)
    await dewi.presses(f"card:progress:{report.id}:accept-1")
    assert await status() is ProgressStatus.ACCEPTED


async def _two_loans() -> tuple[Lent, Lent]:
    async with transaction():
        return await a_loan(), await a_loan()


async def test_nobody_decides_about_their_own_news() -> None:
    async with transaction():
        lent = await a_loan(leader=await a_person("Rina Hartati", Role.VERIFIER))
    report = await a_report(lent)
    rina = Staff(lent.leader)
    for verb in ("accept", "more"):
        answer = await rina.presses(f"card:progress:{report.id}:{verb}-1")
        assert answer == said("rule.own_progress", number=report.number)
    assert await status() is ProgressStatus.SUBMITTED


async def test_what_came_after_the_card_was_drawn_stops_the_tap() -> None:
    async with transaction():
        lent = await a_loan()
    report = await a_report(lent)
    await a_report(lent, draft=2)
    rina = await staff("Rina Hartati", Role.VERIFIER)
    for verb in ("accept", "more"):
        answer = await rina.presses(f"card:progress:{report.id}:{verb}-1")
        assert answer == said("rule.progress_changed", number=report.number)
    assert await status() is ProgressStatus.SUBMITTED
    assert rina.talk.open is None
    await rina.presses(f"card:progress:{report.id}:accept-2")
    assert await status() is ProgressStatus.ACCEPTED


async def test_stale_taps_are_answered_kindly_and_change_nothing() -> None:
    report = await a_report()
    rina = await staff("Rina Hartati", Role.VERIFIER)
    await rina.presses(f"card:progress:{report.id}:accept-1")
    again = await rina.presses(f"card:progress:{report.id}:accept-1")
    assert "sudah diterima oleh Rina Hartati" in again
    assert "sudah diterima" in await rina.presses(f"card:progress:{report.id}:more-1")
    for odd in ("accept", "accept-", "accept-x", "accept--1", "dance-1", ""):
        answer = await rina.presses(f"card:progress:{report.id}:{odd}")
        assert "yang sudah lewat" in answer, odd
    assert "yang sudah lewat" in await rina.presses("card:progress:999:accept-1")
    assert "yang sudah lewat" in await rina.presses(f"card:progress_list:0:{'9' * 30}")
    assert "yang sudah lewat" in await rina.presses("card:progress_list:0:g-999999")


async def test_who_loses_the_role_while_typing_the_reason_asks_for_nothing() -> None:
    report = await a_report()
    rina = await staff("Rina Hartati", Role.VERIFIER, Role.VIEWER)
    await rina.presses(f"card:progress:{report.id}:more-1")
    await rina.taps("Hasil jualan")
    await demote(rina.person)
    await a_role(rina, Role.VIEWER)
    assert "di luar peran" in await rina.taps("Ya, kirim")
    assert await status() is ProgressStatus.SUBMITTED


async def a_role(who: Staff, role: Role) -> None:
    await StaffRole.create(person=who.person, role=role, granted_at=NOW)


async def test_the_leader_reads_what_is_wanted_and_can_send_it_with_one_tap() -> None:
    async with transaction():
        lent = await a_loan()
    report = await a_report(lent)
    rina = await staff("Rina Hartati", Role.VERIFIER)
    await rina.presses(f"card:progress:{report.id}:more-1")
    await rina.says("tolong foto anggota yang bekerja.", "ya")
    (notice,) = [one for one in rina.notices if isinstance(one, Notice)]
    assert "satu hal lagi: tolong foto anggota yang bekerja." in read(notice.reply)
    assert [choice.id for choice in notice.reply.choices] == ["go:progress_report"]
    assert (await ProgressReport.get()).reason == "tolong foto anggota yang bekerja"


async def test_a_reply_to_a_card_is_a_note_of_anybody_on_the_staff() -> None:
    report = await a_report()
    viewer = await a_person("Joko Pranoto", Role.VIEWER)
    async with transaction():
        turn = await a_staff_turn(viewer)
        heard = InboundMessage(Kind.TEXT, NOW, "  kebun  baru ")
        reply = await progress.answer(turn, heard, report.id)
    assert "tersimpan di kartunya" in read(reply)
    assert (await ProgressNote.get()).text == "kebun baru"
    (change,) = turn.notices
    assert isinstance(change, CardChange)
    assert "kebun baru" in read(change.reply)
    assert told(turn, await Person.get(id=report.reporter_id)) == []


@pytest.mark.parametrize(
    ("text", "key"), [("", "progress.note_without_words"), ("x" * 301, "progress.note_too_long")]
)
async def test_a_reply_that_cannot_be_noted_says_why(text: str, key: str) -> None:
    report = await a_report()
    picture = (Media("a", "a", media_id=1),)
    turn = await a_staff_turn(await a_person("Joko Pranoto", Role.VIEWER))
    async with transaction():
        message = InboundMessage(Kind.PHOTO, NOW, text, media=picture)
        reply = await progress.answer(turn, message, report.id)
    assert reply.key == key
    assert read(reply)
    assert not await ProgressNote.exists()


async def test_a_card_shows_the_newest_ten_pictures_as_one_album() -> None:
    async with transaction():
        lent = await a_loan()
    await a_report(lent, photos=8)
    report = await a_report(lent, draft=2, photos=5)
    card = await progress_card.card(report.id, now=NOW)
    assert len(card.pictures) == progress_card.ALBUM_MOST
    assert "Foto: 13" in read(card)


async def test_a_card_with_everything_that_can_be_said_fits_one_message() -> None:
    async with transaction():
        lent = await a_loan()
        news = News(
            lent.group.id,
            lent.loan.id,
            lent.leader.id,
            month_of(TODAY),
            (),
            caption="k" * 300 + "\n" + "l" * 700,
            sales_words="s" * 300,
            members_working=10,
            obstacles="o" * 300,
            warnings=("recycled_here", "recycled_elsewhere"),
        )
        report = (await keep_news(news, draft_id=1, at=NOW)).report
    for _ in range(6):
        await ProgressNote.create(
            report=report, author_id=lent.leader.id, at=NOW, text="n" * progress._NOTE_MOST
        )
    words = read(await progress_card.card(report.id, now=NOW))
    assert len(words) <= 4096
    assert words.count("📝") < 6


async def test_the_latest_come_first_and_a_group_or_district_may_be_named() -> None:
    lent, other = await _two_loans()
    await a_report(lent)
    await a_report(other, draft=2)
    rina = await staff("Rina Hartati", Role.VIEWER)
    listing = await rina.says("/perkembangan")
    assert listing.index("P-1907-0002") < listing.index("P-1907-0001")
    assert "P-1907-0001" in await rina.says("/perkembangan kec. bengalon")
    assert "bukan nama kelompok" in await rina.says("/perkembangan mars")


async def test_the_list_says_where_each_report_stands() -> None:
    report = await a_report()
    rina = await staff("Rina Hartati", Role.VERIFIER)
    for status_now in ProgressStatus:
        await ProgressReport.filter(id=report.id).update(status=status_now)
        assert said(f"progress_list.status.{status_now}") in await rina.says("/perkembangan")
    assert said("progress_list.status.more_wanted") == "diminta lagi"


async def test_a_note_has_its_bound_in_the_form_too() -> None:
    report = await a_report()
    rina = await staff("Rina Hartati", Role.VIEWER)
    await rina.presses(f"card:progress:{report.id}:note-1")
    assert await rina.says("x" * 301) == said("progress_note.text.too_long", at_most=300)
    assert "tersimpan" in await rina.says("kebun baru")


async def test_who_has_not_reported_is_listed_until_all_have() -> None:
    async with transaction():
        lent = await a_loan()
    rina = await staff("Rina Hartati", Role.VIEWER)
    assert "Satu kelompok belum lapor" in await rina.says("/perkembangan belum lapor")
    assert "KUBE Jahe Merah Mekar" in await rina.taps("KUBE Jahe Merah Mekar")
    await a_report(lent)
    assert await rina.says("/perkembangan blm lapor") == said("progress_list.all_reported")
    rina.later(timedelta(days=31))
    assert "belum lapor" in await rina.says("/perkembangan belum lapor")
