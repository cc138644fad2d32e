"""Replacing the unpaid part of a loan's plan: what was paid stays, and the old plan is readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.audit import note
from models.chart import EntryKind
from models.errors import (
    ImpossibleTerms,
    LoanClosed,
    NotPaidOut,
    PlanDoesNotAddUp,
    SameReferenceOtherContent,
    WrittenOff,
)
from models.ledger import Act, balance, post_first
from models.ledger_tables import JournalEntry
from models.loan import Instalment, Loan, LoanStatus
from models.loan_books import four_eyes, locked, receivable, standing_of
from models.money import ZERO, Rupiah
from models.schedule import PlannedInstalment
from models.standings import settle_statuses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from models.arrears import LoanStanding


async def reschedule(
    loan_id: int, plan: Sequence[PlannedInstalment], **act: Unpack[Act]
) -> JournalEntry:
    """Replace what is unpaid by `plan`, whose principal is exactly what is left; by two people.

    `on` is the WITA day of the decision; `make_schedule` makes a plan from terms. The fee is
    agreed anew. The entry moves no money: it seals who decided, and when.
    Raises UnknownLoan, NeedsAnotherPerson, LoanClosed, WrittenOff, NotPaidOut, PlanDoesNotAddUp
    and ImpossibleTerms.
    """
    four_eyes(act)
    loan, _ = await locked(loan_id)
    if entered := await JournalEntry.get_or_none(reference=act["reference"]):
        if entered.kind is not EntryKind.ADJUSTMENT or entered.cause != act["cause"]:
            raise SameReferenceOtherContent(reference=act["reference"])
        return entered
    if loan.status is LoanStatus.WRITTEN_OFF:
        raise WrittenOff(number=loan.number)
    standing = await standing_of(loan, act["on"])
    if loan.status is not LoanStatus.ACTIVE or not standing.outstanding:
        raise LoanClosed(number=loan.number)
    if standing.outstanding_principal and not await balance(receivable(loan)):
        raise NotPaidOut(number=loan.number)
    _check(plan, standing, act)
    version = await replace_unpaid(loan, standing, plan, act["at"])
    entry = await post_first(loan.programme_id, [], kind=EntryKind.ADJUSTMENT, **act)
    await settle_statuses([loan.id])
    await _note(loan, standing, plan, act, version=version, entry=entry.number)
    return entry


async def _note(
    loan: Loan,
    standing: LoanStanding,
    plan: Sequence[PlannedInstalment],
    act: Act,
    **facts: int,
) -> None:
    await note(
        f"loan:{loan.id}",
        "rescheduled",
        at=act["at"],
        person_id=act["maker_id"],
        approver=act.get("approver_id"),
        principal=int(standing.outstanding_principal),
        fee_before=int(standing.outstanding_fee),
        fee_after=sum(int(row.fee) for row in plan),
        reason=act.get("note", ""),
        **facts,
    )


async def replace_unpaid(
    loan: Loan, standing: LoanStanding, plan: Sequence[PlannedInstalment], at: datetime
) -> int:
    """Put `plan` in the place of whatever is unpaid; returns the new version.

    An instalment that was paid in part stays with that part, under its number and on its day.
    """
    dues = {due.instalment: due for due in standing.dues}
    rows = await Instalment.filter(loan_id=loan.id).order_by("number")
    version = max(row.version for row in rows) + 1
    in_force = [row for row in rows if row.replaced_at is None]
    replaced = [row for row in in_force if dues[row.id].left > 0]
    kept = [row for row in replaced if dues[row.id].principal_paid or dues[row.id].fee_paid]
    settled = [row for row in in_force if dues[row.id].left <= 0]
    last = max((row.number for row in (*settled, *kept)), default=0)
    await Instalment.filter(id__in=[row.id for row in replaced]).update(replaced_at=at)
    parts = [
        (row.number, row.due_on, dues[row.id].principal_paid, dues[row.id].fee_paid) for row in kept
    ]
    anew = [
        (number, row.due_on, row.principal, row.fee)
        for number, row in enumerate(plan, start=last + 1)
    ]
    await Instalment.bulk_create(
        Instalment(
            loan_id=loan.id,
            version=version,
            number=number,
            due_on=due_on,
            principal=principal,
            fee=fee,
        )
        for number, due_on, principal, fee in (*parts, *anew)
    )
    return version


def with_principal_given_up(standing: LoanStanding, amount: Rupiah) -> list[PlannedInstalment]:
    """What is unpaid with `amount` rupiah of principal less, taken off from the last one on."""
    rows = _unpaid(standing)
    for index in reversed(range(len(rows))):
        number, due_on, principal, fee = rows[index]
        less = min(principal, amount)
        rows[index], amount = (number, due_on, principal - less, fee), amount - less
    return [PlannedInstalment(*row) for row in rows if row[2] + row[3] > 0]


def with_more_principal(standing: LoanStanding, amount: Rupiah) -> list[PlannedInstalment]:
    """What is unpaid with `amount` rupiah of principal more, in the last instalment."""
    rows = _unpaid(standing)
    if not rows:
        return [PlannedInstalment(1, max(due.due_on for due in standing.dues), amount, ZERO)]
    number, due_on, principal, fee = rows[-1]
    rows[-1] = (number, due_on, principal + amount, fee)
    return [PlannedInstalment(*row) for row in rows]


def _unpaid(standing: LoanStanding) -> list[tuple[int, date, Rupiah, Rupiah]]:
    unpaid = [due for due in standing.dues if due.left > 0]
    return [
        (number, due.due_on, due.principal_left, due.fee_left)
        for number, due in enumerate(unpaid, start=1)
    ]


def _check(plan: Sequence[PlannedInstalment], standing: LoanStanding, act: Act) -> None:
    days = [row.due_on for row in plan]
    if days != sorted(set(days)):
        raise ImpossibleTerms("days_not_in_order")
    if days and days[0] <= act["on"]:
        raise ImpossibleTerms("due_not_ahead", first_due_on=days[0])
    if any(row.principal < 0 or row.fee < 0 or not row.principal + row.fee for row in plan):
        raise ImpossibleTerms("empty_instalment")
    planned = sum(row.principal for row in plan)
    if planned != standing.outstanding_principal:
        raise PlanDoesNotAddUp(planned=planned, outstanding=standing.outstanding_principal)
