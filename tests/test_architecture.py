"""The rules of the house, held by machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import SETTINGS
from tests.hygiene import LARGEST_BYTES, LONGEST_FILE, ROOT, our_modules, repository_files, text_of

ONLY_IN_CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today")}
ONLY_IN_CLOCK |= {("date", "today"), ("time", "time"), ("time", "localtime")}
CLOCKS = {"bot/clock.py", "bot/simulator/clock.py"}
REBUILDS = {"AlterField", "RemoveField", "AddConstraint", "RemoveConstraint"}


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def calls(tree: ast.AST) -> list[tuple[str, str, int]]:
    """Every call of the form `thing.method(…)` or `module.thing.method(…)`."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            last = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            found.append((last, node.func.attr, node.lineno))
    return found


def test_imports_run_in_one_direction() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(  # noqa: S603
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {name_of(file): len(file.read_text().splitlines()) for file in our_modules()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {}
    for file in our_modules():
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 40:
                    long[f"{name_of(file)}:{node.name}"] = length
    assert long == {}


def test_only_the_clock_reads_the_clock() -> None:
    readers = [
        f"{name_of(file)}:{line} {owner}.{method}"
        for file in our_modules()
        if name_of(file) not in CLOCKS
        for owner, method, line in calls(ast.parse(file.read_text()))
        if (owner, method) in ONLY_IN_CLOCK
    ]
    assert readers == []


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "dt.datetime.now()", "date.today()"])
def test_the_search_for_clock_readers_finds_them(source: str) -> None:
    assert any((owner, method) in ONLY_IN_CLOCK for owner, method, _ in calls(ast.parse(source)))


def test_transactions_are_opened_in_one_way() -> None:
    allowed = {"bot/database.py", "bot/migrate.py", "models/savepoint.py"}
    users = [
        name_of(file)
        for file in our_modules()
        if re.search(r"\b(in_transaction|atomic)\(", file.read_text())
        and name_of(file) not in allowed
    ]
    assert users == []


def test_every_setting_is_documented_with_its_help_and_default() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    documented = {
        match[1]: (match[2], number)
        for number, line in enumerate(lines)
        if (match := re.fullmatch(r"([A-Z_]+)=(.*)", line))
    }
    assert documented
    assert set(documented) == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        value, number = documented[setting.name]
        assert value == (setting.default or ""), setting.name
        above = lines[max(0, number - 4) : number]
        assert f"# {setting.help}" in above, setting.name


def test_committed_files_name_no_registry_and_no_machine() -> None:
    registry = r"pypi\.org|python" + r"hosted|--(?:extra-)?index-url[ =]\S|--find-links[ =]\S"
    machine = r"(?<![\w.])/(?:work|root|opt|farm)/"
    wrong = re.compile(f"{registry}|{machine}")
    found = [
        f"{name_of(file)}: {match[0]}"
        for file in repository_files()
        if (text := text_of(file)) is not None and (match := wrong.search(text))
        if file.name != Path(__file__).name
    ]
    assert found == []


def test_requirements_are_pinned_and_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        pinned = re.findall(
            r"^[a-z][\w.-]*(?:\[[\w,-]+\])?==\S+ \\\n    --hash=sha256:", text, re.MULTILINE
        )
        named = re.findall(r"^[a-z]\S*", text, re.MULTILINE)
        assert pinned
        assert len(pinned) == len(named), name


def test_no_migration_rebuilds_a_table() -> None:
    """On SQLite a rebuilt table loses its indexes, unique rules and triggers."""
    found = [
        f"{file.name}: {method}"
        for file in (ROOT / "models" / "migrations").glob("[0-9]*.py")
        for _, method, _ in calls(ast.parse(file.read_text()))
        if method in REBUILDS
    ]
    assert found == []


def test_no_committed_file_is_large() -> None:
    large = [name_of(file) for file in repository_files() if file.stat().st_size > LARGEST_BYTES]
    assert large == []
