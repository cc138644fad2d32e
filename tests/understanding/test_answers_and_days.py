"""Days in both directions, yes and no, choices, methods, instalments and fields."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import (
    Certainty,
    Expecting,
    Intent,
    read_choice,
    read_day,
    read_intent,
    read_later,
    read_number,
    read_yes_no,
    understand,
)

WEDNESDAY = date(2019, 7, 17)
DAYS = st.dates(date(2018, 1, 1), date(2035, 12, 31))
MONTHS = [
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
]


@settings(max_examples=150, deadline=None)
@given(today=DAYS, back=st.integers(min_value=0, max_value=60))
def test_a_full_date_comes_back_as_itself(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    for text in (written, day.isoformat(), f"tgl {day.day}/{day.month}/{day.year}"):
        assert read_day(text, today=today).value == day


@settings(max_examples=150, deadline=None)
@given(today=DAYS, number=st.integers(min_value=1, max_value=31))
def test_payments_look_back_and_promises_ahead(today: date, number: int) -> None:
    back = read_day(f"tgl {number}", today=today).value
    ahead = read_day(f"tgl {number}", today=today, direction="future").value
    assert back is not None
    assert back <= today
    assert back.day == number
    assert ahead is not None
    assert ahead >= today
    assert ahead.day == number


@settings(max_examples=100, deadline=None)
@given(today=DAYS, weekday=st.sampled_from("senin selasa rabu kamis jumat sabtu ahad".split()))  # noqa: SIM905
def test_a_past_weekday_is_at_most_a_week_ago(today: date, weekday: str) -> None:
    reading = read_day(f"{weekday} lalu", today=today)
    assert reading.value is not None
    assert 1 <= (today - reading.value).days <= 7


@pytest.mark.parametrize("text", ["31 juni", "30 feb 2019", "tgl 45", "0/0/2019", "99/99/9999"])
def test_days_that_do_not_exist_are_never_taken(text: str) -> None:
    assert read_day(text, today=WEDNESDAY).value is None


def test_a_payment_in_the_future_is_asked_back_with_the_day() -> None:
    reading = read_day("besok", today=WEDNESDAY)
    assert reading[:3] == (None, Certainty.ASK, (date(2019, 7, 18),))


def test_the_edges_of_the_calendar_do_not_break_the_reader() -> None:
    for today in (date.min, date.max):
        for text in ("kemarin", "besok", "senin lalu", "sebulan lagi", "99 bulan lagi", "31 des"):
            for direction in ("past", "future"):
                read_day(text, today=today, direction=direction)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("iya pak", True),
        ("tidak setuju", False),
        ("belum benar bu", False),
        ("tidak apa-apa", True),
        ("ya, tapi jumlahnya salah", None),
        ("bukan 500rb", None),
        ("tidak salah", None),
        ("mungkin", None),
        ("", None),
        ("salah", False),
    ],
)
def test_yes_and_no(text: str, answer: bool | None) -> None:  # noqa: FBT001 - a table of answers
    assert read_yes_no(text) is answer


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("dua", 2), ("yang ketiga", 3), ("no 2 pak", 2), ("2️⃣", 2), ("٣", 3),
     ("500", None), ("1 2", None), ("2rb", None), ("0", None), ("setor 1", None)],
)  # fmt: skip
def test_choices(text: str, number: int | None) -> None:
    assert read_choice(text) == number


@pytest.mark.parametrize(
    ("text", "method"),
    [("sdh trf 500rb", "transfer"), ("setor ke rek dinas 500rb", "transfer"),
     ("bayar tunai 500rb", "cash"), ("nitip ke bendahara 500rb", "cash"),
     ("setor 500rb", None)],
)  # fmt: skip
def test_how_it_was_paid(text: str, method: str | None) -> None:
    assert understand(text, today=WEDNESDAY).method == method


@pytest.mark.parametrize(
    ("text", "number"),
    [("angsuran ke-3 500rb", 3), ("cicilan 4", 4), ("angsuran kelima", 5), ("ke 2, 1jt", 2),
     ("angsuran 500rb", None)],
)  # fmt: skip
def test_instalment_numbers(text: str, number: int | None) -> None:
    assert understand(text, today=WEDNESDAY).instalment == number


@pytest.mark.parametrize(
    ("text", "field"),
    [("ubah jumlah", "amount"), ("salah tanggal", "date"), ("bukan kemarin, tgl 5", "date"),
     ("harusnya 500rb", "amount"), ("ganti fotonya", "slip"), ("salah, bukan tunai", "method")],
)  # fmt: skip
def test_a_correction_names_its_field(text: str, field: str) -> None:
    understood = understand(text, today=WEDNESDAY)
    assert (understood.intent, understood.field) == (Intent.CORRECT, field)


def test_a_name_or_a_member_may_say_what_is_expected() -> None:
    for expecting in ("amount", Expecting.AMOUNT):
        assert read_intent("500rb", today=WEDNESDAY, expecting=expecting) is Intent.GIVE_AMOUNT


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("nanti", True), ("nanti ya bu", True), ("blm ada fotonya", True), ("besok sy kirim", True),
        ("menyusul pak", True), ("ga ada bukti", True), ("lewati", True), ("later", True),
        ("besok sy bayar 500rb", False), ("", False), ("sudah", False), ("batal", False),
    ],
)  # fmt: skip
def test_what_comes_later_is_said_in_many_ways(text: str, later: bool) -> None:  # noqa: FBT001
    assert read_later(text) is later


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("dua belas kali", 12), ("tiga puluh enam angsuran", 36), ("12x", 12),
        ("500rb", None), ("12 atau 24", None), ("", None), ("sejuta", None), ("150", None),
    ],
)  # fmt: skip
def test_how_many_is_said_in_figures_and_in_words(text: str, number: int | None) -> None:
    assert read_number(text) == number
