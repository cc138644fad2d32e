"""Misbehaviour on request, so that tests can prove what the bot survives."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, fields
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

Kind = Literal[
    "fail",
    "delay",
    "time_out",
    "drop_response",
    "html_error",
    "duplicate_updates",
    "redeliver_updates",
    "reorder_updates",
    "batch_updates",
    "fail_later",
]
OF_UPDATES: frozenset[Kind] = frozenset(
    {"duplicate_updates", "redeliver_updates", "reorder_updates", "batch_updates"}
)


class RuleNotUnderstood(ValueError):
    """A rule with an unknown field, kind or figure."""


@dataclass(slots=True)
class Rule:
    """One way to misbehave, and how often."""

    kind: Kind = "fail"
    method: str = "*"
    times: int | None = None
    percent: float | None = None
    chat_id: int | None = None
    status: int = 500
    description: str = ""
    code: int | None = None
    """WhatsApp's error code; of `fail_later` the one that the status webhook tells."""
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    seconds: float = 30.0

    def __post_init__(self) -> None:
        if self.times is None and self.percent is None:
            self.times = 1
        if self.retry_after is not None:
            self.status = 429
        if self.migrate_to_chat_id is not None:
            self.status = 400

    @property
    def parameters(self) -> dict[str, int]:
        return {
            name: value
            for name in ("retry_after", "migrate_to_chat_id")
            if (value := getattr(self, name)) is not None
        }

    def is_about(self, method: str, chat_id: int | None) -> bool:
        same_method = fnmatchcase(method.lower(), self.method.lower())
        return same_method and self.chat_id in (None, chat_id) and self.times != 0


DESCRIPTIONS = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


class Faults:
    """The rules in force, met in the order in which they were given."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.random = random.Random(0)  # noqa: S311 -- repeatable on purpose

    def add(self, request: dict[str, Any] | list[dict[str, Any]]) -> None:
        """Put rules in force; RuleNotUnderstood names what is wrong with them."""
        if isinstance(request, dict) and ("rules" in request or "seed" in request):
            new = [read_rule(fact) for fact in request.get("rules", [])]
            if "seed" in request:
                self.random.seed(request["seed"])
        else:
            new = [
                read_rule(fact) for fact in (request if isinstance(request, list) else [request])
            ]
        self.rules.extend(new)

    def clear(self) -> None:
        self.rules.clear()

    def met_by_call(self, method: str, chat_id: int | None) -> Rule | None:
        """The rule that this call of the bot meets, used up by one."""
        return self._draw(
            lambda rule: rule.kind not in OF_UPDATES and rule.is_about(method, chat_id)
        )

    def met_by_updates(self, kind: Kind) -> bool:
        """Whether the updates that are about to be delivered meet a rule of this kind."""
        return self._draw(lambda rule: rule.kind == kind and rule.times != 0) is not None

    def _draw(self, applies: Any) -> Rule | None:
        for rule in self.rules:
            if not applies(rule):
                continue
            if rule.percent is not None and self.random.random() * 100 >= rule.percent:
                continue
            if rule.times is not None:
                rule.times -= 1
            return rule
        return None

    def to_json(self) -> list[dict[str, Any]]:
        return [asdict(rule) for rule in self.rules]


def read_rule(fact: Any) -> Rule:
    """A rule from JSON; RuleNotUnderstood says what is wrong."""
    if not isinstance(fact, dict):
        raise RuleNotUnderstood("a rule is an object")
    unknown = set(fact) - {field.name for field in fields(Rule)}
    if unknown:
        raise RuleNotUnderstood(f"unknown fields: {', '.join(sorted(unknown))}")
    if fact.get("kind", "fail") not in get_args(Kind):
        raise RuleNotUnderstood(f"unknown kind: {fact['kind']}")
    return Rule(**fact)


def description_of(rule: Rule) -> str:
    """The description of a failure, Telegram's own when the rule gives none."""
    if rule.description:
        return rule.description
    if rule.retry_after is not None:
        return f"Too Many Requests: retry after {rule.retry_after}"
    if rule.migrate_to_chat_id is not None:
        return "Bad Request: group chat was upgraded to a supergroup chat"
    return DESCRIPTIONS.get(rule.status, "Bad Request: refused by the simulator")
