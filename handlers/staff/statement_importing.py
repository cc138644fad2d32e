"""A bank statement is imported: read from its kept rows, matched, and told."""

from typing import Final

from handlers.messages import Fact, Reply, say, words
from handlers.staff.funding_proposal import consider
from handlers.staff.report_card import card, subject
from handlers.staff.statement_card import overview_of
from handlers.turn import Turn
from models.audit import note
from models.bank_columns import Columns, Layout
from models.bank_statement import BankStatement, read_statement
from models.programme import Programme
from models.sheet import Sheet
from models.statement_tables import BankLine
from models.statements import Source, keep_statement, rematch

_BROKEN_SHOWN: Final = 6
_CARDS_MOST: Final = 40


async def import_sheet(
    turn: Turn, sheet: Sheet, programme: Programme, layout: Layout, columns: Columns
) -> Reply | tuple[Reply, ...]:
    """Read the sheet with these columns, keep what is new, match, and say what was found."""
    statement = read_statement(sheet.rows, layout, columns)
    if statement.period is None:
        return say("statement.nothing_found", file=sheet.name, broken=_broken(statement))
    before = await _pairs(programme.id)
    source = Source(programme.id, sheet.media_id, layout.signature, turn.person_id, turn.now)
    kept = await keep_statement(statement, source)
    found = await rematch(programme.id)
    if kept.new:
        await note(
            f"statement:{kept.statement.id}",
            "imported",
            at=turn.now,
            person_id=turn.person_id,
            new=kept.new,
            rows=statement.rows,
        )
    await _show_on_cards(turn, programme.id, before)
    await consider(turn, programme.id, f"statement:{kept.statement.id}")
    head = say(
        "statement.imported",
        programme=programme.name,
        first=statement.period.first,
        last=statement.period.last,
        rows=statement.rows,
        new=kept.new,
        known=len(statement.lines) - kept.new,
        outgoing=statement.outgoing,
        broken=_broken(statement),
    )
    undoable = kept.statement if kept.new else None
    return await overview_of(turn, programme, head, found, undoable)


def _broken(statement: BankStatement) -> Fact:
    """Rows that could not be read, each with its number in the file."""
    shown = statement.broken[:_BROKEN_SHOWN]
    rows = tuple(
        words("statement.broken_row", row=str(one.row), why=words(f"statement.why.{one.trouble}"))
        for one in shown
    )
    if not rows:
        return words("statement.all_read")
    more = len(statement.broken) - len(shown)
    rest = (words("statement.more_rows", count=more),) if more else ()
    return (words("statement.broken", count=len(statement.broken)), *rows, *rest)


async def _pairs(programme_id: int) -> set[int | None]:
    lines = BankLine.filter(programme_id=programme_id, report__status="submitted")
    return {line.report_id for line in await lines}


async def _show_on_cards(turn: Turn, programme_id: int, before: set[int | None]) -> None:
    """Cards of reports that were matched just now say so."""
    fresh = sorted(one for one in await _pairs(programme_id) - before if one is not None)
    for report_id in fresh[:_CARDS_MOST]:
        key = f"report:{report_id}:bank:{turn.inbox_id}"
        turn.change_cards(subject(report_id), await card(report_id), key=key)
