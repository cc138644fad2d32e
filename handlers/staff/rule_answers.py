"""Kinds of answer about a funding rule: which item, and what it shall be."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from typing_extensions import override

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, words
from handlers.situation import Situation
from handlers.staff.plan_answers import Money
from handlers.staff.terms_answers import Named
from models.money import Rupiah


class Item(StrEnum):
    """What of a rule can be changed."""

    PERCENT = "percent"
    REPORTS = "reports"
    RESERVE = "reserve"
    MAXIMUM = "maximum"
    FREES = "frees"
    HISTORY = "history"
    STAGE = "stage"
    REPEAT = "repeat"
    REPAID = "repaid"
    THRESHOLD = "threshold"
    ARREARS = "arrears"
    RECOMMENDATION = "recommendation"


class Switch(StrEnum):
    """Whether a demand holds."""

    ON = "on"
    OFF = "off"


class Worst(StrEnum):
    """The worst class in history that still counts."""

    I = "1"  # noqa: E741 (the class is called so)
    II = "2"
    III = "3"
    IV = "4"
    ANY = "any"


class Least(StrEnum):
    """The stage that a group must have reached."""

    GROWING = "growing"
    THRIVING = "thriving"
    ADVANCED = "advanced"
    ANY = "any"


SWITCHED: Final = {
    Item.REPAID: "repaid_always_counts",
    Item.THRESHOLD: "threshold_counts",
    Item.ARREARS: "no_arrears",
    Item.RECOMMENDATION: "recommendation",
}
SIGNS: Final = {
    Item.PERCENT: ("persen", "bagian", "percent"),
    Item.REPORTS: ("laporan", "report"),
    Item.RESERVE: ("cadangan", "saldo minimum", "reserve"),
    Item.MAXIMUM: ("paling banyak", "maksimum", "maksimal", "batas", "maximum"),
    Item.FREES: ("giliran", "turn"),
    Item.HISTORY: ("riwayat", "history"),
    Item.STAGE: ("tahap", "stage"),
    Item.REPEAT: ("ulang", "repeat"),
    Item.THRESHOLD: ("sebelum lunas", "before"),
    Item.REPAID: ("lunas", "repaid"),
    Item.ARREARS: ("jadwal", "late"),
    Item.RECOMMENDATION: ("pendamping", "rekomendasi", "recommend"),
}
_NO_LIMIT: Final = re.compile(r"(tidak ada|tanpa|nol|none|no)\b.*|0", re.IGNORECASE)
_CLASSES: Final = 4
"""Of the classes, those that can be worse than the best."""
_REPEAT_MOST: Final = 1000


@dataclass(frozen=True)
class Limit(Money):
    """An amount, or none where there is to be no limit."""

    none_label: str = "funding_rule.no_limit"

    @override
    def read(self, hearing: Hearing) -> Rupiah:
        if _NO_LIMIT.fullmatch(hearing.text):
            return Rupiah(0)
        return super().read(hearing)

    @override
    def options(self, situation: Situation) -> tuple[Option[Rupiah], ...]:
        return (Option(Rupiah(0), words(self.none_label), numbered=False),)

    @override
    def load(self, stored: Json) -> Rupiah:
        amount = int(stored)
        if amount < 0:
            raise ValueError(stored)
        return Rupiah(amount)

    @override
    def fact(self, value: Rupiah) -> Fact:
        return value or words(self.none_label)


@dataclass(frozen=True)
class RepeatPercents:
    """How much of its last loan a group may get next, for the classes II to V in this order."""

    field: ClassVar[str] = "percents"

    def read(self, hearing: Hearing) -> tuple[int, ...]:
        figures = tuple(int(one) for one in re.findall(r"\d{1,4}", hearing.text))
        if len(figures) != _CLASSES or max(figures) > _REPEAT_MOST:
            raise Rejected("not_percents")
        return figures

    def overhear(self, hearing: Hearing) -> tuple[int, ...] | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[tuple[int, ...]], ...]:
        return ()

    def dump(self, value: tuple[int, ...]) -> Json:
        return " ".join(map(str, value))

    def load(self, stored: Json) -> tuple[int, ...]:
        return tuple(map(int, stored.split()))

    def fact(self, value: tuple[int, ...]) -> Fact:
        return " ".join(f"{one}%" for one in value)


WHICH_ITEM: Final = Named(Item, "funding_rule.item", SIGNS)
IS_ON: Final = Named(
    Switch,
    "funding_rule.switch",
    {Switch.OFF: ("tidak", "mati", "off"), Switch.ON: ("ya", "pakai", "on")},
)
