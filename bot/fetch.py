"""Fetching what people sent: before their message is handled, outside every transaction."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from tortoise.exceptions import IntegrityError

from bot.channels.base import Channel, MediaGone, MediaTooLarge, SendError
from bot.clock import Clock
from bot.database import transaction
from bot.media import SIZE_BYTES_MAX, KeptFile, MediaRefused, MediaStore
from bot.staff_chat import StaffChat
from bot.wake import Wake, Work
from handlers.messages import SHEET, InboundMessage, Media
from models.evidence import write_evidence
from models.inbox import InboxMessage, InboxState
from models.media import KeptMedia, MediaKind, MediaSighting
from models.sheet import Sheet

log = structlog.get_logger()

AT_ONCE = 4
ATTEMPTS = 4
_PAUSE_SECONDS = 0.5
_RETRY_SECONDS = (0.5, 2.0, 6.0)
_NAME_LENGTH = 200


@dataclass(slots=True)
class Fetcher:
    """Brings in announced pictures and documents; a message waits until all of its own are here."""

    channels: dict[str, Channel]
    store: MediaStore
    clock: Clock
    wake: Wake
    staff_chat: StaffChat
    """Sheets are read where staff are, and nowhere else."""

    async def run(self) -> None:
        """Fetch what is announced, for ever. Fetching twice does no harm: files go by content."""
        while True:
            try:
                fetched = await self._fetch_some()
            except asyncio.CancelledError:
                raise
            except Exception:
                log.exception("fetching_interrupted")
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            if not fetched:
                await self.wake.wait(Work.FETCH, _PAUSE_SECONDS)

    async def _fetch_some(self) -> int:
        rows = await InboxMessage.filter(state=InboxState.FETCHING).order_by("id").limit(AT_ONCE)
        results = await asyncio.gather(*map(self._bring, rows), return_exceptions=True)
        for row, result in zip(rows, results, strict=True):
            if isinstance(result, Exception):
                log.error("fetch_failed", inbox=row.id, trouble=repr(result))
                await self._after_failure(row)
        if rows:
            self.wake.up(Work.HANDLE)
        return len(rows)

    async def _bring(self, row: InboxMessage) -> None:
        message = InboundMessage.from_json(row.event)
        channel = self.channels[row.channel]
        media = [await self._one(channel, row, each) for each in message.media]
        event = replace(message, media=tuple(media)).to_json()
        async with transaction():
            await InboxMessage.filter(id=row.id, state=InboxState.FETCHING).update(
                event=event, state=InboxState.WAITING
            )

    async def _after_failure(self, row: InboxMessage) -> None:
        """Try again a few times; then the message goes on, and says which picture is missing."""
        if row.attempts + 1 < ATTEMPTS:
            await InboxMessage.filter(id=row.id).update(attempts=row.attempts + 1)
            await asyncio.sleep(_PAUSE_SECONDS)
            return
        message = InboundMessage.from_json(row.event)
        media = tuple(
            each if each.media_id else replace(each, trouble="unavailable")
            for each in message.media
        )
        await InboxMessage.filter(id=row.id, state=InboxState.FETCHING).update(
            event=replace(message, media=media).to_json(), state=InboxState.WAITING, attempts=0
        )

    async def _one(self, channel: Channel, row: InboxMessage, media: Media) -> Media:
        """The media with its id in our store, or with the trouble that it had."""
        if media.media_id is not None or media.trouble is not None:
            return media
        sheets = self.staff_chat.is_(row.chat)
        known = (
            await MediaSighting.filter(channel=channel.name, fingerprint=media.fingerprint)
            .select_related("media")
            .first()
        )
        if known is not None:
            return await self._recognised(channel, row, media, known.media, sheets=sheets)
        try:
            data = await self._download(channel, media)
            kept = await self.store.keep(data, announced_mime=media.mime, sheets=sheets)
        except MediaTooLarge:
            return replace(media, trouble="too_large")
        except MediaGone:
            return replace(media, trouble="gone")
        except SendError as trouble:
            log.warning("media_unavailable", inbox=row.id, trouble=trouble.code)
            return replace(media, trouble="unavailable")
        except MediaRefused as refused:
            log.info("media_refused", inbox=row.id, trouble=refused.code)
            return replace(media, trouble=refused.code)
        media_id = await _remember(kept, media.name or "", self.clock.now())
        if kept.measures is not None:
            await write_evidence(media_id, kept.measures, at=self.clock.now())
        else:
            await self._catch_up(media_id)
        await self._sight(channel, row, media, media_id)
        return replace(media, media_id=media_id, kind=_kind(media, kept.kind))

    async def _recognised(
        self, channel: Channel, row: InboxMessage, media: Media, kept: KeptMedia, *, sheets: bool
    ) -> Media:
        """A file that was here before; a sheet is one in the staff chat only."""
        if kept.kind is MediaKind.SHEET and not sheets:
            return replace(media, trouble="unsupported_type")
        await self._catch_up(kept.id)
        await self._sight(channel, row, media, kept.id)
        return replace(media, media_id=kept.id, kind=_kind(media, kept.kind))

    async def _catch_up(self, media_id: int) -> None:
        """Measure a picture that was kept before pictures were measured, or just before a crash."""
        media = await KeptMedia.get_or_none(
            id=media_id, kind=MediaKind.PICTURE, evidence__id__isnull=True
        )
        measures = await self.store.examine(media.sha256) if media is not None else None
        if measures is not None:
            await write_evidence(media_id, measures, at=self.clock.now())

    async def _download(self, channel: Channel, media: Media) -> bytes:
        """With growing pauses; raises the last SendError, MediaGone or MediaTooLarge."""
        for pause in _RETRY_SECONDS:
            try:
                return await channel.fetch(media, size_bytes_max=SIZE_BYTES_MAX)
            except SendError as trouble:
                log.info("media_fetch_retried", trouble=trouble.code, pause_seconds=pause)
                await asyncio.sleep(pause)
        return await channel.fetch(media, size_bytes_max=SIZE_BYTES_MAX)

    async def _sight(
        self, channel: Channel, row: InboxMessage, media: Media, media_id: int
    ) -> None:
        if row.address_id is not None:
            await MediaSighting.create(
                media_id=media_id,
                channel=channel.name,
                fingerprint=media.fingerprint,
                address_id=row.address_id,
                seen_at=self.clock.now(),
            )


def _kind(media: Media, kept: MediaKind) -> str:
    """A sheet is called one from here on: it is no slip, wherever pictures are asked for."""
    return SHEET if kept is MediaKind.SHEET else media.kind


async def _remember(kept: KeptFile, name: str, now: datetime) -> int:
    """The id of a kept file; two at once make one row."""
    known = await KeptMedia.get_or_none(sha256=kept.sha256)
    if known is None:
        known = await _create(kept, now)
    if kept.kind is MediaKind.SHEET and not await Sheet.exists(media_id=known.id):
        with suppress(IntegrityError):
            await Sheet.create(
                media_id=known.id, name=name[:_NAME_LENGTH], rows=kept.rows, created_at=now
            )
    return int(known.id)


async def _create(kept: KeptFile, now: datetime) -> KeptMedia:
    try:
        return await KeptMedia.create(
            sha256=kept.sha256,
            kind=kept.kind,
            mime=kept.mime,
            size_bytes=kept.size_bytes,
            width=kept.width,
            height=kept.height,
            created_at=now,
        )
    except IntegrityError:
        return await KeptMedia.get(sha256=kept.sha256)
