"""From what handlers say to rows of the outbox: to whom, on which channel, under which key."""

from collections.abc import Sequence
from typing import Any

import orjson

from bot.hot_path import HotPath, Row
from bot.staff_chat import StaffChat
from bot.two_channels import homes
from handlers.messages import Reply
from handlers.situation import Situation
from handlers.turn import CardChange, Notice, ToAddress, ToPerson, ToStaff
from models.outbox import Priority


def reply_row(
    situation: Situation,
    replies: Sequence[Reply],
    inbox_id: int,
    now_ms: int,
    language: str,
    *,
    subject: str = "",
) -> Row:
    """The answer to the speaker: all replies of a turn are one message."""
    return _row(
        key=f"in:{inbox_id}",
        channel=situation.channel,
        chat=situation.chat,
        language=language,
        replies=replies,
        priority=Priority.REPLY,
        now_ms=now_ms,
        subject=subject,
    )


class Planner:
    """Finds the addresses for notices and cards, set by set."""

    def __init__(self, sql: HotPath, staff_chat: StaffChat, now_ms: int) -> None:
        self._sql = sql
        self._staff_chat = staff_chat
        self._now_ms = now_ms

    async def rows(self, notices: Sequence[Notice | CardChange]) -> list[Row]:
        people = [
            n.to.person_id for n in notices if isinstance(n, Notice) and isinstance(n.to, ToPerson)
        ]
        places = [
            n.to.address_id
            for n in notices
            if isinstance(n, Notice) and isinstance(n.to, ToAddress)
        ]
        best = homes(await self._homes(people), self._now_ms)
        addresses = {row["id"]: row for row in await self._addresses(places)}
        rows: list[Row] = []
        for notice in notices:
            if isinstance(notice, CardChange):
                rows += await self._card_edits(notice)
                continue
            match notice.to:
                case ToStaff():
                    rows.append(self._to_staff(notice))
                case ToPerson(person_id) if person_id in best:
                    rows.append(self._to(best[person_id], notice))
                case ToAddress(address_id) if address_id in addresses:
                    rows.append(self._to(addresses[address_id], notice))
                case _:
                    rows.append(self._nobody_there(notice))
        return rows

    async def _homes(self, people: Sequence[int]) -> list[Row]:
        return await self._sql.addresses_of(people) if people else []

    async def _addresses(self, places: Sequence[int]) -> list[Row]:
        return await self._sql.addresses(places) if places else []

    def _to(self, home: Row, notice: Notice) -> Row:
        return _row(
            key=notice.key,
            channel=home["channel"],
            chat=home["external_id"],
            language=home["language"] or "id",
            replies=(notice.reply,),
            priority=Priority.BROADCAST if notice.broadcast else Priority.NOTICE,
            now_ms=self._now_ms,
            subject=notice.subject,
        )

    def _to_staff(self, notice: Notice) -> Row:
        return _row(
            key=notice.key,
            channel=self._staff_chat.channel,
            chat=self._staff_chat.chat,
            language=self._staff_chat.language,
            replies=(notice.reply,),
            priority=Priority.NOTICE,
            now_ms=self._now_ms,
            subject=notice.subject,
        )

    def _nobody_there(self, notice: Notice) -> Row:
        """Somebody without an address hears through staff: nothing is dropped silently."""
        passed_on = Reply("staff.cannot_reach", {}, pictures=notice.reply.pictures)
        return _row(
            key=notice.key,
            channel=self._staff_chat.channel,
            chat=self._staff_chat.chat,
            language=self._staff_chat.language,
            replies=(passed_on, notice.reply),
            priority=Priority.NOTICE,
            now_ms=self._now_ms,
        )

    async def _card_edits(self, change: CardChange) -> list[Row]:
        return [
            {
                **_row(
                    key=f"{change.key}:{card['id']}",
                    channel=card["channel"],
                    chat=card["chat"],
                    language=card["language"],
                    replies=(change.reply,),
                    priority=Priority.NOTICE,  # behind the card itself, should it still wait
                    now_ms=self._now_ms,
                ),
                "edits_id": card["id"],
            }
            for card in await self._sql.cards_about([change.subject])
        ]


def _row(
    *,
    key: str,
    channel: str,
    chat: str,
    language: str,
    replies: Sequence[Reply],
    priority: Priority,
    now_ms: int,
    subject: str = "",
) -> dict[str, Any]:
    return {
        "key": key,
        "channel": channel,
        "chat": chat,
        "language": language,
        "reply": orjson.dumps([reply.to_json() for reply in replies]).decode(),
        "subject": subject,
        "edits_id": None,
        "priority": int(priority),
        "not_before_ms": now_ms,
    }
