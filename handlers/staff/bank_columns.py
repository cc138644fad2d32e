"""Which column of a bank's file holds what: guessed, shown with examples, confirmed once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from typing_extensions import override

from handlers.forms import Answers, Doubt, Form, given, question
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.purposes import TREASURERS
from handlers.staff.statement_importing import import_sheet
from handlers.turn import Turn
from models.bank_cells import Order
from models.bank_columns import Columns, Layout, column_of, find_layout, letter, marks_sides
from models.bank_statement import read_statement
from models.programme import Programme
from models.sheet import Sheet
from models.statement_tables import BankFormat

NO_COLUMN: Final = -1
_SAMPLE_ROWS: Final = 60
_SAMPLE_CELL: Final = 60
_EXAMPLES: Final = 2
_NAME_SHOWN: Final = 24


@dataclass(frozen=True)
class Column:
    """A column of the sheet by its button, or by its letter as spreadsheets call it."""

    skippable: bool = False
    field: ClassVar[str] = "column"

    def read(self, hearing: Hearing) -> int:
        found = column_of(hearing.text)
        if found is None:
            raise Rejected("not_a_column")
        return found

    def overhear(self, hearing: Hearing) -> int | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return (Option(NO_COLUMN, words("bank_columns.no_column")),) if self.skippable else ()

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        column = int(stored)
        if column < (NO_COLUMN if self.skippable else 0):
            raise ValueError(stored)
        return column

    def fact(self, value: int) -> Fact:
        return letter(value) if value >= 0 else words("bank_columns.no_column")


@dataclass(frozen=True)
class WhichProgramme:
    """The programme on whose account the money came in, by its button."""

    field: ClassVar[str] = "programme"

    def read(self, hearing: Hearing) -> int:
        raise Rejected("not_a_programme")

    def overhear(self, hearing: Hearing) -> int | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return ()

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        return int(stored)

    def fact(self, value: int) -> Fact:
        return value


def start(turn: Turn, sheet: Sheet, layout: Layout, programmes: Sequence[Programme]) -> None:
    """Begin the form with all that is known; only what is unclear is asked."""
    guess = layout.guess
    known: dict[str, Json] = {
        "programme": programmes[0].id if len(programmes) == 1 else None,
        "day": guess.day,
        "money": guess.money,
        "flag": guess.flag,
        "description": guess.descriptions[0] if guess.descriptions else NO_COLUMN,
        "reference": NO_COLUMN if guess.reference is None else guess.reference,
        "balance": NO_COLUMN if guess.balance is None else guess.balance,
    }
    if guess.money is not None and guess.flag is None and marks_sides(sheet.rows, layout):
        known["flag"] = NO_COLUMN
    turn.start(
        "bank_columns",
        sheet=sheet.id,
        file=sheet.name,
        sample=[[cell[:_SAMPLE_CELL] for cell in row] for row in sheet.rows[:_SAMPLE_ROWS]],
        order=guess.order.value,
        programmes=[[one.id, one.name] for one in programmes],
        **{name: value for name, value in known.items() if value is not None},
    )


def _columns(answers: Answers, _: Situation) -> tuple[Option[int], ...]:
    """Every column of the sheet that holds anything, with its letter and its name."""
    rows, layout = _sheet(answers)
    below = rows[layout.first :]
    held = [
        (index, next((row[index] for row in below if index < len(row) and row[index]), ""))
        for index in range(len(layout.names))
    ]
    return tuple(
        Option(
            index,
            words(
                "bank_columns.column",
                letter=letter(index),
                name=(layout.names[index] or example)[:_NAME_SHOWN],
            ),
        )
        for index, example in held
        if example
    )


def _programmes(answers: Answers, _: Situation) -> tuple[Option[int], ...]:
    return tuple(
        Option(int(number), words("form.value", value=str(name)))
        for number, name in answers.get("programmes", ())
    )


def _sheet(answers: Answers) -> tuple[list[list[str]], Layout]:
    rows = answers.get("sample", [])
    return rows, find_layout(rows)


class BankColumnsForm(Form, name="bank_columns"):
    """Asked once for each programme and kind of file; then remembered."""

    sheet: int = given(int)
    file: str = given(str)
    sample: list[list[str]] = given(list)
    order: str = given(str)
    programmes: list[list[Any]] = given(list)
    programme: int = question(WhichProgramme(), suggest=_programmes)
    day: int = question(Column(), suggest=_columns)
    money: int = question(Column(), suggest=_columns)
    flag: int = question(Column(skippable=True), suggest=_columns)
    description: int = question(Column(skippable=True), suggest=_columns)
    reference: int = question(Column(skippable=True), suggest=_columns)
    balance: int = question(Column(skippable=True), suggest=_columns)

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        """Columns that hold no days, or no money that came in: not to be kept."""
        if not {"day", "money"} <= answers.keys():
            return ()
        rows, layout = _sheet(answers)
        read = read_statement(rows, layout, _chosen(answers))
        if read.lines or read.outgoing:
            return ()
        return (Doubt("day", "nothing_read", firm=True),)

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        rows, layout = _sheet(answers)
        columns = _chosen(answers)
        read = read_statement(rows, layout, columns)
        named = {
            "day": columns.day,
            "money": columns.money,
            "flag": columns.flag,
            "description": columns.descriptions[0] if columns.descriptions else None,
            "reference": columns.reference,
            "balance": columns.balance,
        }
        programmes = {number: str(name) for number, name in answers.get("programmes", ())}
        return {
            **{name: _called(layout, index) for name, index in named.items()},
            "programme": programmes.get(answers.get("programme"), ""),
            "file": answers.get("file", ""),
            "examples": tuple(
                words(
                    "bank_columns.example",
                    booked_on=line.booked_on,
                    amount=line.amount,
                    text=line.description or "-",
                )
                for line in read.lines[:_EXAMPLES]
            )
            or words("bank_columns.no_example"),
        }

    @override
    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        await require(turn, TREASURERS)
        sheet = await Sheet.get_or_none(id=self.sheet)
        programme = await Programme.get_or_none(id=self.programme)
        if sheet is None or programme is None:
            return say("form.stale")
        layout = find_layout(sheet.rows)
        answers = {name: getattr(self, name) for name in (*self.given_names, *self.questions)}
        columns = _chosen(answers)
        replies = await import_sheet(turn, sheet, programme, layout, columns)
        await BankFormat.update_or_create(
            programme_id=programme.id,
            signature=layout.signature,
            defaults={
                "columns": columns.to_json(),
                "confirmed_by_id": turn.person_id,
                "confirmed_at": turn.now,
            },
        )
        return replies


def _chosen(answers: Answers) -> Columns:
    """The columns that were answered; several that describe a line stay together."""
    guess = _sheet(answers)[1].guess
    description = _index(answers, "description")
    together = description is not None and guess.descriptions[:1] == (description,)
    alone = () if description is None else (description,)
    return Columns(
        day=_index(answers, "day"),
        money=_index(answers, "money"),
        flag=_index(answers, "flag"),
        descriptions=guess.descriptions if together else alone,
        reference=_index(answers, "reference"),
        balance=_index(answers, "balance"),
        order=Order(answers.get("order", Order.DAY_FIRST)),
    )


def _index(answers: Answers, name: str) -> int | None:
    value = answers.get(name, NO_COLUMN)
    return None if value == NO_COLUMN else int(value)


def _called(layout: Layout, index: int | None) -> Words:
    if index is None:
        return words("bank_columns.no_column")
    name = layout.names[index] if index < len(layout.names) else ""
    if not name:
        return words("bank_columns.letter", letter=letter(index))
    return words("bank_columns.column", letter=letter(index), name=name[:_NAME_SHOWN])
