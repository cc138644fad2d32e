"""Kinds of answer about a payment to come: until when, how much, and why. None of them speaks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from typing_extensions import override

from handlers.answers import Amount, FreeWords
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, words
from handlers.situation import Situation
from handlers.understanding import DayReading, business, read_day
from models.money import Rupiah
from models.notice_pause import LONGEST_DAYS
from models.notice_plan import USUAL
from models.promise import latest_promise

_SPAN: Final = re.compile(r"(se|\d{1,3}\s*)\s*(hari|minggu|bulan)(?!\w)", re.IGNORECASE)
"""How long something is to take, as in "2 minggu" or "sebulan"."""


def day_ahead(text: str, today: date) -> DayReading:
    """A day that lies ahead; a bare span such as "2 minggu" is counted from today."""
    span = _SPAN.search(text)
    counted = read_day(f"{span[0]} lagi", today=today, direction="future") if span else None
    return counted if counted and counted.value else read_day(text, today=today, direction="future")


class PayReason(StrEnum):
    """Why groups usually cannot pay yet."""

    HARVEST = "harvest"
    SALES = "sales"
    ILLNESS = "illness"
    NEEDED = "needed"


_TOLD_BY: Final[Mapping[PayReason, frozenset[str]]] = {
    PayReason.HARVEST: frozenset({"panen", "hama", "busuk", "banjir", "kemarau"}),
    PayReason.SALES: frozenset({"sepi", "laku", "pembeli", "terjual"}),
    PayReason.ILLNESS: frozenset({"sakit", "opname", "berobat", "meninggal", "musibah"}),
}
"""Words that name a reason in passing."""


def reason_in_words(reason: str) -> Fact:
    """A stored reason as it is told: a listed one in the reader's language, else as it was said."""
    if not reason:
        return words("cannot_pay.reason.none")
    listed = reason in set(PayReason)
    return words(f"cannot_pay.because.{reason}") if listed else reason


class _DayAhead:
    """A day that lies ahead, and no farther than there is a limit."""

    field: ClassVar[str] = "date"
    told_with: ClassVar[frozenset[str]]
    """The intents of messages in which such a day may be overheard."""
    no_day: ClassVar[str]
    """The refusal of what names no day."""

    def read(self, hearing: Hearing) -> date:
        reading = day_ahead(hearing.text, hearing.sent_on)
        if reading.value is None and not reading.candidates:
            raise Rejected(self.no_day, latest=self.latest(hearing))
        return self._judged(reading, hearing)

    def overhear(self, hearing: Hearing) -> date | None:
        """The day in what was said about it; a day of something else is none."""
        if str(hearing.understood.intent) not in self.told_with:
            return None
        reading = day_ahead(hearing.text, hearing.sent_on)
        if reading.value is None and not reading.candidates:
            return None
        return self._judged(reading, hearing)

    def earliest(self, hearing: Hearing) -> date:
        return hearing.sent_on

    def latest(self, hearing: Hearing) -> date:
        raise NotImplementedError

    def _judged(self, reading: DayReading, hearing: Hearing) -> date:
        earliest, latest = self.earliest(hearing), self.latest(hearing)
        said = reading.value or reading.candidates[0]
        offers = tuple(day for day in reading.candidates if earliest <= day <= latest)[:3]
        if reading.value is None and offers:
            raise Rejected("unsure", offers=offers)
        if reading.value is None and len(reading.candidates) > 1:
            raise Rejected(self.no_day, latest=latest)  # such as 31 February
        if said < earliest:
            raise Rejected("in_the_past", given=said, latest=latest)
        if said > latest:
            raise Rejected("too_far", given=said, latest=latest)
        return said

    def dump(self, value: date) -> Json:
        return value.isoformat()

    def load(self, stored: Json) -> date:
        return date.fromisoformat(stored)

    def fact(self, value: date) -> Fact:
        return value


@dataclass(frozen=True)
class PromiseDay(_DayAhead):
    """The day on which something will be paid, today at the earliest."""

    told_with: ClassVar[frozenset[str]] = frozenset({"cannot_pay", "promise_payment"})
    no_day: ClassVar[str] = "not_a_day"

    @override
    def latest(self, hearing: Hearing) -> date:
        limits = [group.loan.promise_days for group in hearing.situation.borrowing if group.loan]
        return latest_promise(hearing.sent_on, min(limits, default=USUAL.promise_days))

    def options(self, situation: Situation) -> tuple[Option[date], ...]:
        spans = {"week": 7, "fortnight": 14, "month": 30}
        return tuple(
            Option(situation.today + timedelta(days=days), words(f"cannot_pay.when.{name}"))
            for name, days in spans.items()
        )


@dataclass(frozen=True)
class PartAmount:
    """How much will be paid; nothing where that is not known yet."""

    rupiah: ClassVar[Amount] = Amount()
    field: ClassVar[str] = "amount"

    def read(self, hearing: Hearing) -> Rupiah | None:
        if business.is_skipped(hearing.text) or _does_not_know(hearing.text):
            return None
        return self.rupiah.read(hearing)

    def overhear(self, hearing: Hearing) -> Rupiah | None:
        return self.rupiah.overhear(hearing)

    def options(self, situation: Situation) -> tuple[Option[Rupiah | None], ...]:
        return (Option(None, words("cannot_pay.amount.unknown")),)

    def dump(self, value: Rupiah | None) -> Json:
        return "" if value is None else int(value)

    def load(self, stored: Json) -> Rupiah | None:
        return None if stored in (None, "") else self.rupiah.load(stored)

    def fact(self, value: Rupiah | None) -> Fact:
        return words("cannot_pay.amount.unknown") if value is None else value


@dataclass(frozen=True)
class PayReasonTold:
    """A listed reason by its button, or in one's own words; may be passed over."""

    typed: ClassVar[FreeWords] = FreeWords(at_most=200)
    field: ClassVar[str] = "reason"

    def read(self, hearing: Hearing) -> str:
        if business.is_skipped(hearing.text):
            return ""
        return self.typed.read(hearing).rstrip(" .!")

    def overhear(self, hearing: Hearing) -> str | None:
        """A reason that stands in the sentence that says so."""
        if str(hearing.understood.intent) != "cannot_pay":
            return None
        said = set(re.findall(r"\w+", hearing.text.casefold()))
        named = [reason for reason, told_by in _TOLD_BY.items() if said & told_by]
        return named[0].value if len(named) == 1 else None

    def options(self, situation: Situation) -> tuple[Option[str], ...]:
        listed = (Option(one.value, words(f"cannot_pay.because.{one}")) for one in PayReason)
        return (*listed, Option("", words("cannot_pay.reason.skip")))

    def dump(self, value: str) -> Json:
        return value

    def load(self, stored: Json) -> str:
        return "" if stored is None else self.typed.load(stored)

    def fact(self, value: str) -> Fact:
        return reason_in_words(value)


@dataclass(frozen=True)
class PauseEnd(_DayAhead):
    """The last day on which notices rest: never today, and never for ever."""

    told_with: ClassVar[frozenset[str]] = frozenset({"stop_notices"})
    no_day: ClassVar[str] = "no_end"

    @override
    def earliest(self, hearing: Hearing) -> date:
        return hearing.sent_on + timedelta(days=1)

    @override
    def latest(self, hearing: Hearing) -> date:
        return hearing.sent_on + timedelta(days=LONGEST_DAYS)

    def options(self, situation: Situation) -> tuple[Option[date], ...]:
        spans = {"month": 30, "week": 7, "season": 90}
        return tuple(
            Option(situation.today + timedelta(days=days), words(f"pause.when.{name}"))
            for name, days in spans.items()
        )


def _does_not_know(text: str) -> bool:
    said = text.casefold().strip(" .!")
    return said in {"belum tahu", "blm tau", "belum tau", "tidak tahu", "nanti", "entah"}
