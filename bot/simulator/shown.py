"""A message as a test finds it on a phone, the same way on every network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message as it stands on a phone; `facts` is all that the phones' API tells of it."""

    facts: dict[str, Any]

    @property
    def id(self) -> int:
        return int(self.facts["id"])

    @property
    def changed(self) -> int:
        return int(self.facts["changed"])

    @property
    def sender(self) -> str:
        """`bot`, or the id of a person."""
        return str(self.facts["from"])

    @property
    def text(self) -> str:
        """The text, or the caption of a picture or file."""
        return self.facts["text"] or self.facts["caption"] or ""

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of all choices: buttons, then the rows of a list, each by its whole label."""
        rows = [
            [button["text"] for button in row if not button.get("request_contact")]
            for row in self.facts["buttons"]
        ]
        rows = [row for row in rows if row]
        return [*rows, *([label_of(row)] for row in rows_of(self.facts))]

    @property
    def photos(self) -> list[str]:
        return [photo["url"] for photo in self.facts["photos"]]

    @property
    def is_edited(self) -> bool:
        return self.facts["edited_at"] is not None

    def button_data(self, label_or_data: str) -> str | None:
        """What a button sends, found by its label or by the data itself."""
        buttons = [button for row in self.facts["buttons"] for button in row]
        for button in buttons:
            if label_or_data in (button["text"], button.get("data")):
                data: str | None = button.get("data")
                return data
        for row in rows_of(self.facts):
            if label_or_data in (label_of(row), row["id"]):
                return row["id"]
        return None


def label_of(row: dict[str, str]) -> str:
    """What a row of a list is about: its title, or the description that says it whole."""
    title, description = row["title"], row.get("description", "")
    return description if description.startswith(title.removesuffix("…")) else title


def rows_of(facts: dict[str, Any]) -> list[dict[str, str]]:
    """All rows of the list that a message offers."""
    sections = (facts.get("list") or {}).get("sections", [])
    return [row for section in sections for row in section["rows"]]
