"""`gulir understand --missed`: what people said and was not understood, most frequent first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bot.database import close_database, migrate, open_database
from models.calendar import wita_day
from models.missed import MissedWords, most_frequent

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN_MOST: Final = 500
_NOTHING_OPEN: Final = "nothing was asked"


async def missed_lines(database_url: str, *, as_json: bool) -> list[str]:
    """A line for each; raises DatabaseUnreachable."""
    show: Callable[[MissedWords], str] = _as_json if as_json else _as_sentence
    await migrate(database_url)
    await open_database(database_url)
    try:
        return [show(row) for row in await most_frequent(_SHOWN_MOST)]
    finally:
        await close_database()


def _as_json(row: MissedWords) -> str:
    facts = {
        "text": row.words,
        "question": row.question or None,
        "times": row.times,
        "last": wita_day(row.last_at).isoformat(),
    }
    return json.dumps(facts, ensure_ascii=False)


def _as_sentence(row: MissedWords) -> str:
    return f"{row.times:>5} x  {row.question or _NOTHING_OPEN}: {row.words!r}"
