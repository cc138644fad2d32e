"""A later part of a loan: more principal on the same loan, its plan grown by what is added.

A loan owes what was paid out, never what is still to come: so the first part has a plan of its
own, and with each later part the instalments that lie ahead grow. See DECISIONS.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import WrittenOff
from models.ledger import Act, post
from models.ledger_tables import JournalEntry
from models.lending import check_available
from models.loan import Instalment, Loan, LoanStatus
from models.loan_books import locked, receivable, standing_of
from models.schedule import PlannedInstalment, Seasonal, make_schedule
from models.standings import settle_statuses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from models.allocation import Due
    from models.schedule import Terms


async def disburse_more(
    loan_id: int, terms: Terms, *, funding_id: int | None = None, **act: Unpack[Act]
) -> Loan:
    """Pay out a later part, whose principal and day of payment stand in `terms`.

    It is spread over the instalments that still lie ahead; where none does, over as many periods
    as the terms have, from the day of payment on. Raises InsufficientFunds and WrittenOff.
    """
    loan, programme = await locked(loan_id)
    if await JournalEntry.exists(reference=act["reference"]):
        return loan
    if loan.status is LoanStatus.WRITTEN_OFF:
        raise WrittenOff(number=loan.number)
    await check_available(programme, terms.principal, funding_id=funding_id)
    standing = await standing_of(loan, act["on"])
    added = _spread(terms, [due for due in standing.dues if due.due_on > act["on"]])
    await _grow(loan, standing.dues, added, act["at"])
    loan.principal += int(terms.principal)
    await loan.save(update_fields=["principal"])
    cash = AccountRef(loan.programme_id, AccountKind.FUND_CASH)
    transfer = Transfer(debit=receivable(loan), credit=cash, amount=terms.principal)
    await post(loan.programme_id, [transfer], kind=EntryKind.DISBURSEMENT, **act)
    await settle_statuses([loan.id])
    return await Loan.get(id=loan.id)


def _spread(terms: Terms, ahead: Sequence[Due]) -> Sequence[PlannedInstalment]:
    """The plan of the part alone, on the days that the loan has ahead of it."""
    if not ahead:
        return make_schedule(replace(terms, first_due_on=None))
    days = tuple(sorted({due.due_on for due in ahead}))
    return make_schedule(
        replace(
            terms,
            frequency=Seasonal(days),
            instalments=len(days),
            grace_periods=0,
            first_due_on=None,
        )
    )


async def _grow(
    loan: Loan, dues: Sequence[Due], added: Sequence[PlannedInstalment], at: datetime
) -> None:
    """A new version of the instalments that grow, under their numbers; new days come behind."""
    in_force = {due.due_on: due for due in dues}
    rows = await Instalment.filter(loan_id=loan.id).order_by("number")
    version = max(row.version for row in rows) + 1
    by_id = {row.id: row for row in rows}
    last = max(row.number for row in rows)
    grown: list[Instalment] = []
    replaced: list[int] = []
    for row in added:
        due = in_force.get(row.due_on)
        if due is not None:
            replaced.append(due.instalment)
            number = by_id[due.instalment].number
        else:
            last += 1
            number = last
        grown.append(
            Instalment(
                loan_id=loan.id,
                version=version,
                number=number,
                due_on=row.due_on,
                principal=int(row.principal + (due.principal if due else 0)),
                fee=int(row.fee + (due.fee if due else 0)),
            )
        )
    await Instalment.filter(id__in=replaced).update(replaced_at=at)
    await Instalment.bulk_create(grown)
