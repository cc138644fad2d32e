"""What one setting is: its name, how it is read, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is read: `read` raises ValueError, and `expected` says what it wants."""

    name: str
    help: str
    expected: str
    read: Callable[[str], Any]
    default: str | None = None
    shown: Callable[[str], str] = repr


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """A reader of whole numbers within these bounds, both included."""

    def read(text: str) -> int:
        number = int(text)
        if not lowest <= number <= highest:
            raise ValueError(text)
        return number

    return read
