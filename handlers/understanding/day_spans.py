"""Finds the words that name a day, without yet knowing what day today is."""

from collections.abc import Sequence

from handlers.understanding.calendar_words import MONTHS, WEEKDAYS
from handlers.understanding.dates import DAYS_IN_MONTH_AT_MOST, SINGLE, month_first, numbered
from handlers.understanding.day_span import DaySpan, Names, is_scale, lemma_at, whole
from handlers.understanding.day_words import RULES, weekday_named
from handlers.understanding.number_words import NUMBER_WORDS
from handlers.understanding.text import Kind, Token

_UNTIL = frozenset({"sampai", "sampe", "smp", "hingga", "atau", "atw"})
_WHERE_A_DAY_IS_EXPECTED = {"skrg": Names.DAYS_AWAY, "kalau": Names.EVENT}
"""Words that answer "when?" and mean less elsewhere: "sekarang", "kalau jahe sudah laku"."""


def find_days(tokens: Sequence[Token], *, day_expected: bool = False) -> tuple[DaySpan, ...]:
    """Every day that is named, from left to right, none inside another."""
    spans: list[DaySpan] = []
    at = 0
    while at < len(tokens):
        span = _match(tokens, at, day_expected=day_expected)
        if span is None:
            at += 1
            continue
        spans.append(_about(tokens, span))
        at = span.end
        other = _end_of_range(tokens, span)
        if other is not None:
            spans.append(other)
            at = other.end
    return tuple(_without_echoes(spans))


def _match(tokens: Sequence[Token], at: int, *, day_expected: bool) -> DaySpan | None:
    token = tokens[at]
    if token.kind is Kind.MARK:
        return None
    if token.kind is Kind.NUMBER or token.word in NUMBER_WORDS or token.word in SINGLE:
        return numbered(tokens, at, day_expected=day_expected)
    rule = RULES.get(token.lemma)
    if rule is not None:
        return rule(tokens, at)
    if day_expected and at == 0 and token.lemma in _WHERE_A_DAY_IS_EXPECTED:
        return DaySpan(0, 1, _WHERE_A_DAY_IS_EXPECTED[token.lemma])
    if token.word in MONTHS:
        return month_first(tokens, at)
    if token.word in WEEKDAYS:
        return weekday_named(tokens, at, at, said_day=False)
    return None


def _about(tokens: Sequence[Token], span: DaySpan) -> DaySpan:
    """A day that is only estimated is confirmed: "sekitar tgl 25"."""
    if lemma_at(tokens, span.start - 1) != "kira" or span.doubt:
        return span
    return span._replace(doubt="only about this day")


def _end_of_range(tokens: Sequence[Token], span: DaySpan) -> DaySpan | None:
    """The second day of "tgl 25 sampai 30"."""
    if span.names is not Names.DATE or lemma_at(tokens, span.end) not in _UNTIL:
        return None
    day = whole(tokens, span.end + 1)
    if day is None or not 1 <= day <= DAYS_IN_MONTH_AT_MOST or is_scale(tokens, span.end + 2):
        return None
    return span._replace(start=span.end, end=span.end + 2, day=day)


def _without_echoes(spans: list[DaySpan]) -> list[DaySpan]:
    """Drop "kemarin" and "tadi" beside an exact date: "kemarin tgl 5" means the fifth."""
    exact = [span for span in spans if span.names is Names.DATE]
    if not exact:
        return spans
    beside = {edge for date in exact for edge in (date.start, date.start - 1)}
    beside_start = {edge for date in exact for edge in (date.end, date.end + 1)}
    return [
        span
        for span in spans
        if span.names is not Names.DAYS_AWAY
        or span.shift not in {0, -1}
        or (span.end not in beside and span.start not in beside_start)
    ]
