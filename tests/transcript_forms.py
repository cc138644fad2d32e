"""One transcript, two networks: what must be the same on both, and what is a network's own way.

The file holds what Telegram shows. On WhatsApp the same is said with the same choices, but the
layout is WhatsApp's: a choice is a button, a row of a list, or a number below the words; a message
cannot be changed, so an edit that says something new is said anew and any other is nothing; and to
somebody who has not written for 24 hours only a template is sent, in words that were approved, with
the same choices; and what no template can say is said when they write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN_NUMBER = "one's own number"
"""The choice of sharing it: Telegram shows our label, WhatsApp always its own."""
LEAD = re.compile(r"Bot(?P<edits> edits)?(?: to (?P<to>\w+))?:(?: (?P<words>.*))?")
CHOICES = re.compile(r"\[\[?[^\[\]]+\]\]?(?: \[[^\[\]]+\])*")
CHOICE = re.compile(r"\[\[?([^\[\]]+)\]\]?")
ON_TELEGRAM_ALWAYS = "staff"
TEMPLATE = "(template "
"""How the words of a template begin in a transcript: `(template gulir_lunas_v1) …`."""
PAID_FOR = re.compile(r"(WhatsApp berbayar[^:]*: )\d+")
"""How many templates were paid for, in digests: on Telegram none."""
NEWS = f"{TEMPLATE}gulir_ada_kabar_"
"""The template that only says that there is news, for what no other template can say."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot: to whom (empty: who spoke last), its words, its choices."""

    to: str
    words: str
    choices: tuple[str, ...]
    is_edit: bool

    @property
    def is_template(self) -> bool:
        return self.words.startswith(TEMPLATE)

    @property
    def in_numbers(self) -> str:
        """The words with the choices as numbered lines."""
        lines = [f"{number}. {label}" for number, label in enumerate(self.choices, start=1)]
        return "\n\n".join(part for part in (self.words, "\n".join(lines)) if part)

    def is_shown_by(self, other: Said) -> bool:
        """Whether this message of the file is what a phone with WhatsApp shows."""
        if self.to != other.to:
            return False
        if other.is_template:
            has_choices = other.words.startswith(NEWS) or self.choices == other.choices
            return not self.is_edit and has_choices
        if self.choices == other.choices:
            return PAID_FOR.sub(r"\1…", self.words) == PAID_FOR.sub(r"\1…", other.words)
        return not other.choices and self.in_numbers == other.words

    def written(self) -> str:
        to = f" to {self.to}" if self.to else ""
        choices = "".join(f" [{label}]" for label in self.choices)
        return f"Bot{' edits' if self.is_edit else ''}{to}: {self.words}{choices}"


def turns_of(text: str) -> Iterator[tuple[str, list[Said]]]:
    """The lines that people and the world wrote, each with what the bot then said."""
    line, block, said = "", [], []
    for each in [*text.splitlines(), "end"]:
        starts = bool(LEAD.match(each))
        goes_on = bool(block) and (each.startswith(" ") or not each.strip())
        if block and not goes_on:
            said.append(_said(block))
            block = []
        if starts:
            block = [each]
        elif goes_on:
            block.append(each)
        elif each.strip():
            yield line, said
            line, said = each, []


def _said(block: Sequence[str]) -> Said:
    lead = LEAD.match(block[0])
    assert lead is not None
    lines = [lead["words"] or "", *(line.strip() for line in block[1:])]
    words = [line for line in lines if not CHOICES.fullmatch(line)]
    choices = [
        OWN_NUMBER if found[0].startswith("[[") else found[1]
        for line in lines
        if CHOICES.fullmatch(line)
        for found in CHOICE.finditer(line)
    ]
    return Said(
        lead["to"] or "", "\n".join(words).strip(), tuple(choices), is_edit=bool(lead["edits"])
    )


def _take(said: Said, left: list[Said], owed: list[Said]) -> bool:
    """Whether a phone with WhatsApp shows a message of the file, which is then taken from there."""
    shown = next((other for other in left if said.is_shown_by(other)), None)
    if shown is not None:
        left.remove(shown)
        if shown.words.startswith(NEWS):
            owed.append(said)
        return True
    if said.is_edit:
        return said.to != ON_TELEGRAM_ALWAYS
    if any(other.to == said.to for other in owed):
        owed.append(said)
        return True
    return False


def differences(written: str, played: str) -> list[str]:
    """What WhatsApp showed otherwise than the file says; empty when it is the same chat."""
    found = []
    in_file, on_phone = list(turns_of(written)), list(turns_of(played))
    if [line for line, _ in in_file] != [line for line, _ in on_phone]:
        return ["the lines of people are not the same"]
    owed: list[Said] = []
    for (line, expected), (_, shown) in zip(in_file, on_phone, strict=True):
        left = list(shown)
        lacking = [said for said in expected if not _take(said, left, owed)]
        found += [f"after {line!r} WhatsApp did not show\n  {each.written()}" for each in lacking]
        for other in left:
            late = next((said for said in owed if replace(said, to=other.to) == other), None)
            if late is not None:
                owed.remove(late)
            else:
                found.append(f"after {line!r} WhatsApp showed\n  {other.written()}")
        late_for = [said for said in owed if line.startswith(f"{said.to}:")]
        found += [f"after {line!r} WhatsApp still owed\n  {each.written()}" for each in late_for]
    return found
