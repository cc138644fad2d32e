"""Cutting texts for networks that count: in UTF-16 units, at the ends of sentences. Pure."""

import unicodedata

_JOINER = "\u200d"
_ELLIPSIS = "…"


def length(text: str) -> int:
    """How long a network may find a text: its UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_text(text: str, limit: int) -> list[str]:
    """Cut a text into pieces within the limit, at paragraph, line, sentence or word ends.

    Only white space at the cuts is lost.
    """
    pieces: list[str] = []
    rest = sendable(text).strip()
    while length(rest) > limit:
        cut = _cut(rest, fitting(rest, limit))
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def shortened(text: str, limit: int) -> str:
    """The text, or as much of it as fits before an ellipsis, at a word's end if one is near."""
    if length(text) <= limit:
        return text
    cut = _cut(text, fitting(text, limit - 1))
    return f"{text[:cut].rstrip()}{_ELLIPSIS}"


def sendable(text: str) -> str:
    """The text without half characters, which no request can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")


def fitting(text: str, limit: int) -> int:
    """How many characters from the start fit into the limit."""
    units = 0
    for position, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 -- end of the basic plane
        if units > limit:
            return position
    return len(text)


def _cut(text: str, end: int) -> int:
    """The best place to cut before `end`, never so early that pieces become tiny."""
    for mark in ("\n\n", "\n", ". ", "! ", "? ", " "):
        found = text.rfind(mark, end // 2, end)
        if found != -1:
            return found + len(mark)
    cut = end
    while cut > end // 2 and _belongs_together(text[cut - 1], text[cut]):
        cut -= 1
    return cut


def _belongs_together(before: str, after: str) -> bool:
    return _JOINER in (before, after) or unicodedata.category(after) in ("Mn", "Me", "Sk")
