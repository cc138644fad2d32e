"""A programme's closed month, loan by loan: the figures of the reports R1, R2, R4 and R17."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tortoise.functions import Max, Sum

from models.allocation import Component
from models.arrears import arrears, collectibility
from models.chart import AccountKind
from models.fund_months import cash_at_end
from models.group import Office, Officer
from models.ledger_tables import Account, Allocation, Posting
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from models.allocation import Due
    from models.ledger_tables import JournalEntry


@dataclass(frozen=True, slots=True)
class Parts:
    """Principal and fee in rupiah; below zero where more was taken back than came in."""

    principal: int = 0
    fee: int = 0

    def __add__(self, other: Parts) -> Parts:
        return Parts(self.principal + other.principal, self.fee + other.fee)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanMonth:
    """One loan at the close of a month: what was due by then, what was paid by then; rupiah."""

    loan: Loan
    leader: str
    dues: Sequence[Due]
    last: date
    """The last WITA day of the month."""
    during: Parts
    """What came in during the month."""
    closed_on: date | None
    """When it was repaid or written off; none while it runs."""

    @property
    def fallen(self) -> list[Due]:
        """The instalments that have fallen due."""
        return [due for due in self.dues if due.due_on <= self.last]

    @property
    def months_apart(self) -> int:
        """How many months lie between instalments; one for what is shorter."""
        days = [due.due_on for due in self.dues[:2]]
        return max(1, (days[1] - days[0]).days // 28) if days[1:] else 1

    @property
    def target(self) -> Parts:
        fallen = self.fallen
        return Parts(sum(due.principal for due in fallen), sum(due.fee for due in fallen))

    @property
    def until(self) -> Parts:
        """What has come in by the end of the month."""
        return Parts(
            sum(due.principal_paid for due in self.dues), sum(due.fee_paid for due in self.dues)
        )

    @property
    def before(self) -> Parts:
        """What had come in by the end of the month before."""
        return self.until + Parts(-self.during.principal, -self.during.fee)

    @property
    def outstanding(self) -> Rupiah:
        """Principal that is still out; none of what was written off."""
        if self.closed_on is not None:
            return ZERO
        return sum((due.principal_left for due in self.dues), ZERO)

    @property
    def late(self) -> Parts:
        if self.closed_on is not None:
            return Parts()
        found = arrears(self.dues, self.last, at_close=True)
        return Parts(found.principal, found.fee)

    @property
    def grade(self) -> str:
        return collectibility(self.dues, self.last, at_close=True).name

    @property
    def percent(self) -> int:
        """Principal that came in of what was due, in whole percent; 100 where nothing was due."""
        due = self.target.principal
        return 100 * self.until.principal // due if due else 100


@dataclass(frozen=True, slots=True)
class FundMove:
    """One entry that moved the fund's cash or fees; rupiah."""

    entry: JournalEntry
    group: str
    principal_in: int
    fee_in: int
    paid_out: int
    to_treasury: int
    corrected: int
    balance: Rupiah
    """The fund's cash after it."""


async def loans_of_month(programme_id: int, first: date, last: date) -> list[LoanMonth]:
    """Every loan that was paid out by the last WITA day, by village and group."""
    loans = await Loan.filter(programme_id=programme_id, disbursed_on__lte=last).select_related(
        "group"
    )
    ids = [loan.id for loan in loans]
    where = await standings_of(loans, last, booked_until=last)
    during = await _came_in(ids, first, last)
    closed = await _last_days(ids)
    leaders = await _leaders([loan.group_id for loan in loans])
    rows = [
        LoanMonth(
            loan=loan,
            leader=leaders.get(loan.group_id, ""),
            dues=where[loan.id].dues,
            last=last,
            during=during[loan.id],
            closed_on=_closed_on(loan, closed.get(loan.id), last),
        )
        for loan in loans
    ]
    return sorted(rows, key=lambda row: (row.loan.group.village, row.loan.group.name, row.loan.id))


def _closed_on(loan: Loan, moved_on: date | None, last: date) -> date | None:
    running = loan.status is LoanStatus.ACTIVE or moved_on is None or moved_on > last
    return None if running else moved_on


async def moves_of_month(programme_id: int, first: date, last: date) -> list[FundMove]:
    """Every entry of these WITA days that moved cash of the fund or fees, as they were booked."""
    entries: dict[int, JournalEntry] = {}
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    groups: dict[int, str] = {}
    postings = Posting.filter(
        entry__programme_id=programme_id,
        entry__booked_on__gte=first,
        entry__booked_on__lte=last,
    ).select_related("entry", "debit", "credit", "debit__loan__group", "credit__loan__group")
    for posting in await postings.order_by("entry__booked_on", "entry_id", "line"):
        for sign, side, other in (
            (1, posting.debit, posting.credit),
            (-1, posting.credit, posting.debit),
        ):
            column = _column(sign, side, other)
            if column:
                entries[posting.entry_id] = posting.entry
                sums[posting.entry_id][column] += sign * posting.amount
                if other.loan is not None:
                    groups[posting.entry_id] = other.loan.group.name
    balance = int(await cash_at_end(programme_id, first))
    moves: list[FundMove] = []
    for identity, entry in entries.items():
        had = sums[identity]
        balance += sum(moved for column, moved in had.items() if column != "fee_in")
        moves.append(
            FundMove(
                entry,
                groups.get(identity, ""),
                had["principal_in"],
                had["fee_in"],
                -had["paid_out"],
                -had["to_treasury"],
                had["corrected"],
                Rupiah(balance),
            )
        )
    return moves


def _column(sign: int, side: Account, other: Account) -> str:
    """Under which heading of R17 a posting moves the money of the fund; nothing if it does not."""
    if side.kind is AccountKind.FEE_CASH:
        return "fee_in" if other.kind is AccountKind.FEE_INCOME else ""
    if side.kind is not AccountKind.FUND_CASH:
        return ""
    if other.kind is AccountKind.LOAN_RECEIVABLE:
        return "principal_in" if sign > 0 else "paid_out"
    return "to_treasury" if other.kind is AccountKind.TREASURY else "corrected"


async def _came_in(loan_ids: Collection[int], first: date, last: date) -> dict[int, Parts]:
    rows = (
        await Allocation.filter(
            loan_id__in=list(loan_ids),
            component__in=[Component.PRINCIPAL, Component.FEE],
            entry__booked_on__gte=first,
            entry__booked_on__lte=last,
        )
        .annotate(total=Sum("amount"))
        .group_by("loan_id", "component")
        .values_list("loan_id", "component", "total")
    )
    came: dict[int, Parts] = defaultdict(Parts)
    for loan, component, total in rows:
        is_fee = Component(component) is Component.FEE
        came[loan] += Parts(fee=int(total)) if is_fee else Parts(principal=int(total))
    return came


async def _last_days(loan_ids: Collection[int]) -> dict[int, date]:
    """The last WITA day on which anything was booked on each loan's own account."""
    days: dict[int, date] = {}
    for side in ("debit", "credit"):
        rows = (
            await Posting.filter(**{f"{side}__loan_id__in": list(loan_ids)})
            .annotate(day=Max("entry__booked_on"))
            .group_by(f"{side}__loan_id")
            .values_list(f"{side}__loan_id", "day")
        )
        for loan, day in rows:
            days[loan] = max(day, days.get(loan, day))
    return days


async def _leaders(group_ids: Collection[int]) -> dict[int, str]:
    officers = Officer.filter(
        group_id__in=list(group_ids), office=Office.LEADER, until__isnull=True
    ).select_related("person")
    return {one.group_id: one.person.name for one in await officers.order_by("id")}
