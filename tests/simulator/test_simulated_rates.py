"""How fast a bot may send."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.simulator.errors import Refused
from bot.simulator.rates import RateLimits, Rates

SARI, GROUP = 5001, -100


@dataclass
class Watch:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def rates(watch: Watch) -> Rates:
    return Rates(RateLimits(), watch)


def take(rates: Rates, chat: int, times: int) -> None:
    for _ in range(times):
        rates.take(chat)


def retry_after(rates: Rates, chat: int, count: int = 1) -> int:
    with pytest.raises(Refused) as refusal:
        rates.take(chat, count)
    assert refusal.value.status == 429
    return int(refusal.value.parameters["retry_after"])


def test_a_short_burst_to_a_person_passes_and_then_one_a_second(rates: Rates, watch: Watch) -> None:
    take(rates, SARI, 10)
    assert retry_after(rates, SARI) == 1
    watch.seconds = 1
    rates.take(SARI)
    assert retry_after(rates, SARI) == 1


def test_a_group_takes_twenty_a_minute(rates: Rates, watch: Watch) -> None:
    take(rates, GROUP, 20)
    assert retry_after(rates, GROUP) == 3
    watch.seconds = 60
    take(rates, GROUP, 20)


def test_all_chats_together_take_thirty_a_second(rates: Rates, watch: Watch) -> None:
    for chat in range(1, 31):
        rates.take(chat)
    assert retry_after(rates, 31) == 1
    watch.seconds = 1
    for chat in range(31, 61):
        rates.take(chat)


def test_an_album_counts_each_picture(rates: Rates) -> None:
    rates.take(SARI, 8)
    assert retry_after(rates, SARI, 3) == 1
    rates.take(SARI, 2)


def test_waiting_exactly_as_told_is_enough(rates: Rates, watch: Watch) -> None:
    take(rates, GROUP, 20)
    for _ in range(50):
        watch.seconds += retry_after(rates, GROUP)
        rates.take(GROUP)


def test_no_limit_is_no_limit(watch: Watch) -> None:
    take(Rates(RateLimits.none(), watch), SARI, 10_000)
