"""Formatted text as Telegram reads it: HTML, MarkdownV2 and the old Markdown, with its refusals.

Offsets of entities count UTF-16 units, offsets in refusals count UTF-8 bytes, as on Telegram.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from telegram import MessageEntity

from bot.simulator.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

HTML_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
MARKDOWN_MARKS = {"*": "bold", "_": "italic", "`": "code"}
MARKDOWN_V2_MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
}
RESERVED_IN_V2 = "_*[]()~`>#+-=|{}.!"
COMMAND_OR_LINK = re.compile(
    r"(?<!\S)(?P<command>/[A-Za-z0-9_]{1,32}(?:@\w+)?)|(?P<url>https?://\S+)"
)


@dataclass
class Reading:
    """Text read so far, the entities closed and the entities still open."""

    source: str
    at: int = 0
    text: str = ""
    entities: list[MessageEntity] = field(default_factory=list)
    open: list[tuple[str, str, int, int, str | None]] = field(default_factory=list)

    @property
    def length(self) -> int:
        return utf16_length(self.text)

    def byte_offset(self, at: int) -> int:
        return len(self.source[:at].encode())

    def begin(self, mark: str, kind: str, url: str | None = None) -> None:
        self.open.append((mark, kind, self.length, self.at, url))

    def end(self) -> None:
        _, kind, start, _, url = self.open.pop()
        if self.length > start:
            self.entities.append(MessageEntity(kind, start, self.length - start, url=url))

    def fail(self, reason: str) -> NoReturn:
        raise bad_request(f"can't parse entities: {reason}")

    def fail_at(self, reason: str, at: int) -> NoReturn:
        self.fail(f"{reason} at byte offset {self.byte_offset(at)}")


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def read_formatted(text: str, parse_mode: str | None) -> tuple[str, list[MessageEntity]]:
    """The text as people see it and its entities; Refused when it is not well formed."""
    if not parse_mode:
        return text, found_entities(text)
    reader = READERS.get(parse_mode.lower())
    if reader is None:
        raise bad_request("unsupported parse_mode")
    reading = Reading(text)
    while reading.at < len(text):
        reader(reading)
    if reading.open:
        _fail_unclosed(reading, parse_mode.lower())
    reading.entities.sort(key=lambda entity: (entity.offset, -entity.length))
    return reading.text, reading.entities + _found_outside(reading)


def _fail_unclosed(reading: Reading, mode: str) -> NoReturn:
    mark, kind, _, at, _ = reading.open[-1]
    if mode == "html":
        reading.fail(f'Can\'t find end tag corresponding to start tag "{mark}"')
    if mode == "markdown":
        reading.fail(
            f"Can't find end of the entity starting at byte offset {reading.byte_offset(at)}"
        )
    name = "".join(part.capitalize() for part in kind.split("_"))
    reading.fail_at(f"Can't find end of {name} entity", at)


def _found_outside(reading: Reading) -> list[MessageEntity]:
    taken = [range(e.offset, e.offset + e.length) for e in reading.entities]
    return [
        found
        for found in found_entities(reading.text)
        if not any(found.offset in there for there in taken)
    ]


def found_entities(text: str) -> list[MessageEntity]:
    """Commands and links, which Telegram finds by itself."""
    return [
        MessageEntity(
            "bot_command" if match["command"] else "url",
            utf16_length(text[: match.start()]),
            utf16_length(match.group()),
        )
        for match in COMMAND_OR_LINK.finditer(text)
    ]


def _read_html(reading: Reading) -> None:
    source, at = reading.source, reading.at
    if source[at] == "&":
        match = re.match(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);", source[at:])
        piece = match.group() if match else "&"
        reading.text += html.unescape(piece) if match else "&"
        reading.at += len(piece)
    elif source[at] == "<":
        _read_tag(reading)
    else:
        reading.text += source[at]
        reading.at += 1


def _read_tag(reading: Reading) -> None:
    at = reading.at
    close = reading.source.find(">", at)
    if close < 0:
        reading.fail_at("Unclosed start tag", at)
    inside = reading.source[at + 1 : close]
    if inside.startswith("/"):
        _read_end_tag(reading, inside[1:].strip().lower())
    else:
        name = inside.split(maxsplit=1)[0].lower() if inside.strip() else ""
        if name not in HTML_TAGS or (name == "span" and "tg-spoiler" not in inside):
            reading.fail_at(f'Unsupported start tag "{name}"', at)
        link = re.search(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", inside)
        url = html.unescape(next(filter(None, link.groups()), "")) if link else None
        kind = HTML_TAGS[name]
        if name == "a" and not url:
            kind = "url"
        reading.begin(name, kind, url if kind == "text_link" else None)
    reading.at = close + 1


def _read_end_tag(reading: Reading, name: str) -> None:
    if not reading.open:
        reading.fail_at("Unexpected end tag", reading.at)
    expected = reading.open[-1][0]
    if name not in ("", expected):
        offset = reading.byte_offset(reading.at)
        reading.fail(
            f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", '
            f'found "</{name}>"'
        )
    reading.end()


def _read_markdown(reading: Reading) -> None:
    source, at = reading.source, reading.at
    char = source[at]
    inside = reading.open[-1][0] if reading.open else ""
    if char == "\\" and not inside and source[at + 1 : at + 2] in tuple("_*`["):
        reading.text += source[at + 1]
        reading.at += 2
    elif inside and source.startswith(inside, at):
        reading.end()
        reading.at += len(inside)
    elif not inside and source.startswith("```", at):
        reading.begin("```", "pre")
        reading.at += 3
    elif not inside and char in MARKDOWN_MARKS:
        reading.begin(char, MARKDOWN_MARKS[char])
        reading.at += 1
    elif not inside and char == "[" and (link := LINK.match(source, at)):
        _add_link(reading, link)
    else:
        reading.text += char
        reading.at += 1


LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def _add_link(reading: Reading, link: re.Match[str]) -> None:
    reading.begin("[", "text_link", link[2])
    reading.text += re.sub(r"\\(.)", r"\1", link[1])
    reading.end()
    reading.at = link.end()


def _read_markdown_v2(reading: Reading) -> None:
    source, at = reading.source, reading.at
    char = source[at]
    inside = [mark for mark, *_ in reading.open]
    in_code = bool(inside) and inside[-1] in ("`", "```")
    if char == "\\" and at + 1 < len(source) and ord(source[at + 1]) <= 126:  # noqa: PLR2004
        reading.text += source[at + 1]
        reading.at += 2
        return
    mark = next(
        (m for m in ("```", "||", "__", "*", "_", "~", "`") if source.startswith(m, at)), ""
    )
    if mark and (not in_code or mark == inside[-1]):
        _turn_mark(reading, mark, inside)
    elif in_code or char not in RESERVED_IN_V2:
        reading.text += char
        reading.at += 1
    elif char == "[" and (link := LINK.match(source, at)):
        _add_link(reading, link)
    elif char == ">" and (at == 0 or source[at - 1] == "\n"):
        reading.at += 1
    else:
        reading.fail(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")


def _turn_mark(reading: Reading, mark: str, inside: list[str]) -> None:
    if inside and inside[-1] == mark:
        reading.end()
    elif mark in inside:
        _fail_unclosed(reading, "markdownv2")
    else:
        reading.begin(mark, "pre" if mark == "```" else MARKDOWN_V2_MARKS[mark])
    reading.at += len(mark)


READERS: dict[str, Callable[[Reading], None]] = {
    "html": _read_html,
    "markdown": _read_markdown,
    "markdownv2": _read_markdown_v2,
}
