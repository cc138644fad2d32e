"""A set of pictures made by the project: what groups send, and what is wrong with some of it.

Everything is drawn from a seed by shapes, gradients and noise, so that anybody can make the same
set again. It is synthetic: real cameras and screens are kinder in some ways, and worse in others.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]

WORLD = (1900, 1425)
PHOTO = (1280, 960)
PLACES = ("field", "leaves", "products", "stall", "pond", "coop", "mats")


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera stands in a place, and which things and which light it met there."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 0.86
    things: int = 0
    light: float = 1.0
    upright: bool = False


def photo(place: str, seed: int, view: View = View()) -> Image.Image:
    """A photo of a place as a phone's camera would deliver it."""
    world = _DRAWERS[place](random.Random(f"{place}{seed}"), random.Random(f"{seed}/{view.things}"))
    width, height = WORLD
    wide, high = PHOTO[::-1] if view.upright else PHOTO
    scale = min(width / wide, height / high) * view.zoom
    left = (width - wide * scale) * view.x
    top = (height - high * scale) * view.y
    box = (left, top, left + wide * scale, top + high * scale)
    seen = world.resize((wide, high), Image.Resampling.LANCZOS, box=box)
    return _camera(seen, seed * 31 + view.things, view.light)


def _camera(seen: Image.Image, seed: int, light: float) -> Image.Image:
    """The lens, uneven light, the grain of the sensor, and the phone's sharpening."""
    lot = np.random.default_rng(seed)
    pixels = np.asarray(seen, np.float32) * light
    high, wide = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j].astype(np.float32)
    slope = lot.uniform(-0.12, 0.12, 2)
    pixels *= (1.05 - 0.14 * (x * x + y * y) + slope[0] * x + slope[1] * y)[..., None]
    pixels += lot.normal(0, lot.uniform(1.5, 4.5), pixels.shape).astype(np.float32)
    taken = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    taken = taken.filter(ImageFilter.GaussianBlur(0.6))
    return taken.filter(ImageFilter.UnsharpMask(1.2, 60, 2))


def cloud(lot: random.Random, size: tuple[int, int], roughness: float = 1.0) -> Pixels:
    """Noise like that of nature, 0 to 1: coarse shapes, and ever finer ones upon them."""
    numbers = np.random.default_rng(lot.randrange(2**32))
    wide, high = size
    total = np.zeros((high, wide), np.float32)
    weight, cells = 1.0, 4
    while cells < wide:
        grid = numbers.random((max(2, cells * high // wide), cells), np.float32)
        layer = Image.fromarray(grid).resize(size, Image.Resampling.BICUBIC)
        total += weight * np.asarray(layer, np.float32)
        weight, cells = weight * 0.5**roughness, cells * 2
    total -= total.min()
    return total / max(float(total.max()), 1e-6)


def _tinted(noise: Pixels, dark: tuple[int, ...], light: tuple[int, ...]) -> Image.Image:
    low, high = np.array(dark, np.float32), np.array(light, np.float32)
    return Image.fromarray((low + noise[..., None] * (high - low)).astype(np.uint8))


def _tint(lot: random.Random, *around: int, spread: int = 25) -> tuple[int, int, int]:
    red, green, blue = (max(0, min(255, c + lot.randint(-spread, spread))) for c in around)
    return red, green, blue


def _ground(lot: random.Random, dark: tuple[int, ...], light: tuple[int, ...]) -> Image.Image:
    return _tinted(cloud(lot, WORLD, 0.75), dark, light)


def _field(place: random.Random, things: random.Random) -> Image.Image:
    width, height = WORLD
    horizon = place.randint(height // 6, height // 2)
    picture = _ground(place, _tint(place, 84, 62, 40), _tint(place, 168, 132, 90))
    sky = _tinted(
        cloud(things, (width, horizon), 1.4), _tint(place, 128, 164, 208), (240, 244, 248)
    )
    picture.paste(sky, (0, 0))
    draw = ImageDraw.Draw(picture)
    for x in range(-100, width, place.randint(90, 240)):
        tall = place.randint(20, 150)
        green = _tint(place, 62, 100, 60)
        draw.ellipse((x, horizon - tall, x + place.randint(200, 420), horizon + tall // 3), green)
    if place.random() < 0.6:
        _hut(draw, place, horizon)
    middle, spread = place.uniform(0.2, 0.8) * width, place.uniform(0.7, 1.5)
    grown = things.uniform(0.5, 1.4)
    for step in np.linspace(0.05, 1, place.randint(12, 24)) ** 1.7:
        for row in range(-9, 10):
            x = middle + row * spread * (30 + step * 260) + things.uniform(-9, 9)
            _plant(draw, (x, horizon + step * (height - horizon)), grown * (8 + step * 75), things)
    return picture


def _hut(draw: ImageDraw.ImageDraw, lot: random.Random, horizon: int) -> None:
    x, wide, tall = lot.randint(100, 1500), lot.randint(120, 300), lot.randint(80, 170)
    draw.rectangle((x, horizon - tall, x + wide, horizon + 30), _tint(lot, 140, 110, 80))
    roof = [
        (x - 30, horizon - tall),
        (x + wide // 2, horizon - tall - 90),
        (x + wide + 30, horizon - tall),
    ]
    draw.polygon(roof, _tint(lot, 110, 60, 50))


def _plant(
    draw: ImageDraw.ImageDraw, foot: tuple[float, float], size: float, lot: random.Random
) -> None:
    x, y = foot
    for _ in range(8):
        lean, tall = lot.uniform(-0.8, 0.8) * size, lot.uniform(0.5, 1.1) * size
        leaf = [(x - size / 13, y), (x + lean, y - tall), (x + size / 13, y)]
        draw.polygon(leaf, _tint(lot, 66, 140, 56, spread=30))


def _leaves(place: random.Random, things: random.Random) -> Image.Image:
    picture = _ground(place, (26, 40, 20), _tint(place, 90, 110, 60))
    draw = ImageDraw.Draw(picture)
    hue = _tint(place, 70, 136, 52, spread=35)
    for number in range(150):
        lot = place if number % 3 else things
        x, y = lot.uniform(0, WORLD[0]), lot.uniform(0, WORLD[1])
        _leaf(draw, (x, y), lot, _tint(lot, *hue, spread=28))
    for _ in range(things.randint(3, 14)):
        x, y, r = things.uniform(0, WORLD[0]), things.uniform(0, WORLD[1]), things.uniform(25, 80)
        draw.ellipse((x - r, y - r, x + r, y + r), _tint(things, 190, 60, 40))
        draw.ellipse((x - r / 2, y - r / 2, x - r / 5, y - r / 5), (250, 220, 200))
    return picture


def _leaf(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    lot: random.Random,
    colour: tuple[int, int, int],
) -> None:
    length, turn = lot.uniform(60, 230), lot.uniform(0, 2 * np.pi)
    along = np.linspace(0, 1, 12)
    half = np.sin(along * np.pi) * length * 0.22
    xs = np.concatenate([along, along[::-1]]) * length
    ys = np.concatenate([half, -half[::-1]])
    cos, sin = np.cos(turn), np.sin(turn)
    edge = [
        (at[0] + x * cos - y * sin, at[1] + x * sin + y * cos) for x, y in zip(xs, ys, strict=True)
    ]
    draw.polygon(edge, colour)
    tip = (at[0] + length * cos, at[1] + length * sin)
    draw.line((*at, *tip), tuple(min(255, c + 45) for c in colour), width=3)


def _products(place: random.Random, things: random.Random) -> Image.Image:
    width, height = WORLD
    picture = _tinted(
        cloud(place, WORLD, 1.3), _tint(place, 150, 140, 120), _tint(place, 205, 195, 180)
    )
    table = place.randint(height // 2, height * 3 // 4)
    wood = cloud(place, (width // 10, height), 0.7)
    picture.paste(
        _tinted(wood, (100, 62, 34), _tint(place, 176, 122, 76)).resize((width, height)), (0, table)
    )
    draw = ImageDraw.Draw(picture)
    for number in range(things.randint(5, 12)):
        wide, tall = things.randint(110, 230), things.randint(160, 460)
        x, y = things.randint(-50, width - 60), table + things.randint(10, height - table)
        body = _tint(things, 170, 120, 70, spread=80)
        draw.rounded_rectangle((x, y - tall, x + wide, y), 18 + 12 * (number % 4), body)
        draw.rectangle((x + wide * 0.35, y - tall - 40, x + wide * 0.65, y - tall), (60, 50, 40))
        draw.rectangle((x + 10, y - tall * 0.7, x + wide - 10, y - tall * 0.3), (246, 240, 226))
        name = things.choice(("MADU ASLI", "KERIPIK", "KOPI", "AMPLANG", "GULA AREN"))
        draw.text(
            (x + 18, y - tall * 0.6), name, _tint(things, 120, 30, 30), ImageFont.load_default(30)
        )
    return picture


def _stall(place: random.Random, things: random.Random) -> Image.Image:
    width, height = WORLD
    picture = _ground(place, (60, 50, 44), _tint(place, 130, 112, 92))
    draw = ImageDraw.Draw(picture)
    bright, stripe = _tint(place, 190, 70, 60, spread=60), place.randint(60, 150)
    for number, x in enumerate(range(-100, width + 100, stripe)):
        colour = bright if number % 2 else (236, 232, 220)
        draw.polygon([(x, 0), (x + stripe, 0), (x + stripe + 40, 260), (x + 40, 260)], colour)
    first, apart, heaps = place.randint(360, 520), place.randint(240, 400), place.randint(4, 8)
    for top in range(first, height, apart):
        draw.rectangle((0, top, width, top + 40), _tint(place, 120, 84, 50))
        for heap in range(heaps):
            middle = (heap + 0.5) * width / heaps + things.gauss(0, 30)
            colour = _tint(things, 170, 110, 60, spread=85)
            for _ in range(things.randint(12, 60)):
                x, y = middle + things.gauss(0, 70), top - abs(things.gauss(0, 50)) - 12
                r = things.uniform(14, 34)
                draw.ellipse((x - r, y - r, x + r, y + r), _tint(things, *colour, spread=18))
    return picture


def _pond(place: random.Random, things: random.Random) -> Image.Image:
    width, height = WORLD
    water = cloud(place, (width // 6, height), 0.6)
    picture = _tinted(water, _tint(place, 40, 66, 60), _tint(place, 140, 170, 168)).resize(WORLD)
    shore = place.randint(height // 5, height // 2)
    picture.paste(_tinted(cloud(place, (width, shore), 0.7), (50, 74, 30), (150, 160, 90)), (0, 0))
    draw = ImageDraw.Draw(picture)
    for _ in range(place.randint(3, 9)):
        x = place.randint(0, width)
        draw.line((x, shore - 160, x + place.randint(-20, 20), shore + 130), (74, 58, 40), 22)
    for _ in range(things.randint(5, 40)):
        x, y = things.uniform(0, width), things.uniform(shore, height)
        draw.ellipse((x, y, x + things.uniform(40, 130), y + 28), _tint(things, 190, 110, 80))
    return picture


def _coop(place: random.Random, things: random.Random) -> Image.Image:
    """Slats and wire: regular patterns that are no screen."""
    width, height = WORLD
    picture = _ground(place, (70, 56, 40), _tint(place, 150, 124, 92))
    draw = ImageDraw.Draw(picture)
    gap = place.randint(44, 90)
    for x in range(0, width, gap):
        colour = _tint(place, 150, 112, 70)
        draw.polygon(
            [(x, 0), (x + gap // 2, 0), (x + gap // 2 + 8, height), (x + 8, height)], colour
        )
    mesh = place.randint(16, 34)
    left = place.randint(0, width // 2)
    for x in range(left, left + width // 2, mesh):
        draw.line((x, 200, x + 500, 900), (190, 190, 184), 2)
        draw.line((x + 500, 200, x, 900), (190, 190, 184), 2)
    for _ in range(things.randint(5, 18)):
        x, y = things.uniform(0, width), things.uniform(height * 0.6, height)
        body = _tint(things, 190, 150, 110, spread=50)
        draw.ellipse((x, y - 90, x + 190, y + 40), body)
        draw.ellipse((x + 150, y - 150, x + 220, y - 70), body)
        draw.polygon([(x + 215, y - 115), (x + 245, y - 105), (x + 215, y - 95)], (220, 150, 30))
    return picture


def _mats(place: random.Random, things: random.Random) -> Image.Image:
    """Woven mats: the finest regular pattern that groups make."""
    width, height = WORLD
    step = place.randint(9, 20)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = cloud(place, WORLD, 2.0) * 60
    weave = np.sin((x + bend) * np.pi / step) * np.sin((y + bend * 0.7) * np.pi / step)
    grain = cloud(place, WORLD, 0.6)
    mixed = np.clip(0.5 + 0.3 * weave + 0.4 * (grain - 0.5), 0, 1)
    picture = _tinted(mixed, _tint(place, 100, 70, 36), _tint(place, 220, 190, 140))
    draw = ImageDraw.Draw(picture)
    for _ in range(things.randint(2, 8)):
        across, down = things.randint(0, width - 300), things.randint(0, height - 300)
        size = things.randint(160, 480)
        box = (across, down, across + size, down + size * things.uniform(0.6, 1.1))
        draw.ellipse(box, _tint(things, 150, 90, 60, spread=70))
        draw.ellipse(
            (box[0] + 30, box[1] + 24, box[2] - 30, box[3] - 24), _tint(things, 90, 60, 40)
        )
    return picture


_DRAWERS: dict[str, Callable[[random.Random, random.Random], Image.Image]] = {
    "field": _field,
    "leaves": _leaves,
    "products": _products,
    "stall": _stall,
    "pond": _pond,
    "coop": _coop,
    "mats": _mats,
}


# --- what is wrong with some photos -----------------------------------------------------------


def darkened(picture: Image.Image, share: float) -> Image.Image:
    """Taken at night: little light, much grain."""
    pixels = np.asarray(picture, np.float32) * share
    pixels += np.random.default_rng(1).normal(0, 4, pixels.shape).astype(np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def out_of_focus(picture: Image.Image, radius: float) -> Image.Image:
    blurred = picture.filter(ImageFilter.GaussianBlur(radius))
    pixels = np.asarray(blurred, np.float32)
    pixels += np.random.default_rng(2).normal(0, 1.5, pixels.shape).astype(np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def shaken(picture: Image.Image, pixels: int) -> Image.Image:
    """Moved while the shutter was open, by so many pixels, slightly downwards."""
    layers = np.zeros((*picture.size[::-1], 3), np.float32)
    for step in range(pixels):
        moved = picture.transform(
            picture.size, Image.Transform.AFFINE, (1, 0, step, 0, 1, step * 0.3)
        )
        layers += np.asarray(moved, np.float32)
    taken = Image.fromarray((layers / pixels).astype(np.uint8))
    return taken.crop((0, 0, picture.width - pixels, picture.height - pixels))


def screen_photo(picture: Image.Image, seed: int) -> Image.Image:
    """The photo of a screen that shows the picture: stripes of red, green and blue, gaps, glare.

    Twice as many rays as pixels in each direction go through a slightly tilted plane.
    """
    lot = random.Random(f"screen{seed}")
    wide, high = PHOTO
    pitch = lot.uniform(1.15, 3.4)
    y, x = np.mgrid[0 : high * 2, 0 : wide * 2].astype(np.float32) / 2
    turn, tilt = np.float32(lot.uniform(-0.06, 0.06)), lot.uniform(-1.1e-4, 1.1e-4)
    depth = (
        1
        + np.float32(tilt) * (x - wide / 2)
        + np.float32(lot.uniform(-6e-5, 6e-5)) * (y - high / 2)
    )
    u = ((x - wide / 2) * np.cos(turn) - (y - high / 2) * np.sin(turn)) / depth / np.float32(pitch)
    v = ((x - wide / 2) * np.sin(turn) + (y - high / 2) * np.cos(turn)) / depth / np.float32(pitch)
    columns, rows = int(wide / pitch * 0.98), int(high / pitch * 0.98)
    content = np.asarray(picture.resize((columns, rows), Image.Resampling.LANCZOS), np.float32)
    column, row = np.floor(u + columns / 2), np.floor(v + rows / 2)
    inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
    index = np.clip(row, 0, rows - 1).astype(int), np.clip(column, 0, columns - 1).astype(int)
    across, down = u + columns / 2 - column, v + rows / 2 - row
    gap = lot.uniform(0.5, 0.75)
    taken = np.empty((high, wide, 3), np.float32)
    for colour in range(3):
        lit = np.where((across * 3 - colour >= 0) & (across * 3 - colour < 1), 2.3, 0.32)
        seen = np.where(inside, content[..., colour][index] * lit, 14) * np.where(
            down < 0.86, 1.1, gap
        )
        taken[..., colour] = seen.reshape(high, 2, wide, 2).mean((1, 3))
    glare = cloud(lot, PHOTO, 2.5)[..., None] * lot.uniform(5, 45)
    return _camera(Image.fromarray(np.clip(taken + glare, 0, 255).astype(np.uint8)), seed, 1.0)


def screenshot_of_chat(seed: int) -> Image.Image:
    """A screenshot of a talk: bubbles on a plain ground below a bar with the time."""
    lot = random.Random(f"chat{seed}")
    wide, high = lot.choice(((720, 1600), (1080, 1920), (1080, 2400), (720, 1280)))
    dark = lot.random() < 0.4
    ground = _tint(lot, 14, 22, 28, spread=8) if dark else _tint(lot, 232, 224, 214, spread=10)
    ink = (230, 230, 230) if dark else (20, 24, 28)
    picture = Image.new("RGB", (wide, high), ground)
    draw = ImageDraw.Draw(picture)
    size = wide // 26
    font = ImageFont.load_default(size)
    draw.rectangle((0, 0, wide, size * 5), _tint(lot, 20, 90, 80, spread=20))
    draw.text((size, size // 2), f"{lot.randint(6, 22)}.{lot.randint(10, 59)}", "white", font)
    draw.text((wide - size * 6, size // 2), f"4G {lot.randint(5, 99)}%", "white", font)
    draw.text((size * 3, size * 3), "Kelompok Tani", "white", font)
    y = size * 6
    while y < high - size * 8:
        lines = lot.randint(1, 4)
        own = lot.random() < 0.5
        left = wide // 4 if own else size
        box = (left, y, left + wide * 7 // 10, y + lines * size * 1.5 + size)
        fill = (
            ((0, 92, 75) if dark else (217, 253, 211))
            if own
            else ((32, 44, 51) if dark else "white")
        )
        draw.rounded_rectangle(box, size // 2, fill)
        for line in range(lines):
            words = " ".join(
                lot.choices(("besok", "panen", "cabai", "harga", "pupuk", "rapat"), k=4)
            )
            draw.text((left + size // 2, y + size // 2 + line * size * 1.5), words, ink, font)
        y = int(box[3]) + size
    draw.rounded_rectangle((size, high - size * 4, wide - size, high - size), size, "white")
    return picture


def screenshot_of_gallery(picture: Image.Image, seed: int) -> Image.Image:
    """A screenshot of a phone that shows somebody else's photo, with bars above and below."""
    lot = random.Random(f"gallery{seed}")
    wide, high = lot.choice(((720, 1600), (1080, 2400), (1080, 1920)))
    screen = Image.new("RGB", (wide, high), lot.choice(((0, 0, 0), (18, 18, 18), (255, 255, 255))))
    shown = picture.resize((wide, wide * picture.height // picture.width), Image.Resampling.LANCZOS)
    screen.paste(shown, (0, (high - shown.height) // 2))
    draw = ImageDraw.Draw(screen)
    size = wide // 26
    font = ImageFont.load_default(size)
    draw.text(
        (size, size // 2), f"{lot.randint(6, 22)}.{lot.randint(10, 59)}", (140, 140, 140), font
    )
    draw.text((wide - size * 6, size // 2), f"4G {lot.randint(5, 99)}%", (140, 140, 140), font)
    for number, label in enumerate(("Bagikan", "Edit", "Hapus")):
        draw.text(
            (wide * (1 + number * 2) // 6, high - size * 3), label, (140, 140, 140), font, "mm"
        )
    return screen


def slip(seed: int, amount: int = 500_000) -> Image.Image:
    """The screen of a bank's app; two with other amounts differ by a few digits."""
    lot = random.Random(f"bank{seed}")
    wide, high = 1080, 1920
    picture = Image.new("RGB", (wide, high), (244, 246, 248))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, wide, 520), _tint(lot, 20, 90, 140, spread=40))
    draw.text((wide / 2, 200), "Bank Etam", "white", ImageFont.load_default(64), "mm")
    draw.rounded_rectangle((60, 440, wide - 60, high - 120), 36, "white")
    draw.text((wide / 2, 640), f"Rp{amount:,}", (30, 36, 40), ImageFont.load_default(84), "mm")
    for number in range(9):
        y = 800 + number * 100
        draw.text((110, y), "Keterangan", (120, 128, 136), ImageFont.load_default(36))
        value = f"{amount * (number + 7) % 10**10:010d}"
        draw.text((wide - 110, y), value, (30, 36, 40), ImageFont.load_default(36), "ra")
    return picture


def paper_slip(seed: int) -> Image.Image:
    """A deposit slip of paper on a table, photographed."""
    lot = random.Random(f"paper{seed}")
    picture = _tinted(cloud(lot, WORLD, 0.7), (90, 60, 40), (160, 120, 86))
    paper = _tinted(cloud(lot, (1500, 1000), 1.6), (214, 210, 200), (250, 248, 242))
    draw = ImageDraw.Draw(paper)
    for number in range(12):
        y = 80 + number * 72
        draw.line((60, y + 48, 1440, y + 48), (150, 160, 190), 2)
        text = (
            f"{lot.choice(('SETORAN', 'TANGGAL', 'NAMA', 'JUMLAH'))}  {lot.randint(10**5, 10**9)}"
        )
        draw.text((80, y), text, (40, 40, 90), ImageFont.load_default(40))
    picture.paste(
        paper.rotate(lot.uniform(-6, 6), expand=True, fillcolor=(120, 90, 60)), (150, 150)
    )
    return _camera(picture.resize(PHOTO, Image.Resampling.LANCZOS), seed, 1.0)


# --- the same photo again ---------------------------------------------------------------------


def encoded(picture: Image.Image, quality: int = 88) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


def re_encoded(picture: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(encoded(picture, quality))).convert("RGB")


def resized(picture: Image.Image, share: float) -> Image.Image:
    size = round(picture.width * share), round(picture.height * share)
    return picture.resize(size, Image.Resampling.BICUBIC)


def cropped(picture: Image.Image, percent: float, lot: random.Random) -> Image.Image:
    """So many percent of both sides taken away, from either end."""
    wide, high = picture.width * percent / 100, picture.height * percent / 100
    left, top = round(lot.uniform(0, wide)), round(lot.uniform(0, high))
    return picture.crop(
        (left, top, left + round(picture.width - wide), top + round(picture.height - high))
    )


def brightened(picture: Image.Image, percent: float) -> Image.Image:
    return ImageEnhance.Brightness(picture).enhance(1 + percent / 100)


def through_whatsapp(picture: Image.Image) -> Image.Image:
    """At most 1,600 pixels long, and a quality at which much detail goes."""
    sent = picture.copy()
    sent.thumbnail((1600, 1600), Image.Resampling.BILINEAR)
    return re_encoded(sent, 62)


AGAIN: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "re-encoded, quality 40 to 90": lambda p, lot: re_encoded(p, lot.randint(40, 90)),
    "resized to 30 to 120 %": lambda p, lot: resized(p, lot.uniform(0.3, 1.2)),
    "brightness up to 25 % up or down": lambda p, lot: brightened(p, lot.uniform(-25, 25)),
    "through WhatsApp": lambda p, _: through_whatsapp(p),
    "cropped by 2 %": lambda p, lot: cropped(p, 2, lot),
    "cropped by 5 %": lambda p, lot: cropped(p, 5, lot),
    "cropped by 10 %": lambda p, lot: cropped(p, 10, lot),
    "cropped, brighter, through WhatsApp": lambda p, lot: through_whatsapp(
        brightened(cropped(p, 3, lot), lot.uniform(-15, 15))
    ),
}


@lru_cache(maxsize=512)
def standard_photo(place: str, seed: int) -> Image.Image:
    """The first photo of a place; the same object each time, so it must not be changed."""
    return photo(place, seed, View(upright=seed % 4 == 3))


def other_photo_of_the_place(place: str, seed: int) -> Image.Image:
    """Weeks later: the camera stands elsewhere, other things lie there, the light is another."""
    lot = random.Random(f"again{place}{seed}")
    view = View(
        x=lot.uniform(0, 1),
        y=lot.uniform(0, 1),
        zoom=lot.uniform(0.68, 0.98),
        things=lot.randrange(1, 10_000),
        light=lot.uniform(0.8, 1.2),
        upright=seed % 4 == 3,
    )
    return photo(place, seed, view)


def sized(picture: Image.Image, short_side: int) -> Image.Image:
    return resized(picture, short_side / min(picture.size))
