"""Progress reports: one for a group and a period, written once for each draft, decided by staff."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from tortoise.exceptions import IntegrityError

from bot.database import transaction
from models.audit import AuditEvent
from models.contact import Role
from models.errors import ProgressChanged, ProgressDecided
from models.lending import record_repayment
from models.money import Rupiah
from models.period import month_of
from models.progress import (
    PHOTOS_MOST,
    Kept,
    News,
    accept_progress,
    accepted_lately,
    add_note,
    keep_news,
    want_more,
)
from models.progress_history import group_history, not_reported, punctuality
from models.progress_tables import (
    CAPTION_MOST,
    ProgressAddition,
    ProgressNote,
    ProgressPhoto,
    ProgressReport,
    ProgressStatus,
)
from tests.builders import NOW, TODAY, Lent, a_group, a_loan, a_person, a_picture

pytestmark = pytest.mark.usefixtures("database")

JULY = month_of(TODAY)


async def lent() -> Lent:
    async with transaction():
        return await a_loan()


async def some_pictures(count: int) -> tuple[int, ...]:
    return tuple([(await a_picture()).id for _ in range(count)])


def news(to: Lent, *photos: int, **changes: Any) -> News:
    told: dict[str, Any] = {"period": JULY, "loan_id": to.loan.id, **changes}
    told.setdefault("group_id", to.group.id)
    told.setdefault("reporter_id", to.leader.id)
    return News(photos=photos, **told)


async def kept(said: News, draft: int = 1, *, days: int = 0) -> Kept:
    async with transaction():
        return await keep_news(said, draft_id=draft, at=NOW + timedelta(days=days))


async def decided(report: ProgressReport, how: str, *, seen: int = 1, days: int = 1) -> None:
    verifier = await a_person("Rina Hartati", Role.VERIFIER)
    at = NOW + timedelta(days=days)
    async with transaction():
        if how == "accept":
            await accept_progress(report, seen=seen, person_id=verifier.id, at=at)
        else:
            await want_more(report, how, seen=seen, person_id=verifier.id, at=at)


async def test_news_become_a_report_with_a_number_and_a_trace() -> None:
    to = await lent()
    photos = await some_pictures(3)
    said = news(to, *photos, caption="panen", sales=Rupiah(3_000_000), members_working=5)
    report = (await kept(said)).report
    assert report.number == "P-1907-0001"
    assert report.period == "2019-07"
    assert report.status is ProgressStatus.SUBMITTED
    rows = await ProgressPhoto.filter(report_id=report.id).order_by("position")
    assert [(row.media_id, row.position) for row in rows] == list(
        zip(photos, (1, 2, 3), strict=True)
    )
    (deed,) = await AuditEvent.filter(subject=f"progress:{report.id}")
    assert (deed.deed, deed.person_id, deed.facts["photos"]) == (
        "progress_submitted",
        to.leader.id,
        3,
    )


async def test_the_same_draft_is_written_once() -> None:
    to = await lent()
    photos = await some_pictures(2)
    first = await kept(news(to, *photos))
    again = await kept(news(to, *photos), days=1)
    assert (again.report.id, again.photos, again.is_addition) == (first.report.id, 2, False)
    assert await ProgressReport.all().count() == 1
    assert await ProgressAddition.all().count() == 1
    assert (await ProgressReport.get()).times_sent == 1


async def test_a_second_report_in_the_period_adds_to_the_first() -> None:
    to = await lent()
    one, two, three = await some_pictures(3)
    first = news(to, one, two, caption="panen", sales=Rupiah(800_000), members_working=10)
    await kept(first)
    more = news(to, two, three, caption="gudang", sales=Rupiah(2_000_000), obstacles="hujan")
    added = await kept(more, draft=2, days=3)
    assert (added.is_addition, added.photos, added.sent_before) == (True, 1, 1)
    report = await ProgressReport.get()
    assert (report.caption, report.sales) == ("panen\ngudang", 2_000_000)
    assert (report.members_working, report.obstacles) == (10, "hujan")
    assert report.times_sent == 2
    assert await ProgressPhoto.filter(report_id=report.id).count() == 3
    traces = await ProgressAddition.all().order_by("id").values_list("sales", "photos")
    assert traces == [(800_000, 2), (2_000_000, 1)]


async def test_what_is_not_told_again_stays() -> None:
    to = await lent()
    (one,) = await some_pictures(1)
    await kept(news(to, one, sales=Rupiah(0), sales_words="belum panen", obstacles=""))
    await kept(news(to, one), draft=2)
    report = await ProgressReport.get()
    assert (report.sales, report.sales_words, report.obstacles) == (0, "belum panen", "")


async def test_another_period_and_another_group_are_other_reports() -> None:
    to, other = await lent(), await lent()
    (one,) = await some_pictures(1)
    numbers = [
        (await kept(news(to, one))).report.number,
        (await kept(news(other, one), draft=2)).report.number,
        (await kept(news(to, one, period=month_of(date(2019, 8, 1))), draft=3)).report.number,
    ]
    assert numbers == ["P-1907-0001", "P-1907-0002", "P-1907-0003"]


async def test_numbers_begin_again_each_month() -> None:
    to = await lent()
    await kept(news(to))
    later = await kept(news(to, period=month_of(date(2019, 8, 5))), draft=2, days=20)
    assert later.report.number == "P-1908-0001"


async def test_the_database_refuses_two_reports_of_a_group_for_one_period() -> None:
    to = await lent()
    report = (await kept(news(to))).report
    with pytest.raises(IntegrityError):
        await ProgressReport.create(
            number="P-1907-0099",
            group_id=report.group_id,
            reporter_id=report.reporter_id,
            period=report.period,
            submitted_at=NOW,
        )


async def test_two_officers_at_the_same_moment_make_one_report() -> None:
    to = await lent()
    treasurer = await a_person("Nurul Aini")
    one, two = await some_pictures(2)
    results = await asyncio.gather(
        kept(news(to, one), draft=1), kept(news(to, two, reporter_id=treasurer.id), draft=2)
    )
    assert len({result.report.id for result in results}) == 1
    assert sorted(result.is_addition for result in results) == [False, True]
    assert await ProgressPhoto.all().count() == 2


async def test_a_report_holds_so_many_pictures_and_no_more() -> None:
    to = await lent()
    photos = await some_pictures(PHOTOS_MOST + 5)
    for draft in range(4):
        result = await kept(news(to, *photos[draft * 10 : draft * 10 + 10]), draft=draft + 1)
    assert result.photos == 0
    assert await ProgressPhoto.all().count() == PHOTOS_MOST


async def test_captions_have_a_bound_however_often_something_is_added() -> None:
    to = await lent()
    for draft in range(5):
        await kept(news(to, caption=f"{draft}" * 300), draft=draft + 1)
    report = await ProgressReport.get()
    assert len(report.caption) == CAPTION_MOST
    assert report.caption.startswith("0" * 300 + "\n1")


async def test_a_picture_of_another_report_is_a_warning_for_staff() -> None:
    to, other = await lent(), await lent()
    one, two = await some_pictures(2)
    await kept(news(to, one))
    elsewhere = await kept(news(other, one, two), draft=2)
    here = await kept(news(to, one, period=month_of(date(2019, 8, 1))), draft=3)
    again = await kept(news(to, one, period=JULY), draft=4)
    assert elsewhere.report.warnings == "recycled_elsewhere"
    assert here.report.warnings == "recycled_here recycled_elsewhere"
    assert again.report.warnings == "recycled_here recycled_elsewhere"  # by now it stands there


async def test_a_picture_sent_twice_for_one_report_is_no_warning() -> None:
    to = await lent()
    (one,) = await some_pictures(1)
    await kept(news(to, one))
    assert (await kept(news(to, one), draft=2)).report.warnings == ""


async def test_warnings_of_the_quality_check_join_the_others_once() -> None:
    to = await lent()
    await kept(news(to, warnings=("recycled_here",)))
    report = (await kept(news(to, warnings=("recycled_here",)), draft=2)).report
    assert report.warnings == "recycled_here"


async def test_accepting_counts_for_ninety_days() -> None:
    to = await lent()
    report = (await kept(news(to))).report
    assert await accepted_lately(to.group.id, now=NOW) == 0
    await decided(report, "accept", days=1)
    assert await accepted_lately(to.group.id, now=NOW + timedelta(days=91)) == 1
    assert await accepted_lately(to.group.id, now=NOW + timedelta(days=92)) == 0


async def test_an_addition_waits_for_staff_and_takes_nothing_away() -> None:
    to = await lent()
    await decided((await kept(news(to))).report, "accept")
    report = (await kept(news(to, caption="lagi"), draft=2, days=2)).report
    assert report.status is ProgressStatus.SUBMITTED
    assert report.accepted_at == NOW + timedelta(days=1)
    assert await accepted_lately(to.group.id, now=NOW + timedelta(days=3)) == 1


async def test_a_report_about_which_more_is_wanted_does_not_count() -> None:
    to = await lent()
    await decided((await kept(news(to))).report, "accept")
    report = (await kept(news(to, caption="lagi"), draft=2, days=2)).report
    await decided(report, "clearer_photo", seen=2, days=3)
    assert await accepted_lately(to.group.id, now=NOW + timedelta(days=3)) == 0
    await decided(await ProgressReport.get(), "accept", seen=2, days=4)
    assert await accepted_lately(to.group.id, now=NOW + timedelta(days=4)) == 1
    assert (await ProgressReport.get()).accepted_at == NOW + timedelta(days=1)


@pytest.mark.parametrize("how", ["accept", "clearer_photo"])
async def test_what_is_accepted_is_not_decided_again(how: str) -> None:
    report = (await kept(news(await lent()))).report
    await decided(report, "accept")
    with pytest.raises(ProgressDecided) as broken:
        await decided(await ProgressReport.get(), how)
    assert broken.value.facts["decided_by"] == "Rina Hartati"
    assert await AuditEvent.filter(deed__startswith="progress_").count() == 2


async def test_what_was_not_looked_at_is_not_decided() -> None:
    to = await lent()
    await kept(news(to))
    report = (await kept(news(to, caption="lagi"), draft=2)).report
    with pytest.raises(ProgressChanged):
        await decided(report, "accept", seen=1)
    assert (await ProgressReport.get()).status is ProgressStatus.SUBMITTED


async def test_notes_are_kept_with_their_author() -> None:
    report = (await kept(news(await lent()))).report
    rina = await a_person("Rina Hartati", Role.VERIFIER)
    async with transaction():
        await add_note(report.id, "kebun bagus", person_id=rina.id, at=NOW)
    noted = await ProgressNote.get().select_related("author")
    assert (noted.text, noted.author.name) == ("kebun bagus", "Rina Hartati")
    assert await AuditEvent.filter(deed="progress_noted", person_id=rina.id).exists()


async def test_instalments_on_time_are_those_that_were_whole_by_their_day() -> None:
    async with transaction():
        to = await a_loan(principal=4_000_000, instalments=4)  # due from 20 April on
        for number, day in enumerate((date(2019, 4, 18), date(2019, 5, 25)), start=1):
            await record_repayment(
                to.loan.id,
                1_000_000,
                on=day,
                at=NOW,
                reference=f"test:{number}",
                cause="test",
                maker_id=None,
            )
    assert await punctuality(to.loan.id, date(2019, 7, 16)) == (3, 1)
    assert await punctuality(to.loan.id, date(2019, 4, 20)) == (0, 0)


async def test_the_history_of_a_group_with_and_without_a_loan() -> None:
    to = await lent()
    june = news(to, period=month_of(date(2019, 6, 1)))
    await kept(june)
    report = (await kept(news(to), draft=2)).report
    history = await group_history(report, now=NOW)
    assert (history.last_period, history.borrows, history.due) == ("2019-06", True, 3)
    assert history.arrears == 3_000_000
    alone = await a_group(await a_person("Budi Santoso"), name="KUBE Pisang")
    said = news(to, group_id=alone.id, loan_id=None)
    waiting = await group_history((await kept(said, draft=3)).report, now=NOW)
    assert (waiting.last_period, waiting.borrows, waiting.accepted) == (None, False, 0)


async def test_who_has_not_reported_in_the_period_of_today() -> None:
    told, silent = await lent(), await lent()
    alone = await a_group(name="KUBE Pisang")
    await kept(news(told))
    found = await not_reported([told.group, silent.group, alone], TODAY)
    assert [(group.id, period.key) for group, period in found] == [(silent.group.id, "2019-07")]
    later = await not_reported([told.group, silent.group], date(2019, 8, 1))
    assert {group.id for group, _ in later} == {told.group.id, silent.group.id}
