"""The sample of Kutai Timur: whole, balanced, told in the order of its days, and loaded once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from bot.clock import WITA, SystemClock
from bot.sample.load import load
from models.contact import Address, Person, Role, StaffRole
from models.group import Group, Office, Officer
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import Account, JournalEntry, Posting
from models.loan import Instalment, Loan
from models.programme import Programme
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing

if TYPE_CHECKING:
    from models.arrears import LoanStanding

pytestmark = pytest.mark.usefixtures("database")

DAYS = [date(2019, 7, 16), date(2026, 1, 31), date(2026, 3, 5), date(2028, 2, 24)]
"""An ordinary day, the ends of long and short months, and a leap year."""


class FixedClock(SystemClock):
    """Noon in WITA on one day."""

    def __init__(self, day: date) -> None:
        self._noon = datetime.combine(day, datetime.min.time(), WITA) + timedelta(hours=12)

    @override
    def now(self) -> datetime:
        return self._noon


async def standing(number: str, today: date) -> LoanStanding:
    return await loan_standing((await Loan.get(number=number)).id, today)


async def test_loading_twice_changes_nothing_the_second_time() -> None:
    clock = FixedClock(DAYS[0])
    assert await load(clock) == 7
    before = [await table.all().count() for table in (Person, Group, Loan, Posting, Account)]
    head = (await verify_chain((await Programme.get()).id)).head
    assert await load(clock) == 0
    assert await load(FixedClock(DAYS[1])) == 0
    assert before == [
        await table.all().count() for table in (Person, Group, Loan, Posting, Account)
    ]
    assert (await verify_chain((await Programme.get()).id)).head == head


@pytest.mark.parametrize("today", DAYS)
async def test_the_books_balance_and_the_chain_holds(today: date) -> None:
    await load(FixedClock(today))
    programme = await Programme.get()
    chain = await verify_chain(programme.id)
    assert chain.fault is None
    assert chain.entries == await JournalEntry.all().count() == 1 + 3 + 12
    assert await balance_differences(programme.id) == []
    days = [entry.booked_on for entry in await JournalEntry.all().order_by("number")]
    assert days == sorted(days)
    assert days[-1] < today


@pytest.mark.parametrize("today", DAYS)
async def test_saris_next_instalment_is_due_within_a_few_days_and_nothing_is_late(
    today: date,
) -> None:
    await load(FixedClock(today))
    of_sari = await standing("UEP-001", today)
    assert of_sari.outstanding == 14_000_000
    assert of_sari.arrears.total == 0
    assert of_sari.next_due is not None
    assert today < of_sari.next_due.due_on <= today + timedelta(days=5)
    assert await Instalment.filter(loan__number="UEP-001").count() == 20


@pytest.mark.parametrize("today", DAYS)
async def test_one_loan_is_one_instalment_late_and_one_follows_the_harvests(today: date) -> None:
    await load(FixedClock(today))
    late = (await standing("UEP-002", today)).arrears
    assert (late.instalments, late.total) == (1, 1_120_000)
    assert 9 <= late.days <= 12
    seasonal = await standing("UEP-003", today)
    assert [due.left == 0 for due in seasonal.dues] == [True, False, False]
    assert seasonal.arrears.total == 0


async def test_every_repayment_was_reported_by_the_leader_and_verified_by_rina() -> None:
    await load(FixedClock(DAYS[0]))
    rina = await Person.get(phone="+6281250020001")
    reports = await RepaymentReport.all().order_by("id")
    assert len(reports) == 12
    for report in reports:
        assert report.status is ReportStatus.ACCEPTED
        assert report.decided_by_id == rina.id
        assert report.reporter_id != rina.id
        assert report.decided_at is not None
        assert report.submitted_at < report.decided_at
        assert await Officer.exists(
            group_id=report.group_id, person_id=report.reporter_id, office=Office.LEADER
        )
        assert await JournalEntry.exists(reference=f"repayment_report:{report.id}")


async def test_the_cast_of_the_simulator_is_known_but_not_the_stranger() -> None:
    await load(FixedClock(DAYS[0]))
    known = await Address.all()
    assert sorted((address.channel, address.external_id) for address in known) == [
        *(("telegram", each) for each in ("5002", "6001", "6002", "6003", "6011")),
        ("whatsapp", "6281250010001"),
    ]
    assert await Person.filter(consented_at__isnull=True).count() == 0
    roles = {
        name: {
            role.role
            for role in await StaffRole.filter(person__phone=phone, revoked_at__isnull=True)
        }
        for name, phone in (
            ("rina", "+6281250020001"),
            ("joko", "+6281250020002"),
            ("hasan", "+6281250020003"),
        )
    }
    assert roles["rina"] == {Role.VERIFIER, Role.VIEWER}
    assert roles["joko"] == {Role.TREASURER, Role.APPROVER, Role.ADMINISTRATOR, Role.VERIFIER}


async def test_four_groups_wait_without_a_loan_and_every_group_has_a_leader() -> None:
    await load(FixedClock(DAYS[0]))
    groups = await Group.all()
    assert len(groups) - await Group.filter(loans__id__not_isnull=True).count() == 4
    for group in groups:
        assert await Officer.filter(group_id=group.id, office=Office.LEADER).count() == 1
    budi = await Person.get(phone="+6281250010002")
    assert await Group.filter(officers__person_id=budi.id, loans__id__isnull=True).count() == 1
