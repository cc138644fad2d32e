"""Random histories of a fund on both databases, beside a model of it that only adds and subtracts.

Every example is at least 50 steps long. GULIR_EXAMPLES=100 asks for more of them (nightly).
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.database import connection, transaction
from models.audit import AuditEvent
from models.books_audit import audit_programme
from models.corrections import reallocate, reverse_entry
from models.errors import AlreadyReversed, LoanClosed, RuleBroken
from models.ledger_guards import install_ledger_guards, remove_ledger_guards
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.lending import add_capital, apply_credit, disburse, record_repayment
from models.loan import Instalment, Loan
from models.payment_code import codes_of, switch_codes
from models.plan_change import reschedule
from models.programme import AllocationOrder
from models.refund import refund_credit
from models.schedule import EveryMonths, Terms, make_schedule
from models.standings import loan_standing, standings
from models.write_off import recover, write_off
from tests.models.books import DISBURSED_ON, NOON, Books, open_books
from tests.models.plain_fund import PlainLoan

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from models.arrears import LoanStanding
    from models.ledger import Act

pytestmark = pytest.mark.usefixtures("database")

NIGHTLY = "GULIR_EXAMPLES" in os.environ
"""Making a failing history shorter takes minutes, which the quick suite has not."""
EXAMPLES = int(os.environ.get("GULIR_EXAMPLES", "5"))
slowly = pytest.mark.timeout(60 + 10 * EXAMPLES)
LAST_DAY = DISBURSED_ON + timedelta(days=400)


def histories(examples: int = EXAMPLES) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        phases=set(Phase) if NIGHTLY else {Phase.explicit, Phase.reuse, Phase.generate},
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )


Step = tuple[str, int, int, int]
"""What is done, to which loan or entry, with how many rupiah, after how many days."""

KINDS = ["capital", "disburse", "repay", "repay", "repay", "repay", "credit", "refund"]
KINDS += ["reverse", "undo", "reallocate", "repeat", "reschedule", "write off", "recover"]
KINDS += ["repay with code", "repay with code", "repay with code", "switch codes"]
AMOUNTS = st.one_of(st.integers(-1, 900_000), st.sampled_from([1, 60_000, 1_060_000, 2_120_000]))
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 30), AMOUNTS, st.integers(0, 150)),
    min_size=50,
    max_size=60,
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


class History:
    """Acts on the real books and on the model alike."""

    def __init__(self, books: Books, loans: list[Loan], *, all_fees_first: bool) -> None:
        self.books, self.loans = books, loans
        self.all_fees_first = all_fees_first
        self.plain: dict[int, PlainLoan] = {}
        self.codes: dict[int, int] = {}
        """By group, in a programme that asks for codes now."""
        self.capital = 0
        self.not_adjusted = 0
        self.lent: Counter[int] = Counter()
        self.written_off: Counter[int] = Counter()
        self.recovered: Counter[int] = Counter()
        self.by_hand: set[int] = set()
        """Loans whose shares are not by the days of the payments: after a reversal, say."""
        self.done: list[tuple[str, int, JournalEntry, int]] = []
        self.again: list[tuple[int, Callable[[], Awaitable[Any]]]] = []

    async def begin(self) -> None:
        for loan in self.loans:
            rows = await Instalment.filter(loan_id=loan.id).order_by("number")
            self.plain[loan.id] = PlainLoan(
                [(row.due_on, row.principal, row.fee) for row in rows], self.all_fees_first
            )

    def act(self, day: date) -> Act:
        act = self.books.act(day)
        act["approver_id"] = self.books.approver.id
        return act

    async def step(self, what: str, which: int, amount: int, days: int) -> None:
        day = DISBURSED_ON + timedelta(days=days)
        loan = self.loans[which % len(self.loans)]
        if what == "repeat" and self.again:
            entry_id, again = self.again[which % len(self.again)]
            result = await again()
            assert getattr(result, "entry", result).id == entry_id
        elif what == "reverse" and self.done:
            await self.take_back(which % len(self.done), day)
        elif what == "undo":
            await self.enter_and_undo(loan, amount, day)
        elif what == "reallocate":
            if await reallocate(loan.id, **self.act(day)):
                self.look(loan.id, day)
            if loan.id in self.by_hand:  # writing off a part has changed the plan
                self.plain[loan.id].rows = await rows_in_force(loan)
                self.by_hand.discard(loan.id)
        elif what == "reschedule":
            await self.reschedule(loan, day)
        elif what == "switch codes":
            await self.switch_codes(on=not self.codes)
        elif what not in {"repeat", "reverse"}:
            await self.enter(what, loan, amount, day)

    async def switch_codes(self, *, on: bool) -> None:
        programme, maker = self.books.programme.id, self.books.maker.id
        assert await switch_codes(programme, on=on, at=NOON, person_id=maker)
        self.codes = await codes_of(programme) if on else {}

    async def enter(self, what: str, loan: Loan, amount: int, day: date) -> None:
        act, programme = self.act(day), self.books.programme.id
        if what == "repay with code":  # Rp500.001 from the group with the code 1
            what, amount = "repay", amount - amount % 1_000 + self.codes.get(loan.group_id, 1)
        ways: dict[str, Callable[[], Awaitable[Any]]] = {
            "capital": lambda: add_capital(programme, amount, **act),
            "disburse": lambda: disburse(loan.id, **act),
            "repay": lambda: record_repayment(loan.id, amount, **act),
            "credit": lambda: apply_credit(loan.id, **act),
            "refund": lambda: refund_credit(loan.id, amount, **act),
            "write off": lambda: write_off(loan.id, amount * 3, **act),
            "recover": lambda: recover(loan.id, amount, **act),
        }
        result = await ways[what]()
        if result is None:
            return
        if what == "credit":
            self.look(loan.id, day)
        entry = getattr(result, "entry", result)
        self.count(what, loan, entry.id, amount, day)
        if await AuditEvent.filter(deed="not_adjusted").count() > self.not_adjusted:
            self.not_adjusted += 1  # the cash to move is lent out, or was refunded
            self.by_hand.add(loan.id)
        self.done.append((what, loan.id, entry, amount))
        self.again.append((entry.id, ways[what]))

    def count(self, what: str, loan: Loan, entry: int, amount: int, day: date) -> None:
        plain = self.plain[loan.id]
        if what == "capital":
            self.capital += amount
        elif what == "disburse":
            self.lent[loan.id] = loan.principal
        elif what == "repay":
            plain.pay(entry, day, amount, self.codes.get(loan.group_id))
        elif what == "refund":
            plain.refunds[entry] = (day, amount)
            # What had fallen due by then was not free, but it is used when somebody looks
            self.by_hand.add(loan.id)
        elif what == "write off":
            self.written_off[loan.id] += amount * 3
            self.by_hand.add(loan.id)
        elif what == "recover":
            self.recovered[loan.id] += amount

    def look(self, loan: int, day: date) -> None:
        plain = self.plain[loan]
        plain.looked_on = max(day, plain.looked_on or day)

    async def take_back(self, index: int, day: date) -> None:
        what, loan, entry, amount = self.done[index]
        await reverse_entry(entry.id, **self.act(day))
        plain = self.plain[loan]
        if what == "capital":
            self.capital -= amount
        elif what == "disburse":
            self.lent[loan] = 0
        elif what == "recover":
            self.recovered[loan] -= amount
        elif what == "write off":
            self.written_off[loan] -= amount * 3
        plain.payments.pop(entry.id, None)
        plain.refunds.pop(entry.id, None)
        self.by_hand.add(loan)
        with pytest.raises(AlreadyReversed):
            await reverse_entry(entry.id, **self.act(day))

    async def enter_and_undo(self, loan: Loan, amount: int, day: date) -> None:
        """Taking back the last payment restores every balance and every share."""
        before = await balances(), await claims(loan)
        recorded = await record_repayment(loan.id, amount, **self.act(day))
        await reverse_entry(recorded.entry.id, **self.act(day))
        assert (await balances(), await claims(loan)) == before

    async def reschedule(self, loan: Loan, day: date) -> None:
        standing = await loan_standing(loan.id, day)
        if not standing.outstanding_principal:
            return
        terms = Terms(
            principal=standing.outstanding_principal,
            instalments=2,
            disbursed_on=max(LAST_DAY, *(due.due_on for due in standing.dues)),
            frequency=EveryMonths(1),
            fee_basis_points=100,
        )
        plan = make_schedule(terms)
        old = await Instalment.filter(loan_id=loan.id).order_by("id").values()
        await reschedule(loan.id, plan, **self.act(day))
        kept = await Instalment.filter(id__in=[row["id"] for row in old]).order_by("id").values()
        for before, after in zip(old, kept, strict=True):  # the old plan is still readable
            assert before | {"replaced_at": None} == after | {"replaced_at": None}
        if loan.id not in self.by_hand:
            rows = [(row.due_on, int(row.principal), int(row.fee)) for row in plan]
            self.plain[loan.id].replan(rows)

    async def check(self) -> None:
        held = dict(await Account.all().values_list("code", "balance"))
        standing = await standings([loan.id for loan in self.loans], LAST_DAY)
        shared = await self.paid_by_the_books()
        prefix, cash, fees = f"P{self.books.programme.id}", self.capital, 0
        for loan in self.loans:
            paid, plain = shared[loan.id], self.plain[loan.id]
            money = sum(amount for _, amount in plain.payments.values())
            assert paid.total() == money - sum(amount for _, amount in plain.refunds.values())
            if loan.id not in self.by_hand:
                self.agrees(plain, standing[loan.id])
            lent_out = self.lent[loan.id] - paid["principal"] - self.written_off[loan.id]
            given_up = self.written_off[loan.id] - self.recovered[loan.id]
            assert held.get(f"{prefix}/loan_receivable/{loan.id}", 0) == lent_out >= 0
            assert held.get(f"{prefix}/written_off/{loan.id}", 0) == given_up >= 0
            assert held.get(f"{prefix}/group_credit/{loan.group_id}", 0) == paid["credit"] >= 0
            cash -= lent_out + given_up
            fees += paid["fee"]
        assert held[f"{prefix}/fund_cash"] == cash >= 0
        assert held.get(f"{prefix}/fee_cash", 0) == held.get(f"{prefix}/fee_income", 0) == fees

    async def paid_by_the_books(self) -> defaultdict[int, Counter[str]]:
        """What repayments paid by loan and component; a recovery is no repayment."""
        _, rows = await connection().execute_query(
            "SELECT a.loan_id, a.component, SUM(a.amount) AS total FROM allocation a"
            " JOIN journal_entry e ON e.id = a.entry_id"
            " LEFT JOIN journal_entry r ON r.id = e.reverses_id"
            " WHERE e.kind <> 'recovery' AND COALESCE(r.kind, '') <> 'recovery'"
            " GROUP BY a.loan_id, a.component"
        )
        paid: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for row in rows:
            paid[row["loan_id"]][row["component"]] = int(row["total"])
        return paid

    def agrees(self, plain: PlainLoan, standing: LoanStanding) -> None:
        """What is paid on each instalment is what the days of the payments say."""
        paid, credit = plain.state()
        assert [[due.fee_paid, due.principal_paid] for due in standing.dues] == paid
        assert standing.credit == credit


async def rows_in_force(loan: Loan) -> list[tuple[date, int, int]]:
    rows = await Instalment.filter(loan_id=loan.id, replaced_at=None).order_by("due_on", "number")
    return [(row.due_on, row.principal, row.fee) for row in rows]


async def balances() -> dict[Any, Any]:
    return dict(await Account.filter(balance__gt=0).values_list("code", "balance"))


async def claims(loan: Loan) -> list[Any]:
    standing = await loan_standing(loan.id, LAST_DAY)
    return [standing.dues, standing.credit, (await Loan.get(id=loan.id)).status]


async def snapshot() -> list[Any]:
    """Everything that the ledger holds."""
    tables = (Account, JournalEntry, Posting, Allocation, Instalment, Loan)
    return [await table.all().order_by("id").values() for table in tables]


async def begin(order: AllocationOrder, *, asks_codes: bool) -> History:
    books = await open_books(0, order)
    loans = [await books.plan_loan(2_000_000, instalments=count) for count in (3, 2, 5)]
    history = History(books, loans, all_fees_first=order is AllocationOrder.ALL_FEES_FIRST)
    await history.begin()
    if asks_codes:
        await history.switch_codes(on=True)
    await history.step("capital", 0, 5_000_000, 0)
    await history.step("disburse", 0, 1, 0)
    await history.step("disburse", 1, 1, 0)
    return history


SEALED = {
    (
        "journal_entry",
        "hash",
    ): "CASE substr(hash, 1, 1) WHEN 'f' THEN 'e' ELSE 'f' END || substr(hash, 2)",
    ("journal_entry", "previous_hash"): "'x' || substr(previous_hash, 2)",
    ("journal_entry", "content_hash"): "'x' || substr(content_hash, 2)",
    ("journal_entry", "note"): "note || 'x'",
    ("journal_entry", "cause"): "'x' || substr(cause, 2)",
    ("journal_entry", "reference"): "reference || 'x'",
    ("journal_entry", "number"): "number + 1000",
    # Gulir's own entries have no maker
    (
        "journal_entry",
        "maker_id",
    ): "CASE WHEN maker_id IS NULL THEN (SELECT MIN(id) FROM person) END",
    ("journal_entry", "booked_on"): "'2018-01-01'",
    ("journal_entry", "posted_at"): "'2018-01-01 00:00:00+00:00'",
    ("posting", "amount"): "amount + 1",
    ("posting", "line"): "line + 1000",
    ("allocation", "amount"): "CASE amount WHEN -1 THEN 1 ELSE amount + 1 END",
    ("allocation", "line"): "line + 1000",
    ("account", "balance"): "balance + 1",
}
"""What may be flipped, and how."""

FLIPPED = st.sampled_from(sorted(SEALED))


async def flip_a_byte(flipped: tuple[str, str], row: int) -> None:
    """Change one value of one row, as somebody would who owns the database."""
    table, column = flipped
    ids = [one["id"] for one in await connection().execute_query_dict(f"SELECT id FROM {table}")]
    if not ids:  # a history without a single share
        table, column = "journal_entry", "note"
        ids = [one.id for one in await JournalEntry.all()]
    await remove_ledger_guards(connection())
    await connection().execute_query(
        f"UPDATE {table} SET {column} = {SEALED[table, column]} WHERE id = {ids[row % len(ids)]}"
    )
    await install_ledger_guards(connection())


@slowly
@histories()
@given(STEPS, st.sampled_from(AllocationOrder), st.booleans(), FLIPPED, st.integers(0, 1_000))
async def test_any_history_leaves_books_that_agree_with_plain_sums(
    steps: list[Step],
    order: AllocationOrder,
    asks_codes: bool,  # noqa: FBT001 (Hypothesis gives it)
    flipped: tuple[str, str],
    row: int,
) -> None:
    async def example() -> None:
        history = await begin(order, asks_codes=asks_codes)
        programme = history.books.programme.id
        for number, step in enumerate(steps):
            before = await snapshot() if number % 5 == 0 else None
            try:
                await history.step(*step)
            except RuleBroken:
                assert before is None or await snapshot() == before
            await history.check()
            if number % 10 == 0:
                assert (await audit_programme(programme, LAST_DAY)).difference is None
        report = await audit_programme(programme, LAST_DAY)
        assert report.difference is None
        assert report.entries == await JournalEntry.all().count()
        await flip_a_byte(flipped, row)
        assert (await audit_programme(programme, LAST_DAY)).difference is not None

    await in_an_example(example)


@pytest.mark.parametrize("flipped", sorted(SEALED), ids=".".join)
async def test_a_flipped_byte_anywhere_is_a_difference(flipped: tuple[str, str]) -> None:
    async with transaction():
        books = await open_books()
        loan = await books.lend()
        await record_repayment(loan.id, 1_500_000, **books.act(DISBURSED_ON))
    assert (await audit_programme(books.programme.id, LAST_DAY)).difference is None
    await flip_a_byte(flipped, 0)
    assert (await audit_programme(books.programme.id, LAST_DAY)).difference is not None


PAID = st.one_of(
    st.integers(1, 700_000), st.integers(1, 700).map(lambda thousands: 1_000 * thousands + 1)
)
DAYS = st.one_of(st.integers(0, 130), st.sampled_from([31, 62]))
PAYMENTS = st.lists(st.tuples(PAID, DAYS), min_size=2, max_size=4)


@slowly
@histories(2 * EXAMPLES)
@given(PAYMENTS, st.sampled_from(AllocationOrder), st.booleans(), st.randoms(use_true_random=False))
async def test_the_order_in_which_payments_arrive_changes_nothing(
    payments: list[tuple[int, int]],
    order: AllocationOrder,
    asks_codes: bool,  # noqa: FBT001 (Hypothesis gives it)
    chance: Any,
) -> None:
    async def example() -> None:
        orders = chance.sample(list(permutations(payments)), 2)
        ends = []
        for arriving in [payments, *orders]:
            books = await open_books(10_000_000, order)  # so that each group has the code 1
            if asks_codes:
                await switch_codes(books.programme.id, on=True, at=NOON, person_id=books.maker.id)
            loan = await books.plan_loan(2_000_000, instalments=4)
            await disburse(loan.id, **books.act())
            try:
                for amount, days in arriving:
                    day = DISBURSED_ON + timedelta(days=days)
                    await record_repayment(loan.id, amount, **books.act(day))
            except LoanClosed:
                continue
            await apply_credit(loan.id, **books.act(DISBURSED_ON + timedelta(days=131)))
            standing = await loan_standing(loan.id, LAST_DAY)
            paid = [(due.fee_paid, due.principal_paid) for due in standing.dues]
            ends.append((paid, standing.credit))
        assert all(end == ends[0] for end in ends)

    await in_an_example(example)
