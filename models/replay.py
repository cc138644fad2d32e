"""How a loan's payments share out when each is taken on the day it was paid on.

The result depends on the payments and their days alone, not on the order in which they became
known. What a payment from before others changes is the difference between this and the books.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from models.allocation import Component, Due, Share, allocate, allocate_credit, with_shares
from models.money import ZERO, Rupiah

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from models.programme import AllocationOrder

Claims: TypeAlias = dict[tuple[int | None, Component], Rupiah]
"""Rupiah paid by instalment and component; credit that is kept stands under no instalment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Rupiah that came in on a WITA day; `chosen` are shares that staff decided on themselves.

    `kept` of them are the group's credit whatever is due, because they stand for its code.
    """

    on: date
    amount: Rupiah
    kept: Rupiah = ZERO
    chosen: tuple[Share, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Credit in rupiah that went back to the group on a WITA day."""

    on: date
    amount: Rupiah


Event: TypeAlias = Payment | Refund


def replay(
    events: Sequence[Event],
    dues: Sequence[Due],
    *,
    order: AllocationOrder,
    brought_in: int,
    through: date,
) -> Claims | None:
    """What is paid on each claim after all events and every due day up to `through`.

    `brought_in` is credit in rupiah that the group had from other loans, or below zero what
    others took. None if the payments do not cover what was refunded or taken.
    """
    unpaid = tuple(replace(due, principal_paid=ZERO, fee_paid=ZERO) for due in dues)
    state = _State(unpaid, order, Rupiah(max(0, brought_in)))
    for event in sorted(events, key=_turn):
        state.use_credit(event.on)
        if isinstance(event, Refund):
            state.give_back(event.amount)
        else:
            state.take(event)
        if state.held < 0:
            return None
    state.use_credit(through)
    kept = state.held + min(0, brought_in)
    if kept < 0:
        return None
    return _claims(state.dues) | {(None, Component.CREDIT): kept - brought_in}


def difference(wanted: Claims, recorded: Claims) -> tuple[Share, ...]:
    """The shares that lead from what is recorded to what is wanted; they need not be positive."""
    keys = sorted(wanted.keys() | recorded.keys(), key=lambda key: (key[0] or 0, key[1].value))
    return tuple(
        Share(instalment, component, change)
        for instalment, component in keys
        if (
            change := wanted.get((instalment, component), ZERO)
            - recorded.get((instalment, component), ZERO)
        )
    )


def summed(shares: Iterable[Share]) -> Claims:
    """Shares by what they paid for."""
    sums: Claims = defaultdict(Rupiah)
    for share in shares:
        sums[share.instalment, share.component] += share.amount
    return sums


def _turn(event: Event) -> tuple[date, int]:
    """On one day: what staff decided on, then what the rule shares out, then what went back."""
    if isinstance(event, Refund):
        return event.on, 2
    return event.on, 0 if event.chosen is not None else 1


def _claims(dues: Sequence[Due]) -> Claims:
    claims: Claims = {}
    for due in dues:
        claims[due.instalment, Component.PRINCIPAL] = due.principal_paid
        claims[due.instalment, Component.FEE] = due.fee_paid
    return claims


@dataclass(slots=True)
class _State:
    """Credit that came with a code waits for the day after: the order within a day is nothing."""

    dues: tuple[Due, ...]
    order: AllocationOrder
    credit: Rupiah
    fresh: Rupiah = ZERO
    fresh_on: date | None = None

    @property
    def held(self) -> Rupiah:
        return self.credit + self.fresh

    def use_credit(self, through: date) -> None:
        if self.fresh_on is not None and self.fresh_on < through:
            self.credit, self.fresh, self.fresh_on = self.held, ZERO, None
        used = allocate_credit(self.credit, self.dues, order=self.order, through=through)
        self.dues = with_shares(self.dues, used)
        self.credit -= sum(share.amount for share in used)

    def take(self, payment: Payment) -> None:
        rest = payment.amount - payment.kept
        if payment.chosen is None:
            shares = allocate(rest, self.dues, order=self.order, today=payment.on)
        else:
            shares = self._fitting(payment.chosen)
        self.dues = with_shares(self.dues, shares)
        paid = sum(one.amount for one in shares if one.component is not Component.CREDIT)
        self.credit += rest - paid
        if payment.kept:
            self.fresh, self.fresh_on = self.fresh + payment.kept, payment.on

    def give_back(self, amount: Rupiah) -> None:
        """From what was there before, and only then from what the day itself brought."""
        of_the_day = max(ZERO, amount - max(ZERO, self.credit))
        self.credit -= amount - of_the_day
        self.fresh -= of_the_day

    def _fitting(self, chosen: Sequence[Share]) -> tuple[Share, ...]:
        """Chosen shares as far as something is left to pay there; the rest becomes credit."""
        left = {(due.instalment, Component.PRINCIPAL): due.principal_left for due in self.dues}
        left |= {(due.instalment, Component.FEE): due.fee_left for due in self.dues}
        fitting: list[Share] = []
        for (instalment, component), amount in summed(chosen).items():
            room = left.get((instalment or 0, component), ZERO)
            if min(amount, room) > 0:
                fitting.append(Share(instalment, component, min(amount, room)))
        return tuple(fitting)
