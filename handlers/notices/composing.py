"""The one message of notices that a person gets in a day, put together when it is sent.

What became moot since the morning falls away, each thing with its reason. Several things are one
message with the most important first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from handlers.messages import Choice, Reply, say, words
from handlers.notices import news, owed
from handlers.notices.items import Item, Judged, Moment, Moot
from models.calendar import wita_day
from models.contact import Person
from models.good_moments import WIDEST, is_good_moment, next_good_moment
from models.notice import Notice, NoticeKind, NoticeState
from models.notice_pause import NoticePause

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

_WEIGHT: Final = {kind: weight for weight, kind in enumerate(NoticeKind)}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose message of which WITA day is about to be sent."""

    person_id: int
    day: date

    @override
    def __str__(self) -> str:
        """As it stands in the outbox, where it is the key of the message as well."""
        return f"notices:{self.person_id}:{self.day.isoformat()}"

    @classmethod
    def of(cls, recheck: str) -> Asked:
        """Read it back; raises ValueError for anything else."""
        kind, person, day = recheck.split(":")
        if kind != "notices":
            raise ValueError(recheck)
        return cls(int(person), date.fromisoformat(day))


@dataclass(frozen=True, slots=True)
class Composed:
    """What the message says, if anything; `later` is when it may, if it may not now."""

    replies: tuple[Reply, ...] = ()
    told: tuple[int, ...] = ()
    dropped: Mapping[int, str] = field(default_factory=dict)
    later: datetime | None = None


async def compose(asked: Sequence[Asked], now: datetime) -> dict[Asked, Composed]:
    """What is to be said to each of these people now, in a number of statements that is fixed."""
    notices = await _notices(asked)
    people = [one.person_id for one in asked]
    names = {person.id: person.name for person in await Person.filter(id__in=people)}
    moment = Moment(now, names, await _pauses(people, wita_day(now)))
    judged: dict[int, Judged] = {}
    together = [notice for theirs in notices.values() for notice in theirs]
    for teller in (owed, news):
        some = [notice for notice in together if notice.kind in teller.KINDS]
        if some:
            judged |= await teller.judge(some, moment)
    return {one: _message(one, notices.get(one, ()), judged, moment) for one in asked}


def _message(
    asked: Asked, notices: Sequence[Notice], judged: Mapping[int, Judged], moment: Moment
) -> Composed:
    dropped: dict[int, str] = {}
    items: list[tuple[Notice, Item]] = []
    for notice in sorted(notices, key=_weight):
        found = judged[notice.id]
        if isinstance(found, Moot):
            dropped[notice.id] = found.reason
        else:
            items.append((notice, found))
    if not items:
        return Composed(dropped=dropped)
    later = _later(moment.now, (item for _, item in items))
    if later is not None:
        return Composed(dropped=dropped, later=later)
    told = tuple(notice.id for notice, _ in items)
    only = [item for _, item in items]
    return Composed(_said(asked, only, moment), told, dropped)


def _said(asked: Asked, items: Sequence[Item], moment: Moment) -> tuple[Reply, ...]:
    choices = _choices(items)
    if len(items) == 1:
        *before, last = items[0].alone
        return (*before, Reply(last.key, last.facts, choices))
    owes = any(item.loan_id is not None for item in items)
    lines = tuple(item.line for item in items)
    key = "notices.several_owed" if owes else "notices.several"
    return (say(key, *choices, name=moment.names[asked.person_id], lines=lines),)


def _choices(items: Sequence[Item]) -> tuple[Choice, ...]:
    """About the one loan, or about any where there are several."""
    owed_loans = {item.loan_id for item in items if item.loan_id is not None}
    if not owed_loans:
        return tuple({choice.id: choice for item in items for choice in item.choices}.values())
    one = owed_loans.pop() if len(owed_loans) == 1 else None
    paid, later = ("go:repayment_report", "go:cannot_pay")
    if one is not None:
        paid, later = (f"owed:{one}:paid", f"owed:{one}:later")
    return (
        Choice(paid, words("reminder.paid")),
        Choice(later, words("reminder.later")),
        Choice("go:what_is_left", words("reminder.left")),
    )


def _weight(notice: Notice) -> tuple[int, int, int, int]:
    """What is most important first; among the same kind what is latest, then group by group."""
    return _WEIGHT[notice.kind], -notice.step, notice.group_id, notice.about_id


def _later(now: datetime, items: Iterable[Item]) -> datetime | None:
    """The next moment that is good for all of them; none if it is now."""
    hours = {item.hours or WIDEST for item in items}
    at = now
    while any(not is_good_moment(at, each) for each in hours):
        at = max(next_good_moment(at, each) for each in hours)
    return None if at == now else at


async def _notices(asked: Sequence[Asked]) -> dict[Asked, list[Notice]]:
    wanted = set(asked)
    found: dict[Asked, list[Notice]] = defaultdict(list)
    rows = Notice.filter(
        person_id__in=[one.person_id for one in asked],
        day__in=[one.day for one in asked],
        state__in=[NoticeState.PLANNED, NoticeState.TOLD],
    )
    for notice in await rows.order_by("id"):
        whose = Asked(notice.person_id, notice.day)
        if whose in wanted:
            found[whose].append(notice)
    return found


async def _pauses(people: Sequence[int], today: date) -> dict[int, NoticePause]:
    resting = NoticePause.filter(
        person_id__in=list(people), ended_at__isnull=True, since__lte=today, until__gte=today
    )
    return {pause.person_id: pause for pause in await resting.order_by("id")}
