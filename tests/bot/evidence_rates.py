"""How often flaws and recycled photos are found in the made set, and where there are none.

The pictures go the real way: as JPEGs through `clean_picture`, which measures them.
"""

from __future__ import annotations

import io
import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from PIL import Image

from bot.pictures import clean_picture
from models.evidence import distance
from models.photo_rules import Flaw, Measures, PhotoRules, flaws
from tests.bot import evidence_set as made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RULES = PhotoRules()
SENT_QUALITY = 75
"""What the networks make of a picture."""
PLACE_NUMBERS = {place: number for number, place in enumerate(made.PLACES)}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture: what is wrong with it (none: it is a good photo), and how it is made."""

    flaw: Flaw | None
    make: Callable[[str, int], Image.Image]


def _number(place: str, seed: int) -> int:
    return seed * len(made.PLACES) + PLACE_NUMBERS[place]


def _off_screen(place: str, seed: int) -> Image.Image:
    return made.screen_photo(made.standard_photo(place, seed), _number(place, seed))


def _faint(place: str, seed: int) -> Image.Image:
    """A fine screen, of which the camera sees little."""
    photo, seen = made.standard_photo(place, seed), _off_screen(place, seed)
    return Image.blend(photo.resize(seen.size), seen, 0.2)


# fmt: off
KINDS = {
    "good photo": Kind(None, made.standard_photo),
    "good photo of the same place later": Kind(None, made.other_photo_of_the_place),
    "paper slip": Kind(None, lambda p, s: made.paper_slip(_number(p, s))),
    "dark: an eighth of the light": Kind(
        Flaw.TOO_DARK, lambda p, s: made.darkened(made.standard_photo(p, s), 0.12)),
    "dark: a fifth of the light": Kind(
        Flaw.TOO_DARK, lambda p, s: made.darkened(made.standard_photo(p, s), 0.22)),
    "out of focus, slightly": Kind(
        Flaw.BLURRED, lambda p, s: made.out_of_focus(made.standard_photo(p, s), 2.5)),
    "out of focus": Kind(
        Flaw.BLURRED, lambda p, s: made.out_of_focus(made.standard_photo(p, s), 4)),
    "shaken": Kind(Flaw.BLURRED, lambda p, s: made.shaken(made.standard_photo(p, s), 24)),
    "tiny": Kind(Flaw.TINY, lambda p, s: made.sized(made.standard_photo(p, s), 240)),
    "screenshot of a talk": Kind(
        Flaw.SCREENSHOT, lambda p, s: made.screenshot_of_chat(_number(p, s))),
    "screenshot of a gallery": Kind(
        Flaw.SCREENSHOT, lambda p, s: made.screenshot_of_gallery(made.standard_photo(p, s), s)),
    "screen of a bank's app": Kind(Flaw.SCREENSHOT, lambda p, s: made.slip(_number(p, s))),
    "photo of a screen": Kind(Flaw.SCREEN_PHOTO, _off_screen),
    "photo of a fine screen": Kind(Flaw.SCREEN_PHOTO, _faint),
}
# fmt: on


@dataclass(slots=True)
class Found:
    """Of so many pictures of a kind: how often its flaw was found, and each other flaw."""

    pictures: int = 0
    right: int = 0
    others: dict[Flaw, int] = field(default_factory=lambda: defaultdict(int))


@dataclass(slots=True)
class Hits:
    """Of so many pairs, how many were called the same photo."""

    pairs: int = 0
    same: int = 0

    @property
    def rate(self) -> float:
        return self.same / self.pairs


def measured(picture: Image.Image) -> Measures:
    """The measures of a picture as it arrives."""
    return clean_picture(io.BytesIO(made.encoded(picture, SENT_QUALITY))).measures


def flaw_rates(
    seeds: Iterable[int], kinds: Iterable[str] = KINDS, places: Iterable[str] = made.PLACES
) -> dict[str, Found]:
    """For each kind of picture, which flaws are found; one picture of each place and seed."""
    found: dict[str, Found] = defaultdict(Found)
    for name in kinds:
        kind = KINDS[name]
        for seed in seeds:
            for place in places:
                seen = flaws(measured(kind.make(place, seed)), RULES)
                one = found[name]
                one.pictures += 1
                one.right += kind.flaw in seen
                for flaw in seen:
                    one.others[flaw] += flaw is not kind.flaw
    return dict(found)


def recycled_rates(seeds: Iterable[int], places: Iterable[str] = made.PLACES) -> dict[str, Hits]:
    """For each way to send a photo again, and for honest other photos, how often it is flagged."""
    hits: dict[str, Hits] = defaultdict(Hits)
    first: dict[tuple[str, int], Measures] = {}
    later: dict[tuple[str, int], Measures] = {}
    for seed in seeds:
        for place in places:
            photo = made.standard_photo(place, seed)
            first[place, seed] = measured(photo)
            lot = random.Random(f"{place}{seed}")  # noqa: S311 (the same every time)
            for name, change in made.AGAIN.items():
                _count(hits[name], first[place, seed], measured(change(photo, lot)))
            later[place, seed] = measured(made.other_photo_of_the_place(place, seed))
            _count(hits[SAME_PLACE], first[place, seed], later[place, seed])
    for (one, left), (other, right) in combinations([*first.items(), *later.items()], 2):
        if one != other:
            _count(hits[OTHER_PLACES], left, right)
    return dict(hits)


SAME_PLACE = "another photo of the same place"
OTHER_PLACES = "photos of different places"


def _count(hits: Hits, one: Measures, other: Measures) -> None:
    hits.pairs += 1
    near = distance(one.phash, other.phash) <= RULES.same_phash
    hits.same += near and distance(one.dhash, other.dhash) <= RULES.same_dhash
