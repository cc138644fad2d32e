"""A leader's talk about the business, turn by turn; and what is written when it is sent."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from bot.database import transaction
from handlers.contents import CONTENTS
from handlers.hearing import Hearing
from handlers.leaders.business_answers import (
    Obstacles,
    ObstaclesTold,
    Sales,
    SalesTold,
    Working,
)
from handlers.leaders.loose_photo import LoosePhotoForm, PhotoPurpose
from handlers.leaders.photo_quality import Trouble, troubles
from handlers.leaders.progress_report import ProgressReportForm
from handlers.leaders.progress_thanks import thanks
from handlers.messages import InboundMessage, Kind, Media, Reply, words
from handlers.respond import offered_by, respond
from handlers.talk import Talk
from handlers.turn import CardChange, Notice, Turn
from models.money import Rupiah
from models.period import Period
from models.progress import Kept, News
from models.progress_tables import ProgressAddition, ProgressPhoto, ProgressReport
from tests.builders import a_loan as a_real_loan
from tests.builders import a_picture
from tests.handlers.leaders.people import (
    NOW,
    TODAY,
    Talking,
    a_borrower,
    a_group,
    a_leader,
    a_loan,
    a_waiting_leader,
    message,
    words_of,
)

if TYPE_CHECKING:
    from handlers.situation import GroupFacts, Situation
    from models.contact import Person


def members(group: GroupFacts, count: int = 10) -> GroupFacts:
    return replace(group, members=count)


def speaking(situation: Situation | None = None) -> Talking:
    return Talking(ProgressReportForm, situation or a_leader(members(a_group(a_loan()))))


def with_troubles(**codes: str) -> Situation:
    seen = {int(name.removeprefix("p")): (code,) for name, code in codes.items()}
    return replace(a_leader(members(a_group(a_loan()))), photo_troubles=seen)


# The talk ----------------------------------------------------------------------------------------


def test_one_message_may_answer_everything() -> None:
    sari = speaking()
    told = sari.opens("panen 200 kg laku 3 juta, 5 orang kerja, tidak ada kendala", 1, 2)
    assert "Foto: 2" in told
    assert "Hasil jualan: Rp3.000.000" in told
    assert "Anggota bekerja: 5" in told
    assert "Kendala: Tidak ada" in told


def test_without_a_photo_nothing_is_sent() -> None:
    sari = speaking()
    assert "kirim foto usahanya" in sari.opens("lapor usaha, laku 3 juta")
    assert "satu saja sudah cukup" in sari.says("nanti")
    assert "satu saja sudah cukup" in sari.says("tidak ada")


def test_more_pictures_join_those_that_came() -> None:
    sari = speaking()
    sari.opens("lapor usaha", 1)
    sari.says("", 2)
    sari.says("", 3)
    assert sari.draft is not None
    assert sari.draft.answers["photos"] == [1, 2, 3]


def test_sudah_may_come_with_the_first_answer() -> None:
    sari = speaking()
    sari.opens("", 1)
    assert "Berapa anggota" in sari.says("sudah, laku 2 juta")


def test_eleven_pictures_in_one_burst_are_ten_and_a_kind_word() -> None:
    sari = speaking()
    sari.opens("lapor usaha")
    sari.says("", *range(1, 12))
    assert sari.draft is not None
    assert sari.draft.answers["photos"] == list(range(1, 11))


def test_a_bare_number_of_members_is_no_number_of_a_button() -> None:
    sari = speaking()
    sari.opens("panen", 1)
    sari.says("lewati")
    assert sari.labels == ["Semua", "Lewati"]
    assert offered_by(sari.outcome.replies) == ()
    assert "kendala" in sari.says("2")


def test_more_members_than_are_registered_are_doubted_once() -> None:
    sari = speaking()
    sari.opens("panen", 1)
    sari.says("lewati")
    assert "tercatat 10 orang" in sari.says("25 orang")
    assert "kendala" in sari.taps("Ya, benar")


def test_an_obstacle_may_hold_words_that_mean_other_things_elsewhere() -> None:
    for obstacle in ("modal kurang", "butuh bantuan pupuk", "salah beli bibit", "harga turun"):
        sari = speaking()
        sari.opens("panen", 1)
        sari.says("lewati")
        sari.says("lewati")
        assert f"Kendala: {obstacle}" in sari.says(obstacle)


def test_unclear_figures_are_offered_and_taken_with_a_tap() -> None:
    sari = speaking()
    sari.opens("panen", 1)
    sari.says("laku kemarin 500rb, hari ini laku 300rb")
    assert sari.labels[:3] == ["Rp800.000", "Rp500.000", "Rp300.000"]
    assert "Berapa anggota" in sari.taps("Rp800.000")


def test_for_a_season_the_question_names_the_season() -> None:
    season = Period("2019-12-04", TODAY, TODAY.replace(month=12, day=4))
    group = replace(a_group(a_loan()), period=season)
    assert "selama musim sampai 4 Desember 2019" in speaking(a_leader(group)).opens("panen", 1)


@pytest.mark.parametrize(
    ("skipped", "key"),
    [
        (0, "progress_report.sales.photo_instead"),
        (1, "progress_report.members.photo_instead"),
        (2, "progress_report.obstacles.photo_instead"),
    ],
)
def test_pictures_that_come_instead_of_an_answer_are_counted(skipped: int, key: str) -> None:
    sari = speaking()
    sari.opens("panen jahe", 1)
    for _ in range(skipped):
        sari.says("lewati")
    assert "Sudah 2 foto kami simpan" in sari.says("", 2)
    assert sari.outcome.replies[-1].key == key


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("...", "progress_report.obstacles.no_words"),
        ("sisa berapa?", "progress_report.obstacles.no_words"),
        ("hujan terus " * 40, "progress_report.obstacles.too_long"),
    ],
)
def test_what_is_no_obstacle_is_asked_again(answer: str, key: str) -> None:
    sari = speaking()
    sari.opens("panen", 1)
    sari.says("lewati")
    sari.says("lewati")
    sari.says(answer)
    assert sari.outcome.replies[-1].key == key


def test_what_is_passed_over_is_called_not_told() -> None:
    not_told = words("progress_report.not_told")
    assert SalesTold().fact(Sales()) == not_told
    assert Working().fact(Working.skipped) == not_told
    assert ObstaclesTold().fact(Obstacles()) == not_told


def test_whether_all_photos_came_is_nothing_to_correct() -> None:
    sari = speaking()
    sari.opens("", 1)
    sari.says("sudah")
    sari.says("lewati semua")
    sari.taps("Perbaiki")
    assert words_of(Reply("progress_report.all_sent.label")) not in sari.labels
    assert sari.labels[:2] == ["Foto", "Hasil jualan"]


# Groups ------------------------------------------------------------------------------------------


def two_groups() -> Situation:
    return a_leader(a_group(a_loan()), a_group(a_loan(), number=2, name="KUBE Olahan Ikan Pesisir"))


def test_who_leads_several_groups_is_asked_and_what_grows_names_no_group() -> None:
    sari = speaking(two_groups())
    assert "kelompok yang mana" in sari.opens("panen jahe", 1)
    sari.taps("KUBE Olahan Ikan Pesisir")
    assert "Ikan Pesisir" in sari.says("lewati semua")


def test_a_group_that_is_named_as_one_is_not_asked_for() -> None:
    sari = speaking(two_groups())
    assert "kelompok yang mana" not in sari.opens("lapor usaha kelompok ikan pesisir", 1)
    assert "Kelompok: KUBE Olahan Ikan Pesisir" in sari.says("lewati semua")


def test_a_report_stays_with_its_group_whatever_happens_meanwhile() -> None:
    sari = speaking()
    sari.opens("panen", 1)
    sari.situation = a_leader(a_group(a_loan(), number=2, name="KUBE Lain"))
    told = sari.says("lewati semua")
    assert "KUBE Lain" not in told
    assert words_of(Reply("progress_report.no_longer")) in told


def test_a_group_of_others_is_doubted_and_asked_for_again() -> None:
    sari = speaking()
    assert "“pisang lestari”" in sari.opens("lapor usaha kelompok pisang lestari")
    assert "kelompok yang mana" in sari.taps("Tulis ulang")
    assert "kirim foto" in sari.taps("KUBE Jahe Merah Mekar")


# The quality of pictures -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "tip"),
    [
        ("progress_report.photos.too_dark", "dekat jendela"),
        ("progress_report.photos.blurred", "tahan HP sebentar"),
        ("progress_report.photos.tiny", "foto aslinya dari galeri"),
        ("progress_report.photos.screen_photo", "foto dari layar"),
        ("progress_report.photos.screenshot", "tangkapan layar"),
    ],
)
def test_a_picture_that_is_hard_to_see_gets_one_tip(code: str, tip: str) -> None:
    sari = speaking(with_troubles(p1=code.rpartition(".")[2]))
    assert tip in sari.opens("panen", 1)
    keys = [choice.label.key for choice in sari.outcome.replies[-1].choices]
    assert keys == ["progress_report.go_on", "progress_report.send_again"]
    assert "Berapa hasil jualan" in sari.taps("Lanjut saja")


def test_the_tip_is_about_the_worst_and_given_once() -> None:
    sari = speaking(with_troubles(p1="screenshot", p2="too_dark"))
    assert "Ada 2 foto yang agak gelap" in sari.opens("panen", 1, 2, 3)
    assert "Berapa hasil jualan" in sari.says("lanjut")
    assert "Sudah 4 foto" in sari.says("", 4)


def test_sending_again_keeps_the_good_pictures() -> None:
    sari = speaking(with_troubles(p2="blurred"))
    sari.opens("panen", 1, 2, 3)
    assert "Sudah 2 foto masuk" in sari.taps("Kirim ulang")
    sari.says("", 4)
    assert sari.draft is not None
    assert sari.draft.answers["photos"] == [1, 3, 4]


def test_a_better_picture_instead_of_an_answer_takes_the_place_of_the_bad_one() -> None:
    sari = speaking(with_troubles(p2="blurred"))
    sari.opens("panen", 1, 2)
    assert "Berapa hasil jualan" in sari.says("", 4)
    assert sari.draft is not None
    assert sari.draft.answers["photos"] == [1, 4]


def test_when_no_picture_is_good_all_are_asked_for_again() -> None:
    sari = speaking(with_troubles(p1="too_dark"))
    sari.opens("panen", 1)
    assert "kirim foto usahanya" in sari.taps("Kirim ulang")


def test_codes_that_are_not_known_are_nobody_s_trouble() -> None:
    situation = with_troubles(p1="too_loud", p2=Trouble.TINY)
    assert troubles(situation, (1, 2, 3)) == {2: ("tiny",)}


# By the real routing -----------------------------------------------------------------------------


def answered(situation: Situation, sent: InboundMessage, talk: Talk | None = None) -> str:
    step = respond(CONTENTS, situation, talk or Talk("p:1"), sent, 50)
    return words_of(*step.replies)


def test_a_caption_about_the_business_is_not_asked_what_it_is() -> None:
    assert "Berapa hasil jualan" in answered(a_borrower(), message("panen jahe", 1))
    assert "Ini foto apa" in answered(a_borrower(), message("", 1))


def test_a_group_without_a_loan_reports_too() -> None:
    assert "kirim foto usahanya" in answered(a_waiting_leader(), message("/usaha"))
    assert "kirim foto usahanya" in answered(
        a_waiting_leader(), message(button="go:progress_report")
    )


def test_a_video_is_asked_for_as_a_photo_and_the_form_stays() -> None:
    situation = a_borrower()
    step = respond(CONTENTS, situation, Talk("p:1"), message("lapor usaha"), 50)
    film = InboundMessage(Kind.VIDEO, NOW)
    told = answered(situation, film, step.talk)
    assert "video belum bisa kami terima" in told
    assert "kirim foto usahanya" in told


def test_of_an_album_the_part_that_arrived_is_kept_and_the_rest_asked_for() -> None:
    media = (Media("a", "a", media_id=1), Media("b", "b", trouble="unavailable"))
    step = respond(
        CONTENTS, a_borrower(), Talk("p:1"), replace(message("panen", 1), media=media), 50
    )
    told = words_of(*step.replies)
    assert "1 foto belum bisa kami simpan karena jaringan sedang terganggu" in told
    assert "Berapa hasil jualan" in told
    assert step.talk.open is not None
    assert step.talk.open.answers["photos"] == [1]


# What is written ---------------------------------------------------------------------------------


async def in_the_books() -> tuple[Situation, Person]:
    async with transaction():
        lent = await a_real_loan()
    group = replace(a_group(a_loan(), number=lent.group.id), members=10)
    group = replace(group, loan=replace(a_loan(), id=lent.loan.id), period=Period("2019-07", TODAY))
    return replace(a_leader(group), person_id=lent.leader.id), lent.leader


async def sent(situation: Situation, sari: Talking, draft: int) -> tuple[str, Turn]:
    assert sari.outcome.submitted is not None
    turn = Turn(situation, draft, draft_id=draft)
    async with transaction():
        reply = await sari.outcome.submitted.submit(turn)
    assert not isinstance(reply, tuple)
    return words_of(reply), turn


async def test_what_was_confirmed_is_written_and_shown_to_staff(database: object) -> None:
    situation, leader = await in_the_books()
    photos = [(await a_picture()).id for _ in range(2)]
    sari = speaking(situation)
    sari.opens("panen 200 kg laku 3 juta, semua anggota kerja, tidak ada kendala", *photos)
    sari.says("ya")
    told, turn = await sent(situation, sari, 7)
    assert "P-1907-0001" in told
    assert "2 foto" in told
    report = await ProgressReport.get()
    assert (report.sales, report.members_working, report.obstacles) == (3_000_000, 10, "")
    assert report.reporter_id == leader.id
    assert await ProgressPhoto.all().count() == 2
    (card,) = turn.notices
    assert isinstance(card, Notice)
    assert card.subject == f"progress:{report.id}"
    assert card.reply.pictures == tuple(photos)


async def test_an_addition_changes_the_cards_that_are_there_and_makes_one_more(
    database: object,
) -> None:
    situation, _ = await in_the_books()
    for draft in (7, 8):
        sari = speaking(situation)
        sari.opens("panen", (await a_picture()).id)
        sari.says("lewati semua")
        sari.says("ya")
        _, turn = await sent(situation, sari, draft)
    assert [type(notice) for notice in turn.notices] == [CardChange, Notice]
    assert await ProgressReport.all().count() == 1
    assert await ProgressAddition.all().count() == 2


async def test_no_two_thanks_in_a_row_are_the_same_letter(database: object) -> None:
    situation, _ = await in_the_books()
    letters = []
    for draft in range(1, 7):
        sari = speaking(situation)
        sari.opens("panen", (await a_picture()).id)
        sari.says("lewati semua")
        sari.says("ya")
        letters.append((await sent(situation, sari, draft))[0])
    openings = [letter[:12] for letter in letters]
    assert all(one != other for one, other in pairwise(openings))
    assert len(set(openings[1:])) == 4


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"obstacles": "hama wereng"}, "“hama wereng”"),
        ({"sales": Rupiah(2_000_000)}, "Rp2.000.000"),
        ({"caption": "panen jahe 40 kg"}, "“panen jahe 40 kg”"),
        ({"sales_words": "panen 40 kg"}, "“panen 40 kg”"),
        ({"members_working": 7}, "7 anggota"),
        ({"obstacles": ""}, words_of(Reply("progress_report.named.no_obstacles"))),
        ({}, "langsung kami perlihatkan"),
        ({"caption": "panjang " * 40}, "panjang…"),
    ],
)
@pytest.mark.parametrize("sent_before", range(4))
def test_thanks_name_something_that_was_sent(
    told: dict[str, Any], named: str, sent_before: int
) -> None:
    news = News(1, 1, 1, Period("2019-07", TODAY), (1, 2), **told)
    told_already = set()
    for is_addition in (False, True):
        kept = Kept(ProgressReport(number="P-1907-0001"), 2, is_addition, sent_before)
        reply = thanks(news, kept, group="KUBE Jahe", name="Sari")
        told_already.add(reply.key)
        letter = words_of(reply)
        assert named in letter
        assert all(part in letter for part in ("KUBE Jahe", "Juli 2019", "2 foto", "P-1907-0001"))
    if sent_before == 0:
        assert told_already == {"progress_report.thanks.a", "progress_report.added.a"}
    if sent_before == 3:
        assert told_already == {"progress_report.thanks.d", "progress_report.added.d"}


async def test_who_is_no_officer_any_more_hears_it_kindly(database: object) -> None:
    situation, _ = await in_the_books()
    sari = speaking(situation)
    sari.opens("panen", (await a_picture()).id)
    sari.says("lewati semua")
    sari.says("ya")
    told, turn = await sent(replace(situation, groups=()), sari, 7)
    assert "tidak lagi tercatat atas nama Bapak/Ibu" in told
    assert turn.notices == []
    assert not await ProgressReport.exists()


# Loose photos ------------------------------------------------------------------------------------


async def test_a_loose_photo_of_the_business_begins_a_report_with_it() -> None:
    form = LoosePhotoForm(photos=(1, 2), purpose=PhotoPurpose.BUSINESS, caption="panen jahe")
    turn = Turn(a_borrower(), 50)
    reply = await form.submit(turn)
    assert turn.next_form is not None
    name, known = turn.next_form
    assert name == "progress_report"
    assert known == {"photos": [1, 2], "all_sent": "yes", "captions": ["panen jahe"]}
    assert "untuk kabar usaha" in words_of(reply if not isinstance(reply, tuple) else reply[0])


def test_words_that_tell_what_a_loose_photo_is() -> None:
    hearing = Hearing(message("bukan bukti, itu foto kebun"), a_borrower(), TODAY)
    purpose = LoosePhotoForm.questions["purpose"].answer
    assert purpose.overhear(hearing) is PhotoPurpose.BUSINESS
