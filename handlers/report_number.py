"""The number of a report as people write it: S-1907-0003, also "1907-3" or "s 1907 0003"."""

import re
from dataclasses import dataclass
from typing import ClassVar

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json
from handlers.situation import Situation

_AT_THE_START = re.compile(r"(?:s[\s-]?)?(\d{4})[\s-]?(\d{4})\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bs[\s-]?(\d{4})[\s-]?(\d{4})\b|\b(\d{4})-(\d{4})\b", re.IGNORECASE)


def report_number(text: str) -> str | None:
    """The number of a report that a text begins with; none if it does not."""
    found = _AT_THE_START.match(text.strip())
    return f"S-{found[1]}-{found[2]}" if found else None


def without_number(text: str) -> str:
    """What else was said by a text that begins with the number of a report."""
    return _AT_THE_START.sub("", text.strip(), count=1).strip(" ,:")


def number_within(text: str) -> tuple[str | None, str]:
    """The number that stands anywhere in a text, and the text without it."""
    found = _WITHIN.search(text)
    if found is None:
        return None, text
    month, count = found[1] or found[3], found[2] or found[4]
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return f"S-{month}-{count}", " ".join(rest.split())


@dataclass(frozen=True)
class ReportNumber:
    """The number of a report as an answer."""

    field: ClassVar[str] = "number"

    def read(self, hearing: Hearing) -> str:
        number = report_number(hearing.text) or number_within(hearing.text)[0]
        if number is None:
            raise Rejected("not_a_number")
        return number

    def overhear(self, hearing: Hearing) -> str | None:
        return number_within(hearing.text)[0]

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
