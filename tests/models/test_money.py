"""Whole rupiah, and writing them down; words are read back by a parser written on its own."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.money import (
    LARGEST_IN_WORDS,
    Rupiah,
    figures_en,
    figures_id,
    in_words_en,
    in_words_id,
)

AMOUNTS = st.one_of(
    st.integers(-LARGEST_IN_WORDS, LARGEST_IN_WORDS),
    st.integers(0, 3000),
    st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(0, 999), st.integers(0, 12)),
)

ONES_ID = {
    word: value
    for value, word in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    )
}
SCALES_ID = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
# fmt: off
ONES_EN = {
    word: value
    for value, word in enumerate([
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ])
}
# fmt: on
TENS_EN = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES_EN = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}


def read_id(text: str) -> int:
    """Reads terbilang strictly, as a bank clerk would: unknown words are an error."""
    words = text.removesuffix(" rupiah").split()
    sign = -1 if words[0] == "minus" else 1
    total = group = digit = 0
    for word in words[sign < 0 :]:
        if word in ONES_ID:
            digit = ONES_ID[word]
        elif word in {"sepuluh", "sebelas", "seratus", "seribu"}:
            value = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}[word]
            total, group = (total + value, group) if value == 1000 else (total, group + value)
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word == "puluh":
            group, digit = group + 10 * digit, 0
        elif word == "ratus":
            group, digit = group + 100 * digit, 0
        else:
            total, group, digit = total + (group + digit) * SCALES_ID[word], 0, 0
    return sign * (total + group + digit)


def read_en(text: str) -> int:
    words = text.removesuffix(" rupiah").replace("-", " ").split()
    sign = -1 if words[0] == "minus" else 1
    total = group = 0
    for word in words[sign < 0 :]:
        if word == "hundred":
            group *= 100
        elif word in SCALES_EN:
            total, group = total + group * SCALES_EN[word], 0
        else:
            group += ONES_EN[word] if word in ONES_EN else TENS_EN[word]
    return sign * (total + group)


@settings(max_examples=200)
@given(AMOUNTS)
def test_words_read_back_are_the_same_amount_in_both_languages(amount: int) -> None:
    assert read_id(in_words_id(amount)) == amount
    assert read_en(in_words_en(amount)) == amount


@settings(max_examples=200)
@given(AMOUNTS)
def test_words_are_single_spaced_lower_case_and_end_in_rupiah(amount: int) -> None:
    for text in (in_words_id(amount), in_words_en(amount)):
        assert text == " ".join(text.split()) == text.lower()
        assert text.endswith(" rupiah")


@settings(max_examples=200)
@given(st.integers(-(2**63), 2**63))
def test_figures_read_back_are_the_same_amount_and_group_by_thousands(amount: int) -> None:
    for text, separator in ((figures_id(amount), "."), (figures_en(amount), ",")):
        sign = -1 if text.startswith("-") else 1
        groups = text.removeprefix("-").removeprefix("Rp").split(separator)
        assert sign * int("".join(groups)) == amount
        assert [len(group) for group in groups[1:]] == [3] * (len(groups) - 1)


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (0, "nol rupiah", "zero rupiah"),
        (10, "sepuluh rupiah", "ten rupiah"),
        (11, "sebelas rupiah", "eleven rupiah"),
        (17, "tujuh belas rupiah", "seventeen rupiah"),
        (45, "empat puluh lima rupiah", "forty-five rupiah"),
        (100, "seratus rupiah", "one hundred rupiah"),
        (1_000, "seribu rupiah", "one thousand rupiah"),
        (1_100, "seribu seratus rupiah", "one thousand one hundred rupiah"),
        (21_000, "dua puluh satu ribu rupiah", "twenty-one thousand rupiah"),
        (500_000, "lima ratus ribu rupiah", "five hundred thousand rupiah"),
        (
            1_250_000,
            "satu juta dua ratus lima puluh ribu rupiah",
            "one million two hundred fifty thousand rupiah",
        ),
        (
            1_001_000,
            "satu juta seribu rupiah",
            "one million one thousand rupiah",
        ),
        (10**9, "satu miliar rupiah", "one billion rupiah"),
        (10**15, "satu kuadriliun rupiah", "one quadrillion rupiah"),
        (-500, "minus lima ratus rupiah", "minus five hundred rupiah"),
    ],
)
def test_words_as_a_receipt_prints_them(amount: int, indonesian: str, english: str) -> None:
    assert in_words_id(amount) == indonesian
    assert in_words_en(amount) == english


@pytest.mark.parametrize("amount", [LARGEST_IN_WORDS + 1, -LARGEST_IN_WORDS - 1])
def test_beyond_the_largest_amount_there_are_no_words(amount: int) -> None:
    with pytest.raises(ValueError, match="more than words"):
        in_words_id(amount)
    with pytest.raises(ValueError, match="more than words"):
        in_words_en(amount)


def test_figures_as_a_receipt_prints_them() -> None:
    assert figures_id(Rupiah(1_250_000)) == "Rp1.250.000"
    assert figures_en(Rupiah(1_250_000)) == "Rp1,250,000"
    assert figures_id(0) == "Rp0"
    assert figures_id(-999) == "-Rp999"


@given(st.integers(), st.integers())
def test_arithmetic_of_rupiah_is_that_of_integers_and_stays_rupiah(one: int, other: int) -> None:
    results = {
        Rupiah(one) + Rupiah(other): one + other,
        one + Rupiah(other): one + other,
        Rupiah(one) - other: one - other,
        one - Rupiah(other): one - other,
        Rupiah(one) * other: one * other,
        one * Rupiah(other): one * other,
        -Rupiah(one): -one,
        abs(Rupiah(one)): abs(one),
        sum([Rupiah(one), Rupiah(other)]): one + other,
    }
    for result, expected in results.items():
        assert result == expected
        assert type(result) is Rupiah


@pytest.mark.parametrize("value", [12.7, 1.0, True, "500", None, Decimal(5)])
def test_what_is_not_a_whole_number_is_no_amount(value: object) -> None:
    with pytest.raises(TypeError, match="whole number of rupiah"):
        Rupiah(value)  # type: ignore[arg-type]


def test_adding_something_else_to_rupiah_is_not_hidden() -> None:
    assert type(Rupiah(1) + 0.5) is float
    with pytest.raises(TypeError):
        Rupiah(1) + datetime(2019, 7, 17, tzinfo=UTC)  # type: ignore[operator]


def test_the_text_of_rupiah_is_for_programs() -> None:
    assert str(Rupiah(1_250_000)) == f"{Rupiah(1_250_000)}" == "1250000"
    assert repr(Rupiah(5)) == "Rupiah(5)"
