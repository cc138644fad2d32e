"""A person's wish to be told nothing for a while. What is owed cannot be silenced for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tortoise import fields, models

from models.audit import note
from models.calendar import wita_day
from models.contact import Person
from models.fields import UtcDatetimeField

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_DAYS: Final = 180
"""So long news may rest; who wants to rest longer says so again."""
MONEY_DAYS: Final = 35
"""So many days of any ninety may reminders of what is owed rest."""
MONEY_WITHIN_DAYS: Final = 90


class NoticePause(models.Model):
    """A rest that a person asked for, WITA days, the last one included."""

    id = fields.BigIntField(primary_key=True)
    draft_id = fields.BigIntField(unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="pauses", on_delete=fields.RESTRICT
    )
    person_id: int
    since = fields.DateField()
    until = fields.DateField()
    money_until = fields.DateField()
    """Until when reminders of what is owed rest, too, before `since` if they do not."""
    asked_at = UtcDatetimeField()
    ended_at = UtcDatetimeField(null=True)
    """When the person wanted to be told again, or asked for another rest."""

    class Meta:
        table = "notice_pause"
        indexes = (("person_id", "until"),)


@dataclass(frozen=True, slots=True)
class Rest:
    """Days on which reminders of what is owed rested, both included."""

    first: date
    last: date


def money_rests_until(since: date, until: date, earlier: Iterable[Rest]) -> date:
    """The last day on which what is owed may rest, too; the day before `since` if on none.

    No span of ninety days has more than 35 of them, whatever was asked for before.
    """
    resting = {
        rest.first + timedelta(days=number)
        for rest in earlier
        for number in range((rest.last - rest.first).days + 1)
    }
    last = since - timedelta(days=1)
    while last < until:
        day = last + timedelta(days=1)
        window = day - timedelta(days=MONEY_WITHIN_DAYS - 1)
        before = {one for one in resting if window <= one < day}
        if len(before) >= MONEY_DAYS:
            break
        resting.add(day)
        last = day
    return last


async def pause_notices(person_id: int, until: date, *, draft_id: int, at: datetime) -> NoticePause:
    """Let notices rest from today to the WITA day `until`, once for each draft.

    Another rest takes the place of one that still goes on.
    """
    known = await NoticePause.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    today = wita_day(at)
    await Person.filter(id=person_id).select_for_update().get()
    earlier = await NoticePause.filter(
        person_id=person_id, money_until__gte=today - timedelta(days=MONEY_WITHIN_DAYS)
    )
    rests = [rest for each in earlier if (rest := _rested(each, today)) is not None]
    await _end(person_id, at)
    pause = await NoticePause.create(
        draft_id=draft_id,
        person_id=person_id,
        since=today,
        until=until,
        money_until=money_rests_until(today, until, rests),
        asked_at=at,
    )
    await note(
        f"person:{person_id}",
        "notices_paused",
        at=at,
        person_id=person_id,
        until=until.isoformat(),
        money_until=pause.money_until.isoformat(),
    )
    return pause


async def resume_notices(person_id: int, *, at: datetime) -> bool:
    """Tell the person everything again from now on; false if nothing rested."""
    if not await _end(person_id, at):
        return False
    await note(f"person:{person_id}", "notices_resumed", at=at, person_id=person_id)
    return True


async def pause_now(person_id: int, today: date) -> NoticePause | None:
    """The rest that goes on for a person on a WITA day."""
    resting = NoticePause.filter(person_id=person_id, ended_at__isnull=True, until__gte=today)
    return await resting.order_by("-id").first()


async def _end(person_id: int, at: datetime) -> int:
    going_on = NoticePause.filter(
        person_id=person_id, ended_at__isnull=True, until__gte=wita_day(at)
    )
    return await going_on.update(ended_at=at)


def _rested(pause: NoticePause, today: date) -> Rest | None:
    """Where reminders of what is owed have rested by today, which itself is still free."""
    ended = wita_day(pause.ended_at) if pause.ended_at else today
    last = min(pause.money_until, ended - timedelta(days=1))
    return Rest(pause.since, last) if last >= pause.since else None
