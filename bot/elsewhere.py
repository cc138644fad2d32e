"""Notices that cannot reach somebody: the person's other address first, then the next officer.

A network may say so long after it has taken the message: what was told by it is not told any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.two_channels import home_of
from handlers.notices.composing import Asked
from models.contact import Address, Person
from models.group import Office, Officer
from models.notice import Notice, NoticeState, drop
from models.outbox import OutboxMessage, OutboxState

if TYPE_CHECKING:
    from bot.hot_path import Row

_UNREACHABLE: Final = "unreachable"
_ORDER: Final = (Office.LEADER, Office.TREASURER, Office.SECRETARY)


async def send_elsewhere(row: Row, now_ms: int) -> None:
    """Try the message of a row that has failed in another way, if there is one."""
    asked = Asked.of(row["recheck"])
    home = await home_of(asked.person_id, now_ms)
    if home is not None:
        await _put(row, asked, home)
        return
    notices = await Notice.filter(
        person_id=asked.person_id, day=asked.day, state=NoticeState.PLANNED
    )
    handed_over = [await _hand_over(row, notice, asked, now_ms) for notice in notices]
    if handed_over and all(handed_over):  # Nothing of it is lost.
        await OutboxMessage.filter(id=row["id"]).update(state=OutboxState.DROPPED)


async def hand_over(row: Row, now_ms: int) -> None:
    """To the next officers at once: the person's own address is there, and takes no more."""
    asked = Asked.of(row["recheck"])
    notices = Notice.filter(person_id=asked.person_id, day=asked.day, state=NoticeState.PLANNED)
    for notice in await notices.order_by("id"):
        await _hand_over(row, notice, asked, now_ms)


async def untold(recheck: str) -> None:
    """The message of a person and day has failed after all: nothing of it was heard.

    What makes sense still is told with the next message, to them or to somebody else.
    """
    asked = Asked.of(recheck)
    await Notice.filter(person_id=asked.person_id, day=asked.day, state=NoticeState.TOLD).update(
        state=NoticeState.PLANNED
    )


async def told_after_all(recheck: str) -> None:
    """The message of a person and day was sent, although its answer never came."""
    asked = Asked.of(recheck)
    await Notice.filter(person_id=asked.person_id, day=asked.day, state=NoticeState.PLANNED).update(
        state=NoticeState.TOLD
    )


async def _hand_over(row: Row, notice: Notice, asked: Asked, now_ms: int) -> bool:
    """To the next officer of the group, whose own message of the day takes it in."""
    for person_id in await _officers(notice.group_id, but=asked.person_id):
        home = await home_of(person_id, now_ms)
        if home is None:
            continue
        notice.person_id = person_id
        await notice.save(update_fields=["person_id"])
        await _put(row, Asked(person_id, asked.day), home)
        return True
    await drop({notice.id: _UNREACHABLE})
    return False


async def _put(row: Row, asked: Asked, home: Address) -> None:
    """The message of that person and day goes to that address.

    One that has gone out already stays: what came too late for it is carried over to the next day.
    """
    key = str(asked)
    own = await OutboxMessage.get_or_none(key=key)
    language = (await Person.get(id=asked.person_id)).language
    goes: dict[str, Any] = {
        "channel": home.channel,
        "chat": home.external_id,
        "language": language,
        "state": OutboxState.WAITING,
        "receipt": None,
        "attempts": 0,
        "trouble": "",
    }
    if own is None:
        await OutboxMessage.create(
            key=key,
            reply=[],
            priority=row["priority"],
            not_before_ms=row["created_at_ms"],
            created_at_ms=row["created_at_ms"],
            recheck=key,
            good_until_ms=row["good_until_ms"],
            **goes,
        )
    elif own.state is OutboxState.FAILED:
        await OutboxMessage.filter(id=own.id).update(**goes)


async def _officers(group_id: int, *, but: int) -> list[int]:
    """Who else hears for a group, in their order, and has agreed to be told anything."""
    found = await Officer.filter(
        group_id=group_id,
        until__isnull=True,
        office__in=list(_ORDER),
        person__consented_at__not_isnull=True,
    )
    ranked = sorted(found, key=lambda officer: (_ORDER.index(officer.office), officer.id))
    return [officer.person_id for officer in ranked if officer.person_id != but]
