"""Photos that were shown before, told to staff as they stand: in words, and side by side."""

from collections.abc import Mapping

from handlers.messages import Drawing, Words, words
from models.calendar import wita_day
from models.media import MediaKind
from models.progress_recycled import Pair, Where
from models.progress_tables import ProgressReport


def cautions(report: ProgressReport, pairs: Mapping[Where, Pair]) -> list[Words]:
    """A line for each warning, and where the other photo stands if it can still be found."""
    lines: list[Words] = []
    warned = set(report.warnings.split())
    for where in Where:
        if where in warned:
            lines.append(words(f"progress.caution.{where.value}"))
            lines += [_same(pairs[where])] if where in pairs else []
    return lines


def drawings(pairs: Mapping[Where, Pair]) -> tuple[Drawing, ...]:
    """Both photos side by side, with group, day and report under each."""
    return tuple(_side_by_side(pair) for pair in pairs.values() if _can_be_drawn(pair))


def _same(pair: Pair) -> Words:
    other = pair.other
    return words(
        "progress.same",
        exact=int(pair.exact),
        number=other.report.number,
        group=other.report.group.name,
        on=wita_day(other.added_at),
    )


def _can_be_drawn(pair: Pair) -> bool:
    return {pair.own.media.kind, pair.other.media.kind} == {MediaKind.PICTURE}


def _side_by_side(pair: Pair) -> Drawing:
    earlier, later = sorted((pair.own, pair.other), key=lambda photo: (photo.added_at, photo.id))
    both = (earlier, later)
    return Drawing(
        "side_by_side",
        {
            "title": words("progress.compare.title", exact=int(pair.exact)),
            "names": tuple(photo.report.group.name for photo in both),
            "days": tuple(wita_day(photo.added_at) for photo in both),
            "notes": tuple(
                words("progress.compare.report", number=photo.report.number) for photo in both
            ),
        },
        tuple(photo.media_id for photo in both),
    )
