"""Excel workbooks of typed facts: real numbers and days, totals as formulas, safe words."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from bot.drawings.facts import Facts
from handlers.messages import Fact
from models.money import Rupiah

_MONEY, _DAY, _PERCENT = "#,##0", "dd/mm/yyyy", "0.00%"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_THIN = Side(style="thin", color="B8B8B8")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="0F4C42")
_SUM = PatternFill("solid", fgColor="E4EFEA")
_WIDEST, _NARROWEST = 56, 5
_LINE = 16
"""Points: how high a line of headings is."""

TOTAL = "total"
"""The first item of a row that adds up all rows above it, up to the total before."""
GRAND_TOTAL = "grand_total"

Row = Sequence[Fact]


def workbook(facts: Facts) -> bytes:
    """The file of the drawing "workbook".

    `sheets` is a list of sheets, each a list of five: its name, its titles, its rows of headings,
    its rows, its footer. Headings are words with bars between them. The first item of a row says
    what it is, the others are numbers, amounts, days, words, or a list of one: basis points.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for given in facts.items("sheets"):
        name, *parts = _listed(given)
        sheet = book.create_sheet(facts.written(name)[:31])
        _fill(sheet, facts, parts)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def safe(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_DANGEROUS) else words


def _fill(sheet: Worksheet, facts: Facts, parts: Sequence[Fact]) -> None:
    titles, headings, rows, footer = parts
    for title in _listed(titles):
        sheet.append([safe(facts.written(title))])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True, size=13)
    sheet.append([None])
    top = sheet.max_row + 1
    heads = [facts.written(line).split("|") for line in _listed(headings)]
    _head(sheet, heads)
    first = sheet.max_row + 1
    sheet.freeze_panes = f"C{first}"
    begins = first
    for row in _listed(rows):
        kind, *cells = _listed(row)
        if kind in (TOTAL, GRAND_TOTAL):
            _total(sheet, facts, cells, first if kind == GRAND_TOTAL else begins)
            begins = sheet.max_row + 1
        else:
            _row(sheet, facts, cells)
    sheet.append([None])
    for line in _listed(footer):
        sheet.append([safe(facts.written(line))])
    _shape(sheet, heads, top)


def _head(sheet: Worksheet, heads: Sequence[Sequence[str]]) -> None:
    """Rows of headings; equal neighbours are one cell, and so is a heading above nothing."""
    top = sheet.max_row + 1
    for number, line in enumerate(heads):
        for column, words in enumerate(line, start=1):
            cell = sheet.cell(top + number, column, safe(words) or None)
            cell.font, cell.fill, cell.border = Font(bold=True, color="FFFFFF"), _HEAD, _GRID
            cell.alignment = Alignment("center", "center", wrap_text=True)
    for column, together in _runs(heads[0]):
        if len(heads) > 1 and together == 1 and not heads[1][column - 1]:
            sheet.merge_cells(None, top, column, top + 1, column)
        elif together > 1:
            sheet.merge_cells(None, top, column, top, column + together - 1)


def _runs(line: Sequence[str]) -> Iterable[tuple[int, int]]:
    """The column at which each run of equal words begins, and how many there are."""
    column = 1
    for _, run in groupby(line):
        together = len(list(run))
        yield column, together
        column += together


def _row(sheet: Worksheet, facts: Facts, cells: Sequence[Fact]) -> None:
    at = sheet.max_row + 1
    for column, fact in enumerate(cells, start=1):
        cell = sheet.cell(at, column, _value(facts, fact))
        across = "center" if isinstance(fact, date) else None
        cell.border, cell.alignment = _GRID, Alignment(across, "center", wrap_text=True)
        if isinstance(fact, Rupiah):
            cell.number_format = _MONEY
        elif isinstance(fact, tuple):
            cell.number_format = _PERCENT
        elif isinstance(fact, date):
            cell.number_format = _DAY


def _total(sheet: Worksheet, facts: Facts, cells: Sequence[Fact], begins: int) -> None:
    """A row of sums: SUBTOTAL leaves out the totals that it meets on its way."""
    at = sheet.max_row + 1
    for column, fact in enumerate(cells, start=1):
        letter = get_column_letter(column)
        value: object = _value(facts, fact)
        if fact == TOTAL:
            value = f"=SUBTOTAL(9,{letter}{begins}:{letter}{at - 1})" if at > begins else 0
        cell = sheet.cell(at, column, value)
        cell.font, cell.fill, cell.border = Font(bold=True), _SUM, _GRID
        if fact == TOTAL:
            cell.number_format = _MONEY


def _value(facts: Facts, fact: Fact) -> float | str | date | None:
    match fact:
        case (int(basis_points),):
            return basis_points / 10_000
        case Rupiah() | int():
            return int(fact)
        case datetime():
            return safe(facts.written(fact))
        case date():
            return fact
    return safe(facts.written(fact)) or None


def _listed(fact: Fact) -> tuple[Fact, ...]:
    if not isinstance(fact, tuple):
        raise TypeError(f"{fact!r} is not a list")
    return fact


def _shape(sheet: Worksheet, heads: Sequence[Sequence[str]], head: int) -> None:
    """Columns as wide as what stands in them, headings whole, and a page of A4 that prints across.

    `head` is the first row of the headings.
    """
    begins = head + len(heads)
    for column, words in enumerate(heads[-1], start=1):
        longest = max(map(len, (words or heads[0][column - 1]).split() or [""]))
        shown = [
            _length(cell.value)
            for (cell,) in sheet.iter_rows(begins, sheet.max_row - 2, column, column)
        ]
        width = min(_WIDEST, max(_NARROWEST, longest, *shown) + 2)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, line in enumerate(heads):
        sheet.row_dimensions[head + number].height = _LINE * _lines(sheet, line)
    for row in sheet.iter_rows(begins, sheet.max_row - 2):
        widths = [sheet.column_dimensions[cell.column_letter].width - 1 for cell in row]
        lines = max(-(-_length(cell.value) // int(w)) for cell, w in zip(row, widths, strict=True))
        sheet.row_dimensions[row[0].row].height = _LINE * max(1, lines)
    sheet.print_title_rows = f"{head}:{begins - 1}"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.8, footer=0.4)
    sheet.oddFooter.right.text = "&P / &N"


def _length(value: object) -> int:
    """How many letters wide something is shown; a sum is about as wide as what it adds up."""
    match value:
        case int():
            return len(f"{value:,}") + 1
        case date():
            return len("dd/mm/yyyy")
        case str() if value.startswith("="):
            return 0
    return len(str(value or ""))


def _lines(sheet: Worksheet, line: Sequence[str]) -> int:
    """How many lines the headings of a row need, each over the columns that it spans."""
    needed = 1
    for column, together in _runs(line):
        widths = [
            sheet.column_dimensions[get_column_letter(column + more)].width
            for more in range(together)
        ]
        needed = max(needed, len(wrap(line[column - 1], max(4, int(sum(widths)) - 1))))
    return needed
