"""The lists behind a statement's card, page by page; what can be done about each stands with it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from handlers.messages import Choice, Reply, Words, say, words
from handlers.staff.access import ANY_STAFF, require
from handlers.turn import Turn
from models.bank_columns import letter
from models.group import Group
from models.matching import Matches, likely_group
from models.money import Rupiah
from models.repayment import RepaymentReport
from models.statement_tables import BankLine
from models.statements import matched_waiting, payers, rematch, unreported, without_credit

T = TypeVar("T")

PER_PAGE: Final = 5
_TEXT_SHOWN: Final = 100
_DIGITS_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class _Page:
    """Some of `total` things, and what can be done about them."""

    total: int
    lines: tuple[Words, ...]
    choices: tuple[Choice, ...] = ()


_List = Callable[[int, Matches, int], Awaitable[_Page]]


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A page of a list: `credits-5` is the page of unreported credits from the sixth on."""
    await require(turn, ANY_STAFF)
    kind, _, place = verb.partition("-")
    is_place = place.isascii() and place.isdecimal() and len(place) <= _DIGITS_MOST
    if kind not in _LISTS or not is_place:
        return say("form.stale")
    start = int(place)
    page = await _LISTS[kind](programme_id, await rematch(programme_id), start)
    if not page.lines:
        return say("statement.list_empty")
    choices, left = page.choices, page.total - start - PER_PAGE
    if left > 0:
        following = f"card:statement:{programme_id}:{kind}-{start + PER_PAGE}"
        choices = (*choices, Choice(following, words("statement.more", count=left)))
    return say(f"statement.list.{kind}", *choices, count=page.total, lines=page.lines)


async def _matched(programme_id: int, _: Matches, start: int) -> _Page:
    lines = await matched_waiting(programme_id)
    told = tuple(
        words(
            "statement.pair",
            number=line.report.number,
            group=line.report.group.name,
            amount=Rupiah(line.amount),
            booked_on=line.booked_on,
            text=_text(line),
        )
        for line in _shown(lines, start)
        if line.report is not None
    )
    return _Page(len(lines), told)


async def _credits(programme_id: int, found: Matches, start: int) -> _Page:
    """Whose money is it? Each with the group that its words name, if they name one."""
    lines = await unreported(programme_id, found.unclear)
    known = await payers(programme_id)
    told: list[Words] = []
    choices: list[Choice] = []
    for place, line in enumerate(_shown(lines, start)):
        mark = letter(place)
        told.append(_line(mark, line))
        group = likely_group(line.text, int(line.amount), known)
        if group is None:
            choices.append(_choice(line, "record", words("statement.record", mark=mark)))
        else:
            label = words("statement.record_for", mark=mark, name=known[group].name)
            choices.append(_choice(line, f"for-{group}", label))
        choices.append(_choice(line, "none", words("statement.nobodys", mark=mark)))
    return _Page(len(lines), tuple(told), tuple(choices))


async def _unclear(_: int, found: Matches, start: int) -> _Page:
    """Money that may belong to more than one report, or names somebody else: a person picks."""
    lines = await BankLine.filter(id__in=list(found.unclear)).order_by("booked_on", "id")
    wanted = {report for reports in found.unclear.values() for report in reports}
    reports = {report.id: report for report in await RepaymentReport.filter(id__in=list(wanted))}
    groups = {one.id: one.name for one in await Group.filter(reports__id__in=list(wanted))}
    told: list[Words] = []
    choices: list[Choice] = []
    for place, line in enumerate(_shown(lines, start)):
        mark = letter(place)
        told.append(_line(mark, line))
        for report in (reports[one] for one in found.unclear[line.id][:PER_PAGE]):
            told.append(
                words(
                    "statement.perhaps",
                    number=report.number,
                    group=groups[report.group_id],
                    paid_on=report.paid_on,
                )
            )
            label = words("statement.it_is", mark=mark, number=report.number)
            choices.append(_choice(line, f"is-{report.id}", label))
    return _Page(len(lines), tuple(told), tuple(choices))


async def _reports(programme_id: int, found: Matches, start: int) -> _Page:
    reports = await without_credit(programme_id, found.doubtful_reports)
    told = tuple(
        words(
            "statement.report",
            number=report.number,
            group=report.group.name,
            amount=Rupiah(report.amount),
            paid_on=report.paid_on,
        )
        for report in _shown(reports, start)
    )
    return _Page(len(reports), told)


_LISTS: Final[Mapping[str, _List]] = {
    "matched": _matched,
    "credits": _credits,
    "unclear": _unclear,
    "reports": _reports,
}


def _shown(things: Sequence[T], start: int) -> Sequence[T]:
    return things[start : start + PER_PAGE]


def _line(mark: str, line: BankLine) -> Words:
    return words(
        "statement.credit",
        mark=mark,
        amount=Rupiah(line.amount),
        booked_on=line.booked_on,
        text=_text(line),
    )


def _text(line: BankLine) -> str:
    return line.text[:_TEXT_SHOWN] or "-"


def _choice(line: BankLine, verb: str, label: Words) -> Choice:
    return Choice(f"card:bank_line:{line.id}:{verb}", label)
