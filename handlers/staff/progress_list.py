"""`/perkembangan`: the latest news by group or district, and who has not reported yet."""

import re
from typing import Final

from tortoise.expressions import Q

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.periods import period_in_words
from handlers.staff.access import ANY_STAFF, require
from handlers.turn import Turn
from handlers.understanding.spelling import KNOWN
from models.group import Group
from models.progress_history import not_reported
from models.progress_tables import ProgressReport
from models.search import Found, find

_ON_A_PAGE: Final = 8
_OFFERED_MOST: Final = 6
_LIST = re.compile(r"all|[dg]-[0-9]{1,18}")
"""All reports, those of a group, or those of the district of a group."""
_SILENT = re.compile(r"\b(belum|blm|belom)\s+(lapor|ada\s+laporan|melapor|kirim)\b")


async def overview(turn: Turn, message: InboundMessage) -> Reply:
    """What the words ask for; without any, the latest reports."""
    said = " ".join(message.text.casefold().split())
    if not said:
        return await _page("all", 0)
    if _SILENT.search(said):
        return await _silent(turn, 0)
    district = _district(turn, said)
    if district is not None:
        return await _page(f"d-{district}", 0)
    found = find(said, turn.situation.directory, KNOWN)
    if found.sure is not None:
        return await _page(f"g-{found.sure.id}", 0)
    return _which(found, message.text.strip()[:60])


async def press(turn: Turn, skip: int, verb: str) -> Reply:
    """Turn a page: the number of lines before it, and which list."""
    await require(turn, ANY_STAFF)
    if verb == "silent":
        return await _silent(turn, skip)
    return await _page(verb, skip) if _LIST.fullmatch(verb) else say("form.stale")


def _district(turn: Turn, said: str) -> int | None:
    """A group of the district that is named, which stands for it in the ids of buttons."""
    listed = {one.district.casefold(): one.id for one in reversed(turn.situation.directory)}
    plain = said.removeprefix("kecamatan ").removeprefix("kec. ").removeprefix("kec ")
    exact = listed.get(plain)
    begun = [name for name in listed if name.startswith(plain)]
    return exact or (listed[begun[0]] if len(begun) == 1 else None)


async def _page(which: str, skip: int) -> Reply:
    kind, _, number = which.partition("-")
    where: Fact = words("progress_list.everywhere")
    wanted = Q()
    if kind != "all":
        group = await Group.get_or_none(id=int(number))
        if group is None:
            return say("form.stale")
        where = group.name if kind == "g" else group.district
        wanted = Q(group_id=group.id) if kind == "g" else Q(group__district=group.district)
    found = await _latest(wanted, skip)
    if not found:
        return say("progress_list.none", _silent_button(), where=where)
    shown, more = found[:_ON_A_PAGE], len(found) > _ON_A_PAGE
    choices = [
        Choice(f"card:progress:{one.id}:show", words("form.value", value=one.number))
        for one in shown
    ]
    choices += _pages("progress_list", which, skip, more=more)
    if not skip and kind == "all":
        choices.append(_silent_button())
    return say("progress_list.latest", *choices, where=where, lines=tuple(map(_line, shown)))


async def _latest(wanted: Q, skip: int) -> list[ProgressReport]:
    return (
        await ProgressReport.filter(wanted)
        .order_by("-submitted_at", "-id")
        .offset(skip)
        .limit(_ON_A_PAGE + 1)
        .select_related("group")
        .prefetch_related("photos")
    )


def _line(report: ProgressReport) -> Words:
    return words(
        "progress_list.line",
        number=report.number,
        group=report.group.name,
        village=report.group.village,
        period=period_in_words(report.period),
        photos=len(report.photos),
        status=words(f"progress_list.status.{report.status.value}"),
    )


async def _silent(turn: Turn, skip: int) -> Reply:
    """Groups with a running loan that have told nothing in this month, or this season."""
    waiting = await not_reported(await Group.all(), turn.today)
    if not waiting:
        return say("progress_list.all_reported")
    shown = waiting[skip : skip + _ON_A_PAGE]
    lines = tuple(
        words(
            "progress_list.silent_line",
            group=group.name,
            village=group.village,
            district=group.district,
            period=period_in_words(period),
        )
        for group, period in shown
    )
    choices = [
        Choice(f"card:group:{group.id}:kelompok", words("form.group", name=group.name))
        for group, _ in shown
    ]
    more = len(waiting) > skip + _ON_A_PAGE
    choices += _pages("progress_list", "silent", skip, more=more)
    return say("progress_list.silent", *choices, count=len(waiting), lines=lines)


def _pages(card: str, which: str, skip: int, *, more: bool) -> list[Choice]:
    choices = []
    if more:
        older = words("progress_list.next")
        choices.append(Choice(f"card:{card}:{skip + _ON_A_PAGE}:{which}", older))
    if skip:
        newer = words("progress_list.back")
        choices.append(Choice(f"card:{card}:{max(0, skip - _ON_A_PAGE)}:{which}", newer))
    return choices


def _silent_button() -> Choice:
    return Choice("card:progress_list:0:silent", words("progress_list.who_is_silent"))


def _which(found: Found, said: str) -> Reply:
    """Near misses as buttons, or how to ask."""
    choices = (
        Choice(f"card:progress_list:0:g-{one.id}", words("form.group", name=one.name))
        for one in found.candidates[:_OFFERED_MOST]
    )
    if not found.candidates:
        return say("progress_list.unknown", _silent_button(), said=said)
    return say("progress_list.which", *choices, said=said)
