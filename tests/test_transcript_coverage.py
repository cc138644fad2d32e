"""Completeness: every form is told in all its turns, and every text is spoken somewhere.

Both are read from the chats as they stand in their files; nothing is played here.
"""

from __future__ import annotations

import ast as python
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fluent.syntax import FluentParser, ast

import locales
from handlers.contents import CONTENTS
from tests.rehearsal import rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent
CHATS = tuple(sorted((TESTS / "transcripts").rglob("*.chat")))

TURNS = ("sent", "refused", "corrected", "cancelled", "resumed")
"""What happens to every form. A chat in its folder is named after what it shows:
`corrected.chat`, or `corrected_by_editing.chat` when there are several."""


TOLD_UNDER_ANOTHER_NAME = {
    ("other_amount", "sent"): "staff/other_amount/typed.chat",
    ("reject_report", "sent"): "staff/reject_report/listed_reason.chat",
    ("reject_report", "refused"): "staff/reject_report/typed_reason.chat",
    ("reject_report", "resumed"): "staff/reject_report/bot_restarts.chat",
}
TOLD_BY_THEIR_COMMANDS = frozenset(
    {
        "capital",
        "correct_accepted",
        "counter_cash",
        "find_report",
        "notice_plan",
        "funding_rule",
        "payment_code",
        "pick_group",
        "postpone_funding",
        "recovery",
        "refund",
        "refuse_correction",
        "refuse_decision",
        "refuse_funding",
        "reschedule",
        "reverse_report",
        "staff_role",
        "write_off",
    }
)
"""Forms that begin with a command of staff: sent and refused are told in staff/commands, the
other turns are the engine's, which the forms with folders of their own show."""


ALONE = {
    *("verifikasi", "saldo", "tunggakan", "ringkasan", "audit", "kodeunik", "bantuan", "selesai")
}
"""Commands of staff that take no more words."""


SHORTEST_QUOTE = 12
"""Letters: shorter words are in too many texts."""


def turns_told() -> dict[str, set[str]]:
    """By the name of a folder: the first words of the names of its chats."""
    told: dict[str, set[str]] = defaultdict(set)
    for chat in CHATS:
        told[chat.parent.name].add(chat.stem.partition("_")[0])
    return told


@pytest.mark.parametrize("form", sorted(set(CONTENTS.forms) - TOLD_BY_THEIR_COMMANDS))
def test_every_form_is_told_in_all_its_turns(form: str) -> None:
    told = turns_told()[form] | {turn for name, turn in TOLD_UNDER_ANOTHER_NAME if name == form}
    assert [turn for turn in TURNS if turn not in told] == []


def test_what_is_told_under_another_name_is_there() -> None:
    files = {str(chat.relative_to(TESTS / "transcripts")) for chat in CHATS}
    assert set(TOLD_UNDER_ANOTHER_NAME.values()) - files == set()
    assert set(CONTENTS.forms) >= TOLD_BY_THEIR_COMMANDS


def test_every_chat_says_in_one_sentence_what_it_is_about() -> None:
    speechless = [
        chat.name
        for chat in CHATS
        if not re.match(r"# .+\.\n", chat.read_text(encoding="utf-8").partition("\n\n")[0] + "\n")
    ]
    assert speechless == []


def test_every_chat_ends_with_what_must_be_true() -> None:
    assert [c.name for c in CHATS if "\nthen: " not in c.read_text(encoding="utf-8")] == []


# Texts -------------------------------------------------------------------------------------------


_WORDS_TESTED = "its words are asserted in tests/handlers"
_IN_A_WORKBOOK = "stands inside the monthly workbook, where no chat looks"
_ON_A_PICTURE = "is drawn on the picture of the fund"
_ASKED_BEFORE = "the form asks again in its own words; the rule is broken in tests/models"
_NOT_YET = "no chat has come to it yet"
SPOKEN_ELSEWHERE = {
    "fund_picture-about": _ON_A_PICTURE,
    "fund_picture-cash": _ON_A_PICTURE,
    "fund_picture-millions": _ON_A_PICTURE,
    "late_groups-more": _NOT_YET,
    "rule-hours_too_wide": _ASKED_BEFORE,
    "rule-no_such_time": _ASKED_BEFORE,
    "rule-notice_call_after": _ASKED_BEFORE,
    "rule-notice_nudge_day": _ASKED_BEFORE,
    "rule-notice_place_day": _ASKED_BEFORE,
    "rule-notice_promise_days": _ASKED_BEFORE,
    "rule-promise_too_far": _ASKED_BEFORE,
    "rule-step_too_far": _ASKED_BEFORE,
    "rule-steps_out_of_order": _ASKED_BEFORE,
    "rule-too_many_steps": _ASKED_BEFORE,
    "staff-reached_elsewhere": _NOT_YET,
    "staff_role-as_it_was": _NOT_YET,
    "workbook-closed-repaid": _IN_A_WORKBOOK,
    "workbook-closed-written_off": _IN_A_WORKBOOK,
    "workbook-footer": _IN_A_WORKBOOK,
    "workbook-group": _IN_A_WORKBOOK,
    "workbook-period": _IN_A_WORKBOOK,
    "workbook-r17": _IN_A_WORKBOOK,
    "workbook-r17_head": _IN_A_WORKBOOK,
    "workbook-r17_title": _IN_A_WORKBOOK,
    "workbook-r1_head": _IN_A_WORKBOOK,
    "workbook-r1_head_2": _IN_A_WORKBOOK,
    "workbook-r1_title": _IN_A_WORKBOOK,
    "workbook-r2": _IN_A_WORKBOOK,
    "workbook-r2_head": _IN_A_WORKBOOK,
    "workbook-r2_title": _IN_A_WORKBOOK,
    "workbook-r4": _IN_A_WORKBOOK,
    "workbook-r4_head": _IN_A_WORKBOOK,
    "workbook-r4_title": _IN_A_WORKBOOK,
    "workbook-village_total": _IN_A_WORKBOOK,
    "apply-no_programme": "every chat has a programme",
    "media-too_many_pixels": "a small file that unpacks to a giant picture: tests/bot",
    "help_talk-settled": "of a talk that an older version closed: its card is never drawn anew",
    "media-unavailable": "the network does not hand the file out: a chat would wait for minutes",
    "repayment_report-amount-too_small": _WORDS_TESTED,
    "repayment_report-amount-too_large": _WORDS_TESTED,
    "repayment_report-amount-below_smallest": "no sample loan sets a smallest repayment",
    "verification-caution-below_smallest": "no sample loan sets a smallest repayment",
}
"""Why a text is in no chat."""


@cache
def said_by_the_bot() -> tuple[str, ...]:
    """Every different message of the bot in any chat, each on one line."""
    said: dict[str, None] = {}
    for chat in CHATS:
        message: list[str] = []
        for line in [*chat.read_text(encoding="utf-8").splitlines(), "Bot:"]:
            starts = re.match(r"Bot\b[^:]*: ?", line)
            if message and (starts or (line and not line.startswith(" "))):
                said[_one_line(message)] = None
                message = []
            if starts:
                message = [line[starts.end() :]]
            elif message:
                message.append(line)
    return tuple(said)


def _one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


@cache
def asserted() -> frozenset[str]:
    """Words and keys between quotes in the tests of what handlers and machines say."""
    folders = ("handlers", "bot", "channels", "crash", "e2e", "whatsapp")
    files = [file for folder in folders for file in sorted((TESTS / folder).rglob("*.py"))]
    return frozenset(
        node.value.strip()
        for file in files
        for node in python.walk(python.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, python.Constant) and isinstance(node.value, str)
    )


def texts() -> Iterator[tuple[str, str, ast.Pattern]]:
    """Every Indonesian text: its file, its key, its words."""
    for path in locales.files("id"):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                yield path.stem, entry.id.name, entry.value


def as_spoken(pattern: ast.Pattern, front: str = ".") -> str:
    """A regular expression for the text, whatever its facts are.

    At the `front` one letter of a fact says as much as all, and is found a hundred times faster.
    """
    any_fact = r".{1,2000}?"
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(r"\s*".join(map(re.escape, re.split(r"\s+", element.value))))
        elif isinstance(element.expression, ast.SelectExpression):
            variants = "|".join(
                as_spoken(each.value, any_fact) for each in element.expression.variants
            )
            parts.append(f"(?:{variants})")
        else:
            parts.append(any_fact if parts else front)
    return "".join(parts)


def longest_words(pattern: ast.Pattern) -> str:
    """What can be looked for quickly: the longest piece that always stands there."""
    pieces = [each.value for each in pattern.elements if isinstance(each, ast.TextElement)]
    lines = [line.strip() for piece in pieces for line in piece.splitlines()]
    return max(lines, key=len, default="")


def is_spoken(pattern: ast.Pattern) -> bool:
    sought, whole = longest_words(pattern), re.compile(as_spoken(pattern))
    return any(sought in said and whole.search(said) for said in said_by_the_bot())


def is_tested(key: str, words: str) -> bool:
    """Whether a test names the key (`menu.say.greeting`), or words that only this text has."""
    return key in keys_named() or any(
        sum(quoted in other for other in fixed_words()) == 1
        for quoted in long_quotes()
        if quoted in words
    )


@cache
def keys_named() -> frozenset[str]:
    return frozenset(re.sub(r"[.-]", "-", quoted) for quoted in asserted())


@cache
def long_quotes() -> tuple[str, ...]:
    return tuple(quoted for quoted in asserted() if len(quoted) >= SHORTEST_QUOTE)


@cache
def fixed_words() -> tuple[str, ...]:
    """What always stands in each text, its facts left out, one text after the other."""
    return tuple(words_of(pattern) for _, _, pattern in texts())


def words_of(pattern: ast.Pattern) -> str:
    pieces = [each.value for each in pattern.elements if isinstance(each, ast.TextElement)]
    return " … ".join(" ".join(piece.split()) for piece in pieces)


@cache
def silent_texts() -> dict[str, str]:
    """Texts that no chat speaks, no test of a handler names and no rehearsal says."""
    return {
        key: file
        for file, key, text in texts()
        if key not in rehearsed() and not is_tested(key, words_of(text)) and not is_spoken(text)
    }


def test_every_text_is_spoken_in_a_chat_or_named_in_a_test() -> None:
    assert set(silent_texts()) - set(SPOKEN_ELSEWHERE) == set()


def test_no_exception_outlives_its_reason() -> None:
    assert set(SPOKEN_ELSEWHERE) - set(silent_texts()) == set()


# Commands ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", sorted(CONTENTS.staff_commands))
def test_every_command_of_staff_is_told_when_it_works_and_when_it_is_refused(command: str) -> None:
    """`kelompok.chat` and `kelompok_refused.chat`, both of which write the command."""
    for name in (f"{command}.chat", f"{command}_refused.chat"):
        chat = TESTS / "transcripts" / "staff" / "commands" / name
        assert re.search(rf"^\w+: (?:\(.+\) )?/{command}\b", chat.read_text(), re.MULTILINE), name


def test_every_command_of_staff_is_told_with_and_without_more_words() -> None:
    """But for those that take none."""
    told = "\n".join(chat.read_text(encoding="utf-8") for chat in CHATS)
    for command in sorted(CONTENTS.staff_commands):
        assert re.search(rf"^\w+: (?:\(.+\) )?/{command}$", told, re.MULTILINE), command
        if command not in ALONE:
            assert re.search(rf"^\w+: /{command} \S", told, re.MULTILINE), command
