"""Amounts: the money notations, the offers, and what is never an amount."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import Certainty, Intent, read_amount, understand

TODAY = date(2019, 7, 17)
UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()  # noqa: SIM905
AMOUNTS = st.integers(min_value=10_000, max_value=100_000_000)
THOUSANDS = st.integers(min_value=10, max_value=99_999).map(lambda n: n * 1_000)


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def below_a_thousand(number: int) -> str:
    if number < 10:
        return UNITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number) or f"{UNITS[number - 10]} belas"
    if number < 100:
        rest = f" {UNITS[number % 10]}" if number % 10 else ""
        return f"{UNITS[number // 10]} puluh{rest}"
    head = "seratus" if number < 200 else f"{UNITS[number // 100]} ratus"
    return f"{head} {below_a_thousand(number % 100)}" if number % 100 else head


def in_words(amount: int) -> str:
    millions, rest = divmod(amount, 1_000_000)
    thousands, ones = divmod(rest, 1_000)
    parts = [f"{below_a_thousand(millions)} juta"] if millions else []
    if thousands:
        parts.append("seribu" if thousands == 1 else f"{below_a_thousand(thousands)} ribu")
    if ones:
        parts.append(below_a_thousand(ones))
    return " ".join(parts)


NOTATIONS: list[Callable[[int], str]] = [
    dotted,
    lambda n: f"Rp{dotted(n)}",
    lambda n: f"Rp {dotted(n)},-",
    lambda n: f"Rp. {dotted(n)},00",
    lambda n: f"{n:,}",
    lambda n: f"{n:,}.00",
    lambda n: f"setor {dotted(n)} tgl 5",
    lambda n: f"sdh bayar angsuran ke 3 {dotted(n)} kmrn",
]
THOUSAND_NOTATIONS: list[Callable[[int], str]] = [
    lambda n: f"{n // 1000}rb",
    lambda n: f"{n // 1000} ribu",
    lambda n: f"{n // 1000}k",
    in_words,
    lambda n: f"{in_words(n)} rupiah",
    lambda n: f"setor {n // 1000} rbu kemarin",
]


@settings(max_examples=150, deadline=None)
@given(amount=AMOUNTS, notation=st.sampled_from(NOTATIONS))
def test_a_written_amount_comes_back_as_itself(amount: int, notation: Callable[[int], str]) -> None:
    reading = read_amount(notation(amount))
    assert (reading.value, reading.certainty) == (amount, Certainty.SURE)


@settings(max_examples=150, deadline=None)
@given(amount=THOUSANDS, notation=st.sampled_from(THOUSAND_NOTATIONS))
def test_thousands_come_back_as_themselves(amount: int, notation: Callable[[int], str]) -> None:
    reading = read_amount(notation(amount))
    assert (reading.value, reading.certainty) == (amount, Certainty.SURE)


@settings(max_examples=400, deadline=None)
@given(
    amount=THOUSANDS,
    place=st.integers(min_value=0, max_value=200),
    slip=st.sampled_from(["lost", "twice", "swapped", "wrong", "glued"]),
    letter=st.sampled_from("aeioukrstn"),
)
def test_a_slip_of_the_thumb_never_makes_a_sure_amount_wrong(
    amount: int, place: int, slip: str, letter: str
) -> None:
    """Whatever happens to one letter of the words, what is sure is what was meant."""
    said = in_words(amount)
    at = place % len(said)
    typed = {
        "lost": said[:at] + said[at + 1 :],
        "twice": said[:at] + said[at] + said[at:],
        "swapped": said[:at] + said[at : at + 2][::-1] + said[at + 2 :],
        "wrong": said[:at] + letter + said[at + 1 :],
        "glued": said.replace(" ", "", 1 + place % 3),
    }[slip]
    understood = understand(f"setor {typed} kemarin", today=TODAY)
    if understood.amount_certainty is Certainty.SURE:
        assert understood.amount == amount, typed


@settings(max_examples=150, deadline=None)
@given(amount=AMOUNTS)
def test_words_never_become_another_sure_amount(amount: int) -> None:
    reading = read_amount(in_words(amount))
    assert reading.value in {amount, None} or reading.certainty is not Certainty.SURE


@settings(max_examples=150, deadline=None)
@given(
    number=st.integers(min_value=0, max_value=9_999), before=st.sampled_from(["", "setor ", "Rp"])
)
def test_a_bare_small_number_is_never_silently_multiplied(number: int, before: str) -> None:
    reading = read_amount(f"{before}{number}")
    assert reading.value is None
    assert reading.certainty is not Certainty.SURE
    assert all(candidate >= 10_000 for candidate in reading.candidates)


@settings(max_examples=100, deadline=None)
@given(
    amount=THOUSANDS,
    place=st.integers(min_value=1, max_value=3),
    change=st.sampled_from(["0", "00", ""]),
)
def test_a_zero_too_many_or_too_few_is_never_sure(amount: int, place: int, change: str) -> None:
    groups = dotted(amount).split(".")
    at = min(place, len(groups) - 1)
    groups[at] = groups[at] + change if change else groups[at][:-1]
    reading = read_amount(".".join(groups))
    assert reading.certainty is not Certainty.SURE


@pytest.mark.parametrize(
    "text",
    [
        "panen 200 kg laku 3 juta",
        "rek 0123-01-004567-50-3",
        "hp 081234567890",
        "jam 10.30",
        "umur 45",
        "rt 05 rw 02",
        "angsuran ke 3",
        "tgl 17/7/2019",
        "6472051234567890",
        "9" * 31,
        "20 ekor ayam",
        "3 bulan lagi",
        "100.000 bungkus",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert read_amount(text).value is None


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("250", (250_000,)),
        ("1.250", (1_250_000,)),
        ("gopek", (500_000,)),
        ("5rb", (500_000, 5_000_000)),
        ("1,5", (1_500_000,)),
        ("1jt50", (1_050_000, 1_500_000)),
        ("50.0000", (500_000, 50_000)),
        ("300-400rb", (300_000, 400_000)),
        ("ke 3,500rb", (500_000, 3_500_000)),
    ],
)
def test_what_is_asked_offers_its_readings(text: str, candidates: tuple[int, ...]) -> None:
    reading = read_amount(text)
    assert (reading.value, reading.certainty, reading.candidates) == (None, "ask", candidates)


@pytest.mark.parametrize(
    "text",
    [
        "bayar 2 juta 5 ratus",
        "angsuran 5 500 000",
        "angsuran 5,500rb",
        "tgl 5.500rb",
        "500 rb jt",
        "tiga ratus ribu lxma puluh ribu",
        "3 500rb",
        "500.000 ribu",
        "setor 200rb, kemarin 300rb",
        "sudah 2x bayar 250rb",
        "500rb/2",
        "5² ribu",
    ],
)
def test_what_can_be_read_in_two_ways_is_never_sure(text: str) -> None:
    assert read_amount(text).certainty is not Certainty.SURE


def test_a_correction_takes_the_value_after_the_turn_and_shows_it() -> None:
    assert read_amount("500rb tapi 450rb", correction=True)[:2] == (450_000, "confirm")
    assert read_amount("bukan 500rb tp 550rb")[:2] == (550_000, "confirm")
    assert read_amount("harusnya 550rb bukan 500rb")[:2] == (550_000, "confirm")


def test_a_promise_is_not_a_repayment() -> None:
    understood = understand("besok insya Allah setor 300rb", today=TODAY)
    assert understood.intent is Intent.PROMISE_PAYMENT
    assert understood.amount == 300_000


def test_an_amount_that_is_asked_about_is_shown_before_it_counts() -> None:
    assert understand("boleh setor 500rb?", today=TODAY).amount_certainty == "confirm"
