"""A file dropped into the staff chat: imported, asked about, or told why neither."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.messages import InboundMessage, Media, Reply, say, words
from handlers.staff import bank_columns
from handlers.staff.purposes import TREASURERS
from handlers.staff.statement_importing import import_sheet
from handlers.turn import Turn
from models.bank_columns import Columns, Layout, find_layout, may_be_statement
from models.programme import Programme
from models.sheet import Sheet
from models.statement_tables import BankFormat

_ENDINGS: Final = (".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods")
_ACCOUNT_DIGITS: Final = 8


def is_statement(message: InboundMessage) -> bool:
    """Whether somebody dropped a sheet, or a file that was meant to be one."""
    return bool(message.sheets) or any(_meant_as_sheet(media) for media in message.media)


async def arrived(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """A file in the staff chat: imported, asked about, or told why neither."""
    if not TREASURERS & turn.situation.roles:
        return say("statement.not_yours", name=turn.situation.name)
    refused = [media for media in message.media if media.trouble]
    if refused:
        why = words(f"media.{refused[0].trouble}")
        return say("statement.refused", file=refused[0].name or "-", why=why)
    if len(message.sheets) > 1:
        return say("statement.one_at_a_time")
    sheet = await Sheet.get(media_id=message.sheets[0].media_id)
    layout = find_layout(sheet.rows)
    if not may_be_statement(sheet.rows, layout):
        return say("statement.not_a_statement", file=sheet.name)
    programmes = await _programmes(sheet, layout)
    if not programmes:
        return say("fund.no_programme")
    known = await _remembered(programmes, layout)
    if known is not None:
        return await import_sheet(turn, sheet, programmes[0], layout, known)
    bank_columns.start(turn, sheet, layout, programmes)
    return ()


async def _programmes(sheet: Sheet, layout: Layout) -> list[Programme]:
    """The one whose account the sheet names above its header, else all."""
    programmes = await Programme.all().order_by("id")
    above = _digits(" ".join(cell for row in sheet.rows[: layout.first] for cell in row))
    named = [one for one in programmes if _digits(one.bank_account) & above]
    return named if len(named) == 1 else programmes


def _digits(text: str) -> set[str]:
    """Numbers as long as those of accounts, however they are grouped."""
    told = re.findall(r"\d(?:[\s.-]?\d)+", text)
    plain = (re.sub(r"\D", "", number) for number in told)
    return {number for number in plain if len(number) >= _ACCOUNT_DIGITS}


async def _remembered(programmes: Sequence[Programme], layout: Layout) -> Columns | None:
    """The columns as they were confirmed once; only where the programme is beyond doubt."""
    if len(programmes) > 1:
        return None
    known = await BankFormat.get_or_none(programme_id=programmes[0].id, signature=layout.signature)
    if known is None:
        return None
    try:
        columns = Columns.from_json(known.columns)
    except (TypeError, KeyError, ValueError):
        return None  # An older version stored it: asked anew.
    return columns if columns.complete else None


def _meant_as_sheet(media: Media) -> bool:
    return bool(media.trouble) and (media.name or "").casefold().endswith(_ENDINGS)
