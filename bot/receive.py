"""The receive worker: whatever waits, of different people, in one transaction.

A message is handled together with all that it causes: models, talk, drafts and replies are
committed at once, or not at all. A message that fails leaves the others alone, is tried again, and
is set aside loudly in the end.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import orjson
import structlog

from bot.clock import Clock
from bot.database import transaction
from bot.edits import with_report
from bot.hot_path import HotPath
from bot.plan import Planner, reply_row
from bot.set_sql import from_column
from bot.situations import Situations, Speaker, Waiting, waiting_of
from bot.staff_chat import StaffChat
from bot.wake import Wake, Work
from handlers.burst import first_turn, joined
from handlers.commands import Contents
from handlers.messages import InboundMessage, Reply, say
from handlers.respond import conclude, offered_by, respond
from handlers.talk import Step
from handlers.turn import CardChange, Notice, ToStaff, Turn
from models.calendar import epoch_ms
from models.draft import DraftState
from models.errors import RuleBroken
from models.inbox import InboxMessage, InboxState

log = structlog.get_logger()

BATCH = 64
LONGEST_BURST_MS = 8_000
"""However long somebody goes on writing, they are answered after this."""
ATTEMPTS = 3
_PAUSE_SECONDS = 0.5
_RETRY_PAUSE_MS = 300


@dataclass(slots=True)
class _Written:
    """What the steps of a batch want written, collected to be written set by set."""

    talks: list[dict[str, Any]] = field(default_factory=list)
    drafts: list[dict[str, Any]] = field(default_factory=list)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    notices: list[Notice | CardChange] = field(default_factory=list)
    handled: list[int] = field(default_factory=list)


class Receiver:
    """Handles the inbox; several may run against one PostgreSQL."""

    def __init__(
        self, *, contents: Contents, clock: Clock, wake: Wake, staff_chat: StaffChat
    ) -> None:
        self._contents = contents
        self._clock = clock
        self._wake = wake
        self._staff_chat = staff_chat

    async def run(self) -> None:
        """Handle what waits, for ever."""
        while True:
            try:
                more = await self.handle_batch()
            except asyncio.CancelledError:
                raise
            except Exception:
                log.exception("batch_failed")
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            if not more:
                await self._wake.wait(Work.HANDLE, _PAUSE_SECONDS)

    async def handle_batch(self) -> bool:
        """Handle one turn each of up to 64 people; returns whether more may wait.

        Raises what it cannot mend.
        """
        try:
            return await self._handle(BATCH)
        except Exception:
            log.exception("batch_retried_one_by_one")
            return await self._handle(1)

    async def _handle(self, limit: int) -> bool:
        now = self._clock.now()
        async with transaction() as connection:
            sql = HotPath(connection)
            addresses = await sql.ready_addresses(epoch_ms(now), LONGEST_BURST_MS, limit)
            if not addresses:
                return False
            waiting = await self._waiting(sql, addresses)
            await self._look_for_staff(waiting)
            situations = Situations(sql, now=now, is_staff_chat=self._staff_chat.is_)
            speakers = await situations.load(waiting) if waiting else []
            written = _Written()
            for speaker in speakers:
                await self._take_turn(sql, speaker, written)
            await self._write(sql, written, now)
        if written.outbox:
            self._wake.up(Work.DELIVER)
        left = sum(map(len, waiting.values())) - len(written.handled)
        return len(addresses) == limit or left > 0

    async def _look_for_staff(self, waiting: Mapping[int, Sequence[Waiting]]) -> None:
        """A group that we do not know may be where another process has seen the staff chat go."""
        groups = {one.chat for each in waiting.values() for one in each if not one.private}
        if not all(map(self._staff_chat.is_, groups)):
            await self._staff_chat.find()

    async def _waiting(self, sql: HotPath, addresses: Sequence[int]) -> dict[int, list[Waiting]]:
        waiting: dict[int, list[Waiting]] = defaultdict(list)
        for row in await sql.waiting_messages(addresses):
            waiting[row["address_id"]].append(waiting_of(row))
        return waiting

    async def _take_turn(self, sql: HotPath, speaker: Speaker, written: _Written) -> None:
        """One turn; should it fail, its effect is undone and everybody else's stay."""
        messages = [one.message for one in speaker.waiting]
        count = first_turn(messages, speaker.talk.offered)
        burst = speaker.waiting[:count]
        own = _Written()
        try:
            message = await self._with_card(sql, speaker, joined(messages[:count]))
            message = await with_report(speaker.situation, message)
            await self._respond(speaker, burst, message, own)
        except Exception as trouble:
            log.exception("message_failed", inbox=burst[0].id, attempts=burst[0].attempts + 1)
            own = await self._after_failure(speaker, burst, trouble)
        written.talks += own.talks
        written.drafts += own.drafts
        written.outbox += own.outbox
        written.notices += own.notices
        written.handled += own.handled

    async def _with_card(
        self, sql: HotPath, speaker: Speaker, message: InboundMessage
    ) -> InboundMessage:
        """Find the card, or the word of the office, that a message replies to."""
        if message.reply_to is None:
            return message
        async with transaction():  # a statement that fails must not spoil the batch
            cards = await sql.cards(speaker.situation.chat)
        for row in cards:
            shown = ",".join(from_column(row["receipt"])).split(",")  # an album is several
            if message.reply_to in shown:
                return replace(message, card=row["subject"])
        return message

    async def _respond(
        self,
        speaker: Speaker,
        burst: Sequence[Waiting],
        message: InboundMessage,
        own: _Written,
    ) -> None:
        situation, last_id = speaker.situation, burst[-1].id
        turn = Turn(situation, last_id)
        step = respond(self._contents, situation, speaker.talk, message, last_id)
        turn.draft_id = step.submits.id if step.submits else None
        ended = list(step.ended)
        if step.effect is not None:
            step, submitted = await self._run_effect(step, turn)
            ended += [*submitted, *(each for each in step.ended if each not in ended)]
        own.handled += [one.id for one in burst]
        own.notices += turn.notices
        self._note_talk(speaker, step, ended, own)
        if step.replies:
            own.outbox.append(
                reply_row(
                    situation,
                    step.replies,
                    last_id,
                    epoch_ms(situation.now),
                    situation.language,
                    subject=turn.about,
                )
            )

    async def _run_effect(
        self, step: Step, turn: Turn
    ) -> tuple[Step, list[tuple[Any, DraftState]]]:
        effect, submits = step.effect, step.submits
        assert effect is not None
        notices_before = len(turn.notices)
        try:
            async with transaction():
                said = await effect(turn)
        except RuleBroken as broken:
            del turn.notices[notices_before:]
            rule = Reply(broken.code, broken.facts)
            return replace(step, replies=(*step.replies, rule), effect=None), []
        replies = said if isinstance(said, tuple) else (said,)
        submitted = []
        if submits is not None:
            submitted = [(submits, DraftState.SUBMITTED)]
            step = replace(step, talk=replace(step.talk, open=None))
        return conclude(self._contents, turn.situation, step, replies, turn), submitted

    def _note_talk(
        self,
        speaker: Speaker,
        step: Step,
        ended: Sequence[tuple[Any, DraftState]],
        own: _Written,
    ) -> None:
        talk, now_ms = step.talk, epoch_ms(speaker.situation.now)
        offered = offered_by(step.replies) if step.replies else talk.offered
        own.talks.append(
            {
                "key": talk.key,
                "offered": orjson.dumps(offered).decode(),
                "misunderstood": talk.misunderstood,
                "updated_at_ms": now_ms,
            }
        )
        unfinished = [(draft, DraftState.ASIDE) for draft in talk.aside]
        if talk.open is not None:
            unfinished.append((talk.open, DraftState.OPEN))
        before = {draft.id: draft for draft in speaker.talk.drafts}
        # The one that steps aside is written before the one that opens: only one may be open.
        for draft, state in [*ended, *unfinished]:
            if draft is None:
                continue
            was_open = speaker.talk.open is not None and speaker.talk.open.id == draft.id
            unchanged = before.get(draft.id) == draft and state is (
                DraftState.OPEN if was_open else DraftState.ASIDE
            )
            if not unchanged:
                began_ms = speaker.draft_began_ms.get(draft.id, now_ms)
                own.drafts.append(_draft_row(talk.key, draft, state, began_ms))

    async def _after_failure(
        self, speaker: Speaker, burst: Sequence[Waiting], trouble: Exception
    ) -> _Written:
        """Try again a little later; after three times set aside, say sorry, and tell staff."""
        own = _Written()
        attempts = burst[0].attempts + 1
        now_ms = epoch_ms(speaker.situation.now)
        ids = [one.id for one in burst]
        if attempts < ATTEMPTS:
            await InboxMessage.filter(id__in=ids).update(
                attempts=attempts, ready_at_ms=now_ms + _RETRY_PAUSE_MS * attempts
            )
            return own
        await InboxMessage.filter(id__in=ids).update(
            state=InboxState.SET_ASIDE, attempts=attempts, trouble=type(trouble).__name__
        )
        reference = f"G-{ids[0]}"
        sorry: tuple[Reply, ...] = (say("error.sorry", reference=reference),)
        own.outbox.append(
            reply_row(speaker.situation, sorry, ids[-1], now_ms, speaker.situation.language)
        )
        told = say("staff.message_set_aside", reference=reference)
        own.notices.append(Notice(ToStaff(), told, f"set_aside:{ids[0]}"))
        return own

    async def _write(self, sql: HotPath, written: _Written, now: datetime) -> None:
        now_ms = epoch_ms(now)
        if written.notices:
            planner = Planner(sql, self._staff_chat, now_ms)
            written.outbox += await planner.rows(written.notices)
        await sql.save_talks(written.talks)
        for row in _closing_first(written.drafts):
            await sql.save_drafts(row)
        await sql.write_outbox(written.outbox, now_ms)
        if written.handled:
            await sql.mark_handled(written.handled, now_ms)
        if written.outbox:
            await sql.notify(Work.DELIVER)


def _closing_first(drafts: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Two statements: drafts that are not open (any more), then those that are."""
    opening = [row for row in drafts if row["state"] == DraftState.OPEN]
    closing = [row for row in drafts if row["state"] != DraftState.OPEN]
    return [closing, opening]


def _draft_row(key: str, draft: Any, state: DraftState, began_ms: int) -> dict[str, Any]:
    return {
        "id": draft.id,
        "talk_id": key,
        "form": draft.form,
        "content": orjson.dumps(draft.to_json()).decode(),
        "state": state.value,
        "created_at_ms": began_ms,
        "updated_at_ms": draft.updated_at_ms,
    }
