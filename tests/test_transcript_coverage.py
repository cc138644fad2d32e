"""Completeness: every form is told in all its turns, and every text is spoken somewhere.

Both are read from the chats as they stand in their files; nothing is played here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fluent.syntax import FluentParser, ast

import locales
from handlers.contents import CONTENTS

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
_A_RULE = "a rule of the models, which their tests break; nobody can break it in a chat"
SPOKEN_ELSEWHERE = {
    "apply-no_programme": "every chat has a programme",
    "error-sorry": "said when a message could not be handled: tests/crash",
    "form-sent_again": "marks a sending whose outcome nobody knows: tests/crash",
    "kinds-video": "the simulated phones film nothing: " + _WORDS_TESTED,
    "kinds-unsupported": "the simulated phones send no polls: " + _WORDS_TESTED,
    "media-too_many_pixels": "a small file that unpacks to a giant picture: tests/bot",
    "media-unavailable": "the network does not hand the file out: a chat would wait for minutes",
    "repayment_report-amount-too_small": _WORDS_TESTED,
    "repayment_report-amount-too_large": _WORDS_TESTED,
    "repayment_report-amount-below_smallest": "no sample loan sets a smallest repayment",
    "verification-caution-below_smallest": "no sample loan sets a smallest repayment",
    "what_is_left-all_paid": _WORDS_TESTED,
    "what_is_left-no_reports": "all sample groups have reported: " + _WORDS_TESTED,
}
"""Why a text is in no chat."""

_BY_STAFF = "texts of staff's work: what is not in staff/ is asserted in tests/handlers/staff"
WITH_THEIR_FEATURE = {
    "capital": _BY_STAFF,
    "correction_request": _BY_STAFF,
    "counter_cash": _BY_STAFF,
    "decision": _BY_STAFF,
    "announcing": _BY_STAFF,
    "confirm_funding": _BY_STAFF,
    "finding": _BY_STAFF,
    "funding": _BY_STAFF,
    "funding_rule": _BY_STAFF,
    "group_card": _BY_STAFF,
    "help_talk": _BY_STAFF,
    "late_groups": _BY_STAFF,
    "more_progress": _BY_STAFF,
    "ledger_rules": _A_RULE,
    "other_amount": _BY_STAFF,
    "pay_out": _BY_STAFF,
    "pick_group": _BY_STAFF,
    "planned_capital": _BY_STAFF,
    "recovery": _BY_STAFF,
    "refund": _BY_STAFF,
    "reject_report": _BY_STAFF,
    "report_status": _BY_STAFF,
    "reschedule": _BY_STAFF,
    "reversal": _BY_STAFF,
    "self_audit": _BY_STAFF,
    "rule": _A_RULE,
    "sending_again": "asserted in tests/handlers/leaders",
    "staff": _BY_STAFF,
    "staff_help": _BY_STAFF,
    "staff_role": _BY_STAFF,
    "trail": _BY_STAFF,
    "verification": _BY_STAFF,
    "what_if": _BY_STAFF,
    "write_off": _BY_STAFF,
}
"""Whole files of which some texts need not be in a chat, and why."""


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
def handler_tests() -> str:
    """The sources of the tests of single handlers, where keys stand in quotes."""
    folders = ("handlers", "bot", "channels")
    files = [file for folder in folders for file in sorted((TESTS / folder).rglob("*.py"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def texts() -> Iterator[tuple[str, str, ast.Pattern]]:
    """Every Indonesian text: its file, its key, its words."""
    for path in locales.files("id"):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                yield path.stem, entry.id.name, entry.value


def as_spoken(pattern: ast.Pattern) -> str:
    """A regular expression for the text, whatever its facts are."""
    parts = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(r"\s*".join(map(re.escape, re.split(r"\s+", element.value))))
        elif isinstance(element.expression, ast.SelectExpression):
            variants = "|".join(as_spoken(each.value) for each in element.expression.variants)
            parts.append(f"(?:{variants})")
        else:
            parts.append(r".{1,400}?")
    return "".join(parts)


def longest_words(pattern: ast.Pattern) -> str:
    """What can be looked for quickly: the longest piece that always stands there."""
    pieces = [each.value for each in pattern.elements if isinstance(each, ast.TextElement)]
    lines = [line.strip() for piece in pieces for line in piece.splitlines()]
    return max(lines, key=len, default="")


def is_spoken(pattern: ast.Pattern) -> bool:
    sought, whole = longest_words(pattern), re.compile(as_spoken(pattern))
    return any(sought in said and whole.search(said) for said in said_by_the_bot())


def is_tested(key: str) -> bool:
    """Whether a test of handlers names the key, as code does: `menu.say.greeting`."""
    dotted = re.escape(key).replace(r"\-", "[.-]")
    return re.search(rf"""["'`]{dotted}["'`]""", handler_tests()) is not None


def silent_texts() -> dict[str, str]:
    """Texts that no chat speaks and no test of a handler names: their keys, with their files."""
    return {key: file for file, key, text in texts() if not is_spoken(text) and not is_tested(key)}


def test_every_text_is_spoken_in_a_chat_or_named_in_a_test() -> None:
    silent = {
        key
        for key, file in silent_texts().items()
        if key not in SPOKEN_ELSEWHERE and file not in WITH_THEIR_FEATURE
    }
    assert silent == set()


def test_no_exception_outlives_its_reason() -> None:
    assert set(SPOKEN_ELSEWHERE) - set(silent_texts()) == set()
    assert set(WITH_THEIR_FEATURE) - set(silent_texts().values()) == set()
