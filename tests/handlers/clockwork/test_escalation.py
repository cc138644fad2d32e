"""Reports that wait for too long: one reminder a working day, to staff alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from models.repayment import RepaymentReport, ReportStatus
from tests.builders import a_loan, a_report
from tests.handlers.clockwork.mornings import Mornings, wita

pytestmark = pytest.mark.usefixtures("database")

FRIDAY = wita(7, 19, 16)
ITS_JOBS = ("self_audit", "digest", "escalation")


async def reminders(mornings: Mornings, *days: int, month: int = 7) -> list[str]:
    """What was told beside the digests when the clock stood at 09.00 on these days."""
    told = []
    for day in days:
        told += await mornings.put_to(wita(month, day, 9))
    return [text for text in told if text.startswith("⏰")]


async def test_a_report_of_friday_is_named_on_wednesday_and_every_working_day_after() -> None:
    async with transaction():
        lent = await a_loan()
        await a_report(lent, at=FRIDAY)
    mornings = Mornings(FRIDAY, only=ITS_JOBS)
    await mornings.put_to(FRIDAY)
    assert await reminders(mornings, 20, 21, 22, 23) == []
    (told,) = await reminders(mornings, 24)
    assert told.splitlines() == [
        "⏰ 1 laporan menunggu lebih dari 2 hari kerja:",
        "S-1907-0001, KUBE Jahe Merah Mekar, Rp500.000, sejak 19 Juli 2019 16.00 WITA",
    ]
    assert len(await reminders(mornings, 24, 25, 26)) == 2
    assert await reminders(mornings, 27, 28) == []
    await RepaymentReport.all().update(status=ReportStatus.REJECTED)
    assert await reminders(mornings, 29, 30) == []


async def test_ten_reports_are_named_oldest_first_and_the_others_counted() -> None:
    async with transaction():
        lent = await a_loan()
        for number in range(12):
            at = FRIDAY - timedelta(minutes=number)
            await a_report(lent, 100_000 + number, at=at)
        await a_report(lent, 999_999, at=wita(7, 22, 9))
    mornings = Mornings(FRIDAY, only=ITS_JOBS)
    await mornings.put_to(wita(7, 22, 9))
    (told,) = await reminders(mornings, 24)
    first, *lines, rest = told.splitlines()
    assert first == "⏰ 12 laporan menunggu lebih dari 2 hari kerja:"
    assert [line.split(", ")[2] for line in lines] == [f"Rp100.{n:03d}" for n in range(11, 1, -1)]
    assert rest == "dan 2 lagi"


async def test_on_a_holiday_nothing_is_sent_and_the_days_do_not_count() -> None:
    async with transaction():
        await a_report(await a_loan(), at=wita(5, 31, 15))
    mornings = Mornings(FRIDAY, only=ITS_JOBS)
    await mornings.put_to(wita(5, 31, 15))
    assert await reminders(mornings, 3, 4, 5, 6, 7, 10, 11, month=6) == []
    assert len(await reminders(mornings, 12, month=6)) == 1


async def test_a_reminder_that_is_noticed_after_the_office_has_closed_is_dropped() -> None:
    async with transaction():
        await a_report(await a_loan(), at=FRIDAY)
    mornings = Mornings(FRIDAY, only=ITS_JOBS)
    await mornings.put_to(FRIDAY)
    told = await mornings.put_to(wita(7, 24, 17))
    assert not [text for text in told if text.startswith("⏰")]
