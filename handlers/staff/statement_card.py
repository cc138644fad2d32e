"""What stands on the bank statements of a programme: one card, and short lists behind it."""

from collections.abc import Sequence
from typing import Final

from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.turn import Turn
from models.calendar import wita_day
from models.matching import Matches
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.statement_tables import BankLine, MatchOffer, StatementImport
from models.statements import matched_waiting, rematch, unreported, without_credit

_OFFERED_MOST: Final = 40
"""Reports that one button verifies: more would keep everybody waiting."""


async def show(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """`/mutasi`: where each programme stands, and how a statement is sent."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    replies: list[Reply] = []
    for programme in programmes:
        replies += await _standing(turn, programme)
    return (*replies, say("statement.how"))


async def _standing(turn: Turn, programme: Programme) -> tuple[Reply, ...]:
    last = (
        await StatementImport.filter(programme_id=programme.id)
        .order_by("-id")
        .select_related("imported_by")
        .first()
    )
    if last is None:
        return (say("statement.none_yet", programme=programme.name),)
    head = say(
        "statement.standing",
        programme=programme.name,
        first=last.first_on,
        last=last.last_on,
        by=last.imported_by.name,
        on=wita_day(last.imported_at),
    )
    return await overview_of(turn, programme, head, await rematch(programme.id), None)


async def overview_of(
    turn: Turn,
    programme: Programme,
    head: Reply,
    found: Matches,
    undoable: StatementImport | None,
) -> tuple[Reply, ...]:
    """`head`, then what matched and what did not, with the buttons that lead on."""
    matched = await matched_waiting(programme.id)
    nobodys = await unreported(programme.id, found.unclear)
    missing = await without_credit(programme.id, found.doubtful_reports)
    counted: tuple[tuple[str, int, Rupiah], ...] = (
        ("matched", len(matched), _sum(matched)),
        ("unclear", len(found.unclear), ZERO),
        ("credits", len(nobodys), _sum(nobodys)),
        ("reports", len(missing), sum((Rupiah(one.amount) for one in missing), ZERO)),
    )
    lines = tuple(
        words(f"statement.line.{kind}", count=count, total=total)
        for kind, count, total in counted
        if count
    )
    choices = [
        Choice(f"card:statement:{programme.id}:{kind}-0", words(f"statement.see.{kind}"))
        for kind, count, _ in counted
        if count
    ]
    if matched:
        choices.insert(0, await _offer(turn, programme.id, matched))
    if undoable is not None:
        undo = Choice(f"card:statement_import:{undoable.id}:undo", words("statement.undo"))
        choices.append(undo)
    body = say("statement.found", *choices, lines=lines or words("statement.line.nothing"))
    return (head, body)


async def _offer(turn: Turn, programme_id: int, matched: Sequence[BankLine]) -> Choice:
    """One button for exactly these reports, whatever is matched later."""
    offered = matched[:_OFFERED_MOST]
    offer = await MatchOffer.create(
        programme_id=programme_id,
        pairs=[[line.report_id, line.id] for line in offered],
        made_at=turn.now,
    )
    return Choice(
        f"card:match_offer:{offer.id}:verify", words("statement.verify", count=len(offered))
    )


def _sum(lines: Sequence[BankLine]) -> Rupiah:
    return sum((Rupiah(line.amount) for line in lines), ZERO)
