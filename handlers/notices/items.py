"""One thing of a message of notices: to be told alone, or as a line among others; or moot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from models.calendar import wita_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from handlers.messages import Choice, Reply, Words
    from models.good_moments import Hours
    from models.notice_pause import NoticePause


@dataclass(frozen=True, slots=True)
class Item:
    """What still holds; `hours` are those of the programme that it comes from."""

    alone: tuple[Reply, ...]
    line: Words
    choices: tuple[Choice, ...] = ()
    loan_id: int | None = None
    """The loan of which something is owed, for buttons about it."""
    group_id: int | None = None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class Moot:
    """Why it is not told (any more): a code that is counted."""

    reason: str


Judged: TypeAlias = Item | Moot


@dataclass(frozen=True, slots=True)
class Moment:
    """When a message is put together, in UTC, and who rests at that time, by person."""

    now: datetime
    names: dict[int, str]
    pauses: dict[int, NoticePause]

    @property
    def today(self) -> date:
        return wita_day(self.now)

    def rests(self, person_id: int, *, money: bool) -> bool:
        """Whether the person wants no notices of this kind today."""
        pause = self.pauses.get(person_id)
        if pause is None:
            return False
        return self.today <= (pause.money_until if money else pause.until)
