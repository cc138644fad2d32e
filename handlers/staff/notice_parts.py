"""Which words of a sentence speak of what in a plan of notices. Pure."""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from handlers.staff.notice_steps import steps_in


class Item(StrEnum):
    """What of a plan can be changed."""

    STEPS = "steps"
    HOURS = "hours"
    FASTING = "fasting"
    CALL = "call"
    NUDGE = "nudge"
    PLACE = "place"
    PROMISE = "promise"


_SIGNS: Final[Mapping[Item, str]] = {
    Item.FASTING: r"ramadh?an|puasa|fasting",
    Item.CALL: r"(?:mene|te)?l[eé]?pon|menelepon|ditelepon|call\w*",
    Item.NUDGE: r"ajakan(?: lapor usaha)?|lapor(?:an)? usaha|kabar usaha|news",
    Item.PLACE: r"(?:kabar )?antr[ei]a?n|giliran|queue|places?",
    Item.PROMISE: r"rencana(?: setor)?|janji|promises?",
    Item.HOURS: r"jam|pukul|hours?",
    Item.STEPS: r"jadwal(?: pengingat)?|pengingat|langkah|steps?",
}
_SIGN: Final = re.compile(
    "|".join(rf"\b(?P<{item}>{signs})\b" for item, signs in _SIGNS.items()), re.IGNORECASE
)
_BARE_STEPS: Final = re.compile(r"[\s,]*(?:\d{1,3}[\s,]+){2,}\d{1,3}[\s,]*")


def parts_of(text: str) -> dict[Item, str]:
    """Which words of a sentence speak of what; those before the first sign may be steps.

    "-7 0 7 jam 9 sampai 16" names two things, "jam ramadan 9 sampai 15" one.
    """
    found = list(_SIGN.finditer(text))
    before = text[: found[0].start()] if found else text
    parts: dict[Item, str] = {}
    if _is_steps(before):
        parts[Item.STEPS] = before
    last: Item | None = None
    for sign, after in zip_longest(found, found[1:]):
        item = Item(str(sign.lastgroup))
        said = text[sign.end() : after.start() if after else len(text)]
        if item is Item.HOURS and last is Item.FASTING and not has_figure(parts[last]):
            item = last
        if item is Item.FASTING and last is Item.HOURS and not has_figure(parts[last]):
            del parts[last]
        parts[item] = f"{parts.get(item, '')} {said}"
        last = item
    return parts


def _is_steps(said: str) -> bool:
    """Whether figures stand for days from the due day, though no word says so."""
    steps = steps_in(said)
    return any(step < 0 for step in steps) or bool(_BARE_STEPS.fullmatch(said))


def has_figure(said: str) -> bool:
    return any(letter.isdigit() for letter in said)
