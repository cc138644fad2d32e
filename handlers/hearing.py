"""What a kind of answer is, and what it hears: the contract between forms and answers."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from handlers.messages import Fact, InboundMessage, Json, Words
from handlers.situation import Situation
from handlers.understanding import Understood, understand

T = TypeVar("T")


class Rejected(Exception):
    """An answer was not taken; the person is asked again.

    `reason` is a locale key below the question; `offers` are values they may have meant.
    """

    def __init__(self, reason: str, *, offers: tuple[Any, ...] = (), **facts: Fact) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offers = offers
        self.facts = facts


@dataclass(frozen=True)
class Hearing:
    """A message with all that is needed to understand it; `sent_on` is a WITA day."""

    message: InboundMessage
    situation: Situation
    sent_on: date

    @cached_property
    def understood(self) -> Understood:
        return understand(self.message.text, today=self.sent_on)

    @property
    def text(self) -> str:
        return self.message.text.strip()


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """A value that is offered as a button."""

    value: T
    label: Words
    numbered: bool = True
    """Whether its number picks it, too; not where a number is an answer by itself."""


class Answer(Protocol[T]):
    """One kind of answer; `field` is the name by which people correct it ("ubah jumlah")."""

    field: ClassVar[str]

    def read(self, hearing: Hearing) -> T:
        """The answer to this question; raises Rejected."""
        ...

    def overhear(self, hearing: Hearing) -> T | None:
        """The answer, when the message holds it unasked; raises Rejected with offers if unsure."""
        ...

    def options(self, situation: Situation) -> tuple[Option[T], ...]: ...

    def dump(self, value: T) -> Json: ...

    def load(self, stored: Json) -> T:
        """Read a stored answer; raises ValueError, TypeError or KeyError for another version's."""
        ...

    def fact(self, value: T) -> Fact:
        """How the value is told back."""
        ...
