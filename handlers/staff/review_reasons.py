"""Why an application is not accepted, and in which class it waits: listed, or one's own words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from typing_extensions import override

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Words, words
from handlers.situation import Situation
from handlers.staff.answers import Reason
from handlers.understanding import read_choice
from models.applying import USUAL_PRIORITY

FIRST_CLASS: Final = 1
LAST_CLASS: Final = 9
_OFFERED_CLASSES: Final = (USUAL_PRIORITY, 3, 7)


class Refusal(StrEnum):
    """Why applications usually cannot be accepted."""

    NOT_THIS_PROGRAMME = "not_this_programme"
    NOT_COMPLETE = "not_complete"
    NOT_YET_READY = "not_yet_ready"
    NO_MEMBER = "no_member"


def refusal_in_words(reason: str) -> Fact:
    """A stored reason: in the reader's language, or in the words that were typed."""
    if reason in set(Refusal):
        return words(f"refuse_application.because.{reason}")
    return words(f"leave_queue.because.{reason}") if reason in _OF_LEADERS else reason


_OF_LEADERS: Final = {"not_needed", "not_ready", "unsaid"}


@dataclass(frozen=True)
class RefusalReason(Reason):
    """A listed reason by its button, or a sentence in one's own words."""

    @override
    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return tuple(
            Option(reason.value, words(f"refuse_application.choice.{reason}")) for reason in Refusal
        )

    @override
    def fact(self, value: str) -> Fact:
        return refusal_in_words(value)


@dataclass(frozen=True)
class PriorityClass:
    """A class from 1, which comes first, to 9; the usual one is in the middle."""

    field: ClassVar[str] = "priority"

    def read(self, hearing: Hearing) -> int:
        picked = read_choice(hearing.text)
        if picked is None or not FIRST_CLASS <= picked <= LAST_CLASS:
            raise Rejected("not_a_class", first=FIRST_CLASS, last=LAST_CLASS)
        return picked

    def overhear(self, hearing: Hearing) -> int | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        """A number means the class itself, not the place of a button."""
        return tuple(
            Option(each, priority_in_words(each), numbered=False) for each in _OFFERED_CLASSES
        )

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        value = int(stored)
        if not FIRST_CLASS <= value <= LAST_CLASS:
            raise ValueError(stored)
        return value

    def fact(self, value: int) -> Fact:
        return priority_in_words(value)


def priority_in_words(priority: int) -> Words:
    """A class as people call it."""
    if priority == USUAL_PRIORITY:
        return words("priority.usual", priority=priority)
    return words(
        "priority.sooner" if priority < USUAL_PRIORITY else "priority.later", priority=priority
    )
