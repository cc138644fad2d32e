"""Days that are named by words: "kemarin", "senin lalu", "malam Jumat", "akhir bulan"."""

from collections.abc import Callable, Sequence

from handlers.understanding.calendar_words import AHAD, DAY_PARTS, MONTHS, SUNDAY, WEEKDAYS
from handlers.understanding.dates import after_tanggal
from handlers.understanding.day_span import (
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
from handlers.understanding.text import Token

_SHORT_WEEKDAYS = frozenset({"sen", "sel", "rab", "kam", "jum", "sab", "mg", "setu", "juma"})


_JAVANESE_DAY_PARTS = frozenset({"isuk", "esuk", "awan", "sore", "sonten", "bengi"})


_EVENTS = frozenset({"panen", "lebaran", "gajian", "jual"})


def _hari(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if lemma_at(tokens, at + 1) == "ini":
        return DaySpan(at, at + 2, Names.DAYS_AWAY)
    if at + 1 < len(tokens) and tokens[at + 1].word in WEEKDAYS:
        return weekday_named(tokens, at, at + 1, said_day=True)
    return None


def weekday_named(
    tokens: Sequence[Token], start: int, at: int, *, said_day: bool
) -> DaySpan | None:
    word = tokens[at].word
    weekday = WEEKDAYS[word]
    of_week = _of_a_week(tokens, at + 1)
    if of_week is not None:
        shift, end = of_week
        return DaySpan(start, end, Names.WEEKDAY_OF_WEEK, day=weekday, shift=shift)
    shift, tense, end = which(tokens, at + 1)
    is_week = weekday == SUNDAY and word not in AHAD and not said_day
    part_said = lemma_at(tokens, at + 1) in DAY_PARTS
    if is_week and not part_said:
        return _week(tokens, at)
    if word in _SHORT_WEEKDAYS and not said_day and end == at + 1:
        return None
    if part_said:
        end = at + 2
        shift, tense, end = which(tokens, end)
    return DaySpan(start, end, Names.WEEKDAY, day=weekday, shift=shift, tense=tense)


def _of_a_week(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Which week "minggu lalu" after a weekday means, and where it ends."""
    if lemma_at(tokens, at) not in {"minggu", "mgg", "pekan"}:
        return None
    shift, _, end = which(tokens, at + 1)
    return (shift, end) if end > at + 1 else None


def _week(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """The word "minggu" alone is a Sunday; with lalu or depan it may be a week."""
    shift, tense, end = which(tokens, at + 1)
    if tense is not None or lemma_at(tokens, at) == "pekan":
        return DaySpan(at, end, Names.WEEK, shift=shift, tense=tense) if end > at + 1 else None
    if end > at + 1 or tokens[at].word in {"mgg", "mg"}:
        return None
    return DaySpan(at, at + 1, Names.WEEKDAY, day=SUNDAY)


def _kemarin(tokens: Sequence[Token], at: int) -> DaySpan:
    following = lemma_at(tokens, at + 1)
    the_one_before = following == "lagi" and tokens[at].word.endswith("nya")
    if the_one_before or following in {"dulu", "lusa"} or tokens[at].lemma == "winginane":
        end = at + 2 if the_one_before or following in {"dulu", "lusa"} else at + 1
        return DaySpan(at, end, Names.DAYS_AWAY, shift=-2, tense=PAST, doubt="two days ago")
    end = _past_day_part(tokens, at + 1)
    return DaySpan(at, end, Names.DAYS_AWAY, shift=-1, tense=PAST)


def _past_day_part(tokens: Sequence[Token], at: int) -> int:
    """Where a part of the day ends; "wingi isuk" is a morning in Javanese."""
    said = lemma_at(tokens, at) in DAY_PARTS or (at < len(tokens) and tokens[at].word == "isuk")
    return at + 1 if said else at


def _semalam(_tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(
        at, at + 1, Names.DAYS_AWAY, shift=-1, tense=PAST, doubt="last night or yesterday"
    )


def _tadi(tokens: Sequence[Token], at: int) -> DaySpan:
    if lemma_at(tokens, at + 1) == "malam":
        return _semalam(tokens, at)._replace(end=at + 2)
    return DaySpan(at, _past_day_part(tokens, at + 1), Names.DAYS_AWAY, tense=PAST)


def _mau(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """Javanese "mau isuk" is this morning when something has been done; else it is a wish."""
    if at + 1 >= len(tokens) or tokens[at + 1].word not in _JAVANESE_DAY_PARTS:
        return None
    if not any(token.lemma == "sudah" for token in tokens):
        return None
    if tokens[at + 1].lemma == "malam":
        return _semalam(tokens, at)._replace(end=at + 2)
    return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=PAST)


def _besok(tokens: Sequence[Token], at: int) -> DaySpan:
    if lemma_at(tokens, at + 1) == "tadi":
        return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=PAST)
    if lemma_at(tokens, at + 1) == "lusa":
        return DaySpan(
            at, at + 2, Names.DAYS_AWAY, shift=2, tense=FUTURE, doubt="tomorrow or the day after"
        )
    if at + 1 < len(tokens) and tokens[at + 1].word in WEEKDAYS:
        named = weekday_named(tokens, at, at + 1, said_day=True)
        if named is not None:
            return named._replace(shift=1, tense=FUTURE)
    return DaySpan(at, _past_day_part(tokens, at + 1), Names.DAYS_AWAY, shift=1, tense=FUTURE)


def _lusa(tokens: Sequence[Token], at: int) -> DaySpan:
    if lemma_at(tokens, at + 1) in BACK:
        return DaySpan(at, at + 2, Names.DAYS_AWAY, shift=-2, tense=PAST, doubt="two days ago")
    return DaySpan(at, at + 1, Names.DAYS_AWAY, shift=2, tense=FUTURE)


def _tulat(_tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, shift=3, tense=FUTURE, doubt="three days from now")


def _barusan(_tokens: Sequence[Token], at: int) -> DaySpan:
    return DaySpan(at, at + 1, Names.DAYS_AWAY, tense=PAST)


def _nanti(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if lemma_at(tokens, at + 1) in DAY_PARTS:
        return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=FUTURE)
    return None


def _day_part(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """Thus "malam Jumat" is Thursday evening; "pagi ini", "sore tadi" are today."""
    following = lemma_at(tokens, at + 1)
    if following in {"ini", "tadi"}:
        tense = PAST if following == "tadi" else None
        return DaySpan(at, at + 2, Names.DAYS_AWAY, tense=tense)
    word = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].lemma == "malam" and word in WEEKDAYS and word not in _SHORT_WEEKDAYS:
        shift, tense, end = which(tokens, at + 2)
        eve = (WEEKDAYS[word] - 1) % 7
        return DaySpan(at, end, Names.WEEKDAY, day=eve, shift=shift, tense=tense)
    return None


def _malming(tokens: Sequence[Token], at: int) -> DaySpan:
    shift, tense, end = which(tokens, at + 1)
    return DaySpan(at, end, Names.WEEKDAY, day=SUNDAY - 1, shift=shift, tense=tense)


def _bulan(tokens: Sequence[Token], at: int) -> DaySpan | None:
    number = whole(tokens, at + 1)
    if number is not None and lemma_at(tokens, at + 2) == "tanggal":
        day = whole(tokens, at + 3)
        if day is not None:
            return DaySpan(at, at + 4, Names.DATE, day=day, month=number)
    shift, tense, end = which(tokens, at + 1)
    if tense is None:
        return None
    day = whole(tokens, end + 1) if lemma_at(tokens, end) == "tanggal" else None
    if day is not None and not is_scale(tokens, end + 2):
        return DaySpan(at, end + 2, Names.DATE, day=day, shift=shift, month=-1, tense=tense)
    return DaySpan(at, end, Names.MONTH_PART, shift=shift, tense=tense)


def _part_of_month(tokens: Sequence[Token], at: int) -> DaySpan | None:
    """Awal, tengah or akhir of a month; `day` is 1, 15 or 31."""
    day = {"awal": 1, "tengah": 15, "akhir": 31}[tokens[at].lemma]
    following = at + 1
    if following < len(tokens) and tokens[following].word in MONTHS:
        month = MONTHS[tokens[following].word]
        return DaySpan(at, at + 2, Names.MONTH_PART, day=day, month=month)
    if lemma_at(tokens, following) != "bulan":
        return None
    if following + 1 < len(tokens) and tokens[following + 1].word in MONTHS:
        month = MONTHS[tokens[following + 1].word]
        return DaySpan(at, at + 3, Names.MONTH_PART, day=day, month=month)
    shift, tense, end = which(tokens, following + 1)
    return DaySpan(at, end, Names.MONTH_PART, day=day, shift=shift, tense=tense)


def _segera(_tokens: Sequence[Token], at: int) -> DaySpan:
    """As soon as possible is no day."""
    return DaySpan(at, at + 1, Names.EVENT)


def _event(tokens: Sequence[Token], at: int) -> DaySpan | None:
    if lemma_at(tokens, at + 1) in _EVENTS:
        return DaySpan(at, at + 2, Names.EVENT)
    return None


RULES: dict[str, Callable[[Sequence[Token], int], DaySpan | None]] = {
    "tanggal": after_tanggal,
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
    "segera": _segera,
    "mau": _mau,
}
