"""How much capital: a kind of answer of leaders, who ask for it, and of staff, who grant it."""

import re
from dataclasses import dataclass
from typing import Final

from typing_extensions import override

from handlers.hearing import Hearing, Rejected
from handlers.staff.plan_answers import Money
from handlers.understanding import read_amount
from models.money import Rupiah

SMALLEST: Final = Rupiah(100_000)
_MILLION: Final = 1_000_000
_BARE: Final = re.compile(r"\d{1,3}")
"""What is asked for in millions, when nothing else is said: "15"."""
_SCALE: Final = r"(?:juta|jt|ribu|rb)"
MONEY: Final = re.compile(
    rf"(?:rp\.?\s*\d[\d.,]*(?:\s*{_SCALE}\b)?|\d[\d.,]*\s*{_SCALE}\b"
    r"|\b\d{1,3}(?:\.\d{3}){2,}\b)",
    re.IGNORECASE,
)
"""What can be nothing but money: "15 juta", "Rp12.500.000", "12.500.000"."""
_BELOW_ZERO: Final = re.compile(r"(?:^|\s)[-\u2212\u2013](?:rp\.?\s*)?\d", re.IGNORECASE)
_IN_WORDS: Final = re.compile(rf"\b{_SCALE}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wanted(Money):
    """How much capital: in a sentence only what is called money; a bare number is millions."""

    at_least: Rupiah = SMALLEST

    @override
    def read(self, hearing: Hearing) -> Rupiah:
        said = hearing.text.strip(" .")
        if _BARE.fullmatch(said) and int(said):
            offer = Rupiah(int(said) * _MILLION)
            raise Rejected("unsure", offers=(offer,), first=offer)
        found = self.overhear(hearing)
        return found if found is not None else super().read(hearing)

    @override
    def overhear(self, hearing: Hearing) -> Rupiah | None:
        if _BELOW_ZERO.search(hearing.text):
            return None
        named = MONEY.findall(hearing.text)
        if len(named) == 1:
            value = read_amount(named[0]).value
            return super().overhear(hearing) if value is None else self._judged(value, ())
        if named or not _IN_WORDS.search(hearing.text):
            return None
        candidates = read_amount(hearing.text).candidates
        return self._judged(candidates[0], ()) if len(candidates) == 1 else None
