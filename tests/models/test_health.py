"""Signs in behaviour: what suggests a visit, and what is left alone."""

from __future__ import annotations

import pytest

from models.health import Behaviour, Noticed, Sign, noticed, suggests_visit
from models.money import Rupiah


def signs(**behaviour: object) -> tuple[Sign, ...]:
    return tuple(one.sign for one in noticed(Behaviour(**behaviour)))  # type: ignore[arg-type]


def rupiah(*amounts: int) -> tuple[Rupiah, ...]:
    return tuple(map(Rupiah, amounts))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), ()),
        ((0, 0, 0), ()),
        ((0, 3, 6), ()),
        ((0, 3, 7), (Sign.LATER_AND_LATER,)),
        ((9, 3, 7), ()),
        ((3, 7), ()),
        ((0, 0, 29), ()),
        ((0, 0, 30), (Sign.VERY_LATE,)),
        ((10, 20, 31), (Sign.VERY_LATE,)),
    ],
)
def test_lateness_counts_when_it_grows_or_when_it_is_long(
    days: tuple[int, ...], expected: tuple[Sign, ...]
) -> None:
    assert signs(days_late=days) == expected


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        ((1_000_000, 900_000, 700_000), (Sign.SMALLER_AND_SMALLER,)),
        ((1_000_000, 900_000, 710_000), ()),
        ((1_000_000, 500_000), ()),
        ((500_000, 1_000_000, 400_000), ()),
        ((700_000, 700_000, 400_000), ()),
        ((2_000_000, 1_000_000, 900_000, 600_000), (Sign.SMALLER_AND_SMALLER,)),
    ],
)
def test_repayments_that_shrink_are_a_sign(
    paid: tuple[int, ...], expected: tuple[Sign, ...]
) -> None:
    assert signs(paid=rupiah(*paid)) == expected


def test_photos_that_stopped_are_a_sign_but_none_at_all_are_not() -> None:
    assert signs(photo_days=60) == (Sign.PHOTOS_STOPPED,)
    assert signs(photo_days=59) == ()
    assert signs(photo_days=None) == ()


def test_silence_counts_after_three_messages_and_two_weeks() -> None:
    assert signs(unanswered=3, silent_days=14) == (Sign.NO_ANSWER,)
    assert signs(unanswered=3, silent_days=13) == ()
    assert signs(unanswered=2, silent_days=40) == ()


def test_one_light_sign_suggests_nothing_two_do_and_a_heavy_one_does() -> None:
    light = Noticed(Sign.PHOTOS_STOPPED, 70)
    assert not suggests_visit(())
    assert not suggests_visit((light,))
    assert suggests_visit((light, Noticed(Sign.NO_ANSWER, 4)))
    assert suggests_visit((Noticed(Sign.VERY_LATE, 31),))


def test_each_sign_carries_the_figure_that_shows_it() -> None:
    found = noticed(
        Behaviour(
            days_late=(0, 4, 9),
            paid=rupiah(1_000_000, 800_000, 500_000),
            photo_days=75,
            unanswered=5,
            silent_days=20,
        )
    )
    assert {one.sign: one.figure for one in found} == {
        Sign.LATER_AND_LATER: 9,
        Sign.SMALLER_AND_SMALLER: 50,
        Sign.PHOTOS_STOPPED: 75,
        Sign.NO_ANSWER: 5,
    }
