"""The whole proof of a programme's books: the journal, and everything that people are shown.

What the bot shows is recomputed from the postings alone and compared; the first difference ends
the audit, since nothing after it can be trusted. Whatever else the books are to be compared with
is one more generator of differences here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tortoise.functions import Sum

from models.allocation import Component
from models.chart import AccountKind
from models.fund import fund_figures
from models.ledger_audit import Fault, posted_balances, verify_chain
from models.ledger_tables import Account, Allocation, JournalEntry
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from tortoise.queryset import QuerySet

    from models.arrears import LoanStanding
    from models.ledger_audit import ChainReport

_PAGE: Final = 500
"""Loans in memory at a time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where shown and recomputed figures part: `what` of `where`, both in rupiah if figures."""

    where: str
    what: str
    shown: int | str
    recomputed: int | str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """An audit of one programme; without `difference` every figure is right ("selisih 0")."""

    entries: int
    head: str
    accounts: int
    loans: int
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class NotedHead:
    """Where the chain ended when it was last found right: the number of that entry and its hash."""

    number: int
    hash: str


async def audit_programme(
    programme_id: int, today: date, noted: NotedHead | None = None
) -> AuditReport:
    """Walk the chain, recompute every balance and compare what the bot shows on a WITA day.

    The entry that was `noted` earlier must still be in the chain: what is cut off at the end
    leaves no gap. Run it where the books stand still: in one transaction that sees one moment.
    """
    chain = await verify_chain(programme_id)
    broken = await _broken(programme_id, chain, noted)
    if broken is not None:
        return AuditReport(chain.entries, chain.head, 0, 0, broken)
    accounts = await Account.filter(programme_id=programme_id).count()
    loans = await Loan.filter(programme_id=programme_id).count()
    first = None
    async for difference in _differences(programme_id, today):
        first = difference
        break
    return AuditReport(chain.entries, chain.head, accounts, loans, first)


async def _broken(
    programme_id: int, chain: ChainReport, noted: NotedHead | None
) -> Difference | None:
    if chain.fault is not None:
        return Difference(f"entry {chain.faulty_number}", "chain", chain.fault.value, "sealed")
    if noted is None or noted.number == 0:
        return None
    if chain.entries < noted.number:
        return Difference(f"entry {chain.entries + 1}", "chain", Fault.CUT_OFF.value, "noted")
    entry = await JournalEntry.get(programme_id=programme_id, number=noted.number)
    if entry.hash != noted.hash:
        return Difference(f"entry {noted.number}", "chain", Fault.REWRITTEN.value, "noted")
    return None


async def _differences(programme_id: int, today: date) -> AsyncIterator[Difference]:
    posted = await posted_balances(programme_id)
    by_kind: dict[AccountKind, Rupiah] = defaultdict(Rupiah)
    by_loan: dict[tuple[AccountKind, int | None], Rupiah] = defaultdict(Rupiah)
    for account in await Account.filter(programme_id=programme_id).order_by("code"):
        recomputed = posted.get(account.id, ZERO)
        by_kind[account.kind] += recomputed
        by_loan[account.kind, account.loan_id] += recomputed
        if account.code != account.ref.code:
            yield Difference(account.code, "account", account.code, account.ref.code)
        if account.balance != recomputed:
            yield Difference(account.code, "balance", account.balance, int(recomputed))
    for difference in _out_of_proportion(by_kind):
        yield difference
    async for difference in _of_loans(programme_id, today, by_loan):
        yield difference
    async for difference in _of_credits(programme_id):
        yield difference
    async for difference in _of_the_fund(programme_id, today, by_kind):
        yield difference


def _out_of_proportion(held: dict[AccountKind, Rupiah]) -> list[Difference]:
    """The three equations of the chart of accounts."""
    kinds = AccountKind
    principal = (kinds.FUND_CASH, kinds.TREASURY, kinds.LOAN_RECEIVABLE, kinds.WRITTEN_OFF)
    equations = {
        "principal": (sum(held[kind] for kind in principal), held[kinds.CAPITAL]),
        "fee": (held[kinds.FEE_CASH] + held[kinds.FEE_REMITTED], held[kinds.FEE_INCOME]),
        "credit": (held[kinds.CREDIT_CASH], held[kinds.GROUP_CREDIT]),
    }
    return [
        Difference("chart of accounts", name, int(left), int(right))
        for name, (left, right) in equations.items()
        if left != right
    ]


async def _of_loans(
    programme_id: int, today: date, posted: dict[tuple[AccountKind, int | None], Rupiah]
) -> AsyncIterator[Difference]:
    last = 0
    while (
        loans := await Loan.filter(programme_id=programme_id, id__gt=last)
        .order_by("id")
        .limit(_PAGE)
    ):
        standing = await standings_of(loans, today)
        for loan in loans:
            for difference in _of_loan(
                loan, standing[loan.id], posted[AccountKind.LOAN_RECEIVABLE, loan.id]
            ):
                yield difference
        last = loans[-1].id


def _of_loan(loan: Loan, standing: LoanStanding, lent_out: Rupiah) -> list[Difference]:
    where, found = f"loan {loan.number}", []
    for due in standing.dues:
        for part, paid, owed in (
            ("principal", due.principal_paid, due.principal),
            ("fee", due.fee_paid, due.fee),
        ):
            if not 0 <= paid <= owed:
                what = f"{part} paid on {due.due_on.isoformat()}"
                found.append(Difference(where, what, int(paid), int(owed)))
    shown = standing.outstanding_principal
    if loan.status is LoanStatus.WRITTEN_OFF:
        shown = ZERO
    elif not lent_out and shown == loan.principal:
        shown = ZERO  # planned, and not paid out (any more)
    if shown != lent_out:
        found.append(Difference(where, "outstanding principal", int(shown), int(lent_out)))
    if loan.status is LoanStatus.REPAID and standing.outstanding:
        found.append(Difference(where, "left of a repaid loan", int(standing.outstanding), 0))
    return found


async def _of_credits(programme_id: int) -> AsyncIterator[Difference]:
    """What each group is owed, and the fee of all, by shares and by postings."""
    shared = {
        group: int(total)
        for group, total in await _shares(programme_id, Component.CREDIT)
        .group_by("loan__group_id")
        .values_list("loan__group_id", "total")
    }
    async for account in Account.filter(
        programme_id=programme_id, kind=AccountKind.GROUP_CREDIT
    ).order_by("code"):
        by_shares = shared.pop(account.group_id, 0)
        if account.balance != by_shares:
            yield Difference(account.code, "credit", account.balance, by_shares)
    for group, total in shared.items():
        if total:
            yield Difference(f"group {group}", "credit", 0, total)


def _shares(programme_id: int, component: Component) -> QuerySet[Allocation]:
    shares = Allocation.filter(entry__programme_id=programme_id, component=component)
    return shares.annotate(total=Sum("amount"))


async def _of_the_fund(
    programme_id: int, today: date, held: dict[AccountKind, Rupiah]
) -> AsyncIterator[Difference]:
    figures = await fund_figures(programme_id, today=today)
    for what, shown, kind in (
        ("cash", figures.cash, AccountKind.FUND_CASH),
        ("lent out", figures.lent_out, AccountKind.LOAN_RECEIVABLE),
        ("written off", figures.written_off, AccountKind.WRITTEN_OFF),
        ("in treasury", figures.in_treasury, AccountKind.TREASURY),
        ("capital", figures.capital, AccountKind.CAPITAL),
        ("fee cash", figures.fee_cash, AccountKind.FEE_CASH),
        ("credit held", figures.credit_held, AccountKind.GROUP_CREDIT),
    ):
        if shown != held[kind]:
            yield Difference("fund", what, int(shown), int(held[kind]))
    by_shares = _shares(programme_id, Component.FEE).group_by("component")
    fee = sum(int(total) for _, total in await by_shares.values_list("component", "total"))
    if fee != held[AccountKind.FEE_INCOME]:
        yield Difference("fund", "fee by shares", fee, int(held[AccountKind.FEE_INCOME]))
