"""One number as money: how certain it is, and what to offer when it is not (DOMAIN.md 5.3)."""

from fractions import Fraction

from handlers.understanding.digits import Form
from handlers.understanding.numbers import MILLION, THOUSAND
from handlers.understanding.outcome import NO_AMOUNT, AmountReading, Certainty
from handlers.understanding.phrase import Phrase

LEAST = 10_000
LARGE = 100 * MILLION
ABSURD = 1_000 * MILLION
_LONGEST_PLAIN = 10**9
_TOO_LITTLE = "too small for a payment, perhaps thousands were meant"
_TWO_WAYS = "can be read in two ways"


def sure(value: int) -> AmountReading:
    return AmountReading(value, Certainty.SURE, (value,), "")


def confirm(value: int, why: str) -> AmountReading:
    """The value, to be shown plainly before it counts."""
    return AmountReading(value, Certainty.CONFIRM, (value,), why)


def ask(candidates: tuple[int, ...], why: str) -> AmountReading:
    """No value; only plausible candidates are offered."""
    offered = tuple(dict.fromkeys(c for c in candidates if LEAST <= c <= ABSURD))
    return AmountReading(None, Certainty.ASK, offered, why)


def doubted(reading: AmountReading, why: str) -> AmountReading:
    """The same reading, at most to be confirmed."""
    if reading.certainty is Certainty.SURE and reading.value is not None:
        return confirm(reading.value, why)
    return reading


def offers(value: Fraction) -> tuple[int, ...]:
    """What a number too small to be a payment may have meant, in rupiah."""
    if value.denominator != 1:
        return _whole(value * MILLION) + _whole(value * THOUSAND)
    number = int(value)
    if number < 10:  # noqa: PLR2004 - a figure of the grammar
        return (number * 100 * THOUSAND, number * MILLION)
    if number >= THOUSAND and number % THOUSAND == 0:
        return (number * 100, number * THOUSAND)
    return (number * THOUSAND,)


def _whole(value: Fraction) -> tuple[int, ...]:
    return (int(value),) if value.denominator == 1 else ()


def as_money(phrase: Phrase) -> AmountReading:
    """What a number says when it stands where an amount may stand."""
    reading = _scaled(phrase) if phrase.scale else _bare(phrase)
    if phrase.vague:
        offered = reading.candidates or offers(phrase.value)
        return ask(offered, "only an approximate figure")
    if phrase.doubtful:
        return doubted(reading, "an unusual spelling")
    return reading


def _within_reason(value: Fraction, why: str = "") -> AmountReading:
    if value.denominator != 1:
        return ask((), "not a whole number of rupiah")
    number = int(value)
    if number < LEAST:
        return ask(offers(value), _TOO_LITTLE)
    if number > ABSURD:
        return ask((), "far too large for a payment")
    if number > LARGE:
        return confirm(number, why or "unusually large")
    return confirm(number, why) if why else sure(number)


def _bare(phrase: Phrase) -> AmountReading:
    """A number without ribu or juta."""
    written = phrase.written
    if written is None or written.form is Form.PLAIN:
        if phrase.value >= _LONGEST_PLAIN:
            return NO_AMOUNT
        if phrase.value.denominator != 1:
            return ask(offers(phrase.value), "a fraction without a unit")
        odd = phrase.value >= LEAST and phrase.value % 100 != 0
        return _within_reason(phrase.value, "an odd figure without separators" if odd else "")
    match written.form:
        case Form.GROUPED | Form.ONE_GROUP:
            return _within_reason(phrase.value)
        case Form.BROKEN:
            return ask(written.alternatives, "a zero too many or too few")
        case Form.DECIMAL:
            return ask(offers(phrase.value), "a decimal number without a unit")
        case _:
            return NO_AMOUNT


def _scaled(phrase: Phrase) -> AmountReading:
    """A number with ribu or juta, and perhaps a tail without one."""
    written = phrase.written
    if written is not None and written.form not in {Form.PLAIN, Form.DECIMAL}:
        return _grouped_with_unit(phrase)
    if phrase.tail is not None:
        return _with_tail(phrase)
    mixed = (
        written is not None
        and written.form is Form.DECIMAL
        and phrase.value >= THOUSAND * phrase.scale
    )
    return _within_reason(phrase.value, _TWO_WAYS if mixed and phrase.scale < MILLION else "")


def _grouped_with_unit(phrase: Phrase) -> AmountReading:
    """Such as "1.250rb" and "1.250 juta" by their shape; "500.000 ribu" says thousands twice."""
    written = phrase.written
    if written is None or written.form in {Form.BROKEN, Form.CODE, Form.GROUPED}:
        alternatives = written.alternatives if written else ()
        return ask((*alternatives, *_whole(phrase.value / phrase.scale)), "separators and a unit")
    if phrase.tail is not None:
        if phrase.scale >= MILLION and phrase.tail < phrase.scale:
            return _within_reason(phrase.value + phrase.tail)
        return ask(_whole(phrase.value), _TWO_WAYS)
    if phrase.scale >= MILLION:
        as_decimal = phrase.value / THOUSAND
        if as_decimal < 10 * phrase.scale:
            return _within_reason(as_decimal, "a point before juta is read as a decimal")
        return ask(_whole(written.value), "thousands are said twice")
    if phrase.scale == THOUSAND and written.value < LEAST and phrase.value < ABSURD:
        return _within_reason(phrase.value)
    return ask((*_whole(written.value), *_whole(phrase.value)), "thousands are said twice")


def _with_tail(phrase: Phrase) -> AmountReading:
    """Elliptic thousands: "1jt500", "1jt2", "sejuta dua ratus"."""
    tail = phrase.tail or Fraction(0)
    if phrase.scale < MILLION:
        if phrase.tail_digits:
            return ask((*_whole(phrase.value), *_whole(phrase.value + tail)), _TWO_WAYS)
        return _within_reason(phrase.value + tail, "" if tail >= 100 else _TWO_WAYS)  # noqa: PLR2004 - a figure of the grammar
    whole = phrase.value + tail * (phrase.scale // THOUSAND)
    if phrase.tail_digits == 3:  # noqa: PLR2004 - a figure of the grammar
        return _within_reason(whole)
    if phrase.tail_digits == 1 or (not phrase.tail_digits and tail < 10):  # noqa: PLR2004 - a figure of the grammar
        return _within_reason(phrase.value + tail * phrase.scale / 10, "one digit after juta")
    if phrase.tail_digits:
        tenfold = phrase.value + tail * phrase.scale / 100
        return ask((*_whole(whole), *_whole(tenfold)), _TWO_WAYS)
    return _within_reason(whole, "thousands are not said")
