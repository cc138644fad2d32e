"""Plays a `.chat` file: people write on simulated phones, and what the bot shows is compared.

The file is the specification. What people do and what must be true (`given:`, `then:`, the lines
of people, `---` events) is copied as it stands; only the `Bot …:` lines are made by playing, so
that comparing the whole text compares the chat, and accepting it rewrites nothing else.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.database import connection
from models.calendar import WITA, epoch_ms
from tests.beliefs import believe
from tests.givens import EVENTS, change_of_care, happen, make
from tests.photos_for_chats import photo
from tests.queue_for_chats import happens_to_the_queue
from tests.sheets_for_chats import SHEETS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.simulator.phone import ShownMessage, SimulatedPhone
    from tests.house import House

UNTOLD = " (untold)"
"""After an edit of which WhatsApp tells nothing but that it was made."""
SETTLE_SECONDS = 20.0
HEAD = re.compile(r"\b(kepala|head) [0-9a-f]{8}\b")
"""Of a chain of hashes: it depends on the millisecond at which a chat is played."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class TranscriptError(Exception):
    """A line that the player does not understand; the message says what it may be."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A transcript as it stands in its file: the day it begins, its givens, all its lines."""

    path: Path
    begins: datetime
    givens: tuple[str, ...]
    lines: tuple[str, ...]
    only_on: str | None = None
    """The one network on which it can happen, if its file says so: `channel: telegram`."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def read_chat(path: Path) -> Chat:
    """Read a file; its `today:` is a moment in WITA such as `17 July 2019, 09:00`."""
    lines = tuple(path.read_text(encoding="utf-8").splitlines())
    begins = datetime(2019, 7, 17, 9, 0)  # noqa: DTZ001 (WITA, as the house expects it)
    givens, only_on = [], None
    for line in lines:
        if line.startswith("today:"):
            begins = _moment(line.removeprefix("today:").strip())
        elif line.startswith("given:"):
            givens.append(line.removeprefix("given:").strip())
        elif line.startswith("channel:"):
            only_on = line.removeprefix("channel:").strip()
            if only_on not in ("telegram", "whatsapp"):
                raise TranscriptError(f"channel: {only_on!r} is neither telegram nor whatsapp")
    return Chat(path, begins, tuple(givens), lines, only_on)


def _moment(words: str) -> datetime:
    found = re.fullmatch(r"(\d+) (\w+) (\d{4})(?:, (\d\d):(\d\d))?", words)
    if found is None or found[2] not in MONTHS:
        raise TranscriptError(f"today: {words!r}; write it as `17 July 2019, 09:00`")
    hour, minute = int(found[4] or 9), int(found[5] or 0)
    month = MONTHS.index(found[2]) + 1
    return datetime(int(found[3]), month, int(found[1]), hour, minute)  # noqa: DTZ001


@dataclass(slots=True)
class Player:
    """Plays one chat in a house."""

    house: House
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    buttons: dict[tuple[str, str], ShownMessage] = field(default_factory=dict)
    """The newest message that ever showed a button, by phone and label, as it stood then."""
    speaking_on: str = ""
    network: str = "telegram"
    """Where the private phones are."""

    def __post_init__(self) -> None:
        for phone in self.house.simulator.cast.phones.values():
            self.seen[phone.id] = 0
            for person in phone.people:
                self.people[person.first_name] = (phone.id, person.id)

    async def play(self, chat: Chat) -> str:
        """The whole transcript as it really went."""
        written: list[str] = []
        for number, line in _without_the_bot(chat.lines):
            written.append(line)
            try:
                written += await self._line(line)
            except TranscriptError as trouble:
                raise TranscriptError(f"{chat.path.name}:{number}: {trouble}") from None
            except Exception as trouble:
                trouble.add_note(f"{chat.path.name}:{number}, so far:\n" + "\n".join(written))
                raise
        return "\n".join(_without_double_blanks(written)) + "\n"

    async def _line(self, line: str) -> list[str]:
        if not line.strip() or line.startswith(("#", "today:", "given:", "channel:")):
            return []
        if line.startswith("then:"):
            await believe(line.removeprefix("then:").strip(), self.house)
            return []
        if line.startswith("---"):
            await self._event(line.strip("- "))
            return await self._what_the_bot_did()
        name, colon, words = line.partition(":")
        if not colon:
            raise TranscriptError(f"{line!r} is no line of a transcript")
        await self._act(name.strip(), words.strip())
        return await self._what_the_bot_did()

    # What people do ------------------------------------------------------------------------------

    async def _act(self, name: str, words: str) -> None:
        edits = name.endswith(" edits")
        phone = self._phone(name.removesuffix(" edits"))
        if edits:
            await self._edit(phone, words)
        elif words.startswith("(too late) [") and words.endswith("]"):
            await self._tap_too_late(phone, words.removeprefix("(too late) [")[:-1])
        elif tapped := re.fullmatch(r"\[(.+?)\](?: of message (\d+))?", words):
            await self._tap(phone, tapped[1], int(tapped[2] or 0))
        elif words.startswith("("):
            await self._attachment(phone, words)
        else:
            await phone.say(words)

    def _phone(self, name: str) -> SimulatedPhone:
        if name not in self.people:
            raise TranscriptError(f"nobody is called {name!r}; there are {', '.join(self.people)}")
        phone, person = self.people[name]
        self.speaking_on = phone
        return self.house.simulator.phone(phone, person)

    async def _tap(self, phone: SimulatedPhone, label: str, number: int) -> None:
        """The newest message with that button, or the first, second … of those that show it."""
        messages = await phone.messages()
        offering = [m for m in messages if label in [b for row in m.buttons for b in row]]
        if not offering:
            await phone.say(_instead_of(label, messages))
            return
        chosen = offering[number - 1]
        await phone.tap(label, chosen, wait_seconds=0)

    async def _tap_too_late(self, phone: SimulatedPhone, label: str) -> None:
        """A tap on a button that has gone, as when two people tap within a second."""
        message = self.buttons.get((phone.phone, label))
        if message is None:
            raise TranscriptError(f"no message has ever shown [{label}]")
        data = message.button_data(label)
        assert data is not None
        await phone.tap(data, message, wait_seconds=0, stale=True)

    async def _edit(self, phone: SimulatedPhone, words: str) -> None:
        """`"setor 500rb" -> "setor 550rb"`."""
        is_untold = words.endswith(UNTOLD)
        found = re.fullmatch(r'"(.*)" -> "(.*)"', words.removesuffix(UNTOLD))
        if found is None:
            raise TranscriptError('an edit is written `"old words" -> "new words"`')
        own = [m for m in await phone.messages() if m.sender == phone.person and m.text == found[1]]
        if not own:
            raise TranscriptError(f"nobody wrote {found[1]!r}")
        if self.network == "whatsapp" and not is_untold:
            # Only a number that is also used with the Business app is told of edits.
            limits = {"coexistence": True}
            await self.house.simulator.call("POST", "/api/whatsapp/limits", json=limits)
        await phone.do("edit", message_id=own[-1].id, text=found[2])

    async def _attachment(self, phone: SimulatedPhone, words: str) -> None:
        inside, _, caption = words[1:].partition(")")
        kind, _, rest = inside.partition(" ")
        caption = caption.strip()
        match kind:
            case "photo":
                pictures = [photo(each.strip()) for each in rest.split("+")]
                await phone.send_photo(*pictures, caption=caption or None)
            case "burst":
                await phone.burst(*[each.strip() for each in caption.split(" / ")])
            case "document":
                await self._document(phone, rest, caption)
            case "forwarding":
                await self._forward(phone, rest)
            case "letters":
                await phone.say(_letters(rest, caption))
            case "replying":
                await self._reply(phone, rest, caption)
            case "contact" if rest:
                await phone.do("contact", of=self.people[rest.removeprefix("of ")][1])
            case "sticker" | "voice" | "location" | "contact":
                await phone.do(kind)
            case "raw" | "hologram":
                await self._oddity(phone, kind, rest)
            case _:
                raise TranscriptError(f"({inside}) is nothing that a phone can send")

    async def _oddity(self, phone: SimulatedPhone, kind: str, rest: str) -> None:
        """What only a broken app sends as a photo, or a later WhatsApp as a new kind of message."""
        if kind == "hologram":
            await phone.do("unheard-of", type=kind, content={"depth": 3})
        else:
            await phone.send_raw_photo(*_file(rest.removeprefix("photo ")))

    async def _document(self, phone: SimulatedPhone, name: str, caption: str) -> None:
        body, mime = _file(name)
        await phone.send_document(body, name, mime, caption or None)

    async def _forward(self, phone: SimulatedPhone, whose: str) -> None:
        """`(forwarding the photo of Budi)`: the newest one that stands on Budi's phone."""
        other = self._phone(whose.removeprefix("the photo of "))
        sent = [m for m in await other.messages() if m.sender == other.person and m.photos]
        if not sent:
            raise TranscriptError(f"there is no photo of {other.person} to forward")
        self.speaking_on = phone.phone
        await phone.do("forward", message_id=sent[-1].id, from_phone=other.phone)

    async def _reply(self, phone: SimulatedPhone, what: str, words: str) -> None:
        """`(replying to "Sari") words`: to the newest message of the bot with that in it.

        With `(replying to "Sari" with photo a.jpg + b.jpg) words` pictures go along;
        `(replying to a picture)` is to the last but one that the bot shows.
        """
        what, _, pictures = what.partition(" with photo ")
        needle = what.removeprefix("to").strip().strip('"')
        if needle == "a picture":
            shown = [m for m in await phone.messages() if m.sender == "bot" and m.photos]
            await phone.say(words, reply_to=shown[-2].id)
            return
        told = [m for m in await phone.messages() if m.sender == "bot" and needle in m.text]
        if not told:
            raise TranscriptError(f"no message of the bot contains {needle!r}")
        if words.startswith("(letters "):
            number, _, repeated = words.removeprefix("(letters ").partition(")")
            words = _letters(number, repeated)
        if pictures:
            photos = [photo(each.strip()) for each in pictures.split("+")]
            await phone.send_photo(*photos, caption=words or None, reply_to=told[-1].id)
        else:
            await phone.say(words, reply_to=told[-1].id)

    # What happens --------------------------------------------------------------------------------

    async def _event(self, words: str) -> None:
        later = re.fullmatch(r"(\d+) (second|minute|hour|day)s? later", words)
        if later is not None:
            seconds = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}[later[2]]
            await self.house.simulator.advance_clock(int(later[1]) * seconds)
            await self.house.clock_has_looked()
        elif moved := re.fullmatch(r"(.+) WITA", words):
            moment = _moment(moved[1]).replace(tzinfo=WITA)
            await self.house.simulator.call("POST", "/api/clock", json={"to": moment.isoformat()})
            await self.house.clock_has_looked()
        elif words == "the bot restarts":
            await self.house.restart()
        elif re.fullmatch(r"\w+ leads no group any more", words):
            await make(words, self.house.clock)
        elif words == "one picture cannot be downloaded":
            gone = {"kind": "fail", "status": 400, "times": 1}
            methods = {"telegram": "getFile", "whatsapp": "whatsapp.media_url"}
            await self.house.simulator.misbehave(gone | {"method": methods[self.network]})
        elif given := re.fullmatch(r"(\w+) no longer cares for (.+)", words):
            await change_of_care(self.house.clock, given[1], given[2])
        elif words == "every update arrives twice":
            await self.house.simulator.misbehave({"kind": "duplicate_updates", "percent": 100})
        elif not (
            await self._on_a_phone(words)
            or await happens_to_the_queue(words, self.house.clock)
            or await happen(words)
        ):
            raise TranscriptError(
                f"--- {words} --- is no event; there are: N seconds/minutes/hours/days later, "
                "the bot restarts, 18 July 2019, 09:00 WITA, NAME has no signal, NAME has signal, "
                "NAME leads no group any more, one picture cannot be downloaded, "
                "NAME no longer cares for GROUP, "
                "NAME blocks the bot, NAME lets the bot write again, NAME changes number to +62…, "
                f"NAME hides the number, every update arrives twice, {', '.join(EVENTS)}"
            )

    async def _on_a_phone(self, words: str) -> bool:
        """Let something befall a phone; false if it is not known."""
        if found := re.fullmatch(r"(\w+) has (no )?signal", words):
            phone = self._phone(found[1])
            await (phone.go_offline() if found[2] else phone.go_online())
        elif found := re.fullmatch(r"(\w+) (blocks the bot|lets the bot write again)", words):
            await self._phone(found[1]).block(blocked=found[2] == "blocks the bot")
        elif found := re.fullmatch(r"(\w+) changes number to ([+\d -]+)", words):
            await self._phone(found[1]).change_number(found[2])
        elif found := re.fullmatch(r"(\w+) (hides|shows) the number", words):
            await self._phone(found[1]).hide_number(hidden=found[2] == "hides")
        else:
            return False
        return True

    # What the bot shows --------------------------------------------------------------------------

    async def _what_the_bot_did(self) -> list[str]:
        await settled(self.house)
        shown: list[tuple[int, str, ShownMessage]] = []
        newest = await self.house.simulator.newest_changes()
        for phone in [phone for phone in self.seen if newest.get(phone, 0) > self.seen[phone]]:
            new = await self.house.simulator.phone(phone)._messages(changed_after=self.seen[phone])
            for message in new:
                self.seen[phone] = max(self.seen[phone], message.changed)
                if message.sender == "bot":
                    shown.append((message.changed, phone, message))
                    for label in (label for row in message.buttons for label in row):
                        self.buttons[phone, label] = message
        places = [self.speaking_on, *(phone for phone in self.seen if phone != self.speaking_on)]
        # What was said, then what changed: the two do not wait for each other.
        shown.sort(key=lambda each: (places.index(each[1]), each[2].is_edited, each[0]))
        return [line for _, phone, message in shown for line in self._shown(phone, message)]

    def _shown(self, phone: str, message: ShownMessage) -> list[str]:
        edits = " edits" if message.is_edited else ""
        to = "" if phone == self.speaking_on else f" to {self._addressee(phone)}"
        lead = f"Bot{edits}{to}: "
        photos = f"({len(message.photos)} photo) " if message.photos else ""
        document = message.facts.get("document")
        file = f"(file {document['name']}) " if document else ""
        template = message.facts.get("template")
        mark = f"(template {template['name']}) " if template else ""
        text = HEAD.sub(r"\1 ########", message.text)
        body = (mark + photos + file + text).splitlines()
        buttons = [" ".join(f"[{label}]" for label in row) for row in message.buttons]
        keyboard = message.facts.get("keyboard") or {}
        asks = [f"[[{key['text']}]]" for row in keyboard.get("rows", ()) for key in row]
        asks += [
            f"[[{button['text']}]]"
            for row in message.facts["buttons"]
            for button in row
            if button.get("request_contact")
        ]
        indent = " " * 6
        lines = [*body, *buttons, *asks]
        return [(lead + lines[0]).rstrip(), *((indent + line).rstrip() for line in lines[1:])]

    def _addressee(self, phone: str) -> str:
        if phone == "staff":
            return "staff"
        return next(name for name, (theirs, _) in self.people.items() if theirs == phone)


def _file(name: str) -> tuple[bytes, str]:
    """A file that people send, and the type that their phone gives it."""
    bodies = {
        "slip.pdf": (b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "application/pdf"),
        "program.pdf": (b"MZ\x90\x00" + b"\x00" * 200, "application/pdf"),
        "lying.jpg": (b"#!/bin/sh\necho hello\n" * 20, "image/jpeg"),
        "empty.jpg": (b"", "image/jpeg"),
        "torn.jpg": (photo(name)[:2000], "image/jpeg"),
        "huge.jpg": (photo(name) + bytes(21_000_000), "image/jpeg"),
        **SHEETS,
    }
    return bodies[name] if name in bodies else (photo(name), "image/jpeg")


def _instead_of(label: str, messages: Sequence[ShownMessage]) -> str:
    """What a person writes where WhatsApp shows no such button.

    It is the number that stands before the choice in the newest message that lists it in its words;
    after a template, which has no choices, the words of the choice themselves.
    """
    told = [message for message in messages if message.sender == "bot"]
    if told and told[-1].facts.get("template"):
        return label
    for message in reversed(messages):
        listed = re.search(rf"^(\d+)\. {re.escape(label)}$", message.text, re.MULTILINE)
        if message.sender == "bot" and listed:
            return listed[1]
    raise TranscriptError(f"no message shows [{label}]")


def _letters(number: str, words: str) -> str:
    """So many letters: these words again and again."""
    return (words * int(number))[: int(number)]


def _without_the_bot(lines: Sequence[str]) -> list[tuple[int, str]]:
    """All lines but the bot's, which go on for as long as lines are indented."""
    kept: list[tuple[int, str]] = []
    speaking = False
    for number, line in enumerate(lines, start=1):
        following = next((each for each in lines[number:] if each.strip()), "")
        inside = line.startswith(" ") or (not line.strip() and following.startswith(" "))
        speaking = bool(re.match(r"Bot\b[^:]*:", line)) or (speaking and inside)
        if not speaking:
            kept.append((number, line))
    return kept


async def settled(house: House) -> None:
    """Wait until the bot has nothing more to do about what has happened so far."""
    quiet = 0
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SETTLE_SECONDS
    while quiet < 2:
        if loop.time() > deadline:
            raise TimeoutError("the bot does not come to rest")
        house.check_that_it_lives()
        is_busy = await _is_at_work(house) or await house.simulator.pending()
        quiet = 0 if is_busy else quiet + 1
        await asyncio.sleep(0.005)


async def _is_at_work(house: House) -> bool:
    """Whether anything waits to be handled, sent or reckoned by now; one statement, asked often."""
    rows = await connection().execute_query_dict(
        "SELECT EXISTS (SELECT 1 FROM inbox WHERE state IN ('fetching', 'waiting'))"
        " OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending' OR state = 'waiting'"
        f" AND (recheck = '' OR not_before_ms <= {epoch_ms(house.clock.now())}))"
        " OR EXISTS (SELECT 1 FROM self_audit WHERE at IS NULL)"
        " OR EXISTS (SELECT 1 FROM simulation) AS at_work"
    )
    return bool(rows[0]["at_work"])


def _without_double_blanks(lines: list[str]) -> list[str]:
    return [
        line
        for number, line in enumerate(lines)
        if line.strip() or (number and lines[number - 1].strip())
    ]
