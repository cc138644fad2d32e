"""Taking an import back, as after a wrong column: only while nothing has come of it."""

from handlers.messages import Reply, say
from handlers.staff.access import require
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.audit import note
from models.repayment import ReportStatus
from models.statement_tables import BankFormat, BankLine, StatementImport


async def press(turn: Turn, import_id: int, verb: str) -> Reply:
    """The newest import of its programme, none of whose lines a person or a verdict relies on."""
    await require(turn, TREASURERS)
    statement = await StatementImport.filter(id=import_id).select_for_update().first()
    if statement is None or verb != "undo":
        return say("form.stale")
    later = StatementImport.filter(programme_id=statement.programme_id, id__gt=statement.id)
    if await later.exists():
        return say("statement.undo_newer_first")
    lines = BankLine.filter(first_import_id=statement.id)
    used = await lines.filter(settled=True).count()
    used += await lines.filter(settled=False, report__status=ReportStatus.ACCEPTED).count()
    if used:
        return say("statement.undo_too_late", count=used)
    count = await lines.delete()
    await BankFormat.filter(
        programme_id=statement.programme_id, signature=statement.signature
    ).delete()
    await statement.delete()
    await note(
        f"statement:{import_id}", "undone", at=turn.now, person_id=turn.person_id, lines=count
    )
    return say("statement.undone", count=count)
