"""What `next_funding.evaluate` needs to know of a programme, in a few statements for any size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tortoise.expressions import Subquery

from models import funding_claim
from models.calendar import wita_day
from models.chart import AccountKind
from models.fund import reserved_of, unmatched_of
from models.funding_claim import COUNTED, FundingClaim, success
from models.funding_claim import used as used_up
from models.funding_queue import waiting as queue_of
from models.funding_rule import Frees, RuleInForce, rule_in_force
from models.funding_tables import Funding, FundingState
from models.ledger_tables import Account
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.next_funding import Candidate, Money, NextFunding, evaluate
from models.programme import Programme
from models.success import GroupInputs, Verdict, judge
from models.success_inputs import Records, inputs_of, records_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from models.funding_queue import Place

_AT_ONCE = 500
"""Keys of one statement: both databases bound how many values a statement holds."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A programme's next funding with everything that was weighed, so that it can be replayed."""

    programme_id: int
    as_of: date
    rule: RuleInForce
    money: Money
    queue: tuple[Candidate, ...]
    inputs: Mapping[int, GroupInputs]
    """By loan: those that may free somebody, or would if they succeeded."""
    verdicts: tuple[Verdict, ...]
    next: NextFunding
    loans: tuple[Loan, ...]
    """All that the programme ever lent, in the order of their ids."""
    records: Records
    """Where all of them stand."""


async def outlook(programme_id: int, *, now: datetime, but: int | None = None) -> Outlook:
    """What the rule says at a moment; `but` is a funding whose own claims do not count."""
    programme = await Programme.get(id=programme_id)
    rule, today = await rule_in_force(programme_id), wita_day(now)
    loans = await Loan.filter(programme_id=programme_id).order_by("id")
    records = await records_of(loans, today)
    freeing = await _freeing(loans, rule.rule.frees, but)
    inputs = await inputs_of(freeing, now=now, records=records)
    verdicts = tuple(judge(inputs[loan.id], rule.rule) for loan in freeing)
    money = await money_of(programme, but=but)
    waits = await _not_settled(programme_id, but)
    queue = tuple(_candidates(waits, loans, records))
    return Outlook(
        programme_id,
        today,
        rule,
        money,
        queue,
        inputs,
        verdicts,
        evaluate(money, queue, verdicts, rule.rule),
        tuple(loans),
        records,
    )


async def money_of(programme: Programme, *, but: int | None = None) -> Money:
    """What the fund can do, without the reservation of the funding `but`."""
    kinds = (AccountKind.FUND_CASH, AccountKind.CAPITAL)
    rows = await Account.filter(programme_id=programme.id, kind__in=list(kinds)).values_list(
        "kind", "balance"
    )
    held = {AccountKind(kind): Rupiah(balance) for kind, balance in rows}
    capital = held.get(AccountKind.CAPITAL, ZERO)
    return Money(
        cash=held.get(AccountKind.FUND_CASH, ZERO),
        reserved=await reserved_of(programme.id, but=but),
        minimum=Rupiah(programme.minimum_balance),
        unmatched=await unmatched_of(programme),
        never_lent=max(ZERO, capital - await _first_rounds(programme.id, but)),
    )


async def candidates(
    programme_id: int, *, now: datetime, at_most: int | None = None
) -> list[Candidate]:
    """Who waits, in the order of the queue, with what their last loan says of them.

    Whoever is approved already only waits to be paid, and is passed over.
    """
    waits = (await _not_settled(programme_id, None))[:at_most]
    groups = [one.group_id for one in waits]
    loans = await Loan.filter(programme_id=programme_id, group_id__in=groups).order_by("id")
    return _candidates(waits, loans, await records_of(loans, wita_day(now)))


async def _not_settled(programme_id: int, but: int | None) -> list[Place]:
    approved = Funding.filter(programme_id=programme_id, state=FundingState.APPROVED, tranche=1)
    settled = {one.application_id for one in await approved if one.id != but}
    return [one for one in await queue_of(programme_id) if one.application_id not in settled]


def _candidates(waits: Sequence[Place], loans: Sequence[Loan], records: Records) -> list[Candidate]:
    """`loans` in the order of their ids: the last one of a group counts."""
    last = {loan.group_id: loan for loan in loans}
    found: list[Candidate] = []
    for one in waits:
        loan = last.get(one.group_id)
        where = records.where[loan.id] if loan else None
        owing = where if loan and loan.status is LoanStatus.ACTIVE else None
        found.append(
            Candidate(
                application_id=one.application_id,
                group_id=one.group_id,
                group=one.group_name,
                granted=one.granted,
                last_principal=Rupiah(loan.principal) if loan else None,
                worst_class=records.worst[loan.id] if loan else 1,
                owes=owing.outstanding if owing else ZERO,
                arrears=owing.arrears.total if owing else ZERO,
            )
        )
    return found


async def _freeing(loans: Sequence[Loan], frees: Frees, but: int | None) -> Sequence[Loan]:
    """Loans whose success may free somebody: where each frees one group, those that freed none.

    The oldest first, so that successes are used in the order in which the money went out.
    """
    loans = sorted(loans, key=lambda loan: (loan.disbursed_on, loan.id))
    if frees is Frees.ANY_CASH:
        return loans
    used: set[str] = set()
    keys = [success(loan.id) for loan in loans]
    for start in range(0, len(keys), _AT_ONCE):
        used |= await used_up(keys[start : start + _AT_ONCE], but=but)
    return [loan for loan in loans if success(loan.id) not in used]


async def _first_rounds(programme_id: int, but: int | None) -> Rupiah:
    """All that was lent, or is on its way, out of capital that no group had received before.

    What was lent before Gulir proposed anything belongs to it, too.
    """
    of_programme = Funding.filter(programme_id=programme_id)
    ours: Any = of_programme.filter(loan_id__isnull=False).values_list("loan_id", flat=True)
    loans = Loan.filter(programme_id=programme_id).exclude(id__in=Subquery(ours))
    claims = FundingClaim.filter(
        funding__programme_id=programme_id, key__startswith=funding_claim.CAPITAL
    )
    applications = await claims.values_list("funding__application_id", flat=True)
    parts = of_programme.filter(application_id__in=list(applications)).filter(COUNTED)
    if but is not None:
        parts = parts.exclude(id=but)
    return Rupiah(
        sum(loan.principal for loan in await loans.only("id", "principal"))
        + sum(part.amount for part in await parts.only("id", "amount"))
    )
