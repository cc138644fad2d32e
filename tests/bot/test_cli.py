"""The `gulir` command, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.understand import KEYS
from tests.hygiene import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ["run", "migrate", "sample-data", "check", "understand"]


def gulir(
    *arguments: str, folder: Path, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=surroundings | environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_help_lists_the_commands_in_the_order_of_their_use(tmp_path: Path) -> None:
    said = gulir("--help", folder=tmp_path).stdout
    places = [said.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(tmp_path: Path, command: str) -> None:
    result = gulir(command, "--help", folder=tmp_path)
    assert result.returncode == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("module", ["bot.cli", "handlers.understanding"])
def test_help_and_understanding_load_no_network_and_no_database(module: str) -> None:
    heavy = "{'aiogram', 'telegram', 'aiohttp', 'httpx', 'tortoise', 'asyncpg', 'apscheduler'}"
    script = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["run", "migrate", "sample-data"])
def test_wrong_settings_end_a_command_plainly_with_code_two(tmp_path: Path, command: str) -> None:
    result = gulir(command, folder=tmp_path, PORT="x", LOG_FORMAT="xml")
    assert result.returncode == 2
    assert result.stdout == ""
    assert "2 settings are wrong" in result.stderr
    assert "PORT: found 'x'; give a free port" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unreachable_database_ends_a_command_plainly(tmp_path: Path) -> None:
    url = f"postgres://me:hunter2@/gulir?host={tmp_path}"
    result = gulir("migrate", folder=tmp_path, DATABASE_URL=url)
    assert result.returncode == 1
    assert "cannot be reached" in result.stderr
    assert "Traceback" not in result.stderr
    assert "hunter2" not in result.stderr


def test_migrating_and_checking_a_fresh_folder(tmp_path: Path) -> None:
    before = gulir("check", folder=tmp_path)
    assert before.returncode == 1
    assert "✗ database" in before.stdout
    migrated = gulir("migrate", folder=tmp_path)
    assert migrated.returncode == 0, migrated.stderr
    assert "applied 0001_initial" in migrated.stdout
    assert gulir("migrate", folder=tmp_path).stdout == "The database is up to date.\n"
    after = gulir("check", folder=tmp_path)
    assert after.returncode == 0, after.stdout
    assert "✗" not in after.stdout


def test_sample_data_may_be_loaded_twice(tmp_path: Path) -> None:
    first = gulir("sample-data", folder=tmp_path)
    assert first.returncode == 0, first.stderr
    assert not first.stdout.startswith("0 rows")
    assert gulir("sample-data", folder=tmp_path).stdout == "0 groups added.\n"


def test_understanding_answers_one_json_object_a_line(tmp_path: Path) -> None:
    given = "setor 500rb kemarin\n\nhalo pak\n"
    result = gulir("understand", "--json", "--today", "2026-11-23", folder=tmp_path, given=given)
    assert result.returncode == 0, result.stderr
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == ["setor 500rb kemarin", "", "halo pak"]
    assert all(tuple(answer) == KEYS for answer in answers)
    assert answers[0]["amount"] == 500_000
    assert answers[0]["date"] == "2026-11-22"
    assert isinstance(answers[0]["why"], str)


def test_understanding_knows_what_was_asked(tmp_path: Path) -> None:
    options = ("--expecting", "amount", "--json", "--today", "2026-11-23")
    result = gulir("understand", *options, folder=tmp_path, given="500\n")
    answer = json.loads(result.stdout)
    assert 500_000 in {answer["amount"], *answer["amount_candidates"]}
    assert gulir("understand", "--expecting", "mood", folder=tmp_path).returncode == 2


def test_understanding_can_be_read_by_people(tmp_path: Path) -> None:
    result = gulir("understand", folder=tmp_path, given="setor 500rb\n")
    assert "'setor 500rb': " in result.stdout
    assert "500000" in result.stdout


def test_a_stream_of_anything_is_answered_line_by_line(tmp_path: Path) -> None:
    lines = [
        b"\xef\xbb\xbfsetor 500rb",
        b"",
        b"\xff\xfe\x00 not text",
        b"x" * 4_096,
        "\U0001f600\U0001f600".encode(),
        "настроение, \u4e2d\u6587".encode(),
        "setor \u0665\u0660\u0660\u0660\u0660\u0660".encode(),
        b"setor 1" + b"0" * 30,
        "dua \u0665 ratus rb".encode(),
        b"a\rb\x85c\x0b\xe2\x80\xa8d",
        b"halo",
    ]
    result = subprocess.run(
        [sys.executable, "-m", "bot", "understand", "--json", "--today", "2019-07-17"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        input=b"\n".join(lines),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    answers = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
    assert len(answers) == len(lines)
    assert answers[0]["text"] == "setor 500rb"
    assert [answer["amount"] for answer in answers] == [500_000, *[None] * 5, 500_000, *[None] * 4]
    assert answers[-1]["intent"] == "greeting"


def test_a_fresh_database_has_missed_nothing(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'gulir.db'}"
    result = gulir("understand", "--missed", "--json", folder=tmp_path, DATABASE_URL=url)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
