"""Why a group is asked for more: listed reasons, or one's own words."""

from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from handlers.hearing import Option
from handlers.messages import Fact, words
from handlers.situation import Situation
from handlers.staff.answers import Reason


class MoreWanted(StrEnum):
    """What is usually missing."""

    CLEARER_PHOTO = "clearer_photo"
    BUSINESS_PHOTO = "business_photo"
    SALES = "sales"
    OBSTACLES = "obstacles"


def reason_in_words(reason: str) -> Fact:
    """A stored reason: in the reader's language, or in the words that were typed."""
    listed = reason in set(MoreWanted)
    return words(f"more_progress.because.{reason}") if listed else reason


@dataclass(frozen=True)
class WhatIsMissing(Reason):
    """A listed reason by its button, or a sentence in one's own words."""

    @override
    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        return tuple(
            Option(reason.value, words(f"more_progress.choice.{reason}")) for reason in MoreWanted
        )

    @override
    def fact(self, value: str) -> Fact:
        return reason_in_words(value)
