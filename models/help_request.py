"""Somebody wants a human: the talk between them and the office, from call to close."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from tortoise import fields, models
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models.contact import Address, Person
from models.fields import CheckedBigIntField, EnumField, UtcDatetimeField

QUIET_AFTER = timedelta(hours=72)
"""A talk that waits for nothing and in which nobody has said anything for so long is over."""

LINKED_WITHIN = timedelta(hours=24)
"""Whoever calls again so soon after a talk was closed goes on with the same matter."""


class HelpState(StrEnum):
    """`open`: the office is to answer; `answered`: it has, and the talk goes on."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class HelpReason(StrEnum):
    """Why the card was opened."""

    ASKED = "asked"
    NOT_UNDERSTOOD = "not_understood"


class HelpEnding(StrEnum):
    """How a talk came to its end: by the person, by the office, or by silence."""

    PERSON = "person"
    OFFICE = "office"
    SILENCE = "silence"


class HelpSide(StrEnum):
    """Who said something."""

    PERSON = "person"
    OFFICE = "office"


class HelpRequest(models.Model):
    """A talk with the office, of which a person has at most one that is not closed."""

    id = fields.BigIntField(primary_key=True)
    address: fields.ForeignKeyRelation[Address] = fields.ForeignKeyField(
        "models.Address", related_name="help_requests", on_delete=fields.RESTRICT
    )
    address_id: int
    """Where the person wrote last: the office's answers go there."""
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="help_requests", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    last_words = fields.CharField(max_length=1000, default="")
    """The words that opened it."""
    state = EnumField(HelpState, default=HelpState.OPEN)
    asked_at = UtcDatetimeField()
    reason = EnumField(HelpReason, default=HelpReason.ASKED, db_default=HelpReason.ASKED)
    doing: Any = fields.JSONField[Any](null=True)
    """What the person was filling in meanwhile, as a text of ours."""
    earlier_id = fields.BigIntField(null=True)
    """The talk that was closed shortly before, and is continued."""
    last_said_at = UtcDatetimeField(null=True)
    answered_at = UtcDatetimeField(null=True)
    promised_until = UtcDatetimeField(null=True)
    """By when the office has promised to answer; none while nothing is promised."""
    missed = CheckedBigIntField(check=">= 0", default=0, db_default=0)
    """How often that promise was not kept."""
    postings = CheckedBigIntField(check=">= 0", default=1, db_default=1)
    """How often its card was posted: only the newest one has buttons."""
    ending = EnumField(HelpEnding, null=True)
    closed_at = UtcDatetimeField(null=True)
    closed_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="help_closed", null=True, on_delete=fields.RESTRICT
    )
    closed_by_id: int | None

    class Meta:
        table = "help_request"
        indexes = (("state", "promised_until"), ("state", "last_said_at"))


class HelpMessage(models.Model):
    """Something that was said in a talk, whole, by the person or in the name of the office."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[HelpRequest] = fields.ForeignKeyField(
        "models.HelpRequest", related_name="messages", on_delete=fields.RESTRICT
    )
    request_id: int
    side = EnumField(HelpSide)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="help_messages", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    words = fields.TextField(default="")
    media: Any = fields.JSONField[Any](default=list)
    """The ids of kept pictures and documents."""
    said_at = UtcDatetimeField()
    shown_with = fields.BigIntField(null=True)
    """The first of the messages with which it stands in one message of the staff chat."""

    class Meta:
        table = "help_message"
        indexes = (("request_id", "id"),)


async def open_talks(*, address_id: int, person_id: int | None) -> list[HelpRequest]:
    """The talk that is not ended, wherever this person writes, locked.

    Two, the newer one first, where an address was found to be that of a person in another talk.
    """
    return (
        await HelpRequest.filter(
            _of(address_id, person_id), state__in=[HelpState.OPEN, HelpState.ANSWERED]
        )
        .order_by("-id")
        .select_for_update()
    )


async def closed_of_late(
    *, address_id: int, person_id: int | None, now: datetime
) -> HelpRequest | None:
    """The talk that was closed within the last 24 hours, if there is one."""
    closed = HelpRequest.filter(
        _of(address_id, person_id),
        state=HelpState.CLOSED,
        closed_at__gt=now - LINKED_WITHIN,
    )
    return await closed.order_by("-closed_at", "-id").first()


def _of(address_id: int, person_id: int | None) -> Q:
    """Talks of a person, or of an address before we knew whose it is."""
    here = Q(address_id=address_id)
    return here if person_id is None else here | Q(person_id=person_id)


async def locked(help_id: int) -> HelpRequest | None:
    return await HelpRequest.filter(id=help_id).select_for_update().first()


async def put_down(
    request: HelpRequest,
    side: HelpSide,
    words: str,
    media: Sequence[int],
    *,
    person_id: int | None,
    at: datetime,
) -> HelpMessage:
    """Add what was said to the history of the talk."""
    return await HelpMessage.create(
        request_id=request.id,
        side=side,
        person_id=person_id,
        words=words,
        media=list(media),
        said_at=at,
    )


async def end(request: HelpRequest, ending: HelpEnding, *, by: int | None, at: datetime) -> None:
    """Close the talk."""
    request.state = HelpState.CLOSED
    request.ending = ending
    request.closed_at = at
    request.closed_by_id = by
    request.promised_until = None
    await request.save(
        update_fields=["state", "ending", "closed_at", "closed_by_id", "promised_until"]
    )


async def unanswered_in_time(now: datetime, *, most: int) -> list[HelpRequest]:
    """Talks whose promise has passed, locked; those that another process holds are left to it."""
    waiting = _unanswered_in_time(now).order_by("id").limit(most)
    return await waiting.select_for_update(skip_locked=True)


async def any_unanswered_in_time(now: datetime) -> bool:
    """Whether there is one of those."""
    return await _unanswered_in_time(now).exists()


def _unanswered_in_time(now: datetime) -> QuerySet[HelpRequest]:
    return HelpRequest.filter(state=HelpState.OPEN, promised_until__lte=now)


async def fallen_silent(now: datetime, *, most: int) -> list[HelpRequest]:
    """Talks that wait for nothing and in which nobody has said anything for 72 hours, locked."""
    quiet = _fallen_silent(now).order_by("id").limit(most)
    return await quiet.select_for_update(skip_locked=True)


async def any_fallen_silent(now: datetime) -> bool:
    """Whether there is one of those."""
    return await _fallen_silent(now).exists()


def _fallen_silent(now: datetime) -> QuerySet[HelpRequest]:
    return HelpRequest.filter(
        Q(state=HelpState.ANSWERED) | Q(state=HelpState.OPEN, promised_until__isnull=True),
        last_said_at__lte=now - QUIET_AFTER,
    )
