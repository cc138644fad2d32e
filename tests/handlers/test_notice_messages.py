"""The words of a message of notices: what stands alone, and what stands among others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.database import transaction
from handlers.notices.composing import Asked, Composed, compose
from handlers.speak import render
from models.calendar import WITA
from models.funding_tables import Application, ApplicationStatus
from models.good_moments import Hours
from models.loan import Instalment
from models.notice import Notice, NoticeKind
from models.notice_pause import pause_notices
from models.notice_plan import NoticePlan, change_plan
from models.promise import Word, promise
from tests.builders import Lent, a_group, a_loan, a_person, a_programme

DUE = date(2019, 7, 22)


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=WITA).astimezone(UTC)


async def a_due_loan() -> Lent:
    async with transaction():
        lent = await a_loan(
            principal=4_000_000, instalments=4, disbursed_on=DUE - timedelta(days=31)
        )
        rows = await Instalment.filter(loan_id=lent.loan.id).order_by("number")
        for number, row in enumerate(rows):
            row.due_on = DUE + timedelta(days=30 * number)
            await row.save(update_fields=["due_on"])
    return lent


async def a_notice(lent: Lent, kind: NoticeKind, day: date, **more: int) -> Notice:
    first = await Instalment.filter(loan_id=lent.loan.id).order_by("number").first()
    assert first is not None
    return await Notice.create(
        key=f"test:{kind}:{day}:{more}",
        kind=kind,
        person_id=lent.leader.id,
        group_id=lent.group.id,
        loan_id=lent.loan.id,
        about_id=more.pop("about_id", first.id),
        day=day,
        good_until=day,
        **more,
    )


async def said(person_id: int, day: date) -> Composed:
    asked = Asked(person_id, day)
    return (await compose([asked], morning(day)))[asked]


def keys(composed: Composed) -> list[str]:
    return [reply.key for reply in composed.replies]


def text_of(composed: Composed, language: str = "id") -> str:
    return render(composed.replies, language, strict=True).text


async def test_a_week_ahead_there_is_time_yet(database: str) -> None:
    lent = await a_due_loan()
    day = DUE - timedelta(days=7)
    await a_notice(lent, NoticeKind.DUE, day, step=-7)
    composed = await said(lent.leader.id, day)
    assert keys(composed) == ["reminder.week"]
    assert "Masih ada waktu 7 hari" in text_of(composed)
    assert "7 days left" in text_of(composed, "en")


@pytest.mark.parametrize(
    ("promised_on", "told_on", "key"),
    [
        (date(2019, 8, 25), date(2019, 8, 24), "reminder.promised_tomorrow"),
        (date(2019, 8, 18), date(2019, 8, 16), "reminder.promised_ahead"),
    ],
)
async def test_a_promise_for_a_sunday_is_called_to_mind_before_it(
    database: str, promised_on: date, told_on: date, key: str
) -> None:
    lent = await a_due_loan()
    async with transaction():
        word = Word(lent.loan.id, lent.group.id, lent.leader.id, promised_on)
        made = await promise(word, draft_id=1, at=morning(DUE))
    assert made.asked_on == told_on
    await a_notice(lent, NoticeKind.PROMISED, told_on, about_id=made.id)
    assert keys(await said(lent.leader.id, told_on)) == [key]


async def an_application(lent: Lent) -> Application:
    group = await a_group(lent.leader, name="KUBE Pisang Lestari")
    return await Application.create(
        draft_id=-1,
        number="A-1",
        programme_id=lent.loan.programme_id,
        group_id=group.id,
        applied_by_id=lent.leader.id,
        applied_at=morning(DUE),
        purpose="usaha",
        amount=10_000_000,
        granted=10_000_000,
        status=ApplicationStatus.WAITING,
        stands_since=morning(DUE),
        accepted_at=morning(DUE),
    )


async def test_a_waiting_group_hears_its_place_alone_or_below_what_is_owed(database: str) -> None:
    lent = await a_due_loan()
    async with transaction():
        waits = await an_application(lent)
    first, second = DUE - timedelta(days=3), DUE - timedelta(days=2)
    for day in (first, second):
        await a_notice(lent, NoticeKind.PLACE, day, about_id=waits.id)
    alone = await said(lent.leader.id, first)
    assert keys(alone) == ["notices.place"]
    assert "nomor 1 dari 1" in text_of(alone)
    tomorrow = DUE - timedelta(days=1)
    await Notice.filter(day=second).update(day=tomorrow)
    await a_notice(lent, NoticeKind.DUE, tomorrow, step=-1)
    asked = Asked(lent.leader.id, tomorrow)
    # That day is a Sunday: the message waits, whatever was planned.
    assert (await compose([asked], morning(tomorrow)))[asked].later == morning(DUE).replace(
        hour=0, minute=30
    )
    await Notice.filter(day=tomorrow).update(day=second)
    lines = text_of(await said(lent.leader.id, second)).splitlines()
    assert lines[2].startswith("• KUBE Jahe Merah Mekar: setoran ke-1")
    assert lines[3].startswith("• KUBE Pisang Lestari: daftar tunggu nomor 1 dari 1, perkiraan")
    await Application.all().update(status=ApplicationStatus.WITHDRAWN)
    assert list((await said(lent.leader.id, first)).dropped.values()) == ["not_waiting"]


async def test_the_day_before_among_other_things(database: str) -> None:
    """A due day on a Tuesday is told on the Monday before it."""
    lent = await a_due_loan()
    async with transaction():
        waits = await an_application(lent)
        await Instalment.filter(loan_id=lent.loan.id, number=1).update(
            due_on=DUE + timedelta(days=1)
        )
    await a_notice(lent, NoticeKind.PLACE, DUE, about_id=waits.id)
    await a_notice(lent, NoticeKind.DUE, DUE, step=-1)
    composed = await said(lent.leader.id, DUE)
    assert keys(composed) == ["notices.several_owed"]
    assert "besok, Selasa, 23 Juli 2019" in text_of(composed), "reminder.line_tomorrow"
    assert "daftar tunggu" in text_of(composed), "notices.line_place"


async def test_what_rests_or_is_switched_off_is_not_said(database: str) -> None:
    lent = await a_due_loan()
    async with transaction():
        waits = await an_application(lent)
    await a_notice(lent, NoticeKind.PLACE, DUE, about_id=waits.id)
    async with transaction():
        person = await a_person("Joko")
        off = NoticePlan(places=False)
        await change_plan(lent.loan.programme_id, off, by=person.id, at=morning(DUE))
    assert next(iter((await said(lent.leader.id, DUE)).dropped.values())) == "switched_off"
    async with transaction():
        await change_plan(lent.loan.programme_id, NoticePlan(), by=person.id, at=morning(DUE))
        await pause_notices(lent.leader.id, DUE + timedelta(days=3), draft_id=1, at=morning(DUE))
    assert next(iter((await said(lent.leader.id, DUE)).dropped.values())) == "paused"


async def test_two_programmes_with_different_hours_wait_for_both(database: str) -> None:
    async with transaction():
        await a_programme()
    lent = await a_due_loan()
    async with transaction():
        person = await a_person("Joko")
        late = NoticePlan(hours=Hours(opens=10 * 60))
        await change_plan(lent.loan.programme_id, late, by=person.id, at=morning(DUE))
    await a_notice(lent, NoticeKind.DUE, DUE, step=0)
    composed = await said(lent.leader.id, DUE)
    assert composed.later == morning(DUE) + timedelta(hours=1)
