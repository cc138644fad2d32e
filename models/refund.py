"""Giving a group its credit back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.allocation import Component, Share, allocate_credit
from models.chart import EntryKind
from models.errors import AboveCredit
from models.loan import LoanStatus
from models.loan_books import (
    Recorded,
    enter,
    four_eyes,
    known,
    locked,
    positive,
    refunded,
    standing_of,
)
from models.rearrange import follow_days, has_later

if TYPE_CHECKING:
    from models.ledger import Act


async def refund_credit(loan_id: int, amount: int, **act: Unpack[Act]) -> Recorded:
    """Pay credit that the group of a loan has with the fund back to it; by two people.

    What has fallen due by the WITA day `on` is not free to be refunded. Raises UnknownLoan,
    NeedsAnotherPerson, AmountNotPositive, and AboveCredit with what could be refunded.
    """
    four_eyes(act)
    leaving = positive(amount)
    loan, programme = await locked(loan_id)
    if entered := await known(act["reference"], EntryKind.CREDIT_REFUND, loan_id, -leaving):
        return entered
    standing = await standing_of(loan, act["on"])
    free = standing.credit
    if loan.status is LoanStatus.ACTIVE:
        bound = allocate_credit(
            free, standing.dues, order=programme.allocation_order, through=act["on"]
        )
        free -= sum(share.amount for share in bound)
    if leaving > free:
        raise AboveCredit(amount=leaving, credit=free)
    late = await has_later(loan, act["on"])
    given_back = [Share(None, Component.CREDIT, -leaving)]
    recorded = await enter(
        loan,
        EntryKind.CREDIT_REFUND,
        given_back,
        refunded(loan, leaving),
        outstanding=standing.outstanding,
        act=act,
    )
    if not late:
        return recorded
    return Recorded(recorded.entry, recorded.shares, await follow_days(loan, programme, act))
