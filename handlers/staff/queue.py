"""`/antrean`: the queue of a programme in words, and what can be done about it."""

from collections.abc import Sequence
from typing import Final

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.staff import about_groups, application_card, queue_words
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.purposes import REVIEWERS
from handlers.staff.queue_changing import CHANGES, WHY
from handlers.staff.review_reasons import priority_in_words
from handlers.turn import Turn
from handlers.understanding.spelling import KNOWN
from models.applying import REVIEWED, USUAL_PRIORITY
from models.calendar import wita_day
from models.funding_queue import ORDER, Place, postponed, waiting
from models.funding_tables import Application
from models.programme import Programme
from models.search import find

_ON_A_PAGE: Final = 10
_CARDS_AT_ONCE: Final = 5
_WORDS_FOR: Final = {
    "pindah": "move",
    "pindahkan": "move",
    "tunda": "postpone",
    "lanjut": "resume",
    "lanjutkan": "resume",
    "keluarkan": "remove",
    "keluar": "remove",
}
"""The first word after the command, and what it does."""


async def overview(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """`/antrean`, `/antrean UEP-KUTIM`, `/antrean pindah Mawar 2 karena panen lebih awal`."""
    first, _, rest = message.text.strip().partition(" ")
    what = _WORDS_FOR.get(first.casefold())
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    if what is not None:
        await require(turn, REVIEWERS)
        if not rest.strip() and len(programmes) == 1:
            return await _whose(programmes[0], what)
        return await _change(turn, what, message.with_text(rest.strip()))
    named = _named(programmes, message.text)
    if len(named) == 1:
        return await _page(turn, named[0], 0)
    return _which(programmes, named)


def _named(programmes: Sequence[Programme], text: str) -> Sequence[Programme]:
    """By code, else by words of the name; all where nothing is said."""
    said = text.casefold().split()
    coded = [one for one in programmes if one.code.casefold() in said]
    if coded or not said:
        return coded or programmes
    return [one for one in programmes if " ".join(said) in one.name.casefold()]


def _which(programmes: Sequence[Programme], named: Sequence[Programme]) -> Reply:
    """Programmes with equal names are told apart by their codes."""
    offered = named or programmes
    choices = (
        Choice(
            f"card:queue:{one.id}:show-0",
            words("queue.programme", name=one.name, code=one.code),
        )
        for one in offered
    )
    return say("queue.which_programme" if named else "queue.unknown_programme", *choices)


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap below the queue: a page, the applications under review, or a change."""
    await require(turn, ANY_STAFF)
    programme = await Programme.get_or_none(id=programme_id)
    name, _, number = verb.partition("-")
    if programme is None:
        return say("form.stale")
    if name == "show" and number.isdecimal():
        return await _page(turn, programme, int(number[:6]))
    if name == "review":
        return await _post_cards(turn, programme)
    if name in CHANGES:
        await require(turn, REVIEWERS)
        return await _whose(programme, name)
    return say("form.stale")


async def _change(turn: Turn, what: str, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """The group is named before the reason, in which places and goods may be named, too."""
    why = WHY.search(message.text)
    head, reason = message.text, ""
    if why is not None:
        head, reason = head[: why.start()], head[why.start() :]
    found = find(head, turn.situation.directory, KNOWN)
    if found.sure is None:
        return await about_groups.about(what)(turn, message)
    rest = message.with_text(f"{found.rest} {reason}".strip())
    return await about_groups.PURPOSES[what].about(turn, found.sure.id, rest)


async def _whose(programme: Programme, what: str) -> Reply:
    """Which group is meant: those about which it can be done, the first of them as buttons."""
    found = Application.filter(programme_id=programme.id, status__in=list(CHANGES[what]))
    applications = await found.order_by(*ORDER).limit(_ON_A_PAGE).select_related("group")
    if not applications:
        return say(f"queue.nobody_to.{what}", programme=programme.name)
    choices = (
        Choice(f"card:application:{one.id}:{what}", words("form.group", name=one.group.name))
        for one in applications
    )
    return say(f"queue.whose.{what}", *choices)


async def _post_cards(turn: Turn, programme: Programme) -> Reply:
    """Put the oldest applications under review before the staff chat once more."""
    under_review = Application.filter(programme_id=programme.id, status__in=list(REVIEWED))
    count = await under_review.count()
    if not count:
        return say("queue.nothing_to_review", programme=programme.name)
    oldest = await under_review.order_by("applied_at", "id").limit(_CARDS_AT_ONCE)
    for application in oldest:
        await application_card.post(turn, application, key=f"review:{turn.inbox_id}", news=False)
    return say("queue.to_review", count=count, shown=len(oldest))


async def _page(turn: Turn, programme: Programme, skip: int) -> tuple[Reply, ...]:
    """The queue from the place after `skip`, then who is postponed and what is not decided."""
    queue, aside = await waiting(programme.id), await postponed(programme.id)
    under_review = await Application.filter(
        programme_id=programme.id, status__in=list(REVIEWED)
    ).count()
    besides: list[Words] = []
    if aside:
        besides += [words("queue.postponed"), *map(_aside, aside)]
    if under_review:
        besides.append(words("queue.under_review", count=under_review))
    choices = _choices(turn, programme, queue, skip, aside=bool(aside))
    if under_review:
        verb = f"card:queue:{programme.id}:review"
        choices = (Choice(verb, words("queue.do.review")), *choices)
    shown = queue[skip : skip + _ON_A_PAGE]
    beside = await queue_words.beside(turn, programme.id, shown)
    lines = tuple(line_of(place, beside.lines.get(place.application_id)) for place in shown)
    facts: dict[str, Fact] = {"programme": programme.name, "count": len(queue), "lines": lines}
    key = "queue.overview" if queue else "queue.empty"
    overview = Reply(key, facts, choices, drawings=beside.drawings)
    return (overview, say("queue.besides", lines=tuple(besides))) if besides else (overview,)


def _choices(
    turn: Turn, programme: Programme, queue: Sequence[Place], skip: int, *, aside: bool
) -> tuple[Choice, ...]:
    """Pages for everybody, changes for those who may make them."""
    pages = []
    if skip + _ON_A_PAGE < len(queue):
        pages.append((skip + _ON_A_PAGE, "next"))
    if skip:
        pages.append((max(0, skip - _ON_A_PAGE), "back"))
    choices = [
        Choice(f"card:queue:{programme.id}:show-{place}", words(f"queue.{name}"))
        for place, name in pages
    ]
    if not REVIEWERS & turn.situation.roles:
        return tuple(choices)
    possible = [
        *(["move"] if len(queue) > 1 else []),
        *(["postpone"] if queue else []),
        *(["resume"] if aside else []),
        *(["remove"] if queue or aside else []),
    ]
    choices += [
        Choice(f"card:queue:{programme.id}:{what}", words(f"application.do.{what}"))
        for what in possible
    ]
    return tuple(choices)


def line_of(place: Place, beside: Words | None) -> Words:
    """A place as staff read it, with what is known about its dates."""
    own = place.priority != USUAL_PRIORITY
    return words(
        "queue.line",
        place=place.place,
        group=place.group_name,
        village=place.village,
        granted=place.granted,
        applied_on=wita_day(place.applied_at),
        own=words("queue.class", priority=priority_in_words(place.priority)) if own else "",
        beside=words("queue.beside", line=beside) if beside else "",
    )


def _aside(place: Place) -> Words:
    return words(
        "queue.aside", group=place.group_name, village=place.village, granted=place.granted
    )
