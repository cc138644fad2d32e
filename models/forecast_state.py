"""All that a forecast depends on, in a few small statements: unchanged, it need not be read again.

By content, not by counters: what a transaction wrote and took back leaves no trace, and whoever
writes something else in its place has another state.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tortoise.functions import Count, Max, Sum

from models.funding_claim import FundingClaim
from models.funding_tables import (
    Application,
    ApplicationStatus,
    Funding,
    FundingRule,
    PlannedCapital,
)
from models.ledger_tables import JournalEntry
from models.loan import Instalment
from models.programme import Programme
from models.progress_tables import ProgressReport
from models.statement_tables import BankLine
from models.visit import Visit

if TYPE_CHECKING:
    from tortoise.models import Model


async def state_of(programme_id: int) -> str:
    """A hash of the programme's money, plans, queue, rule and of what its groups have shown."""
    mine = {"programme_id": programme_id}
    head: Any = JournalEntry.filter(**mine).order_by("-number").limit(1)
    queue: Any = Application.filter(**mine, status=ApplicationStatus.WAITING)
    fundings: Any = Funding.filter(**mine).order_by("id")
    plans: Any = PlannedCapital.filter(**mine, ended_at__isnull=True).order_by("id")
    rule: Any = FundingRule.filter(**mine).order_by("-version").limit(1)
    found = [
        await Programme.filter(id=programme_id).values_list(
            "minimum_balance", "fund_mode", "counts_matched_only"
        ),
        await head.values_list("number", "hash"),
        await queue.order_by("id").values_list("id", "priority", "stands_since", "granted"),
        await fundings.values_list("id", "state", "amount", "paid_on", "loan_id"),
        await plans.values_list("id", "amount", "expected_on"),
        await rule.values_list("version", "since"),
        await _sum_up(
            Instalment,
            "due_on",
            by="loan__programme_id",
            loan__programme_id=programme_id,
            replaced_at=None,
        ),
        await _sum_up(
            FundingClaim, "key", by="funding__programme_id", funding__programme_id=programme_id
        ),
        await _sum_up(BankLine, "id", by="programme_id", **mine, report_id__not_isnull=True),
        await _sum_up(ProgressReport, "accepted_at", by="status", accepted_at__not_isnull=True),
        await _sum_up(Visit, "visited_on", by="recommended"),
    ]
    return sha256(repr(found).encode()).hexdigest()


async def _sum_up(table: type[Model], last: str, *, by: str, **which: Any) -> Any:
    """How many rows there are, the sum of their ids, and the last of a column, in few groups."""
    rows: Any = table.filter(**which).group_by(by).order_by(by)
    told = rows.annotate(n=Count("id"), ids=Sum("id"), last=Max(last))
    return await told.values_list(by, "n", "ids", "last")
