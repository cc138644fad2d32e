"""The pace of sending: never above a rate in any window, and never slower than needed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import GROUP, PRIVATE, Pacer

Sent = tuple[float, str, int]


def play(
    chats: list[tuple[str, int]], *, gaps: list[float], pacer: Pacer | None = None
) -> list[Sent]:
    """Send to these chats one after the other, each as soon as it is allowed."""
    pacer = pacer or Pacer()
    now, sent = 0.0, []
    for (chat, items), gap in zip(chats, gaps, strict=True):
        now += gap
        for _ in range(5):
            wait = pacer.reserve(chat, group=chat.startswith("-"), now=now, items=items)
            if wait == 0:
                break
            now += wait
        else:
            pytest.fail("waiting as told was not enough")
        sent.append((now, chat, items))
    return sent


def most_in_a_window(sent: list[Sent], seconds: float) -> int:
    """The most items in any window of this length, its end not included."""
    return max(
        (
            sum(items for at, _, items in sent if start <= at < start + seconds - 1e-6)
            for start, _, _ in sent
        ),
        default=0,
    )


CHATS = st.lists(
    st.tuples(
        st.sampled_from(["-100", "-200", "1", "2", "3", "4", "5", "6"]),
        st.sampled_from([1, 1, 1, 2, 10]),
    ),
    max_size=80,
)


@settings(max_examples=150, deadline=None)
@given(chats=CHATS, data=st.data())
def test_no_window_ever_holds_more_than_its_rate(
    chats: list[tuple[str, int]], data: st.DataObject
) -> None:
    """30 in any second, 20 in any minute to a group, the burst and one a second to a person."""
    gaps = data.draw(
        st.lists(
            st.one_of(st.just(0.0), st.floats(0, 30)), min_size=len(chats), max_size=len(chats)
        )
    )
    sent = play(chats, gaps=gaps)
    assert most_in_a_window(sent, 1.0) <= 30
    for chat in {chat for _, chat, _ in sent}:
        own = [one for one in sent if one[1] == chat]
        if chat.startswith("-"):
            assert most_in_a_window(own, 60.0) <= 20
        else:
            largest = max(items for _, _, items in own)
            for seconds in (1, 5, 20):
                assert most_in_a_window(own, seconds) <= seconds + max(3, largest)


def test_a_broadcast_to_many_goes_out_at_the_full_rate() -> None:
    """300 people: ten seconds, not much more."""
    chats = [(str(number), 1) for number in range(300)]
    sent = play(chats, gaps=[0.0] * 300)
    assert 29 <= most_in_a_window(sent, 1.0) <= 30
    assert 9.5 < sent[-1][0] < 10.5


def test_a_broadcast_is_spread_evenly() -> None:
    """After the small burst, no clumps."""
    sent = play([(str(number), 1) for number in range(60)], gaps=[0.0] * 60)
    later = [at for at, _, _ in sent][6:]
    assert all(after - before > 0.03 for before, after in pairwise(later))


def test_three_messages_to_one_person_go_at_once_and_the_fourth_waits() -> None:
    """A reply of three parts feels like one."""
    sent = play([("1", 1)] * 5, gaps=[0.0] * 5)
    assert [round(at) for at, _, _ in sent] == [0, 0, 0, 1, 2]


def test_a_group_gets_five_at_once_and_twenty_in_a_minute() -> None:
    """Cards come quickly at first, then evenly, and never more than 20 in a minute."""
    sent = play([("-1", 1)] * 25, gaps=[0.0] * 25)
    at = [moment for moment, _, _ in sent]
    assert at[:5] == [0.0] * 5
    assert at[5] == pytest.approx(GROUP.interval_seconds)
    assert at[19] < 60 <= at[20]


def test_an_album_counts_each_picture() -> None:
    """Ten pictures are ten messages: then the person has peace for eight seconds."""
    pacer = Pacer()
    assert pacer.reserve("1", group=False, now=0.0, items=10) == 0
    assert pacer.reserve("1", group=False, now=0.0) == pytest.approx(8 * PRIVATE.interval_seconds)


def test_a_positive_answer_reserves_nothing() -> None:
    """Asking again and again does not push the moment away."""
    pacer = Pacer()
    for _ in range(3):
        pacer.reserve("1", group=False, now=0.0)
    answers = [pacer.reserve("1", group=False, now=0.5) for _ in range(10)]
    assert answers == pytest.approx([0.5] * 10)


def test_what_one_chat_must_wait_for_does_not_stop_others() -> None:
    """One person's limit halts that person only."""
    pacer = Pacer()
    pacer.block("1", seconds=30, now=0.0)
    assert pacer.reserve("1", group=False, now=1.0) == pytest.approx(29)
    assert pacer.reserve("2", group=False, now=1.0) == 0
    assert pacer.reserve("1", group=False, now=30.0) == 0


def test_a_shorter_demand_does_not_shorten_a_longer_one() -> None:
    """Two refusals of requests that were under way together."""
    pacer = Pacer()
    pacer.block("1", seconds=30, now=0.0)
    pacer.block("1", seconds=1, now=0.0)
    assert pacer.reserve("1", group=False, now=0.0) == pytest.approx(30)


def test_a_pause_of_the_channel_holds_everybody() -> None:
    """A wrong token, or a limit of the whole bot."""
    pacer = Pacer()
    pacer.block_all(seconds=5, now=10.0)
    assert pacer.reserve("1", group=False, now=12.0) == pytest.approx(3)
    assert pacer.reserve("-1", group=True, now=15.0) == 0


def test_chats_that_rested_are_forgotten() -> None:
    """Memory holds those who were written to lately, not everybody for ever."""
    pacer = Pacer()
    for number in range(5000):
        assert pacer.reserve(str(number), group=False, now=float(number)) == 0
    assert len(pacer._meters) < 1100
