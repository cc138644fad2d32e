"""What a history of instalments teaches, and what it does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.punctuality import (
    EARLIEST,
    EDGES,
    LIKENESS,
    NOTHING_KNOWN,
    SPELLS,
    Seen,
    learn,
    usual_steps,
)


def chance_by(punctuality_paid: tuple[float, ...], left: tuple[float, ...], spell: int) -> float:
    """How likely an instalment is paid by the end of a spell."""
    unpaid = 1.0
    for hit, miss in list(zip(punctuality_paid, left, strict=True))[: spell + 1]:
        unpaid *= miss / (hit + miss)
    return 1 - unpaid


def test_without_a_history_the_prior_is_as_it_is_written() -> None:
    known = learn([]).punctuality
    assert known == NOTHING_KNOWN
    by = [chance_by(known.paid, known.left, spell) for spell in range(len(SPELLS))]
    assert round(by[SPELLS.index(0)], 3) == 0.45
    assert round(by[SPELLS.index(14)], 3) == 0.79
    assert round(by[SPELLS.index(90)], 3) == 0.97
    assert round(1 - by[-1], 3) == 0.008


def test_a_long_history_outweighs_the_prior() -> None:
    late = [Seen(group, 20, paid=True) for group in range(40) for _ in range(10)]
    known = learn(late).punctuality
    assert chance_by(known.paid, known.left, SPELLS.index(14)) < 0.06
    assert chance_by(known.paid, known.left, SPELLS.index(30)) > 0.9


def test_a_short_history_moves_little() -> None:
    known = learn([Seen(1, 20, paid=True)]).punctuality
    assert 0.7 < chance_by(known.paid, known.left, SPELLS.index(14)) < 0.79


def test_a_slow_group_among_punctual_ones_is_expected_to_be_slow() -> None:
    history = [Seen(group, 0, paid=True) for group in range(1, 9) for _ in range(12)]
    history += [Seen(99, 45, paid=True) for _ in range(12)]
    paces = learn(history).paces
    for which in range(len(LIKENESS)):
        slow, usual = paces[99], paces[1]
        assert slow.settled / slow.expected[which] < 0.5 * usual.settled / usual.expected[which]


def test_groups_that_are_alike_are_found_to_be_alike_and_others_are_not() -> None:
    alike = learn([Seen(group, 2, paid=True) for group in range(20) for _ in range(12)])
    apart = learn(
        [Seen(group, 0 if group % 2 else 80, paid=True) for group in range(20) for _ in range(12)]
    )

    def mean(likeness: tuple[float, ...]) -> float:
        return sum(shape * chance for shape, chance in zip(LIKENESS, likeness, strict=True))

    assert mean(alike.punctuality.likeness) > 15
    assert mean(apart.punctuality.likeness) < 4


def test_what_is_not_paid_yet_counts_for_as_long_as_it_was_watched() -> None:
    known = learn([Seen(1, 100, paid=False)]).punctuality
    hit = SPELLS.index(180)
    assert known.paid == NOTHING_KNOWN.paid
    assert all(known.left[n] == NOTHING_KNOWN.left[n] + 1 for n in range(SPELLS.index(90) + 1))
    assert NOTHING_KNOWN.left[hit] < known.left[hit] < NOTHING_KNOWN.left[hit] + 0.2


def test_an_instalment_behind_an_unpaid_one_is_watched_only_from_then() -> None:
    known = learn([Seen(1, 25, paid=True, since=20)]).punctuality
    assert known.left[: SPELLS.index(14) + 1] == NOTHING_KNOWN.left[: SPELLS.index(14) + 1]
    assert known.paid[SPELLS.index(30)] == NOTHING_KNOWN.paid[SPELLS.index(30)] + 1
    # Paid on the day of the one before it, it says nothing about itself.
    assert learn([Seen(1, 20, paid=True, since=20)]).punctuality == NOTHING_KNOWN


HISTORY = st.lists(
    st.builds(
        Seen,
        group_id=st.integers(1, 5),
        until=st.integers(-400, 900),
        paid=st.booleans(),
        since=st.integers(EDGES[0], 400),
    ),
    max_size=40,
)


@given(HISTORY, st.randoms(use_true_random=False))
def test_any_history_leaves_something_that_can_be_drawn_from(
    history: list[Seen], lot: object
) -> None:
    learned = learn(history)
    known = learned.punctuality
    assert all(hit > 0 and miss > 0 for hit, miss in zip(known.paid, known.left, strict=True))
    assert abs(sum(known.likeness) - 1) < 1e-9
    for shape in LIKENESS:
        assert all(step > 0 for step in usual_steps(known.paid, known.left, shape))
    assert all(one.settled >= 0 and min(one.expected) >= 0 for one in learned.paces.values())
    assert max(EARLIEST, *SPELLS) == SPELLS[-1]
