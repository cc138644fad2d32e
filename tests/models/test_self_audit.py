"""A difference in the books halts what is posted, whoever made it; a clean look lets it go on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.database import transaction
from models.audit import AuditEvent
from models.books_audit import audit_programme
from models.corrections import reverse_repayment
from models.errors import BooksHalted
from models.ledger_tables import JournalEntry
from models.lending import add_capital, record_repayment
from models.money import Rupiah
from models.programme import Programme
from models.self_audit import Change, SelfAudit, ask, asked, examine, latest, write_down
from tests.builders import (
    NOW,
    TODAY,
    Lent,
    a_loan,
    a_person,
    a_programme,
    a_report,
)
from tests.tampering import change_a_balance, delete_the_last_entry, flip_a_byte, restore

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

pytestmark = pytest.mark.usefixtures("database")

LATER = timedelta(hours=1)


def an_act(number: int, maker: int | None = None) -> dict[str, Any]:
    return {
        "on": TODAY,
        "at": NOW,
        "reference": f"test:{number}",
        "cause": "test:1",
        "maker_id": maker,
    }


async def look(programme_id: int, at: datetime = NOW) -> Change:
    """Examine and write the verdict down, as the clock does."""
    async with transaction():
        report = await examine(programme_id, TODAY)
    async with transaction():
        verdict = await write_down(programme_id, report, at=at)
    assert verdict is not None
    return verdict.change


async def a_paid_loan() -> Lent:
    async with transaction():
        lent = await a_loan()
        await record_repayment(lent.loan.id, Rupiah(500_000), **an_act(1))
        await record_repayment(lent.loan.id, Rupiah(400_000), **an_act(2))
    return lent


async def flipped() -> Callable[[], Awaitable[None]]:
    await flip_a_byte(2)
    return lambda: flip_a_byte(2)


async def cut_off() -> Callable[[], Awaitable[None]]:
    kept = await delete_the_last_entry()
    return lambda: restore(kept)


async def moved() -> Callable[[], Awaitable[None]]:
    await change_a_balance(1)
    return lambda: change_a_balance(-1)


@pytest.mark.parametrize(
    ("tamper", "where", "what"),
    [
        (flipped, "entry 2", ("chain", "changed")),
        (cut_off, "entry 4", ("chain", "cut_off")),
        (moved, "fund_cash", ("balance", None)),
    ],
)
async def test_books_that_were_tampered_with_are_halted_until_they_are_right_again(
    tamper: Callable[[], Awaitable[Callable[[], Awaitable[None]]]],
    where: str,
    what: tuple[str, str | None],
) -> None:
    lent = await a_paid_loan()
    assert await look(lent.programme.id) is Change.GOES_ON
    mend = await tamper()
    assert await look(lent.programme.id, NOW + LATER) is Change.HALTED
    audit = await latest(lent.programme.id)
    assert audit is not None
    assert audit.found is not None
    assert where in audit.found.where
    assert audit.found.what == what[0]
    assert what[1] in (None, audit.found.shown)
    await postings_are_refused(lent)
    assert await look(lent.programme.id, NOW + 2 * LATER) is Change.STILL_HALTED
    programme = await Programme.get(id=lent.programme.id)
    assert programme.halted_at == NOW + LATER
    await mend()
    assert await look(lent.programme.id, NOW + 3 * LATER) is Change.LIFTED
    async with transaction():
        await record_repayment(lent.loan.id, Rupiah(300_000), **an_act(9))
    deeds = await AuditEvent.filter(subject=f"programme:{programme.id}").order_by("id")
    assert [one.deed for one in deeds if "books" in one.deed] == ["books_halted", "books_lifted"]


async def postings_are_refused(lent: Lent) -> None:
    """Every way into the books: by the programme, by the loan, by an entry."""
    one, other = await a_person("Joko"), await a_person("Anwar")
    entry = await JournalEntry.get(reference="test:1")
    before = await JournalEntry.filter(programme_id=lent.programme.id).count()
    ways: list[Callable[[], Awaitable[Any]]] = [
        lambda: add_capital(lent.programme.id, 1_000_000, **an_act(5)),
        lambda: record_repayment(lent.loan.id, Rupiah(100_000), **an_act(6)),
        lambda: reverse_repayment(entry.id, **{**an_act(7, one.id), "approver_id": other.id}),
    ]
    for way in ways:
        with pytest.raises(BooksHalted) as refused:
            async with transaction():
                await way()
        assert refused.value.facts == {"programme": lent.programme.name, "since": NOW + LATER}
    assert await JournalEntry.filter(programme_id=lent.programme.id).count() == before


async def test_entries_cut_off_are_seen_only_because_their_head_was_noted() -> None:
    lent = await a_paid_loan()
    await look(lent.programme.id)
    await delete_the_last_entry()
    async with transaction():
        assert (await audit_programme(lent.programme.id, TODAY)).difference is None
        report = await examine(lent.programme.id, TODAY)
    assert report.difference is not None
    assert report.difference.shown == "cut_off"


async def test_another_entry_in_the_place_of_one_that_was_cut_off_is_seen() -> None:
    lent = await a_paid_loan()
    await look(lent.programme.id)
    await delete_the_last_entry()
    async with transaction():
        await record_repayment(lent.loan.id, Rupiah(40_000), **an_act(3))
        report = await examine(lent.programme.id, TODAY)
    assert report.difference is not None
    assert (report.difference.where, report.difference.shown) == ("entry 4", "rewritten")


async def test_entries_posted_since_are_no_difference() -> None:
    lent = await a_paid_loan()
    await look(lent.programme.id)
    async with transaction():
        await record_repayment(lent.loan.id, Rupiah(100_000), **an_act(8))
    assert await look(lent.programme.id, NOW + LATER) is Change.GOES_ON
    audit = await latest(lent.programme.id)
    assert audit is not None
    assert audit.entries == 5


async def test_leaders_reports_are_taken_while_postings_are_halted() -> None:
    lent = await a_paid_loan()
    await change_a_balance()
    assert await look(lent.programme.id) is Change.HALTED
    async with transaction():
        report = await a_report(lent)
    assert report.status == "submitted"


async def test_the_books_of_another_programme_go_on() -> None:
    lent = await a_paid_loan()
    async with transaction():
        other = await a_programme()
    await change_a_balance()
    assert await look(lent.programme.id) is Change.HALTED
    assert await look(other.id) is Change.GOES_ON
    async with transaction():
        await add_capital(other.id, 1_000_000, **an_act(4))


async def test_a_look_that_is_older_than_the_last_one_decides_nothing() -> None:
    lent = await a_paid_loan()
    async with transaction():
        earlier = await examine(lent.programme.id, TODAY)
    await change_a_balance()
    assert await look(lent.programme.id, NOW + LATER) is Change.HALTED
    async with transaction():
        late = await write_down(lent.programme.id, earlier, at=NOW)
    assert late is not None
    assert late.change is Change.GOES_ON
    assert (await Programme.get(id=lent.programme.id)).halted_at == NOW + LATER


async def test_asking_twice_is_asking_once_and_is_answered_once() -> None:
    lent = await a_paid_loan()
    anwar = await a_person("Anwar")
    async with transaction():
        for _ in range(2):
            await ask(lent.programme.id, by=anwar.id)
        (wanted,) = await asked()
        report = await examine(lent.programme.id, TODAY)
        first = await write_down(lent.programme.id, report, at=NOW, audit_id=wanted.id)
        second = await write_down(lent.programme.id, report, at=NOW, audit_id=wanted.id)
    assert first is not None
    assert first.audit.asked_by_id == anwar.id
    assert second is None
    assert await SelfAudit.all().count() == 1
    assert list(await asked()) == []
