"""Kinds of answer about the terms of a loan: rhythm, harvests, fee, grace, first day, parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final, Generic, TypeVar

from typing_extensions import override

from handlers.answers import OneOf
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, words
from handlers.situation import Situation
from handlers.staff.funding_words import percent_of
from handlers.staff.plan_answers import ComingDay

E = TypeVar("E", bound=StrEnum)

_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,2})(?:[.,](\d{1,2}))?(?![\d.,])")
_FEE_MOST: Final = 500
"""Basis points a period: five percent a month is beyond any programme of the kind."""
_PARTS_MOST: Final = 4
_WHOLE: Final = 100
_NONE_SAID: Final = ("tidak ada", "tanpa", "tidak", "bebas", "nol", "none", "no fee")


@dataclass(frozen=True)
class Named(OneOf[E], Generic[E]):
    """One of a closed list by its button, its number, or a word that only it has.

    `signs` are read in their order: a word may stand in the longer sign of another member.
    """

    signs: Mapping[E, tuple[str, ...]] = field(default_factory=dict)

    @override
    def read(self, hearing: Hearing) -> E:
        said = hearing.text.casefold()
        for member, signs in self.signs.items():
            if any(sign in said for sign in signs):
                return member
        return super().read(hearing)

    @override
    def overhear(self, hearing: Hearing) -> E | None:
        return None


class TermsChoice(StrEnum):
    """The terms that are usual in the programme, or others."""

    USUAL = "usual"
    OTHER = "other"


WHICH_TERMS: Final = Named(
    TermsChoice,
    "confirm_funding.choice",
    {TermsChoice.USUAL: ("biasa", "usual"), TermsChoice.OTHER: ("lain", "ubah", "other")},
)


@dataclass(frozen=True)
class Fee:
    """The flat fee of a period in percent of what was lent, kept in basis points; often none."""

    field: ClassVar[str] = "fee"

    def read(self, hearing: Hearing) -> int:
        said = hearing.text.casefold()
        if said.startswith(_NONE_SAID):
            return 0
        found = _PERCENT.findall(said)
        if len(found) != 1:
            raise Rejected("not_a_percentage")
        whole, part = found[0]
        points = int(whole) * _WHOLE + int((part + "00")[:2])
        if points > _FEE_MOST:
            raise Rejected("too_high", at_most=percent_of(_FEE_MOST))
        return points

    def overhear(self, hearing: Hearing) -> int | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return (Option(0, words("confirm_funding.no_fee"), numbered=False),)

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        points = int(stored)
        if not 0 <= points <= _FEE_MOST:
            raise ValueError(stored)
        return points

    def fact(self, value: int) -> Fact:
        if not value:
            return words("confirm_funding.no_fee")
        return words("confirm_funding.fee_of", percent=percent_of(value))


@dataclass(frozen=True)
class FirstDue(ComingDay):
    """The first due day, or none: one period after the payment."""

    @override
    def read(self, hearing: Hearing) -> date | None:  # type: ignore[override]
        if "sesudah" in hearing.text.casefold() or "after" in hearing.text.casefold():
            return None
        return super().read(hearing)

    @override
    def options(self, situation: Situation) -> tuple[Option[date | None], ...]:  # type: ignore[override]
        return (Option(None, words("confirm_funding.one_period_later")),)

    @override
    def dump(self, value: date | None) -> Json:
        return value.isoformat() if value else "later"

    @override
    def load(self, stored: Json) -> date | None:  # type: ignore[override]
        return None if stored == "later" else date.fromisoformat(stored)

    @override
    def fact(self, value: date | None) -> Fact:
        return value or words("confirm_funding.one_period_later")


@dataclass(frozen=True)
class InParts:
    """All at once, or in parts of so many percent, which together are the whole."""

    field: ClassVar[str] = "parts"

    def read(self, hearing: Hearing) -> tuple[int, ...]:
        said = hearing.text.casefold()
        if "sekaligus" in said or "at once" in said:
            return (_WHOLE,)
        parts = tuple(int(one) for one in re.findall(r"\d{1,3}", said))
        if not 1 <= len(parts) <= _PARTS_MOST or sum(parts) != _WHOLE or 0 in parts:
            raise Rejected("not_parts", at_most=_PARTS_MOST)
        return parts

    def overhear(self, hearing: Hearing) -> tuple[int, ...] | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, ...]], ...]:
        return (
            Option((_WHOLE,), words("confirm_funding.at_once")),
            Option((50, 50), words("confirm_funding.in_two")),
        )

    def dump(self, value: tuple[int, ...]) -> Json:
        return "+".join(map(str, value))

    def load(self, stored: Json) -> tuple[int, ...]:
        parts = tuple(map(int, stored.split("+")))
        if sum(parts) != _WHOLE:
            raise ValueError(stored)
        return parts

    def fact(self, value: tuple[int, ...]) -> Fact:
        if len(value) == 1:
            return words("confirm_funding.at_once")
        listed = " + ".join(map(str, value))
        return words("confirm_funding.parts_of", count=len(value), percents=listed)
