"""Phone numbers as people of Kutai Timur write them, brought to the one form that we keep."""

import re

_COUNTRY = "62"
_LENGTHS = range(9, 16)
"""Digits of a number with its country code: E.164 allows fifteen."""
_LONGEST_NATIONAL_MOBILE = 12


def e164(written: str) -> str | None:
    """The number as +62…, from 08…, 62…, +62… or 8…, with blanks, dots, dashes and brackets.

    A foreign number keeps its own country code. None for what is no phone number.
    """
    if not re.fullmatch(r"\s*\+?[\d\s().\-\u2010-\u2015]+", written):
        return None
    digits = "".join(re.findall(r"[0-9]", written))
    international = written.lstrip().startswith("+")
    if digits.startswith("00"):
        digits, international = digits[2:], True
    if not international:
        digits = _with_country(digits)
    if digits.startswith(f"{_COUNTRY}0"):
        digits = _COUNTRY + digits[len(_COUNTRY) + 1 :]  # "+62 (0)812" is a common slip
    return f"+{digits}" if len(digits) in _LENGTHS and not digits.startswith("0") else None


def _with_country(digits: str) -> str:
    """Networks leave out the plus, people leave out the country and sometimes the zero."""
    if digits.startswith("0"):
        return _COUNTRY + digits[1:]
    if digits.startswith("8") and len(digits) <= _LONGEST_NATIONAL_MOBILE:
        return _COUNTRY + digits
    return digits
