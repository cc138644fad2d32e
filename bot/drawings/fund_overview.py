"""A fund on one phone screen: its cash, repayments beside the plan, what is late by class."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from bot.drawings import sheet
from bot.drawings.facts import Facts

_WIDTH, _EDGE = 720, 28
_ROOM = _WIDTH - 2 * _EDGE
_HEAD, _TITLE, _CHART, _UNDER, _ROW = 176, 62, 210, 44, 50
_FIGURES = 58
_CLASS_WIDTH, _AMOUNT_WIDTH = 196, 206
_LATE: sheet.Colour = (198, 84, 58)
_PLAN: sheet.Colour = (205, 211, 203)
_AREA: sheet.Colour = (222, 236, 229)


@dataclass(frozen=True, slots=True)
class Month:
    """A month: rupiah for its marks, and words in the reader's language for its figures."""

    name: str
    cash: int
    cash_short: str
    repaid: int
    repaid_short: str
    planned: int
    planned_short: str


@dataclass(frozen=True, slots=True)
class Late:
    """A class of collectibility and what is late in it, rupiah for its bar."""

    name: str
    rupiah: int
    amount: str


@dataclass(frozen=True, slots=True)
class FundOverview:
    """All that stands on the picture, in the reader's language; the latest month last."""

    name: str
    about: str
    cash: str
    cash_title: str
    months_title: str
    repaid_legend: str
    planned_legend: str
    late_title: str
    late_total: str
    months: Sequence[Month] = ()
    classes: Sequence[Late] = ()


def fund_overview(shown: FundOverview) -> bytes:
    """A JPEG, 720 pixels wide and some 1,200 high."""
    charts = 2 * (_TITLE + _CHART + _UNDER)
    height = _HEAD + charts + _FIGURES + _TITLE + len(shown.classes) * _ROW + _EDGE
    paper = Image.new("RGB", (_WIDTH, height), sheet.PAPER)
    draw = ImageDraw.Draw(paper)
    _draw_head(draw, shown)
    y = _draw_title(draw, _HEAD, shown.cash_title)
    y = _draw_line(draw, y, shown.months)
    y = _draw_title(draw, y, shown.months_title)
    _draw_legend(draw, y - _TITLE, shown)
    y = _draw_bars(draw, y, shown.months)
    late = any(one.rupiah for one in shown.classes)
    y = _draw_title(draw, y, shown.late_title, shown.late_total, _LATE if late else sheet.FRESH)
    _draw_classes(draw, y, shown.classes)
    return sheet.jpeg(paper)


def from_facts(facts: Facts, _: Sequence[Path]) -> bytes:
    """The drawing "fund_overview"; lists of months and of classes have an item for each."""
    months = zip(
        facts.lines("months"),
        facts.numbers("cash_then"),
        facts.lines("cash_short"),
        facts.numbers("repaid"),
        facts.lines("repaid_short"),
        facts.numbers("planned"),
        facts.lines("planned_short"),
        strict=True,
    )
    late = facts.numbers("late")
    classes = zip(facts.lines("classes"), late, facts.lines("late"), strict=True)
    lines = (
        "name",
        "about",
        "cash",
        "cash_title",
        "months_title",
        "repaid_legend",
        "planned_legend",
        "late_title",
        "late_total",
    )
    return fund_overview(
        FundOverview(
            **{name: facts.line(name) for name in lines},
            months=[Month(*one) for one in months],
            classes=[Late(*one) for one in classes],
        )
    )


def _draw_head(draw: ImageDraw.ImageDraw, shown: FundOverview) -> None:
    draw.rectangle((0, 0, _WIDTH, _HEAD), sheet.DEEP)
    size = sheet.size_that_fits(shown.name, _ROOM - 4, (38, 34, 30))
    at = (_EDGE, 42)
    sheet.text(draw, at, shown.name, size, sheet.WHITE, width=_ROOM, bold=True, anchor="lm")
    sheet.text(draw, (_EDGE, 72), shown.about, 24, sheet.PALE, width=_ROOM)
    figure = sheet.size_that_fits(shown.cash, _ROOM - 4, (52, 44, 36))
    at = (_EDGE, 136)
    sheet.text(draw, at, shown.cash, figure, sheet.WHITE, width=_ROOM, bold=True, anchor="lm")


def _draw_title(
    draw: ImageDraw.ImageDraw,
    y: int,
    title: str,
    right: str = "",
    colour: sheet.Colour = sheet.INK,
) -> int:
    middle = y + _TITLE / 2 + 6
    sheet.text(draw, (_EDGE, middle), title, 28, width=_ROOM * 0.62, bold=True, anchor="lm")
    at = (_WIDTH - _EDGE, middle)
    sheet.text(draw, at, right, 26, colour, width=_ROOM * 0.38, bold=True, anchor="rm")
    return y + _TITLE


def _columns(count: int) -> list[float]:
    """The middles of so many equal columns."""
    width = _ROOM / max(1, count)
    return [_EDGE + width * (number + 0.5) for number in range(count)]


def _draw_line(draw: ImageDraw.ImageDraw, y: int, months: Sequence[Month]) -> int:
    """Cash at the end of each month; the line begins at zero, so that its height is true."""
    top, bottom = y + 34, y + _CHART
    most = max((month.cash for month in months), default=0) or 1
    points = [
        (x, bottom - (bottom - top) * max(0, month.cash) / most)
        for x, month in zip(_columns(len(months)), months, strict=True)
    ]
    if len(points) > 1:
        area = [*points, (points[-1][0], bottom), (points[0][0], bottom)]
        draw.polygon(area, _AREA)
        draw.line(points, sheet.FRESH, 6, joint="curve")
    draw.line((_EDGE, bottom, _WIDTH - _EDGE, bottom), sheet.GREY, 2)
    room = _ROOM / max(1, len(months)) - 6
    for number, ((x, high), month) in enumerate(zip(points, months, strict=True)):
        draw.ellipse((x - 8, high - 8, x + 8, high + 8), sheet.DEEP)
        beside = points[max(0, number - 1) : number + 2]
        below = high < bottom - 44 and high > min(at for _, at in beside) + 10
        at, anchor = (high + 12, "mt") if below else (high - 14, "mb")
        sheet.text(draw, (x, at), month.cash_short, 22, width=room, anchor=anchor)
    _draw_names(draw, bottom, months)
    return y + _CHART + _UNDER


def _draw_bars(draw: ImageDraw.ImageDraw, y: int, months: Sequence[Month]) -> int:
    """What came in, beside what the schedules wanted."""
    top, bottom = y + 34, y + _CHART
    most = max((max(month.repaid, month.planned) for month in months), default=0) or 1
    room = _ROOM / max(1, len(months)) - 6
    half = min(40.0, room / 2 - 3)
    for x, month in zip(_columns(len(months)), months, strict=True):
        planned = bottom - (bottom - top) * max(0, month.planned) / most
        repaid = bottom - (bottom - top) * max(0, month.repaid) / most
        draw.rectangle((x + 2, planned, x + half, bottom), _PLAN)
        draw.rectangle((x - half, repaid, x - 2, bottom), sheet.FRESH)
        under = (x, bottom + _UNDER)
        sheet.text(
            draw, under, month.repaid_short, 22, sheet.FRESH, width=room, bold=True, anchor="ma"
        )
        under = (x, bottom + _UNDER + 28)
        sheet.text(draw, under, month.planned_short, 22, sheet.GREY, width=room, anchor="ma")
    draw.line((_EDGE, bottom, _WIDTH - _EDGE, bottom), sheet.GREY, 2)
    _draw_names(draw, bottom, months)
    return y + _CHART + _UNDER + _FIGURES


def _draw_names(draw: ImageDraw.ImageDraw, bottom: int, months: Sequence[Month]) -> None:
    room = _ROOM / max(1, len(months)) - 6
    for x, month in zip(_columns(len(months)), months, strict=True):
        sheet.text(draw, (x, bottom + 10), month.name, 24, sheet.GREY, width=room, anchor="ma")


def _draw_legend(draw: ImageDraw.ImageDraw, y: int, shown: FundOverview) -> None:
    """Which bar is which, at the right of the title."""
    middle, width = y + _TITLE / 2 + 6, 130
    marks = ((sheet.FRESH, shown.repaid_legend), (_PLAN, shown.planned_legend))
    for number, (colour, words) in enumerate(marks):
        x = _WIDTH - _EDGE - (2 - number) * width
        draw.rectangle((x, middle - 10, x + 20, middle + 10), colour)
        sheet.text(draw, (x + 28, middle), words, 22, sheet.GREY, width=width - 32, anchor="lm")


def _draw_classes(draw: ImageDraw.ImageDraw, y: int, classes: Sequence[Late]) -> None:
    """A row each: the class, a bar as long as what is late in it, and the amount."""
    largest = max((one.rupiah for one in classes), default=0)
    left, right = _EDGE + _CLASS_WIDTH, _WIDTH - _EDGE - _AMOUNT_WIDTH
    for number, one in enumerate(classes):
        middle = y + number * _ROW + _ROW // 2
        sheet.text(draw, (_EDGE, middle), one.name, 24, width=_CLASS_WIDTH - 12, anchor="lm")
        draw.rounded_rectangle((left, middle - 9, right, middle + 9), 9, sheet.LINE)
        if one.rupiah > 0:
            end = left + max(18, (right - left) * one.rupiah // largest)
            draw.rounded_rectangle((left, middle - 9, end, middle + 9), 9, _LATE)
        at = (_WIDTH - _EDGE, middle)
        sheet.text(draw, at, one.amount, 24, width=_AMOUNT_WIDTH - 14, bold=True, anchor="rm")
