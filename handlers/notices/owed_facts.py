"""What is true of loans at the moment at which their groups are reminded, for many at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.loan import Instalment, Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.notice import CallState, CallTask
from models.notice_plan import NoticePlan, plans_of
from models.payment_code import PaymentCode, asked_beside_credit
from models.promise import PaymentPromise, PromiseState
from models.repayment import RepaymentReport, ReportStatus
from models.standings import standings_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from models.allocation import Due
    from models.arrears import LoanStanding


@dataclass(frozen=True, slots=True)
class OwedFacts:
    """A loan, what is paid and reported of it, its open promise, and its programme's plan."""

    loan: Loan
    standing: LoanStanding
    reported: Rupiah
    promise: PaymentPromise | None
    called: bool
    """Whether somebody was asked to call, so that the reminders rest."""
    code: int | None
    plan: NoticePlan
    numbers: dict[int, int]
    """The number of each instalment in force, by its id."""

    def due(self, instalment_id: int) -> Due | None:
        """The instalment, unless a rescheduling has replaced it."""
        found = (due for due in self.standing.dues if due.instalment == instalment_id)
        return next(found, None)

    def asked(self, due: Due) -> Rupiah:
        """What to ask for now, with the group's code where one is asked for."""
        return asked_beside_credit(due.left, self.standing.credit, self.code)

    def why_silent(self, due: Due, today: date) -> str | None:
        """Why nobody is reminded of this instalment now; none if they are."""
        earlier = sum(other.left for other in self.standing.dues if other.due_on < due.due_on)
        promise = self.promise
        if self.loan.status is not LoanStatus.ACTIVE or due.left <= 0:
            return "paid"
        if self.reported > earlier:
            return "reported"
        if self.standing.credit >= earlier + due.left:
            return "credit"
        if promise and due.due_on <= promise.promised_on and today <= promise.silent_until:
            return "promised"
        return "called" if self.called else None


async def owed_facts(loan_ids: Collection[int], today: date) -> dict[int, OwedFacts]:
    """The facts of loans by their ids, in a fixed number of statements."""
    loans = await Loan.filter(id__in=list(loan_ids)).select_related("group", "programme")
    ids = [loan.id for loan in loans]
    standings = await standings_of(loans, today)
    reported = await _reported(ids)
    promises = {
        each.loan_id: each
        for each in await PaymentPromise.filter(loan_id__in=ids, state=PromiseState.OPEN)
    }
    called = set(
        await CallTask.filter(loan_id__in=ids, state=CallState.OPEN).values_list(
            "loan_id", flat=True
        )
    )
    plans = await plans_of({loan.programme_id for loan in loans})
    codes, numbers = await _codes(loans), await _numbers(ids)
    return {
        loan.id: OwedFacts(
            loan=loan,
            standing=standings[loan.id],
            reported=reported.get(loan.id, ZERO),
            promise=promises.get(loan.id),
            called=loan.id in called,
            code=codes.get((loan.programme_id, loan.group_id)),
            plan=plans[loan.programme_id],
            numbers=numbers[loan.id],
        )
        for loan in loans
    }


async def _reported(loan_ids: Collection[int]) -> dict[int, Rupiah]:
    """What groups say that they have paid, and nobody has decided about yet."""
    waiting = RepaymentReport.filter(loan_id__in=list(loan_ids), status=ReportStatus.SUBMITTED)
    sums: dict[int, Rupiah] = defaultdict(lambda: ZERO)
    for loan_id, amount in await waiting.values_list("loan_id", "amount"):
        sums[loan_id] += Rupiah(amount)
    return dict(sums)


async def _codes(loans: Collection[Loan]) -> dict[tuple[int, int], int]:
    asking = [loan for loan in loans if loan.programme.asks_code]
    rows = PaymentCode.filter(
        programme_id__in=[loan.programme_id for loan in asking],
        group_id__in=[loan.group_id for loan in asking],
    )
    found = await rows.values_list("programme_id", "group_id", "code")
    return {(programme, group): code for programme, group, code in found}


async def _numbers(loan_ids: Collection[int]) -> dict[int, dict[int, int]]:
    rows = Instalment.filter(loan_id__in=list(loan_ids), replaced_at__isnull=True)
    numbers: dict[int, dict[int, int]] = defaultdict(dict)
    for loan_id, instalment, number in await rows.values_list("loan_id", "id", "number"):
        numbers[loan_id][instalment] = number
    return numbers
