"""The photos of transcripts: always the same for the same name, and another for another.

They look like photos of something, unless a name begins with what is wrong with its photo.
"""

from __future__ import annotations

import io
import random
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.bot import evidence_set as made

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (640, 480)
AGAIN = "again-"
"""`again-kebun.jpg` is kebun.jpg as it comes out of another app: smaller, and encoded anew."""


@lru_cache(maxsize=64)
def photo(name: str) -> bytes:
    """A JPEG; its name stands on it, for whoever looks at a screenshot."""
    if name.startswith(AGAIN):
        first = Image.open(io.BytesIO(photo(name.removeprefix(AGAIN))))
        return made.encoded(made.resized(first, 0.9), 70)
    kind = next((kind for kind in SPOILT if name.startswith(kind)), "")
    picture = SPOILT[kind](_named(name), name) if kind else _named(name)
    return made.encoded(picture, 85)


def _named(name: str) -> Image.Image:
    picture = _scene(random.Random(name))  # noqa: S311 (not a secret)
    draw = ImageDraw.Draw(picture)
    draw.text((40, 200), name, "white", ImageFont.load_default(40), stroke_width=2)
    return picture


def _scene(lot: random.Random) -> Image.Image:
    """Earth, leaves and things upon it, with the grain of a sensor."""
    noise = made.cloud(lot, SIZE, 0.55)[..., None]
    dark = np.array([lot.randint(20, 90) for _ in range(3)], np.float32)
    light = np.array([lot.randint(150, 240) for _ in range(3)], np.float32)
    picture = Image.fromarray((dark + noise * (light - dark)).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for _ in range(30):
        x, y, size = lot.randint(-40, 640), lot.randint(-40, 480), lot.randint(20, 150)
        colour = tuple(lot.randint(20, 235) for _ in range(3))
        draw.ellipse((x, y, x + size, y + size * lot.uniform(0.4, 1.2)), colour)
    grain = np.random.default_rng(lot.randrange(2**32)).normal(0, 4, (480, 640, 1))
    pixels = np.asarray(picture, np.float32) + grain
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _off_a_screen(picture: Image.Image, name: str) -> Image.Image:
    return made.screen_photo(picture.resize(made.PHOTO), len(name))


SPOILT: dict[str, Callable[[Image.Image, str], Image.Image]] = {
    "dark": lambda picture, _: made.darkened(picture, 0.12),
    "blurred": lambda picture, _: picture.filter(ImageFilter.GaussianBlur(6)),
    "tiny": lambda picture, _: picture.resize((160, 120)),
    "screenshot": lambda _, name: made.screenshot_of_chat(len(name)),
    "screen": _off_a_screen,
}
"""By the beginning of the name; "screenshot" stands before "screen"."""
