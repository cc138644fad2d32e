"""The forecast itself: what it may never say, however the fund looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.forecast import (
    HORIZON_DAYS,
    Borrower,
    Coming,
    Outlook,
    Owed,
    Place,
    Turning,
    Window,
    World,
    forecast,
)
from models.punctuality import ON_THE_DAY
from models.what_if import funded_now, latest_payers, needs_success, on_time, without

TODAY = date(2019, 7, 16)
NEVER = date.max
PATHS = 60
ANY_CASH = Turning(one_each=False, successes=1, instalments=6)
ONE_EACH = Turning(one_each=True, instalments=6)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def a_loan(number: int, *, first: int = 5, count: int = 10, each: int = 1_000_000) -> Borrower:
    """A monthly loan of which the next instalment is due in `first` days."""
    owed = tuple(Owed(ahead(first + 30 * month), each) for month in range(count))
    return Borrower(loan_id=number, owed=owed, until_success=each * count * 3 // 4)


def places(*amounts: int) -> tuple[Place, ...]:
    return tuple(
        Place(application_id=number, amount=amount)
        for number, amount in enumerate(amounts, start=1)
    )


def a_world(**more: object) -> World:
    world = World(
        today=TODAY,
        cash=2_000_000,
        borrowers=tuple(a_loan(number) for number in range(1, 6)),
        places=places(10_000_000, 10_000_000, 10_000_000),
        turning=ANY_CASH,
    )
    return replace(world, **more)  # type: ignore[arg-type]


def days(outlook: Outlook) -> list[date]:
    return [day or NEVER for day in outlook.days]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Funds of all kinds: late and punctual, poor and rich, with every rule."""
    borrowers = tuple(
        Borrower(
            loan_id=number,
            owed=tuple(
                Owed(ahead(first + 30 * month), draw(st.integers(1, 3_000_000)))
                for month in range(draw(st.integers(1, 8)))
            ),
            until_success=draw(st.none() | st.integers(0, 5_000_000)),
            stops=draw(st.booleans()),
        )
        for number, first in enumerate(draw(st.lists(st.integers(-500, 60), max_size=5)), start=1)
    )
    running = [one.loan_id for one in borrowers]
    waiting = tuple(
        Place(
            application_id=number,
            amount=amount,
            after_loan=draw(st.sampled_from([None, *running])),
            is_barred=draw(st.integers(0, 9)) == 9,
        )
        for number, amount in enumerate(draw(st.lists(st.integers(1, 9_000_000), max_size=5)), 1)
    )
    turning = Turning(
        one_each=draw(st.booleans()),
        successes=draw(st.integers(0, 3)),
        never_lent=draw(st.integers(0, 9_000_000)),
        repaid_counts=draw(st.booleans()),
        share_percent=draw(st.integers(1, 100)),
        share_chance=draw(st.integers(0, 100)),
        instalments=draw(st.integers(1, 12)),
    )
    return World(
        today=TODAY,
        cash=draw(st.integers(-5_000_000, 20_000_000)),
        reserve=draw(st.integers(0, 5_000_000)),
        borrowers=borrowers,
        places=waiting,
        coming=tuple(
            Coming(ahead(day), 5_000_000, new=new)
            for day, new in draw(
                st.lists(st.tuples(st.integers(-30, 1_500), st.booleans()), max_size=2)
            )
        ),
        turning=turning,
        returns_count=draw(st.booleans()),
    )


@given(worlds(), st.integers(0, 1000))
@settings(deadline=None, max_examples=60)
def test_it_never_speaks_of_the_past_nor_lets_a_later_place_be_earlier(
    world: World, seed: int
) -> None:
    outlooks = forecast(world, seed=seed, paths=PATHS)
    assert [one.application_id for one in outlooks] == [one.application_id for one in world.places]
    before = [TODAY] * 5
    for one in outlooks:
        assert days(one) == sorted(days(one))
        assert all(day >= earlier for day, earlier in zip(days(one), before, strict=True))
        before = days(one)
        assert all(day <= ahead(HORIZON_DAYS) for day in one.days if day is not None)
        if one.window is not None:
            window = one.window
            assert TODAY <= window.earliest <= window.likely_from <= window.likely_until
            assert one.funded_percent >= 90
        else:
            assert one.funded_percent < 90


@given(worlds(), st.integers(0, 1000))
@settings(deadline=None, max_examples=30)
def test_the_same_question_has_the_same_answer(world: World, seed: int) -> None:
    first = forecast(world, seed=seed, paths=PATHS)
    forecast.cache_clear()
    assert forecast(world, seed=seed, paths=PATHS) == first


@given(worlds(), st.integers(1, 9_000_000))
@settings(deadline=None, max_examples=60)
def test_more_cash_makes_nobody_later(world: World, more: int) -> None:
    # New capital is left out: a success is used up before it comes, and may then be missing.
    world = replace(world, coming=())
    richer = replace(world, cash=world.cash + more)
    poor, rich = forecast(world, paths=PATHS), forecast(richer, paths=PATHS)
    for before, after in zip(poor, rich, strict=True):
        assert all(new <= old for new, old in zip(days(after), days(before), strict=True))


@given(worlds(), st.data())
@settings(deadline=None, max_examples=40)
def test_a_group_that_stops_makes_nobody_earlier(world: World, data: st.DataObject) -> None:
    world = replace(world, coming=())
    loans = [one.loan_id for one in world.borrowers]
    gone = data.draw(st.sets(st.sampled_from(loans)) if loans else st.just(set()))
    lived, died = (
        forecast(world, paths=PATHS),
        forecast(without(world, gone), paths=PATHS),
    )
    for before, after in zip(lived, died, strict=True):
        assert all(new >= old for new, old in zip(days(after), days(before), strict=True))


def test_an_empty_queue_has_no_outlook() -> None:
    assert forecast(a_world(places=())) == ()


def test_without_borrowers_only_what_is_there_is_lent_and_then_nobody_knows() -> None:
    outlooks = forecast(
        a_world(borrowers=(), cash=12_000_000, places=places(10_000_000, 10_000_000))
    )
    assert outlooks[0].window is not None
    # What the first one repays is all that ever comes.
    assert outlooks[1].window is None or outlooks[1].window.earliest > ahead(150)
    barren = forecast(a_world(borrowers=(), cash=0))
    assert [one.window for one in barren] == [None, None, None]
    assert [one.funded_percent for one in barren] == [0, 0, 0]


def test_newly_funded_groups_repay_too() -> None:
    world = a_world(borrowers=(), cash=10_000_000, places=places(10_000_000, 5_000_000))
    assert forecast(world)[1].funded_percent > 60
    kept = replace(world, returns_count=False)
    assert forecast(kept)[1].funded_percent == 0


def test_where_the_treasury_has_to_release_money_only_announced_capital_counts() -> None:
    waiting = a_world(returns_count=False)
    assert forecast(waiting)[0].window is None
    announced = replace(waiting, coming=(Coming(ahead(90), 8_000_000),))
    window = forecast(announced)[0].window
    assert window is not None
    assert ahead(90 - 31) < window.earliest < ahead(90)


def test_what_staff_announced_counts_from_its_day() -> None:
    world = a_world(borrowers=(), cash=0, places=places(10_000_000))
    told = replace(world, coming=(Coming(ahead(60), 10_000_000),))
    window = forecast(told)[0].window
    assert window is not None
    # In the weeks before its day, now and then after it; and the office takes its days.
    assert ahead(60 - 31) < window.earliest < ahead(60) < window.likely_until < ahead(60 + 61 + 14)
    # A day that is over has not brought anything.
    assert forecast(replace(told, coming=(Coming(TODAY, 10_000_000),)))[0].window is None


def test_money_that_is_set_aside_is_certain_and_waits_for_no_cash() -> None:
    first = Place(application_id=9, amount=10_000_000, set_aside=10_000_000)
    world = a_world(cash=-1, borrowers=(), places=(first,))
    assert forecast(world)[0].window == Window(ahead(3), ahead(7), ahead(14), certain=True)


def test_the_reserve_is_never_lent() -> None:
    world = a_world(borrowers=(), cash=14_000_000, reserve=5_000_000, places=places(10_000_000))
    assert forecast(world)[0].funded_percent == 0
    assert forecast(replace(world, reserve=4_000_000))[0].funded_percent == 100


def test_one_success_frees_one_group() -> None:
    plenty = a_world(cash=90_000_000, turning=replace(ONE_EACH, successes=1))
    first, second, _ = forecast(plenty)
    assert first.window is not None
    assert first.window.likely_until <= ahead(14)
    # The next one waits until the first has repaid five of its six instalments.
    assert second.window is None or second.window.earliest > ahead(150)
    any_cash = forecast(replace(plenty, turning=ANY_CASH))
    assert any_cash[2].window is not None
    assert any_cash[2].window.likely_until <= ahead(45)


def test_capital_that_was_never_lent_waits_for_nobodys_success() -> None:
    fresh = a_world(cash=20_000_000, borrowers=(), turning=replace(ONE_EACH, never_lent=20_000_000))
    known = [one.window is not None for one in forecast(fresh)]
    assert known[:2] == [True, True]
    assert forecast(replace(fresh, turning=ONE_EACH))[0].funded_percent == 0


def test_a_group_waits_for_its_own_running_loan_and_those_behind_it_with_it() -> None:
    world = a_world(cash=90_000_000, punctuality=ON_THE_DAY)
    own = replace(world.places[0], after_loan=1)
    outlooks = forecast(replace(world, places=(own, *world.places[1:])))
    # The tenth instalment is due in 275 days.
    assert all(one.days[0] is not None and one.days[0] >= ahead(275) for one in outlooks)
    assert outlooks[0].window is not None
    assert outlooks[0].window.likely_until <= ahead(290)


def test_a_barred_group_keeps_everybody_behind_it_waiting() -> None:
    world = a_world(cash=90_000_000)
    barred = replace(world.places[0], is_barred=True)
    outlooks = forecast(replace(world, places=(barred, *world.places[1:])))
    assert [one.window for one in outlooks] == [None, None, None]


def test_what_is_long_overdue_is_not_expected_tomorrow() -> None:
    due = a_world(cash=0, places=places(1_000_000), borrowers=(a_loan(1, first=-1, count=1),))
    lost = replace(due, borrowers=(a_loan(1, first=-340, count=1),))
    assert forecast(due)[0].funded_percent > 90
    assert forecast(lost)[0].funded_percent < 60
    gone = replace(due, borrowers=(a_loan(1, first=-500, count=1),))
    assert forecast(gone)[0].funded_percent == 0


def test_punctuality_of_all_brings_the_turn_forward() -> None:
    world = a_world(borrowers=tuple(a_loan(number, first=-70) for number in range(1, 6)))
    late, punctual = forecast(world), forecast(on_time(world))
    for before, after in zip(late, punctual, strict=True):
        assert after.window is not None
        assert before.window is None or after.window.likely_from <= before.window.likely_from


def test_what_if_a_group_is_funded_now() -> None:
    world = a_world(cash=12_000_000)
    last = world.places[2].application_id
    after = funded_now(world, last, 11_000_000)
    assert after.cash == 1_000_000
    assert [one.application_id for one in after.places] == [last, 1, 2]
    assert after.places[0].amount == after.places[0].set_aside == 11_000_000
    now, then = forecast(world), forecast(after)
    assert then[0].window is not None
    assert then[0].window.certain
    assert days(then[1]) > days(now[0])


def test_funding_without_a_success_uses_up_capital_that_was_never_lent() -> None:
    world = a_world(cash=30_000_000, turning=replace(ONE_EACH, never_lent=18_000_000))
    assert not needs_success(world, 18_000_000)
    assert funded_now(world, 1, 10_000_000).turning.never_lent == 8_000_000
    assert needs_success(world, 20_000_000)
    assert funded_now(world, 1, 20_000_000).turning.never_lent == 0
    freed = replace(world, turning=replace(world.turning, successes=1))
    after = funded_now(freed, 1, 20_000_000).turning
    assert (after.successes, after.never_lent) == (0, 18_000_000)
    any_cash = replace(freed, turning=replace(freed.turning, one_each=False))
    assert funded_now(any_cash, 1, 20_000_000).turning.successes == 1
    # More money for one group never brings another one forward.
    for small, large in zip(
        forecast(funded_now(world, 1, 10_000_000))[1:],
        forecast(funded_now(world, 1, 25_000_000))[1:],
        strict=True,
    ):
        assert all(new >= old for new, old in zip(days(large), days(small), strict=True))


def test_the_latest_payers_are_those_with_the_oldest_due_day() -> None:
    world = a_world(
        borrowers=(
            a_loan(1, first=5),
            a_loan(2, first=-90),
            a_loan(3, first=-20),
            Borrower(loan_id=4, owed=()),
        )
    )
    assert latest_payers(world, 2) == (2, 3)
    assert latest_payers(world, 9) == (2, 3, 1)
    worst = without(world, latest_payers(world, 2))
    assert [one.stops for one in worst.borrowers] == [False, True, True, False]


@pytest.mark.parametrize("paths", [1, 7, 1_000])
def test_any_number_of_paths_will_do(paths: int) -> None:
    assert len(forecast(a_world(), paths=paths)) == 3
