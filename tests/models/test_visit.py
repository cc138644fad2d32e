"""Visits: once for each draft, by the facilitator of today, with a term; what they settle."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from models.errors import NotInCare
from models.field_task import FieldTask, TaskState, settle_tasks, suggest_visit
from models.group import Office, Officer
from models.group_behaviour import behaviour_of_borrowers
from models.lending import record_repayment
from models.money import Rupiah
from models.visit import (
    MARKS_OF,
    Mark,
    Seen,
    Stage,
    Visit,
    VisitPhoto,
    latest_visits,
    recommendation,
    record_visit,
    stage_of,
)
from tests.builders import LONG_BEFORE, NOW, TODAY, a_loan, a_person, a_picture

if TYPE_CHECKING:
    from models.contact import Person
    from models.group import Group


async def a_facilitator(group: Group, name: str = "Dewi Kartika") -> Person:
    person = await a_person(name)
    await Officer.create(group=group, person=person, office=Office.FACILITATOR, since=LONG_BEFORE)
    return person


def seen(group: Group, by: Person, **changes: object) -> Seen:
    facts = {
        "group_id": group.id,
        "facilitator_id": by.id,
        "visited_on": TODAY,
        "words": "Jahe tumbuh baik",
        "marks": tuple(Mark)[:6],
        "recommended": True,
        "reason": "usaha jalan",
    }
    return Seen(**{**facts, **changes})  # type: ignore[arg-type]


def test_a_stage_needs_three_quarters_of_its_marks_and_of_those_before() -> None:
    growing, thriving, advanced = (set(marks) for marks in MARKS_OF.values())
    assert stage_of(()) is Stage.BEGINNING
    assert stage_of(set(list(growing)[:4])) is Stage.BEGINNING
    assert stage_of(set(list(growing)[:5])) is Stage.GROWING
    assert stage_of(thriving | advanced) is Stage.BEGINNING
    assert stage_of(growing | thriving) is Stage.THRIVING
    assert stage_of(growing | thriving | set(list(advanced)[:3])) is Stage.ADVANCED
    assert set(Mark) == growing | thriving | advanced


async def test_the_same_draft_is_one_visit(database: object) -> None:
    async with transaction():
        lent = await a_loan()
    dewi = await a_facilitator(lent.group)
    picture = await a_picture()
    async with transaction():
        first = await record_visit(
            seen(lent.group, dewi, photos=(picture.id, picture.id)), draft_id=7, at=NOW
        )
        again = await record_visit(seen(lent.group, dewi), draft_id=7, at=NOW)
    assert first.id == again.id
    assert await Visit.all().count() == 1
    assert await VisitPhoto.all().count() == 1


async def test_nobody_but_the_facilitator_of_today_tells_of_a_visit(database: object) -> None:
    async with transaction():
        lent = await a_loan()
    dewi = await a_facilitator(lent.group)
    with pytest.raises(NotInCare):
        await record_visit(seen(lent.group, lent.leader), draft_id=1, at=NOW)
    await Officer.filter(person_id=dewi.id).update(until=NOW)
    with pytest.raises(NotInCare):
        await record_visit(seen(lent.group, dewi), draft_id=2, at=NOW)
    assert not await Visit.exists()


async def test_a_recommendation_counts_for_thirty_days_and_the_latest_visit_decides(
    database: object,
) -> None:
    async with transaction():
        lent = await a_loan()
    dewi = await a_facilitator(lent.group)
    assert await recommendation(lent.group.id, TODAY) is None
    first = await record_visit(seen(lent.group, dewi), draft_id=1, at=NOW)
    last_day = TODAY + timedelta(days=30)
    found = await recommendation(lent.group.id, last_day)
    assert found is not None
    assert found.id == first.id
    assert await recommendation(lent.group.id, last_day + timedelta(days=1)) is None
    later = seen(lent.group, dewi, visited_on=TODAY + timedelta(days=3), recommended=False)
    second = await record_visit(later, draft_id=2, at=NOW)
    assert (await latest_visits([lent.group.id]))[lent.group.id].id == second.id
    found = await recommendation(lent.group.id, last_day)
    assert found is not None
    assert not found.recommended


async def test_one_suggestion_is_open_at_a_time_and_goes_to_the_facilitator(
    database: object,
) -> None:
    async with transaction():
        lent = await a_loan()
    dewi = await a_facilitator(lent.group)
    task = await suggest_visit(lent.group.id, [{"sign": "very_late", "figure": 31}], at=NOW)
    assert task is not None
    assert task.person_id == dewi.id
    assert await suggest_visit(lent.group.id, [], at=NOW) is None
    async with transaction():
        settled = await settle_tasks(lent.group.id, TaskState.DONE, at=NOW, by=dewi.id)
    assert [one.id for one in settled] == [task.id]
    again = await suggest_visit(lent.group.id, [], at=NOW)
    assert again is not None
    assert await FieldTask.filter(state=TaskState.OPEN).count() == 1


async def test_behaviour_is_read_from_the_books(database: object) -> None:
    async with transaction():
        lent = await a_loan()
    instalments = await lent.loan.instalments.order_by("number")
    first, second = instalments[0], instalments[1]
    async with transaction():
        await record_repayment(
            lent.loan.id,
            Rupiah(first.principal + first.fee),
            on=first.due_on + timedelta(days=5),
            at=NOW,
            reference="test:1",
            cause="test:1",
            maker_id=lent.leader.id,
        )
    now = NOW + (second.due_on - TODAY) + timedelta(days=2)
    theirs = (await behaviour_of_borrowers(now, {lent.group.id: 70}))[lent.group.id]
    assert list(theirs.days_late) == [5, 2]
    assert list(theirs.paid) == [first.principal + first.fee]
    assert (theirs.photo_days, theirs.unanswered) == (70, 0)
