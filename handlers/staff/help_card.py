"""The card of a talk with somebody who wants a human: who, what was said, what is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.hours import clock_of, on_day
from handlers.messages import Choice, Fact, Reply, Words, facts_from_json, facts_to_json, words
from models.calendar import wita_day
from models.group import Officer
from models.help_request import HelpEnding, HelpMessage, HelpRequest, HelpSide, HelpState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from handlers.messages import Json

LINE_LONGEST: Final = 250
"""Characters of what one message said; the whole of it stands in a message below the card."""

_LINES_MOST: Final = 10
_LINES_LONGEST: Final = 2_400
"""UTF-16 units, in which Telegram counts: with all the rest the card stays one message."""


def subject_of(request: HelpRequest) -> str:
    """What its newest card is about; earlier postings of it keep subjects of their own."""
    posted = f":card{request.postings}" if request.postings > 1 else ""
    return f"help:{request.id}{posted}"


def below(request: HelpRequest, first: int) -> str:
    """The subject of a message below the card, which begins with this one of the person's."""
    return f"help:{request.id}:said{first}"


def kept_words(said: Words | None) -> Json:
    """A text of ours as a talk stores it."""
    return facts_to_json({"doing": said}) if said is not None else None


async def card(request: HelpRequest) -> Reply:
    """The card as it stands now; its button is there for as long as the talk is open."""
    messages = await _said_in(request)
    facts = {
        **await _about(request),
        "lines": _lines(request, messages),
        "status": await _status(request, messages),
    }
    is_closed = request.state is HelpState.CLOSED
    close = Choice(f"card:help:{request.id}:close", words("help_talk.close"))
    return Reply("help_talk.card", facts, () if is_closed else (close,))


async def moved_card(request: HelpRequest) -> Reply:
    """What an earlier posting of the card shows from now on."""
    return Reply("help_talk.moved", await _about(request))


async def said_card(request: HelpRequest, said: Sequence[HelpMessage], today: date) -> Reply:
    """What the person goes on to say, whole, for a message below the card."""
    lines = tuple(
        words("help_talk.line", at=clock_of(each.said_at, today), said=_quoted(each))
        for each in said
    )
    pictures = tuple(dict.fromkeys(kept for each in said for kept in each.media))
    facts: dict[str, Fact] = {
        "name": await name_of(request),
        "number": str(request.id),
        "lines": lines,
    }
    return Reply("help_talk.said", facts, pictures=pictures)


async def name_of(request: HelpRequest) -> str:
    await request.fetch_related("person", "address")
    return request.person.name if request.person else request.address.display_name


async def _about(request: HelpRequest) -> dict[str, Fact]:
    """Who, for which groups, since when, and in the middle of what."""
    name = await name_of(request)
    groups = (
        await Officer.filter(person_id=request.person_id, until__isnull=True)
        .order_by("group_id")
        .values_list("group__name", "group__village")
        if request.person_id
        else []
    )
    lines: list[Fact] = [
        words("help_talk.group", group=group, village=village) for group, village in groups
    ] or [words("help_talk.stranger")]
    lines.append(words("help_talk.asked", number=str(request.id), at=request.asked_at))
    if request.doing:
        lines.append(words("help_talk.doing", what=facts_from_json(request.doing)["doing"]))
    earlier = await HelpRequest.get_or_none(id=request.earlier_id) if request.earlier_id else None
    if earlier is not None and earlier.closed_at is not None:
        at = clock_of(earlier.closed_at, wita_day(request.asked_at))
        lines.append(words("help_talk.earlier", number=str(earlier.id), at=at))
    return {
        "state": request.state.value,
        "reason": request.reason.value,
        "name": name,
        "about": tuple(lines),
    }


async def _said_in(request: HelpRequest) -> list[HelpMessage]:
    """The history; that of a talk from before there was one begins with what opened it."""
    said = await HelpMessage.filter(request_id=request.id).order_by("id").select_related("person")
    has_opening = any(
        each.side is HelpSide.PERSON and each.said_at <= request.asked_at for each in said
    )
    if has_opening or not request.last_words:
        return list(said)
    opened = HelpMessage(
        request_id=request.id,
        side=HelpSide.PERSON,
        words=request.last_words,
        media=[],
        said_at=request.asked_at,
    )
    return [opened, *said]


def _lines(request: HelpRequest, messages: Sequence[HelpMessage]) -> Fact:
    """The newest lines that fit, oldest first, and how many there are before them."""
    if not messages:
        return words("help_talk.without_words")
    asked_on = wita_day(request.asked_at)
    shown: list[Fact] = []
    units = 0
    for each in reversed(messages[-_LINES_MOST:]):
        units += len(_shortened(each.words).encode("utf-16-le", "surrogatepass")) // 2
        if shown and units > _LINES_LONGEST:
            break
        shown.insert(0, _line(each, asked_on))
    left_out = len(messages) - len(shown)
    before: list[Fact] = [words("help_talk.left_out", count=left_out)] if left_out else []
    return (*before, *shown)


def _line(each: HelpMessage, asked_on: date) -> Words:
    at = clock_of(each.said_at, asked_on)
    if each.side is HelpSide.PERSON:
        return words("help_talk.line", at=at, said=_quoted(each, shortened=True))
    by = each.person.name if each.person else ""
    return words("help_talk.office_line", at=at, by=by, said=_said(each, shortened=True))


def _quoted(each: HelpMessage, *, shortened: bool = False) -> Fact:
    """The words of the person; what is ours, such as how many photos came, is not quoted."""
    said = _shortened(each.words) if shortened else each.words
    if not said:
        return _photos(each)
    if not each.media:
        return words("help_talk.quote", said=said)
    quote = words("help_talk.quote", said=said)
    return words("help_talk.with_photos", said=quote, photos=_photos(each))


def _said(each: HelpMessage, *, shortened: bool) -> Fact:
    said = _shortened(each.words) if shortened else each.words
    if not said:
        return _photos(each)
    return words("help_talk.with_photos", said=said, photos=_photos(each)) if each.media else said


def _photos(each: HelpMessage) -> Words:
    if not each.media:
        return words("help_talk.without_words")
    return words("help_talk.photos", count=len(each.media))


def _shortened(said: str) -> str:
    flat = " ".join(said.split())
    return flat if len(flat) <= LINE_LONGEST else f"{flat[: LINE_LONGEST - 1].rstrip()}…"


async def _status(request: HelpRequest, messages: Sequence[HelpMessage]) -> Words:
    """The last line: who closed it, who answered it, or by when somebody is to answer."""
    if request.state is HelpState.CLOSED:
        return await _closing(request)
    answers = [each for each in messages if each.side is HelpSide.OFFICE]
    if request.state is HelpState.ANSWERED and answers:
        last = answers[-1]
        by = last.person.name if last.person else ""
        return words("help_talk.answered", by=by, at=last.said_at)
    if request.state is HelpState.ANSWERED or request.promised_until is None:
        return words("help_talk.to_answer")
    when = on_day(request.promised_until)
    if request.missed:
        return words("help_talk.late", times=request.missed, when=when)
    return words("help_talk.promised", when=when)


async def _closing(request: HelpRequest) -> Words:
    if request.closed_at is None or request.ending is None:
        return words("help_talk.settled")
    await request.fetch_related("closed_by")
    match request.ending:
        case HelpEnding.SILENCE:
            return words("help_talk.fell_silent", at=request.closed_at)
        case HelpEnding.PERSON:
            return words("help_talk.closed_by_them", at=request.closed_at)
    by = request.closed_by.name if request.closed_by else ""
    return words("help_talk.closed_by", by=by, at=request.closed_at)
