"""How a repayment is shared out over what is owed (DOMAIN.md 3.4).

A loan's claims stand in one fixed order of priority and the money runs down that order. So
splitting a payment in two on the same day changes nothing, and no rupiah is lost or made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from models.money import ZERO, Rupiah
from models.programme import AllocationOrder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date


class Component(StrEnum):
    """What a share of a repayment pays for; credit is kept for the group (titipan)."""

    FEE = "fee"
    PRINCIPAL = "principal"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An instalment with what has been paid on it; rupiah and WITA days.

    `instalment` is any key of the caller's. `begins_on` is the first day of the period that the
    instalment ends: the day after the due day before it, or the day of disbursement.
    """

    instalment: int
    begins_on: date
    due_on: date
    principal: Rupiah
    fee: Rupiah
    principal_paid: Rupiah = ZERO
    fee_paid: Rupiah = ZERO

    @property
    def principal_left(self) -> Rupiah:
        return self.principal - self.principal_paid

    @property
    def fee_left(self) -> Rupiah:
        return self.fee - self.fee_paid

    @property
    def left(self) -> Rupiah:
        return self.principal_left + self.fee_left


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a repayment, in rupiah; credit belongs to no instalment."""

    instalment: int | None
    component: Component
    amount: Rupiah


_Claim: TypeAlias = tuple[Due, Component]


def allocate(
    amount: int,
    dues: Sequence[Due],
    *,
    order: AllocationOrder,
    today: date,
    fee_in_advance: bool = False,
) -> tuple[Share, ...]:
    """Share a payment of `amount` rupiah, made on the WITA day `today`, over a loan's instalments.

    `dues` are all instalments of the loan, paid ones included: what has fallen due comes first,
    then the one next instalment, and what is left over is credit. The fee of a period that has
    not begun is taken only with `fee_in_advance` (jasa di muka).
    Raises ValueError for an amount that is not positive.
    """
    if amount <= 0:
        raise ValueError(f"a payment of {int(amount)} rupiah cannot be shared out")
    shares: list[Share] = []
    rest = Rupiah(amount)
    for due, component in _claims(dues, order, today, fee_in_advance=fee_in_advance):
        left = due.fee_left if component is Component.FEE else due.principal_left
        part = min(rest, left)
        if part > 0:
            shares.append(Share(due.instalment, component, part))
            rest -= part
    if rest > 0:
        shares.append(Share(None, Component.CREDIT, rest))
    return tuple(shares)


def allocate_credit(
    credit: int, dues: Sequence[Due], *, order: AllocationOrder, through: date
) -> tuple[Share, ...]:
    """What `credit` rupiah pay of the instalments that have fallen due by the WITA day `through`.

    Each due day has its turn, the oldest first, as if somebody had looked every day; so it does
    not matter when somebody does. What is not used remains credit and is in no share.
    """
    shares: list[Share] = []
    for day in sorted({due.due_on for due in dues if due.due_on <= through}):
        fallen_due = [due for due in dues if due.due_on <= day]
        usable = min(credit, sum(due.left for due in fallen_due))
        if usable > 0:
            used = allocate(usable, fallen_due, order=order, today=day)
            shares.extend(used)
            dues, credit = with_shares(dues, used), credit - usable
    return tuple(shares)


def with_code_kept(kept: Rupiah, shares: Sequence[Share]) -> tuple[Share, ...]:
    """The shares of a payment that brought `kept` rupiah for the group's code.

    What was kept stands first and by itself, so that the entry tells it for ever; credit that is
    left over stands last.
    """
    return (Share(None, Component.CREDIT, kept), *shares) if kept else tuple(shares)


def code_kept(shares: Sequence[Share]) -> Rupiah:
    """The rupiah that a payment with these shares brought for the group's code."""
    first, more = shares[0], len(shares) > 1
    return first.amount if more and first.component is Component.CREDIT else ZERO


def with_shares(dues: Sequence[Due], shares: Sequence[Share]) -> tuple[Due, ...]:
    """The same instalments after the shares were paid on them; credit changes none."""
    paid: dict[tuple[int | None, Component], Rupiah] = defaultdict(Rupiah)
    for share in shares:
        paid[share.instalment, share.component] += share.amount
    return tuple(
        replace(
            due,
            principal_paid=due.principal_paid + paid[due.instalment, Component.PRINCIPAL],
            fee_paid=due.fee_paid + paid[due.instalment, Component.FEE],
        )
        for due in dues
    )


def shared_out(shares: Sequence[Share]) -> dict[Component, Rupiah]:
    """The sums of the shares by component, in rupiah; a missing component reads as zero."""
    sums: dict[Component, Rupiah] = defaultdict(Rupiah)
    for share in shares:
        sums[share.component] += share.amount
    return sums


def _claims(
    dues: Sequence[Due], order: AllocationOrder, today: date, *, fee_in_advance: bool
) -> Iterator[_Claim]:
    by_day = sorted(dues, key=lambda due: due.due_on)
    fallen_due = [due for due in by_day if due.due_on <= today]
    if order is AllocationOrder.ALL_FEES_FIRST:
        yield from ((due, Component.FEE) for due in fallen_due)
        yield from ((due, Component.PRINCIPAL) for due in fallen_due)
    else:
        for due in fallen_due:
            yield from ((due, Component.FEE), (due, Component.PRINCIPAL))
    for due in by_day[len(fallen_due) : len(fallen_due) + 1]:
        if fee_in_advance or due.begins_on <= today:
            yield due, Component.FEE
        yield due, Component.PRINCIPAL
