"""The benches keep working; what they measure is nothing that a test could hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bench import understanding
from tests.bench.forecast import backtest, in_plain_python, measure_speed, small
from tests.bench.pipeline import main
from tests.bench.stage import fake_telegram
from tests.bench.startup import start_once
from tests.bench.whatsapp import main as whatsapp

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


def test_understanding_is_compared_with_what_a_developer_would_reach_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    understanding.main(["--quick"])
    table = capsys.readouterr().out
    shares = {
        name.strip(): float(right)
        for name, right in re.findall(r"^  ([a-zA-Z, ]+?) +([\d.]+)% +\d+ ", table, re.MULTILINE)
    }
    rivals = {"a regular expression", "dateparser"}
    assert rivals < shares.keys(), table
    ours = shares["Gulir, everything in a text"]
    assert all(ours > shares[rival] for rival in rivals), table
    assert "sure but wrong amounts: 0 " in table


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


def test_the_quick_bench_of_webhooks_stores_every_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert whatsapp(["--quick"]) in (0, 1)
    table = capsys.readouterr().out
    assert "600 of 600 stored" in table, table
    assert len(re.findall(r"^ +(?:1|8|32) +\d+/s +\d+/s +[\d.]+x$", table, re.MULTILINE)) == 3, (
        table
    )
