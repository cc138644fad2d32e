"""The shape of a number written in digits: what its dots and commas can mean."""

from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

GROUP = 3
_CENTS = 2
_LONGEST_AMOUNT = 12


class Form(Enum):
    """How digits and separators are arranged."""

    PLAIN = auto()  # 500000
    GROUPED = auto()  # 1.250.000, 1,250,000.00
    ONE_GROUP = auto()  # 1.250: thousands, or a decimal
    DECIMAL = auto()  # 1,5
    BROKEN = auto()  # 50.0000: a zero too many or too few
    CODE = auto()  # 081234567890: no quantity


class Digits(NamedTuple):
    """A written number; `alternatives` are what a broken one may have been meant to be."""

    form: Form
    value: Fraction
    alternatives: tuple[int, ...] = ()
    exact: bool = True


_A_CODE = Digits(Form.CODE, Fraction(0))


def read_digits(written: str) -> Digits:
    """Read "1.250.000,00", "1,5" or "500000" by its shape; never raises."""
    figures = written.replace(".", "").replace(",", "")
    if len(figures) > 2 * _LONGEST_AMOUNT:
        return _A_CODE
    if figures == written:
        leading_zero = len(figures) > 1 and figures[0] == "0"
        if leading_zero or len(figures) > _LONGEST_AMOUNT:
            return _A_CODE
        return Digits(Form.PLAIN, Fraction(int(figures)))
    parts = written.replace(",", ".").split(".")
    separators = [mark for mark in written if mark in ".,"]
    return _with_separators(parts, separators)


def _with_separators(parts: list[str], separators: list[str]) -> Digits:
    if len(parts) > 2 and len(parts[-1]) == _CENTS and separators[-1] != separators[-2]:  # noqa: PLR2004 - a figure of the grammar
        whole = _with_separators(parts[:-1], separators[:-1])
        return whole._replace(exact=parts[-1] == "00")
    if _is_grouped(parts, separators):
        form = Form.ONE_GROUP if len(separators) == 1 else Form.GROUPED
        return Digits(form, Fraction(int("".join(parts))))
    if len(parts) == 2 and (len(parts[1]) <= _CENTS or set(parts[0]) == {"0"}):  # noqa: PLR2004 - a figure of the grammar
        if len(parts[0]) == GROUP and parts[1] in {"00", "0"}:
            return _broken(parts)
        return Digits(Form.DECIMAL, Fraction(f"{parts[0]}.{parts[1]}"))
    return _broken(parts)


def _is_grouped(parts: list[str], separators: list[str]) -> bool:
    return (
        len(set(separators)) == 1
        and 1 <= len(parts[0]) <= GROUP
        and parts[0][0] != "0"
        and all(len(part) == GROUP for part in parts[1:])
    )


def _broken(parts: list[str]) -> Digits:
    """Two readings of a number whose zeros do not come in threes (DOMAIN.md 5.3, rule 7)."""
    joined = int("".join(parts))
    too_few = any(len(part) < GROUP for part in parts[1:])
    other = joined * 10 if too_few else joined // 10
    if parts[-1] == "00" and len(parts) > 2:  # noqa: PLR2004 - a figure of the grammar
        return Digits(Form.BROKEN, Fraction(joined), (joined // 100, joined * 10))
    well_grouped = all(len(part) == GROUP for part in parts[1:])
    alternatives = (joined,) if well_grouped else (joined, other)
    return Digits(Form.BROKEN, Fraction(joined), alternatives)
