"""Random years of a fund that turns: money goes once, in order, and above the reserve.

Every step is what somebody could do in the staff chat; what the rules forbid is refused and
changes nothing. GULIR_EXAMPLES=100 asks for more of them (nightly).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handlers.jobs import JobTurn
from handlers.staff.announcing import announce
from handlers.staff.funding_proposal import consider
from handlers.turn import CardChange
from models import applying, funding, queue_moves
from models.announcement import Announcement
from models.applying import Wish
from models.books_audit import audit_programme
from models.calendar import wita_day
from models.chart import AccountKind, AccountRef
from models.corrections import reverse_entry
from models.errors import RuleBroken
from models.fund import fund_figures, reserved_of
from models.funding import IN_TALK
from models.funding_claim import FundingClaim
from models.funding_evidence import replay
from models.funding_rule import Frees, rule_of, set_rule
from models.funding_tables import Application, ApplicationStatus, Funding, FundingState
from models.ledger import balance
from models.ledger_tables import JournalEntry
from models.lending import add_capital, record_repayment
from models.loan import Loan, LoanStatus
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.next_funding import Missing
from models.paying_out import Payment, pay_out
from models.queue_record import verify
from models.savepoint import savepoint
from tests.builders import NOW, a_group, a_person
from tests.funding_world import Office, an_office
from tests.models.test_ledger_properties import EXAMPLES, NIGHTLY, in_an_example

if TYPE_CHECKING:
    from models.group import Group

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.timeout(120 + 20 * EXAMPLES)]

STEP = st.tuples(
    st.sampled_from(
        [
            *("apply", "repay", "repay", "repay_all", "look", "confirm", "approve", "approve"),
            *("pay", "pay", "refuse", "postpone", "resume", "move", "leave", "capital"),
            *("reserve", "rule", "reverse"),
        ]
    ),
    st.integers(0, 5),
    st.integers(1, 9_000),
    st.integers(0, 25),
)
STEPS = st.lists(STEP, min_size=40, max_size=60)
Step = tuple[str, int, int, int]


@dataclass
class Year:
    """A fund, its groups, and all that anybody was told."""

    office: Office
    groups: list[Group]
    now_days: int = 0
    numbers: int = 0
    told: Counter[str] = field(default_factory=Counter)
    disbursed: dict[int, int] = field(default_factory=dict)

    def turn(self) -> JobTurn:
        now = NOW + timedelta(days=self.now_days)
        return JobTurn(due_at=now, now=now, today=wita_day(now))

    def hear(self, turn: JobTurn) -> None:
        keys = [notice.key for notice in turn.notices if not isinstance(notice, CardChange)]
        self.told.update(key for key in keys if key.startswith(("thanks:", "funding:", "helped:")))

    async def step(self, what: str, which: int, thousands: int, days: int) -> None:
        self.now_days += days
        turn = self.turn()
        act = getattr(self, what)
        await act(turn, which, 1000 * thousands)
        await consider(turn, self.office.programme.id, f"step:{self.numbers}")
        self.hear(turn)

    # What people do ------------------------------------------------------------------------------

    async def apply(self, turn: JobTurn, which: int, amount: int) -> None:
        group = self.groups[which % len(self.groups)]
        self.numbers += 1
        wish = Wish(
            group.id, self.office.programme.id, self.office.verifier.id, "bibit", Rupiah(amount)
        )
        applied = await applying.apply(wish, draft_id=7_000_000 + self.numbers, at=turn.now)
        application = await applying.locked(applied.id)
        assert application is not None
        await queue_moves.accept(
            application,
            granted=Rupiah(amount),
            priority=1 + which % 9,
            reason="menurut rapat",
            person_id=None,
            at=turn.now,
        )

    async def repay(self, turn: JobTurn, which: int, amount: int) -> None:
        loans = await Loan.filter(status=LoanStatus.ACTIVE).order_by("id")
        if loans:
            await self._pay_back(turn, loans[which % len(loans)], amount)

    async def repay_all(self, turn: JobTurn, which: int, _: int) -> None:
        """All of it, once everything has fallen due."""
        self.now_days += 62
        turn = self.turn()
        loans = await Loan.filter(status=LoanStatus.ACTIVE).order_by("id")
        if loans:
            await self._pay_back(turn, loans[which % len(loans)], 20_000_000)

    async def _pay_back(self, turn: JobTurn, loan: Loan, amount: int) -> None:
        self.numbers += 1
        await record_repayment(
            loan.id,
            amount,
            on=turn.today,
            at=turn.now,
            reference=f"pays:{self.numbers}",
            cause="test:1",
            maker_id=None,
        )

    async def look(self, _turn: JobTurn, _which: int, _amount: int) -> None:
        """Only time passes."""

    async def confirm(self, turn: JobTurn, which: int, _: int) -> None:
        for found in await self._living(*IN_TALK):
            parts = (100,) if which % 3 else (50, 50)
            await funding.confirm(
                found, LoanTerms(instalments=2, parts=parts), by=self._one(which), at=turn.now
            )

    async def approve(self, turn: JobTurn, which: int, _: int) -> None:
        for found in await self._living(FundingState.CONFIRMED):
            await funding.approve(found, by=self._one(which), at=turn.now)

    async def pay(self, turn: JobTurn, which: int, _: int) -> None:
        for found in await self._living(FundingState.APPROVED):
            kept = await reserved_of(self.office.programme.id, but=found.id)
            payment = Payment(paid_on=turn.today, proof_id=None, by=self._payer(which), at=turn.now)
            paid = await pay_out(found, payment)
            await self._stays_above_the_reserve(kept)
            self.disbursed[found.id] = int(found.amount)
            await announce(turn, found, paid)

    async def refuse(self, turn: JobTurn, which: int, _: int) -> None:
        for found in await self._living(*IN_TALK, FundingState.APPROVED):
            await funding.give_up(
                found, FundingState.REFUSED, reason="rapat", by=self._one(which), at=turn.now
            )

    async def postpone(self, turn: JobTurn, which: int, _: int) -> None:
        application = await self._application(ApplicationStatus.WAITING, which)
        if application is not None:
            await queue_moves.postpone(
                application, reason="sakit", person_id=self._one(which), at=turn.now
            )

    async def resume(self, turn: JobTurn, which: int, _: int) -> None:
        application = await self._application(ApplicationStatus.POSTPONED, which)
        if application is not None:
            await queue_moves.resume(
                application, reason="sembuh", person_id=self._one(which), at=turn.now
            )

    async def move(self, turn: JobTurn, which: int, amount: int) -> None:
        application = await self._application(ApplicationStatus.WAITING, which)
        if application is not None:
            await queue_moves.move(
                application,
                1 + amount % 4,
                reason="banjir",
                person_id=self._one(which),
                at=turn.now,
            )

    async def leave(self, turn: JobTurn, which: int, _: int) -> None:
        application = await self._application(ApplicationStatus.WAITING, which)
        if application is not None and which == 0:
            await queue_moves.withdraw(
                application,
                reason="pindah",
                person_id=self._one(which),
                by_group=True,
                at=turn.now,
            )

    async def capital(self, turn: JobTurn, _: int, amount: int) -> None:
        self.numbers += 1
        await add_capital(
            self.office.programme.id,
            amount,
            on=turn.today,
            at=turn.now,
            reference=f"capital:more:{self.numbers}",
            cause="test:1",
            maker_id=None,
        )

    async def reserve(self, turn: JobTurn, _: int, amount: int) -> None:
        rule = replace(await rule_of(self.office.programme.id), minimum_reserve=Rupiah(amount // 4))
        await set_rule(self.office.programme.id, rule, by=None, at=turn.now, decision_id=None)

    async def rule(self, turn: JobTurn, which: int, _: int) -> None:
        frees = Frees.ANY_CASH if which == 5 else Frees.AS_MANY_AS_SUCCEEDED
        rule = replace(await rule_of(self.office.programme.id), frees=frees)
        await set_rule(self.office.programme.id, rule, by=None, at=turn.now, decision_id=None)

    async def reverse(self, turn: JobTurn, which: int, _: int) -> None:
        paid = await JournalEntry.filter(
            reference__startswith="pays:", reversed_by__id__isnull=True
        ).order_by("-id")
        if paid:
            self.numbers += 1
            await reverse_entry(
                paid[which % len(paid)].id,
                on=turn.today,
                at=turn.now,
                reference=f"reverses:{self.numbers}",
                cause="test:1",
                maker_id=self.office.verifier.id,
                approver_id=self.office.approver.id,
            )

    # Who and what ---------------------------------------------------------------------------------

    def _one(self, which: int) -> int:
        office = self.office
        return int((office.verifier, office.approver, office.other_approver)[which % 3].id)

    def _payer(self, which: int) -> int:
        return int((self.office.treasurer if which else self.office.approver).id)

    async def _living(self, *states: FundingState) -> list[Funding]:
        found = await funding.living(self.office.programme.id, states)
        locked = [await funding.locked(one.id) for one in found]
        return [one for one in locked if one is not None]

    async def _application(self, status: ApplicationStatus, which: int) -> Application | None:
        ids = await Application.filter(status=status).order_by("id").values_list("id", flat=True)
        return await applying.locked(int(str(ids[which % len(ids)]))) if ids else None

    # What must be true ---------------------------------------------------------------------------

    async def _stays_above_the_reserve(self, kept: Rupiah) -> None:
        """Of the cash, what always stays and what is kept for others is still there."""
        cash = await balance(AccountRef(self.office.programme.id, AccountKind.FUND_CASH))
        rule = await rule_of(self.office.programme.id)
        assert cash >= rule.minimum_reserve + kept

    async def check(self) -> None:
        programme = self.office.programme.id
        figures = await fund_figures(programme, today=self.turn().today)
        assert figures.cash >= 0
        assert figures.available >= 0
        assert max(self.told.values(), default=1) == 1, "something was told twice"
        await self._each_is_funded_once()
        await self._each_is_announced_once()
        await self._each_success_frees_one()

    async def _each_is_funded_once(self) -> None:
        paid = await Funding.filter(state=FundingState.PAID)
        parts = Counter((one.application_id, one.tranche) for one in paid)
        assert max(parts.values(), default=1) == 1
        entries = await JournalEntry.filter(reference__startswith="funding:")
        assert len(entries) == len(paid) == len(self.disbursed)
        for one in paid:
            assert one.confirmed_by_id != one.approved_by_id
            assert one.paid_by_id != one.approved_by_id
        open_now = await Funding.filter(state__in=list(IN_TALK), tranche=1)
        assert len(open_now) <= 1
        lent = sum(loan.principal for loan in await Loan.filter(number__startswith="PJ-"))
        assert lent == sum(self.disbursed.values())

    async def _each_is_announced_once(self) -> None:
        """Neither twice nor never: the funded group, all others, and whoever succeeded."""
        for one in await Funding.filter(state=FundingState.PAID, tranche=1):
            heard = [key for key in self.told if key.startswith(f"funding:{one.id}:funded")]
            assert len(heard) == 1
            assert await Announcement.filter(funding_id=one.id).count() == 1
            decided = replay(one.evidence["approved"])
            if decided.freed_by is not None:
                thanked = [k for k in self.told if k.startswith(f"thanks:{decided.freed_by}:")]
                assert len(thanked) == 1

    async def _each_success_frees_one(self) -> None:
        """What was paid stood on a verdict that its kept inputs still give."""
        for one in await Funding.filter(state=FundingState.PAID, tranche=1):
            decided = replay(one.evidence["approved"])
            assert decided.is_possible
            assert decided.first is not None
            assert decided.first.application_id == one.application_id
            claims = {each.key for each in await FundingClaim.filter(funding_id=one.id)}
            if decided.freed_by is not None:
                assert f"success:{decided.freed_by}" in claims
            else:
                assert decided.of_capital or Missing.SUCCESS not in decided.missing


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=set(Phase) if NIGHTLY else {Phase.explicit, Phase.reuse, Phase.generate},
    suppress_health_check=list(HealthCheck),
)
@given(STEPS, st.integers(0, 12_000))
async def test_whatever_happens_money_goes_once_in_order_and_above_the_reserve(
    steps: list[Step], thousands: int
) -> None:
    async def example() -> None:
        office = await an_office(capital=1_000_000 + 1000 * thousands)
        groups = [await a_group(await a_person(f"Ketua {n}"), name=f"KUBE {n}") for n in range(5)]
        year = Year(office, groups)
        for number, step in enumerate(steps):
            try:
                async with savepoint():
                    await year.step(*step)
            except RuleBroken:
                year.disbursed = {
                    one.id: int(one.amount) for one in await Funding.filter(state="paid")
                }
            await year.check()
            if number % 15 == 0:
                report = await audit_programme(office.programme.id, year.turn().today)
                assert report.difference is None
        report = await audit_programme(office.programme.id, year.turn().today)
        assert report.difference is None
        assert (await verify(office.programme.id)).fault is None

    await in_an_example(example)
