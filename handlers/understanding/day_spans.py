"""Finds the words that name a day, without yet knowing what day today is."""

from collections.abc import Sequence

from handlers.understanding.calendar_words import MONTHS, WEEKDAYS
from handlers.understanding.dates import SINGLE, month_first, numbered
from handlers.understanding.day_span import DaySpan, Names
from handlers.understanding.day_words import RULES, weekday_named
from handlers.understanding.number_words import NUMBER_WORDS
from handlers.understanding.text import Kind, Token

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
        spans.append(span)
        at = span.end
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
