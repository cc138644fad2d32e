"""Measures of pictures: judged by rules, kept once, and found again by their looks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models.evidence import (
    PictureEvidence,
    Recycled,
    Shown,
    distance,
    flaws_of,
    similar,
    write_evidence,
)
from models.media import KeptMedia, MediaKind
from models.photo_rules import RULES, Flaw, Measures, PhotoRules, flaws

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
GOOD = Measures(
    width=1280,
    height=960,
    brightness=120,
    brightness_dark=80,
    brightness_light=160,
    sharpness=800,
    screenshot=2,
    screen_photo=5,
    phash=0x0F0F_1234_5678_9ABC,
    dhash=-0x0123_4567_89AB_CDEF,
)


@pytest.fixture
def rules() -> Iterator[PhotoRules]:
    """Rules in force for this test: others than the usual."""
    strict = PhotoRules(same_phash=2, same_dhash=2, blurred_below=900)
    token = RULES.set(strict)
    yield strict
    RULES.reset(token)


async def kept(number: int, measures: Measures | None = GOOD) -> int:
    media = await KeptMedia.create(
        sha256=f"{number:064x}",
        kind=MediaKind.PICTURE,
        mime="image/jpeg",
        size_bytes=1,
        created_at=NOON,
    )
    if measures is not None:
        await write_evidence(media.id, measures, at=NOON)
    return int(media.id)


def flipped(measures: Measures, *, phash: int = 0, dhash: int = 0) -> Measures:
    """The same with the hashes' bits of these masks turned over."""

    def turned(number: int, mask: int) -> int:
        bits = (number ^ mask) & (2**64 - 1)
        return bits - 2**64 if bits >> 63 else bits

    return replace(
        measures, phash=turned(measures.phash, phash), dhash=turned(measures.dhash, dhash)
    )


def shown(*shows: Shown) -> Shows:
    return Shows(shows)


class Shows:
    """The progress photos of the world."""

    def __init__(self, shows: Collection[Shown]) -> None:
        self.shows = shows

    async def __call__(self, media_ids: Collection[int]) -> list[Shown]:
        return [show for show in self.shows if show.media_id in media_ids]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ()),
        ({"width": 399}, (Flaw.TINY,)),
        ({"width": 400}, ()),
        ({"height": 200}, (Flaw.TINY,)),
        ({"brightness_light": 49}, (Flaw.TOO_DARK,)),
        ({"brightness_light": 50}, ()),
        ({"sharpness": 379}, (Flaw.BLURRED,)),
        ({"sharpness": 380}, ()),
        ({"screenshot": 60}, (Flaw.SCREENSHOT,)),
        ({"screenshot": 59}, ()),
        ({"screen_photo": 60}, (Flaw.SCREEN_PHOTO,)),
        ({"screen_photo": 59}, ()),
        ({"brightness_light": 9, "sharpness": 0, "width": 90}, (Flaw.TINY, Flaw.TOO_DARK)),
    ],
)
def test_a_flaw_is_where_its_rule_says(change: dict[str, int], found: tuple[Flaw, ...]) -> None:
    assert flaws(replace(GOOD, **change)) == found  # type: ignore[arg-type]


def test_the_rules_in_force_decide(rules: PhotoRules) -> None:
    assert flaws(GOOD) == (Flaw.BLURRED,)
    assert flaws(GOOD, PhotoRules()) == ()


async def test_measures_are_kept_once_and_read_back(database: str) -> None:
    first = await kept(1)
    await write_evidence(first, replace(GOOD, sharpness=1), at=NOON + timedelta(days=1))
    row = await PictureEvidence.get(media_id=first)
    assert {name: getattr(row, name) for name in Measures.__slots__} == {
        name: getattr(GOOD, name) for name in Measures.__slots__
    }
    assert row.computed_at == NOON


async def test_flaws_are_told_of_those_that_have_any(database: str) -> None:
    good, dark, unknown = await kept(1), await kept(2, replace(GOOD, brightness_light=3)), 99
    assert await flaws_of([good, dark, unknown]) == {dark: (Flaw.TOO_DARK,)}
    assert await flaws_of([]) == {}


async def test_the_same_file_and_its_look_alikes_are_found_nearest_first(database: str) -> None:
    new = await kept(1)
    near = await kept(2, flipped(GOOD, phash=0b1011 << 60, dhash=0b1))
    nearer = await kept(3, flipped(GOOD, phash=0b1))
    far = await kept(4, flipped(GOOD, phash=2**11 - 1))
    other_structure = await kept(5, flipped(GOOD, dhash=2**13 - 1))
    shows = [Shown(media, 7, NOON) for media in (near, nearer, far, other_structure)]
    again = Shown(new, 8, NOON - timedelta(days=30))
    assert await similar([new], shown(*shows, again)) == [
        Recycled(new, again),
        Recycled(new, shows[1], phash_distance=1, dhash_distance=0),
        Recycled(new, shows[0], phash_distance=3, dhash_distance=1),
    ]


async def test_what_was_never_shown_as_progress_is_never_told(database: str) -> None:
    """Slips lie in the same store: honest ones look alike."""
    new, slip = await kept(1), await kept(2)
    assert distance(GOOD.phash, GOOD.phash) == 0
    assert await similar([new], shown(Shown(slip + 50, 1, NOON))) == []
    assert await similar([], shown(Shown(slip, 1, NOON))) == []


async def test_screenshots_and_dark_pictures_are_compared_as_files_only(database: str) -> None:
    """Two pages of text look alike, and so do two nights."""
    first = await kept(1, replace(GOOD, screenshot=100))
    second = await kept(2, replace(GOOD, screenshot=100))
    dark = await kept(3, replace(GOOD, brightness_light=2))
    shows = shown(*(Shown(media, 1, NOON) for media in (second, dark)))
    assert await similar([first], shows) == []
    assert [one.exact for one in await similar([second], shows)] == [True]


async def test_a_picture_without_measures_is_found_as_a_file(database: str) -> None:
    old = await kept(1, None)
    assert await similar([old], shown(Shown(old, 3, NOON))) == [Recycled(old, Shown(old, 3, NOON))]


async def test_no_look_alike_within_the_rules_is_missed(database: str) -> None:
    """The bands find every hash within the distance, wherever its bits differ."""
    lot = random.Random(20261123)  # noqa: S311 -- the same every time
    new = await kept(0)
    expected = {}
    for number in range(1, 61):
        bits = lot.sample(range(64), lot.randint(0, 12))
        media = await kept(number, flipped(GOOD, phash=sum(1 << bit for bit in bits)))
        if len(bits) <= PhotoRules().same_phash:
            expected[media] = len(bits)
    shows = shown(*(Shown(media, 1, NOON) for media in range(1000)))
    found = {one.earlier.media_id: one.phash_distance for one in await similar([new], shows)}
    assert found == {new: 0, **expected}
    assert 30 < len(expected) < 60


async def test_stricter_rules_find_less(database: str, rules: PhotoRules) -> None:
    new, near = await kept(1), await kept(2, flipped(GOOD, phash=0b111))
    assert await similar([new], shown(Shown(near, 1, NOON))) == []
