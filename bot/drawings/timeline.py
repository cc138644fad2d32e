"""The way of a group on one phone screen: its loan, its photos with their days, its repayments."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from bot.drawings import sheet
from bot.drawings.facts import Facts

PHOTOS_MAX = 6
REPAYMENTS_MAX = 6
_WIDTH, _EDGE, _GAP = 720, 28, 16
_ROOM = _WIDTH - 2 * _EDGE
_PHOTO = ((_ROOM - _GAP) // 2, 236)
_HEAD, _HEAD_WITH_LOAN = 138, 214
_TITLE, _SMALL = 58, 24
_UNDER_PHOTO = 74
_ROW = 46
_DAY_WIDTH, _AMOUNT_WIDTH = 226, 190


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo, its day, and what was said with it; both in the reader's language."""

    path: Path
    day: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Repayment:
    """A repayment: its day and amount in the reader's language, and in rupiah for its bar."""

    day: str
    amount: str
    rupiah: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that stands on the picture, in the reader's language; newest first.

    `percent` of the loan is repaid (none without a loan). At most PHOTOS_MAX photos and
    REPAYMENTS_MAX repayments are drawn; of more, `*_more` may tell.
    """

    name: str
    about: str = ""
    percent: int | None = None
    progress: str = ""
    photos_title: str = ""
    photos: Sequence[Photo] = ()
    photos_more: str = ""
    repayments_title: str = ""
    repayments: Sequence[Repayment] = ()
    repayments_more: str = ""


def timeline(shown: Timeline) -> bytes:
    """A JPEG, 720 pixels wide and at most 1,600 high."""
    paper = Image.new("RGB", (_WIDTH, _height(shown)), sheet.PAPER)
    draw = ImageDraw.Draw(paper)
    y = _draw_head(draw, shown)
    y = _draw_title(draw, y, shown.photos_title, shown.photos_more)
    for number, photo in enumerate(shown.photos[:PHOTOS_MAX]):
        x = _EDGE + number % 2 * (_PHOTO[0] + _GAP)
        _draw_photo(paper, draw, (x, y + number // 2 * (_PHOTO[1] + _UNDER_PHOTO)), photo)
    y += _rows(shown) * (_PHOTO[1] + _UNDER_PHOTO)
    y = _draw_title(draw, y, shown.repayments_title, shown.repayments_more)
    _draw_repayments(draw, y, shown.repayments[:REPAYMENTS_MAX])
    return sheet.jpeg(paper)


def from_facts(facts: Facts, pictures: Sequence[Path]) -> bytes:
    """The drawing "timeline": photos and their `days` and `captions`, `paid` and `paid_on`."""
    days, captions = facts.lines("days"), facts.lines("captions")
    amounts, rupiah, paid_on = facts.lines("paid"), facts.numbers("paid"), facts.lines("paid_on")
    return timeline(
        Timeline(
            name=facts.line("name"),
            about=facts.line("about"),
            percent=facts.number("percent"),
            progress=facts.line("progress"),
            photos_title=facts.line("photos_title"),
            photos=[
                Photo(path, *words) for path, *words in zip(pictures, days, captions, strict=True)
            ],
            photos_more=facts.line("photos_more"),
            repayments_title=facts.line("repayments_title"),
            repayments=[Repayment(*one) for one in zip(paid_on, amounts, rupiah, strict=True)],
            repayments_more=facts.line("repayments_more"),
        )
    )


def _rows(shown: Timeline) -> int:
    return (len(shown.photos[:PHOTOS_MAX]) + 1) // 2


def _height(shown: Timeline) -> int:
    head = _HEAD if shown.percent is None else _HEAD_WITH_LOAN
    titles = sum(_TITLE for title in (shown.photos_title, shown.repayments_title) if title)
    photos = _rows(shown) * (_PHOTO[1] + _UNDER_PHOTO)
    return head + titles + photos + len(shown.repayments[:REPAYMENTS_MAX]) * _ROW + _EDGE


def _draw_head(draw: ImageDraw.ImageDraw, shown: Timeline) -> int:
    height = _HEAD if shown.percent is None else _HEAD_WITH_LOAN
    draw.rectangle((0, 0, _WIDTH, height), sheet.DEEP)
    size = sheet.size_that_fits(shown.name, _ROOM - 4, (42, 36, 31))
    sheet.text(
        draw, (_EDGE, 50), shown.name, size, sheet.WHITE, width=_ROOM, bold=True, anchor="lm"
    )
    sheet.text(draw, (_EDGE, 86), shown.about, _SMALL, sheet.PALE, width=_ROOM)
    if shown.percent is not None:
        _draw_progress(draw, shown.percent, shown.progress)
    return height


def _draw_progress(draw: ImageDraw.ImageDraw, percent: int, words: str) -> None:
    """A bar for the share of the loan that is repaid, with its figure beside it."""
    figure, top, bottom = 92, 134, 158
    right = _WIDTH - _EDGE - figure
    draw.rounded_rectangle((_EDGE, top, right, bottom), 12, (34, 104, 90))
    share = min(100, max(0, percent))
    if share:
        reached = _EDGE + max(24, (right - _EDGE) * share // 100)
        draw.rounded_rectangle((_EDGE, top, reached, bottom), 12, sheet.AMBER)
    at = (_WIDTH - _EDGE, (top + bottom) / 2)
    sheet.text(draw, at, f"{share} %", 30, sheet.WHITE, width=figure, bold=True, anchor="rm")
    sheet.text(draw, (_EDGE, 170), words, 23, sheet.PALE, width=_ROOM)


def _draw_title(draw: ImageDraw.ImageDraw, y: int, title: str, more: str) -> int:
    if not title:
        return y
    middle = y + _TITLE / 2 + 2
    sheet.text(draw, (_EDGE, middle), title, 28, width=_ROOM * 0.6, bold=True, anchor="lm")
    at = (_WIDTH - _EDGE, middle)
    sheet.text(draw, at, more, 23, sheet.GREY, width=_ROOM * 0.38, anchor="rm")
    return y + _TITLE


def _draw_photo(
    paper: Image.Image, draw: ImageDraw.ImageDraw, at: tuple[int, int], photo: Photo
) -> None:
    x, y = at
    sheet.paste_rounded(paper, sheet.filled(photo.path, _PHOTO), at, 14)
    sheet.text(draw, (x + 2, y + _PHOTO[1] + 7), photo.day, _SMALL, width=_PHOTO[0], bold=True)
    under = (x + 2, y + _PHOTO[1] + 37)
    sheet.text(draw, under, photo.caption, 22, sheet.GREY, width=_PHOTO[0] - 4)


def _draw_repayments(draw: ImageDraw.ImageDraw, y: int, repayments: Sequence[Repayment]) -> None:
    """A row each: the day, a bar as long as the amount, and the amount."""
    largest = max((one.rupiah for one in repayments), default=0)
    left, right = _EDGE + _DAY_WIDTH, _WIDTH - _EDGE - _AMOUNT_WIDTH
    for number, one in enumerate(repayments):
        middle = y + number * _ROW + _ROW // 2
        sheet.text(draw, (_EDGE, middle), one.day, _SMALL, width=_DAY_WIDTH - 10, anchor="lm")
        length = (right - left) * max(0, one.rupiah) // largest if largest > 0 else 0
        bar = (left, middle - 8, left + max(16, length), middle + 8)
        draw.rounded_rectangle((left, middle - 8, right, middle + 8), 8, sheet.LINE)
        if one.rupiah > 0:
            draw.rounded_rectangle(bar, 8, sheet.FRESH)
        end = (_WIDTH - _EDGE, middle)
        room = _AMOUNT_WIDTH - 14
        sheet.text(draw, end, one.amount, _SMALL, width=room, bold=True, anchor="rm")
