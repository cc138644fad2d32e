"""What one setting is: its name, how it is read, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable


_SHORTEST_MASKED = 12


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


def mask(secret: str) -> str:
    """A secret that its owner can recognise and nobody can use."""
    return "***" if len(secret) < _SHORTEST_MASKED else f"{secret[:4]}…{secret[-4:]}"


def http_address(text: str) -> str:
    """An http(s) address without the slash at its end."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError(text)
    return text.rstrip("/")


def one_of(*choices: str, change: Callable[[str], str] = str.lower) -> Callable[[str], str]:
    """A reader of one of these words, after `change`."""

    def read(text: str) -> str:
        if change(text) not in choices:
            raise ValueError(text)
        return change(text)

    return read
