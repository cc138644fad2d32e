"""Money on its way to a group: by four eyes, reserved, paid once, and never out of order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from models import applying, funding, queue_moves
from models.books_audit import audit_programme
from models.calendar import wita_day
from models.contact import Role, StaffRole
from models.errors import NotAllowed
from models.fund import fund_figures
from models.funding_claim import FundingClaim
from models.funding_errors import (
    FundingHindered,
    FundingSettled,
    OwnConfirmation,
    PayerApproved,
)
from models.funding_evidence import replay
from models.funding_hurdles import Hurdle, hurdles
from models.funding_tables import Application, ApplicationStatus, Funding, FundingState
from models.group import Office as Office_
from models.lending import record_repayment
from models.loan import Instalment
from models.loan_terms import LoanTerms, in_parts
from models.money import Rupiah
from models.next_funding import Missing
from models.next_funding_inputs import outlook
from models.period import month_of
from models.programme import Programme
from models.progress import News, accept_progress, keep_news
from models.queue_record import verify
from models.standings import loan_standing
from models.visit import Seen, record_visit
from tests.builders import NOW, TODAY, a_loan, a_picture, an_officer
from tests.funding_world import a_wish, an_office, approved, paid, proposed, repay

if TYPE_CHECKING:
    from datetime import datetime

    from tests.funding_world import Office, Waiting

pytestmark = pytest.mark.usefixtures("database")


async def test_the_first_round_of_capital_waits_for_nobody() -> None:
    async with transaction():
        office = await an_office(capital=30_000_000)
        first = await a_wish(office.programme)
        found = await proposed(office)
    assert found is not None
    assert found.application_id == first.application.id
    assert found.amount == 10_000_000
    assert replay(found.evidence).of_capital


async def test_returned_money_waits_until_somebody_has_succeeded() -> None:
    async with transaction():
        office = await an_office(capital=20_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme)
        await repay(lent, 10_000_000)
        now = await outlook(office.programme.id, now=NOW)
        assert now.next.missing == (Missing.SUCCESS,)
        assert await proposed(office) is None
        await repay(lent, 10_000_000)
        found = await proposed(office)
    assert found is not None
    assert replay(found.evidence).freed_by == lent.loan.id


async def test_the_same_is_not_proposed_twice() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        await proposed(office)
    with pytest.raises(Exception, match=r"(?i)unique"):
        async with transaction():
            await proposed(office)


async def test_what_was_refused_waits_for_something_new() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        found = await proposed(office)
        assert found is not None
        await funding.give_up(
            found, FundingState.REFUSED, reason="rapat", by=office.approver.id, at=NOW
        )
        assert await proposed(office) is None
        again = await funding.propose(
            await outlook(office.programme.id, now=NOW), "person:1", at=NOW, again=True
        )
    assert again is not None


async def test_nobody_approves_what_they_confirmed_and_no_approver_pays() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        found = await proposed(office)
        assert found is not None
        await funding.confirm(found, LoanTerms(), by=office.approver.id, at=NOW)
        with pytest.raises(OwnConfirmation):
            await funding.approve(found, by=office.approver.id, at=NOW)
        with pytest.raises(NotAllowed):
            await funding.approve(found, by=office.verifier.id, at=NOW)
        await funding.approve(found, by=office.other_approver.id, at=NOW)
        with pytest.raises(NotAllowed):
            await paid(office, found, by=office.other_approver)


async def test_whoever_approved_does_not_pay_even_as_treasurer() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        found = await approved(office)
        await StaffRole.create(person=office.approver, role=Role.TREASURER, granted_at=NOW)
        with pytest.raises(PayerApproved):
            await paid(office, found, by=office.approver)


async def test_what_is_approved_is_reserved_until_it_is_paid() -> None:
    async with transaction():
        office = await an_office(capital=30_000_000, minimum_balance=5_000_000)
        await a_wish(office.programme)
        before = await fund_figures(office.programme.id, today=TODAY)
        found = await approved(office)
        reserved = await fund_figures(office.programme.id, today=TODAY)
        await paid(office, found)
        after = await fund_figures(office.programme.id, today=TODAY)
    assert (before.available, before.reserved) == (25_000_000, 0)
    assert (reserved.available, reserved.reserved) == (15_000_000, 10_000_000)
    assert (after.available, after.reserved, after.cash) == (15_000_000, 0, 20_000_000)


async def test_paying_makes_the_loan_its_schedule_its_entry_and_leaves_the_queue() -> None:
    async with transaction():
        office = await an_office()
        first = await a_wish(office.programme)
        second = await a_wish(office.programme, name="KUBE Melati", leader_name="Mina")
        done = await paid(office, await approved(office))
        standing = await loan_standing(done.loan.id, TODAY)
        application = await Application.get(id=first.application.id)
        record = await verify(office.programme.id)
        audit = await audit_programme(office.programme.id, TODAY)
    assert standing.outstanding == 10_000_000
    assert len(standing.dues) == 10
    assert (application.status, application.loan_id) == (ApplicationStatus.FUNDED, done.loan.id)
    assert record.fault is None
    assert audit.difference is None
    assert done.shift is not None
    assert [(one.group_id, one.place) for one in done.shift.after] == [(second.group.id, 1)]


async def test_what_is_paid_is_not_paid_again() -> None:
    async with transaction():
        office = await an_office()
        await a_wish(office.programme)
        found = await approved(office)
        await paid(office, found)
        with pytest.raises(FundingSettled):
            await paid(office, found)
        figures = await fund_figures(office.programme.id, today=TODAY)
    assert figures.lent_out == 10_000_000


async def test_one_success_frees_one_group_and_one_only() -> None:
    async with transaction():
        office = await an_office(capital=20_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, 8_000_000)
        await a_wish(office.programme, 8_000_000, name="KUBE Melati", leader_name="Mina")
        await repay(lent, 20_000_000, on=TODAY)
        await paid(office, await approved(office))
        now = await outlook(office.programme.id, now=NOW)
    assert now.next.missing == (Missing.SUCCESS,)
    assert now.money.available == 12_000_000


async def test_money_that_does_for_the_second_only_is_said_and_never_used() -> None:
    async with transaction():
        office = await an_office(capital=9_000_000)
        await a_wish(office.programme, 10_000_000)
        second = await a_wish(office.programme, 5_000_000, name="KUBE Melati", leader_name="Mina")
        now = await outlook(office.programme.id, now=NOW)
        assert await proposed(office) is None
    assert now.next.missing == (Missing.SUCCESS, Missing.MONEY)
    assert now.next.short == 1_000_000
    assert now.next.suffices_for is not None
    assert now.next.suffices_for.group_id == second.group.id


async def test_a_moved_queue_hinders_the_proposal_of_who_is_not_first_any_more() -> None:
    async with transaction():
        office = await an_office(capital=30_000_000)
        await a_wish(office.programme)
        second = await a_wish(office.programme, name="KUBE Melati", leader_name="Mina")
        found = await proposed(office)
        assert found is not None
        await funding.confirm(found, LoanTerms(), by=office.verifier.id, at=NOW)
        moved = await applying.locked(second.application.id)
        assert moved is not None
        await queue_moves.move(moved, 1, reason="banjir", person_id=office.verifier.id, at=NOW)
        [in_the_way] = await hurdles(found, now=NOW)
        with pytest.raises(FundingHindered):
            await funding.approve(found, by=office.approver.id, at=NOW)
    assert (in_the_way.code, in_the_way.group) == (Hurdle.NOT_FIRST, "KUBE Melati")


async def test_money_that_is_gone_hinders_the_approval() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        found = await proposed(office)
        assert found is not None
        await funding.confirm(found, LoanTerms(), by=office.verifier.id, at=NOW)
        await Programme.filter(id=office.programme.id).update(minimum_balance=5_000_000)
        found = await funding.locked(found.id)
        assert found is not None
        [in_the_way] = await hurdles(found, now=NOW)
        with pytest.raises(FundingHindered):
            await funding.approve(found, by=office.approver.id, at=NOW)
    assert (in_the_way.code, in_the_way.amount) == (Hurdle.NO_MONEY, 3_000_000)


async def test_a_group_that_left_is_not_paid_even_after_the_approval() -> None:
    async with transaction():
        office = await an_office()
        first = await a_wish(office.programme)
        found = await approved(office)
        left = await applying.locked(first.application.id)
        assert left is not None
        await queue_moves.withdraw(
            left, reason="pindah", person_id=first.leader.id, by_group=True, at=NOW
        )
        with pytest.raises(FundingHindered):
            await paid(office, found)


async def test_a_group_with_a_running_loan_waits_until_it_is_repaid() -> None:
    async with transaction():
        office = await an_office(capital=60_000_000)
        lent = await a_loan(principal=20_000_000, programme=office.programme, instalments=2)
        await a_wish(office.programme, 10_000_000, group=lent.group)
        now = await outlook(office.programme.id, now=NOW)
        await repay(lent, 20_000_000)
        later = await outlook(office.programme.id, now=NOW)
    assert now.next.missing == (Missing.RUNNING_LOAN,)
    assert later.next.is_possible


async def test_a_bad_history_lowers_what_a_group_gets_next_or_leaves_nothing() -> None:
    async with transaction():
        office = await an_office(capital=60_000_000)
        lent = await a_loan(
            principal=20_000_000,
            programme=office.programme,
            instalments=10,
            disbursed_on=date(2018, 12, 16),
        )
        # Four instalments were late at once: class III, so three quarters of the last loan.
        await repay(lent, 20_000_000, on=date(2019, 4, 20))
        await a_wish(office.programme, 20_000_000, group=lent.group)
        now = await outlook(office.programme.id, now=NOW)
    assert now.queue[0].worst_class == 3
    assert now.next.amount == 15_000_000


# In parts ----------------------------------------------------------------------------------------


async def test_a_first_part_owes_what_was_paid_and_the_rest_stays_reserved() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(instalments=10, parts=(50, 50)))
        reserved = await fund_figures(office.programme.id, today=TODAY)
        done = await paid(office, found)
        standing = await loan_standing(done.loan.id, TODAY)
        after = await fund_figures(office.programme.id, today=TODAY)
        audit = await audit_programme(office.programme.id, TODAY)
    assert (reserved.reserved, reserved.available) == (10_000_000, 2_000_000)
    assert (after.reserved, after.available, after.cash) == (5_000_000, 2_000_000, 7_000_000)
    assert standing.outstanding == 5_000_000
    assert audit.difference is None


async def test_a_second_part_grows_the_instalments_that_lie_ahead() -> None:
    later = NOW + timedelta(days=70)
    day = TODAY + timedelta(days=70)
    async with transaction():
        office = await an_office(capital=12_000_000)
        waiting = await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(instalments=10, parts=(50, 50)))
        done = await paid(office, found)
        await record_repayment(
            done.loan.id,
            1_000_000,
            on=TODAY + timedelta(days=40),
            at=later,
            reference="test:paid",
            cause="test:1",
            maker_id=None,
        )
        part = await Funding.get(application_id=waiting.application.id, tranche=2)
        assert part.state is FundingState.PLANNED
        part.state, part.confirmed_by_id, part.confirmed_at = (
            FundingState.CONFIRMED,
            office.verifier.id,
            later,
        )
        await part.save()
        second = await funding.locked(part.id)
        assert second is not None
        with pytest.raises(FundingHindered):
            await funding.approve(second, by=office.approver.id, at=later)
        await _evidence(waiting, office, later)
        await funding.approve(second, by=office.approver.id, at=later)
        again = await paid(office, second, on=day, at=later)
        standing = await loan_standing(again.loan.id, day)
        rows = await Instalment.filter(loan_id=again.loan.id, replaced_at__isnull=True)
        audit = await audit_programme(office.programme.id, day)
        figures = await fund_figures(office.programme.id, today=day)
    assert again.loan.id == done.loan.id
    assert again.loan.principal == 10_000_000
    assert sum(row.principal for row in rows) == 10_000_000
    assert standing.outstanding == 9_000_000
    # Two of the ten days are over: eight instalments carry the second five million.
    ahead = sorted(due.principal for due in standing.dues if due.due_on > day)
    assert ahead == [500_000 + 625_000] * 8
    assert audit.difference is None
    assert (figures.cash, figures.reserved) == (3_000_000, 0)


async def _evidence(waiting: Waiting, office: Office, at: datetime) -> None:
    """A progress report with a photo, accepted, and a visit, both after the first part."""
    picture = await a_picture()
    news = News(
        group_id=waiting.group.id,
        loan_id=None,
        reporter_id=waiting.leader.id,
        period=month_of(wita_day(at)),
        photos=(picture.id,),
    )
    kept = await keep_news(news, draft_id=9_000_001, at=at)
    await accept_progress(kept.report, seen=1, person_id=office.verifier.id, at=at)
    await an_officer(waiting.group, office.verifier, Office_.FACILITATOR)
    seen = Seen(
        group_id=waiting.group.id,
        facilitator_id=office.verifier.id,
        visited_on=wita_day(at),
        words="bibit sudah ditanam",
        marks=(),
        recommended=True,
        reason="rajin",
    )
    await record_visit(seen, draft_id=9_000_002, at=at)


def test_parts_add_up_exactly() -> None:
    assert in_parts(Rupiah(10_000_001), (50, 50)) == (5_000_000, 5_000_001)
    assert in_parts(Rupiah(10_000_000), (33, 33, 34)) == (3_300_000, 3_300_000, 3_400_000)
    assert in_parts(Rupiah(7_777_777), (100,)) == (7_777_777,)


async def test_giving_up_frees_what_was_claimed_and_reserved_with_all_later_parts() -> None:
    async with transaction():
        office = await an_office(capital=12_000_000)
        await a_wish(office.programme)
        found = await approved(office, terms=LoanTerms(parts=(50, 50)))
        await funding.give_up(
            found, FundingState.REFUSED, reason="berkas", by=office.approver.id, at=NOW
        )
        figures = await fund_figures(office.programme.id, today=TODAY)
        states = {one.state for one in await Funding.all()}
    assert figures.reserved == 0
    assert states == {FundingState.REFUSED}
    assert not await FundingClaim.all().exists()
