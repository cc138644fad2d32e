"""Days that are named by numbers: "17 juli", "17/7/19", "tgl 5 bulan lalu", "3 hari lagi"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handlers.understanding.calendar_words import MONTHS
from handlers.understanding.day_span import (
    AHEAD,
    BACK,
    FUTURE,
    PAST,
    DaySpan,
    Names,
    is_scale,
    lemma_at,
    which,
    whole,
)
from handlers.understanding.numbers import small_number
from handlers.understanding.text import Kind, Token

if TYPE_CHECKING:
    from handlers.understanding.outcome import Direction

SINGLE = {"sehari": 1, "seminggu": 7, "sepekan": 7, "saminggu": 7, "sebulan": 30, "sabulan": 30}


_SINGLE_UNIT = {1: "hari", 7: "minggu", 30: "bulan"}


_TIGHT = 3


DAYS_IN_MONTH_AT_MOST = 31


MONTHS_IN_YEAR = 12


def numbered(tokens: Sequence[Token], at: int, *, day_expected: bool) -> DaySpan | None:
    written = _written_date(tokens, at, marks="/-" if day_expected else "/", full_marks="/-.")
    if written is not None:
        return written
    single = SINGLE.get(tokens[at].word)
    if single is not None:
        return away(tokens, at, at + 1, 1, _SINGLE_UNIT[single])
    number = day_number(tokens, at)
    if number is None:
        return None
    value, end = number
    if end < len(tokens) and tokens[end].word in MONTHS:
        return with_month(tokens, at, end, value)
    unit = _unit_at(tokens, end)
    if unit:
        return away(tokens, at, end + 1, value, unit)
    if day_expected and end == len(tokens) and at == 0:
        return DaySpan(at, end, Names.DATE, day=value, doubt="a bare number for a day")
    return None


def _unit_at(tokens: Sequence[Token], at: int) -> str:
    """The word "hari", "minggu", "pekan" or "bulan" at this place; "mgg" is a week here."""
    lemma = lemma_at(tokens, at)
    if lemma in {"hari", "minggu", "pekan", "bulan"} or lemma in SINGLE:
        return lemma
    return "minggu" if lemma in {"mgg", "mggu", "mingu"} else ""


def day_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    value = whole(tokens, at)
    if value is not None:
        return None if is_scale(tokens, at + 1) else (value, at + 1)
    if at < len(tokens) and tokens[at].kind is Kind.WORD:
        found = small_number(tokens, at)
        if found is not None and not is_scale(tokens, found[1]):
            return found
    return None


def _written_date(
    tokens: Sequence[Token], at: int, *, marks: str, full_marks: str
) -> DaySpan | None:
    """17/7, 17/7/19, 17-07-2019, 2019-07-17 and, in one token, 17.7.2019."""
    dotted = _dotted_date(tokens, at)
    if dotted is not None:
        return dotted
    mark = lemma_at(tokens, at + 1)
    if not mark or mark not in full_marks:
        return None
    first, second = whole(tokens, at, 4), whole(tokens, at + 2)
    if first is None or second is None:
        return None
    third = whole(tokens, at + 4, 4) if lemma_at(tokens, at + 3) == mark else None
    if third is not None:
        year_first = len(tokens[at].word) == 4  # noqa: PLR2004 - a figure of the grammar
        day, year = (third, first) if year_first else (first, third)
        return DaySpan(at, at + 5, Names.DATE, day=day, month=second, year=_full_year(year))
    plausible = first <= DAYS_IN_MONTH_AT_MOST + 1 and second <= MONTHS_IN_YEAR
    if mark in marks and plausible and not is_scale(tokens, at + 3):
        return DaySpan(at, at + 3, Names.DATE, day=first, month=second)
    return None


def _dotted_date(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    parts = tokens[at].word.split(".")
    lengths = [len(part) for part in parts]
    is_date = (
        len(parts) == _TIGHT and "," not in tokens[at].word
        and lengths[0] <= 2 and lengths[1] <= 2 and lengths[2] in {2, 4}  # noqa: PLR2004 - a figure of the grammar
    )  # fmt: skip
    if not is_date:
        return None
    day, month, year = map(int, parts)
    return DaySpan(at, at + 1, Names.DATE, day=day, month=month, year=_full_year(year))


def _full_year(year: int) -> int:
    return 2000 + year if year < 100 else year  # noqa: PLR2004 - a figure of the grammar


def with_month(tokens: Sequence[Token], start: int, at: int, day: int) -> DaySpan:
    """A day, its month at `at`, and perhaps a year and "kemarin"."""
    month, end = MONTHS[tokens[at].word], at + 1
    year = whole(tokens, end, 4)
    has_year = year is not None and len(tokens[end].word) == 4 and 1990 <= year <= 2100  # noqa: PLR2004 - a figure of the grammar
    if has_year and not is_scale(tokens, end + 1):
        return modified(
            tokens, DaySpan(start, end + 1, Names.DATE, day=day, month=month, year=year or 0)
        )
    return modified(tokens, DaySpan(start, end, Names.DATE, day=day, month=month))


def modified(tokens: Sequence[Token], span: DaySpan) -> DaySpan:
    """The span with a following "kemarin", "yang lalu", "depan" or "nanti" taken in."""
    at = span.end + (1 if lemma_at(tokens, span.end) == "yang" else 0)
    following = lemma_at(tokens, at)
    if following in BACK or following == "tadi":
        return span._replace(end=at + 1, tense=PAST)
    if following in AHEAD - {"lagi"} and at == span.end:
        return span._replace(end=at + 1, tense=FUTURE)
    return span


def after_tanggal(tokens: Sequence[Token], at: int) -> DaySpan | None:
    written = _written_date(tokens, at + 1, marks="/-", full_marks="/-.")
    if written is not None:
        return modified(tokens, written._replace(start=at))
    if lemma_at(tokens, at + 1) == "muda":
        return DaySpan(at, at + 2, Names.MONTH_PART, day=1)
    dotted = _day_dot_month(tokens, at + 1)
    if dotted is not None:
        return dotted._replace(start=at)
    number = day_number(tokens, at + 1)
    if number is None:
        return None
    day, end = number
    if end < len(tokens) and tokens[end].word in MONTHS:
        return with_month(tokens, at, end, day)
    if lemma_at(tokens, end) == "bulan":
        return _day_of_a_month(tokens, at, end + 1, day)
    return modified(tokens, DaySpan(at, end, Names.DATE, day=day))


def _day_dot_month(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """Such as "tgl 17.07"."""
    if at < len(tokens) and tokens[at].kind is Kind.NUMBER and not is_scale(tokens, at + 1):
        day, mark, month = tokens[at].word.partition(".")
        short = (
            mark and day.isdigit() and month.isdigit() and len(day) < _TIGHT and len(month) < _TIGHT
        )
        if short and 1 <= int(month) <= MONTHS_IN_YEAR:
            return DaySpan(at, at + 1, Names.DATE, day=int(day), month=int(month))
    return None


def _day_of_a_month(tokens: Sequence[Token], start: int, at: int, day: int) -> DaySpan:
    """What follows "tgl 5 bulan": a name, a number, lalu, ini or depan."""
    if at < len(tokens) and tokens[at].word in MONTHS:
        return with_month(tokens, start, at, day)
    number = whole(tokens, at)
    if number is not None and not is_scale(tokens, at + 1):
        return DaySpan(start, at + 1, Names.DATE, day=day, month=number)
    shift, tense, end = which(tokens, at)
    if tense is None and end == at:
        return DaySpan(start, at - 1, Names.DATE, day=day)
    return DaySpan(start, end, Names.DATE, day=day, shift=shift, month=-1, tense=tense)


def month_first(tokens: Sequence[Token], at: int) -> DaySpan | None:
    day = whole(tokens, at + 1)
    if day is None or is_scale(tokens, at + 2) or day > DAYS_IN_MONTH_AT_MOST:
        return None
    month = MONTHS[tokens[at].word]
    return DaySpan(at, at + 2, Names.DATE, day=day, month=month, doubt="the month comes first")


def away(tokens: Sequence[Token], start: int, at: int, count: int, unit: str) -> DaySpan | None:
    """Such as "3 hari lalu", "2 minggu lagi", "sebulan ke depan"; without a direction, no day."""
    if lemma_at(tokens, at) == "an":
        at += 1
    skipped = at + (1 if lemma_at(tokens, at) in {"yang", "ke"} else 0)
    following = lemma_at(tokens, skipped)
    tense: Direction | None = None
    if following in BACK:
        tense = PAST
    elif following == "sebelum" and lemma_at(tokens, skipped + 2) == "ini":
        tense, skipped = PAST, skipped + 2
    elif following in AHEAD - {"besok", "nanti"}:
        tense = FUTURE
    elif _asks_for_time(tokens, start):
        tense, skipped = FUTURE, at - 1
    if tense is None:
        return None
    count = count if tense is FUTURE else -count
    if unit == "bulan":
        return DaySpan(start, skipped + 1, Names.MONTHS_AWAY, shift=count, tense=tense)
    days = count if unit == "hari" else count * 7
    doubt = "" if unit == "hari" and abs(days) <= 7 else "counted from today"  # noqa: PLR2004 - a figure of the grammar
    return DaySpan(start, skipped + 1, Names.DAYS_AWAY, shift=days, tense=tense, doubt=doubt)


def _asks_for_time(tokens: Sequence[Token], start: int) -> bool:
    before = {lemma_at(tokens, start - 1), lemma_at(tokens, start - 2)}
    if before & {"waktu", "tempo", "tunda", "jeda", "mundur"}:
        return True
    return any(token.lemma == "jangan" for token in tokens[max(0, start - 4) : start])
