"""Clocks: the machine's, and the movable one of the simulator."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.clock import Clock, ShiftedClock, SystemClock, clock_for
from models.calendar import wita_day

if TYPE_CHECKING:
    from pathlib import Path


def seconds_ahead(clock: Clock) -> float:
    return (clock.now() - datetime.now(UTC)).total_seconds()


def write(file: Path, text: str, *, at: int) -> None:
    file.write_text(text)
    os.utime(file, ns=(at, at))


def test_the_systems_clock_tells_utc_and_the_day_in_wita() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.today() in {wita_day(clock.now()), wita_day(clock.now() - timedelta(seconds=1))}
    assert seconds_ahead(clock) == pytest.approx(0, abs=1)


def test_a_missing_file_means_no_shift(tmp_path: Path) -> None:
    assert seconds_ahead(ShiftedClock(tmp_path / "shift")) == pytest.approx(0, abs=1)


def test_the_clock_follows_every_change_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "shift"
    clock = ShiftedClock(file)
    write(file, "3600.5\n", at=1_000)
    assert seconds_ahead(clock) == pytest.approx(3600.5, abs=1)
    write(file, "864000", at=1_001)
    assert seconds_ahead(clock) == pytest.approx(864_000, abs=1)
    assert clock.today() == wita_day(clock.now())
    file.unlink()
    assert seconds_ahead(clock) == pytest.approx(0, abs=1)
    write(file, "60", at=1_001)
    assert seconds_ahead(clock) == pytest.approx(60, abs=1)


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "shift"
    clock = ShiftedClock(file)
    write(file, "60", at=1_000)
    assert seconds_ahead(clock) == pytest.approx(60, abs=1)
    write(file, "90", at=1_000)
    assert seconds_ahead(clock) == pytest.approx(60, abs=1)


@pytest.mark.parametrize("half", ["12e", "nan", "inf", "\x00"])
def test_a_half_written_file_keeps_the_last_shift(tmp_path: Path, half: str) -> None:
    file = tmp_path / "shift"
    clock = ShiftedClock(file)
    write(file, "60", at=1_000)
    assert seconds_ahead(clock) == pytest.approx(60, abs=1)
    write(file, half, at=1_001)
    assert seconds_ahead(clock) == pytest.approx(60, abs=1)
    write(file, "90", at=1_002)
    assert seconds_ahead(clock) == pytest.approx(90, abs=1)


def test_an_empty_file_means_no_shift(tmp_path: Path) -> None:
    write(tmp_path / "shift", "", at=1_000)
    assert seconds_ahead(ShiftedClock(tmp_path / "shift")) == pytest.approx(0, abs=1)


def test_the_settings_choose_the_clock(tmp_path: Path) -> None:
    assert type(clock_for(None)) is SystemClock
    assert isinstance(clock_for(tmp_path / "shift"), ShiftedClock)
