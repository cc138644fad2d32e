"""Steps of reminders as staff say them: "-7 -3 0 +3", "h-7", or in words with before and after."""

import re
from typing import Final

from handlers.understanding import read_number

_SIGNED: Final = re.compile(
    r"(?<![\w.])h?\s?([+\-\u2212\u2013]?)\s?(\d{1,3})(?![\w.])", re.IGNORECASE
)
_IN_WORDS: Final = re.compile(
    r"sebelum|sesudah|setelah|lewat|terlambat|before|after", re.IGNORECASE
)
_TOKEN: Final = re.compile(
    r"(?P<before>(?:sebelum|before)(?:nya)?(?:\s+(?:hari\s+)?(?:jatuh tempo|h)\b)?)"
    r"|(?P<after>(?:sesudah|setelah|lewat|terlambat|after)(?:nya)?"
    r"(?:\s+(?:hari\s+)?(?:jatuh tempo|jadwal|h)\b)?)"
    r"|(?P<today>\bhari[\s-]?h\b|\b(?:hari|saat|pada|pas) jatuh tempo\b|\bdue day\b)"
    r"|(?P<one>\bse(?=minggu|pekan|hari))"
    r"|(?P<week>minggu|pekan|\bweeks?\b)"
    r"|(?P<figure>\d{1,3})|(?P<word>[a-z]+)",
    re.IGNORECASE,
)


def steps_in(text: str) -> tuple[int, ...]:
    """Days from the due day in the order in which they are said; before it they are negative."""
    if _IN_WORDS.search(text):
        return _said_in_words(text)
    found = _SIGNED.findall(text)
    return tuple(int(days) * (-1 if sign and sign != "+" else 1) for sign, days in found)


def steps_in_short(steps: tuple[int, ...]) -> str:
    """As staff write them: -7 -3 0 +3."""
    return " ".join(f"{step:+d}" if step else "0" for step in steps)


def _said_in_words(text: str) -> tuple[int, ...]:
    """In "tiga dan satu hari sebelum, hari H" a side holds for what stands before it."""
    steps: list[int] = []
    open_ones: list[int] = []
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "before" | "after" as side:
                steps += [-days if side == "before" else days for days in open_ones]
                open_ones = []
            case "today":
                steps.append(0)
            case "one":
                open_ones.append(1)
            case "week" if open_ones:
                open_ones[-1] *= 7
            case "figure":
                open_ones.append(int(token[0]))
            case "word":
                number = read_number(token[0])
                open_ones += [] if number is None else [number]
    return tuple(steps)
