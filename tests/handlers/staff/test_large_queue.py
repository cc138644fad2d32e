"""A move in a queue of five hundred groups: everybody behind hears it, and nobody waits for it."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.jobs import JobTurn
from handlers.staff import queue_news
from handlers.turn import Notice, ToPerson
from models import queue_moves
from models.applying import locked
from models.contact import Address, Person
from models.funding_queue import place_of, waiting
from models.funding_tables import Application, ApplicationStatus
from models.group import Group, GroupKind, GroupStatus, Office, Officer
from tests.builders import LONG_BEFORE, NOW, TODAY, a_programme, a_verifier

if TYPE_CHECKING:
    from models.programme import Programme

pytestmark = pytest.mark.usefixtures("database")
WAITING = 500
CPU_SECONDS_MOST = 3.0
"""Generous: it takes about half a second of one core, most of it to look whose turn it is now."""


async def test_a_move_past_all_others_is_told_to_each_of_them_in_one_go() -> None:
    async with transaction():
        programme = await a_programme(capital=1_000_000)
        verifier = await a_verifier()
        await _many_wait(programme)
    last = (await waiting(programme.id))[-1]
    turn = JobTurn(due_at=NOW, now=NOW, today=TODAY)
    began = time.process_time()
    async with transaction():
        application = await locked(last.application_id)
        assert application is not None
        by = {"person_id": verifier.id, "at": NOW}
        shift = await queue_moves.move(application, 2, reason="banjir", **by)
        await queue_news.after(turn, shift)
    assert time.process_time() - began < CPU_SECONDS_MOST
    told = [one for one in turn.notices if isinstance(one, Notice) and isinstance(one.to, ToPerson)]
    # All but the first one, which stays where it was; the group itself through its leader.
    assert len({one.to for one in told}) == len({one.key for one in told}) == WAITING - 1
    moved = await place_of(last.application_id)
    assert moved is not None
    assert moved.place == 2
    order = [one.place for one in await waiting(programme.id)]
    assert order == list(range(1, WAITING + 1))


async def _many_wait(programme: Programme) -> None:
    """Groups with a leader each, let into the queue one minute after the other."""
    numbers = range(1, WAITING + 1)
    await Person.bulk_create(
        [
            Person(
                id=10_000 + n,
                name=f"Ketua {n}",
                phone=f"+62813{n:07d}",
                consented_at=LONG_BEFORE,
                consent_version="test",
                created_at=LONG_BEFORE,
            )
            for n in numbers
        ]
    )
    await Address.bulk_create(
        [
            Address(
                channel="telegram",
                external_id=str(900_000 + n),
                person_id=10_000 + n,
                display_name=f"Ketua {n}",
                created_at=LONG_BEFORE,
            )
            for n in numbers
        ]
    )
    await Group.bulk_create(
        [
            Group(
                id=10_000 + n,
                code=f"KT-9{n:04d}",
                name=f"KUBE Mawar {n}",
                kind=GroupKind.KUBE,
                village="Sepaso",
                district="Bengalon",
                business="jahe",
                member_count=10,
                status=GroupStatus.VERIFIED,
                created_at=LONG_BEFORE,
            )
            for n in numbers
        ]
    )
    await Officer.bulk_create(
        [
            Officer(
                group_id=10_000 + n,
                person_id=10_000 + n,
                office=Office.LEADER,
                since=LONG_BEFORE,
            )
            for n in numbers
        ]
    )
    await Application.bulk_create(
        [
            Application(
                id=10_000 + n,
                draft_id=8_000_000 + n,
                number=f"A-1906-{n:04d}",
                programme_id=programme.id,
                group_id=10_000 + n,
                applied_by_id=10_000 + n,
                applied_at=NOW - timedelta(days=30),
                purpose="bibit jahe",
                amount=10_000_000,
                granted=10_000_000,
                status=ApplicationStatus.WAITING,
                accepted_at=NOW - timedelta(days=20) + timedelta(minutes=n),
                stands_since=NOW - timedelta(days=20) + timedelta(minutes=n),
            )
            for n in numbers
        ]
    )
