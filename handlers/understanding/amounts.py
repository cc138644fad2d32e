"""From all the numbers of a message to the one amount that was paid or promised."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from handlers.understanding.day_span import DaySpan
from handlers.understanding.day_spans import find_days
from handlers.understanding.figure import Figure, Label, Role, certain, is_range
from handlers.understanding.figures import find_figures
from handlers.understanding.lexicon import SALES
from handlers.understanding.money import LEAST, ask, confirm, doubted
from handlers.understanding.number_words import MULTIPLYING, NUMBER_WORDS
from handlers.understanding.numbers import MILLION, THOUSAND
from handlers.understanding.outcome import NO_AMOUNT, AmountReading, Certainty
from handlers.understanding.text import Token, read_message

CORRECTING = frozenset({"salah", "ralat", "harusnya", "ubah", "maksud", "bukan"})
_PIVOTS = frozenset({"tapi", "harusnya", "maksud", "jadi", "ralat"})
_ALSO_OTHER_WORDS = frozenset({"k", "ratu", "seb", "sabu", "rib", "blas"})
_TIMES = frozenset({"x", "kali", "*"})


def read_amount(text: str, *, correction: bool = False) -> AmountReading:
    """The amount in rupiah that an answer says, with candidates where it must be asked."""
    tokens = read_message(text).tokens
    days = day_tokens(find_days(tokens))
    return amount_of(tokens, find_figures(tokens, days), days, correction=correction)


def day_tokens(spans: Sequence[DaySpan]) -> frozenset[int]:
    """The positions of all tokens that name days."""
    return frozenset(at for span in spans for at in range(span.start, span.end))


def amount_of(
    tokens: Sequence[Token],
    figures: Sequence[Figure],
    days: AbstractSet[int],
    *,
    correction: bool = False,
) -> AmountReading:
    """One reading of all the figures; two different sums are asked back, never chosen between.

    `days` are the positions of tokens that name days.
    """
    money = [f for f in figures if f.role is Role.MONEY and f.reading.certainty is not None]
    if not money:
        return NO_AMOUNT
    if _has_orphan_unit(tokens, figures, days):
        candidates = tuple(c for f in money for c in f.reading.candidates)
        return ask(candidates, "a ribu, ratus or juta whose number we could not read")
    corrected = correction or any(t.lemma in CORRECTING for t in tokens)
    if corrected:
        chosen = _after_the_turn(tokens, money)
        reading = _combined(tokens, figures, chosen)
        return doubted(reading, "a correction")
    return _combined(tokens, figures, money)


def capital(
    tokens: Sequence[Token], figures: Sequence[Figure], days: AbstractSet[int]
) -> AmountReading:
    """The sum that is applied for: here modal and pinjaman are what is meant, prices are not."""
    wanted = [
        f._replace(label=Label.NONE) if _is_capital(tokens, f) else f
        for f in figures
        if f.role is Role.MONEY
    ]
    return amount_of(tokens, wanted, days)


def _is_capital(tokens: Sequence[Token], figure: Figure) -> bool:
    before = {token.lemma for token in tokens[: figure.phrase.start]}
    return figure.label is Label.OTHER and not before & SALES


def _has_orphan_unit(
    tokens: Sequence[Token], figures: Sequence[Figure], days: AbstractSet[int]
) -> bool:
    """Whether a multiplying word stands outside every number, as after a misspelt digit."""
    inside = {at for f in figures for at in range(f.phrase.start, f.phrase.end)} | days
    return any(
        at not in inside
        and (word := NUMBER_WORDS.get(token.word)) is not None
        and word.step in MULTIPLYING
        and token.word not in _ALSO_OTHER_WORDS
        and (at + 1 == len(tokens) or tokens[at + 1].word != "an")
        for at, token in enumerate(tokens)
    )


def _after_the_turn(tokens: Sequence[Token], money: list[Figure]) -> list[Figure]:
    """The value after "tapi", "harusnya", "bukan X": what is denied does not count."""
    pivots = [at for at, token in enumerate(tokens) if token.lemma in _PIVOTS]
    after = [f for f in money if pivots and f.phrase.start > pivots[-1] and not f.negated]
    kept = [f for f in money if not f.negated]
    return after or kept or []


def _combined(
    tokens: Sequence[Token], figures: Sequence[Figure], money: list[Figure]
) -> AmountReading:
    if not money:
        return NO_AMOUNT
    for left, right in pairwise(money):
        if is_range(tokens, left, right):
            return ask(_range(left, right), "a range")
    chosen, others = _paid(money)
    if not chosen:
        candidates = tuple(c for f in money for c in f.reading.candidates)
        return ask(candidates, "the figure seems to be other money than a payment")
    reading = _together(tokens, figures, chosen)
    if any(f.label is Label.MIXED for f in chosen):
        reading = doubted(reading, "sales and a payment in one breath")
    return doubted(reading, "other sums are mentioned too") if others else reading


def _paid(money: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures that the words call a payment, and the rest; small loose numbers are dropped."""
    usable = [f for f in money if f.label is not Label.OTHER]
    others = [f for f in money if f.label is Label.OTHER]
    named = [f for f in usable if f.label is not Label.NONE]
    loose = [f for f in usable if f.label is Label.NONE]
    if any(certain(f) for f in named) and others:
        usable, others = named, [*others, *loose]
    if any(certain(f) for f in usable):
        weak = [f for f in usable if not certain(f) and _is_loose_number(f)]
        usable = [f for f in usable if certain(f) or not _is_loose_number(f)]
        others = others + [f for f in weak if f.phrase.value >= 100]  # noqa: PLR2004 - less is no sum
    return usable, others


def _is_loose_number(figure: Figure) -> bool:
    bare = not figure.phrase.scale and figure.phrase.value < LEAST
    return bare and figure.label is Label.NONE


def _together(
    tokens: Sequence[Token], figures: Sequence[Figure], chosen: list[Figure]
) -> AmountReading:
    parts = [f for f in chosen if f.label in {Label.PRINCIPAL, Label.FEE}]
    totals = [f for f in chosen if f.label is Label.TOTAL]
    if totals:
        return _with_total(totals[-1], [f for f in chosen if f.label is not Label.TOTAL], figures)
    if parts and len(chosen) > 1:
        return _parts(chosen, parts)
    if len(chosen) == 1:
        return _single(tokens, figures, chosen[0])
    return _several(tokens, chosen)


def _with_total(total: Figure, others: list[Figure], figures: Sequence[Figure]) -> AmountReading:
    values = [f.reading.value for f in others]
    if not values or total.reading.value in values:
        return total.reading
    known = [value for value in values if value is not None]
    if total.reading.value is not None and sum(known) == total.reading.value:
        return confirm(total.reading.value, "a total of several parts")
    fees = {f.reading.value or int(f.phrase.value) for f in figures if f.label is Label.OTHER}
    if total.reading.value is not None and total.reading.value - sum(known) in fees:
        return confirm(sum(known), "a total with the bank's fee in it")
    return ask((*total.reading.candidates, *known), "the total and the parts differ")


def _parts(chosen: list[Figure], parts: list[Figure]) -> AmountReading:
    """Pokok and jasa are added up and shown."""
    labels = {part.label for part in parts}
    if len(parts) != len(labels) or len(chosen) != len(parts):
        candidates = tuple(c for f in chosen for c in f.reading.candidates)
        return ask(candidates, "several figures for one part")
    values = [f.reading.value for f in parts]
    known = [value for value in values if value is not None]
    if len(known) == len(values):
        return confirm(sum(known), "principal and fee added up")
    offered = [f.reading.candidates[0] for f in parts if f.reading.candidates]
    return ask((sum(offered),) if len(offered) == len(parts) else (), "a part is not clear")


def _single(tokens: Sequence[Token], figures: Sequence[Figure], figure: Figure) -> AmountReading:
    """One amount, perhaps multiplied: "2x 250rb", "10 anggota @50rb"."""
    reading = figure.reading
    times = [f for f in figures if f.role is Role.TIMES]
    if times:
        return _multiplied(figure, times[0].number, adjacent=_adjacent(tokens, times[0], figure))
    people = [f for f in figures if f.role is Role.PEOPLE]
    if not figure.each:
        return doubted(reading, "a sum for several people") if people else reading
    counts = people or [f for f in figures if f.role is Role.COUNT]
    instalments = [f for f in figures if f.role is Role.INSTALMENT]
    if len(counts) == 1:
        return _multiplied(figure, counts[0].number, adjacent=True)
    if len(instalments) > 1:
        return _multiplied(figure, len(instalments), adjacent=True)
    return ask(reading.candidates, "a figure per person, without the number of people")


def _adjacent(tokens: Sequence[Token], times: Figure, figure: Figure) -> bool:
    first, second = sorted((times.phrase, figure.phrase))
    between = [t.lemma for t in tokens[first.end : second.start]]
    return all(lemma in _TIMES | {"rupiah", "@", ".", ",", "-"} for lemma in between)


def _multiplied(figure: Figure, count: int, *, adjacent: bool) -> AmountReading:
    value = figure.reading.value
    if value is None:
        return ask(
            tuple(c * count for c in figure.reading.candidates), "several times an unclear sum"
        )
    product = value * count
    if not adjacent or count < 1 or product > THOUSAND * MILLION:
        return ask((value, product), "several times, or in all?")
    return confirm(product, f"{count} times {value}")


def _several(tokens: Sequence[Token], chosen: list[Figure]) -> AmountReading:
    """More than one amount: the same one said twice, a sum, or a question."""
    values = [f.reading.value for f in chosen]
    known = [value for value in values if value is not None]
    if len(known) == len(values) and len(set(known)) == 1 and not any(f.each for f in chosen):
        worst = any(f.reading.certainty is Certainty.CONFIRM for f in chosen)
        return _same_twice(tokens, chosen, known[0], unsure=worst)
    plus = _joined_by(tokens, chosen, {"+", "tambah", "plus"})
    if plus and len(known) == len(values):
        return confirm(sum(known), "several sums added up")
    offered = tuple(c for f in chosen for c in f.reading.candidates)
    if len(known) == len(values) and _joined_by(tokens, chosen, {"dan", "&", "sama", "dengan"}):
        offered = (sum(known), *offered)
    return ask(offered, "several sums are named")


def _same_twice(
    tokens: Sequence[Token], chosen: list[Figure], value: int, *, unsure: bool
) -> AmountReading:
    """Such as "500.000 (lima ratus ribu)" is one sum; "250rb dan 250rb" may be two."""
    if _joined_by(tokens, chosen, {"+", "dan", "&", "sama", "tambah", "plus", "dengan"}):
        return ask((value * len(chosen), value), "the same sum twice")
    spoken = {f.phrase.spoken for f in chosen}
    if unsure or len(spoken) == 1:
        return confirm(value, "the same sum twice")
    return chosen[0].reading


def _range(left: Figure, right: Figure) -> tuple[int, ...]:
    """Both ends; the unit after the second counts for the first."""
    first = left.reading.candidates
    if not left.phrase.scale and right.phrase.scale and left.phrase.value < LEAST:
        scaled = left.phrase.value * right.phrase.scale
        first = (int(scaled),) if scaled.denominator == 1 else first
    return (*first, *right.reading.candidates)


def _joined_by(tokens: Sequence[Token], chosen: list[Figure], marks: set[str]) -> bool:
    pairs = pairwise(chosen)
    return all(
        any(t.lemma in marks for t in tokens[left.phrase.end : right.phrase.start])
        for left, right in pairs
    )
