"""Whether the first in the queue can be funded now, and what is missing if not.

Success and money are two separate tests, and both are always told (PRODUCT.md section 5).
Nothing here jumps the queue: that money suffices for the second only is said, never done.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from models.funding_rule import Frees
from models.money import ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.funding_rule import Rule
    from models.success import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What the fund can do now; everything in rupiah."""

    cash: Rupiah
    reserved: Rupiah
    """Approved, or promised as a later part, and not paid out."""
    minimum: Rupiah
    unmatched: Rupiah = ZERO
    never_lent: Rupiah = ZERO
    """Capital that no group has received yet: its first round waits for nobody's success."""

    @property
    def available(self) -> Rupiah:
        return max(ZERO, self.cash - self.reserved - self.minimum - self.unmatched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An application that waits, in the order of the queue; amounts in rupiah."""

    application_id: int
    group_id: int
    group: str
    granted: Rupiah
    last_principal: Rupiah | None = None
    """What its last loan was; none for a first one."""
    worst_class: int = 1
    """The worst class of that loan."""
    owes: Rupiah = ZERO
    """What the group still has to repay of a running loan: its next one waits for that."""
    arrears: Rupiah = ZERO

    def amount(self, rule: Rule) -> Rupiah:
        """What it would be funded with: what was granted, within the rule's limits."""
        ceiling = rule.ceiling(self.last_principal, self.worst_class)
        return self.granted if ceiling is None else min(self.granted, ceiling)


class Missing(StrEnum):
    """Why the first in the queue cannot be funded now."""

    NOBODY_WAITS = "nobody_waits"
    SUCCESS = "success"
    MONEY = "money"
    RUNNING_LOAN = "running_loan"
    """The group has to repay its running loan first."""
    HISTORY = "history"
    """The rule gives nothing to a group whose last loan went so badly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextFunding:
    """What the rule says about the first in the queue; `short` is the money that is missing."""

    first: Candidate | None
    amount: Rupiah = ZERO
    missing: tuple[Missing, ...] = ()
    short: Rupiah = ZERO
    of_capital: bool = False
    """Whether it is a first round: of capital that was never lent, without a success."""
    freed_by: int | None = None
    """The loan whose success frees it, where one frees one group."""
    succeeded: tuple[int, ...] = ()
    """Loans whose success stands and has freed nobody yet."""
    suffices_for: Candidate | None = None
    """The nearest one behind the first for whom the money would do, if it is money that misses."""

    @property
    def is_possible(self) -> bool:
        return self.first is not None and not self.missing

    def to_json(self) -> dict[str, Any]:
        stored = asdict(self)
        stored["missing"] = [one.value for one in self.missing]
        stored["succeeded"] = list(self.succeeded)
        return {name: _plain(value) for name, value in stored.items()}


def evaluate(
    money: Money, queue: Sequence[Candidate], successes: Sequence[Verdict], rule: Rule
) -> NextFunding:
    """What the rule says now.

    `queue` is in order, without postponed ones; `successes` are verdicts of loans whose success
    has freed nobody yet, the oldest first; those that did not succeed are passed over.
    """
    stand = tuple(one.loan_id for one in successes if one.succeeded)
    if not queue:
        return NextFunding(first=None, missing=(Missing.NOBODY_WAITS,), succeeded=stand)
    first = queue[0]
    amount = first.amount(rule)
    missing: list[Missing] = []
    if first.owes:
        missing.append(Missing.RUNNING_LOAN)
    if not amount:
        missing.append(Missing.HISTORY)
    needs_success = amount > money.never_lent
    if needs_success and not stand:
        missing.append(Missing.SUCCESS)
    short = max(ZERO, amount - money.available)
    if short:
        missing.append(Missing.MONEY)
    one_each = rule.frees is Frees.AS_MANY_AS_SUCCEEDED
    return NextFunding(
        first=first,
        amount=amount,
        missing=tuple(missing),
        short=short,
        of_capital=not needs_success,
        freed_by=stand[0] if needs_success and stand and one_each else None,
        succeeded=stand,
        suffices_for=_suffices_for(money, queue[1:], rule) if short else None,
    )


def _suffices_for(money: Money, others: Sequence[Candidate], rule: Rule) -> Candidate | None:
    within = (one for one in others if ZERO < one.amount(rule) <= money.available)
    return next((one for one in within if not one.owes), None)


def _plain(stored: Any) -> Any:
    """Rupiah as integers, tuples as lists: what JSON knows."""
    match stored:
        case dict():
            return {name: _plain(value) for name, value in stored.items()}
        case list() | tuple():
            return [_plain(value) for value in stored]
        case Rupiah():
            return int(stored)
    return stored
