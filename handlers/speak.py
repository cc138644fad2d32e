"""The last moment of a reply: its key and typed facts become words of one language."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import locales
from handlers.messages import Drawing, Fact, Reply, Words
from locales import LocaleError
from models.calendar import WITA
from models.money import (
    LARGEST_IN_WORDS,
    Rupiah,
    figures_en,
    figures_id,
    in_words_en,
    in_words_id,
)

FIRST_LANGUAGE = "id"
"""What we fall back to, because everybody here reads it."""

IN_WORDS_FROM = Rupiah(1_000_000)
"""Rupiah. From here on an amount is repeated in words (DOMAIN.md 5.3)."""

APOLOGY = "error.speechless"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message as a person will read it, before a channel gives it its shape."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    """The id that comes back, and the label."""
    pictures: tuple[int, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    ask_contact_label: str | None = None


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language writes money, days and moments."""

    figures: Callable[[int], str]
    in_words: Callable[[int], str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    between_hour_and_minute: str


# fmt: off
_TONGUES: Mapping[str, _Tongue] = {
    "id": _Tongue(
        figures_id, in_words_id,
        ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
         "Juli", "Agustus", "September", "Oktober", "November", "Desember"),
        ".",
    ),
    "en": _Tongue(
        figures_en, in_words_en,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("January", "February", "March", "April", "May", "June",
         "July", "August", "September", "October", "November", "December"),
        ":",
    ),
}
# fmt: on


def render(replies: Sequence[Reply], language: str, *, strict: bool = False) -> Spoken:
    """All replies of one turn as ONE message: texts apart by a blank line, choices of all.

    A text that cannot be said is replaced by the Indonesian one, then by an apology, and logged;
    `strict` (tests and development) raises LocaleError instead.
    """
    say = render_text if strict else _say_something
    buttons: dict[str, str] = {}
    for reply in replies:
        for choice in reply.choices:
            buttons.setdefault(choice.id, say(choice.label, language))
    asks = any(reply.ask_contact for reply in replies)
    return Spoken(
        text="\n\n".join(say(reply, language) for reply in replies),
        buttons=tuple(buttons.items()),
        pictures=tuple(dict.fromkeys(kept for reply in replies for kept in reply.pictures)),
        drawings=tuple(drawing for reply in replies for drawing in reply.drawings),
        ask_contact_label=say(Words("form.share_contact"), language) if asks else None,
    )


def render_text(said: Reply | Words, language: str) -> str:
    """One text with its facts filled in; raises LocaleError."""
    return locales.text(said.key, language=language, facts=written(said.facts, language))


def written(facts: Mapping[str, Fact], language: str) -> dict[str, str | int]:
    """Facts as they are written for people; money and days also in other lengths."""
    ready: dict[str, str | int] = {}
    for name, fact in facts.items():
        ready[name] = _written(fact, language)
        match fact:
            case Rupiah():
                ready[f"{name}_words"] = amount_in_words(fact, language)
                ready[f"{name}_full"] = amount_in_full(fact, language)
            case date() if not isinstance(fact, datetime):
                ready[f"{name}_short"] = day_without_weekday(fact, language)
                ready[f"{name}_month"] = month(fact, language)
                ready[f"{name}_month_name"] = _tongue(language).months[fact.month - 1]
            case datetime():
                ready[f"{name}_time"] = time_of_day(fact, language)
    return ready


def amount_in_words(amount: int, language: str) -> str:
    """Terbilang; figures where the words are not agreed on any more."""
    tongue = _tongue(language)
    known = abs(amount) <= LARGEST_IN_WORDS
    return tongue.in_words(amount) if known else tongue.figures(amount)


def amount_in_full(amount: int, language: str) -> str:
    """Figures, and from one million rupiah on the words too."""
    figures = _tongue(language).figures(amount)
    if abs(amount) < IN_WORDS_FROM or abs(amount) > LARGEST_IN_WORDS:
        return figures
    return f"{figures} ({amount_in_words(amount, language)})"


def day_with_weekday(day: date, language: str) -> str:
    """A day as in "Selasa, 16 Juli 2019"."""
    weekday = _tongue(language).weekdays[day.weekday()]
    return f"{weekday}, {day_without_weekday(day, language)}"


def day_without_weekday(day: date, language: str) -> str:
    """A day as in "16 Juli 2019"."""
    return f"{day.day} {_tongue(language).months[day.month - 1]} {day.year}"


def month(day: date, language: str) -> str:
    """A month as in "Juli 2019"."""
    return f"{_tongue(language).months[day.month - 1]} {day.year}"


def moment(at: datetime, language: str) -> str:
    """A moment as in "16 Juli 2019 09.15 WITA"."""
    day = day_without_weekday(at.astimezone(WITA).date(), language)
    return f"{day} {time_of_day(at, language)}"


def time_of_day(at: datetime, language: str) -> str:
    """A moment of a day that everybody knows, as in "09.15 WITA"."""
    there = at.astimezone(WITA)
    point = _tongue(language).between_hour_and_minute
    return f"{there.hour:02d}{point}{there.minute:02d} WITA"


def _written(fact: Fact, language: str) -> str | int:
    match fact:
        case Rupiah():
            return _tongue(language).figures(fact)
        case datetime():
            return moment(fact, language)
        case date():
            return day_with_weekday(fact, language)
        case Words():
            return render_text(fact, language)
        case tuple():
            return "\n".join(str(_written(item, language)) for item in fact)
        case _:
            return fact


def _tongue(language: str) -> _Tongue:
    tongue = _TONGUES.get(language)
    if tongue is None:
        raise LocaleError(f"there is no language {language}")
    return tongue


def _say_something(said: Reply | Words, language: str) -> str:
    """In production nobody is left without an answer because of a slip in a text."""
    for tongue in dict.fromkeys((language, FIRST_LANGUAGE)):
        try:
            return render_text(said, tongue)
        except LocaleError as trouble:
            logger.error("a text could not be said", extra={"key": said.key, "why": str(trouble)})  # noqa: TRY400
    return locales.text(APOLOGY, language=FIRST_LANGUAGE, facts={})
