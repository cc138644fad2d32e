"""What a waiting leader reads: the place, why it is that one, and every event that moved it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.leaders import queue_story
from models.applying import locked
from models.funding_queue import NOWHERE
from models.queue_history import Step, steps_of
from models.queue_moves import By, fund, move, postpone, resume, withdraw
from models.queue_record import QueueEventKind
from tests.builders import NOW, a_loan, a_verifier, waiting_since
from tests.handlers.leaders.in_private import Leader
from tests.handlers.staff.talking import said

if TYPE_CHECKING:
    from models.funding_tables import Application
    from tests.builders import Lent


def a_step(kind: QueueEventKind, before: int, after: int, *, own: bool = False) -> Step:
    chosen = own or kind in {QueueEventKind.MOVED, QueueEventKind.RESUMED, QueueEventKind.ACCEPTED}
    return Step(
        kind=kind,
        at=NOW,
        group_name="KUBE Mawar",
        own=own,
        by="Rina Hartati" if chosen else "",
        reason="panen raya" if chosen else "",
        before=before,
        after=after,
    )


@pytest.mark.parametrize(
    ("step", "key", "words"),
    [
        (
            a_step(QueueEventKind.MOVED, 4, 2, own=True),
            "queue_story.own.moved",
            "dipindahkan, nomor 4 jadi 2, karena panen raya (Rina Hartati)",
        ),
        (
            a_step(QueueEventKind.RESUMED, NOWHERE, 3, own=True),
            "queue_story.own.resumed",
            "dilanjutkan, nomor 3, karena panen raya",
        ),
        (
            a_step(QueueEventKind.FUNDED, 3, 2),
            "queue_story.other.funded",
            "KUBE Mawar menerima modal; nomor 3 jadi 2",
        ),
        (
            a_step(QueueEventKind.WITHDRAWN, 3, 2),
            "queue_story.other.withdrawn",
            "KUBE Mawar keluar dari antrean; nomor 3 jadi 2",
        ),
    ],
)
def test_each_kind_of_event_has_words(step: Step, key: str, words: str) -> None:
    (line,) = queue_story.told([step])
    assert line.key == key
    assert words in said(line.key, **line.facts)
    assert said(line.key, "en", **line.facts)


def test_many_who_left_in_a_row_are_one_line_and_what_was_decided_stays() -> None:
    left = [a_step(QueueEventKind.FUNDED, place, place - 1) for place in range(20, 10, -1)]
    moved = a_step(QueueEventKind.MOVED, 10, 11)
    later = [a_step(QueueEventKind.WITHDRAWN, place, place - 1) for place in range(11, 3, -1)]
    entered = a_step(QueueEventKind.ACCEPTED, NOWHERE, 20, own=True)
    lines = queue_story.told([entered, *left, moved, *later])
    assert [line.key for line in lines] == [
        "queue_story.own.accepted",
        "queue_story.many",
        "queue_story.other.moved",
        "queue_story.many",
    ]
    told = said(lines[1].key, **lines[1].facts)
    assert "10 kelompok di depan" in told
    assert "nomor 20 jadi 10" in told
    assert len(queue_story.told([entered, *left])) == 1 + len(left)


# With the database ------------------------------------------------------------------------------


async def a_waiting_borrower() -> tuple[Lent, list[Application]]:
    """The group of a borrower in the last of four places; inside no transaction."""
    async with transaction():
        lent = await a_loan()
        others = [
            await waiting_since(lent.programme, NOW - timedelta(days=9 - day)) for day in range(3)
        ]
        mine = await waiting_since(lent.programme, NOW, group=lent.group)
    return lent, [*others, mine]


@pytest.mark.usefixtures("database")
async def test_why_is_answered_with_the_rule_its_inputs_and_no_arrears_of_others() -> None:
    lent, queue = await a_waiting_borrower()
    async with transaction():
        by = By(reason="gagal panen", person_id=(await a_verifier()).id, at=NOW)
        first = await waiting_since(lent.programme, NOW, priority=1, reason="kena banjir")
        second = await locked(queue[1].id)
        assert second is not None
        await postpone(second, **{**by, "reason": "ada tunggakan tiga bulan"})
    told = await Leader(lent).says("kenapa kami nomor 4?")
    assert said("why_place.higher_class", count=1) in told
    assert said("why_place.earlier", count=2) in told
    assert "karena kena banjir" in told
    assert "tunggakan" not in told
    assert told.index("nomor 4") < told.index("nomor 4 jadi 5") < told.index("nomor 5 jadi 4")
    assert first.priority == 1


@pytest.mark.usefixtures("database")
async def test_every_event_that_moved_a_place_is_told_and_none_that_did_not() -> None:
    lent, queue = await a_waiting_borrower()
    async with transaction():
        by = By(reason="diputuskan rapat", person_id=(await a_verifier()).id, at=NOW)
        one, two = await locked(queue[0].id), await locked(queue[1].id)
        assert one is not None
        assert two is not None
        await move(two, 1, **by)  # before both: nothing changes for the last one
        await postpone(one, **by)
        await resume(one, **by)
        await fund(two, lent.loan.id, person_id=by["person_id"], at=NOW)
        await withdraw(one, by_group=False, **by)
    steps = await steps_of(queue[3])
    assert [(step.before, step.after) for step in steps] == [(0, 4), (4, 3), (3, 4), (4, 3), (3, 2)]
    told = await Leader(lent).says("giliran")
    assert "nomor 2 dari 2" in told
    assert told.count("•") == 1  # only the end of the pause was decided for a reason of its own
