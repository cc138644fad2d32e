"""How we talk with a person: in which language, on which of their channels, and whether at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.commands import Run, Topic
from handlers.leaders.linking import show_code
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.understanding.text import read_message
from models.audit import note
from models.contact import Address, Language, Person
from models.notice_pause import pause_now

if TYPE_CHECKING:
    from handlers.turn import Turn

CHANNELS: Final = ("whatsapp", "telegram")
_CHANNEL_WORDS: Final = {
    "whatsapp": frozenset({"whatsapp", "wa", "wasap", "watsap"}),
    "telegram": frozenset({"telegram", "tele", "tg"}),
}
_LANGUAGE_WORDS: Final = {
    Language.ENGLISH: frozenset({"inggris", "english", "enggris"}),
    Language.INDONESIAN: frozenset({"indonesia", "indonesian"}),
}
_LINKS: Final = frozenset({"hubungkan", "sambungkan", "tautkan", "tambah"})


async def _settings(turn: Turn, message: InboundMessage) -> Reply:
    """What the words ask for, at once; else what is set, with a button for each change."""
    said = {token.word for token in read_message(message.text).tokens}
    if said & _LINKS:
        return await show_code(turn, message)
    for language, names in _LANGUAGE_WORDS.items():
        if said & names:
            return await _speak(turn, language)
    for channel, names in _CHANNEL_WORDS.items():
        if said & names:
            return await _write_on(turn, channel)
    return await _shown(turn)


async def _shown(turn: Turn) -> Reply:
    person = await Person.get(id=turn.person_id)
    channels = await channels_of(person.id)
    pause = await pause_now(person.id, turn.today)
    other = next(one for one in Language if one is not person.language)
    choices = [Choice(f"go:language_{other.value}", words(f"settings.speak_{other.value}"))]
    if len(channels) > 1:
        choices += _channel_choices(but=person.preferred_channel)
    else:
        choices.append(Choice("go:link", words("settings.link")))
    rest = ("pause", "settings.pause") if pause is None else ("resume", "pause.resume")
    choices.append(Choice(f"go:{rest[0]}", words(rest[1])))
    resting: Fact = (
        words("settings.tells") if pause is None else words("settings.rests", until=pause.until)
    )
    where: Fact = words(f"settings.where.{_where(person, channels)}")
    return say(
        "settings.shown",
        *choices,
        name=person.name,
        language=words(f"settings.language.{person.language.value}"),
        where=where,
        resting=resting,
    )


def _where(person: Person, channels: list[str]) -> str:
    if len(channels) < len(CHANNELS):
        return "one"
    return person.preferred_channel if person.preferred_channel in channels else "any"


def _channel_choices(*, but: str | None = None) -> list[Choice]:
    return [
        Choice(f"go:use_{channel}", words(f"settings.use_{channel}"))
        for channel in CHANNELS
        if channel != but
    ]


async def channels_of(person_id: int) -> list[str]:
    """The channels on which somebody can be reached now, in the order in which they came."""
    open_ones = Address.filter(person_id=person_id, unreachable_since__isnull=True)
    found = await open_ones.order_by("id").values_list("channel", flat=True)
    return list(dict.fromkeys(str(channel) for channel in found))


async def ask_which(person_id: int) -> tuple[Reply, ...]:
    """Asked once, when the second channel comes: where they like to be written to."""
    person = await Person.get(id=person_id)
    if person.preferred_channel or len(await channels_of(person_id)) < len(CHANNELS):
        return ()
    return (say("settings.which", *_channel_choices()),)


async def _write_on(turn: Turn, channel: str) -> Reply:
    person = await Person.get(id=turn.person_id)
    if channel not in await channels_of(person.id):
        return say(
            "settings.not_there",
            Choice("go:link", words("settings.link")),
            channel=words(f"settings.name.{channel}"),
        )
    person.preferred_channel = channel
    await person.save(update_fields=["preferred_channel"])
    await note(
        f"person:{person.id}", "chose_channel", at=turn.now, person_id=person.id, channel=channel
    )
    return say("settings.channel_set", channel=words(f"settings.name.{channel}"), name=person.name)


async def _speak(turn: Turn, language: Language) -> Reply:
    person = await Person.get(id=turn.person_id)
    person.language = language
    await person.save(update_fields=["language"])
    await note(
        f"person:{person.id}",
        "chose_language",
        at=turn.now,
        person_id=person.id,
        language=language.value,
    )
    other = next(one for one in Language if one is not language)
    back = Choice(f"go:language_{other.value}", words(f"settings.speak_{other.value}"))
    return say(f"settings.speaks_{language.value}", back)


def _speaking(language: Language) -> Run:
    async def run(turn: Turn, _: InboundMessage) -> Reply:
        return await _speak(turn, language)

    return run


def _writing_on(channel: str) -> Run:
    async def run(turn: Turn, _: InboundMessage) -> Reply:
        return await _write_on(turn, channel)

    return run


TOPICS: Final = (
    Topic("settings", frozenset({"settings"}), ("pengaturan", "bahasa"), run=_settings),
    Topic("link", frozenset(), ("hubungkan",), run=show_code),
    *(Topic(f"language_{one.value}", frozenset(), run=_speaking(one)) for one in Language),
    *(Topic(f"use_{channel}", frozenset(), run=_writing_on(channel)) for channel in CHANNELS),
)
