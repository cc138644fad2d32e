"""`gulir schedule`, `gulir audit` and `gulir admin add`, run as people run them."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.admin import CannotAdd, add_administrator, read_administrator
from bot.books import audit_books
from bot.database import close_database, open_database, transaction
from bot.plan_loan import Asked, CannotPlan, as_table, plan
from models.audit import AuditEvent
from models.books_audit import AuditReport, Difference
from models.contact import Address, Person, Role, StaffRole
from models.schedule import FeeBasis
from models.self_audit import examine, write_down
from tests.bot.test_cli import gulir
from tests.models.books import open_books
from tests.tampering import delete_the_last_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.schedule import PlannedInstalment

TODAY = date(2019, 7, 17)
AT = datetime(2019, 7, 17, 4, tzinfo=UTC)
WRONG = 2


def asked(**changes: object) -> Asked:
    facts: dict[str, object] = {
        "principal": 10_000_000,
        "instalments": 10,
        "every": "month",
        "dates": "",
        "fee": "1.5",
        "fee_per": FeeBasis.PER_PERIOD,
        "grace": 0,
        "grace_fee": True,
        "first": None,
        "disbursed": None,
    }
    return Asked(**(facts | changes))  # type: ignore[arg-type]


def days(rows: Sequence[PlannedInstalment]) -> list[str]:
    return [row.due_on.isoformat() for row in rows]


def test_the_schedule_is_printed_as_json_and_its_sums_are_exact(tmp_path: Path) -> None:
    terms = "--principal 10000000 --instalments 10 --every month --fee 1.5 --grace 2"
    result = gulir("schedule", *terms.split(), "--first", "2019-08-17", "--json", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    rows = json.loads(result.stdout)
    assert [row["number"] for row in rows] == list(range(1, 11))
    assert (rows[0]["due"], rows[-1]["due"]) == ("2019-08-17", "2020-05-17")
    assert [row["principal"] for row in rows[:3]] == [0, 0, 1_250_000]
    assert sum(row["principal"] for row in rows) == 10_000_000
    assert sum(row["fee"] for row in rows) == 1_500_000


def test_without_json_the_schedule_is_a_table_for_people(tmp_path: Path) -> None:
    terms = "--principal 3000000 --instalments 3 --disbursed 2019-01-31"
    said = gulir("schedule", *terms.split(), folder=tmp_path).stdout
    lines = [line.split() for line in said.splitlines()]
    assert lines[0] == ["no", "due", "principal", "fee", "total", "left"]
    assert lines[1] == ["1", "2019-02-28", "1,000,000", "0", "1,000,000", "2,000,000"]
    assert lines[-1] == ["sum", "3,000,000", "0", "3,000,000"]
    assert as_table(plan(asked(), today=TODAY)).count("\n") == 11


@pytest.mark.parametrize(
    ("changes", "first_days"),
    [
        ({"every": "week", "first": date(2019, 8, 1)}, ["2019-08-01", "2019-08-08"]),
        ({"every": "1 week"}, ["2019-07-24", "2019-07-31"]),
        ({"every": "3 months"}, ["2019-10-17", "2020-01-17"]),
        ({"every": "month", "first": date(2019, 1, 31)}, ["2019-01-31", "2019-02-28"]),
        ({"every": "month", "disbursed": date(2019, 5, 31)}, ["2019-06-30", "2019-07-31"]),
        (
            {"every": "season", "dates": "2020-03-01, 2020-09-01", "instalments": None},
            ["2020-03-01", "2020-09-01"],
        ),
        ({"grace": 2, "grace_fee": False}, ["2019-10-17", "2019-11-17"]),
    ],
)
def test_every_frequency_and_a_first_day_given_or_derived(
    changes: dict[str, object], first_days: list[str]
) -> None:
    rows = plan(asked(**changes), today=TODAY)
    assert days(rows)[:2] == first_days
    assert sum(row.principal for row in rows) == 10_000_000


def test_the_fee_may_be_for_the_loan_and_have_a_comma() -> None:
    rows = plan(asked(fee="1,25", fee_per=FeeBasis.PER_LOAN), today=TODAY)
    assert sum(row.fee for row in rows) == 125_000


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"principal": 0}, "more than nothing"),
        ({"principal": 10**16}, "above Rp1,000,000,000,000,000"),
        ({"instalments": 0}, "at least one"),
        ({"instalments": 10_000}, "too many"),
        ({"instalments": None}, "how many --instalments"),
        ({"fee": "lots"}, "no percentage"),
        ({"fee": "nan"}, "above 1000 percent"),
        ({"fee": "1.005"}, "more than two decimals"),
        ({"fee": "-1"}, "less than nothing"),
        ({"grace": 10}, "shorter than"),
        ({"every": "day"}, "is not week, month"),
        ({"every": "99 months"}, "99 months apart"),
        ({"every": "season"}, "needs --dates"),
        ({"every": "season", "dates": "2020-02-30"}, "'2020-02-30' is no day"),
        ({"every": "season", "dates": "1-2-2020"}, "'1-2-2020' is no day"),
        ({"every": "season", "dates": "2020-02-01"}, "1 due days for 10"),
        ({"every": "month", "dates": "2020-02-01"}, "belong to --every season"),
        (
            {
                "every": "season",
                "dates": "2020-02-01",
                "instalments": None,
                "first": date(2020, 1, 1),
            },
            "not the first of --dates",
        ),
        ({"first": date(2019, 1, 1), "disbursed": date(2019, 2, 1)}, "after the disbursement"),
        ({"first": date(9999, 12, 1)}, "beyond the year 9999"),
    ],
)
def test_terms_that_make_no_plan_are_answered_with_a_sentence(
    changes: dict[str, object], said: str
) -> None:
    with pytest.raises(CannotPlan, match=said):
        plan(asked(**changes), today=TODAY)


def test_wrong_input_ends_with_code_2_and_nothing_on_the_output(tmp_path: Path) -> None:
    for arguments in (
        ["--principal", "5", "--instalments", "3", "--every", "day"],
        ["--principal", "five", "--instalments", "3"],
        ["--principal", "5000", "--instalments", "3", "--first", "2019-02-30"],
    ):
        result = gulir("schedule", *arguments, folder=tmp_path)
        assert (result.returncode, result.stdout) == (WRONG, "")
        assert "Traceback" not in result.stderr
        assert result.stderr


def test_the_books_are_proved_and_a_difference_is_named(tmp_path: Path) -> None:
    surroundings = {"DATABASE_URL": f"sqlite://{tmp_path}/gulir.db", "LOG_LEVEL": "WARNING"}
    early = gulir("audit", folder=tmp_path, **surroundings)
    assert early.returncode == 1
    assert "gulir migrate" in early.stdout
    assert gulir("sample-data", folder=tmp_path, **surroundings).returncode == 0
    clean = gulir("audit", folder=tmp_path, **surroundings)
    assert clean.returncode == 0
    assert "difference 0" in clean.stdout
    assert "UEP-KUTIM queue: 6 events, as recorded, head " in clean.stdout
    with sqlite3.connect(tmp_path / "gulir.db") as books:
        books.execute("UPDATE account SET balance = balance + 1 WHERE kind = 'fund_cash'")
        books.execute("UPDATE application SET priority = 1 WHERE id = 3")
    dirty = gulir("audit", folder=tmp_path, **surroundings)
    assert dirty.returncode == 1
    assert "DIFFERENCE in P1/fund_cash, balance: shown" in dirty.stdout
    overtaken = (
        "UEP-KUTIM queue: DIFFERENCE in event: the queue does not stand as the record leads to"
    )
    assert overtaken in dirty.stdout


async def test_a_halt_is_named_and_auditing_by_hand_changes_nothing(database_url: str) -> None:
    await open_database(database_url)
    async with transaction():
        programme = (await open_books()).programme
    report = AuditReport(1, "", 0, 0, Difference("P1/fund_cash", "balance", 1, 2))
    async with transaction():
        await write_down(programme.id, report, at=AT)
    await close_database()
    for _ in range(2):
        (verdict,) = [each async for each in audit_books(database_url, TODAY)]
        assert verdict.right
        assert "difference 0" in verdict.line
        assert "HALTED since 2019-07-17 12:00 WITA (P1/fund_cash, balance)" in verdict.line


async def test_what_was_cut_off_since_the_last_self_audit_is_named(database_url: str) -> None:
    await open_database(database_url)
    async with transaction():
        books = await open_books()
        await books.add_capital(1_000_000)
        report = await examine(books.programme.id, TODAY)
        await write_down(books.programme.id, report, at=AT)
    await delete_the_last_entry()
    await close_database()
    (verdict,) = [each async for each in audit_books(database_url, TODAY)]
    assert not verdict.right
    assert "DIFFERENCE in entry 2: an earlier audit saw it" in verdict.line


async def test_each_programme_has_a_line(
    database_url: str,
) -> None:
    await open_database(database_url)
    async with transaction():
        first, second = await open_books(), await open_books()
    await close_database()
    said = [verdict async for verdict in audit_books(database_url, TODAY)]
    codes = [first.programme.code, second.programme.code]
    assert [verdict.line.split()[0] for verdict in said] == codes
    assert all(verdict.right and "difference 0" in verdict.line for verdict in said)


async def test_before_there_is_a_programme_there_is_nothing_to_prove(database_url: str) -> None:
    (verdict,) = [verdict async for verdict in audit_books(database_url, TODAY)]
    assert verdict.right
    assert "no programme" in verdict.line


async def test_the_first_administrator_is_added_once_and_the_trail_says_so(
    database_url: str,
) -> None:
    by_phone = read_administrator("  Rina   Sari ", "0812-3456-7890", None)
    both = read_administrator("Rina Sari", "+6281234567890", 55)
    by_telegram = read_administrator("Rina", None, 55)
    said = [
        await add_administrator(database_url, new, at=AT)
        for new in (by_phone, both, by_telegram, by_phone)
    ]
    assert [one.removeprefix("Rina Sari is an administrator ") for one in said] == [
        "now.",
        "already; the new ways to reach them are noted.",
        "already.",
        "already.",
    ]
    await open_database(database_url)
    try:
        person = await Person.get()
        assert (person.name, person.phone) == ("Rina Sari", "+6281234567890")
        assert await Address.filter(person_id=person.id, external_id="55").count() == 1
        assert await StaffRole.filter(role=Role.ADMINISTRATOR).count() == 1
        deeds = await AuditEvent.filter(subject=f"person:{person.id}").order_by("id")
        assert [one.deed for one in deeds] == ["role_granted", "contact_added"]
    finally:
        await close_database()


async def test_an_account_of_somebody_else_is_not_taken_over(database_url: str) -> None:
    await add_administrator(database_url, read_administrator("Rina", "081234567890", None), at=AT)
    await add_administrator(database_url, read_administrator("Anwar", None, 77), at=AT)
    clash = read_administrator("Rina", "081234567890", 77)
    with pytest.raises(CannotAdd, match="belongs to Rina, the Telegram account to Anwar"):
        await add_administrator(database_url, clash, at=AT)
    await add_administrator(database_url, read_administrator("Anwar", "08139999888", 77), at=AT)
    other = read_administrator("Anwar", "08138888777", 77)
    with pytest.raises(CannotAdd, match="another phone number"):
        await add_administrator(database_url, other, at=AT)


@pytest.mark.parametrize(
    ("name", "phone", "telegram", "said"),
    [
        (" ", "081234567890", None, "between 1 and 120"),
        ("Rina", None, None, "--phone or --telegram-id"),
        ("Rina", "12", None, "no phone number"),
        ("Rina", None, -100, "not of a group"),
    ],
)
def test_an_administrator_must_be_recognisable(
    name: str, phone: str | None, telegram: int | None, said: str
) -> None:
    with pytest.raises(CannotAdd, match=said):
        read_administrator(name, phone, telegram)


def test_a_refusal_of_the_command_line_is_a_sentence(tmp_path: Path) -> None:
    result = gulir("admin", "add", "--name", "Rina", folder=tmp_path)
    assert result.returncode == WRONG
    assert result.stderr.startswith("Give --phone or --telegram-id")
