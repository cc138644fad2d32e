"""Finding a group by how people call it: "jahe bengalon", "jhe merah", "KT-001". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_SPELLINGS: Final = {
    "kongbeng": "kombeng",
    "sengata": "sangatta",
    "sangata": "sangatta",
    "bangalon": "bengalon",
    "ranpul": "rantau pulung",
    "tp": "teluk pandan",
    "tlk": "teluk",
    "mangkalihat": "mangkaliat",
    "kel": "kelompok",
    "klp": "kelompok",
    "klmpk": "kelompok",
}
"""How places are also written (DOMAIN.md 4.1)."""

_EXACT, _BEGUN, _MISTYPED = 3, 2, 1
_SHORTEST_BEGUN = 3
_SHORTEST_MISTYPED = 3
_TWO_SLIPS_FROM = 7
_CODE = re.compile(r"[a-z]{1,4}[\s-]?0*\d{1,6}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A group as it stands in the directory."""

    id: int
    name: str
    village: str
    district: str
    code: str

    @property
    def words(self) -> frozenset[str]:
        return frozenset(words_of(f"{self.name} {self.village} {self.district}"))


@dataclass(frozen=True, slots=True)
class Found:
    """The one group that is surely meant, or several that may be; `rest` is what names none."""

    sure: Listed | None
    candidates: tuple[Listed, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Match:
    """How many of the words fit a group, and how well."""

    words: int
    quality: int


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, places as they are written officially."""
    plain = re.findall(r"[a-z0-9]+", text.casefold().replace("'", ""))
    return [part for word in plain for part in _SPELLINGS.get(word, word).split()]


def find(text: str, directory: Sequence[Listed], everyday: AbstractSet[str] = frozenset()) -> Found:
    """Which of the groups a text names; words that fit no group are left over as `rest`.

    `everyday` are words that mean something else unless they stand in a name exactly so: "kali"
    (times) is not the beginning of Kaliorang.
    """
    by_code = _by_code(text, directory)
    if by_code is not None:
        return by_code
    pieces = text.split()
    fitting = [piece for piece in pieces if _fits_any(piece, directory, everyday)]
    rest = " ".join(piece for piece in pieces if piece not in fitting)
    said = [word for piece in fitting for word in words_of(piece)]
    matches = {group: _match(said, group, everyday) for group in directory}
    best = max((match.words for match in matches.values()), default=0)
    if not best:
        return Found(None, (), rest)
    closest = [group for group, match in matches.items() if match.words == best]
    closest.sort(key=lambda group: (-matches[group].quality, group.name, group.id))
    return Found(_the_one(closest, matches, said), tuple(closest), rest)


def _the_one(
    closest: Sequence[Listed], matches: dict[Listed, _Match], said: Sequence[str]
) -> Listed | None:
    """The first, if all its words are as typed and those of nobody else are; or if it is alone."""
    first, best = closest[0], matches[closest[0]]
    if len(closest) == 1:
        return first if best.words == len(said) else None
    typed_exactly = best.quality == _EXACT * len(said)
    runner_up = matches[closest[1]].quality
    return first if typed_exactly and runner_up < best.quality else None


def _by_code(text: str, directory: Sequence[Listed]) -> Found | None:
    """Such as KT-001, kt001 or "kt 1" anywhere in the text."""
    codes = {_plain_code(group.code): group for group in directory}
    for said in _CODE.finditer(text.casefold()):
        group = codes.get(_plain_code(said.group()))
        if group is not None:
            rest = f"{text[: said.start()]} {text[said.end() :]}"
            return Found(group, (group,), " ".join(rest.split()))
    return None


def _plain_code(code: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[^a-z0-9]", "", code.casefold()))


def _fits_any(piece: str, directory: Sequence[Listed], everyday: AbstractSet[str]) -> bool:
    said = words_of(piece)
    letters = any(word.isalpha() for word in said)
    return letters and all(any(_fit(word, group, everyday) for group in directory) for word in said)


def _match(said: Sequence[str], group: Listed, everyday: AbstractSet[str]) -> _Match:
    fits = [_fit(word, group, everyday) for word in said]
    return _Match(sum(1 for fit in fits if fit), sum(fits))


def _fit(word: str, group: Listed, everyday: AbstractSet[str]) -> int:
    known = group.words
    if word in known:
        return _EXACT
    if word in everyday:
        return 0
    if len(word) >= _SHORTEST_BEGUN and any(one.startswith(word) for one in known):
        return _BEGUN
    return _MISTYPED if any(_is_mistyped(word, one) for one in known) else 0


def _is_mistyped(typed: str, meant: str) -> bool:
    """Within one slip of the finger, two in long words; never in the first letter."""
    if typed[:1] != meant[:1] or min(len(typed), len(meant)) < _SHORTEST_MISTYPED:
        return False
    most = 2 if min(len(typed), len(meant)) >= _TWO_SLIPS_FROM else 1
    return abs(len(typed) - len(meant)) <= most and _slips(typed, meant) <= most


def _slips(typed: str, meant: str) -> int:
    """Letters to add, drop, replace or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        earlier, before, row = before, row, [i, *([0] * len(meant))]
        for j, wanted in enumerate(meant, start=1):
            same = letter == wanted
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (not same))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == wanted:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1]
