"""The workbook of a closed month: R1, R2, R4 and R17 with the columns that the trade knows."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final

from handlers.messages import Drawing, Fact, Words, words
from models.arrears import OPERATIONAL_CLASSES
from models.loan import LoanStatus
from models.money import Rupiah
from models.month_report import FundMove, LoanMonth, Parts
from models.programme import Programme

_ROW: Final = "row"
_TOTAL: Final = "total"
_GRAND_TOTAL: Final = "grand_total"


def drawing(
    programme: Programme,
    month: date,
    loans: Sequence[LoanMonth],
    moves: Sequence[FundMove],
    at: datetime,
) -> Drawing:
    """The file that is sent; `month` is its first day, `at` the moment at which it was read."""
    running = [one for one in loans if one.closed_on is None]
    sheets = (
        ("r1", ("r1_head", "r1_head_2"), _progress(loans)),
        ("r2", ("r2_head",), _classes(running)),
        ("r4", ("r4_head",), _active(running)),
        ("r17", ("r17_head",), _moves(moves)),
    )
    facts: dict[str, Fact] = {
        "file": f"{programme.code}-{month:%Y-%m}",
        "sheets": tuple(
            (
                words(f"workbook.{name}"),
                (
                    words(f"workbook.{name}_title"),
                    words("workbook.period", programme=programme.name, month=month),
                ),
                tuple(words(f"workbook.{head}") for head in heads),
                rows,
                (words("workbook.footer", at=at),),
            )
            for name, heads, rows in sheets
        ),
    }
    return Drawing("workbook", facts)


def _progress(loans: Sequence[LoanMonth]) -> tuple[Fact, ...]:
    rows: list[Fact] = []
    numbered = enumerate(loans, start=1)
    for village, together in groupby(numbered, key=lambda one: one[1].loan.group.village):
        rows += [(_ROW, *_progress_row(number, one)) for number, one in together]
        rows.append(_progress_total(_TOTAL, words("workbook.village_total", village=village)))
    return (*rows, _progress_total(_GRAND_TOTAL, words("workbook.grand_total")))


def _progress_row(number: int, one: LoanMonth) -> tuple[Fact, ...]:
    return (
        number,
        _group(one),
        one.loan.disbursed_on,
        _tempo(one),
        Rupiah(one.loan.principal),
        (one.loan.fee_basis_points,),
        *_parts(one.target),
        *_parts(one.before),
        *_parts(one.during),
        *_parts(one.until),
        one.outstanding,
        one.percent,
        *(_parts(one.late) if one.closed_on is None else (_closed(one), "")),
    )


def _progress_total(kind: str, label: Words) -> tuple[Fact, ...]:
    sums = (_TOTAL,) * 9
    return (kind, "", label, "", "", _TOTAL, "", *sums, "", _TOTAL, _TOTAL)


def _classes(running: Sequence[LoanMonth]) -> tuple[Fact, ...]:
    names = [grade.name for grade in OPERATIONAL_CLASSES.classes]
    rows: list[Fact] = [
        (
            _ROW,
            number,
            _group(one),
            one.outstanding,
            Rupiah(one.late.principal + one.late.fee),
            *(one.outstanding if name == one.grade else Rupiah(0) for name in names),
        )
        for number, one in enumerate(running, start=1)
    ]
    return (*rows, (_GRAND_TOTAL, "", words("workbook.grand_total"), *(_TOTAL,) * 7))


def _active(running: Sequence[LoanMonth]) -> tuple[Fact, ...]:
    rows: list[Fact] = [
        (
            _ROW,
            number,
            _group(one),
            one.loan.group.member_count,
            one.loan.disbursed_on,
            _tempo(one),
            Rupiah(one.loan.principal),
            one.outstanding,
            *_parts(one.late),
        )
        for number, one in enumerate(running, start=1)
    ]
    sums = (_TOTAL,) * 4
    return (*rows, (_GRAND_TOTAL, "", words("workbook.grand_total"), "", "", "", *sums))


def _moves(moves: Sequence[FundMove]) -> tuple[Fact, ...]:
    rows: list[Fact] = [
        (
            _ROW,
            one.entry.booked_on,
            one.entry.number,
            words(f"trail.kind.{one.entry.kind.value}"),
            one.group,
            Rupiah(one.principal_in),
            Rupiah(one.fee_in),
            Rupiah(one.paid_out),
            Rupiah(one.to_treasury),
            Rupiah(one.corrected),
            one.balance,
        )
        for one in moves
    ]
    return (*rows, (_GRAND_TOTAL, "", "", words("workbook.grand_total"), "", *(_TOTAL,) * 5, ""))


def _group(one: LoanMonth) -> Words:
    return words(
        "workbook.group", group=one.loan.group.name, leader=one.leader, loan=one.loan.number
    )


def _tempo(one: LoanMonth) -> str:
    """Months, months between instalments, and how many instalments have fallen due."""
    return f"{len(one.dues) * one.months_apart}/{one.months_apart}*{len(one.fallen)}"


def _parts(parts: Parts) -> tuple[Rupiah, Rupiah]:
    return Rupiah(parts.principal), Rupiah(parts.fee)


def _closed(one: LoanMonth) -> Words:
    how = "repaid" if one.loan.status is LoanStatus.REPAID else "written_off"
    return words(f"workbook.closed.{how}", on=one.closed_on or one.last)
