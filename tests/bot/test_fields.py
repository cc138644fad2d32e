"""The checked columns, in the database itself and not only in Python."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.functions import Max, Sum

from bot.database import connection, is_postgres
from models.calendar import WITA, as_utc, wita_day
from models.fields import CheckedCharField, EnumField, UtcDatetimeField
from tests.bot.trial.tables import Mood, Payment

MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=WITA)


async def pay(**changes: Any) -> Payment:
    return await Payment.create(**{"paid_at": MORNING, "amount": 500_000, **changes})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("amount", 0),
        ("amount", -1),
        ("balance", -1),
        ("instalment", 0),
        ("instalment", 37),
        ("reminders", -1),
        ("currency", "'EUR'"),
        ("mood", "'furious'"),
        ("former_mood", "'furious'"),
        ("next_mood", "'furious'"),
    ],
)
async def test_the_database_refuses_what_python_never_saw(
    trial: str, column: str, value: str
) -> None:
    await pay()
    with pytest.raises(IntegrityError):
        await connection().execute_query(f"UPDATE trial_payment SET {column} = {value}")


async def test_the_database_takes_the_values_on_the_edge_of_each_rule(trial: str) -> None:
    await pay(amount=1, balance=0, instalment=36, reminders=0, mood=Mood.TROUBLED)
    assert await Payment.filter(amount=1, instalment=36, mood=Mood.TROUBLED).exists()


async def test_python_refuses_an_amount_that_is_not_a_whole_number_of_rupiah(trial: str) -> None:
    for amount in (12.7, "500000", True):
        with pytest.raises(TypeError, match="is not an integer"):
            await pay(amount=amount)
    with pytest.raises(ValueError, match="64 bits"):
        await pay(amount=2**63)
    assert await Payment.all().count() == 0


async def test_sums_of_rupiah_come_back_as_integers(trial: str) -> None:
    await pay(amount=500_000)
    await pay(amount=250_000)
    row = await Payment.annotate(total=Sum("amount"), most=Max("amount")).values("total", "most")
    everything = await Payment.all().values_list("amount", flat=True)
    assert sum(everything) == 750_000
    assert row
    totals = await connection().execute_query_dict("SELECT SUM(amount) AS t FROM trial_payment")
    assert int(totals[0]["t"]) == 750_000


async def test_an_amount_can_be_changed_by_an_expression(trial: str) -> None:
    payment = await pay(amount=500_000)
    await Payment.filter(id=payment.id).update(amount=F("amount") + 1)
    assert (await Payment.get(id=payment.id)).amount == 500_001


async def test_a_member_of_an_enum_comes_back_as_that_member(trial: str) -> None:
    payment = await pay(mood=Mood.TROUBLED, former_mood=None)
    found = await Payment.get(id=payment.id)
    assert found.mood is Mood.TROUBLED
    assert found.former_mood is None
    assert found.next_mood is Mood.GOOD
    assert await Payment.filter(mood__in=[Mood.TROUBLED]).count() == 1
    assert await Payment.filter(mood="good").count() == 0
    with pytest.raises(ValueError, match="furious"):
        await pay(mood="furious")


async def test_a_text_outside_the_list_is_refused_before_the_database(trial: str) -> None:
    with pytest.raises(ValueError, match="EUR"):
        await pay(currency="EUR")


@pytest.mark.parametrize("hours", [-8, 0, 7, 8, 14])
async def test_moments_compare_rightly_whatever_their_offsets(trial: str, hours: int) -> None:
    there = timezone(timedelta(hours=hours))
    moment = MORNING.astimezone(there)
    before, after = moment - timedelta(microseconds=1), moment + timedelta(microseconds=1)
    payment = await pay(paid_at=MORNING)
    for name, value, expected in [
        ("paid_at", moment, True),
        ("paid_at__gt", moment, False),
        ("paid_at__gt", before, True),
        ("paid_at__gte", moment, True),
        ("paid_at__lt", moment, False),
        ("paid_at__lt", after, True),
        ("paid_at__lte", moment, True),
        ("paid_at__in", [moment], True),
        ("paid_at__range", (before, after), True),
        ("paid_at__not", moment, False),
    ]:
        assert await Payment.filter(**{name: value}).exists() is expected, name
    await Payment.filter(id=payment.id).update(verified_at=moment)
    assert await Payment.filter(verified_at=MORNING, paid_at=F("verified_at")).count() == 1


async def test_moments_come_back_in_utc(trial: str) -> None:
    payment = await pay()
    assert payment.paid_at.tzinfo is UTC
    found = await Payment.get(id=payment.id)
    assert found.paid_at == MORNING
    assert found.paid_at.tzinfo is UTC
    (raw,) = await Payment.all().values_list("paid_at", flat=True)
    assert raw == MORNING


async def test_a_moment_without_a_time_zone_is_refused_everywhere(trial: str) -> None:
    naive = datetime(2026, 11, 23, 8, 30)  # noqa: DTZ001
    with pytest.raises(ValueError, match="no time zone"):
        await pay(paid_at=naive)
    with pytest.raises(ValueError, match="no time zone"):
        await Payment.filter(paid_at__lt=naive)
    with pytest.raises(ValueError, match="no time zone"):
        await Payment.all().update(verified_at=naive)
    with pytest.raises(TypeError, match="is not a datetime"):
        await Payment.filter(paid_at="2026-11-23")


@pytest.mark.parametrize("text", ["2026-11-23 08:30:00+08:00", "2026-11-23T00:30:00+00:00", "now"])
@pytest.mark.only("sqlite")
async def test_sqlite_refuses_a_moment_written_in_another_way(trial: str, text: str) -> None:
    await pay()
    assert not is_postgres(connection())
    with pytest.raises(IntegrityError):
        await connection().execute_query("UPDATE trial_payment SET paid_at = ?", [text])


def test_a_column_never_reads_the_machines_clock_by_itself() -> None:
    with pytest.raises(ValueError, match="auto_now"):
        UtcDatetimeField(auto_now=True)


def test_a_written_migration_keeps_the_values_of_an_enum_and_not_the_enum() -> None:
    path, _, facts = EnumField(Mood, default=Mood.GOOD).deconstruct()
    assert path == f"models.fields.{CheckedCharField.__name__}"
    assert facts == {"default": "good", "choices": ("good", "troubled"), "max_length": 8}


def test_another_member_or_another_rule_is_a_change_of_the_schema() -> None:
    two = CheckedCharField(choices=("a", "b")).describe(serializable=True)
    three = CheckedCharField(choices=("a", "b", "c")).describe(serializable=True)
    assert two != three


def test_a_day_in_wita_begins_eight_hours_before_the_day_in_utc() -> None:
    assert wita_day(datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC)).day == 22
    assert wita_day(datetime(2026, 11, 22, 16, 0, 0, tzinfo=UTC)).day == 23
    with pytest.raises(ValueError, match="no time zone"):
        as_utc(datetime(2026, 11, 22))  # noqa: DTZ001
