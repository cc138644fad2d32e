"""Reading what the pure steps need to know, for many speakers at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.hot_path import HotPath, Row
from bot.set_sql import from_column
from bot.situation_rows import Waiting, day_of, due_of, group_facts, own_number
from handlers.forms import Draft
from handlers.situation import GroupFacts, ReportFacts, Situation
from handlers.talk import Talk
from models.arrears import LoanStanding
from models.calendar import wita_day
from models.contact import Address, Role
from models.draft import DraftState
from models.evidence import flaws_of
from models.group import Office
from models.money import Rupiah
from models.repayment import ReportStatus
from models.search import Listed

if TYPE_CHECKING:
    from models.allocation import Due

_FACILITATOR = Office.FACILITATOR.value


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose turn it is: what they said, what is true for them, and the talk so far."""

    waiting: tuple[Waiting, ...]
    situation: Situation
    talk: Talk
    draft_began_ms: Mapping[int, int]


class Situations:
    """Loads the situations of a batch in a handful of statements."""

    def __init__(
        self, sql: HotPath, *, now: datetime, is_staff_chat: Callable[[str], bool]
    ) -> None:
        self._sql = sql
        self._now = now
        self._today = wita_day(now)
        self._is_staff_chat = is_staff_chat

    async def load(self, waiting: Mapping[int, Sequence[Waiting]]) -> list[Speaker]:
        """One speaker per address, but only one per talk: a second address waits its turn."""
        people = {row["address_id"]: row for row in await self._sql.speakers(list(waiting))}
        await _reachable_again([row for row in people.values() if row["unreachable_since"]])
        person_ids = sorted({row["person_id"] for row in people.values() if row["person_id"]})
        held = await self._held(person_ids)
        roles = {
            person: frozenset(map(Role, each - {_FACILITATOR})) for person, each in held.items()
        }
        care = await self._in_care([p for p, each in held.items() if _FACILITATOR in each])
        groups = await self._groups(person_ids)
        directory = await self._directory(waiting) if any(roles.values()) else ()
        situations = {
            address: self._situation(people[address], messages[0], roles, groups)
            for address, messages in waiting.items()
        }
        situations = {
            address: replace(
                each,
                directory=directory if each.in_staff_chat and each.roles else (),
                in_care=care.get(each.person_id or 0, ()),
            )
            for address, each in situations.items()
        }
        talks, began = await self._talks({each.talk_key for each in situations.values()})
        media = _pictures_in_hand(waiting, talks.values())
        seen, troubles = await self._seen_slips(media), await flaws_of(media)
        speakers: dict[str, Speaker] = {}
        for address, known in situations.items():
            situation = replace(known, seen_slips=seen, photo_troubles=troubles)
            key = situation.talk_key
            one_place = tuple(one for one in waiting[address] if one.chat == situation.chat)
            speakers.setdefault(
                key, Speaker(one_place, situation, talks.get(key, Talk(key)), began)
            )
        return list(speakers.values())

    def _situation(
        self,
        person: Row,
        first: Waiting,
        roles: Mapping[int, frozenset[Role]],
        groups: Mapping[int, tuple[GroupFacts, ...]],
    ) -> Situation:
        person_id = person["person_id"]
        return Situation(
            now=self._now,
            today=self._today,
            channel=first.channel,
            chat=first.chat,
            address_id=first.address_id,
            person_id=person_id,
            name=person["name"] or person["display_name"],
            language=person["language"] or "id",
            consented=person["consented_at"] is not None,
            private=first.private,
            in_staff_chat=self._is_staff_chat(first.chat),
            roles=roles.get(person_id, frozenset()),
            groups=groups.get(person_id, ()),
            own_number=own_number(first.channel, first.chat),
            with_office=bool(person["with_office"]),
        )

    async def _directory(self, waiting: Mapping[int, Sequence[Waiting]]) -> tuple[Listed, ...]:
        """All groups, when somebody writes in the staff chat."""
        if not any(self._is_staff_chat(one.chat) for each in waiting.values() for one in each):
            return ()
        return tuple(Listed(**row) for row in await self._sql.directory())

    async def _held(self, person_ids: Sequence[int]) -> dict[int, set[str]]:
        held: dict[int, set[str]] = defaultdict(set)
        for row in await self._sql.roles(person_ids) if person_ids else ():
            held[row["person_id"]].add(row["role"])
        return held

    async def _in_care(self, person_ids: Sequence[int]) -> dict[int, tuple[Listed, ...]]:
        care: dict[int, tuple[Listed, ...]] = defaultdict(tuple)
        for row in await self._sql.in_care(person_ids) if person_ids else ():
            care[row.pop("person_id")] += (Listed(**row),)
        return care

    async def _groups(self, person_ids: Sequence[int]) -> dict[int, tuple[GroupFacts, ...]]:
        rows = await self._sql.offices(person_ids) if person_ids else []
        loan_ids = sorted({row["loan_id"] for row in rows if row["loan_id"]})
        where = await self._standings(rows, loan_ids) if loan_ids else {}
        reports: dict[int, list[ReportFacts]] = defaultdict(list)
        for row in await self._sql.recent_reports(loan_ids) if loan_ids else ():
            reports[row["loan_id"]].append(
                ReportFacts(
                    number=row["number"],
                    amount=Rupiah(row["amount"]),
                    paid_on=day_of(row["paid_on"]),
                    status=ReportStatus(row["status"]),
                )
            )
        groups: dict[int, dict[int, GroupFacts]] = defaultdict(dict)
        for row in rows:
            # A group has one running loan; were there two, the older one is repaid first.
            groups[row["person_id"]].setdefault(
                row["group_id"],
                group_facts(row, where, reports.get(row["loan_id"], []), self._today),
            )
        return {person: tuple(theirs.values()) for person, theirs in groups.items()}

    async def _standings(
        self, offices: Sequence[Row], loan_ids: Sequence[int]
    ) -> dict[int, LoanStanding]:
        """As `models.standings.standings`, in one statement for everybody."""
        dues: dict[int, list[Due]] = defaultdict(list)
        loans = {row["loan_id"]: row for row in offices if row["loan_id"]}
        for row in await self._sql.dues(loan_ids):
            earlier = dues[row["loan_id"]]
            disbursed_on = day_of(loans[row["loan_id"]]["disbursed_on"])
            begins_on = earlier[-1].due_on + timedelta(days=1) if earlier else disbursed_on
            earlier.append(due_of(row, begins_on))
        return {
            loan_id: LoanStanding(
                loan_id=loan_id,
                as_of=self._today,
                dues=tuple(dues[loan_id]),
                credit=Rupiah(loan["credit"] or 0),
            )
            for loan_id, loan in loans.items()
        }

    async def _seen_slips(self, media: Sequence[int]) -> dict[int, tuple[int, ...]]:
        seen: dict[int, set[int]] = defaultdict(set)
        for row in await self._sql.slips_in_reports(media) if media else ():
            seen[row["media_id"]].add(row["group_id"])
        return {media_id: tuple(sorted(groups)) for media_id, groups in seen.items()}

    async def _talks(self, keys: set[str]) -> tuple[dict[str, Talk], dict[int, int]]:
        listed = sorted(keys)
        drafts: dict[str, list[tuple[DraftState, Draft]]] = defaultdict(list)
        began: dict[int, int] = {}
        for row in await self._sql.unfinished_drafts(listed):
            began[row["id"]] = row["created_at_ms"]
            content = from_column(row["content"])
            draft = Draft.from_json(row["id"], row["form"], content, row["updated_at_ms"])
            drafts[row["talk_id"]].append((DraftState(row["state"]), draft))
        talks = {
            row["key"]: Talk(
                key=row["key"],
                offered=tuple(from_column(row["offered"])),
                misunderstood=row["misunderstood"],
                open=next((d for state, d in drafts[row["key"]] if state is DraftState.OPEN), None),
                aside=tuple(d for state, d in drafts[row["key"]] if state is DraftState.ASIDE),
            )
            for row in await self._sql.talks(listed)
        }
        return talks, began


def _pictures_in_hand(waiting: Mapping[int, Sequence[Waiting]], talks: Iterable[Talk]) -> list[int]:
    """The pictures that just came, and those in what is being filled in."""
    media = {
        photo.media_id
        for messages in waiting.values()
        for one in messages
        for photo in one.message.photos
        if photo.media_id is not None
    }
    media.update(kept for talk in talks for draft in talk.drafts for kept in draft.pictures)
    return sorted(media)


async def _reachable_again(people: Sequence[Row]) -> None:
    """Whoever writes can be reached."""
    if people:
        written = [row["address_id"] for row in people]
        await Address.filter(id__in=written).update(unreachable_since=None)
