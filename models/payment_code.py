"""The payment code: three digits at the end of an amount that name the group on a bank statement.

A programme may ask each group for its amount rounded up to Rp1.000 plus the group's own code
(Rp500.017). What the code adds is the group's credit, always: the rest alone is shared out.
"""

from datetime import datetime
from itertools import count
from typing import Final

from tortoise import fields, models

from models.audit import note
from models.fields import CheckedBigIntField, UtcDatetimeField
from models.group import Group
from models.ledger import lock_programme
from models.loan import Loan
from models.money import ZERO, Rupiah
from models.programme import Programme

_ROUND: Final = 1_000
"""Rupiah: what is asked is a multiple of this plus the code."""
_LARGEST_CODE: Final = _ROUND - 1


class PaymentCode(models.Model):
    """The code of a group in a programme, given once and never changed."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="payment_codes", on_delete=fields.RESTRICT
    )
    programme_id: int
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="payment_codes", on_delete=fields.RESTRICT
    )
    group_id: int
    code = CheckedBigIntField(check="BETWEEN 1 AND 999")
    given_at = UtcDatetimeField()

    class Meta:
        table = "payment_code"
        unique_together = (("programme_id", "group_id"), ("programme_id", "code"))


def asked_amount(left: int, code: int | None) -> Rupiah:
    """What to ask for when `left` rupiah are due: rounded up to Rp1.000, plus the code.

    Without a code, or with nothing due, it is what is due.
    """
    if code is None or left <= 0:
        return Rupiah(left)
    return Rupiah(-(-left // _ROUND) * _ROUND + code)


def asked_beside_credit(left: int, credit: int, code: int | None) -> Rupiah:
    """What to ask for when the group's credit will pay a part of what is due, or all of it.

    Where no code is asked the amounts are told as they are, credit apart.
    """
    return Rupiah(left) if code is None else asked_amount(max(0, left - credit), code)


def brought_by_code(amount: int, code: int | None) -> Rupiah:
    """The rupiah that a payment brings for the code alone; none if it does not end in the code.

    The code by itself (Rp17) is no payment with a code.
    """
    ends_in_it = code is not None and amount > code and amount % _ROUND == code
    return Rupiah(code) if code is not None and ends_in_it else ZERO


def three_digits(code: int) -> str:
    """The code as it is written on a slip: 017."""
    return f"{code:03d}"


async def codes_of(programme_id: int) -> dict[int, int]:
    """The codes that a programme has given, by group id, whether it asks for them now or not."""
    rows = await PaymentCode.filter(programme_id=programme_id).values_list("group_id", "code")
    return dict(rows)


async def asked_code(programme: Programme, group_id: int) -> int | None:
    """The group's code if the programme asks for codes now, and the group has one."""
    if not programme.asks_code:
        return None
    found = await PaymentCode.get_or_none(programme_id=programme.id, group_id=group_id)
    return found.code if found else None


async def code_of_loan(loan_id: int) -> int | None:
    """The same for the group of a loan."""
    loan = await Loan.get(id=loan_id).select_related("programme")
    return await asked_code(loan.programme, loan.group_id)


async def give_code(programme_id: int, group_id: int, *, at: datetime) -> int | None:
    """The group's code, the smallest free one if it has none yet; None once 999 are given.

    Raises RuntimeError outside a transaction, where two groups could be given the same.
    """
    await lock_programme(programme_id)
    given = await codes_of(programme_id)
    if group_id in given:
        return given[group_id]
    code = next(number for number in count(1) if number not in set(given.values()))
    if code > _LARGEST_CODE:
        return None
    await PaymentCode.create(programme_id=programme_id, group_id=group_id, code=code, given_at=at)
    return code


async def switch_codes(programme_id: int, *, on: bool, at: datetime, person_id: int) -> bool:
    """Ask for codes from now on, or no longer; False if that is so already.

    Every group that has borrowed gets its code at once. What was entered before stays as it is.
    """
    programme = await lock_programme(programme_id)
    if programme.asks_code is on:
        return False
    await Programme.filter(id=programme_id).update(asks_code=on)
    deed = "codes_asked" if on else "codes_not_asked"
    await note(f"programme:{programme_id}", deed, at=at, person_id=person_id)
    if on:
        borrowers = Loan.filter(programme_id=programme_id).order_by("group_id").distinct()
        for group_id in await borrowers.values_list("group_id", flat=True):
            await give_code(programme_id, int(str(group_id)), at=at)
    return True
