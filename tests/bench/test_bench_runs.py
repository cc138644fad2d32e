"""The benches keep working; what they measure is nothing that a test could hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bench.forecast import backtest, in_plain_python, measure_speed, small
from tests.bench.pipeline import main
from tests.bench.stage import fake_telegram
from tests.bench.startup import start_once

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_quick_bench_compares_gulir_with_its_rival(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick"]) == 0, "a message was lost, repeated or mistaken"
    table = capsys.readouterr().out
    rates = {
        bot: [int(rate), float(ratio)]
        for bot, rate, ratio in re.findall(
            r"^ +4 (aiogram|Gulir SQLite) +(\d+) .* +([\d.]+)x(?:  [\d.]+x){3}$",
            table,
            re.MULTILINE,
        )
    }
    assert rates.keys() == {"aiogram", "Gulir SQLite"}, table
    assert all(rate > 0 and ratio > 0 for rate, ratio in rates.values()), table


def test_a_start_is_timed_and_weighed(tmp_path: Path) -> None:
    with fake_telegram() as api_base:
        start = start_once(api_base, tmp_path)
    assert start.ready_seconds > 0
    assert start.rss_mb > 0


def test_the_forecast_is_compared_with_plain_python() -> None:
    world = small()
    speed = measure_speed(world, paths=100, plain_paths=2)
    assert speed.ratio > 0
    assert len(in_plain_python(world, 2)) == len(world.places)


def test_forecasts_of_invented_funds_hold_what_they_say() -> None:
    truth = backtest(10, paths=100)
    assert truth.told >= 50
    # So few funds say little: a forecast that is blind or far too sure fails all the same.
    assert 55 <= truth.percent(truth.in_80) <= 98
    assert 25 <= truth.percent(truth.before_half) <= 75
