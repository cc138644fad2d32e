"""What leaders say of their business: sales, who works, what stands in the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import business, understand
from handlers.understanding.business import EVERYBODY
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("panen 200 kg laku 3 juta", 3_000_000),
        ("panen 200 laku 3 juta", 3_000_000),
        ("3jt", 3_000_000),
        ("hasil jualan 1.250.000 rupiah", 1_250_000),
        ("omzet 2,5 juta untung 700rb", 2_500_000),
        ("laku 3 juta setor 500 ribu", 3_000_000),
        ("modal 500rb, laku 900rb", 900_000),
        ("40 bungkus @15rb", 600_000),
        ("sekitar 2 juta", 2_000_000),
        ("kurang lebih 2jt", 2_000_000),
        ("tiga juta lima ratus ribu", 3_500_000),
        ("belum ada", 0),
        ("tidak ada penjualan", 0),
        ("belum panen", 0),
        ("nol", 0),
        ("0", 0),
    ],
)
def test_sales_are_read_from_everyday_words(text: str, rupiah: int) -> None:
    assert business.read_sales(text).value == rupiah


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("200", (200_000,)),
        ("300-400rb", (300_000, 400_000)),
        ("laku kemarin 500rb, hari ini laku 300rb", (800_000, 500_000, 300_000)),
    ],
)
def test_what_can_be_read_in_several_ways_is_offered(
    text: str, candidates: tuple[int, ...]
) -> None:
    reading = business.read_sales(text)
    assert (reading.value, reading.candidates) == (None, candidates)


@pytest.mark.parametrize(
    "text", ["setor 500rb", "untung 700rb", "harga 15rb", "laku keras", "lumayan", "", "???"]
)
def test_other_money_and_no_money_are_no_sales(text: str) -> None:
    reading = business.read_sales(text)
    assert (reading.value, reading.candidates) == (None, ())


@pytest.mark.parametrize("text", ["panen 200 kg laku 3 juta", "omzet 2 juta", "laku 900rb"])
def test_sales_are_no_repayment(text: str) -> None:
    understood = understand(text, today=TODAY)
    assert str(understood.intent) == "report_progress"
    assert understood.amount is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("5 orang", 5),
        ("lima", 5),
        ("7 anggota aktif", 7),
        ("yang kerja 5 orang", 5),
        ("8 dari 10", 8),
        ("semua", EVERYBODY),
        ("semuanya ikut", EVERYBODY),
        ("semua anggota kerja", EVERYBODY),
        ("tidak ada", 0),
        ("3 orang sakit", None),
        ("semua kecuali dua", None),
        ("banyak", None),
        ("2 kg", None),
    ],
)
def test_how_many_work(text: str, people: int | None) -> None:
    assert business.read_people(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("laku 3 juta, 5 orang kerja, tidak ada kendala", 5),
        ("panen jahe, semua anggota ikut", EVERYBODY),
        ("laku 3 juta, 5 orang", 5),
        ("panen 5 karung", None),
        ("semua laku", None),
        ("lima", None),
    ],
)
def test_workers_are_noticed_in_a_longer_message(text: str, people: int | None) -> None:
    assert business.hear_people(text) == people


@pytest.mark.parametrize(
    ("text", "obstacles"),
    [
        ("tidak ada kendala", ""),
        ("ga ada masalah pak", ""),
        ("kendalanya belum ada", ""),
        ("tidak ada", ""),
        ("alhamdulillah lancar", ""),
        ("semuanya aman", ""),
        ("hama wereng", "hama wereng"),
        ("modal kurang", "modal kurang"),
        ("pupuk mahal", "pupuk mahal"),
        ("kendala: hujan terus", "hujan terus"),
        ("ada masalah alat rusak", "alat rusak"),
    ],
)
def test_obstacles_and_none(text: str, obstacles: str) -> None:
    assert business.read_obstacles(text) == obstacles


@pytest.mark.parametrize(
    ("text", "obstacles"),
    [
        ("laku 3 juta, kendala hujan terus, 5 orang", "hujan terus"),
        ("panen gagal. jalan putus", "panen gagal"),
        ("laku 1,5 juta, tanpa kendala", ""),
        ("panen 200 kg laku 3 juta", None),
    ],
)
def test_obstacles_are_noticed_in_a_longer_message(text: str, obstacles: str | None) -> None:
    assert business.hear_obstacles(text) == obstacles


@pytest.mark.parametrize("text", ["lewati", "Lewati.", "skip", "nanti saja", "-", "belum dihitung"])
def test_a_question_may_be_passed_over(text: str) -> None:
    assert business.is_skipped(text)
    assert not business.is_all_skipped(text)


@pytest.mark.parametrize("text", ["lewati semua", "kirim saja", "itu saja"])
def test_all_questions_may_be_passed_over(text: str) -> None:
    assert business.is_skipped(text)
    assert business.is_all_skipped(text)


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("lapor usaha", False),
        ("ini foto usaha kami", False),
        ("lapor usaha kelompok pisang lestari", False),
        ("laku 3 juta", False),
        ("panen jahe 40 kg", True),
        ("lapor usaha kelompok jahe, tunasnya bagus", True),
    ],
)
def test_a_command_is_no_story(text: str, story: bool) -> None:  # noqa: FBT001 (a column)
    assert business.tells_a_story(text) is story


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_nothing_that_people_write_breaks_the_reading(text: str) -> None:
    business.read_sales(text)
    business.tells_more(text)
    business.tells_a_story(text)
    people = business.read_people(text)
    assert people is None or people >= EVERYBODY
    assert len(business.read_obstacles(text)) <= len(text)
    heard = business.hear_obstacles(text)
    assert heard is None or len(heard) <= len(text)
