"""What may happen to the queue besides what is said in a chat: by the real functions."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.database import transaction
from models.applying import Wish, apply, locked, refuse, send_back
from models.contact import Person
from models.funding_queue import open_application
from models.funding_tables import Application, FundingRule
from models.group import Group, Office, Officer
from models.money import Rupiah
from models.programme import Programme
from models.queue_moves import accept, withdraw

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.clock import Clock


def on_the_minute(clock: Clock) -> datetime:
    """Now, so that a chat's hashes are the same whenever it is played."""
    return clock.now().astimezone(UTC).replace(second=0, microsecond=0)


async def applied(clock: Clock, name: str, amount: str, purpose: str) -> None:
    """In the name of the first group that they lead."""
    person = await Person.get(name__startswith=name)
    office = await Officer.filter(person_id=person.id, office=Office.LEADER).order_by("id").first()
    programme = await Programme.all().order_by("id").first()
    assert office is not None
    assert programme is not None
    rupiah = Rupiah(int(amount.replace(".", "")))
    async with transaction():
        wish = Wish(office.group_id, programme.id, person.id, purpose, rupiah)
        # Nobody wrote it in a chat: no real draft has a number below zero.
        await apply(wish, draft_id=-3_000_000 - person.id, at=on_the_minute(clock))


async def at_most(clock: Clock, amount: str) -> None:
    """A rule of the first programme that names a limit."""
    programme = await Programme.all().order_by("id").first()
    assert programme is not None
    most = int(amount.replace(".", ""))
    version = 1 + await FundingRule.filter(programme_id=programme.id).count()
    await FundingRule.create(
        programme_id=programme.id, version=version, content={"maximum": most}, since=clock.now()
    )


async def asked(clock: Clock, name: str, number: str, question: str) -> None:
    person, wish = await Person.get(name__startswith=name), await Application.get(number=number)
    async with transaction():
        mine = await locked(wish.id)
        assert mine is not None
        await send_back(mine, question, person_id=person.id, at=clock.now())


async def _refused(clock: Clock, name: str, number: str, reason: str) -> None:
    person, wish = await Person.get(name__startswith=name), await Application.get(number=number)
    async with transaction():
        mine = await locked(wish.id)
        assert mine is not None
        await refuse(mine, reason, person_id=person.id, at=clock.now())


async def _accepted(clock: Clock, name: str, number: str) -> None:
    person, wish = await Person.get(name__startswith=name), await Application.get(number=number)
    async with transaction():
        mine = await locked(wish.id)
        assert mine is not None
        granted = Rupiah(mine.amount)
        await accept(mine, granted=granted, priority=5, person_id=person.id, at=clock.now())


async def _accepted_in_a_class(
    clock: Clock, name: str, group: str, priority: str, reason: str
) -> None:
    """A group applies and is accepted at once, before others."""
    person, where = await Person.get(name__startswith=name), await Group.get(name__contains=group)
    leader = await Officer.filter(group_id=where.id, office=Office.LEADER).first()
    programme = await Programme.all().order_by("id").first()
    assert leader is not None
    assert programme is not None
    async with transaction():
        wish = Wish(where.id, programme.id, leader.person_id, "usaha", Rupiah(5_000_000))
        made = await apply(wish, draft_id=-4_000_000 - where.id, at=clock.now())
        mine = await locked(made.id)
        assert mine is not None
        await accept(
            mine,
            granted=Rupiah(5_000_000),
            priority=int(priority),
            reason=reason,
            person_id=person.id,
            at=clock.now(),
        )


async def _removed(clock: Clock, name: str, group: str, reason: str) -> None:
    person, where = await Person.get(name__startswith=name), await Group.get(name__contains=group)
    async with transaction():
        found = await open_application(where.id)
        mine = await locked(found.id) if found else None
        assert mine is not None
        await withdraw(mine, reason=reason, person_id=person.id, by_group=False, at=clock.now())


HAPPENINGS: dict[str, Callable[..., Awaitable[None]]] = {
    r"(\w+) asks about (A-\d{4}-\d{4}): (.+)": asked,
    r"(\w+) refuses (A-\d{4}-\d{4}): (.+)": _refused,
    r"(\w+) accepts (A-\d{4}-\d{4})": _accepted,
    r"(\w+) accepts (.+) in class (\d): (.+)": _accepted_in_a_class,
    r"(\w+) removes (.+): (.+)": _removed,
}
"""What may stand between dashes; nobody is told of it."""


async def happens_to_the_queue(event: str, clock: Clock) -> bool:
    """Let something happen to the queue in the middle of a chat; false if it is not known."""
    for pattern, happening in HAPPENINGS.items():
        found = re.fullmatch(pattern, event)
        if found is not None:
            await happening(clock, *found.groups())
            return True
    return False
