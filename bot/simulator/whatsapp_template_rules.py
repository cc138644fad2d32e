"""What a template must be before a reviewer looks at it, with the answers of the real API.

developers.facebook.com, WhatsApp, "Templates"; the subcodes are those that people have met.
"""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.whatsapp_errors import GraphRefused, parameter

Json = dict[str, Any]

NAME = re.compile(r"[a-z0-9_]{1,512}")
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")
PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
AT_AN_END = " .,;:!?¡¿()\"'-*_~\n"
LONGEST = {"HEADER": 60, "BODY": 1024, "FOOTER": 60}
LONGEST_BUTTON = 25
MOST_BUTTONS = 10
NOT_ON_BUTTONS = re.compile("[*_~`\n\r\t\u2600-\u27bf\U0001f000-\U0001faff]")
FEWEST_WORDS_A_PLACE = 2


def check_submission(body: Json) -> None:
    """GraphRefused when a template would not even be taken in."""
    if not NAME.fullmatch(str(body.get("name", ""))):
        raise _refused(
            None,
            "Invalid template name",
            "Message template name can only have lowercase letters and underscores.",
        )
    if not LANGUAGE.fullmatch(str(body.get("language", ""))):
        raise parameter("Param language must be a supported language code.")
    if body.get("category") not in CATEGORIES:
        raise parameter(f"Param category must be one of {{{', '.join(CATEGORIES)}}}.")
    components = body.get("components")
    if not isinstance(components, list) or not all(isinstance(c, dict) for c in components):
        raise parameter("Param components must be an array.")
    kinds = [component.get("type") for component in components]
    if kinds.count("BODY") != 1 or len(set(kinds)) < len(kinds):
        raise _refused(2388043, "Message template components are wrong", "BODY is needed once.")
    for component in components:
        _check_component(component)


def _check_component(component: Json) -> None:
    kind = component.get("type")
    if kind == "BUTTONS":
        _check_buttons(component.get("buttons") or [])
    elif kind in LONGEST and "text" in component:
        _check_text(str(kind), component)
    elif kind != "HEADER":
        raise _refused(2388043, "Message template components are wrong", f"Unknown type {kind}.")


def _check_text(kind: str, component: Json) -> None:
    text = component["text"]
    if not 1 <= len(text) <= LONGEST[kind]:
        raise _refused(
            2388040,
            "Character Limit Exceeded",
            f"The {kind.lower()} can have at most {LONGEST[kind]} characters.",
        )
    places = PLACE.findall(text)
    if kind == "FOOTER" and places:
        raise _refused(2388073, "Footer format incorrect", "The footer can't have variables.")
    if not places:
        return
    if kind == "BODY":
        _check_places(text, places)
    if "example" not in component:
        raise _refused(
            2388043,
            "Message template is missing expected field(s)",
            f"component of type {kind} is missing expected field(s) (example)",
        )


def _check_places(text: str, places: list[str]) -> None:
    bare = text.strip(AT_AN_END)
    if bare.startswith("{{") or bare.endswith("}}"):
        raise _refused(
            2388299,
            "Variables can't be at the start or end of the template",
            "This template starts or ends with a variable.",
        )
    numbers = [int(place) for place in places if place.isdigit()]
    if numbers and sorted(set(numbers)) != list(range(1, len(set(numbers)) + 1)):
        raise _refused(2388072, "Variables are not in order", "They must be {{1}}, {{2}}, …")
    if len(PLACE.sub("", text).split()) < FEWEST_WORDS_A_PLACE * len(set(places)) + 1:
        raise _refused(
            2388293,
            "Parameter Words Ratio Exceeds Limit",
            "This template has too many variables for its length.",
        )


def _check_buttons(buttons: list[Json]) -> None:
    if not 1 <= len(buttons) <= MOST_BUTTONS:
        raise _refused(None, "Too many buttons", f"There can be 1 to {MOST_BUTTONS} buttons.")
    texts = [str(button.get("text", "")) for button in buttons]
    if len(set(texts)) < len(texts):
        raise _refused(2388060, "Button text is wrong", "Two buttons have the same text.")
    quick = [button.get("type") == "QUICK_REPLY" for button in buttons]
    if quick not in (sorted(quick), sorted(quick, reverse=True)):
        raise _refused(2388060, "Invalid combination", "Quick replies must stand together.")
    for text in texts:
        if NOT_ON_BUTTONS.search(text):
            raise _refused(
                2388060,
                "Button format is wrong",
                "Buttons can't have any variables, newlines, emojis, or formatting characters.",
            )
        if not 1 <= len(text) <= LONGEST_BUTTON or PLACE.search(text):
            raise _refused(
                2388060, "Button text is wrong", f"1 to {LONGEST_BUTTON} letters, no variables."
            )


def _refused(subcode: int | None, title: str, message: str) -> GraphRefused:
    return GraphRefused(
        100, "Invalid parameter", subcode=subcode, user_title=title, user_message=message
    )
