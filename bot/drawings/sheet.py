"""What all drawings share: paper, ink, letters that fit, photos in frames, a JPEG that is small."""

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from bot.pictures import SHOWN_BYTES_MAX

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]

PAPER: Colour = (247, 245, 240)
INK: Colour = (34, 40, 38)
GREY: Colour = (112, 120, 116)
LINE: Colour = (222, 219, 210)
WHITE: Colour = (255, 255, 255)
DEEP: Colour = (15, 76, 66)
PALE: Colour = (196, 226, 216)
FRESH: Colour = (46, 158, 122)
AMBER: Colour = (240, 178, 62)

_QUALITIES = (88, 80, 70, 60, 50, 38)
_DOTS = "…"


def text(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    words: str,
    size: int,
    colour: Colour = INK,
    *,
    width: float,
    bold: bool = False,
    anchor: str = "la",
) -> None:
    """One line of at most `width` pixels; what does not fit ends in dots."""
    font = _font(size)
    stroke = size / 64 if bold else 0
    fitting = fitted(words, size, width - 2 * stroke)
    draw.text(at, fitting, colour, font, anchor, stroke_width=stroke, stroke_fill=colour)


def fitted(words: str, size: int, width: float) -> str:
    """The words on one line, or as many of their letters as fit, with dots."""
    line = " ".join(words.split())
    font = _font(size)
    if font.getlength(line) <= width:
        return line
    while line and font.getlength(line + _DOTS) > width:
        line = line[:-1]
    return line.rstrip(" ,.;:-") + _DOTS


def size_that_fits(words: str, width: float, sizes: Sequence[int]) -> int:
    """The first of these sizes in which the words fit on a line, or the last."""
    return next((size for size in sizes if _font(size).getlength(words) <= width), sizes[-1])


def wrapped(words: str, size: int, width: float, *, lines_max: int) -> list[str]:
    """The words on a few lines; what does not fit on the last ends in dots."""
    font = _font(size)
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < lines_max - 1:
        taken = 1
        while taken < len(rest) and font.getlength(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(fitted(" ".join(rest[:taken]), size, width))
        rest = rest[taken:]
    return [*lines, fitted(" ".join(rest), size, width)] if rest else lines


def filled(path: Path, size: tuple[int, int]) -> Image.Image:
    """The middle of a photo, so that it fills a frame."""
    with _opened(path, size) as photo:
        return ImageOps.fit(photo.convert("RGB"), size, Image.Resampling.LANCZOS)


def whole(path: Path, size: tuple[int, int]) -> Image.Image:
    """All of a photo, as large as a frame lets it be."""
    with _opened(path, size) as photo:
        return ImageOps.contain(photo.convert("RGB"), size, Image.Resampling.LANCZOS)


def paste_rounded(sheet: Image.Image, photo: Image.Image, at: tuple[int, int], radius: int) -> None:
    """A photo with round corners."""
    doubled = Image.new("L", (photo.width * 2, photo.height * 2), 0)
    corners = (0, 0, doubled.width - 1, doubled.height - 1)
    ImageDraw.Draw(doubled).rounded_rectangle(corners, radius * 2, 255)
    sheet.paste(photo, at, doubled.resize(photo.size, Image.Resampling.BOX))


def jpeg(sheet: Image.Image) -> bytes:
    """The sheet as a JPEG within SHOWN_BYTES_MAX."""
    encoded = b""
    for quality in _QUALITIES:
        file = io.BytesIO()
        sheet.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        encoded = file.getvalue()
        if len(encoded) <= SHOWN_BYTES_MAX:
            break
    return encoded


def _opened(path: Path, size: tuple[int, int]) -> Image.Image:
    """A kept picture, of which no more pixels are decoded than the frame needs."""
    photo = Image.open(path, formats=("JPEG",))
    photo.draft("RGB", (size[0] * 2, size[1] * 2))
    return photo


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow is built without FreeType"
    return font
