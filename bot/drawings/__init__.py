"""Pictures that Gulir draws itself, just before they are sent: of facts and kept pictures."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import structlog

from bot.media import MediaStore
from handlers.messages import Drawing
from models.media import KeptMedia, MediaKind

log = structlog.get_logger()

_KEPT_MOST = 300
"""Drawn files that stay on the disk; what is sent again after that is drawn again."""


WORKBOOK = "workbook"
"""The one that is no picture: an Excel file, sent as a document."""


class UnknownDrawing(LookupError):
    """A handler asked for a drawing that nobody can draw."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws one at a time, each once: the same facts in the same language are the same file."""

    store: MediaStore
    strict: bool = False
    """Whether a drawing that fails is an error: on the desk and in tests, never in use."""
    _worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=1, thread_name_prefix="draw")
    )

    async def draw(self, drawings: Sequence[Drawing], language: str) -> tuple[Path, ...]:
        """The files of those that could be drawn: the words go without a picture that could not."""
        paths = []
        for drawing in drawings:
            try:
                paths.append(await self._file(drawing, language))
            except Exception as trouble:
                if self.strict:
                    raise
                log.exception("drawing_failed", drawing=drawing.name, trouble=repr(trouble))
        return tuple(paths)

    async def _file(self, drawing: Drawing, language: str) -> Path:
        pictures = await self._pictures(drawing.pictures)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, self._drawn, drawing, language, pictures)

    async def _pictures(self, media_ids: Sequence[int]) -> list[Path]:
        """The small copies of kept pictures. Raises KeyError for one that is not kept."""
        if not media_ids:
            return []
        found = await KeptMedia.filter(id__in=list(media_ids), kind=MediaKind.PICTURE)
        kept = {media.id: media for media in found}
        return [
            self.store.path(kept[media_id].sha256, MediaKind.PICTURE, shown=True)
            for media_id in media_ids
        ]

    def _drawn(self, drawing: Drawing, language: str, pictures: Sequence[Path]) -> Path:
        what = orjson.dumps([drawing.to_json(), language], option=orjson.OPT_SORT_KEYS)
        target = self.store.drawn(hashlib.sha256(what).hexdigest())
        # Imported with the first drawing: neither at start nor in tests of other things.
        from bot.drawings.facts import Facts  # noqa: PLC0415

        if drawing.name == WORKBOOK:
            from bot.workbook import workbook  # noqa: PLC0415

            facts = Facts(drawing.facts, language)
            target = target.with_name(f"{target.stem}.{facts.line('file')}.xlsx")
            if not target.exists():
                self.store.write_drawn(target, workbook(facts), kept_most=_KEPT_MOST)
        elif not target.exists():
            data = _drawers(drawing.name)(Facts(drawing.facts, language), pictures)
            self.store.write_drawn(target, data, kept_most=_KEPT_MOST)
        return target


def _drawers(name: str) -> "Callable[..., bytes]":
    from bot.drawings import (  # noqa: PLC0415 (as above)
        fund_overview,
        queue_forecast,
        side_by_side,
        timeline,
    )

    known: Mapping[str, Callable[..., bytes]] = {
        "fund_overview": fund_overview.from_facts,
        "queue_forecast": queue_forecast.from_facts,
        "side_by_side": side_by_side.from_facts,
        "timeline": timeline.from_facts,
    }
    if name not in known:
        raise UnknownDrawing(name)
    return known[name]
