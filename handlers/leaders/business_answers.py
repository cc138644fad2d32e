"""Kinds of answer about a group's business: sales, who works, what stands in the way."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Kind, words
from handlers.situation import Situation
from handlers.understanding import business
from models.money import Rupiah

_LARGEST_SALES = Rupiah(10**12)
_PEOPLE_MOST = 999


class Sales(NamedTuple):
    """What was sold for, in rupiah, and how that was told; neither when it was passed over."""

    amount: Rupiah | None = None
    told: str = ""


class Obstacles(NamedTuple):
    """What stands in the way, empty for nothing; `told` is false when it was passed over."""

    told: bool = False
    text: str = ""


@dataclass(frozen=True)
class SalesTold:
    """What was sold for, in everyday words that are kept; may be passed over."""

    field: ClassVar[str] = "amount"
    letters: ClassVar[int] = 300

    def read(self, hearing: Hearing) -> Sales:
        text = " ".join(hearing.text.split())[: self.letters]
        if business.is_skipped(text):
            return Sales()
        reading = business.read_sales(text)
        offers = tuple(Sales(Rupiah(each)) for each in reading.candidates)[:3]
        if reading.value is not None and reading.value <= _LARGEST_SALES:
            return Sales(Rupiah(reading.value), text if business.tells_more(text) else "")
        if reading.value is None and offers:
            raise Rejected("unsure", offers=offers, first=offers[0].amount or Rupiah(0))
        if not offers and str(hearing.understood.intent) == "report_progress":
            return Sales(None, text)
        raise Rejected("photo_instead" if hearing.message.media else "not_a_sum")

    def overhear(self, hearing: Hearing) -> Sales | None:
        text = " ".join(hearing.text.split())[: self.letters]
        if business.is_all_skipped(text):
            return Sales()
        reading = business.read_sales(text) if business.names_sales(text) else None
        if reading is None or reading.value is None or reading.value > _LARGEST_SALES:
            return None
        if hearing.message.media:
            return Sales(Rupiah(reading.value))  # the words are kept as the caption
        return Sales(Rupiah(reading.value), text if business.tells_more(text) else "")

    def options(self, situation: Situation) -> tuple[Option[Sales], ...]:
        return (Option(Sales(), words("progress_report.skip")),)

    def dump(self, value: Sales) -> Json:
        amount = None if value.amount is None else int(value.amount)
        if value.told:
            return {"amount": amount, "told": value.told}
        return "" if amount is None else amount

    def load(self, stored: Json) -> Sales:
        if stored in (None, ""):
            return Sales()
        amount = stored["amount"] if isinstance(stored, dict) else stored
        told = str(stored["told"]) if isinstance(stored, dict) else ""
        if amount is None:
            return Sales(None, told)
        if int(amount) < 0:
            raise ValueError(stored)
        return Sales(Rupiah(int(amount)), told)

    def fact(self, value: Sales) -> Fact:
        if value.amount is not None and value.told:
            return words("progress_report.sales.and_told", amount=value.amount, told=value.told)
        if value.told:
            return words("progress_report.quoted", text=value.told)
        return words("progress_report.not_told") if value.amount is None else value.amount


@dataclass(frozen=True)
class Working:
    """How many members work: a number, all of them, or nothing told."""

    field: ClassVar[str] = "members"
    skipped: ClassVar[int] = -2

    def read(self, hearing: Hearing) -> int:
        if business.is_skipped(hearing.text):
            return self.skipped
        found = business.read_people(hearing.text)
        if found is None or found > _PEOPLE_MOST:
            raise Rejected("photo_instead" if hearing.message.media else "not_a_number")
        return found

    def overhear(self, hearing: Hearing) -> int | None:
        if business.is_all_skipped(hearing.text):
            return self.skipped
        found = business.hear_people(hearing.text)
        return None if found is None or found > _PEOPLE_MOST else found

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        """Not to be picked by their numbers: a number says how many."""
        everybody = words("progress_report.members.everybody")
        return (
            Option(business.EVERYBODY, everybody, numbered=False),
            Option(self.skipped, words("progress_report.skip"), numbered=False),
        )

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        count = int(stored)
        if not self.skipped <= count <= _PEOPLE_MOST:
            raise ValueError(stored)
        return count

    def fact(self, value: int) -> Fact:
        if value == self.skipped:
            return words("progress_report.not_told")
        everybody = value == business.EVERYBODY
        return words("progress_report.members.everybody") if everybody else str(value)


@dataclass(frozen=True)
class ObstaclesTold:
    """What stands in the way, in one's own words; nothing, or passed over."""

    field: ClassVar[str] = "obstacles"
    letters: ClassVar[int] = 300

    def read(self, hearing: Hearing) -> Obstacles:
        text = " ".join(hearing.text.split())
        if business.is_skipped(text) and text.casefold() != "tidak":
            return Obstacles()
        if _asks_something_else(hearing):
            raise Rejected("no_words")
        if hearing.message.kind is not Kind.TEXT or not any(map(str.isalpha, text)):
            raise Rejected("photo_instead" if hearing.message.media else "no_words")
        if len(text) > self.letters:
            raise Rejected("too_long", at_most=self.letters)
        return Obstacles(told=True, text=business.read_obstacles(text))

    def overhear(self, hearing: Hearing) -> Obstacles | None:
        if business.is_all_skipped(hearing.text):
            return Obstacles()
        heard = business.hear_obstacles(hearing.text)
        return None if heard is None else Obstacles(told=True, text=heard[: self.letters])

    def options(self, situation: Situation) -> tuple[Option[Obstacles], ...]:
        return (
            Option(Obstacles(told=True), words("progress_report.obstacles.none")),
            Option(Obstacles(), words("progress_report.skip")),
        )

    def dump(self, value: Obstacles) -> Json:
        if not value.told:
            return ""
        return {"said": value.text} if value.text else "none"

    def load(self, stored: Json) -> Obstacles:
        if stored in (None, ""):
            return Obstacles()
        return Obstacles(told=True, text="" if stored == "none" else str(stored["said"]))

    def fact(self, value: Obstacles) -> Fact:
        if not value.told:
            return words("progress_report.not_told")
        return value.text or words("progress_report.obstacles.none")


_ASKS = ("berapa", "brp", "kapan", "?", "mana ")
_SHORT = 3
_OTHER_WISHES = frozenset({"ask_human", "sensitive_data", "report_repayment", "delete_data"})
_SHORT_WISHES = frozenset({"menu", "help", "greeting", "thanks"})


def _asks_something_else(hearing: Hearing) -> bool:
    """Such as "sisa berapa?"; but "modal kurang" and "butuh bantuan pupuk" are obstacles."""
    intent = str(hearing.understood.intent)
    if intent in _OTHER_WISHES:
        return True
    if intent in _SHORT_WISHES:
        return len(hearing.text.split()) < _SHORT
    asks = any(sign in f"{hearing.text.casefold()} " for sign in _ASKS)
    return intent.startswith("ask_") and asks
