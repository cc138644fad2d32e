"""What has come in the way of a funding since it was proposed: the card says so, and waits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from models.fund import available_beside
from models.funding_tables import ApplicationStatus, Funding, FundingState
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.next_funding import Missing
from models.next_funding_inputs import outlook
from models.tranche_evidence import part_evidence

if TYPE_CHECKING:
    from datetime import datetime

    from models.next_funding import NextFunding


class Hurdle(StrEnum):
    """Why a funding cannot go on now."""

    LEFT_QUEUE = "left_queue"
    """The group has withdrawn, or staff have put it aside."""
    NOT_FIRST = "not_first"
    NO_SUCCESS = "no_success"
    NO_MONEY = "no_money"
    RUNNING_LOAN = "running_loan"
    HISTORY = "history"
    OTHER_AMOUNT = "other_amount"
    NO_EVIDENCE = "no_evidence"
    """A later part without its photos and its visit (any more)."""
    LOAN_OVER = "loan_over"
    """A later part of a loan that was written off."""


_MISSING = {
    Missing.SUCCESS: Hurdle.NO_SUCCESS,
    Missing.MONEY: Hurdle.NO_MONEY,
    Missing.RUNNING_LOAN: Hurdle.RUNNING_LOAN,
    Missing.HISTORY: Hurdle.HISTORY,
}


@dataclass(frozen=True, slots=True)
class InTheWay:
    """A hurdle with its figures: who is first now, how much is missing or now possible."""

    code: Hurdle
    group: str = ""
    amount: Rupiah = ZERO


async def hurdles(funding: Funding, *, now: datetime) -> tuple[InTheWay, ...]:
    """What stands in the way of a funding on its way; `funding.application` is fetched."""
    if funding.tranche > 1:
        return await _of_a_later_part(funding)
    if funding.application.status is not ApplicationStatus.WAITING:
        return (InTheWay(Hurdle.LEFT_QUEUE),)
    if funding.state is FundingState.APPROVED:
        return await _of_the_money(funding)
    found = await outlook(funding.programme_id, now=now, but=funding.id)
    return _of_the_rule(funding, found.next)


def _of_the_rule(funding: Funding, decided: NextFunding) -> tuple[InTheWay, ...]:
    first = decided.first
    if first is None or first.application_id != funding.application_id:
        return (InTheWay(Hurdle.NOT_FIRST, first.group if first else ""),)
    found = [
        InTheWay(_MISSING[one], amount=decided.short) for one in decided.missing if one in _MISSING
    ]
    if not found and decided.amount != funding.amount:
        found.append(InTheWay(Hurdle.OTHER_AMOUNT, amount=decided.amount))
    return tuple(found)


async def _of_the_money(funding: Funding) -> tuple[InTheWay, ...]:
    """What was approved stands; only cash that is not there any more is in the way."""
    available = await available_beside(funding.programme, but=funding.id)
    short = max(ZERO, Rupiah(funding.amount) - available)
    return (InTheWay(Hurdle.NO_MONEY, amount=short),) if short else ()


async def _of_a_later_part(funding: Funding) -> tuple[InTheWay, ...]:
    loan = await Loan.get_or_none(id=funding.loan_id)
    if loan is None or loan.status is LoanStatus.WRITTEN_OFF:
        return (InTheWay(Hurdle.LOAN_OVER),)
    if funding.state is not FundingState.APPROVED:
        evidence = await part_evidence(funding)
        if not evidence.is_complete:
            return (InTheWay(Hurdle.NO_EVIDENCE),)
    return await _of_the_money(funding)
