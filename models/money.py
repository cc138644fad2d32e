"""Whole rupiah, and the ways of writing them down for people (terbilang and figures)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LARGEST_IN_WORDS: Final = 10**15
"""Rupiah. Beyond a quadrillion nobody has agreed on words."""

_SERIBU: Final = "seribu"
_GROUPS_ID: Final = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")
_GROUPS_EN: Final = ("", "thousand", "million", "billion", "trillion", "quadrillion")
# fmt: off
_UNITS_ID: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)
_UNITS_EN: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)
_TENS_EN: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on


class Rupiah(int):
    """An amount of money in whole rupiah; sums and differences of rupiah are rupiah.

    It refuses fractions, because an amount that was cut off in silence is money lost. Its text is
    for logs and programs; people read `figures_id` and `in_words_id`.
    """

    __slots__ = ()

    def __new__(cls, amount: int = 0) -> Self:
        if isinstance(amount, bool) or not isinstance(amount, int):
            raise TypeError(f"{amount!r} is not a whole number of rupiah")
        return super().__new__(cls, amount)

    @override
    def __add__(self, other: int, /) -> Rupiah:
        return _kept(super().__add__(other))

    @override
    def __radd__(self, other: int, /) -> Rupiah:
        return _kept(super().__radd__(other))

    @override
    def __sub__(self, other: int, /) -> Rupiah:
        return _kept(super().__sub__(other))

    @override
    def __rsub__(self, other: int, /) -> Rupiah:
        return _kept(super().__rsub__(other))

    @override
    def __mul__(self, times: int, /) -> Rupiah:
        return _kept(super().__mul__(times))

    @override
    def __rmul__(self, times: int, /) -> Rupiah:
        return _kept(super().__rmul__(times))

    @override
    def __neg__(self) -> Rupiah:
        return Rupiah(super().__neg__())

    @override
    def __abs__(self) -> Rupiah:
        return Rupiah(super().__abs__())

    @override
    def __repr__(self) -> str:
        return f"Rupiah({int(self)})"

    @override
    def __str__(self) -> str:
        return int.__repr__(self)


ZERO: Final = Rupiah(0)
THOUSAND: Final = Rupiah(1000)
"""The smallest note that a treasurer counts: the step of rounding, and of arrears that matter."""


def _kept(result: int) -> Rupiah:
    """NotImplemented must pass through, so that Rupiah(1) + 0.5 is decided by float."""
    return int.__new__(Rupiah, result) if isinstance(result, int) else result


def figures_id(amount: int) -> str:
    """Rupiah in figures as Indonesians write them: Rp1.250.000, and -Rp500 below zero."""
    return _figures(amount, separator=".")


def figures_en(amount: int) -> str:
    """Rupiah in figures for English readers: Rp1,250,000."""
    return _figures(amount, separator=",")


def in_words_id(amount: int) -> str:
    """Terbilang: "satu juta dua ratus lima puluh ribu rupiah".

    Raises ValueError above LARGEST_IN_WORDS, on either side of zero.
    """
    return _in_words(amount, zero="nol", minus="minus", groups=_GROUPS_ID, small=_below_1000_id)


def in_words_en(amount: int) -> str:
    """The amount in English words: "one million two hundred fifty thousand rupiah".

    Raises ValueError above LARGEST_IN_WORDS, on either side of zero.
    """
    return _in_words(amount, zero="zero", minus="minus", groups=_GROUPS_EN, small=_below_1000_en)


def _figures(amount: int, *, separator: str) -> str:
    digits = f"{abs(int(amount)):,}".replace(",", separator)
    return f"{'-' if amount < 0 else ''}Rp{digits}"


def _in_words(
    amount: int, *, zero: str, minus: str, groups: Sequence[str], small: Callable[[int], str]
) -> str:
    if abs(amount) > LARGEST_IN_WORDS:
        raise ValueError(f"{int(amount)} rupiah is more than words are agreed on")
    rest, words = abs(int(amount)), list[str]()
    for power, group in reversed(list(enumerate(groups))):
        count, rest = divmod(rest, 1000**power)
        if count:
            words.append(_SERIBU if (count, group) == (1, "ribu") else f"{small(count)} {group}")
    sign = [minus] if amount < 0 else []
    return " ".join([*sign, *(words or [zero]), "rupiah"]).replace("  ", " ")


def _below_1000_id(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words: list[str] = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{_UNITS_ID[hundreds]} ratus")
    tens, units = divmod(rest, 10)
    if 0 < rest < len(_UNITS_ID):
        words.append(_UNITS_ID[rest])
    elif tens == 1:
        words.append(f"{_UNITS_ID[units]} belas")
    elif tens:
        words.append(f"{_UNITS_ID[tens]} puluh")
        words.extend([_UNITS_ID[units]] if units else [])
    return " ".join(words)


def _below_1000_en(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_UNITS_EN[hundreds]} hundred"] if hundreds else []
    if 0 < rest < len(_UNITS_EN):
        words.append(_UNITS_EN[rest])
    elif rest:
        tens, units = divmod(rest, 10)
        words.append(_TENS_EN[tens - 2] + (f"-{_UNITS_EN[units]}" if units else ""))
    return " ".join(words)
