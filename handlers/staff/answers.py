"""Kinds of answer that only staff give."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from handlers.answers import FreeWords
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, words
from handlers.situation import Situation
from handlers.understanding.spelling import KNOWN
from models.search import Listed, find


class UsualReason(StrEnum):
    """Why reports are usually not accepted."""

    SLIP_UNREADABLE = "slip_unreadable"
    MONEY_NOT_FOUND = "money_not_found"
    WRONG_AMOUNT = "wrong_amount"
    WRONG_GROUP = "wrong_group"
    DUPLICATE = "duplicate"


def usual(reason: str) -> UsualReason | None:
    """The listed reason that is meant by a stored one; none for somebody's own words."""
    return UsualReason(reason) if reason in set(UsualReason) else None


def reason_in_words(reason: str) -> Fact:
    """A stored reason as it is told: in the reader's language, or in the words that were typed."""
    listed = usual(reason)
    return words(f"reject_report.because.{listed}") if listed else reason


@dataclass(frozen=True)
class OwnReason(FreeWords):
    """A reason in one's own words, inside sentences of ours: without a full stop."""

    at_least: int = 5
    at_most: int = 200
    field: ClassVar[str] = "reason"

    @override
    def read(self, hearing: Hearing) -> str:
        return super().read(hearing).rstrip(" .!")


@dataclass(frozen=True)
class Reason:
    """A listed reason by its button, or a sentence in one's own words."""

    typed: ClassVar[OwnReason] = OwnReason()
    field: ClassVar[str] = "reason"

    def read(self, hearing: Hearing) -> str:
        return self.typed.read(hearing)

    def overhear(self, hearing: Hearing) -> str | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return tuple(
            Option(reason.value, words(f"reject_report.choice.{reason}")) for reason in UsualReason
        )

    def dump(self, value: str) -> Json:
        return value

    def load(self, stored: Json) -> str:
        return self.typed.load(stored)

    def fact(self, value: str) -> Fact:
        return reason_in_words(value)


@dataclass(frozen=True, slots=True)
class PickedGroup:
    """A group that was named, and what else was said with it."""

    id: int
    name: str = ""
    rest: str = ""


@dataclass(frozen=True)
class AnyGroup:
    """Any group of the office, by its name, its place or its code; near misses are offered."""

    field: ClassVar[str] = "group"
    offered_most: ClassVar[int] = 6

    def read(self, hearing: Hearing) -> PickedGroup:
        found = find(hearing.text, hearing.situation.directory, KNOWN)
        if found.sure is not None:
            return PickedGroup(found.sure.id, found.sure.name, found.rest)
        said = hearing.text[:60]
        if not found.candidates:
            raise Rejected("unknown", said=said)
        offers = tuple(_picked(group) for group in found.candidates[: self.offered_most])
        raise Rejected("several", offers=offers, said=said, count=len(found.candidates))

    def overhear(self, hearing: Hearing) -> PickedGroup | None:
        return self.read(hearing) if hearing.text else None

    def options(self, situation: Situation) -> tuple[Option[PickedGroup], ...]:
        """All groups, as long as they are few."""
        if len(situation.directory) > self.offered_most + 2:
            return ()
        return tuple(
            Option(PickedGroup(group.id), words("form.group", name=_called(group)))
            for group in situation.directory
        )

    def dump(self, value: PickedGroup) -> Json:
        return {"id": value.id, "rest": value.rest} if value.rest else value.id

    def load(self, stored: Json) -> PickedGroup:
        match stored:
            case {"id": number, "rest": rest}:
                return PickedGroup(int(number), rest=str(rest))
        return PickedGroup(int(stored))

    def fact(self, value: PickedGroup) -> Fact:
        return value.name


def _picked(group: Listed) -> PickedGroup:
    return PickedGroup(group.id, _called(group))


def _called(group: Listed) -> str:
    return f"{group.name} ({group.village})"
