"""The facts of a drawing as it wants them: lines in the reader's language, and plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from handlers.messages import Fact
from handlers.speak import day_without_weekday, written


@dataclass(frozen=True, slots=True)
class Facts:
    """Typed facts, and the language in which they are written."""

    given: Mapping[str, Fact]
    language: str

    def line(self, name: str) -> str:
        """A fact in words, days without their weekday; nothing when it was not given."""
        return self._written(self.given[name]) if name in self.given else ""

    def lines(self, name: str) -> list[str]:
        """A list of facts in words; empty when it was not given."""
        return [self._written(fact) for fact in self._list(name)]

    def number(self, name: str) -> int | None:
        """A number as it is; none when it was not given. Raises TypeError for anything else."""
        return _number(self.given[name]) if name in self.given else None

    def numbers(self, name: str) -> list[int]:
        """A list of numbers, or of amounts in rupiah. Raises TypeError for anything else."""
        return [_number(fact) for fact in self._list(name)]

    def items(self, name: str) -> tuple[Fact, ...]:
        """A list of facts as they are; empty when it was not given."""
        return self._list(name)

    def written(self, fact: Fact) -> str:
        """Any fact in words."""
        return self._written(fact)

    def _list(self, name: str) -> tuple[Fact, ...]:
        facts = self.given.get(name, ())
        if not isinstance(facts, tuple):
            raise TypeError(f"{name} is not a list")
        return facts

    def _written(self, fact: Fact) -> str:
        if isinstance(fact, date) and not isinstance(fact, datetime):
            return day_without_weekday(fact, self.language)
        return str(written({"it": fact}, self.language)["it"])


def _number(fact: Fact) -> int:
    if not isinstance(fact, int):
        raise TypeError(f"{fact!r} is not a number")
    return int(fact)
