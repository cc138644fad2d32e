"""The channel-neutral vocabulary: what a person sent, and what we answer.

Nothing here knows Telegram or WhatsApp. Both shapes are stored as JSON (inbox and outbox), so every
type can be written to plain JSON and read back without loss.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from models.money import Rupiah

Json = Any
"""What `json.loads` returns."""

SHEET = "sheet"
"""The kind of media that was found to be a CSV or XLSX file."""

_DIGITS_MOST = 18
"""More do not fit into a BIGINT; somebody with a client of their own can send any button."""


class Kind(StrEnum):
    """What a message carries first of all."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    BUTTON = "button"
    EDITED = "edited"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or document: first only announced by the network, later kept in our store.

    `trouble` is the code of what was wrong with it (a locale key below `media.`); such a one has no
    `media_id`.
    """

    file_id: str
    fingerprint: str
    kind: str = "photo"
    mime: str | None = None
    size_bytes: int | None = None
    name: str | None = None
    media_id: int | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A phone number that somebody shared; `own` when it belongs to the sender."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One message, or one burst of messages, of one person."""

    kind: Kind
    sent_at: datetime
    text: str = ""
    button: str | None = None
    media: tuple[Media, ...] = ()
    contact: SharedContact | None = None
    message_id: str = ""
    reply_to: str | None = None
    card: str | None = None
    """The subject of the card of ours that is replied to, or of the report that an edited message
    went into; filled in when the message is handled."""
    edits: str | None = None
    album: str | None = None
    forwarded: bool = False

    @property
    def command(self) -> tuple[str, str]:
        """The name of a slash command, in small letters and without the slash, and the rest."""
        name, *rest = self.text.removeprefix("/").split(maxsplit=1) or [""]
        return name.casefold(), " ".join(rest)

    @property
    def photos(self) -> tuple[Media, ...]:
        """The pictures and documents that arrived whole."""
        return tuple(one for one in self.media if one.media_id is not None and one.kind != SHEET)

    @property
    def sheets(self) -> tuple[Media, ...]:
        """The CSV and XLSX files that arrived whole."""
        return tuple(one for one in self.media if one.media_id is not None and one.kind == SHEET)

    def to_json(self) -> Json:
        return {
            "kind": self.kind.value,
            "sent_at": self.sent_at.isoformat(),
            "text": self.text,
            "button": self.button,
            "media": [_media_to_json(media) for media in self.media],
            "contact": [self.contact.phone, self.contact.own] if self.contact else None,
            "message_id": self.message_id,
            "reply_to": self.reply_to,
            "edits": self.edits,
            "album": self.album,
            "forwarded": self.forwarded,
        }

    @classmethod
    def from_json(cls, stored: Json) -> "InboundMessage":
        contact = stored.get("contact")
        return cls(
            kind=Kind(stored["kind"]),
            sent_at=datetime.fromisoformat(stored["sent_at"]),
            text=stored.get("text", ""),
            button=stored.get("button"),
            media=tuple(Media(**media) for media in stored.get("media", ())),
            contact=SharedContact(*contact) if contact else None,
            message_id=stored.get("message_id", ""),
            reply_to=stored.get("reply_to"),
            edits=stored.get("edits"),
            album=stored.get("album"),
            forwarded=stored.get("forwarded", False),
        )

    def with_text(self, text: str) -> "InboundMessage":
        return replace(self, text=text)


def _media_to_json(media: Media) -> Json:
    return {name: getattr(media, name) for name in Media.__slots__}


@dataclass(frozen=True, slots=True)
class Words:
    """A fact that is itself a text of ours: a key of `locales/` with its own facts."""

    key: str
    facts: Mapping[str, "Fact"] = field(default_factory=dict)


Fact = Rupiah | int | str | date | datetime | Words | tuple["Fact", ...]
"""A typed value inside a reply; the locale decides how it is written."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap, or to answer with its number; `id` comes back to us."""

    id: str
    label: Words
    numbered: bool = True
    """Whether its number picks it, too; not where a number is an answer by itself."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is drawn when it is sent: which one, typed facts, and ids of kept media."""

    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    pictures: tuple[int, ...] = ()

    def to_json(self) -> Json:
        return {
            "name": self.name,
            "facts": facts_to_json(self.facts),
            "pictures": list(self.pictures),
        }

    @classmethod
    def from_json(cls, stored: Json) -> "Drawing":
        return cls(stored["name"], facts_from_json(stored["facts"]), tuple(stored["pictures"]))


@dataclass(frozen=True, slots=True)
class Reply:
    """What is to be said: a key and typed facts until the last moment.

    `pictures` are ids of kept media; `ask_contact` offers to share the sender's own phone number;
    `drawings` are sent like pictures, after them.
    """

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    pictures: tuple[int, ...] = ()
    ask_contact: bool = False
    drawings: tuple[Drawing, ...] = ()

    def to_json(self) -> Json:
        return {
            "key": self.key,
            "facts": facts_to_json(self.facts),
            "choices": [_choice_to_json(choice) for choice in self.choices],
            "pictures": list(self.pictures),
            "ask_contact": self.ask_contact,
            **({"drawings": [each.to_json() for each in self.drawings]} if self.drawings else {}),
        }

    @classmethod
    def from_json(cls, stored: Json) -> "Reply":
        return cls(
            key=stored["key"],
            facts=facts_from_json(stored["facts"]),
            choices=tuple(
                Choice(identity, _words_from_json(label), not unnumbered)
                for identity, label, *unnumbered in stored["choices"]
            ),
            pictures=tuple(stored["pictures"]),
            ask_contact=stored["ask_contact"],
            drawings=tuple(map(Drawing.from_json, stored.get("drawings", ()))),
        )


def say(
    key: str,
    *choices: Choice,
    pictures: tuple[int, ...] = (),
    ask_contact: bool = False,
    drawings: tuple[Drawing, ...] = (),
    **facts: Fact,
) -> Reply:
    """Answer with the text `key` of the locale, filled with facts."""
    return Reply(key, facts, choices, pictures, ask_contact, drawings)


def number_in(identity: str) -> int | None:
    """The number in the id of a button; none for what no row of ours can be called."""
    is_plain = identity.isascii() and identity.isdecimal() and len(identity) <= _DIGITS_MOST
    return int(identity) if is_plain else None


def words(key: str, **facts: Fact) -> Words:
    """A text of ours inside another text, such as the label of a button."""
    return Words(key, facts)


def _choice_to_json(choice: Choice) -> Json:
    """Its id and its label; a third item only where its number does not pick it."""
    stored = [choice.id, _fact_to_json(choice.label)]
    return stored if choice.numbered else [*stored, "unnumbered"]


def facts_to_json(facts: Mapping[str, Fact]) -> Json:
    return {name: _fact_to_json(fact) for name, fact in facts.items()}


def facts_from_json(stored: Json) -> dict[str, Fact]:
    return {name: _fact_from_json(fact) for name, fact in stored.items()}


def _fact_to_json(fact: Fact) -> Json:
    match fact:
        case Rupiah():
            return {"rupiah": int(fact)}
        case datetime():
            return {"moment": fact.isoformat()}
        case date():
            return {"day": fact.isoformat()}
        case Words():
            return {"words": fact.key, "facts": facts_to_json(fact.facts)}
        case tuple():
            return {"list": [_fact_to_json(item) for item in fact]}
        case _:
            return fact


def _fact_from_json(stored: Json) -> Fact:
    match stored:
        case {"rupiah": amount}:
            return Rupiah(amount)
        case {"moment": moment}:
            return datetime.fromisoformat(moment)
        case {"day": day}:
            return date.fromisoformat(day)
        case {"words": _}:
            return _words_from_json(stored)
        case {"list": items}:
            return tuple(_fact_from_json(item) for item in items)
        case int() | str():
            return stored
    raise ValueError(stored)


def _words_from_json(stored: Json) -> Words:
    return Words(stored["words"], facts_from_json(stored["facts"]))
