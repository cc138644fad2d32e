"""Three numbers apart: by loan, by month, and as the journal holds them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.database import transaction
from handlers.staff.deciding import enter_accepted
from models.calendar import WITA
from models.corrections import reverse_repayment
from models.ledger_tables import JournalEntry, Posting
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.tallies import Tally, tallies_of, tallies_of_month
from tests.builders import NOW, TODAY, Lent, a_loan, a_person, a_report

pytestmark = pytest.mark.usefixtures("database")


async def decided(lent: Lent, amount: int, accepted: int, *, at: datetime = NOW) -> RepaymentReport:
    report = await a_report(lent, amount, at=at)
    verifier = await a_person("Rina Hartati")
    await enter_accepted(report, Rupiah(accepted), verifier_id=verifier.id, at=at)
    return report


async def journal_of_july(programme_id: int) -> int:
    """What came in through reports and was not taken back, by the postings alone."""
    entries = await JournalEntry.filter(
        programme_id=programme_id,
        cause__startswith="repayment_report:",
        posted_at__gte=datetime(2019, 6, 30, 16, tzinfo=UTC),
        posted_at__lt=datetime(2019, 7, 31, 16, tzinfo=UTC),
    )
    gone = {entry.reverses_id for entry in entries}
    standing = [one.id for one in entries if one.id not in gone and one.reverses_id is None]
    return sum(one.amount for one in await Posting.filter(entry_id__in=standing))


async def test_loans_and_states_are_kept_apart() -> None:
    async with transaction():
        one, other, silent = await a_loan(), await a_loan(), await a_loan()
        await a_report(one, 500_000)
        await decided(one, 400_000, 350_000)
        await a_report(other, 100_000)
        for status, amount in ((ReportStatus.REJECTED, 90_000), (ReportStatus.REVERSED, 7_000)):
            report = await a_report(one, amount)
            await RepaymentReport.filter(id=report.id).update(status=status, accepted_amount=amount)
        tallies = await tallies_of([one.loan.id, other.loan.id, silent.loan.id])
    assert tallies[one.loan.id].reported == Tally(4, Rupiah(997_000))
    assert tallies[one.loan.id].verified == Tally(1, Rupiah(350_000))
    assert tallies[one.loan.id].rejected == Tally(1, Rupiah(90_000))
    assert tallies[one.loan.id].waiting == Tally(1, Rupiah(500_000))
    assert tallies[other.loan.id].reported == Tally(1, Rupiah(100_000))
    assert tallies[silent.loan.id].reported == Tally()
    assert await tallies_of([]) == {}


async def test_a_month_is_counted_by_the_days_of_wita() -> None:
    async with transaction():
        lent = await a_loan()
        for at, amount in (
            (datetime(2019, 6, 30, 23, 59, tzinfo=WITA), 1_000),
            (datetime(2019, 7, 1, 0, 0, tzinfo=WITA), 20_000),
            (datetime(2019, 7, 31, 23, 59, tzinfo=WITA), 300_000),
            (datetime(2019, 8, 1, 0, 0, tzinfo=WITA), 4_000_000),
        ):
            await a_report(lent, amount, at=at)
    july = await tallies_of_month(lent.programme.id, TODAY)
    assert july.reported == Tally(2, Rupiah(320_000))
    assert july.waiting == Tally(4, Rupiah(4_321_000))
    december = await tallies_of_month(lent.programme.id, date(2019, 12, 31))
    assert december.reported == Tally()


async def test_what_was_verified_in_a_month_is_what_its_journal_holds_to_the_rupiah() -> None:
    async with transaction():
        lent = await a_loan(fee_basis_points=150)
        await decided(lent, 500_000, 500_000)
        await decided(lent, 1_000_000, 987_654)
        await decided(lent, 333_333, 333_333, at=NOW - timedelta(days=30))
        reversed_one = await decided(lent, 250_000, 250_000)
        entry = await JournalEntry.get(cause=f"repayment_report:{reversed_one.id}")
        await reverse_repayment(
            entry.id,
            on=TODAY,
            at=NOW,
            reference="back",
            cause=f"repayment_report:{reversed_one.id}",
            maker_id=(await a_person("Joko")).id,
            approver_id=(await a_person("Anwar")).id,
        )
        await RepaymentReport.filter(id=reversed_one.id).update(status=ReportStatus.REVERSED)
        july = await tallies_of_month(lent.programme.id, TODAY)
        assert july.verified == Tally(2, Rupiah(1_487_654))
        assert await journal_of_july(lent.programme.id) == july.verified.total


async def test_programmes_are_counted_apart() -> None:
    async with transaction():
        one, other = await a_loan(), await a_loan()
        await decided(one, 500_000, 500_000)
        assert (await tallies_of_month(other.programme.id, TODAY)).reported == Tally()
