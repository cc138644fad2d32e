"""Statements in the database: kept once, matched in any order, settled by people."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.staff.deciding import enter_accepted
from models.bank_columns import find_layout
from models.bank_statement import BankStatement, read_statement
from models.fund import fund_figures
from models.media import KeptMedia, MediaKind
from models.money import Rupiah
from models.payment_code import give_code
from models.programme import Programme
from models.repayment import Method, RepaymentReport, ReportStatus
from models.statement_tables import BankLine, StatementImport
from models.statements import (
    Kept,
    Source,
    accepted_unseen,
    keep_statement,
    match_report,
    matched_waiting,
    payers,
    rematch,
    unreported,
    without_credit,
)
from tests.builders import NOW, TODAY, a_loan, a_person, a_report, a_verifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.builders import Lent

pytestmark = pytest.mark.usefixtures("database")

HEADER = ["Tanggal", "Keterangan", "Kredit", "Saldo"]
A = ["15/07/2019", "TRF SARI", "500.000", "1.500.000"]
B = ["16/07/2019", "SETORAN", "300.000", "1.800.000"]
C = ["17/07/2019", "SETORAN", "300.000", "2.100.000"]


def statement(*rows: Sequence[str]) -> BankStatement:
    sheet = [HEADER, *map(list, rows)]
    layout = find_layout(sheet)
    return read_statement(sheet, layout, layout.guess)


async def imported(lent: Lent, number: int, *rows: Sequence[str]) -> Kept:
    """One file, known by its number."""
    person = await a_person(f"Bendahara {number}")
    media, _ = await KeptMedia.get_or_create(
        sha256=f"{number:064d}",
        defaults={"kind": MediaKind.SHEET, "mime": "text/csv", "size_bytes": 9, "created_at": NOW},
    )
    source = Source(lent.programme.id, media.id, "signature", person.id, NOW)
    kept = await keep_statement(statement(*rows), source)
    await rematch(lent.programme.id)
    return kept


async def pairs() -> dict[str, tuple[str, str]]:
    """The day and words of the line of each matched report, by the report's number."""
    lines = await BankLine.filter(report_id__isnull=False).select_related("report")
    return {
        line.report.number: (line.booked_on.isoformat(), line.description)
        for line in lines
        if line.report is not None
    }


async def test_the_same_file_and_an_overlapping_one_add_nothing_twice() -> None:
    async with transaction():
        lent = await a_loan()
        assert (await imported(lent, 1, A, B)).new == 2
        assert (await imported(lent, 1, A, B)).new == 0
        assert (await imported(lent, 2, B, C)).new == 1
    assert await BankLine.all().count() == 3
    assert await StatementImport.all().count() == 2


async def test_two_programmes_keep_their_lines_apart() -> None:
    async with transaction():
        first, second = await a_loan(), await a_loan()
        assert (await imported(first, 1, A)).new == 1
        assert (await imported(second, 1, A)).new == 1
        report = await a_report(second, paid_on=date(2019, 7, 15))
        await match_report(report)
    line = await BankLine.get(report_id=report.id)
    assert line.programme_id == second.programme.id


async def test_files_in_any_order_give_the_same_pairs() -> None:
    files = {1: (A, B), 2: (B, C), 3: (A, B, C)}
    found = []
    for order in permutations(files):
        async with transaction():
            lent = await a_loan()
            await a_report(lent, 500_000, paid_on=date(2019, 7, 14))
            await a_report(lent, 300_000, paid_on=date(2019, 7, 16))
            for number in (*order, order[0]):
                await imported(lent, number, *files[number])
            told = sorted((await pairs()).values())
            found.append(told)
            await BankLine.all().delete()
    assert found == [[("2019-07-15", "TRF SARI"), ("2019-07-16", "SETORAN")]] * 6


async def test_a_better_line_that_comes_later_takes_the_report_over() -> None:
    """What is not settled by a person is matched anew from all that is there."""
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 300_000, paid_on=date(2019, 7, 16))
        await imported(lent, 1, C)
        assert await pairs() == {report.number: ("2019-07-17", "SETORAN")}
        await imported(lent, 2, B)
    assert await pairs() == {report.number: ("2019-07-16", "SETORAN")}


async def test_what_a_person_settled_stays() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 300_000, paid_on=date(2019, 7, 16))
        await imported(lent, 1, C)
        await BankLine.filter(report_id=report.id).update(settled=True)
        await imported(lent, 2, B)
    assert await pairs() == {report.number: ("2019-07-17", "SETORAN")}


async def test_a_report_that_comes_after_the_money_finds_it() -> None:
    async with transaction():
        lent = await a_loan()
        await imported(lent, 1, A, B)
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 14))
        await match_report(report)
    assert await pairs() == {report.number: ("2019-07-15", "TRF SARI")}


async def test_cash_is_on_no_statement() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 14))
        await RepaymentReport.filter(id=report.id).update(method=Method.CASH)
        await imported(lent, 1, A)
        assert await without_credit(lent.programme.id, ()) == []
    assert await pairs() == {}


async def test_the_money_of_a_rejected_report_is_free_again() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 14))
        await imported(lent, 1, A)
        await BankLine.filter(report_id=report.id).update(settled=True)
        await RepaymentReport.filter(id=report.id).update(status=ReportStatus.REJECTED)
        again = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        await match_report(again)
    assert await pairs() == {again.number: ("2019-07-15", "TRF SARI")}


async def test_the_lists_hold_what_is_missing_on_either_side() -> None:
    async with transaction():
        lent = await a_loan()
        await imported(lent, 1, A, B)
        seen = await a_report(lent, 500_000, paid_on=date(2019, 7, 14))
        missing = await a_report(lent, 700_000, paid_on=date(2019, 7, 16))
        uncovered = await a_report(lent, 700_000, paid_on=date(2019, 6, 1))
        found = await rematch(lent.programme.id)
        assert [line.report_id for line in await matched_waiting(lent.programme.id)] == [seen.id]
        nobodys = await unreported(lent.programme.id, found.unclear)
        assert [line.description for line in nobodys] == ["SETORAN"]
        waiting = await without_credit(lent.programme.id, found.doubtful_reports)
        assert [report.id for report in waiting] == [missing.id]
        assert uncovered.id not in {report.id for report in waiting}


async def test_the_names_of_payers_are_those_of_borrowers_and_their_officers() -> None:
    async with transaction():
        lent = await a_loan()
        other = await a_loan()
        code = await give_code(lent.programme.id, lent.group.id, at=NOW)
        known = await payers(lent.programme.id)
    assert other.group.id not in known
    assert known[lent.group.id].officers == (lent.leader.name,)
    assert known[lent.group.id].code == code


async def test_verified_money_counts_once_the_bank_has_seen_it_where_a_programme_says_so() -> None:
    async with transaction():
        lent = await a_loan(fee_basis_points=100)
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        verifier = await a_verifier()
        await enter_accepted(report, Rupiah(500_000), verifier_id=verifier.id, at=NOW)
        before = await fund_figures(lent.programme.id, today=TODAY)
        assert before.unmatched == 0
        await Programme.filter(id=lent.programme.id).update(counts_matched_only=True)
        strict = await fund_figures(lent.programme.id, today=TODAY)
        assert 0 < strict.unmatched < 500_000  # the fee is never lent, and waits for nothing
        assert strict.available == before.available - strict.unmatched
        await imported(lent, 1, A)
        assert (await fund_figures(lent.programme.id, today=TODAY)).available == before.available


async def test_money_verified_with_another_amount_is_seen_only_by_that_amount() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 550_000, paid_on=date(2019, 7, 15))
        verifier = await a_verifier()
        await enter_accepted(report, Rupiah(500_000), verifier_id=verifier.id, at=NOW)
        assert await accepted_unseen(lent.programme.id) == 500_000
        await imported(lent, 1, A)
        assert await accepted_unseen(lent.programme.id) == 0


async def test_a_long_statement_is_kept_in_few_statements() -> None:
    async with transaction():
        lent = await a_loan()
        days = [date(2019, 1, 1) + timedelta(days=number % 200) for number in range(1200)]
        rows = [
            [day.isoformat(), f"SETORAN {number}", f"{100_000 + number}", ""]
            for number, day in enumerate(days)
        ]
        assert (await imported(lent, 1, *rows)).new == 1200
        assert (await imported(lent, 2, *rows, A)).new == 1
