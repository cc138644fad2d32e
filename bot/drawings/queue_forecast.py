"""Whose turn may come when: a band of months for each place, on one phone screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from bot.drawings import sheet
from bot.drawings.facts import Facts

ROWS_MAX = 10
_WIDTH, _EDGE = 720, 28
_ROOM = _WIDTH - 2 * _EDGE
_HEAD, _AXIS, _ROW, _FOOT = 132, 54, 116, 112
_SMALL, _NAME = 22, 27
_BAND = 26
_LABEL_GAP = 58
"""Pixels at least between two names of months."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place: who, when in words, and on which days of the axis; no days where nobody knows.

    The days are those by which 10, 25, 50, 75 and 90 percent of the paths have funded it.
    """

    name: str
    when: str
    days: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Bands:
    """All that stands on the picture, in the reader's language.

    `months` are the names of the months with the day of the axis on which each begins; the axis
    goes from day 0 to `until`. At most ROWS_MAX rows are drawn; `more` may tell of others.
    """

    title: str
    about: str
    rows: Sequence[Row]
    months: Sequence[tuple[str, int]]
    until: int
    legend: str = ""
    more: str = ""


def queue_forecast(shown: Bands) -> bytes:
    """A JPEG, 720 pixels wide and at most 1,400 high."""
    rows = shown.rows[:ROWS_MAX]
    bottom = _HEAD + _AXIS + len(rows) * _ROW
    paper = Image.new("RGB", (_WIDTH, bottom + _FOOT), sheet.PAPER)
    draw = ImageDraw.Draw(paper)
    draw.rectangle((0, 0, _WIDTH, _HEAD), sheet.DEEP)
    sheet.text(draw, (_EDGE, 50), shown.title, 40, sheet.WHITE, width=_ROOM, bold=True, anchor="lm")
    sheet.text(draw, (_EDGE, 84), shown.about, 24, sheet.PALE, width=_ROOM)
    _draw_axis(draw, shown, bottom)
    for number, row in enumerate(rows):
        _draw_row(draw, _HEAD + _AXIS + number * _ROW, row, shown.until)
    sheet.text(draw, (_EDGE, bottom + 12), shown.more, _SMALL, width=_ROOM)
    for number, line in enumerate(sheet.wrapped(shown.legend, 20, _ROOM, lines_max=2)):
        at = (_EDGE, bottom + 46 + number * 27)
        sheet.text(draw, at, line, 20, sheet.GREY, width=_ROOM)
    return sheet.jpeg(paper)


def from_facts(facts: Facts, _: Sequence[Path]) -> bytes:
    """The drawing "queue_forecast": `title`, `about`, `legend`, `more`, and lists.

    `names`, `when` and `known` (0 or 1) have one item a place, `days` five for each known one;
    `months` and `month_days` are the axis, which ends on the day `until`.
    """
    days = facts.numbers("days")
    rows, taken = [], 0
    for name, when, known in zip(
        facts.lines("names"), facts.lines("when"), facts.numbers("known"), strict=True
    ):
        own = days[taken : taken + 5] if known else []
        taken += len(own)
        rows.append(Row(name, when, own))
    return queue_forecast(
        Bands(
            title=facts.line("title"),
            about=facts.line("about"),
            rows=rows,
            months=list(zip(facts.lines("months"), facts.numbers("month_days"), strict=True)),
            until=facts.number("until") or 1,
            legend=facts.line("legend"),
            more=facts.line("more"),
        )
    )


def _x(day: int, until: int) -> float:
    return _EDGE + _ROOM * min(max(0, day), until) / max(1, until)


def _draw_axis(draw: ImageDraw.ImageDraw, shown: Bands, bottom: int) -> None:
    """The names of the months, as many as there is room for, with a line where each begins."""
    free_from = -1.0
    for name, day in shown.months:
        x = _x(day, shown.until)
        draw.line((x, _HEAD + _AXIS - 8, x, bottom), sheet.LINE, 2)
        if x >= free_from and x <= _WIDTH - _EDGE - 40:
            label = _short(name)
            sheet.text(draw, (x + 4, _HEAD + 16), label, _SMALL, sheet.GREY, width=2 * _LABEL_GAP)
            free_from = x + (_LABEL_GAP if label == name[:3] else 2 * _LABEL_GAP)


def _short(month: str) -> str:
    """Three letters of a month, and its year where that is told."""
    name, _, year = month.partition(" ")
    return f"{name[:3]} {year}".strip()


def _draw_row(draw: ImageDraw.ImageDraw, top: int, row: Row, until: int) -> None:
    """The name and the months in words above its band: thin for 80, thick for 50 percent."""
    sheet.text(draw, (_EDGE, top + 4), row.name, _NAME, width=_ROOM, bold=True)
    sheet.text(draw, (_EDGE, top + 40), row.when, _SMALL, sheet.GREY, width=_ROOM)
    middle = top + 88
    draw.line((_EDGE, middle, _WIDTH - _EDGE, middle), sheet.LINE, 2)
    if not row.days:
        return
    first, low, half, high, last = (_x(day, until) for day in row.days)
    draw.rounded_rectangle((first - 3, middle - 6, max(last, first) + 3, middle + 6), 6, sheet.PALE)
    thick = (low - 6, middle - _BAND / 2, max(high, low) + 6, middle + _BAND / 2)
    draw.rounded_rectangle(thick, 9, sheet.FRESH)
    draw.line((half, middle - _BAND / 2, half, middle + _BAND / 2), sheet.WHITE, 3)
