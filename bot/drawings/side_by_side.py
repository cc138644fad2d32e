"""Two kept pictures next to each other, for somebody who is to compare them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from bot.drawings import sheet
from bot.drawings.facts import Facts

_WIDTH, _EDGE, _GAP = 1080, 24, 20
_FRAME = ((_WIDTH - 2 * _EDGE - _GAP) // 2, 720)
_TITLE_HEIGHT = 92
_NAME, _LINE = 34, 29
_RADIUS = 14


@dataclass(frozen=True, slots=True)
class Side:
    """A picture, whose it is (in bold), and what more is to be said in a line each."""

    path: Path
    name: str
    lines: Sequence[str] = ()


def side_by_side(left: Side, right: Side, *, title: str = "") -> bytes:
    """A JPEG of both, as large as they fit, with a caption under each."""
    sides = (left, right)
    photos = [sheet.whole(side.path, _FRAME) for side in sides]
    tallest = max(photo.height for photo in photos)
    names = [sheet.wrapped(side.name, _NAME, _FRAME[0] - 8, lines_max=2) for side in sides]
    captions = [
        len(name) * (_NAME + 8) + len(side.lines) * (_LINE + 10)
        for name, side in zip(names, sides, strict=True)
    ]
    top = _TITLE_HEIGHT + _EDGE if title else _EDGE
    height = top + tallest + 18 + max(captions) + _EDGE
    paper = Image.new("RGB", (_WIDTH, height), sheet.PAPER)
    draw = ImageDraw.Draw(paper)
    if title:
        draw.rectangle((0, 0, _WIDTH, _TITLE_HEIGHT), sheet.DEEP)
        middle = (_EDGE, _TITLE_HEIGHT / 2)
        room = _WIDTH - 2 * _EDGE
        sheet.text(draw, middle, title, 38, sheet.WHITE, width=room, bold=True, anchor="lm")
    for number, (side, photo, name) in enumerate(zip(sides, photos, names, strict=True)):
        x = _EDGE + number * (_FRAME[0] + _GAP)
        inset = (_FRAME[0] - photo.width) // 2, (tallest - photo.height) // 2
        backing = (x, top, x + _FRAME[0] - 1, top + tallest - 1)
        draw.rounded_rectangle(backing, _RADIUS, sheet.LINE)
        sheet.paste_rounded(paper, photo, (x + inset[0], top + inset[1]), _RADIUS)
        _caption(draw, (x + 4, top + tallest + 18), name, side.lines)
    return sheet.jpeg(paper)


def from_facts(facts: Facts, pictures: Sequence[Path]) -> bytes:
    """The drawing "side_by_side": two pictures, the `names` of their groups, `days`, `notes`."""
    names, days, notes = facts.lines("names"), facts.lines("days"), facts.lines("notes")
    left, right = (
        Side(path, name, [line for line in (day, note) if line])
        for path, name, day, note in zip(
            pictures, names, days, notes or [""] * len(names), strict=True
        )
    )
    return side_by_side(left, right, title=facts.line("title"))


def _caption(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], name: Sequence[str], lines: Sequence[str]
) -> None:
    x, y = at
    for line in name:
        sheet.text(draw, (x, y), line, _NAME, width=_FRAME[0], bold=True)
        y += _NAME + 8
    for line in lines:
        sheet.text(draw, (x, y), line, _LINE, sheet.GREY, width=_FRAME[0] - 8)
        y += _LINE + 10
