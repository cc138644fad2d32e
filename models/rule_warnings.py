"""Whether a funding rule can ever be met, as far as anybody can know: said when it is set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from models.chart import AccountKind, AccountRef
from models.funding_queue import OPEN
from models.funding_tables import Application
from models.group import Office, Officer
from models.ledger import balance
from models.loan import Loan, LoanStatus
from models.money import Rupiah

if TYPE_CHECKING:
    from models.funding_rule import Rule

_DAYS_OF_A_MONTH: Final = 28
"""The shortest: a group tells its news once a month or harvest."""


class Unmeetable(StrEnum):
    """What makes a rule impossible to meet, or meets nobody."""

    MAXIMUM_BELOW_SMALLEST = "maximum_below_smallest"
    """Every application asks for more than a group may get: it gets less than it asked for."""
    RESERVE_ABOVE_CAPITAL = "reserve_above_capital"
    """Nothing of the capital may be lent."""
    RESERVE_LEAVES_TOO_LITTLE = "reserve_leaves_too_little"
    """What may be lent is less than the smallest application, even if everything comes back."""
    TOO_MANY_REPORTS = "too_many_reports"
    """More reports than months in the time."""
    NO_FACILITATOR = "no_facilitator"
    """Borrowing groups without a facilitator, whom nobody can recommend."""
    NO_SECOND_LOAN = "no_second_loan"
    """No class of history lets a group borrow again."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with its figures: what the rule says, and what there is."""

    code: Unmeetable
    figure: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a rule meets: rupiah, and counts of groups."""

    capital: Rupiah
    smallest: Rupiah | None
    """The smallest open application; none while nobody applies."""
    borrowing: int
    without_facilitator: int

    def to_json(self) -> dict[str, int | None]:
        return {
            "capital": int(self.capital),
            "smallest": None if self.smallest is None else int(self.smallest),
            "borrowing": self.borrowing,
            "without_facilitator": self.without_facilitator,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Surroundings:
        smallest = stored["smallest"]
        return cls(
            capital=Rupiah(stored["capital"]),
            smallest=None if smallest is None else Rupiah(smallest),
            borrowing=int(stored["borrowing"]),
            without_facilitator=int(stored["without_facilitator"]),
        )


def warnings(rule: Rule, there: Surroundings) -> tuple[Warned, ...]:
    """Every reason why the rule cannot be met as things stand."""
    found: list[Warned] = []
    smallest, lendable = there.smallest, there.capital - rule.minimum_reserve
    if smallest is not None and rule.maximum is not None and rule.maximum < smallest:
        found.append(Warned(Unmeetable.MAXIMUM_BELOW_SMALLEST, int(rule.maximum), int(smallest)))
    if there.capital and lendable <= 0:
        found.append(
            Warned(Unmeetable.RESERVE_ABOVE_CAPITAL, int(rule.minimum_reserve), int(there.capital))
        )
    elif smallest is not None and there.capital:
        wanted = min(smallest, rule.maximum or smallest)
        if lendable < wanted:
            found.append(Warned(Unmeetable.RESERVE_LEAVES_TOO_LITTLE, int(lendable), int(wanted)))
    return (*found, *_of_success(rule, there))


def _of_success(rule: Rule, there: Surroundings) -> list[Warned]:
    found: list[Warned] = []
    if rule.threshold_counts:
        possible = rule.report_days // _DAYS_OF_A_MONTH + 1
        if rule.reports > possible:
            found.append(Warned(Unmeetable.TOO_MANY_REPORTS, rule.reports, possible))
        needs_visits = rule.recommendation or rule.stage_at_least is not None
        if needs_visits and there.without_facilitator:
            found.append(
                Warned(Unmeetable.NO_FACILITATOR, there.without_facilitator, there.borrowing)
            )
    if not any(percent is None or percent > 0 for percent in rule.repeat_percent):
        found.append(Warned(Unmeetable.NO_SECOND_LOAN))
    return found


async def surroundings(programme_id: int) -> Surroundings:
    """What a rule of the programme meets now."""
    applications = await Application.filter(programme_id=programme_id, status__in=list(OPEN))
    loans = await Loan.filter(programme_id=programme_id, status=LoanStatus.ACTIVE)
    groups = {loan.group_id for loan in loans}
    cared_for = await Officer.filter(
        group_id__in=list(groups), office=Office.FACILITATOR, until__isnull=True
    )
    return Surroundings(
        capital=await balance(AccountRef(programme_id, AccountKind.CAPITAL)),
        smallest=min((Rupiah(one.granted or one.amount) for one in applications), default=None),
        borrowing=len(groups),
        without_facilitator=len(groups - {one.group_id for one in cared_for}),
    )
