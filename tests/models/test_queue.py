"""The queue: a total order, changed for recorded reasons only, and a record that proves itself."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tortoise.exceptions import IntegrityError

from bot.database import connection, transaction
from models.applying import (
    USUAL_PRIORITY,
    Wish,
    answer,
    apply,
    locked,
    may_review,
    refuse,
    send_back,
)
from models.applying import last_event as seen_of
from models.funding_queue import NOWHERE, open_application, place_of, postponed, waiting
from models.funding_tables import Application, ApplicationStatus, QueueEvent
from models.money import Rupiah
from models.queue_errors import (
    AlreadyApplied,
    ApplicationChanged,
    ApplicationDecided,
    OwnApplication,
    StandsThereAlready,
)
from models.queue_history import ahead_of, steps_of
from models.queue_moves import Shift, accept, fund, move, postpone, resume, withdraw
from models.queue_order import Standing, standings_at
from models.queue_record import QueueEventKind, QueueFault, head, record, replay, verify
from tests.builders import (
    NOW,
    a_group,
    a_loan,
    a_person,
    a_picture,
    a_programme,
    a_verifier,
    an_application,
    waiting_since,
)
from tests.tampering import unguarded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from models.programme import Programme

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(days=1)


async def a_queue(count: int) -> tuple[Programme, list[Application]]:
    """So many groups, accepted a day apart; inside a transaction."""
    programme = await a_programme()
    return programme, [
        await waiting_since(programme, NOW - timedelta(days=count - place))
        for place in range(count)
    ]


async def order(programme: Programme) -> list[int]:
    return [each.application_id for each in await waiting(programme.id)]


# Applying ------------------------------------------------------------------------------------


async def test_a_wish_becomes_an_application_with_a_number_its_pages_and_a_trace() -> None:
    async with transaction():
        programme = await a_programme()
        pages = tuple([(await a_picture()).id for _ in range(2)])
        wish = await an_application(programme, files=(*pages, pages[0]))
        wish = await Application.get(id=wish.id).prefetch_related("files")
    assert wish.number == "A-1907-0001"
    assert [page.media_id for page in wish.files] == list(pages)
    event = await QueueEvent.get()
    assert (event.kind, event.facts["amount"]) == (QueueEventKind.APPLIED, 15_000_000)
    assert "place_after" not in event.facts


async def test_a_draft_is_submitted_once_and_a_group_applies_once() -> None:
    async with transaction():
        programme = await a_programme()
        leader = await a_person()
        group = await a_group(leader)
        wish = Wish(group.id, programme.id, leader.id, "bibit", Rupiah(5_000_000))
        first = await apply(wish, draft_id=7, at=NOW)
        assert (await apply(wish, draft_id=7, at=LATER)).id == first.id
        with pytest.raises(AlreadyApplied) as raised:
            await apply(wish, draft_id=8, at=LATER)
        other = await a_programme()
        with pytest.raises(AlreadyApplied):
            await apply(
                Wish(group.id, other.id, leader.id, "bibit", Rupiah(5_000_000)), draft_id=9, at=NOW
            )
    assert raised.value.facts["number"] == first.number
    assert await QueueEvent.all().count() == 1


async def test_the_database_itself_refuses_a_second_open_application() -> None:
    async with transaction():
        programme = await a_programme()
        first = await an_application(programme)
    with pytest.raises(IntegrityError):
        await Application.create(
            draft_id=99,
            number="A-1907-0099",
            programme_id=programme.id,
            group_id=first.group_id,
            applied_by_id=first.applied_by_id,
            applied_at=NOW,
            purpose="dua kali",
            amount=1,
        )


async def test_two_officers_who_apply_at_once_make_one_application() -> None:
    async with transaction():
        programme = await a_programme()
        leader = await a_person()
        group = await a_group(leader)

    async def one(draft: int) -> str:
        wish = Wish(group.id, programme.id, leader.id, "bibit", Rupiah(5_000_000))
        try:
            async with transaction():
                return (await apply(wish, draft_id=draft, at=NOW)).number
        except AlreadyApplied as already:
            return f"kept {already.facts['number']}"

    said = await asyncio.gather(*[one(draft) for draft in range(1, 5)])
    assert sorted(said) == ["A-1907-0001", *["kept A-1907-0001"] * 3]


async def test_a_question_goes_to_the_leader_and_comes_back_with_more_pages() -> None:
    async with transaction():
        programme = await a_programme()
        wish = await an_application(programme)
        rina, page = await a_verifier(), await a_picture()
        await send_back(wish, "berapa anggota?", person_id=rina.id, at=NOW)
        assert wish.status is ApplicationStatus.RETURNED
        await answer(wish, "12 orang", (page.id,), person_id=wish.applied_by_id, at=LATER)
        with pytest.raises(ApplicationDecided):
            await answer(wish, "lagi", person_id=wish.applied_by_id, at=LATER)
    assert (await Application.get(id=wish.id)).status is ApplicationStatus.SUBMITTED
    told = await QueueEvent.all().order_by("number").values_list("kind", "reason")
    assert told[1:] == [("returned", "berapa anggota?"), ("answered", "12 orang")]


async def test_a_refused_group_may_apply_again() -> None:
    async with transaction():
        programme = await a_programme()
        wish = await an_application(programme)
        rina = await a_verifier()
        await refuse(wish, "belum lengkap", person_id=rina.id, at=NOW)
        assert await open_application(wish.group_id) is None
        again = await an_application(programme, group=wish.group, at=LATER)
    assert again.number == "A-1907-0002"


async def test_what_is_decided_or_changed_or_ones_own_is_not_reviewed() -> None:
    async with transaction():
        programme = await a_programme()
        wish = await an_application(programme)
        rina = await a_verifier()
        seen = await seen_of(wish.id)
        await may_review(wish, seen=seen, person_id=rina.id)
        with pytest.raises(OwnApplication):
            await may_review(wish, seen=seen, person_id=wish.applied_by_id)
        await send_back(wish, "untuk apa?", person_id=rina.id, at=NOW)
        await answer(wish, "bibit", person_id=wish.applied_by_id, at=NOW)
        with pytest.raises(ApplicationChanged):
            await may_review(wish, seen=seen, person_id=rina.id)
        await refuse(wish, "belum lengkap", person_id=rina.id, at=LATER)
        with pytest.raises(ApplicationDecided) as raised:
            await may_review(wish, seen=await seen_of(wish.id), person_id=rina.id)
    assert raised.value.facts["decided_by"] == rina.name


async def test_two_staff_at_once_make_one_decision() -> None:
    async with transaction():
        programme = await a_programme()
        wish = await an_application(programme)
        staff = [await a_verifier(name) for name in ("Rina", "Joko", "Hasan")]
        seen = await seen_of(wish.id)

    async def decide(person_id: int) -> str:
        try:
            async with transaction():
                mine = await locked(wish.id)
                assert mine is not None
                await may_review(mine, seen=seen, person_id=person_id)
                await accept(mine, granted=Rupiah(1), priority=5, person_id=person_id, at=NOW)
        except ApplicationDecided as first:
            return str(first.facts["decided_by"])
        return "mine"

    said = await asyncio.gather(*[decide(person.id) for person in staff])
    assert sorted(said).count("mine") == 1
    assert await QueueEvent.filter(kind="accepted").count() == 1
    assert len(await waiting(programme.id)) == 1


# Places --------------------------------------------------------------------------------------


async def test_the_queue_is_ordered_by_class_then_date_then_id() -> None:
    async with transaction():
        programme = await a_programme()
        early = await waiting_since(programme, NOW - timedelta(days=2))
        late = await waiting_since(programme, NOW)
        same = await waiting_since(programme, NOW - timedelta(days=1))  # a clock went back
        first = await waiting_since(programme, NOW, priority=1, reason="banjir")
    assert await order(programme) == [first.id, early.id, late.id, same.id]
    mine = await place_of(same.id)
    assert mine is not None
    assert (mine.place, mine.granted) == (4, Rupiah(15_000_000))
    ahead = await ahead_of(mine, await waiting(programme.id))
    assert (ahead.higher_class, ahead.earlier, ahead.decided) == (1, 1, 1)


async def test_a_move_says_who_stood_where_before_and_after() -> None:
    async with transaction():
        programme, queue = await a_queue(4)
        rina = await a_verifier()
        last = await locked(queue[3].id)
        assert last is not None
        shift = await move(last, 2, reason="panen lebih awal", person_id=rina.id, at=NOW)
    assert (shift.place_before, shift.place) == (4, 2)
    assert [
        (each.place.application_id, each.before, each.place.place) for each in shift.shifted
    ] == [
        (queue[1].id, 2, 3),
        (queue[2].id, 3, 4),
    ]
    assert shift.event.facts["place_before"] == 4
    assert await order(programme) == [queue[0].id, queue[3].id, queue[1].id, queue[2].id]


async def test_a_move_beyond_the_end_is_a_move_to_the_end_and_to_its_own_place_none() -> None:
    async with transaction():
        programme, queue = await a_queue(3)
        rina = await a_verifier()
        first = await locked(queue[0].id)
        assert first is not None
        await move(first, 50, reason="belum siap", person_id=rina.id, at=NOW)
        with pytest.raises(StandsThereAlready):
            await move(first, 3, reason="belum siap", person_id=rina.id, at=NOW)
        with pytest.raises(ValueError, match="reason"):
            await move(first, 1, reason=" ", person_id=rina.id, at=NOW)
    assert await order(programme) == [queue[1].id, queue[2].id, queue[0].id]


async def test_who_is_postponed_keeps_the_date_and_comes_back_to_it() -> None:
    async with transaction():
        programme, queue = await a_queue(3)
        rina = await a_verifier()
        first = await locked(queue[0].id)
        assert first is not None
        await postpone(first, reason="ketua sakit", person_id=rina.id, at=NOW)
        aside = await place_of(first.id)
        assert aside is not None
        assert aside.place == NOWHERE
        assert [each.application_id for each in await postponed(programme.id)] == [first.id]
        assert await order(programme) == [queue[1].id, queue[2].id]
        shift = await resume(first, reason="sudah sembuh", person_id=rina.id, at=LATER)
    assert shift.place == 1
    assert await order(programme) == [each.id for each in queue]


async def test_who_leaves_or_is_funded_makes_room_for_all_behind() -> None:
    async with transaction():
        programme, queue = await a_queue(3)
        first, second = await locked(queue[0].id), await locked(queue[1].id)
        assert first is not None
        assert second is not None
        lent = await a_loan(programme=programme)
        await fund(first, lent.loan.id, person_id=None, at=NOW)
        shift = await withdraw(
            second, reason="", person_id=second.applied_by_id, by_group=True, at=NOW
        )
        with pytest.raises(ApplicationDecided):
            await withdraw(second, reason="", person_id=1, by_group=True, at=NOW)
    assert (shift.place_before, shift.place) == (1, NOWHERE)
    assert await order(programme) == [queue[2].id]
    assert (await Application.get(id=first.id)).loan_id == lent.loan.id


MOMENTS = st.integers(0, 6).map(lambda ticks: NOW + timedelta(microseconds=ticks))
STANDINGS = st.lists(st.tuples(st.integers(1, 9), MOMENTS), min_size=1, max_size=12).map(
    lambda each: [Standing(priority, since, place) for place, (priority, since) in enumerate(each)]
)


@given(STANDINGS, st.data())
def test_any_place_is_reached_by_moving_one_and_the_others_keep_their_order(
    standings: list[Standing], data: Any
) -> None:
    own = standings.pop(data.draw(st.integers(0, len(standings) - 1)))
    others = sorted(standings)
    place = data.draw(st.integers(1, len(others) + 1))
    changed = {each.id: each for each in standings_at(others, place, own)}
    now = sorted([changed.get(each.id, each) for each in [*others, own]])
    ids = [each.id for each in others]
    assert [each.id for each in now] == [*ids[: place - 1], own.id, *ids[place - 1 :]]
    assert all(changed[each.id].priority == each.priority for each in others if each.id in changed)


# Explaining ----------------------------------------------------------------------------------


async def test_a_place_is_explained_by_every_event_that_moved_it_oldest_first() -> None:
    async with transaction():
        _, queue = await a_queue(3)
        rina = await a_verifier()
        first, last = await locked(queue[0].id), await locked(queue[2].id)
        assert first is not None
        assert last is not None
        await move(last, 1, reason="panen lebih awal", person_id=rina.id, at=NOW)
        await postpone(first, reason="ada tunggakan", person_id=rina.id, at=NOW)
        await resume(first, reason="sudah beres", person_id=rina.id, at=NOW)
        await withdraw(last, reason="cekcok", person_id=last.applied_by_id, by_group=True, at=NOW)
    second = await Application.get(id=queue[1].id)
    told = [
        (step.kind.value, step.before, step.after, step.reason, step.by)
        for step in await steps_of(second)
    ]
    assert told == [
        ("accepted", NOWHERE, 2, "", rina.name),
        ("moved", 2, 3, "panen lebih awal", rina.name),
        ("postponed", 3, 2, "", ""),
        ("resumed", 2, 3, "sudah beres", rina.name),
        ("withdrawn", 3, 2, "", ""),
    ]
    mine = await place_of(second.id)
    assert mine is not None
    assert mine.place == told[-1][2]


# The record ----------------------------------------------------------------------------------


async def test_a_record_holds_and_its_head_says_how_far() -> None:
    async with transaction():
        programme, _ = await a_queue(2)
        await record(programme.id, "rule_changed", at=NOW, reason="SK 12", version=2)
    last = await head(programme.id)
    report = await verify(programme.id)
    assert (report.fault, report.events, report.head) == (None, 5, last.hash)
    assert last.number == 5


async def test_programmes_have_records_of_their_own() -> None:
    async with transaction():
        one, _ = await a_queue(2)
        other, _ = await a_queue(1)
    assert (await head(one.id)).number == 4
    assert (await head(other.id)).number == 2


@pytest.mark.parametrize(
    "statement", ["UPDATE queue_event SET reason = 'x'", "DELETE FROM queue_event"]
)
async def test_the_database_refuses_to_change_or_delete_an_event(statement: str) -> None:
    async with transaction():
        await a_queue(1)
    with pytest.raises(IntegrityError):
        async with transaction() as books:
            await books.execute_query(statement)


FLIPPED = {
    "kind": "'refused'",
    "reason": "'karena saudara'",
    "application_id": "NULL",
    "person_id": "NULL",
    "at": "(SELECT min(created_at) FROM programme)",
    "previous_hash": "'0' || substr(previous_hash, 2)",
    "hash": "'g' || substr(hash, 2)",
    "number": "number + 50",
    "facts": "replace(CAST(facts AS TEXT), '15000000', '16000000')",
}


@pytest.mark.parametrize("column", sorted(FLIPPED))
async def test_a_flipped_byte_anywhere_is_found(column: str) -> None:
    async with transaction():
        programme, _ = await a_queue(3)
    assert (await verify(programme.id)).fault is None
    async with unguarded() as books:
        postgres = books.capabilities.dialect == "postgres"
        cast = "::jsonb" if column == "facts" and postgres else ""
        await books.execute_query(
            f"UPDATE queue_event SET {column} = ({FLIPPED[column]}){cast} WHERE number = 4"
        )
    report = await verify(programme.id)
    assert report.faulty_number == 4
    assert report.fault in {QueueFault.CHANGED, QueueFault.BROKEN_LINK, QueueFault.MISSING}


async def test_an_event_that_is_cut_off_is_missed_by_the_queue_itself() -> None:
    async with transaction():
        programme, _ = await a_queue(2)
    async with unguarded() as books:
        await books.execute_query("DELETE FROM queue_event WHERE number = 4")
    report = await verify(programme.id)
    assert (report.events, report.fault) == (3, QueueFault.NOT_RECORDED)


async def test_a_place_that_is_changed_beside_the_record_is_found() -> None:
    async with transaction():
        programme, queue = await a_queue(3)
    await connection().execute_query(
        f"UPDATE application SET priority = 1 WHERE id = {queue[2].id}"
    )
    report = await verify(programme.id)
    assert (report.events, report.fault, report.faulty_number) == (6, QueueFault.NOT_RECORDED, None)


async def test_an_event_that_takes_a_place_which_is_not_there_contradicts() -> None:
    async with transaction():
        programme, queue = await a_queue(1)
        await record(
            programme.id,
            QueueEventKind.MOVED,
            application_id=queue[0].id,
            at=NOW,
            place_before=3,
            place_after=1,
        )
    report = await verify(programme.id)
    assert (report.faulty_number, report.fault) == (3, QueueFault.CONTRADICTS)


# Any history ---------------------------------------------------------------------------------

KINDS = ["apply", "apply", "apply", "first class", "last class", "move", "move", "move"]
KINDS += ["postpone", "resume", "withdraw", "fund"]
HISTORIES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 50), st.integers(1, 14)),
    min_size=20,
    max_size=30,
)


class RolledBack(Exception):
    """Ends an example, so that the next one finds an empty database."""


async def in_an_example(work: Callable[[], Awaitable[None]]) -> None:
    try:
        async with transaction():
            await work()
            raise RolledBack  # noqa: TRY301 (the way to roll back)
    except RolledBack:
        pass


class Story:
    """Acts on the queue, and holds each act against what was there before."""

    def __init__(self, programme: Programme, person_id: int, loan_id: int) -> None:
        self.programme, self.person_id, self.loan_id = programme, person_id, loan_id
        self.minutes = 0

    async def act(self, kind: str, which: int, place: int) -> Shift | None:
        # Three acts in a row happen at the same moment.
        self.minutes += which % 3 == 0
        at = NOW + timedelta(minutes=self.minutes)
        if kind in {"apply", "first class", "last class"}:
            priority = {"first class": 1 + which % 4, "last class": 6 + which % 4}.get(kind, 5)
            wish = await an_application(self.programme, at=at)
            reason = "" if priority == USUAL_PRIORITY else "keadaan darurat"
            return await accept(
                wish,
                granted=Rupiah(1_000_000),
                priority=priority,
                reason=reason,
                person_id=self.person_id,
                at=at,
            )
        of = postponed if kind == "resume" else waiting
        places = await of(self.programme.id)
        if not places:
            return None
        mine = await locked(places[which % len(places)].application_id)
        assert mine is not None
        by: dict[str, Any] = {"person_id": self.person_id, "at": at}
        match kind:
            case "move":
                try:
                    return await move(mine, place, reason="diputuskan rapat", **by)
                except StandsThereAlready:
                    return None
            case "postpone":
                return await postpone(mine, reason="belum siap", **by)
            case "resume":
                return await resume(mine, reason="siap lagi", **by)
            case "withdraw":
                return await withdraw(mine, reason="", by_group=True, **by)
        return await fund(mine, self.loan_id, **by)

    async def holds(self, shift: Shift, place: int) -> None:
        """The others keep their order; the event says what happened; an overtaker says why."""
        mine = shift.application.id
        before = [each.application_id for each in shift.before]
        after = [each.application_id for each in shift.after]
        assert after == await order(self.programme)
        assert [each for each in after if each != mine] == [each for each in before if each != mine]
        replayed = list(before)
        assert replay(replayed, shift.event)
        assert replayed == after
        if shift.event.kind == "moved":
            assert shift.place == min(place, len(after))
        behind = after[shift.place :] if shift.place else []
        overtaken = [each for each in before if each in behind]
        if shift.place_before:
            overtaken = [each for each in overtaken if before.index(each) < before.index(mine)]
        if overtaken and not shift.event.reason:
            assert await self.all_stand_back_for_a_reason(overtaken)

    async def all_stand_back_for_a_reason(self, overtaken: list[int]) -> bool:
        """Whoever is overtaken by a usual acceptance was put into a later class, and told why."""
        for each in overtaken:
            application = await Application.get(id=each)
            reasons = await QueueEvent.filter(application_id=each).exclude(reason="").count()
            if application.priority <= USUAL_PRIORITY or not reasons:
                return False
        return True


@settings(
    max_examples=4,
    deadline=None,
    # Making a failing history shorter takes minutes, which the quick suite has not.
    phases={Phase.explicit, Phase.reuse, Phase.generate},
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(HISTORIES, st.integers(0, 2**31))
async def test_whatever_happens_nobody_overtakes_without_a_recorded_reason(
    acts: list[tuple[str, int, int]], chance: int
) -> None:
    async def example() -> None:
        lent = await a_loan()
        person = await a_verifier()
        story = Story(lent.programme, person.id, lent.loan.id)
        for kind, which, place in acts:
            shift = await story.act(kind, which, place)
            if shift is not None:
                await story.holds(shift, place)
        programme = lent.programme
        report = await verify(programme.id)
        assert report.fault is None
        assert report.events == await QueueEvent.filter(programme_id=programme.id).count()
        for place in (await waiting(programme.id))[:4]:
            application = await Application.get(id=place.application_id)
            assert (await steps_of(application))[-1].after == place.place
        number = random.Random(chance).randint(1, max(1, report.events))  # noqa: S311 (a test)
        async with unguarded() as books:
            await books.execute_query(
                f"UPDATE queue_event SET reason = reason || '~' WHERE number = {number}"
            )
        if report.events:
            assert (await verify(programme.id)).faulty_number == number

    await in_an_example(example)
