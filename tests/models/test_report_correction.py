"""A verified report with another amount or day: one entry taken back, one entered anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from models.audit import AuditEvent
from models.books_audit import audit_programme
from models.calendar import epoch_ms
from models.contact import Address
from models.correction_request import RequestState, ask_correction, settle, waiting
from models.errors import (
    InsufficientFunds,
    NeedsAnotherPerson,
    NothingToCorrect,
    OwnReport,
    ReportNotAccepted,
    RestsOnLaterEntries,
    RuleBroken,
)
from models.inbox import InboxMessage, InboxState
from models.ledger_tables import JournalEntry
from models.lending import record_repayment
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import (
    change_waiting,
    correct_accepted,
    entry_in_force,
    locked_report,
    report_said_in,
    take_back,
)
from models.standings import loan_standing
from models.write_off import write_off
from tests.builders import NOW, TODAY, Lent, a_loan, a_person, a_programme, a_report

if TYPE_CHECKING:
    from models.contact import Person
    from models.ledger import Act

pytestmark = pytest.mark.usefixtures("database")

PAID_ON = date(2019, 7, 10)


async def accepted(lent: Lent, amount: int = 500_000, paid_on: date = PAID_ON) -> RepaymentReport:
    """A report as verification leaves it."""
    verifier = await a_person("Rina Hartati")
    report = await a_report(lent, amount, paid_on=paid_on)
    await record_repayment(
        lent.loan.id,
        amount,
        on=paid_on,
        at=NOW,
        reference=f"repayment_report:{report.id}",
        cause=f"repayment_report:{report.id}",
        maker_id=verifier.id,
    )
    report.status, report.accepted_amount = ReportStatus.ACCEPTED, Rupiah(amount)
    await report.save()
    return report


async def by_two(number: int = 1, approver: Person | None = None) -> Act:
    maker = await a_person("Joko Pranoto")
    return {
        "on": TODAY,
        "at": NOW,
        "reference": f"decision:{number}",
        "cause": f"decision:{number}",
        "maker_id": maker.id,
        "approver_id": (approver or await a_person("Hasan Basri")).id,
        "note": "di rekening lain",
    }


async def correct(
    report: RepaymentReport,
    amount: int = 500_000,
    paid_on: date = PAID_ON,
    *,
    number: int = 1,
    claimed: int | None = None,
) -> JournalEntry:
    act = await by_two(number)
    return await correct_accepted(
        report.id, amount=amount, claimed=claimed, paid_on=paid_on, act=act
    )


async def owed(lent: Lent) -> int:
    return int((await loan_standing(lent.loan.id, TODAY)).outstanding)


async def sound(lent: Lent) -> None:
    assert (await audit_programme(lent.programme.id, TODAY)).difference is None


async def refused(report: RepaymentReport, error: type[RuleBroken], amount: int = 400_000) -> None:
    """The correction is refused, and what its transaction wrote is gone."""
    before = await JournalEntry.all().count(), await AuditEvent.all().count()
    with pytest.raises(error):
        async with transaction():
            await correct(report, amount)
    assert (await JournalEntry.all().count(), await AuditEvent.all().count()) == before


@pytest.mark.parametrize("amount", [450_000, 550_000, 3_000_000])
async def test_the_old_entry_is_mirrored_and_the_right_amount_entered(amount: int) -> None:
    async with transaction():
        lent = await a_loan()
        report = await accepted(lent)
        entry = await correct(report, amount)
    report = await RepaymentReport.get(id=report.id)
    assert (report.status, report.accepted_amount) == (ReportStatus.ACCEPTED, amount)
    assert report.amount == 500_000
    assert report.reason == "di rekening lain"
    assert entry.id == (await entry_in_force(report)).id
    assert entry.reference == "decision:1:anew"
    assert entry.booked_on == PAID_ON
    first = await JournalEntry.get(reference=f"repayment_report:{report.id}")
    assert (await JournalEntry.get(reference="decision:1")).reverses_id == first.id
    credit = (await loan_standing(lent.loan.id, TODAY)).credit
    assert await owed(lent) == 20_000_000 - amount + credit
    await sound(lent)


async def test_what_the_reporter_says_now_is_the_reports_claim_too() -> None:
    async with transaction():
        report = await accepted(await a_loan())
        await correct(report, 550_000, claimed=550_000)
    report = await RepaymentReport.get(id=report.id)
    assert (report.amount, report.accepted_amount, report.reason) == (550_000, 550_000, "")


async def test_another_day_leaves_the_amount_and_its_reason_alone() -> None:
    async with transaction():
        lent = await a_loan()
        report = await accepted(lent)
        await RepaymentReport.filter(id=report.id).update(amount=600_000, reason="di rekening 500")
        entry = await correct(report, paid_on=date(2019, 7, 1))
    report = await RepaymentReport.get(id=report.id)
    assert (report.amount, report.accepted_amount) == (600_000, 500_000)
    assert (report.paid_on, report.reason) == (date(2019, 7, 1), "di rekening 500")
    assert entry.booked_on == date(2019, 7, 1)
    await sound(lent)


async def test_the_trail_keeps_old_and_new_and_both_people() -> None:
    async with transaction():
        report = await accepted(await a_loan())
        entry = await correct(report, 550_000, date(2019, 7, 9))
    event = await AuditEvent.get(subject=f"report:{report.id}", deed="corrected")
    assert event.facts == {
        "old_amount": 500_000,
        "old_paid_on": "2019-07-10",
        "amount": 550_000,
        "paid_on": "2019-07-09",
        "approver": entry.approver_id,
        "entry": entry.number,
    }
    assert event.person_id == entry.maker_id


async def test_a_report_is_corrected_twice_and_then_taken_back_whole() -> None:
    async with transaction():
        lent = await a_loan()
        before = await owed(lent)
        report = await accepted(lent)
        await correct(report, 550_000, number=1)
        await correct(report, 450_000, number=2)
    assert await owed(lent) == before - 450_000
    async with transaction():
        await take_back(report.id, await by_two(3))
    assert await owed(lent) == before
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.REVERSED
    await refused(report, ReportNotAccepted)
    with pytest.raises(ReportNotAccepted):
        async with transaction():
            await take_back(report.id, await by_two(4))
    await sound(lent)


async def test_later_payments_keep_their_place_when_an_earlier_one_is_corrected() -> None:
    async with transaction():
        lent = await a_loan()
        first = await accepted(lent, 1_000_000, date(2019, 5, 1))
        await accepted(lent, 1_000_000, date(2019, 6, 1))
        await correct(first, 700_000, date(2019, 5, 1))
    assert await owed(lent) == 20_000_000 - 1_700_000
    await sound(lent)


async def test_a_loan_that_was_repaid_by_the_report_is_open_again_and_closes_again() -> None:
    async with transaction():
        lent = await a_loan(principal=1_000_000, instalments=1)
        report = await accepted(lent, 1_000_000)
        assert (await Loan.get(id=lent.loan.id)).status is LoanStatus.REPAID
        await correct(report, 900_000, number=1)
        assert (await Loan.get(id=lent.loan.id)).status is LoanStatus.ACTIVE
        await correct(report, 1_000_000, number=2)
        assert (await Loan.get(id=lent.loan.id)).status is LoanStatus.REPAID
    await sound(lent)


async def test_money_that_has_gone_on_cannot_be_taken_back() -> None:
    async with transaction():
        programme = await a_programme(capital=20_000_000)
        lent = await a_loan(programme=programme)
        report = await accepted(lent)
        await a_loan(principal=500_000, instalments=1, programme=programme)
    await refused(report, InsufficientFunds)
    await sound(lent)


async def test_what_was_given_up_afterwards_rests_on_the_report() -> None:
    async with transaction():
        lent = await a_loan()
        report = await accepted(lent)
        await write_off(lent.loan.id, **await by_two(9))
    await refused(report, RestsOnLaterEntries)


async def test_the_same_again_is_no_correction() -> None:
    async with transaction():
        report = await accepted(await a_loan())
    await refused(report, NothingToCorrect, amount=500_000)


async def test_a_report_that_waits_is_not_in_the_books() -> None:
    async with transaction():
        report = await a_report(await a_loan())
    await refused(report, ReportNotAccepted)


async def test_whoever_reported_the_money_does_not_approve_its_correction() -> None:
    async with transaction():
        lent = await a_loan()
        report = await accepted(lent)
    act = await by_two(approver=lent.leader)
    with pytest.raises(OwnReport):
        async with transaction():
            await correct_accepted(
                report.id, amount=550_000, claimed=None, paid_on=PAID_ON, act=act
            )


async def test_one_person_alone_corrects_nothing() -> None:
    async with transaction():
        report = await accepted(await a_loan())
    act = await by_two()
    act["approver_id"] = act["maker_id"]
    with pytest.raises(NeedsAnotherPerson):
        async with transaction():
            await correct_accepted(
                report.id, amount=550_000, claimed=None, paid_on=PAID_ON, act=act
            )


async def test_a_waiting_report_changes_with_its_cautions_and_the_books_stay() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, warnings=("odd_amount", "no_slip"))
        found = await locked_report(report.id)
        assert found is not None
        await change_waiting(
            found,
            amount=Rupiah(550_000),
            paid_on=PAID_ON,
            warnings=("long_ago",),
            by=lent.leader.id,
            at=NOW,
        )
    report = await RepaymentReport.get(id=report.id)
    assert (report.amount, report.paid_on, report.warnings) == (550_000, PAID_ON, "long_ago")
    assert report.status is ReportStatus.SUBMITTED
    event = await AuditEvent.get(subject=f"report:{report.id}", deed="changed")
    assert (event.facts["old_amount"], event.facts["amount"]) == (500_000, 550_000)
    assert (event.facts["old_paid_on"], event.facts["paid_on"]) == ("2019-07-16", "2019-07-10")
    assert await owed(lent) == 20_000_000


async def test_a_wish_is_written_down_once_for_a_draft_and_a_newer_one_replaces_it() -> None:
    async with transaction():
        lent = await a_loan()
        report = await accepted(lent)

        async def asked(draft_id: int, amount: int) -> int:
            request = await ask_correction(
                report,
                amount=Rupiah(amount),
                paid_on=PAID_ON,
                words="salah",
                by=lent.leader.id,
                draft_id=draft_id,
                at=NOW,
            )
            return request.id

        first = await asked(7, 550_000)
        assert await asked(7, 550_000) == first
        second = await asked(8, 560_000)
        open_one = await waiting(report.id)
        assert open_one is not None
        assert open_one.id == second != first
        await settle(open_one, RequestState.REFUSED, by=None, at=NOW, reason="cocok")
        assert await waiting(report.id) is None
    assert await AuditEvent.filter(deed="correction_refused").count() == 1


async def arrived(address: Address, message_id: str, *, minutes: int, handled: int) -> int:
    """A message in the inbox; those of one burst are handled in one moment."""
    at = epoch_ms(NOW + timedelta(minutes=minutes))
    row = await InboxMessage.create(
        channel="telegram",
        external_id=f"5001:{message_id}:{minutes}",
        address_id=address.id,
        chat="5001",
        payload={},
        event={"message_id": message_id, "edits": None},
        state=InboxState.DONE,
        ready_at_ms=at,
        received_at_ms=at,
        handled_at_ms=epoch_ms(NOW + timedelta(minutes=handled)),
    )
    return row.id


async def test_an_edited_message_is_found_in_the_report_that_it_went_into() -> None:
    async with transaction():
        lent = await a_loan()
        address = await Address.get(person_id=lent.leader.id)
        await arrived(address, "1", minutes=0, handled=0)
        await arrived(address, "2", minutes=1, handled=2)
        began = await arrived(address, "3", minutes=2, handled=2)
        await arrived(address, "4", minutes=3, handled=3)
        report = await a_report(lent, at=NOW + timedelta(minutes=4))
        await RepaymentReport.filter(id=report.id).update(draft_id=began)
        await arrived(address, "5", minutes=9, handled=9)

        async def said_in(message_id: str, later: timedelta = timedelta(hours=1)) -> int | None:
            return await report_said_in(
                message_id,
                address_id=address.id,
                person_id=lent.leader.id,
                at=NOW + later,
            )

        assert await said_in("1") is None
        assert await said_in("2") == report.id  # the first of a burst of two
        assert await said_in("3") == report.id
        assert await said_in("4") == report.id
        assert await said_in("5") is None
        assert await said_in("99") is None
        assert await said_in("3", timedelta(days=4)) is None
