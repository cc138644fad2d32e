"""Finds the words that name a day, without yet knowing what day today is."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from handlers.understanding.calendar_words import AHAD, DAY_PARTS, MONTHS, SUNDAY, WEEKDAYS
from handlers.understanding.number_words import NUMBER_WORDS, Step
from handlers.understanding.numbers import small_number
from handlers.understanding.outcome import Direction
from handlers.understanding.text import Kind, Token

PAST, FUTURE = Direction.PAST, Direction.FUTURE


class Names(Enum):
    """How a day is named."""

    DAYS_AWAY = auto()
    MONTHS_AWAY = auto()
    DATE = auto()
    WEEKDAY = auto()
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


_SINGLE = {"sehari": 1, "seminggu": 7, "sepekan": 7, "saminggu": 7, "sebulan": 30, "sabulan": 30}
_SINGLE_UNIT = {1: "hari", 7: "minggu", 30: "bulan"}
_BACK = frozenset({"lalu", "kemarin"})
_AHEAD = frozenset({"depan", "besok", "nanti", "lagi", "kemudian"})
_SHORT_WEEKDAYS = frozenset({"sen", "sel", "rab", "kam", "jum", "sab", "mg", "setu", "juma"})
_EVENTS = frozenset({"panen", "lebaran", "gajian", "jual"})
_TIGHT = 3
_DAYS_IN_MONTH_AT_MOST = 31
_MONTHS_IN_YEAR = 12


def find_days(tokens: Sequence[Token], *, day_expected: bool = False) -> tuple[DaySpan, ...]:
    """Every day that is named, from left to right, none inside another."""
    spans: list[DaySpan] = []
    at = 0
    while at < len(tokens):
        span = _match(tokens, at, day_expected=day_expected)
        if span is None:
            at += 1
            continue
        spans.append(span)
        at = span.end
    return tuple(_without_echoes(spans))


def _match(tokens: Sequence[Token], at: int, *, day_expected: bool) -> DaySpan | None:
    token = tokens[at]
    if token.kind is Kind.MARK:
        return None
    if token.kind is Kind.NUMBER or token.word in NUMBER_WORDS or token.word in _SINGLE:
        return _numbered(tokens, at, day_expected=day_expected)
    rule = _RULES.get(token.lemma)
    if rule is not None:
        return rule(tokens, at)
    if token.word in MONTHS:
        return _month_first(tokens, at)
    if token.word in WEEKDAYS:
        return _weekday(tokens, at, at, said_day=False)
    return None


def _without_echoes(spans: list[DaySpan]) -> list[DaySpan]:
    """Drop "kemarin" and "tadi" beside an exact date: "kemarin tgl 5" means the fifth."""
    exact = [span for span in spans if span.names is Names.DATE]
    if not exact:
        return spans
    return [
        span
        for span in spans
        if span.names is not Names.DAYS_AWAY
        or span.shift not in {0, -1}
        or all(abs(other.start - span.end) > 1 and abs(span.start - other.end) > 1 for other in exact)
    ]


def _lemma(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lemma if 0 <= at < len(tokens) else ""


def _is_scale(tokens: Sequence[Token], at: int) -> bool:
    word = NUMBER_WORDS.get(tokens[at].word) if at < len(tokens) else None
    return word is not None and word.step in {Step.SCALE, Step.TIMES_HUNDRED, Step.TIMES_TEN}


def _whole(tokens: Sequence[Token], at: int, digits: int = 2) -> int | None:
    """A plain number of at most so many digits at `at`."""
    if 0 <= at < len(tokens) and tokens[at].kind is Kind.NUMBER:
        written = tokens[at].word
        if written.isdigit() and len(written) <= digits:
            return int(written)
    return None


def _numbered(tokens: Sequence[Token], at: int, *, day_expected: bool) -> DaySpan | None:
    written = _written_date(tokens, at, marks="/-" if day_expected else "/", full_marks="/-.")
    if written is not None:
        return written
    single = _SINGLE.get(tokens[at].word)
    if single is not None:
        return _away(tokens, at, at + 1, 1, _SINGLE_UNIT[single])
    number = _day_number(tokens, at)
    if number is None:
        return None
    value, end = number
    if end < len(tokens) and tokens[end].word in MONTHS:
        return _with_month(tokens, at, end, value)
    if _lemma(tokens, end) in {"hari", "minggu", "pekan", "bulan"} or _lemma(tokens, end) in _SINGLE:
        return _away(tokens, at, end + 1, value, _lemma(tokens, end))
    if day_expected and end == len(tokens) and at == 0:
        return DaySpan(at, end, Names.DATE, day=value, doubt="a bare number for a day")
    return None


def _day_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    value = _whole(tokens, at)
    if value is not None:
        return None if _is_scale(tokens, at + 1) else (value, at + 1)
    if at < len(tokens) and tokens[at].kind is Kind.WORD:
        found = small_number(tokens, at)
        if found is not None and not _is_scale(tokens, found[1]):
            return found
    return None


def _written_date(
    tokens: Sequence[Token], at: int, *, marks: str, full_marks: str
) -> DaySpan | None:
    """17/7, 17/7/19, 17-07-2019, 2019-07-17 and, in one token, 17.7.2019."""
    dotted = _dotted_date(tokens, at)
    if dotted is not None:
        return dotted
    mark = _lemma(tokens, at + 1)
    if not mark or mark not in full_marks:
        return None
    first, second = _whole(tokens, at, 4), _whole(tokens, at + 2)
    if first is None or second is None:
        return None
    third = _whole(tokens, at + 4, 4) if _lemma(tokens, at + 3) == mark else None
    if third is not None:
        year_first = len(tokens[at].word) == 4  # noqa: PLR2004
        day, year = (third, first) if year_first else (first, third)
        return DaySpan(at, at + 5, Names.DATE, day=day, month=second, year=_full_year(year))
    plausible = first <= _DAYS_IN_MONTH_AT_MOST + 1 and second <= _MONTHS_IN_YEAR
    if mark in marks and plausible and not _is_scale(tokens, at + 3):
        return DaySpan(at, at + 3, Names.DATE, day=first, month=second)
    return None


def _dotted_date(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    parts = tokens[at].word.split(".")
    lengths = [len(part) for part in parts]
    is_date = (
        len(parts) == _TIGHT and "," not in tokens[at].word
        and lengths[0] <= 2 and lengths[1] <= 2 and lengths[2] in {2, 4}  # noqa: PLR2004
    )  # fmt: skip
    if not is_date:
        return None
    day, month, year = map(int, parts)
    return DaySpan(at, at + 1, Names.DATE, day=day, month=month, year=_full_year(year))


def _full_year(year: int) -> int:
    return 2000 + year if year < 100 else year  # noqa: PLR2004


def _with_month(tokens: Sequence[Token], start: int, at: int, day: int) -> DaySpan:
    """A day, its month at `at`, and perhaps a year and "kemarin"."""
    month, end = MONTHS[tokens[at].word], at + 1
    year = _whole(tokens, end, 4)
    has_year = year is not None and len(tokens[end].word) == 4 and 1990 <= year <= 2100  # noqa: PLR2004
    if has_year and not _is_scale(tokens, end + 1):
        return _modified(tokens, DaySpan(start, end + 1, Names.DATE, day=day, month=month, year=year or 0))
    return _modified(tokens, DaySpan(start, end, Names.DATE, day=day, month=month))


def _modified(tokens: Sequence[Token], span: DaySpan) -> DaySpan:
    """The span with a following "kemarin", "yang lalu", "depan" or "nanti" taken in."""
    at = span.end + (1 if _lemma(tokens, span.end) == "yang" else 0)
    following = _lemma(tokens, at)
    if following in _BACK or following == "tadi":
        return span._replace(end=at + 1, tense=PAST)
    if following in _AHEAD - {"lagi"} and at == span.end:
        return span._replace(end=at + 1, tense=FUTURE)
    return span


def _after_tanggal(tokens: Sequence[Token], at: int) -> DaySpan | None:
    written = _written_date(tokens, at + 1, marks="/-", full_marks="/-.")
    if written is not None:
        return _modified(tokens, written._replace(start=at))
    if _lemma(tokens, at + 1) == "muda":
        return DaySpan(at, at + 2, Names.MONTH_PART, day=1)
    dotted = _day_dot_month(tokens, at + 1)
    if dotted is not None:
        return dotted._replace(start=at)
    number = _day_number(tokens, at + 1)
    if number is None:
        return None
    day, end = number
    if end < len(tokens) and tokens[end].word in MONTHS:
        return _with_month(tokens, at, end, day)
    if _lemma(tokens, end) == "bulan":
        return _day_of_a_month(tokens, at, end + 1, day)
    return _modified(tokens, DaySpan(at, end, Names.DATE, day=day))


def _day_dot_month(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """"tgl 17.07"."""
    if at < len(tokens) and tokens[at].kind is Kind.NUMBER and not _is_scale(tokens, at + 1):
        day, mark, month = tokens[at].word.partition(".")
        short = mark and day.isdigit() and month.isdigit() and len(day) < _TIGHT and len(month) < _TIGHT
        if short and 1 <= int(month) <= _MONTHS_IN_YEAR:
            return DaySpan(at, at + 1, Names.DATE, day=int(day), month=int(month))
    return None


def _day_of_a_month(tokens: Sequence[Token], start: int, at: int, day: int) -> DaySpan:
    """What follows "tgl 5 bulan": a name, a number, lalu, ini or depan."""
    if at < len(tokens) and tokens[at].word in MONTHS:
        return _with_month(tokens, start, at, day)
    number = _whole(tokens, at)
    if number is not None and not _is_scale(tokens, at + 1):
        return DaySpan(start, at + 1, Names.DATE, day=day, month=number)
    shift, tense, end = _which(tokens, at)
    if tense is None and end == at:
        return DaySpan(start, at - 1, Names.DATE, day=day)
    return DaySpan(start, end, Names.DATE, day=day, shift=shift, month=-1, tense=tense)


def _which(tokens: Sequence[Token], at: int) -> tuple[int, Direction | None, int]:
    """This, last or next, and where it ends; (0, None, at) when nothing of the kind is said."""
    after = at + (1 if _lemma(tokens, at) == "yang" else 0)
    following = _lemma(tokens, after)
    if following in _BACK:
        return -1, PAST, after + 1
    if following in {"depan", "besok", "nanti"}:
        return 1, FUTURE, after + 1
    if following in {"ini", "skrg"} and after == at:
        return 0, None, after + 1
    return 0, None, at


def _month_first(tokens: Sequence[Token], at: int) -> DaySpan | None:
    day = _whole(tokens, at + 1)
    if day is None or _is_scale(tokens, at + 2) or day > _DAYS_IN_MONTH_AT_MOST:
        return None
    month = MONTHS[tokens[at].word]
    return DaySpan(at, at + 2, Names.DATE, day=day, month=month, doubt="the month comes first")


def _away(tokens: Sequence[Token], start: int, at: int, count: int, unit: str) -> DaySpan | None:
    """"3 hari lalu", "2 minggu lagi", "sebulan ke depan"; without a direction, no day."""
    if _lemma(tokens, at) == "an":
        at += 1
    skipped = at + (1 if _lemma(tokens, at) in {"yang", "ke"} else 0)
    following = _lemma(tokens, skipped)
    if following in _BACK:
        tense = PAST
    elif following in _AHEAD and following not in {"besok", "nanti"}:
        tense = FUTURE
    else:
        tense = FUTURE if _asks_for_time(tokens, start) else None
        if tense is None:
            return None
        skipped = at - 1
    count = count if tense is FUTURE else -count
    if unit == "bulan":
        return DaySpan(start, skipped + 1, Names.MONTHS_AWAY, shift=count, tense=tense)
    days = count if unit == "hari" else count * 7
    doubt = "" if unit == "hari" and abs(days) <= 7 else "counted from today"  # noqa: PLR2004
    return DaySpan(start, skipped + 1, Names.DAYS_AWAY, shift=days, tense=tense, doubt=doubt)


def _asks_for_time(tokens: Sequence[Token], start: int) -> bool:
    before = {_lemma(tokens, start - 1), _lemma(tokens, start - 2)}
    return bool(before & {"waktu", "tempo", "tunda"})


def _hari(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if _lemma(tokens, at + 1) == "ini":
        return DaySpan(at, at + 2, Names.DAYS_AWAY)
    if at + 1 < len(tokens) and tokens[at + 1].word in WEEKDAYS:
        return _weekday(tokens, at, at + 1, said_day=True)
    return None


def _weekday(tokens: Sequence[Token], start: int, at: int, *, said_day: bool) -> DaySpan | None:
    word = tokens[at].word
    weekday = WEEKDAYS[word]
    shift, tense, end = _which(tokens, at + 1)
    is_week = weekday == SUNDAY and word not in AHAD and not said_day
    part_said = _lemma(tokens, at + 1) in DAY_PARTS
    if is_week and not part_said:
        return _week(tokens, at)
    if word in _SHORT_WEEKDAYS and not said_day and end == at + 1:
        return None
    if part_said:
        end = at + 2
        shift, tense, end = _which(tokens, end)
    return DaySpan(start, end, Names.WEEKDAY, day=weekday, shift=shift, tense=tense)


def _week(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """"minggu" alone is a Sunday; with lalu or depan it may be a week."""
    shift, tense, end = _which(tokens, at + 1)
    if tense is not None or _lemma(tokens, at) == "pekan":
        return DaySpan(at, end, Names.WEEK, shift=shift, tense=tense) if end > at + 1 else None
    if end > at + 1 or tokens[at].word in {"mgg", "mg"}:
        return None
    return DaySpan(at, at + 1, Names.WEEKDAY, day=SUNDAY)


def _kemarin(tokens: Sequence[Token], at: int) -> DaySpan:
    following = _lemma(tokens, at + 1)
    if following in {"dulu", "lusa"} or tokens[at].lemma == "winginane":
        end = at + 2 if following in {"dulu", "lusa"} else at + 1
        return DaySpan(at, end, Names.DAYS_AWAY, shift=-2, tense=PAST, doubt="two days ago")
    end = _past_day_part(tokens, at + 1)
    return DaySpan(at, end, Names.DAYS_AWAY, shift=-1, tense=PAST)


def _past_day_part(tokens: Sequence[Token], at: int) -> int:
    """Where a part of the day ends; "wingi isuk" is a morning in Javanese."""
    said = _lemma(tokens, at) in DAY_PARTS or (at < len(tokens) and tokens[at].word == "isuk")
    return at + 1 if said else at


def _semalam(tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, shift=-1, tense=PAST, doubt="last night or yesterday")


def _tadi(tokens: Sequence[Token], at: int) -> DaySpan:
    if _lemma(tokens, at + 1) == "malam":
        return _semalam(tokens, at)._replace(end=at + 2)
    return DaySpan(at, _past_day_part(tokens, at + 1), Names.DAYS_AWAY, tense=PAST)


def _besok(tokens: Sequence[Token], at: int) -> DaySpan:
    if _lemma(tokens, at + 1) == "lusa":
        return DaySpan(at, at + 2, Names.DAYS_AWAY, shift=2, tense=FUTURE, doubt="tomorrow or the day after")
    if at + 1 < len(tokens) and tokens[at + 1].word in WEEKDAYS:
        named = _weekday(tokens, at, at + 1, said_day=True)
        if named is not None:
            return named._replace(shift=1, tense=FUTURE)
    return DaySpan(at, _past_day_part(tokens, at + 1), Names.DAYS_AWAY, shift=1, tense=FUTURE)


def _lusa(tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, shift=2, tense=FUTURE)


def _tulat(tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, shift=3, tense=FUTURE, doubt="three days from now")


def _barusan(tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, tense=PAST)


def _nanti(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if _lemma(tokens, at + 1) in DAY_PARTS:
        return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=FUTURE)
    return None


def _day_part(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """"malam Jumat" is Thursday evening; "pagi ini", "sore tadi" are today."""
    following = _lemma(tokens, at + 1)
    if following in {"ini", "tadi"}:
        tense = PAST if following == "tadi" else None
        return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=tense)
    word = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].lemma == "malam" and word in WEEKDAYS and word not in _SHORT_WEEKDAYS:
        shift, tense, end = _which(tokens, at + 2)
        eve = (WEEKDAYS[word] - 1) % 7
        return DaySpan(at, end, Names.WEEKDAY, day=eve, shift=shift, tense=tense)
    return None


def _malming(tokens: Sequence[Token], at: int) -> DaySpan:
    shift, tense, end = _which(tokens, at + 1)
    return DaySpan(at, end, Names.WEEKDAY, day=SUNDAY - 1, shift=shift, tense=tense)


def _bulan(tokens: Sequence[Token], at: int) -> DaySpan | None:
    number = _whole(tokens, at + 1)
    if number is not None and _lemma(tokens, at + 2) == "tanggal":
        day = _whole(tokens, at + 3)
        if day is not None:
            return DaySpan(at, at + 4, Names.DATE, day=day, month=number)
    shift, tense, end = _which(tokens, at + 1)
    if tense is None:
        return None
    return DaySpan(at, end, Names.MONTH_PART, shift=shift, tense=tense)


def _part_of_month(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """Awal, tengah or akhir of a month; `day` is 1, 15 or 31."""
    day = {"awal": 1, "tengah": 15, "akhir": 31}[tokens[at].lemma]
    following = at + 1
    if following < len(tokens) and tokens[following].word in MONTHS:
        month = MONTHS[tokens[following].word]
        return DaySpan(at, at + 2, Names.MONTH_PART, day=day, month=month)
    if _lemma(tokens, following) != "bulan":
        return None
    if following + 1 < len(tokens) and tokens[following + 1].word in MONTHS:
        month = MONTHS[tokens[following + 1].word]
        return DaySpan(at, at + 3, Names.MONTH_PART, day=day, month=month)
    shift, tense, end = _which(tokens, following + 1)
    return DaySpan(at, end, Names.MONTH_PART, day=day, shift=shift, tense=tense)


def _event(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if _lemma(tokens, at + 1) in _EVENTS:
        return DaySpan(at, at + 2, Names.EVENT)
    return None


_RULES: dict[str, Callable[[Sequence[Token], int], DaySpan | None]] = {
    "tanggal": _after_tanggal,
    "hari": _hari,
    "kemarin": _kemarin,
    "winginane": _kemarin,
    "semalam": _semalam,
    "tadi": _tadi,
    "besok": _besok,
    "lusa": _lusa,
    "tulat": _tulat,
    "barusan": _barusan,
    "nanti": _nanti,
    "malam": _day_part,
    "pagi": _day_part,
    "siang": _day_part,
    "sore": _day_part,
    "malming": _malming,
    "pekan": _week,
    "bulan": _bulan,
    "awal": _part_of_month,
    "tengah": _part_of_month,
    "akhir": _part_of_month,
    "habis": _event,
    "nunggu": _event,
}
