"""Whatever people and networks send: the reader answers, in time that grows with the length."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import Certainty, Expecting, Understood, understand

TODAY = date(2019, 7, 17)
PIECES = st.sampled_from(
    ["1", "500", "rb", "jt", " ", ".", ",", "-", "/", "x", "@", "sejuta", "ratus", "setengah",
     "tgl", "ke", "kemarin", "besok", "senin", "bukan", "tapi", "setor", "koma", "½", "o", "\n",
     "2019", "hari", "minggu", "lalu", "pokok", "jasa", "[foto]", "👍", "\u0665", "rp", "an", "+"]
)  # fmt: skip
ENDLESS = [
    "1", "1.", "1,", "1 ", "o1", "1o", "satu ", "setengah ", "bukan ", "tgl ", "1/", "-", "[",
    "a", "1rb ", "1a", "koma ", "sejuta", "satuduatiga", "👍", "\u0661", "ke 1 ", "kemarin ", "½",

    "g4k", "b1s4 ", "5 sisa besok ", "sudah bayar 5 besok ", "tgl 5 sampai 6 ",
    "senin minggu lalu ", "mau isuk ", "menyaturkan", "tjh", "kalau ", "bukan 5 tapi ", "5 dan 6 ",
    "111 ", "5 500rb ", "tgl 5 kemarin ", "5 ratus ", "2x ", "@5rb ", "5 dan ", "x", "'",
    "a'", "senin ", "1 juta setengah ", "\n",
]  # fmt: skip

ZEROS = (0x0660, 0x06F0, 0x0966, 0xFF10, 0x1D7CE)
"""Where the digits of Arabic, Persian, Devanagari, full-width and bold type begin."""


def in_script(number: int, zero: int) -> str:
    return "".join(chr(zero + int(digit)) for digit in str(number))


def check(understood: Understood) -> None:
    if understood.amount is not None:
        assert understood.amount >= 10_000
        assert understood.amount_certainty in {Certainty.SURE, Certainty.CONFIRM}
    if understood.amount_certainty is Certainty.ASK:
        assert understood.amount is None
    if understood.date_certainty is Certainty.ASK:
        assert understood.date is None


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300), expecting=st.sampled_from([None, *Expecting]))
def test_any_text_is_answered(text: str, expecting: Expecting | None) -> None:
    check(understand(text, today=TODAY, expecting=expecting))


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(PIECES, max_size=25), expecting=st.sampled_from([None, *Expecting]))
def test_any_jumble_of_our_own_words_is_answered(
    pieces: list[str], expecting: Expecting | None
) -> None:
    for glue in ("", " "):
        check(understand(glue.join(pieces), today=TODAY, expecting=expecting))


@settings(max_examples=100, deadline=None)
@given(number=st.integers(min_value=10**9 + 1, max_value=10**30))
def test_numbers_beyond_reason_are_never_taken(number: int) -> None:
    for text in (f"setor {number}", f"setor {number:,}", f"setor {number} juta"):
        assert understand(text, today=TODAY).amount is None


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        begun = process_time()
        understand(text, today=TODAY)
        best = min(best, process_time() - begun)
    return best


@pytest.mark.parametrize("piece", ENDLESS)
def test_time_grows_in_line_with_length(piece: str) -> None:
    """Twice the text takes at most four times as long (and a moment for a busy machine)."""
    half, whole = (piece * 4_096)[:2_048], (piece * 4_096)[:4_096]
    assert seconds(whole) <= 4 * seconds(half) + 0.02


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "🙂🙂🙂", "中文", "½", "²", "\ufffd", "\x00", "''"]
)
def test_nothing_is_read_into_nothing(text: str) -> None:
    understood = understand(text, today=TODAY)
    assert understood.amount is None
    assert understood.date is None


def test_text_beyond_the_longest_message_is_left_unread() -> None:
    assert understand("x " * 3_000 + "setor 500rb", today=TODAY).amount is None


def test_digits_of_other_scripts_are_digits() -> None:
    for text in (f"setor {in_script(500_000, zero)}" for zero in ZEROS):
        understood = understand(text, today=TODAY)
        assert (understood.amount, understood.amount_certainty) == (500_000, "sure")
