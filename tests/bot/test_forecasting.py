"""`gulir forecast`, and the picture of a queue."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.database import close_database, open_database, transaction
from bot.drawings.facts import Facts
from bot.drawings.queue_forecast import ROWS_MAX, Bands, Row, from_facts, queue_forecast
from bot.drawings.sheet import FRESH
from bot.forecasting import CannotForecast, Wanted, forecasts
from bot.pictures import SHOWN_BYTES_MAX
from handlers.messages import words
from tests.bot.test_cli import gulir
from tests.builders import NOW, TODAY, a_loan, a_programme, waiting_since

if TYPE_CHECKING:
    from pathlib import Path


async def _fill(url: str) -> None:
    await open_database(url)
    try:
        async with transaction():
            programme = await a_programme(capital=30_000_000)
            await a_loan(programme=programme)
            await waiting_since(programme, amount=8_000_000)
            await waiting_since(programme, NOW + timedelta(hours=1), amount=8_000_000)
            await a_programme(capital=1, name="Dana Kosong")
    finally:
        await close_database()


async def _all(url: str, wanted: Wanted) -> list[dict[str, Any]]:
    return [one async for one in forecasts(url, TODAY, wanted)]


async def test_every_programme_is_forecast_and_the_same_seed_says_the_same(
    database_url: str,
) -> None:
    await _fill(database_url)
    first, empty = await _all(database_url, Wanted(seed=7))
    assert empty["places"] == []
    assert first["places"][0]["known"]
    assert first["seed"] == 7
    assert first["available"] == 10_000_000
    assert first["outstanding"] == 20_000_000
    assert json.loads(json.dumps(first)) == first
    assert (await _all(database_url, Wanted(seed=7)))[0] == first
    (chosen,) = await _all(database_url, Wanted(code=first["programme"].lower(), seed=8))
    assert chosen["programme"] == first["programme"]
    assert chosen["places"] != first["places"]
    with pytest.raises(CannotForecast, match=first["programme"]):
        await _all(database_url, Wanted(code="NIX"))


@pytest.mark.only("sqlite")
async def test_an_old_database_is_refused(empty_database_url: str) -> None:
    with pytest.raises(CannotForecast, match="migrate"):
        await _all(empty_database_url, Wanted())


def test_the_command_refuses_what_makes_no_sense(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'gulir.db'}"
    wrong = gulir("forecast", "--json", "--seed", "-1", folder=tmp_path, DATABASE_URL=url)
    assert wrong.returncode == 2
    old = gulir("forecast", "--json", folder=tmp_path, DATABASE_URL=url)
    assert (old.returncode, old.stdout) == (2, "")
    assert "gulir migrate" in old.stderr


def test_a_long_queue_fits_on_a_phone_and_is_small() -> None:
    name = "KUBE Budi Daya Jahe Merah dan Kencur Sumber Rezeki Bersama Selamanya"
    rows = [
        Row(f"{n}. {name}", "November 2019 sampai Maret 2020", (9, 60, 90, 300, 900))
        for n in range(40)
    ]
    months = [(f"Januari {2020 + n}", n * 365) for n in range(3)]
    data = queue_forecast(
        Bands("Perkiraan giliran", name, rows, months, 915, name * 2, "dan 30 lagi")
    )
    picture = Image.open(io.BytesIO(data))
    assert picture.width == 720
    assert picture.height <= 1_500
    assert len(data) <= SHOWN_BYTES_MAX
    assert ROWS_MAX == 10


def test_the_band_stands_where_its_days_are_and_an_unknown_one_has_none() -> None:
    facts = Facts(
        {
            "title": "Perkiraan",
            "about": "Dana",
            "legend": "",
            "names": ("1. Mawar", "2. Melati"),
            "when": (words("forecast.short.unknown"), words("forecast.short.unknown")),
            "known": (1, 0),
            "days": (0, 10, 20, 30, 40),
            "months": (words("forecast.picture.month", month=TODAY),),
            "month_days": (15,),
            "until": 100,
        },
        "id",
    )
    picture = Image.open(io.BytesIO(from_facts(facts, ()))).convert("RGB")

    def green(top: int, bottom: int) -> list[int]:
        return [
            x
            for x in range(0, picture.width, 4)
            if any(
                sum(abs(a - b) for a, b in zip(_at(picture, x, y), FRESH, strict=True)) < 60
                for y in range(top, bottom, 4)
            )
        ]

    half = (picture.height - 112 - 186) // 2
    first = green(186, 186 + half)
    assert 28 + 664 * 0.08 < min(first) < 28 + 664 * 0.12
    assert 28 + 664 * 0.28 < max(first) < 28 + 664 * 0.33
    assert green(186 + half, 186 + 2 * half) == []


def _at(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return (int(pixel[0]), int(pixel[1]), int(pixel[2]))
