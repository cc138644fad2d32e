"""What people read of a forecast: months, never days, and never a promise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.forecast_words import in_short, what_moves, when
from handlers.messages import say
from handlers.speak import render_text
from models.forecast import Window


def window(earliest: str, half: str, until: str, *, certain: bool = False) -> Window:
    return Window(*map(date.fromisoformat, (earliest, half, until)), certain=certain)


NEAR = window("2020-03-05", "2020-03-10", "2020-03-28")
THIS_YEAR = window("2020-03-05", "2020-04-10", "2020-05-28")
NEXT_YEAR = window("2019-12-05", "2020-01-10", "2020-05-28")
OVER_NEW_YEAR = window("2019-11-05", "2019-11-10", "2019-12-28")
CERTAIN = window("2020-03-05", "2020-03-10", "2020-03-28", certain=True)


@pytest.mark.parametrize(
    ("known", "key", "text"),
    [
        (None, "forecast.when.unknown", "belum bisa diperkirakan"),
        (NEAR, "forecast.when.within", "kemungkinan besar dalam Maret 2020"),
        (
            THIS_YEAR,
            "forecast.when.same_year",
            "paling cepat Maret, kemungkinan besar sebelum Juni 2020",
        ),
        (
            NEXT_YEAR,
            "forecast.when.other_year",
            "paling cepat Desember 2019, kemungkinan besar sebelum Juni 2020",
        ),
        (
            OVER_NEW_YEAR,
            "forecast.when.other_year",
            "paling cepat November 2019, kemungkinan besar sebelum Januari 2020",
        ),
        (
            CERTAIN,
            "forecast.when.certain",
            "sudah disetujui, tinggal dicairkan, kemungkinan besar paling lambat 28 Maret 2020",
        ),
    ],
)
def test_a_waiting_group_reads(known: Window | None, key: str, text: str) -> None:
    told = when(known)
    assert told.key == key
    assert render_text(told, "id") == text
    assert render_text(told, "en")


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (None, "belum bisa diperkirakan"),
        (NEAR, "Maret 2020"),
        (THIS_YEAR, "Maret-Mei 2020"),
        (NEXT_YEAR, "Desember 2019 sampai Mei 2020"),
        (CERTAIN, "sudah disetujui"),
    ],
)
def test_staff_read_in_short(known: Window | None, text: str) -> None:
    assert render_text(in_short(known), "id") == text


@given(
    st.dates(date(2019, 1, 1), date(2030, 1, 1)),
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(["id", "en"]),
)
def test_no_window_is_told_to_the_day(start: date, half: int, more: int, language: str) -> None:
    middle = start + timedelta(days=half)
    known = Window(start, middle, middle + timedelta(days=more))
    for told in (when(known), in_short(known)):
        years = {str(year) for year in range(2018, 2035)}
        figures = [word for word in render_text(told, language).split() if word.isdigit()]
        assert set(figures) <= years


def test_what_moves_it_names_a_month_and_nobody() -> None:
    earlier = what_moves(THIS_YEAR, NEAR)
    assert earlier.key == "forecast.moves.sooner"
    assert render_text(earlier, "id") == (
        "Bila setoran semua kelompok tepat waktu, kira-kira Maret 2020."
    )
    assert what_moves(THIS_YEAR, THIS_YEAR).key == "forecast.moves.keeps"
    assert what_moves(THIS_YEAR, None).key == "forecast.moves.keeps"


def test_those_who_helped_are_thanked_in_one_sentence() -> None:
    told = say("next_group.helped", name="Sari Wulandari", funded="KUBE Mawar")
    assert render_text(told, "id").startswith(
        "Kabar baik, Pak/Bu Sari Wulandari: setoran Anda ikut membiayai KUBE Mawar."
    )


def test_the_picture_tells_what_it_leaves_out_and_what_it_means() -> None:
    assert render_text(say("forecast.picture.more", count=3), "id") == "dan 3 kelompok lagi"
    assert "paling mungkin" in render_text(say("forecast.picture.legend"), "id")
