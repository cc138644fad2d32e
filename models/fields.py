"""Kinds of column whose rules hold in the database itself, whoever writes to it.

The rule stands inside the SQL type, because that is the one place which Tortoise carries into
every way of making a table: CREATE TABLE, ADD COLUMN and written migrations.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from tortoise.fields import DatetimeField
from tortoise.fields.base import Field
from typing_extensions import override

from models.calendar import as_utc

if TYPE_CHECKING:
    from collections.abc import Iterable

VALUE = TypeVar("VALUE")
MEMBER = TypeVar("MEMBER", bound=StrEnum)
INTEGER = TypeVar("INTEGER", int, int | None)
MOMENT = TypeVar("MOMENT", datetime, datetime | None)
TEXT = TypeVar("TEXT", str, str | None)

_LARGEST = 2**63 - 1


class UtcDatetimeField(DatetimeField[MOMENT]):
    """A moment, always written in UTC, because SQLite compares moments as text.

    Raises ValueError for a datetime without a time zone, in values and in filters alike.
    """

    @overload
    def __init__(
        self: UtcDatetimeField[datetime], *, null: Literal[False] = False, **kwargs: Any
    ) -> None: ...

    @overload
    def __init__(
        self: UtcDatetimeField[datetime | None], *, null: Literal[True], **kwargs: Any
    ) -> None: ...

    def __init__(self, **kwargs: Any) -> None:
        for automatic in ("auto_now", "auto_now_add"):
            if kwargs.pop(automatic, False):
                raise ValueError(f"{automatic} reads the machine's clock; pass the moment in")
        super().__init__(**kwargs)  # type: ignore[misc]

    @override
    def to_db_value(self, value: Any, instance: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, datetime):
            raise TypeError(f"{self.model_field_name}: {value!r} is not a datetime")
        moment = as_utc(value)
        self.validate(moment)
        return moment

    @override
    def to_python_value(self, value: Any) -> datetime | None:
        if value is None:
            return None
        return as_utc(value if isinstance(value, datetime) else datetime.fromisoformat(value))

    @override
    def get_for_dialect(self, dialect: str, key: str) -> Any:
        found = super().get_for_dialect(dialect, key)
        if key == "SQL_TYPE" and dialect == "sqlite":
            return f"{found} CHECK ({_column(self)} GLOB '????-??-?? ??:??:??*+00:00')"
        return found


class CheckedBigIntField(Field[INTEGER]):
    """A 64-bit integer with a rule such as "> 0" that the database enforces.

    Raises TypeError for anything but an integer (a float is never cut off silently) and
    ValueError for one of more than 64 bits.
    """

    field_type = int
    SQL_TYPE = "BIGINT"

    @overload
    def __init__(
        self: CheckedBigIntField[int], *, check: str, null: Literal[False] = False, **kwargs: Any
    ) -> None: ...

    @overload
    def __init__(
        self: CheckedBigIntField[int | None], *, check: str, null: Literal[True], **kwargs: Any
    ) -> None: ...

    def __init__(self, *, check: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.check = check

    @property
    @override
    def constraints(self) -> dict[str, Any]:
        return {"check": self.check}  # makemigrations compares these, so a new rule is noticed

    @override
    def to_db_value(self, value: Any, instance: Any) -> Any:
        number = self.to_python_value(value)
        self.validate(number)
        return number

    @override
    def to_python_value(self, value: Any) -> int | None:
        if value is None:
            return None
        if isinstance(value, Decimal) and value == value.to_integral_value():
            value = int(value)  # PostgreSQL adds up BIGINT columns to NUMERIC
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{self.model_field_name}: {value!r} is not an integer")
        if not -_LARGEST <= value <= _LARGEST:
            raise ValueError(f"{self.model_field_name}: {value} does not fit into 64 bits")
        return value

    @override
    def get_for_dialect(self, dialect: str, key: str) -> Any:
        found = super().get_for_dialect(dialect, key)
        return f"{found} CHECK ({_column(self)} {self.check})" if key == "SQL_TYPE" else found


class RupiahField(CheckedBigIntField[INTEGER]):
    """An amount in whole rupiah, never negative unless another rule is given."""

    @overload
    def __init__(
        self: RupiahField[int], *, check: str = ">= 0", null: Literal[False] = False, **kwargs: Any
    ) -> None: ...

    @overload
    def __init__(
        self: RupiahField[int | None], *, check: str = ">= 0", null: Literal[True], **kwargs: Any
    ) -> None: ...

    def __init__(self, *, check: str = ">= 0", **kwargs: Any) -> None:
        super().__init__(check=check, **kwargs)  # type: ignore[misc]


class _OneOfField(Field[VALUE]):
    """What the two kinds of text columns with a closed list of values have in common."""

    field_type = str

    def __init__(self, *, choices: Iterable[str], max_length: int = 0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = tuple(str(choice) for choice in choices)
        self.max_length = max(max_length, *(len(choice) for choice in self.choices))

    @property
    @override
    def SQL_TYPE(self) -> str:  # type: ignore[override]
        return f"VARCHAR({self.max_length})"

    @property
    @override
    def constraints(self) -> dict[str, Any]:
        return {"choices": list(self.choices), "max_length": self.max_length}

    @override
    def get_for_dialect(self, dialect: str, key: str) -> Any:
        found = super().get_for_dialect(dialect, key)
        if key != "SQL_TYPE":
            return found
        quoted = ", ".join("'" + choice.replace("'", "''") + "'" for choice in self.choices)
        return f"{found} CHECK ({_column(self)} IN ({quoted}))"


class CheckedCharField(_OneOfField[TEXT]):
    """A short text out of a closed list; raises ValueError for any other."""

    @overload
    def __init__(
        self: CheckedCharField[str],
        *,
        choices: Iterable[str],
        null: Literal[False] = False,
        **kwargs: Any,
    ) -> None: ...

    @overload
    def __init__(
        self: CheckedCharField[str | None],
        *,
        choices: Iterable[str],
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...

    def __init__(self, *, choices: Iterable[str], max_length: int = 0, **kwargs: Any) -> None:
        super().__init__(choices=choices, max_length=max_length, **kwargs)

    @override
    def to_db_value(self, value: Any, instance: Any) -> str | None:
        if value is not None and value not in self.choices:
            raise ValueError(f"{self.model_field_name}: {value!r} is none of {self.choices}")
        self.validate(value)
        return value if value is None else str(value)


class EnumField(_OneOfField[VALUE]):
    """A member of a StrEnum, kept as its text; raises ValueError for any other value.

    A written migration keeps the values and not the enum, so that an old migration goes on
    making the table of its day, and a new member is noticed as a change of the schema.
    """

    @overload
    def __init__(
        self: EnumField[MEMBER],
        enum_type: type[MEMBER],
        *,
        null: Literal[False] = False,
        **kwargs: Any,
    ) -> None: ...

    @overload
    def __init__(
        self: EnumField[MEMBER | None],
        enum_type: type[MEMBER],
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...

    def __init__(self, enum_type: type[StrEnum], **kwargs: Any) -> None:
        if isinstance(kwargs.get("db_default"), Enum):
            kwargs["db_default"] = kwargs["db_default"].value
        super().__init__(choices=[member.value for member in enum_type], **kwargs)
        self.enum_type = enum_type

    @override
    def to_db_value(self, value: Any, instance: Any) -> str | None:
        if value is None:
            self.validate(value)
            return None
        member = self.enum_type(value)
        self.validate(member)
        return str(member.value)

    @override
    def to_python_value(self, value: Any) -> StrEnum | None:
        return None if value is None else self.enum_type(value)

    @override
    def describe(self, serializable: bool) -> dict[str, Any]:
        return super().describe(serializable) | {"field_type": CheckedCharField.__name__}

    @override
    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        _, args, kwargs = super().deconstruct()
        del kwargs["enum_type"]
        kwargs["choices"] = self.choices
        kwargs["max_length"] = self.max_length
        if isinstance(self.default, Enum):
            kwargs["default"] = self.default.value
        return f"{__name__}.{CheckedCharField.__name__}", args, kwargs


def _column(field: Field[Any]) -> str:
    return f'"{field.source_field or field.model_field_name}"'
