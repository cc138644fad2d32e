"""What stands in the files of texts, and which keys the code speaks: both read from the sources."""

from __future__ import annotations

import ast as python
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import locales
from handlers import answers, report_number, what_changes
from handlers.contents import CONTENTS
from handlers.facilitators import answers as care
from handlers.leaders import business_answers, progress_answers, promise_answers
from handlers.leaders.loose_photo import Unasked
from handlers.staff import answers as staff_answers
from handlers.staff import (
    bank_columns,
    coming_month,
    notice_answers,
    plan_answers,
    review_reasons,
    rhythm_answers,
    rule_answers,
    terms_answers,
)
from locales import message_id

if TYPE_CHECKING:
    from handlers.forms import Form, Question

ROOT = Path(__file__).parents[2]
STAFF_FILES = {
    "announcing",
    "accept_application",
    "application",
    "queue",
    "queue_change",
    "refuse_application",
    "return_application",
    "bank_columns",
    "calls",
    "capital",
    "confirm_funding",
    "correction_request",
    "counter_cash",
    "decision",
    "digest",
    "escalation",
    "finding",
    "fund",
    "funding",
    "funding_rule",
    "group_card",
    "help_talk",
    "fund_picture",
    "late_groups",
    "loan_schedule",
    "monthly",
    "notice_plan",
    "reach",
    "weekly",
    "workbook",
    "more_progress",
    "progress",
    "progress_list",
    "progress_note",
    "ledger_rules",
    "other_amount",
    "pay_out",
    "payment_code",
    "pick_group",
    "planned_capital",
    "recovery",
    "record_credit",
    "refund",
    "reject_report",
    "reschedule",
    "reversal",
    "self_audit",
    "staff",
    "staff_help",
    "staff_role",
    "statement",
    "till",
    "trail",
    "verification",
    "what_if",
    "write_off",
}
_SPEAKING = {"say", "words", "Reply", "Words"}
_A_KEY = re.compile(r"[a-z]+[a-z_]*(\.[a-z_]+)+")

REASONS = {
    answers.Amount: {"photo_instead", "not_an_amount", "unsure", "too_small", "too_large"},
    answers.PastDay: {"not_a_day", "unsure", "in_the_future"},
    answers.OneOf: {"not_a_choice"},
    answers.Photos: {"broken", "not_a_photo"},
    answers.FreeWords: {"no_words", "too_long"},
    answers.MyBorrowingGroup: {"not_a_group"},
    staff_answers.AnyGroup: {"unknown", "several"},
    plan_answers.Count: {"not_a_count", "out_of_range"},
    plan_answers.ComingDay: {"not_a_day", "unsure", "not_ahead"},
    terms_answers.Fee: {"not_a_percentage", "too_high"},
    terms_answers.InParts: {"not_parts"},
    rule_answers.RepeatPercents: {"not_percents"},
    coming_month.ComingMonth: {"not_a_day", "unsure", "not_ahead", "too_far"},
    report_number.ReportNumber: {"not_a_number"},
    rhythm_answers.HowOften: {"not_a_rhythm"},
    rhythm_answers.DueDays: {"not_days", "unclear_day", "not_ahead"},
    notice_answers.WhichItems: {"not_a_choice"},
    notice_answers.Steps: {"no_steps", "steps_out_of_order", "step_too_far", "too_many_steps"},
    notice_answers.Span: {"no_hours", "no_such_time", "hours_backwards", "hours_too_wide"},
    notice_answers.Days: {"no_days", "out_of_range"},
    notice_answers.Monthly: {"no_month_day", "not_in_every_month"},
    what_changes.WhatChanges: {"not_a_choice"},
    bank_columns.Column: {"not_a_column"},
    bank_columns.WhichProgramme: {"not_a_programme"},
    progress_answers.AllSent: {"photo_instead", "more_or_all"},
    business_answers.SalesTold: {"photo_instead", "not_a_sum", "unsure"},
    business_answers.Working: {"photo_instead", "not_a_number"},
    business_answers.ObstaclesTold: {"photo_instead", "no_words", "too_long"},
    review_reasons.PriorityClass: {"not_a_class"},
    care.GroupInCare: {"not_in_care"},
    promise_answers.PromiseDay: {"not_a_day", "unsure", "in_the_past", "too_far"},
    promise_answers.PauseEnd: {"no_end", "unsure", "in_the_past", "too_far"},
    promise_answers.PartAmount: {
        *("photo_instead", "not_an_amount", "unsure", "too_small", "too_large")
    },
    care.Marks: {"not_marks"},
}


@dataclass
class Text:
    """One message of a file: the variables it needs, and which of them choose a plural."""

    file: str
    variables: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    variants: dict[str, set[str]] = field(default_factory=dict)
    source: str = ""


class _Variables(Visitor):
    def __init__(self, text: Text) -> None:
        self.text = text

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.text.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = {
            str(getattr(each.key, "name", getattr(each.key, "value", ""))) for each in node.variants
        }
        if isinstance(node.selector, ast.VariableReference):
            name = node.selector.id.name
            self.text.variants[name] = keys
            if keys & {"0", "1", "one"}:
                self.text.counted.add(name)
        self.generic_visit(node)


@cache
def texts(language: str) -> dict[str, Text]:
    """Every message of a language by its identifier."""
    found: dict[str, Text] = {}
    for path in locales.files(language):
        content = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(content).body:
            if isinstance(entry, ast.Message):
                assert entry.span is not None
                text = Text(path.stem, source=content[entry.span.start : entry.span.end])
                _Variables(text).visit(entry)
                found[entry.id.name] = text
    return found


def entries(path: Path) -> list[ast.EntryType]:
    return list(FluentParser().parse(path.read_text(encoding="utf-8")).body)


@dataclass
class Spoken:
    """Identifiers that the code speaks, and patterns of those that it puts together."""

    said: set[str] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    label_patterns: set[str] = field(default_factory=set)
    doubts: set[str] = field(default_factory=set)

    def uses(self, identifier: str) -> bool:
        known = identifier in self.said or identifier in self.mentioned
        patterns = self.patterns | self.doubts
        return known or any(re.fullmatch(pattern, identifier) for pattern in patterns)


@cache
def spoken() -> Spoken:
    """Read the code that speaks; forms and their answers are asked, not read."""
    spoken = Spoken()
    for folder in ("handlers", "models", "bot"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not {"simulator", "understanding"} & set(path.parts):  # these have words of theirs
                _read(python.parse(path.read_text(encoding="utf-8")), spoken)
    for form in CONTENTS.forms.values():
        _read_form(form, spoken)
    return spoken


def _read(tree: python.AST, spoken: Spoken) -> None:
    for node in python.walk(tree):
        mentioned = str(node.value) if isinstance(node, python.Constant) else ""
        if _A_KEY.fullmatch(mentioned):
            spoken.mentioned.add(message_id(mentioned))
        if isinstance(node, python.JoinedStr) and (pattern := _pattern(node)):
            spoken.patterns.add(pattern)
        if not isinstance(node, python.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in _SPEAKING and isinstance(node.args[0], python.Constant):
            spoken.said.add(message_id(str(node.args[0].value)))
        if name == "Doubt" and len(node.args) > 1 and not isinstance(node.args[1], python.Name):
            question, reason = map(_part, node.args[:2])
            spoken.doubts.add(f"[a-z_]+-{question}-{reason}")
        if name in {"Choice", "Option"} and len(node.args) > 1:
            _read_label(node.args[1], spoken)


def _part(node: python.AST) -> str:
    """A piece of a key as a pattern: what the code puts together may be any word."""
    if isinstance(node, python.Constant):
        return str(node.value)
    return "".join(map(_part, node.values)) if isinstance(node, python.JoinedStr) else "[a-z0-9_]+"


def _read_label(label: python.AST, spoken: Spoken) -> None:
    if not isinstance(label, python.Call) or not label.args:
        return
    key = label.args[0]
    if isinstance(key, python.Constant):
        spoken.labels.add(message_id(str(key.value)))
    elif isinstance(key, python.JoinedStr) and (pattern := _pattern(key)):
        spoken.label_patterns.add(pattern)


def _pattern(joined: python.JoinedStr) -> str | None:
    """The identifiers that an f-string can make; none if it is no key below a fixed first part."""
    parts = [
        str(part.value) if isinstance(part, python.Constant) else None for part in joined.values
    ]
    if not parts or parts[0] is None or not re.match(r"[a-z_]{3,}\.", parts[0]):
        return None
    if any(part and re.search(r"[^a-z_.]", part) for part in parts):
        return None
    return "".join("[a-z0-9_]+" if part is None else re.escape(message_id(part)) for part in parts)


def _read_form(form: type[Form], spoken: Spoken) -> None:
    name = form.form_name
    spoken.said.add(f"{name}-title")
    if form.confirms:
        spoken.said.add(f"{name}-confirm")
    for item in form.questions.values():
        if isinstance(item.answer, Unasked):
            continue
        stem = f"{name}-{item.name}"
        spoken.said |= {f"{stem}-ask", f"{stem}-label"}
        spoken.labels.add(f"{stem}-label")
        spoken.said |= {f"{stem}-{reason}" for reason in reasons(item)}
        if isinstance(item.answer, answers.OneOf):
            stem = message_id(item.answer.label_key)
            members = {f"{stem}-{member.value}" for member in item.answer.members}
            spoken.said |= members
            spoken.labels |= members


def reasons(item: Question) -> set[str]:
    """Why an answer to this question can be refused."""
    kind = getattr(item.answer, "typed", item.answer)
    for base in type(kind).__mro__:
        if base in REASONS:
            return REASONS[base]
    raise AssertionError(f"tell REASONS how {type(kind).__name__} refuses")
