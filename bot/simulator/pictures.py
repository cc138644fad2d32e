"""Pictures that people would send: a bank's transfer slip and a field, drawn afresh each time."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter, ImageFont

if TYPE_CHECKING:
    from datetime import date

Colour = tuple[int, int, int]

SLIP_SIZE = (1080, 1920)
FIELD_SIZE = (1280, 960)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
INK, GREY, LINE = (33, 37, 41), (120, 128, 136), (224, 228, 232)


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What a slip says; the bank, the reference and the time of day are drawn by lot."""

    amount: int
    paid_on: date
    sender: str
    recipient: str = "DANA BERGULIR DINSOS KUTIM"


@dataclass(frozen=True, slots=True)
class _Bank:
    name: str
    colour: Colour
    title: str


BANKS = (
    _Bank("Bank Mahakam Raya", (0, 105, 92), "Transfer Berhasil"),
    _Bank("Bank Sangatta Sejahtera", (21, 71, 143), "Transaksi Berhasil"),
    _Bank("Bank Etam Nusantara", (176, 60, 28), "Bukti Transfer"),
)


def draw_slip(facts: SlipFacts) -> bytes:
    """A JPEG of the receipt that a (fictitious) bank's app shows after a transfer."""
    lot = random.SystemRandom()
    bank = lot.choice(BANKS)
    picture = Image.new("RGB", SLIP_SIZE, (244, 246, 248))
    draw = ImageDraw.Draw(picture)
    width, height = SLIP_SIZE
    draw.rectangle((0, 0, width, 520), fill=bank.colour)
    draw.text((width / 2, 110), bank.name, font=_font(52), fill="white", anchor="mm")
    _draw_tick(draw, (width // 2, 270), bank.colour)
    draw.text((width / 2, 410), bank.title, font=_font(48), fill="white", anchor="mm")
    draw.rounded_rectangle((60, 470, width - 60, height - 170), radius=36, fill="white")
    draw.text((width / 2, 560), "Jumlah Transfer", font=_font(38), fill=GREY, anchor="mm")
    rupiah = f"Rp{facts.amount:,}".replace(",", ".")
    draw.text((width / 2, 640), rupiah, font=_font(84), fill=INK, anchor="mm")
    _draw_rows(draw, _slip_rows(facts, bank, lot), top=740)
    note = "Simpan bukti ini sebagai tanda transaksi yang sah."
    draw.text((width / 2, height - 110), note, font=_font(32), fill=GREY, anchor="mm")
    return _jpeg(picture)


def _slip_rows(facts: SlipFacts, bank: _Bank, lot: random.Random) -> list[tuple[str, str]]:
    day = f"{facts.paid_on.day:02} {MONTHS[facts.paid_on.month - 1]} {facts.paid_on.year}"
    time = f"{lot.randrange(7, 21):02}:{lot.randrange(60):02}:{lot.randrange(60):02} WITA"
    digits = "".join(lot.choices("0123456789", k=12))
    return [
        ("Tanggal", day),
        ("Waktu", time),
        ("No. Referensi", f"{facts.paid_on:%Y%m%d}{digits}"),
        ("Dari", facts.sender.upper()),
        ("Rekening asal", f"**** **** {lot.randrange(10_000):04}"),
        ("Ke", facts.recipient),
        ("Bank tujuan", bank.name),
        ("Rekening tujuan", "0021 4400 7781"),
        ("Biaya admin", "Rp0"),
        ("Status", "BERHASIL"),
    ]


def _draw_rows(draw: ImageDraw.ImageDraw, rows: list[tuple[str, str]], top: int) -> None:
    for index, (label, value) in enumerate(rows):
        y = top + index * 96
        draw.line((110, y, SLIP_SIZE[0] - 110, y), fill=LINE, width=2)
        draw.text((110, y + 50), label, font=_font(36), fill=GREY, anchor="lm")
        draw.text((SLIP_SIZE[0] - 110, y + 50), value, font=_font(36), fill=INK, anchor="rm")


def _draw_tick(draw: ImageDraw.ImageDraw, centre: tuple[int, int], colour: Colour) -> None:
    x, y = centre
    draw.ellipse((x - 80, y - 80, x + 80, y + 80), fill="white")
    draw.line((x - 38, y + 4, x - 10, y + 34, x + 42, y - 30), fill=colour, width=18, joint="curve")


def draw_field() -> bytes:
    """A JPEG of rows of plants under a sky, with a slightly different light each time."""
    lot = random.SystemRandom()
    width, height = FIELD_SIZE
    picture = Image.new("RGB", FIELD_SIZE)
    draw = ImageDraw.Draw(picture)
    horizon = lot.randrange(300, 400)
    _shade(draw, (0, horizon), (120 + lot.randrange(40), 180, 230), (225, 236, 240))
    _draw_hills(draw, horizon, lot)
    _shade(draw, (horizon, height), (150, 112, 74), (98 + lot.randrange(20), 66, 42))
    middle = width // 2 + lot.randrange(-120, 120)
    for row in range(-7, 8):
        _draw_row_of_plants(draw, middle, row, horizon, lot)
    return _jpeg(picture.filter(ImageFilter.GaussianBlur(0.8)))


def _shade(draw: ImageDraw.ImageDraw, span: tuple[int, int], above: Colour, below: Colour) -> None:
    top, bottom = span
    for y in range(top, bottom):
        share = (y - top) / (bottom - top)
        red, green, blue = (round(a + (b - a) * share) for a, b in zip(above, below, strict=True))
        draw.line((0, y, FIELD_SIZE[0], y), fill=(red, green, blue))


def _draw_hills(draw: ImageDraw.ImageDraw, horizon: int, lot: random.Random) -> None:
    for x in range(-100, FIELD_SIZE[0], 170):
        height = lot.randrange(30, 110)
        green = (60 + lot.randrange(25), 105 + lot.randrange(30), 70)
        draw.ellipse((x, horizon - height, x + 360, horizon + height), fill=green)


def _draw_row_of_plants(
    draw: ImageDraw.ImageDraw, middle: int, row: int, horizon: int, lot: random.Random
) -> None:
    for step in range(1, 15):
        depth = (step / 14) ** 1.7
        y = horizon + depth * (FIELD_SIZE[1] - horizon)
        x = middle + row * (20 + depth * 210) + lot.uniform(-5, 5) * depth
        _draw_plant(draw, (x, y), 6 + depth * 62, lot)


def _draw_plant(
    draw: ImageDraw.ImageDraw, foot: tuple[float, float], size: float, lot: random.Random
) -> None:
    x, y = foot
    for _ in range(7):
        lean, tall = lot.uniform(-0.7, 0.7) * size, lot.uniform(0.6, 1.1) * size
        green = (40 + lot.randrange(40), 120 + lot.randrange(60), 40 + lot.randrange(20))
        leaf = [(x - size / 14, y), (x + lean, y - tall), (x + size / 14, y)]
        draw.polygon(leaf, fill=green)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _jpeg(picture: Image.Image) -> bytes:
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=88)
    return encoded.getvalue()
