"""What a group says when it cannot pay yet: until when, how much, and why. No money moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields, models

from models.audit import note
from models.calendar import epoch_ms, wita_day
from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import EnumField, RupiahField, UtcDatetimeField
from models.good_moments import nearest_good_day, next_good_day
from models.group import Group  # noqa: TC001 (Tortoise reads it)
from models.ledger_tables import Allocation
from models.loan import Loan
from models.notice import CallState, CallTask
from models.notice_errors import PromiseTooFar
from models.notice_plan import plan_of
from models.repayment import RepaymentReport, ReportStatus

if TYPE_CHECKING:
    from models.money import Rupiah

_BACK_AT_MOST = timedelta(days=10)


class PromiseState(StrEnum):
    """An open promise replaces the usual reminders."""

    OPEN = "open"
    REPLACED = "replaced"
    """The group gave another one since."""
    KEPT = "kept"
    BROKEN = "broken"


class PaymentPromise(models.Model):
    """A group's word that it pays by a day. Days are WITA."""

    id = fields.BigIntField(primary_key=True)
    draft_id = fields.BigIntField(unique=True)
    """The draft that became this promise: giving it twice finds the first."""
    loan: fields.ForeignKeyRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="promises", on_delete=fields.RESTRICT
    )
    loan_id: int
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="promises", on_delete=fields.RESTRICT
    )
    group_id: int
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="promises", on_delete=fields.RESTRICT
    )
    person_id: int
    promised_on = fields.DateField()
    amount = RupiahField(check="> 0", null=True)
    """In rupiah, if it was said."""
    reason = fields.CharField(max_length=200, default="")
    """A listed reason by its name, or the group's own words."""
    made_at = UtcDatetimeField()
    made_on = fields.DateField()
    asked_on = fields.DateField()
    """The good day on which the promise is called to mind: its own day, or one before it."""
    silent_until = fields.DateField()
    """The good day after it: until then the usual reminders rest."""
    state = EnumField(PromiseState, default=PromiseState.OPEN)

    class Meta:
        table = "payment_promise"
        indexes = (("loan_id", "state"), ("state", "silent_until"))


@dataclass(frozen=True, slots=True)
class Word:
    """What a group promises, and who says so; rupiah and WITA days."""

    loan_id: int
    group_id: int
    person_id: int
    promised_on: date
    amount: Rupiah | None = None
    reason: str = ""


def latest_promise(today: date, days: int) -> date:
    """The last WITA day that may be promised today."""
    return today + timedelta(days=days)


async def promise(word: Word, *, draft_id: int, at: datetime) -> PaymentPromise:
    """Write a promise down, once for each draft; an earlier one of the loan is replaced by it.

    Nobody needs to call about the loan any more until the promise is broken. Raises PromiseTooFar.
    """
    known = await PaymentPromise.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    loan = await Loan.filter(id=word.loan_id).select_for_update().get()
    today, plan = wita_day(at), await plan_of(loan.programme_id)
    latest = latest_promise(today, plan.promise_days)
    if not today <= word.promised_on <= latest:
        raise PromiseTooFar(latest=latest)
    await _replaces(loan, at)
    made = await PaymentPromise.create(
        draft_id=draft_id,
        loan_id=loan.id,
        group_id=word.group_id,
        person_id=word.person_id,
        promised_on=word.promised_on,
        amount=word.amount,
        reason=word.reason,
        made_at=at,
        made_on=today,
        asked_on=_asked_on(word.promised_on),
        silent_until=next_good_day(word.promised_on + timedelta(days=1)),
    )
    await note(
        f"group:{word.group_id}",
        "payment_promised",
        at=at,
        person_id=word.person_id,
        promised_on=word.promised_on.isoformat(),
        amount=word.amount and int(word.amount),
    )
    return made


async def _replaces(loan: Loan, at: datetime) -> None:
    """What was promised before counts no more, and a call that is asked for need not be made."""
    await PaymentPromise.filter(loan_id=loan.id, state=PromiseState.OPEN).update(
        state=PromiseState.REPLACED
    )
    await CallTask.filter(loan_id=loan.id, state=CallState.OPEN).update(
        state=CallState.PROMISED, settled_at_ms=epoch_ms(at)
    )


def _asked_on(promised_on: date) -> date:
    """The promised day, or the good day before it."""
    earliest = promised_on - _BACK_AT_MOST
    return nearest_good_day(promised_on, earliest=earliest, latest=promised_on) or promised_on


async def something_came(made: PaymentPromise) -> bool:
    """Whether the group has reported or paid anything since it gave its word."""
    reports = RepaymentReport.filter(loan_id=made.loan_id, submitted_at__gt=made.made_at)
    if await reports.exclude(status=ReportStatus.REJECTED).exists():
        return True
    paid = Allocation.filter(loan_id=made.loan_id, entry__posted_at__gt=made.made_at, amount__gt=0)
    return await paid.exists()


async def settle_promises(today: date, *, at: datetime, most: int) -> list[PaymentPromise]:
    """Say of promises whose days are over whether something came; returns them."""
    over = (
        await PaymentPromise.filter(state=PromiseState.OPEN, silent_until__lt=today)
        .order_by("id")
        .limit(most)
        .select_for_update(skip_locked=True)
    )
    for each in over:
        each.state = PromiseState.KEPT if await something_came(each) else PromiseState.BROKEN
        await each.save(update_fields=["state"])
        await note(f"group:{each.group_id}", f"promise_{each.state.value}", at=at)
    return over
