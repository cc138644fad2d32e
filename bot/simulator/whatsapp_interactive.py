"""Buttons and lists as the Cloud API accepts them, refused in its own words."""

from __future__ import annotations

from typing import Any

from bot.simulator.whatsapp_errors import invalid, missing, parameter

Json = dict[str, Any]

LONGEST_BODY = 1024
LONGEST_LIST_BODY = 4096
LONGEST_HEADER = LONGEST_FOOTER = 60
MOST_BUTTONS = 3
LONGEST_BUTTON_TITLE = 20
LONGEST_BUTTON_ID = 256
MOST_SECTIONS = MOST_ROWS = 10
LONGEST_SECTION_TITLE = LONGEST_ROW_TITLE = 24
LONGEST_ROW_DESCRIPTION = 72
LONGEST_ROW_ID = 200
HEADERS = ("text", "image", "document", "video")


def read_interactive(content: Json) -> None:
    """Check an interactive message; GraphRefused as WhatsApp would."""
    kind = content.get("type")
    action = content.get("action")
    if not isinstance(action, dict):
        raise parameter("The parameter interactive['action'] is required.")
    _check_body(content, LONGEST_LIST_BODY if kind == "list" else LONGEST_BODY)
    _check_header(content, only_text=kind == "list")
    _check_footer(content)
    if kind == "button":
        _check_buttons(action)
    elif kind == "list":
        _check_list(action)
    elif kind == "cta_url":
        _check_url_button(action)
    elif kind == "request_contact_info":
        if action.get("name") != "request_contact_info":
            raise invalid("Action name must be request_contact_info")
    else:
        raise parameter("Param interactive['type'] must be one of {BUTTON, LIST, CTA_URL, …}.")


def _check_body(content: Json, longest: int) -> None:
    body = content.get("body")
    words = body.get("text") if isinstance(body, dict) else None
    if not isinstance(words, str) or not words.strip():
        raise missing("Interactive message needs a body text")
    if len(words) > longest:
        raise invalid(f"Body text length invalid. Min length: 1, Max length: {longest}")


def _check_header(content: Json, *, only_text: bool) -> None:
    header = content.get("header")
    if header is None:
        return
    kind = header.get("type") if isinstance(header, dict) else None
    if kind not in HEADERS or (only_text and kind != "text"):
        raise invalid(f"Header type {kind} is not allowed here")
    if kind == "text" and not 1 <= len(str(header.get("text", ""))) <= LONGEST_HEADER:
        raise invalid(f"Header text length invalid. Min length: 1, Max length: {LONGEST_HEADER}")
    if kind != "text" and not isinstance(header.get(kind), dict):
        raise missing(f"Header of type {kind} needs {kind}")


def _check_footer(content: Json) -> None:
    footer = content.get("footer")
    if footer is not None and not 1 <= len(str(footer.get("text", ""))) <= LONGEST_FOOTER:
        raise invalid(f"Footer text length invalid. Min length: 1, Max length: {LONGEST_FOOTER}")


def _check_buttons(action: Json) -> None:
    buttons = action.get("buttons")
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= MOST_BUTTONS:
        raise invalid(f"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: "
                      f"{MOST_BUTTONS}")  # fmt: skip
    replies = []
    for button in buttons:
        if not isinstance(button, dict) or button.get("type") != "reply":
            raise invalid("Button type must be reply")
        reply = button.get("reply")
        replies.append(reply if isinstance(reply, dict) else {})
    for reply in replies:
        if not 1 <= len(str(reply.get("title", ""))) <= LONGEST_BUTTON_TITLE:
            raise invalid(
                f"Button title length invalid. Min length: 1, Max length: {LONGEST_BUTTON_TITLE}"
            )
        if not 1 <= len(str(reply.get("id", ""))) <= LONGEST_BUTTON_ID:
            raise invalid(
                f"Button id length invalid. Min length: 1, Max length: {LONGEST_BUTTON_ID}"
            )
    if len({reply["title"] for reply in replies}) < len(replies):
        raise invalid("Duplicated title of buttons")
    if len({reply["id"] for reply in replies}) < len(replies):
        raise invalid("Duplicated id of buttons")


def _check_list(action: Json) -> None:
    if not 1 <= len(str(action.get("button", ""))) <= LONGEST_BUTTON_TITLE:
        raise invalid(
            f"Button label length invalid. Min length: 1, Max length: {LONGEST_BUTTON_TITLE}"
        )
    sections = action.get("sections")
    if not isinstance(sections, list) or not 1 <= len(sections) <= MOST_SECTIONS:
        raise invalid(f"Invalid sections count. Min allowed: 1, Max allowed: {MOST_SECTIONS}")
    rows = []
    for section in sections:
        title = str(section.get("title", ""))
        if len(title) > LONGEST_SECTION_TITLE:
            raise invalid(f"Section title is too long. Max length is {LONGEST_SECTION_TITLE}")
        if not title and len(sections) > 1:
            raise missing("Section title is required when there is more than one section")
        if not section.get("rows"):
            raise missing("Section needs rows")
        rows += section["rows"]
    if len(rows) > MOST_ROWS:
        raise invalid(f"Total row count exceed max allowed count: {MOST_ROWS}")
    _check_rows(rows)


def _check_rows(rows: list[Json]) -> None:
    for row in rows:
        if not row.get("title"):
            raise missing("Row title is required")
        if len(row["title"]) > LONGEST_ROW_TITLE:
            raise invalid(f"Row title is too long. Max length is {LONGEST_ROW_TITLE}")
        if len(str(row.get("description", ""))) > LONGEST_ROW_DESCRIPTION:
            raise invalid(f"Row description is too long. Max length is {LONGEST_ROW_DESCRIPTION}")
        if not 1 <= len(str(row.get("id", ""))) <= LONGEST_ROW_ID:
            raise invalid(f"Row id length invalid. Min length: 1, Max length: {LONGEST_ROW_ID}")
    if len({row["id"] for row in rows}) < len(rows):
        raise invalid("Duplicated id of rows")


def _check_url_button(action: Json) -> None:
    parameters = action.get("parameters")
    facts = parameters if isinstance(parameters, dict) else {}
    if not 1 <= len(str(facts.get("display_text", ""))) <= LONGEST_BUTTON_TITLE:
        raise invalid(
            f"Display text length invalid. Min length: 1, Max length: {LONGEST_BUTTON_TITLE}"
        )
    if not str(facts.get("url", "")).startswith(("http://", "https://")):
        raise invalid("URL is not valid")
