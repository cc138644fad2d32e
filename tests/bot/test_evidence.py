"""What is told of photos: flaws, and photos seen before, with floors under the rates."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.media import MediaStore
from bot.pictures import clean_picture, examine_picture
from bot.simulator.pictures import draw_field
from models.evidence import PictureEvidence, Shown, similar
from models.media import KeptMedia
from models.photo_rules import Flaw, flaws
from tests.bench.photos import a_photo, bring, measure
from tests.bot import evidence_set as made
from tests.bot.evidence_rates import (
    KINDS,
    OTHER_PLACES,
    SAME_PLACE,
    flaw_rates,
    measured,
    recycled_rates,
)
from tests.hygiene import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FLOORS = {
    "dark: an eighth of the light": 1.0,
    "dark: a fifth of the light": 1.0,
    "out of focus": 1.0,
    "shaken": 0.6,
    "tiny": 1.0,
    "screenshot of a talk": 1.0,
    "screenshot of a gallery": 1.0,
    "screen of a bank's app": 1.0,
    "photo of a screen": 1.0,
}
"""The share of pictures, one of each place, in which the flaw is found."""

PLACES = ("field", "stall", "coop")
"""Few, because drawing takes its time; the bench takes all, and more of each."""


@pytest.mark.parametrize("kind", FLOORS)
def test_a_flaw_is_found(kind: str) -> None:
    found = flaw_rates([3], [kind], PLACES)[kind]
    assert found.pictures == len(PLACES)
    assert found.right / found.pictures >= FLOORS[kind]


@pytest.mark.parametrize("kind", ["good photo", "good photo of the same place later"])
def test_good_photos_are_hardly_ever_found_fault_with(kind: str) -> None:
    """Woven mats, seen from near, may pass for blurred: those alone."""
    assert sum(flaw_rates([3], [kind], PLACES)[kind].others.values()) == 0
    mats = flaw_rates([3], [kind], ["mats"])[kind].others
    assert {flaw for flaw, count in mats.items() if count} <= {Flaw.BLURRED}


def test_every_flaw_has_pictures_in_the_set() -> None:
    assert {kind.flaw for kind in KINDS.values()} == {*Flaw, None}


def test_a_recycled_photo_is_noticed_and_another_is_not() -> None:
    hits = recycled_rates([2], PLACES)
    assert {name: hit.rate for name, hit in hits.items() if "crop" not in name} == {
        "re-encoded, quality 40 to 90": 1.0,
        "resized to 30 to 120 %": 1.0,
        "brightness up to 25 % up or down": 1.0,
        "through WhatsApp": 1.0,
        SAME_PLACE: 0.0,
        OTHER_PLACES: 0.0,
    }
    assert hits["cropped by 2 %"].rate == 1.0
    assert hits["cropped by 5 %"].rate >= 0.6


def test_the_simulators_field_is_a_good_photo() -> None:
    """Whoever tries Gulir on the desk is not told that the picture is bad."""
    assert flaws(clean_picture(io.BytesIO(draw_field())).measures) == ()


def test_measuring_again_from_the_store_says_the_same(tmp_path: Path) -> None:
    photo = made.standard_photo("stall", 1)
    cleaned = clean_picture(io.BytesIO(made.encoded(photo.resize((2560, 1920)))))
    kept = tmp_path / "kept.jpg"
    kept.write_bytes(cleaned.full)
    again = examine_picture(kept)
    assert flaws(again) == flaws(cleaned.measures)
    assert (again.width, again.height) == (2560, 1920)
    assert (again.phash ^ cleaned.measures.phash).bit_count() <= 2
    assert again.sharpness == pytest.approx(cleaned.measures.sharpness, rel=0.1)


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (9, 9), (255, 257), (3000, 30)])
@pytest.mark.parametrize("colour", ["black", "white", "green"])
def test_a_picture_of_any_size_is_measured(size: tuple[int, int], colour: str) -> None:
    measures = measured(Image.new("RGB", size, colour))
    assert (measures.width, measures.height) == size
    assert Flaw.TINY in flaws(measures) or min(size) >= 400
    assert (Flaw.TOO_DARK in flaws(measures)) == (colour == "black")


def test_a_photo_is_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measures and hashes are taken from the pixels that are there anyway."""
    decoded = []
    load = Image.Image.load

    def opened(*arguments: object, **options: object) -> object:
        decoded.append(1)
        return real(*arguments, **options)  # type: ignore[arg-type]

    real = Image.open
    monkeypatch.setattr(Image, "open", opened)
    clean_picture(io.BytesIO(made.encoded(made.standard_photo("field", 0))))
    assert len(decoded) == 1
    assert Image.Image.load is load


def test_what_measures_is_loaded_with_the_first_picture_only() -> None:
    """Starting stays quick, and a bot that nobody sends photos stays small."""
    code = (
        "import sys, bot.app, bot.check, handlers.contents; "
        "print({'numpy', 'scipy', 'imagehash'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert said.stdout.strip() == "set()"


# --- through the fetcher ----------------------------------------------------------------------


@pytest.mark.only("sqlite")
async def test_what_arrives_is_measured_and_a_recycled_photo_found(
    database: str, tmp_path: Path
) -> None:
    photo = made.standard_photo("leaves", 0)
    dark = made.darkened(photo, 0.12)
    for picture in (photo, made.re_encoded(made.resized(photo, 0.7), 60), dark):
        await bring([(f"photo{id(picture)}", made.encoded(picture))], tmp_path)
    first, again, night = await PictureEvidence.all().order_by("id")
    assert [flaws(row) for row in (first, again, night)] == [(), (), (Flaw.TOO_DARK,)]
    at = first.computed_at

    async def shown(media_ids: Collection[int]) -> list[Shown]:
        shows = [Shown(first.media_id, 5, at), Shown(night.media_id, 6, at)]
        return [show for show in shows if show.media_id in media_ids]

    (found,) = await similar([again.media_id], shown)
    assert (found.earlier, found.exact) == (Shown(first.media_id, 5, at), False)


@pytest.mark.only("sqlite")
async def test_an_old_picture_is_measured_when_it_is_seen_again(
    database: str, tmp_path: Path
) -> None:
    """Kept before there were measures, or just before a crash."""
    data = made.encoded(made.standard_photo("pond", 0))
    await bring([("old", data)], tmp_path)
    await PictureEvidence.all().delete()
    await bring([("new", data[:])], tmp_path)
    assert await KeptMedia.all().count() == 2, "the bytes behind the photo differ"
    await PictureEvidence.all().delete()
    store = MediaStore(tmp_path / "media")
    media = await KeptMedia.first()
    assert media is not None
    measures = await store.examine(media.sha256)
    store.path(media.sha256, media.kind).unlink()
    assert measures is not None
    assert await store.examine(media.sha256) is None
    store.close()


async def test_pictures_are_decoded_one_at_a_time(tmp_path: Path) -> None:
    """However many arrive side by side, one is unpacked, so the memory has a bound."""
    store = MediaStore(tmp_path / "media")
    at_work, most = 0, 0
    real = store._keep

    def counted(*given: Any) -> object:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        try:
            return real(*given)
        finally:
            at_work -= 1

    store._keep = counted  # type: ignore[assignment,method-assign]
    photo = made.encoded(Image.new("RGB", (900, 900), "green"))
    await asyncio.gather(*(store.keep(photo + bytes([number])) for number in range(8)))
    store.close()
    assert most == 1


def test_a_crowd_of_photos_needs_little_more_memory_than_one(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(a_photo())
    one, crowd = measure("gulir", photo), measure("crowd", photo, 10)
    assert 20 < one.megabytes < 200
    assert crowd.megabytes < one.megabytes * 2.5
