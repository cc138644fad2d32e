"""How well and how fast texts are read: `python -m tests.bench.understanding [--quick]`.

Beside what a developer would reach for: dateparser for days, and a plain regular expression of
"Rp", "rb" and "jt" for amounts. Same judged messages, same run, one core, processor time. A rival
knows no doubt, so for messages whose amount must be asked for, any value of its counts as wrong.
"""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, time
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

import dateparser  # type: ignore[import-untyped]

from handlers.understanding import Certainty
from tests.understanding.judged import EVERYTHING, WEDNESDAY, Phrase, judged, read, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXTS_A_SECOND_LEAST = 5_000
EXACT_PERCENT_LEAST = 98.0
_QUICK_STEP = 10
_ROUNDS = 3
_SHARE_OF_DATES_IN_QUICK = 4
_AMOUNT = re.compile(r"(?:rp\.?\s*)?(\d[\d.,]*)\s*(ribu|rb|k|juta|jt)?\b", re.IGNORECASE)
_UNITS = {"ribu": 1_000, "rb": 1_000, "k": 1_000, "juta": 1_000_000, "jt": 1_000_000, "": 1}


class Score(NamedTuple):
    """How one reader did: shares in percent, a count, and its pace."""

    right: float
    wrong_values: int
    texts_a_second: float


def amount_by_regex(text: str) -> int | None:
    """The first number with its unit: a dot groups thousands, a comma is a decimal."""
    found = _AMOUNT.search(text)
    if found is None:
        return None
    plain = found.group(1).rstrip(".,").replace(".", "").replace(",", ".")
    try:
        return int(float(plain) * _UNITS[(found.group(2) or "").lower()])
    except ValueError:
        return None


def day_by_dateparser(phrase: Phrase) -> date | None:
    """What dateparser makes of an answer to "when?", told the day and the direction."""
    ahead = phrase.expecting == "promise"
    found = dateparser.parse(
        phrase.text,
        languages=["id"],
        settings={
            "RELATIVE_BASE": datetime.combine(WEDNESDAY, time(18)),
            "PREFER_DATES_FROM": "future" if ahead else "past",
            "DATE_ORDER": "DMY",
        },
    )
    return found.date() if found else None


def day_by_gulir(phrase: Phrase) -> date | None:
    return read(phrase).date


def amount_by_gulir(phrase: Phrase) -> int | None:
    return read(phrase).amount


def score(
    rows: Sequence[Phrase],
    reader: Callable[[Phrase], object],
    right: Callable[[Phrase], object],
) -> Score:
    """Run one reader over all rows once to warm it, then by the clock: the best of some rounds."""
    answers = [reader(row) for row in rows]
    seconds = float("inf")
    for _ in range(_ROUNDS):
        begun = process_time()
        for row in rows:
            reader(row)
        seconds = min(seconds, process_time() - begun)
    good = sum(answer == right(row) for answer, row in zip(answers, rows, strict=True))
    wrong = sum(
        answer is not None and answer != right(row)
        for answer, row in zip(answers, rows, strict=True)
    )
    return Score(100 * good / len(rows), wrong, len(rows) / seconds)


def _right_amount(phrase: Phrase) -> int | None:
    return phrase.amount


def _right_day(phrase: Phrase) -> date | None:
    return date.fromisoformat(phrase.day) if phrase.day else None


def _compare(title: str, ours: Score, rival_name: str, rival: Score) -> None:
    print(f"{title:34} {'right':>7} {'wrong values':>13} {'texts/s':>9}")  # noqa: T201
    for name, result in (("Gulir, everything in a text", ours), (rival_name, rival)):
        print(  # noqa: T201
            f"  {name:32} {result.right:6.1f}% {result.wrong_values:>13} "
            f"{result.texts_a_second:>9,.0f}"
        )
    pace = ours.texts_a_second / rival.texts_a_second
    print(f"  ratio of paces: {pace:.2f}x\n")  # noqa: T201


def main(arguments: Sequence[str]) -> int:
    """Print both comparisons; 1 when a bar is not kept."""
    step = _QUICK_STEP if "--quick" in arguments else 1
    rows = EVERYTHING[::step]
    dated = [row for row in EVERYTHING if row.expecting in {"date", "promise"}]
    dated = dated[:: _SHARE_OF_DATES_IN_QUICK if step > 1 else 1]
    ours = score(rows, amount_by_gulir, _right_amount)
    _compare(
        f"amounts in {len(rows)} messages", ours,
        "a regular expression", score(rows, lambda row: amount_by_regex(row.text), _right_amount),
    )  # fmt: skip
    _compare(
        f"days in {len(dated)} answers to when?", score(dated, day_by_gulir, _right_day),
        "dateparser", score(dated, day_by_dateparser, _right_day),
    )  # fmt: skip
    exact = 100 * sum(told(read(row)) == judged(row) for row in rows) / len(rows)
    sure_but_wrong = sum(
        understood.amount_certainty is Certainty.SURE and understood.amount != row.amount
        for row in rows
        if (understood := read(row))
    )
    print(f"exact in everything: {exact:.1f}% (bar: {EXACT_PERCENT_LEAST:.0f}%)")  # noqa: T201
    print(f"sure but wrong amounts: {sure_but_wrong} (bar: 0)")  # noqa: T201
    print(f"pace: {ours.texts_a_second:,.0f} texts/s (bar: {TEXTS_A_SECOND_LEAST:,})")  # noqa: T201
    kept = exact >= EXACT_PERCENT_LEAST and not sure_but_wrong
    return 0 if kept and ours.texts_a_second >= TEXTS_A_SECOND_LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
