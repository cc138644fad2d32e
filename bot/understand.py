"""`gulir understand`: messages from a stream, one a line, and what is understood of each."""

from __future__ import annotations

import json
from datetime import date
from typing import IO, TYPE_CHECKING, Any, Final

from handlers.understanding import Understood, understand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KEYS: Final = (
    "text",
    "intent",
    "amount",
    "amount_certainty",
    "amount_candidates",
    "date",
    "date_certainty",
    "why",
)
_BYTE_ORDER_MARK: Final = "\ufeff"
_ONE_LINE: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x7f\x85\u2028\u2029"}
"""Marks that some programs take for the end of a line, as JSON may write them."""


def lines_of(stream: IO[bytes]) -> Iterator[str]:
    """Every line as text, whatever bytes it holds; only a line feed ends one."""
    for number, line in enumerate(stream):
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        yield text if number else text.removeprefix(_BYTE_ORDER_MARK)


def answers(
    texts: Iterable[str], today: date, expecting: str | None, *, as_json: bool
) -> Iterator[str]:
    """What is understood of each text, as one line of JSON or as a sentence."""
    show: Callable[[Understood], str] = _as_json if as_json else _as_sentence
    for text in texts:
        yield show(understand(text, today=today, expecting=expecting))


def _as_json(understood: Understood) -> str:
    facts = {key: getattr(understood, key) for key in KEYS}
    return json.dumps(facts, ensure_ascii=False, default=_plain).translate(_ONE_LINE)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _as_sentence(understood: Understood) -> str:
    parts = [f"intent {understood.intent}"]
    if understood.amount is not None:
        parts.append(f"amount {understood.amount} ({understood.amount_certainty})")
    elif understood.amount_candidates:
        parts.append(f"amount one of {', '.join(map(str, understood.amount_candidates))}")
    if understood.date is not None:
        parts.append(f"date {understood.date} ({understood.date_certainty})")
    return f"{understood.text!r}: {'; '.join(parts)}; because {understood.why}"
