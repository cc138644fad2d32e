"""What a virtual leader says, and what they must hear: a report in six messages."""

from __future__ import annotations

from dataclasses import dataclass

STAFF_CHAT = -1001000000001
TOKEN = "7000000001:for-benches-only-opens-nothing"

_SMALLEST_THOUSANDS = 800
_DIFFERENT_AMOUNTS = 400


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a leader: typed, or a tap on a button of the last reply."""

    hears: str
    """Words that the reply to it holds; another reply means that the bot went astray."""
    types: str = ""
    taps: str = ""


STEPS = (
    Step(types="mau lapor setoran", hears="Berapa jumlah yang disetor"),
    Step(types="{amount}", hears="Kapan disetor"),
    Step(types="kemarin", hears="Disetor dengan cara apa"),
    Step(taps="Transfer bank", hears="Mohon kirim foto bukti"),
    Step(types="nanti", hears="Mohon dicek dulu"),
    Step(taps="Ya, kirim", hears="sudah kami terima"),
)


def amount_in_words(reports: int) -> str:
    """An amount near the instalment (Rp1.000.000), another one after each report."""
    return f"{_SMALLEST_THOUSANDS + reports % _DIFFERENT_AMOUNTS} ribu"
