"""Reports get their numbers without gaps, once for each draft, however many come at once."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.database import transaction
from models.audit import AuditEvent
from models.money import Rupiah
from models.repayment import (
    Claim,
    Method,
    RepaymentReport,
    submit_report,
)
from tests.builders import Lent, a_loan

AT = datetime(2019, 7, 16, 2, 15, tzinfo=UTC)


def a_claim(lent: Lent, amount: int = 500_000) -> Claim:
    return Claim(
        group_id=lent.group.id,
        loan_id=lent.loan.id,
        reporter_id=lent.leader.id,
        amount=Rupiah(amount),
        paid_on=AT.date(),
        method=Method.TRANSFER,
    )


async def test_numbers_run_within_the_wita_month_of_submission(database: object) -> None:
    async with transaction():
        claim = a_claim(await a_loan())
        moments = (
            AT,
            datetime(2019, 7, 31, 15, 59, tzinfo=UTC),
            datetime(2019, 7, 31, 16, 0, tzinfo=UTC),
            datetime(2019, 8, 2, tzinfo=UTC),
        )
        reports = [
            await submit_report(claim, draft_id=draft, at=at) for draft, at in enumerate(moments)
        ]
    assert [report.number for report in reports] == [
        "S-1907-0001",
        "S-1907-0002",
        "S-1908-0001",
        "S-1908-0002",
    ]


async def test_numbers_go_on_beyond_four_digits(database: object) -> None:
    async with transaction():
        claim = a_claim(await a_loan())
        first = await submit_report(claim, draft_id=1, at=AT)
        await RepaymentReport.filter(id=first.id).update(number="S-1907-9999")
        second = await submit_report(claim, draft_id=2, at=AT)
        third = await submit_report(claim, draft_id=3, at=AT)
    assert (second.number, third.number) == ("S-1907-10000", "S-1907-10001")


async def test_reports_at_the_same_moment_get_numbers_without_gaps(database: object) -> None:
    async with transaction():
        claim = a_claim(await a_loan())

    async def submit(draft: int) -> str:
        async with transaction():
            report = await submit_report(
                replace(claim, amount=Rupiah(draft)), draft_id=draft, at=AT
            )
            return report.number

    numbers = await asyncio.gather(*(submit(draft) for draft in range(1, 13)))
    assert sorted(numbers) == [f"S-1907-{number:04d}" for number in range(1, 13)]


async def test_a_report_that_was_rolled_back_leaves_no_gap(database: object) -> None:
    async with transaction():
        claim = a_claim(await a_loan())

    async def submit_and_fail() -> None:
        async with transaction():
            await submit_report(claim, draft_id=1, at=AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await submit_and_fail()
    async with transaction():
        report = await submit_report(claim, draft_id=2, at=AT)
    assert report.number == "S-1907-0001"


async def test_a_draft_becomes_one_report_and_one_deed(database: object) -> None:
    async with transaction():
        claim = a_claim(await a_loan())
        first = await submit_report(claim, draft_id=1, at=AT)
        again = await submit_report(claim, draft_id=1, at=AT)
    assert first.id == again.id
    deeds = await AuditEvent.filter(subject=f"report:{first.id}")
    assert [deed.deed for deed in deeds] == ["submitted"]
