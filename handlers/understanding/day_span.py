"""A day as it was said, and the small steps that find one among tokens."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from handlers.understanding.number_words import NUMBER_WORDS, Step
from handlers.understanding.outcome import Direction
from handlers.understanding.text import Kind, Token

PAST, FUTURE = Direction.PAST, Direction.FUTURE


class Names(Enum):
    """How a day is named."""

    DAYS_AWAY = auto()
    MONTHS_AWAY = auto()
    DATE = auto()
    WEEKDAY = auto()
    WEEKDAY_OF_WEEK = auto()
    WEEK = auto()
    MONTH_PART = auto()
    EVENT = auto()


class DaySpan(NamedTuple):
    """A day as it was said in tokens `start` to `end`.

    `shift` counts days, months or weeks from today; `day` is a day of the month or a weekday;
    `tense` is the direction that the words themselves show; `doubt` is why to confirm.
    """

    start: int
    end: int
    names: Names
    shift: int = 0
    day: int = 0
    month: int = 0
    year: int = 0
    tense: Direction | None = None
    doubt: str = ""


BACK = frozenset({"lalu", "kemarin"})


AHEAD = frozenset({"depan", "besok", "nanti", "lagi", "kemudian"})


def lemma_at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lemma if 0 <= at < len(tokens) else ""


def is_scale(tokens: Sequence[Token], at: int) -> bool:
    word = NUMBER_WORDS.get(tokens[at].word) if at < len(tokens) else None
    return word is not None and word.step in {Step.SCALE, Step.TIMES_HUNDRED, Step.TIMES_TEN}


def whole(tokens: Sequence[Token], at: int, digits: int = 2) -> int | None:
    """A plain number of at most so many digits at `at`."""
    if 0 <= at < len(tokens) and tokens[at].kind is Kind.NUMBER:
        written = tokens[at].word
        if written.isdigit() and len(written) <= digits:
            return int(written)
    return None


def which(tokens: Sequence[Token], at: int) -> tuple[int, Direction | None, int]:
    """This, last or next, and where it ends; (0, None, at) when nothing of the kind is said."""
    after = at + (1 if lemma_at(tokens, at) == "yang" else 0)
    following = lemma_at(tokens, after)
    if following in BACK:
        return -1, PAST, after + 1
    if following in {"depan", "besok", "nanti"}:
        return 1, FUTURE, after + 1
    if following in {"ini", "skrg"} and after == at:
        return 0, None, after + 1
    return 0, None, at
