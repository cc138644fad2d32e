"""Kinds of answer that only staff give."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.answers import FreeWords
from handlers.hearing import Hearing, Option
from handlers.messages import Fact, Json, words
from handlers.situation import Situation


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
class Reason:
    """A listed reason by its button, or a sentence in one's own words."""

    typed: ClassVar[FreeWords] = FreeWords(at_least=5, at_most=200)
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
