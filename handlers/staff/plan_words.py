"""A plan in few words: equal instalments in a row are one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.messages import Words, words
from models.money import Rupiah


@dataclass(frozen=True, slots=True)
class DueThen:
    """So much on that WITA day, in rupiah."""

    due_on: date
    amount: Rupiah


def in_short(dues: Sequence[DueThen]) -> tuple[Words, ...]:
    """Equal instalments in a row as one line: how many, from when until when, how much each."""
    runs: list[list[DueThen]] = []
    for due in dues:
        if runs and runs[-1][-1].amount == due.amount:
            runs[-1].append(due)
        else:
            runs.append([due])
    return tuple(_run(run) for run in runs)


def _run(run: Sequence[DueThen]) -> Words:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return words("reschedule.one", due_on=first.due_on, amount=first.amount)
    return words(
        "reschedule.run",
        count=len(run),
        first=first.due_on,
        last=last.due_on,
        amount=first.amount,
    )
