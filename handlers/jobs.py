"""What the clock can cause: the shape of its table of jobs. The clock itself is in `bot`."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from handlers.turn import Telling
from models.media import MediaKind
from models.notice_day import NoticeDay

GOOD_FOR = timedelta(hours=12)
"""A job that is noticed later than this after its time is dropped, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at a time of the day, in WITA; `weekdays` are names such as `mon-fri`."""

    hour: int
    minute: int = 0
    weekdays: str = "mon-sun"


@dataclass(frozen=True, slots=True)
class Needed:
    """As soon as there is something to do: for what falls due by itself, or was asked for.

    `is_needed` says so at every look of the clock, about once a second, and must be cheap. It gets
    the moment in UTC.
    """

    is_needed: Callable[[datetime], Awaitable[bool]]


When: TypeAlias = Daily | Needed


@dataclass(slots=True)
class JobTurn(Telling):
    """What a job may use: the moment in UTC that it was due, now in UTC, and today in WITA."""

    due_at: datetime
    now: datetime
    today: date
    prepared: Any = None
    """What the job's `prepare` found."""
    notice_day: NoticeDay | None = None
    """What the machine is to plan in the same transaction, for however many people."""
    stumbled: bool = False
    """Whether it failed for one of many; the others were seen to."""
    let_go: Sequence[tuple[str, MediaKind]] = ()
    """Files by SHA-256 and kind that nothing needs any more once the transaction has ended."""


Prepare: TypeAlias = Callable[[JobTurn], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """Something that the clock causes, in one transaction; its notices are planned with it.

    What takes long is read before, in `prepare`: it sees the database of one moment, writes
    nothing, and keeps nobody waiting but the jobs that come `after` it.

    What it tells has keys of its own, so that running it twice tells nothing twice. Of several
    times that were missed only the latest one runs, and none that is older than `good_for`.
    """

    name: str
    when: When
    run: Callable[[JobTurn], Awaitable[None]]
    good_for: timedelta = GOOD_FOR
    prepare: Prepare | None = None
    after: tuple[str, ...] = ()
    """Jobs of which none may be at work when this one begins."""
