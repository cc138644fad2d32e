"""Pictures from strangers made safe: bounded, upright, without metadata."""

import io
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps

from models.photo_rules import Measures

PIXELS_MAX = 30_000_000
SIDE_PIXELS_MAX = 16_000
SHOWN_BYTES_MAX = 200_000
FULL_QUALITY = 92
_SHOWN_SIDES = (1600, 1280, 1024, 800, 640, 480, 320)
_SHOWN_QUALITIES = (82, 70, 58, 46)
_ASPECT_MAX = 18
"""Telegram refuses photos that are more than 20 times as long as wide."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_DECODER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on hostile bytes, apart from its own refusal of decompression bombs."""

# Pillow's own guard, below ours: it also watches what a decoder unpacks on the way.
Image.MAX_IMAGE_PIXELS = PIXELS_MAX


class BrokenPicture(Exception):
    """Cannot be decoded to the end."""


class TooManyPixels(Exception):
    """More pixels than we are willing to unpack."""


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """Two JPEGs of one picture, its size in pixels, and what it is worth as evidence."""

    full: bytes
    shown: bytes
    width: int
    height: int
    measures: Measures


def clean_picture(file: BinaryIO) -> CleanPicture:
    """Decode, turn upright, drop everything but the pixels. Raises BrokenPicture, TooManyPixels."""
    try:
        with Image.open(file, formats=_FORMATS) as opened:
            if opened.width * opened.height > PIXELS_MAX or max(opened.size) > SIDE_PIXELS_MAX:
                raise TooManyPixels
            opened.load()
            _set_upright(opened)
            picture = _plain(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels from None
    except _DECODER_ERRORS as error:
        raise BrokenPicture(type(error).__name__) from None
    full = _jpeg(picture, FULL_QUALITY)
    width, height = picture.size
    _shrink(picture)
    measures = _measure(picture, width, height)
    return CleanPicture(full, _shown(picture), width, height, measures)


def examine_picture(path: Path) -> Measures:
    """Measure a picture that we made, as it would have been measured when it arrived."""
    with Image.open(path, formats=("JPEG",)) as picture:
        width, height = picture.size
        picture.draft("RGB", (_SHOWN_SIDES[0], _SHOWN_SIDES[0]))  # decodes fewer pixels
        plain = picture.convert("RGB") if picture.mode != "RGB" else picture
        _shrink(plain)
        return _measure(plain, width, height)


def measure_picture(path: Path) -> tuple[int, int]:
    """Width and height in pixels of a picture that we made."""
    with Image.open(path, formats=("JPEG",)) as picture:
        return picture.size


def _set_upright(picture: Image.Image) -> None:
    """As the person held the phone; an orientation that nobody can read is no reason to refuse."""
    with suppress(*_DECODER_ERRORS):
        ImageOps.exif_transpose(picture, in_place=True)  # a copy would double the memory


def _plain(picture: Image.Image) -> Image.Image:
    """Three colours on white paper, no comment, profile, position or owner."""
    if picture.mode.startswith("I"):
        # 16 bits a pixel would all become white: keep the upper eight.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        picture = Image.new("RGB", layer.size, "white")
        picture.paste(layer, mask=layer.getchannel("A"))
    plain = picture.convert("RGB") if picture.mode != "RGB" else picture
    plain.info.clear()
    return plain


def _shrink(picture: Image.Image) -> None:
    """To what is measured and shown; the full picture is let go of."""
    picture.thumbnail((_SHOWN_SIDES[0], _SHOWN_SIDES[0]), Image.Resampling.LANCZOS)


def _measure(picture: Image.Image, width: int, height: int) -> Measures:
    from bot.evidence import measure  # noqa: PLC0415 (numpy and SciPy load with the first picture)

    return measure(picture, width=width, height=height)


def _shown(picture: Image.Image) -> bytes:
    """The best copy within SHOWN_BYTES_MAX: first less quality, then fewer pixels."""
    shown = _within_aspect(picture)
    encoded = b""
    for side in _SHOWN_SIDES:
        shown.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _SHOWN_QUALITIES:
            encoded = _jpeg(shown, quality, small=True)
            if len(encoded) <= SHOWN_BYTES_MAX:
                return encoded
    return encoded


def _within_aspect(picture: Image.Image) -> Image.Image:
    """A strip gets white margins; the networks refuse to show it otherwise."""
    width, height = picture.size
    thinnest = max(width, height) // _ASPECT_MAX
    if min(width, height) >= thinnest:
        return picture
    sheet = Image.new("RGB", (max(width, thinnest), max(height, thinnest)), "white")
    sheet.paste(picture, ((sheet.width - width) // 2, (sheet.height - height) // 2))
    return sheet


def _jpeg(picture: Image.Image, quality: int, *, small: bool = False) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, optimize=small, progressive=small)
    return written.getvalue()
