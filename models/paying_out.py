"""Capital reaches a group: the loan, its schedule and the entry exist at once, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.applying import locked as locked_application
from models.audit import note
from models.contact import Person, Role, holds_role
from models.errors import NotAllowed
from models.funding import must_be_approved
from models.funding_errors import FundingHindered, PayerApproved
from models.funding_hurdles import hurdles
from models.funding_tables import Funding, FundingState
from models.lending import disburse
from models.loan import Instalment, Loan
from models.loan_terms import LoanTerms
from models.money import Rupiah
from models.more_principal import disburse_more
from models.programme import Programme
from models.queue_moves import Shift, fund
from models.schedule import make_schedule

if TYPE_CHECKING:
    from datetime import date, datetime

    from models.ledger import Act
    from models.schedule import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Paid on a WITA day, proved by a kept picture, by a person at a moment in UTC."""

    paid_on: date
    proof_id: int | None
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PaidOut:
    """The loan that it became, and what that did to the queue; no shift for a later part."""

    loan: Loan
    shift: Shift | None


async def pay_out(funding: Funding, payment: Payment) -> PaidOut:
    """Write down that the treasurer has paid an approved funding, which `funding.locked` gave.

    Raises FundingSettled, FundingHindered, PayerApproved, NotAllowed, InsufficientFunds, and
    ImpossibleTerms where an agreed due day is not ahead of the payment.
    """
    if not await holds_role(payment.by, {Role.TREASURER}):
        raise NotAllowed(name=(await Person.get(id=payment.by)).name)
    await must_be_approved(funding, payment.at)
    if funding.approved_by_id == payment.by:
        raise PayerApproved(group=funding.application.group.name)
    if found := await hurdles(funding, now=payment.at):
        raise FundingHindered(group=funding.application.group.name, hurdle=found[0].code.value)
    agreed, shift = LoanTerms.from_json(funding.terms), None
    if funding.tranche == 1:
        terms = agreed.of(Rupiah(funding.amount), payment.paid_on)
        loan = await lend(funding, terms, payment)
        shift = await _leave_queue(funding, loan, payment)
    else:
        terms = agreed.of_a_later_part(Rupiah(funding.amount), payment.paid_on)
        loan = await _add_part(funding, terms, payment)
    funding.state, funding.loan_id = FundingState.PAID, loan.id
    funding.paid_by_id, funding.paid_on = payment.by, payment.paid_on
    funding.proof_id, funding.settled_at = payment.proof_id, payment.at
    await funding.save()
    await _note(funding, loan, payment)
    return PaidOut(loan, shift)


async def lend(funding: Funding, terms: Terms, payment: Payment) -> Loan:
    """The loan of a first part, its schedule, and its money out of the fund."""
    loan = await Loan.create(
        number=await _next_number(payment),
        group_id=funding.application.group_id,
        programme_id=funding.programme_id,
        principal=int(terms.principal),
        fee_basis_points=terms.fee_basis_points,
        disbursed_on=terms.disbursed_on,
        created_at=payment.at,
    )
    await Instalment.bulk_create(
        Instalment(
            loan_id=loan.id,
            number=row.number,
            due_on=row.due_on,
            principal=row.principal,
            fee=row.fee,
        )
        for row in make_schedule(terms)
    )
    await disburse(loan.id, funding_id=funding.id, **_act(funding, payment))
    return loan


async def _add_part(funding: Funding, terms: Terms, payment: Payment) -> Loan:
    assert funding.loan_id is not None
    act = _act(funding, payment)
    return await disburse_more(funding.loan_id, terms, funding_id=funding.id, **act)


async def _leave_queue(funding: Funding, loan: Loan, payment: Payment) -> Shift:
    later = Funding.filter(application_id=funding.application_id, tranche__gt=1)
    await later.update(loan_id=loan.id)
    application = await locked_application(funding.application_id)
    assert application is not None
    return await fund(
        application,
        loan.id,
        person_id=payment.by,
        at=payment.at,
        funding=funding.id,
        amount=int(funding.amount),
    )


def _act(funding: Funding, payment: Payment) -> Act:
    return {
        "on": payment.paid_on,
        "at": payment.at,
        "reference": f"funding:{funding.id}",
        "cause": f"funding:{funding.id}",
        "maker_id": payment.by,
        "approver_id": funding.approved_by_id,
    }


async def _note(funding: Funding, loan: Loan, payment: Payment) -> None:
    facts = {
        "funding": funding.id,
        "amount": int(funding.amount),
        "tranche": funding.tranche,
        "paid_on": payment.paid_on.isoformat(),
        "loan": loan.id,
    }
    subjects = [f"funding:{funding.id}"]
    if funding.tranche > 1:  # The first part stands in the record of the queue.
        subjects.append(f"application:{funding.application_id}")
    for subject in subjects:
        await note(subject, "funding_paid", at=payment.at, person_id=payment.by, **facts)


async def _next_number(payment: Payment) -> str:
    """The next number of the WITA month; the first programme's row is the register's lock."""
    await Programme.all().order_by("id").limit(1).select_for_update(no_key=True)
    prefix = f"PJ-{payment.paid_on:%y%m}-"
    last = await Loan.filter(number__startswith=prefix).order_by("-number").first()
    taken = int(last.number.removeprefix(prefix)) if last is not None else 0
    return f"{prefix}{taken + 1:04d}"
