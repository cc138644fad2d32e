"""The digest of a week and the pack of a month say what `/saldo` and the ledger say."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.database import transaction
from bot.drawings import Drawer
from bot.drawings.facts import Facts
from bot.drawings.fund_overview import from_facts
from bot.media import MediaStore
from bot.pictures import SHOWN_BYTES_MAX
from bot.workbook import safe, workbook
from handlers.messages import Drawing, InboundMessage, Kind, Reply, words
from handlers.staff.fund import overview
from handlers.staff.monthly import monthly
from handlers.staff.verification import press
from handlers.staff.weekly import weekly
from models.chart import AccountKind
from models.fund import fund_figures
from models.fund_months import fund_picture, month_before
from models.ledger_tables import Account
from models.money import Rupiah
from models.month_report import loans_of_month, moves_of_month
from tests.builders import (
    NOW,
    TODAY,
    Lent,
    a_loan,
    a_programme,
    a_report,
    a_staff_turn,
    a_verifier,
    the_clock_looks,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("database")

NOTHING = InboundMessage(Kind.TEXT, NOW)


async def a_fund() -> Lent:
    """Two loans of one programme, one of them late, both paid on in June and July."""
    async with transaction():
        programme = await a_programme(capital=50_000_000, name="Dana APBD")
        late = await a_loan(
            principal=10_000_000,
            instalments=10,
            fee_basis_points=100,
            disbursed_on=date(2019, 3, 20),
            programme=programme,
        )
        fine = await a_loan(
            principal=6_000_000, instalments=6, disbursed_on=date(2019, 5, 20), programme=programme
        )
        rina = await a_verifier()
        for lent, amount, days in (
            (late, 1_100_000, 40),
            (late, 700_000, 4),
            (fine, 1_000_000, 25),
        ):
            report = await a_report(lent, amount, paid_on=TODAY - timedelta(days=days))
            await press(await a_staff_turn(rina), report.id, "accept")
    await the_clock_looks()
    return late


async def test_the_digest_agrees_with_saldo_and_the_ledger_to_the_rupiah() -> None:
    lent = await a_fund()
    figures = await fund_figures(lent.programme.id, today=TODAY)
    told = await weekly(lent.programme, TODAY, NOW)
    async with transaction():
        saldo = await overview(await a_staff_turn(await a_verifier()), NOTHING)
    first = saldo[0] if isinstance(saldo, tuple) else saldo
    for name in ("cash", "available", "arrears"):
        assert told.facts[name] == first.facts[name] == getattr(figures, name)
    assert told.drawings == first.drawings
    shown = told.drawings[0].facts
    account = await Account.get(programme_id=lent.programme.id, kind=AccountKind.FUND_CASH)
    assert shown["cash"] == account.balance == figures.cash
    assert shown["late_total"] == figures.arrears > 0
    assert shown["late"][-5:] == shown["late"]  # type: ignore[index]
    assert sum(shown["late"]) == figures.arrears  # type: ignore[arg-type]
    assert told.facts["week"] == Rupiah(700_000)
    assert told.facts["waiting"] == 0


async def test_cash_of_former_months_is_what_the_journal_says_it_was() -> None:
    lent = await a_fund()
    picture = await fund_picture(lent.programme.id, TODAY)
    cash = {month.first: month.cash for month in picture.months}
    assert cash[date(2019, 2, 1)] == 50_000_000
    assert cash[date(2019, 3, 1)] == 40_000_000
    assert cash[date(2019, 5, 1)] == 34_000_000
    principal = 1_000_000 + 1_000_000 + 600_000
    assert cash[date(2019, 7, 1)] == 34_000_000 + principal
    repaid = {month.first: month.repaid for month in picture.months}
    assert repaid[date(2019, 6, 1)] == 2_100_000
    assert repaid[date(2019, 7, 1)] == 700_000
    planned = {month.first: month.planned for month in picture.months}
    assert planned[date(2019, 6, 1)] == 1_100_000 + 1_000_000


async def test_the_month_that_is_over_knows_nothing_of_what_came_later() -> None:
    lent = await a_fund()
    first, last = date(2019, 6, 1), date(2019, 6, 30)
    rows = await loans_of_month(lent.programme.id, first, last)
    late = next(row for row in rows if row.loan.id == lent.loan.id)
    assert (late.target.principal, late.target.fee) == (3_000_000, 300_000)
    assert (late.until.principal, late.during.principal, late.before.principal) == (
        1_000_000,
        1_000_000,
        0,
    )
    assert late.outstanding == 9_000_000
    assert (late.late.principal, late.late.fee, late.grade) == (2_000_000, 200_000, "II")
    moves = await moves_of_month(lent.programme.id, first, last)
    picture = await fund_picture(lent.programme.id, last, closed=True)
    assert moves[-1].balance == picture.months[-1].cash
    assert sum(move.principal_in + move.fee_in for move in moves) == picture.months[-1].repaid
    assert picture.arrears == sum(row.late.principal + row.late.fee for row in rows)


async def test_the_pack_is_a_picture_and_a_workbook(tmp_path: Path) -> None:
    lent = await a_fund()
    pack = await monthly(lent.programme, date(2019, 6, 1), NOW)
    store = MediaStore(tmp_path)
    try:
        picture, book = await Drawer(store, strict=True).draw(pack.drawings, "id")
    finally:
        store.close()
    assert picture.stat().st_size <= SHOWN_BYTES_MAX
    with Image.open(picture) as shown:
        assert shown.width == 720
    assert book.name.endswith(f".{lent.programme.code}-2019-06.xlsx")
    opened = load_workbook(book)
    assert len(opened.sheetnames) == 4
    sheet = opened["R1 Perkembangan"]
    assert sheet.freeze_panes == "C6"
    rows = list(sheet.iter_rows(6, sheet.max_row, values_only=True))
    assert [rows[0][number] for number in (0, 4, 5, 14)] == [1, 10_000_000, 0.01, 9_000_000]
    assert sheet["C6"].value.date() == date(2019, 3, 20)
    assert sheet["E6"].number_format == "#,##0"
    assert any(str(row[4]).startswith("=SUBTOTAL(9,E6:E") for row in rows)
    assert Reply.from_json(pack.to_json()) == pack


def test_words_from_a_chat_never_become_a_formula() -> None:
    for words_ in ("=1+1", "+62", "-3", "@SUM(A1)", "\t=1", "\r=1"):
        assert safe(words_) == f"'{words_}"
    assert safe("KUBE = baik") == "KUBE = baik"
    sheet = (
        "Kelompok",
        ("=judul",),
        (words("form.value", value="No|Nama"),),
        (("row", 1, "=x"),),
        (),
    )
    data = workbook(Facts(Drawing("workbook", {"sheets": (sheet,)}).facts, "id"))
    book = load_workbook(io.BytesIO(data))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


def test_an_empty_fund_has_a_picture_too() -> None:
    facts = dict.fromkeys(("name", "about", "cash", "late_total"), "x")
    assert Image.open(io.BytesIO(from_facts(Facts(facts, "id"), ()))).width == 720


def test_months_before_cross_the_year() -> None:
    assert month_before(date(2019, 1, 31)) == date(2018, 12, 1)
    assert month_before(date(2019, 12, 31), -1) == date(2020, 1, 1)
    assert month_before(date(2019, 3, 1), 15) == date(2017, 12, 1)
