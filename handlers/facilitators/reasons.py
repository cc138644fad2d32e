"""The reasons of a suggested visit, in words that blame nobody."""

from collections.abc import Sequence

from handlers.messages import Json, Words, words
from models.health import Noticed


def stored(signs: Sequence[Noticed]) -> Json:
    """Signs as a task keeps them."""
    return [{"sign": one.sign.value, "figure": one.figure} for one in signs]


def reason_lines(reasons: Json) -> tuple[Words, ...]:
    """Each reason of a task on a line of its own."""
    return tuple(
        words(f"field_work.sign.{reason['sign']}", figure=reason["figure"]) for reason in reasons
    )
