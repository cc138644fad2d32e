"""Worlds in which groups wait for capital, for transcripts."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

from bot.database import transaction
from bot.sample.load import read_sample
from bot.sample.people import make_groups, make_people
from models import applying
from models.applying import Wish
from models.calendar import wita_day
from models.funding_queue import waiting
from models.group import Group, Office, Officer
from models.lending import add_capital
from models.money import Rupiah
from models.programme import Programme
from models.queue_moves import accept

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.clock import Clock

_drafts = count(1)


async def _waits(clock: Clock, group: str, amount: str) -> None:
    """In the queue for a month, each a day after the one before."""
    async with transaction():
        where = await Group.get(name__contains=group)
        officer = await Officer.filter(
            group_id=where.id, office=Office.LEADER, until__isnull=True
        ).first()
        assert officer is not None
        programme = await Programme.all().order_by("id").first()
        assert programme is not None
        number = next(_drafts)
        at = clock.now() - timedelta(days=30) + timedelta(days=await _others(programme.id))
        rupiah = Rupiah(int(amount.replace(".", "")))
        wish = Wish(where.id, programme.id, officer.person_id, "bibit dan alat", rupiah)
        # Nobody wrote it in a chat: no real draft has a number below zero.
        applied = await applying.apply(wish, draft_id=-4_000_000 - number, at=at)
        application = await applying.locked(applied.id)
        assert application is not None
        await accept(application, granted=rupiah, priority=5, person_id=None, at=at)


async def _others(programme_id: int) -> int:
    return len(await waiting(programme_id))


async def _young_fund(clock: Clock, capital: str) -> None:
    """The sample's people and groups, and a fund that has lent nothing yet."""
    cast, data = read_sample()
    for phone in cast["phones"]:
        phone.pop("network", None)
    at = clock.now() - timedelta(days=40)
    async with transaction():
        people = await make_people(cast, data, at)
        await make_groups(data, people, at)
        row = data["programme"]
        programme = await Programme.create(
            code=row["code"],
            name=row["name"],
            source=row["source"],
            legal_basis=row["legal_basis"],
            bank_account=row["bank_account"],
            created_at=at,
        )
        await _capital(programme, capital, at, people["joko"].id)


async def _capital(programme: Programme, capital: str, at: datetime, by: int) -> None:
    await add_capital(
        programme.id,
        int(capital.replace(".", "")),
        on=wita_day(at),
        at=at,
        reference="sample:capital",
        cause=f"programme:{programme.id}",
        maker_id=by,
    )


FUNDING_GIVENS: Final[dict[str, Callable[..., Awaitable[None]]]] = {
    r"(.+) waits for Rp([\d.]+)": _waits,
    r"a young fund of Rp([\d.]+)": _young_fund,
}
FUNDING_SENTENCES: Final = (
    "Pisang Lestari waits for Rp10.000.000",
    "a young fund of Rp12.000.000",
)
