"""A code that is shown on one channel and typed on another: both are then the same person's."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tortoise import fields, models

from models.audit import AuditEvent, note
from models.contact import Address, Person
from models.fields import UtcDatetimeField

if TYPE_CHECKING:
    from datetime import datetime

GOOD_FOR: Final = timedelta(minutes=10)
DIGITS: Final = 6
WRONG_TRIES_MAX: Final = 5
"""So many wrong codes may be typed at one address within a day; then none is looked at."""
_TRIES_WITHIN: Final = timedelta(days=1)
_WRONG: Final = "wrong_link_code"
_CODE = re.compile(r"(?:kode|code)?[ :]*([0-9]{3})[ .-]?([0-9]{3})\.?", re.IGNORECASE)


class LinkCode(models.Model):
    """One code of one person. It is used once, and only while it is good."""

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="link_codes", on_delete=fields.RESTRICT
    )
    person_id: int
    code = fields.CharField(max_length=8)
    asked_at_id = fields.BigIntField()
    """The address at which it was shown."""
    made_at: datetime = UtcDatetimeField(db_index=True)
    ended_at: datetime | None = UtcDatetimeField(null=True)
    """When it was used, or another one took its place."""

    class Meta:
        table = "link_code"
        indexes = (("code",), ("person_id",))


class Refusal(StrEnum):
    """Why a code links nothing."""

    WRONG = "wrong"
    TOO_MANY = "too_many"


def code_in(text: str) -> str | None:
    """The six digits of a message that is nothing but a code, such as "kode 482 913"."""
    found = _CODE.fullmatch(text.strip())
    return found[1] + found[2] if found else None


async def make_code(person_id: int, address_id: int, *, at: datetime) -> str:
    """A new code; an earlier one of the person's is good no more."""
    await LinkCode.filter(person_id=person_id, ended_at__isnull=True).update(ended_at=at)
    good = LinkCode.filter(ended_at__isnull=True, made_at__gt=at - GOOD_FOR)
    alive = {each.code for each in await good}
    code = _drawn()
    while code in alive:
        code = _drawn()
    await LinkCode.create(person_id=person_id, code=code, asked_at_id=address_id, made_at=at)
    return code


def _drawn() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


async def use_code(code: str, address_id: int, *, at: datetime) -> LinkCode | Refusal:
    """Link an address that is nobody's with whoever was shown the code.

    Guessing does not help: wrong codes are counted at the address where they are typed.
    """
    tries = AuditEvent.filter(
        subject=f"address:{address_id}", deed=_WRONG, at__gt=at - _TRIES_WITHIN
    )
    if await tries.count() >= WRONG_TRIES_MAX:
        return Refusal.TOO_MANY
    good = LinkCode.filter(code=code, ended_at__isnull=True, made_at__gt=at - GOOD_FOR)
    found = await good.order_by("id").select_for_update().first()
    if found is None:
        await note(f"address:{address_id}", _WRONG, at=at)
        return Refusal.WRONG
    await LinkCode.filter(id=found.id).update(ended_at=at)
    await Address.filter(id=address_id, person_id__isnull=True).update(person_id=found.person_id)
    await note(f"address:{address_id}", "linked", at=at, person_id=found.person_id, by="code")
    return found


async def unlink(person_id: int, *, keep: int, at: datetime) -> list[str]:
    """Undo what codes have linked with a person; the address `keep` stays. Returns the channels."""
    deeds = AuditEvent.filter(deed="linked", person_id=person_id, subject__startswith="address:")
    by_code = {
        int(deed.subject.removeprefix("address:"))
        for deed in await deeds
        if deed.facts.get("by") == "code"
    }
    linked = await Address.filter(id__in=list(by_code - {keep}), person_id=person_id)
    for address in linked:
        await Address.filter(id=address.id).update(person_id=None)
        await note(f"address:{address.id}", "unlinked", at=at, person_id=person_id)
    return [address.channel for address in linked]


async def forget_codes(now: datetime) -> int:
    """Drop codes that have long been good for nothing; the trail keeps what they did."""
    return await LinkCode.filter(made_at__lt=now - timedelta(days=1)).delete()
