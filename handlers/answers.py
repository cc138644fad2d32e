"""Kinds of answer. Each reads, stores and refuses; none of them speaks."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Kind, Words, words
from handlers.situation import GroupFacts, Situation
from handlers.understanding import read_amount, read_choice, read_day, read_later
from models.money import Rupiah

E = TypeVar("E", bound=StrEnum)

SMALLEST_AMOUNT = Rupiah(10_000)
"""Less than this is never an amount by itself (DOMAIN.md 5.3)."""
LARGEST_AMOUNT = Rupiah(10**12)
_WORTH_COMPARING = 4
"""Shorter words of a group's name are in too many other names."""


@dataclass(frozen=True)
class Amount:
    """Rupiah in everyday words; what could be read two ways is offered, never guessed."""

    at_least: Rupiah = SMALLEST_AMOUNT
    field: ClassVar[str] = "amount"

    def read(self, hearing: Hearing) -> Rupiah:
        reading = read_amount(hearing.text)
        if reading.value is None and not reading.candidates:
            raise Rejected(
                "photo_instead" if hearing.message.photos else "not_an_amount",
                example=Rupiah(500_000),
            )
        return self._judged(reading.value, reading.candidates)

    def overhear(self, hearing: Hearing) -> Rupiah | None:
        understood = hearing.understood
        if understood.amount is None and not understood.amount_candidates:
            return None
        return self._judged(understood.amount, understood.amount_candidates)

    def _judged(self, value: int | None, candidates: tuple[int, ...]) -> Rupiah:
        offers = tuple(Rupiah(amount) for amount in candidates if amount >= self.at_least)[:3]
        if value is None:
            if offers:
                raise Rejected("unsure", offers=offers, first=offers[0])
            raise Rejected("too_small", at_least=self.at_least)
        if value < self.at_least:
            raise Rejected("too_small", offers=offers, at_least=self.at_least)
        if value > LARGEST_AMOUNT:
            raise Rejected("too_large")
        return Rupiah(value)

    def options(self, situation: Situation) -> tuple[Option[Rupiah], ...]:
        return ()

    def dump(self, value: Rupiah) -> Json:
        return int(value)

    def load(self, stored: Json) -> Rupiah:
        amount = int(stored)
        if amount <= 0:
            raise ValueError(stored)
        return Rupiah(amount)

    def fact(self, value: Rupiah) -> Fact:
        return value


@dataclass(frozen=True)
class PastDay:
    """A day that is over or today, counted from when the message was sent (WITA)."""

    field: ClassVar[str] = "date"

    def read(self, hearing: Hearing) -> date:
        reading = read_day(hearing.text, today=hearing.sent_on, direction="past")
        if reading.value is None and not reading.candidates:
            raise Rejected("not_a_day", today=hearing.sent_on)
        return self._judged(reading.value, reading.candidates, hearing.sent_on)

    def overhear(self, hearing: Hearing) -> date | None:
        understood = hearing.understood
        if understood.date is None and not understood.date_candidates:
            return None
        return self._judged(understood.date, understood.date_candidates, hearing.sent_on)

    def _judged(self, value: date | None, candidates: tuple[date, ...], today: date) -> date:
        offers = tuple(day for day in candidates if day <= today)[:3]
        if value is None and offers:
            raise Rejected("unsure", offers=offers)
        said = value or next(iter(candidates), None)
        if said is None:
            raise Rejected("not_a_day", today=today)
        if said > today:
            raise Rejected("in_the_future", today=today, given=said)
        return said

    def options(self, situation: Situation) -> tuple[Option[date], ...]:
        today = situation.today
        return (
            Option(today, words("form.today")),
            Option(today - timedelta(days=1), words("form.yesterday")),
        )

    def dump(self, value: date) -> Json:
        return value.isoformat()

    def load(self, stored: Json) -> date:
        return date.fromisoformat(stored)

    def fact(self, value: date) -> Fact:
        return value


@dataclass(frozen=True)
class OneOf(Generic[E]):
    """One member of a closed list; the labels are `<label_key>.<member>` in the locale."""

    members: type[E]
    label_key: str
    field: ClassVar[str] = "method"

    def read(self, hearing: Hearing) -> E:
        heard = self.overhear(hearing)
        if heard is not None:
            return heard
        picked = read_choice(hearing.text)
        listed = list(self.members)
        if picked is not None and 1 <= picked <= len(listed):
            return listed[picked - 1]
        raise Rejected("not_a_choice")

    def overhear(self, hearing: Hearing) -> E | None:
        if str(hearing.understood.intent).startswith("ask_"):
            return None  # "setor ke rekening mana?" names a way, and does not choose it
        method = hearing.understood.method
        return self.members(method) if method in set(self.members) else None

    def options(self, situation: Situation) -> tuple[Option[E], ...]:
        return tuple(Option(member, self._label(member)) for member in self.members)

    def dump(self, value: E) -> Json:
        return value.value

    def load(self, stored: Json) -> E:
        return self.members(stored)

    def fact(self, value: E) -> Fact:
        return self._label(value)

    def _label(self, member: E) -> Words:
        return words(f"{self.label_key}.{member.value}")


class Gathers:
    """A kind of answer that comes in pieces: later ones join those that are stored already."""

    at_most: int

    def gathered(self, before: Json, more: Json) -> Json:
        """The pieces, each once, the earliest first."""
        earlier = before if isinstance(before, list) else []
        return list(dict.fromkeys([*earlier, *more]))[: self.at_most]


@dataclass(frozen=True)
class Photos(Gathers):
    """One or more pictures or PDFs that were kept; `skippable` when there may be none yet."""

    at_most: int = 5
    skippable: bool = True
    field: ClassVar[str] = "slip"

    def read(self, hearing: Hearing) -> tuple[int, ...]:
        found = self.overhear(hearing)
        if found is not None:
            return found
        denied = hearing.understood.intent in {"no", "skip"}
        if self.skippable and (denied or read_later(hearing.text)):
            return ()
        raise Rejected("not_a_photo")

    def overhear(self, hearing: Hearing) -> tuple[int, ...] | None:
        kept = [media.media_id for media in hearing.message.photos if media.media_id is not None]
        broken = next((media.trouble for media in hearing.message.media if media.trouble), None)
        if broken is not None and not kept:
            raise Rejected("broken", why=words(f"media.{broken}"))
        return tuple(dict.fromkeys(kept))[: self.at_most] or None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, ...]], ...]:
        return (Option((), words("form.later")),) if self.skippable else ()

    def dump(self, value: tuple[int, ...]) -> Json:
        return list(value)

    def load(self, stored: Json) -> tuple[int, ...]:
        return tuple(int(media_id) for media_id in stored)

    def fact(self, value: tuple[int, ...]) -> Fact:
        return len(value)


@dataclass(frozen=True)
class FreeWords:
    """A sentence in somebody's own words, such as a reason."""

    at_least: int = 3
    at_most: int = 300
    field: ClassVar[str] = "words"

    def read(self, hearing: Hearing) -> str:
        text = " ".join(hearing.text.split())
        if len(text) < self.at_least or hearing.message.kind is not Kind.TEXT:
            raise Rejected("no_words")
        if len(text) > self.at_most:
            raise Rejected("too_long", at_most=self.at_most)
        return text

    def overhear(self, hearing: Hearing) -> str | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return ()

    def dump(self, value: str) -> Json:
        return value

    def load(self, stored: Json) -> str:
        if not isinstance(stored, str):
            raise TypeError(stored)
        return stored

    def fact(self, value: str) -> Fact:
        return value


@dataclass(frozen=True)
class MyBorrowingGroup:
    """One of the person's own groups with a running loan."""

    field: ClassVar[str] = "group"

    def groups(self, situation: Situation) -> tuple[GroupFacts, ...]:
        """Those between which there is to choose."""
        return situation.borrowing

    def read(self, hearing: Hearing) -> int:
        heard = self.overhear(hearing)
        groups = self.groups(hearing.situation)
        picked = read_choice(hearing.text)
        if heard is not None:
            return heard
        if picked is not None and 1 <= picked <= len(groups):
            return groups[picked - 1].id
        raise Rejected("not_a_group")

    def overhear(self, hearing: Hearing) -> int | None:
        said = hearing.text.casefold()
        named = [
            group.id
            for group in self.groups(hearing.situation)
            if any(
                len(part) >= _WORTH_COMPARING and part in said
                for part in group.name.casefold().split()
            )
        ]
        return named[0] if len(named) == 1 else None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return tuple(
            Option(group.id, words("form.group", name=group.name))
            for group in self.groups(situation)
        )

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        return int(stored)

    def fact(self, value: int) -> Fact:
        return value
