"""Random histories of a fund on both databases, beside a model of it that only adds and subtracts.

After every step the books are compared with the model; what a rule refuses must change nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tortoise.functions import Sum

from bot.database import transaction
from models.allocation import Component
from models.chart import AccountKind
from models.errors import AlreadyReversed, NotReversible, RuleBroken
from models.ledger import reverse, shares_of
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.lending import add_capital, apply_credit, disburse, record_repayment
from models.programme import AllocationOrder
from models.standings import loan_standing
from tests.models.books import DISBURSED_ON, Books, open_books

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from models.loan import Loan

pytestmark = pytest.mark.usefixtures("database")

histories = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

Step = tuple[str, int, int, int]
"""What is done, to which loan or entry, with how many rupiah, after how many days."""

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["capital", "disburse", "repay", "repay", "repay", "credit", "reverse", "repeat"]
        ),
        st.integers(0, 30),
        st.one_of(st.integers(1, 3_000_000), st.sampled_from([1, 60_000, 1_060_000, 2_120_000])),
        st.integers(0, 90),
    ),
    min_size=10,
    max_size=50,
)


class RolledBack(Exception):
    """Ends an example, so that the next one finds an empty database."""


async def in_an_example(work: Callable[[], Awaitable[None]]) -> None:
    """Run one example and undo it."""
    try:
        async with transaction():
            await work()
            raise RolledBack  # noqa: TRY301 (the way to roll back)
    except RolledBack:
        pass


@dataclass
class Model:
    """The fund by plain sums: nothing here knows accounts, chains or databases."""

    cash: int = 0
    fees: int = 0
    capital: int = 0
    lent: Counter[int] = field(default_factory=Counter)
    credit: Counter[int] = field(default_factory=Counter)
    paid_in: int = 0

    def apply(
        self, kind: str, loan: int, amount: int, parts: Counter[Component], sign: int
    ) -> None:
        if kind == "capital":
            self.capital += sign * amount
            self.cash += sign * amount
        elif kind == "disburse":
            self.cash -= sign * amount
            self.lent[loan] += sign * amount
        else:
            self.cash += sign * parts[Component.PRINCIPAL]
            self.lent[loan] -= sign * parts[Component.PRINCIPAL]
            self.fees += sign * parts[Component.FEE]
            self.credit[loan] += sign * parts[Component.CREDIT]
            self.paid_in += sign * amount


@dataclass
class Done:
    """An entry of the history, with what the model needs to take it back."""

    entry: JournalEntry
    kind: str
    loan: int
    amount: int
    parts: Counter[Component]
    again: Callable[[], Awaitable[Any]]


class History:
    """Acts on the real books and on the model alike."""

    def __init__(self, books: Books, loans: list[Loan]) -> None:
        self.books, self.loans, self.model = books, loans, Model()
        self.done: list[Done] = []
        self.today = DISBURSED_ON

    async def step(self, what: str, which: int, amount: int, days: int) -> None:
        self.today = DISBURSED_ON + timedelta(days=days)
        if what == "repeat" and self.done:
            done = self.done[which % len(self.done)]
            again = await done.again()
            assert getattr(again, "entry", again).id == done.entry.id
        elif what == "reverse" and self.done:
            await self.take_back(self.done[which % len(self.done)])
        elif what in {"capital", "disburse", "repay", "credit"}:
            await self.enter(what, self.loans[which % len(self.loans)], amount)

    async def enter(self, kind: str, loan: Loan, amount: int) -> None:
        act, programme = self.books.act(self.today), self.books.programme.id
        ways: dict[str, Callable[[], Awaitable[Any]]] = {
            "capital": lambda: add_capital(programme, amount, **act),
            "disburse": lambda: disburse(loan.id, **act),
            "repay": lambda: record_repayment(loan.id, amount, **act),
            "credit": lambda: apply_credit(loan.id, **act),
        }
        result = await ways[kind]()
        if result is None:
            return
        entry = getattr(result, "entry", result)
        parts: Counter[Component] = Counter()
        for one in await shares_of(entry):
            parts[one.share.component] += one.share.amount
        moved = {"disburse": loan.principal, "credit": 0}.get(kind, amount)
        if kind in {"repay", "credit"}:
            assert parts.total() == moved
        self.model.apply(kind, loan.id, moved, parts, 1)
        self.done.append(Done(entry, kind, loan.id, moved, parts, ways[kind]))

    async def take_back(self, done: Done) -> None:
        await reverse(done.entry, **self.books.act(self.today))
        self.model.apply(done.kind, done.loan, done.amount, done.parts, -1)

    async def check(self) -> None:
        held, model = self.books.held, self.model
        assert await held(AccountKind.FUND_CASH) == model.cash >= 0
        assert await held(AccountKind.CAPITAL) == model.capital
        assert await held(AccountKind.FEE_CASH) == await held(AccountKind.FEE_INCOME) == model.fees
        assert await held(AccountKind.CREDIT_CASH) == model.credit.total()
        for loan in self.loans:
            assert await held(AccountKind.LOAN_RECEIVABLE, loan) == model.lent[loan.id] >= 0
            assert await held(AccountKind.GROUP_CREDIT, loan) == model.credit[loan.id] >= 0
        assert model.cash + model.lent.total() == model.capital
        assert await allocated() == model.paid_in
        await check_instalments(self.loans, self.today)


async def allocated() -> int:
    """Everything that was ever shared out, less what was taken back."""
    ((total,),) = await Allocation.all().annotate(total=Sum("amount")).values_list("total")
    return int(total or 0)


async def check_instalments(loans: list[Loan], today: date) -> None:
    """No instalment was paid beyond what it asks, nor taken back below nothing."""
    for loan in loans:
        for due in (await loan_standing(loan.id, today)).dues:
            assert 0 <= due.principal_paid <= due.principal
            assert 0 <= due.fee_paid <= due.fee


async def snapshot() -> list[Any]:
    """Everything that the ledger holds."""
    return [
        await table.all().order_by("id").values()
        for table in (Account, JournalEntry, Posting, Allocation)
    ]


async def begin(order: AllocationOrder) -> History:
    books = await open_books(0, order)
    history = History(books, [await books.plan_loan(2_000_000) for _ in range(3)])
    await history.step("capital", 0, 5_000_000, 0)
    await history.step("disburse", 0, 1, 0)
    await history.step("disburse", 1, 1, 0)
    return history


@histories
@given(STEPS, st.sampled_from(AllocationOrder))
async def test_any_history_leaves_books_that_agree_with_plain_sums(
    steps: list[Step], order: AllocationOrder
) -> None:
    async def example() -> None:
        history = await begin(order)
        for step in steps:
            before = await snapshot()
            try:
                await history.step(*step)
            except RuleBroken:
                assert await snapshot() == before
            await history.check()
        programme = history.books.programme.id
        assert await balance_differences(programme) == []
        report = await verify_chain(programme, page=5)
        assert report.fault is None
        assert report.entries == await JournalEntry.all().count()

    await in_an_example(example)


@histories
@given(STEPS, st.sampled_from(AllocationOrder))
async def test_taking_everything_back_from_the_last_on_leaves_nothing(
    steps: list[Step], order: AllocationOrder
) -> None:
    async def example() -> None:
        history = await begin(order)
        for step in steps:
            if step[0] == "reverse":
                continue  # out of turn it may keep others from being taken back, and rightly so
            try:
                await history.step(*step)
            except RuleBroken:
                continue
        for done in reversed(history.done):
            await history.take_back(done)
        assert [one.balance for one in await Account.all()] == [0] * await Account.all().count()
        assert await allocated() == 0
        await check_instalments(history.loans, history.today)

    await in_an_example(example)


@histories
@given(st.lists(st.tuples(st.integers(1, 1_500_000), st.integers(1, 90)), min_size=1, max_size=6))
async def test_reversing_restores_every_balance_and_cannot_be_done_twice(
    payments: list[tuple[int, int]],
) -> None:
    async def example() -> None:
        history = await begin(AllocationOrder.OLDEST_INSTALMENT_FIRST)
        for amount, days in payments:
            try:
                await history.step("repay", 0, amount, days)
            except RuleBroken:
                break
            done = history.done[-1]
            after = dict(await Account.all().values_list("code", "balance"))
            # as if it had never been: take back, and enter the same money anew
            reversing = await reverse(done.entry, **history.books.act(history.today))
            for refused, error in ((done.entry, AlreadyReversed), (reversing, NotReversible)):
                with pytest.raises(error):
                    await reverse(refused, **history.books.act(history.today))
            act = history.books.act(history.today)
            anew = await record_repayment(history.loans[0].id, amount, **act)
            assert [one.share for one in await shares_of(done.entry)] == list(anew.shares)
            assert dict(await Account.all().values_list("code", "balance")) == after

    await in_an_example(example)
