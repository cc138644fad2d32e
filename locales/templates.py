"""The texts that WhatsApp approves beforehand: files, and the rules that they have to keep.

Rules: CHANNELS.md, "Window, templates, money"; DOMAIN.md 4.5.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")
NAME_LENGTH_MAX = 512
BODY_LENGTH_MAX = 1024
BUTTONS_MAX = 10
BUTTON_LENGTH_MAX = 25
PAYLOAD_LENGTH_MAX = 128
"""What comes back when a button is tapped."""
VALUE_LENGTH_MAX = 200
"""Ours: a name or a reason that is longer is cut, so that the whole stays within its limit."""
LIST_LENGTH_MAX = 600
"""Ours: several things one after another; what is longer is never cut, but said in another way."""

_FOLDER = Path(__file__).parent / "whatsapp"
_PLACE = re.compile(r"\{\{([0-9]+)\}\}")
_NAME = re.compile(r"[a-z0-9_]+")
_ENDS = " .,!?:;\n"
_NEVER = ("hutang", "utang", "tagihan", "penagihan", "menunggak", "tunggakan", "macet", "sanksi")
_NOT_ON_BUTTONS = re.compile(r"[{}*_~`\n\t]|[^\x20-\x7e\u00a0-\u024f\u2019\u2026]")
"""Meta: no variables, no ends of line, no emoji, no marks of formatting."""
_WORDS_A_PLACE = 3
"""Meta refuses a text that has too few words for its places."""


@dataclass(frozen=True, slots=True)
class Template:
    """One approved text. `replies` says which of our replies it can stand for, and its places."""

    name: str
    version: int
    row: str
    language: str
    category: str
    body: str
    variables: tuple[str, ...]
    samples: Mapping[str, str]
    replies: Mapping[str, Mapping[str, str]]
    may_drop: tuple[str, ...] = ()
    """Replies beside it that say nothing of their own."""
    whole: tuple[str, ...] = ()
    """Variables that are never cut: where one is too long, the text does not fit."""
    buttons: Mapping[str, str] = field(default_factory=dict)
    """Quick replies in their order: the label of the choice that each stands for, and its words."""

    @property
    def place_length_max(self) -> int:
        """How much may stand in each place, so that the whole fits however long all of them are."""
        left = (BODY_LENGTH_MAX - len(self.body)) // max(1, len(self.variables))
        return min(VALUE_LENGTH_MAX, left)

    @property
    def network_name(self) -> str:
        """What it is called at Meta's: a changed text is another one, to be approved anew."""
        return f"{self.name}_v{self.version}"

    @property
    def shown_name(self) -> str:
        """How operators read of it: several languages have one name at Meta's."""
        return f"{self.network_name} ({self.language})"

    def filled(self, values: tuple[str, ...]) -> str:
        """The text as a person reads it."""
        return _PLACE.sub(lambda place: values[int(place[1]) - 1], self.body)

    @property
    def sample(self) -> str:
        """The text with its sample values."""
        return self.filled(tuple(self.samples[name] for name in self.variables))


@cache
def templates() -> tuple[Template, ...]:
    """All of them, by name."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.json")))


@cache
def templates_for(reply: str, language: str) -> tuple[Template, ...]:
    """The texts that may be said instead of a reply: in its language first, most buttons first."""
    fitting = [each for each in templates() if reply in each.replies]
    fitting.sort(key=lambda each: (each.language != language, -len(each.buttons)))
    return tuple(fitting)


def _read(path: Path) -> Template:
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Template(
        name=stored["name"],
        version=stored["version"],
        row=stored["row"],
        language=stored["language"],
        category=stored["category"],
        body=stored["body"],
        variables=tuple(stored["variables"]),
        samples=stored["samples"],
        replies=stored["replies"],
        may_drop=tuple(stored.get("may_drop", ())),
        whole=tuple(stored.get("whole", ())),
        buttons=stored.get("buttons", {}),
    )


def broken_rules(template: Template) -> list[str]:
    """What Meta would refuse, and what we do not say, each in a sentence; empty when in order."""
    return [
        *_broken_in_form(template),
        *_broken_in_places(template),
        *_broken_in_values(template),
        *_broken_in_buttons(template),
    ]


def _broken_in_form(template: Template) -> list[str]:
    body, broken = template.body, []
    if not _NAME.fullmatch(template.name) or len(template.network_name) > NAME_LENGTH_MAX:
        broken.append("its name is not of small letters, digits and underscores")
    if template.category not in CATEGORIES:
        broken.append(f"there is no category {template.category}")
    if not body or len(body) > BODY_LENGTH_MAX:
        broken.append(f"its text is empty or longer than {BODY_LENGTH_MAX}")
    if "\n\n\n" in body or "    " in body or "\t" in body:
        broken.append("it has three ends of line, four blanks or a tab in a row")
    broken += [f"it says {word!r}" for word in _NEVER if re.search(rf"\b{word}\b", body.lower())]
    return broken


def _broken_in_places(template: Template) -> list[str]:
    body, broken = template.body, []
    places = [int(number) for number in _PLACE.findall(body)]
    if places != list(range(1, len(template.variables) + 1)):
        broken.append("its places are not numbered 1, 2, 3 in the order of its variables")
    trimmed = body.strip(_ENDS)
    if _PLACE.match(trimmed) or re.search(r"\}\}$", trimmed):
        broken.append("it begins or ends with a place")
    if re.search(r"\}\}\s*\{\{", body):
        broken.append("two places stand side by side")
    if len(_PLACE.sub("", body).split()) < _WORDS_A_PLACE * len(places):
        broken.append("it has too few words for its places")
    if re.search(r"[{}]", _PLACE.sub("", body)):
        broken.append("it has a brace that belongs to no place")
    return broken


def _broken_in_values(template: Template) -> list[str]:
    broken = []
    if set(template.samples) != set(template.variables):
        broken.append("its samples are not those of its variables")
    for name, sample in template.samples.items():
        if sample not in (clean(sample), listed(sample)) or not sample:
            broken.append(f"the sample of {name} is empty, or holds what no value may")
    for key, places in template.replies.items():
        if set(places) != set(template.variables):
            broken.append(f"the reply {key} does not fill exactly its variables")
    return broken


def _broken_in_buttons(template: Template) -> list[str]:
    broken, texts = [], list(template.buttons.values())
    if len(texts) > BUTTONS_MAX:
        broken.append(f"it has more than {BUTTONS_MAX} buttons")
    if len(set(texts)) < len(texts):
        broken.append("two of its buttons say the same")
    for text in texts:
        if not text.strip() or len(text) > BUTTON_LENGTH_MAX:
            broken.append(f"the button {text!r} is empty or longer than {BUTTON_LENGTH_MAX}")
        if _NOT_ON_BUTTONS.search(text):
            broken.append(f"the button {text!r} has a variable, an emoji or a mark of formatting")
    return broken


def listed(value: str) -> str:
    """Several lines as one; empty if that is too long for an approved text."""
    joined = value.removeprefix("• ").replace("\n• ", "; ")
    line = clean(joined, length_max=len(joined) * len(" persen") + 1)  # nothing is cut
    return line if len(line) <= LIST_LENGTH_MAX else ""


def clean(value: str, length_max: int = VALUE_LENGTH_MAX) -> str:
    """A value as Meta takes it: one line, no `# $ %`, never empty, never very long."""
    line = re.sub(r"[#$\x00-\x09\x0b-\x1f{}]", " ", value)
    line = line.replace("\n", ", ").replace("%", " persen")
    line = re.sub(r"\s+", " ", line).strip(" ,") or "-"
    if len(line) <= length_max:
        return line
    return f"{line[: length_max - 1].rstrip(' ,')}…"
