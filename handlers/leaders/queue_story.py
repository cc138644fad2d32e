"""The events of the record that moved a place, as its leader reads them: a line each."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from handlers.messages import Fact, Words, words
from models.calendar import wita_day
from models.funding_queue import NOWHERE
from models.queue_history import Step
from models.queue_record import QueueEventKind

LINES_MOST: Final = 15
"""More of them are told together where they say the same."""
_WITHOUT_A_CHOICE: Final = {
    QueueEventKind.FUNDED,
    QueueEventKind.WITHDRAWN,
    QueueEventKind.POSTPONED,
}
"""Others who are funded or go: what everybody behind them gains."""


def told(steps: Sequence[Step]) -> tuple[Words, ...]:
    """Every step, the oldest first; others who left in a row are one line when there are many."""
    if len(steps) <= LINES_MOST:
        return tuple(_line(step) for step in steps)
    lines: list[Words] = []
    for alike, together in groupby(steps, key=_goes_without_a_choice):
        row = list(together)
        if alike and len(row) > 1:
            lines.append(_together(row))
        else:
            lines += [_line(step) for step in row]
    return tuple(lines)


def for_a_reason(steps: Sequence[Step]) -> tuple[Words, ...]:
    """Only what somebody decided: a move, a pause and its end, a class of its own."""
    return tuple(_line(step) for step in steps if step.reason and step.kind not in _ENDS)


_ENDS: Final = {QueueEventKind.WITHDRAWN, QueueEventKind.FUNDED}


def _goes_without_a_choice(step: Step) -> bool:
    return not step.own and step.kind in _WITHOUT_A_CHOICE


def _line(step: Step) -> Words:
    whose = "own" if step.own else "other"
    facts: dict[str, Fact] = {
        "on": wita_day(step.at),
        "group": step.group_name,
        "by": step.by,
        "reason": step.reason,
        "why": words("queue_story.because", reason=step.reason) if step.reason else "",
        "before": step.before,
        "after": step.after,
        "places": _places(step.before, step.after),
    }
    return Words(f"queue_story.{whose}.{step.kind.value}", facts)


def _places(before: int, after: int) -> Words:
    if before == NOWHERE:
        return words("queue_story.enters", after=after)
    if after == NOWHERE:
        return words("queue_story.leaves", before=before)
    return words("queue_story.from_to", before=before, after=after)


def _together(steps: Sequence[Step]) -> Words:
    return words(
        "queue_story.many",
        count=len(steps),
        first=wita_day(steps[0].at),
        last=wita_day(steps[-1].at),
        places=_places(steps[0].before, steps[-1].after),
    )
