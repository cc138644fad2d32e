"""What every repayment works towards: the next group, and who has helped to fund it.

Sums only: nobody learns from here who has paid how much, or who has not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from models import funding_claim
from models.chart import AccountKind, EntryKind
from models.funding_claim import FundingClaim
from models.ledger_tables import Posting
from models.loan import Loan
from models.money import ZERO, Rupiah
from models.next_funding_inputs import candidates, money_of
from models.programme import Programme

if TYPE_CHECKING:
    from datetime import datetime

    from models.funding_rule import Rule
    from models.ledger_tables import JournalEntry

STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class TowardsNext:
    """How much of what the next group needs is there, in rupiah."""

    needed: Rupiah
    there: Rupiah

    @property
    def missing(self) -> Rupiah:
        return max(ZERO, self.needed - self.there)

    @property
    def steps(self) -> int:
        """Of STEPS, rounded down: only what suffices fills the bar."""
        return STEPS * min(self.there, self.needed) // self.needed


async def towards_next(programme_id: int, rule: Rule, *, now: datetime) -> TowardsNext | None:
    """How far the money has come for the first in the queue; none where nobody can be next."""
    programme = await Programme.get(id=programme_id)
    queue = await candidates(programme_id, now=now, at_most=1)
    needed = queue[0].amount(rule) if queue else ZERO
    if not needed:
        return None
    return TowardsNext(needed, (await money_of(programme)).available)


async def helpers_of(disbursement: JournalEntry) -> tuple[int, ...]:
    """The groups whose repaid principal came in since the disbursement before this one.

    Every repayment belongs to one disbursement, by its place in the journal; what was taken back
    does not count, and a group has not helped itself. Capital that was never lent before is no
    repayment: whom it funds nobody has helped, and what came in meanwhile helps the next one.
    """
    of_capital = await _loans_of_capital(disbursement.programme_id)
    own_loans = await Posting.filter(entry_id=disbursement.id, debit__loan_id__in=of_capital)
    if own_loans:
        return ()
    lent: Any = Posting.filter(
        entry__programme_id=disbursement.programme_id,
        entry__kind=EntryKind.DISBURSEMENT,
        entry__number__lt=disbursement.number,
        entry__reversed_by__id__isnull=True,
        debit__kind=AccountKind.LOAN_RECEIVABLE,
    )
    numbers = lent.exclude(debit__loan_id__in=of_capital).order_by("-entry__number")
    last = await numbers.limit(1).values_list("entry__number", flat=True)
    paid = Posting.filter(
        entry__programme_id=disbursement.programme_id,
        entry__number__gt=int(last[0]) if last else 0,
        entry__number__lt=disbursement.number,
        entry__kind__in=[EntryKind.REPAYMENT, EntryKind.CREDIT_APPLIED],
        entry__reversed_by__id__isnull=True,
        credit__kind=AccountKind.LOAN_RECEIVABLE,
    )
    loans = {str(loan) for loan in await paid.distinct().values_list("credit__loan_id", flat=True)}
    funded = await Posting.filter(entry_id=disbursement.id).values_list("debit__loan_id", flat=True)
    groups = await Loan.filter(id__in=[int(loan) for loan in loans]).values_list(
        "group_id", flat=True
    )
    own = await Loan.filter(id__in=[loan for loan in funded if loan]).values_list(
        "group_id", flat=True
    )
    return tuple(sorted({int(str(one)) for one in groups} - {int(str(one)) for one in own}))


async def _loans_of_capital(programme_id: int) -> list[int]:
    """Loans that were first rounds of capital."""
    claims: Any = FundingClaim.filter(
        funding__programme_id=programme_id,
        funding__loan_id__not_isnull=True,
        key__startswith=funding_claim.CAPITAL,
    )
    return [int(loan) for loan in await claims.values_list("funding__loan_id", flat=True)]
