"""The message templates of the simulated WhatsApp: submitted, approved, filled in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bot.simulator.whatsapp_errors import GraphRefused, invalid, parameter
from bot.simulator.whatsapp_template_rules import check_submission

if TYPE_CHECKING:
    import sqlite3

    from bot.simulator.store import Store

Json = dict[str, Any]

PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
NOT_IN_A_PARAMETER = re.compile(r"[\n\t]| {5,}")
LONGEST_HYDRATED = 1024
STATUSES = ("APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED")
LISTED_AT_ONCE = 25


class Templates:
    """Keeps templates, and makes a message out of one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def submit(self, body: Json) -> Json:
        """Take a template in for review; here it is approved as soon as somebody looks."""
        check_submission(body)
        name, language = body["name"], body["language"]
        if self._row(name, language) is not None:
            raise GraphRefused(
                100,
                "Invalid parameter",
                subcode=2388024,
                user_title="Content in This Language Already Exists",
                user_message=f"There is already {language} content for this template. You can "
                "create a new template and try again.",
            )
        template_id = self.keep(body, status="APPROVED")
        return {"id": template_id, "status": "PENDING", "category": body["category"]}

    def keep(self, body: Json, *, status: str) -> str:
        """Put a template there as it is, in place of an earlier one of its name and language."""
        if status not in STATUSES:
            raise ValueError(f"unknown status of a template: {status}")
        template_id = str(self._store.next_number("wa_template", 1_390_000_000_000_001))
        self._store.write(
            "DELETE FROM wa_templates WHERE name = ? AND language = ?",
            body["name"],
            body["language"],
        )
        self._store.write(
            "INSERT INTO wa_templates VALUES (?, ?, ?, ?, ?, ?)",
            template_id,
            body["name"],
            body["language"],
            body.get("category", "UTILITY"),
            status,
            json.dumps(body.get("components", [])),
        )
        return template_id

    def judge(self, name: str, status: str) -> int:
        """Give all languages of a template another status, as a reviewer would."""
        if status not in STATUSES:
            raise ValueError(f"unknown status of a template: {status}")
        sql = "UPDATE wa_templates SET status = ? WHERE name = ?"
        return self._store.write(sql, status, name)

    def delete(self, name: str) -> int:
        return self._store.write("DELETE FROM wa_templates WHERE name = ?", name)

    def listed(self, name: str | None, after: str | None, limit: int) -> Json:
        """A page of templates, with the cursor of the next."""
        rows = self._store.rows(
            "SELECT * FROM wa_templates WHERE (? IS NULL OR instr(name, ?)) AND id > ? "
            "ORDER BY id LIMIT ?",
            name,
            name,
            after or "",
            limit + 1,
        )
        page: Json = {"data": [_shown(row) for row in rows[:limit]]}
        if page["data"]:
            cursors = {"before": page["data"][0]["id"], "after": page["data"][-1]["id"]}
            page["paging"] = {"cursors": cursors}
        if len(rows) > limit:
            page["paging"]["next"] = True
        return page

    def filled_in(self, content: Json) -> Json:
        """What a template says with its parameters; GraphRefused when it cannot be sent.

        The parts are `header`, `body`, `footer`, `buttons` and the template's category.
        """
        name, language = content["name"], content["language"]["code"]
        row = self._row(name, language)
        if row is None or row["status"] in ("PENDING", "REJECTED"):
            raise GraphRefused(
                132001,
                "Template name does not exist in the translation",
                f"template name ({name}) does not exist in {language}",
                status=404,
            )
        if row["status"] != "APPROVED":
            code = {"PAUSED": 132015, "DISABLED": 132016}[row["status"]]
            raise GraphRefused(code, f"Template is {row['status'].capitalize()}")
        return {"category": row["category"], **_hydrated(json.loads(row["components"]), content)}

    def _row(self, name: str, language: str) -> sqlite3.Row | None:
        return self._store.row(
            "SELECT * FROM wa_templates WHERE name = ? AND language = ?", name, language
        )


def _shown(row: sqlite3.Row) -> Json:
    return {
        "name": row["name"],
        "parameter_format": "POSITIONAL",
        "components": json.loads(row["components"]),
        "language": row["language"],
        "status": row["status"],
        "category": row["category"],
        "rejected_reason": "NONE" if row["status"] != "REJECTED" else "INVALID_FORMAT",
        "id": row["id"],
    }


def _hydrated(components: list[Json], content: Json) -> Json:
    given = {str(part.get("type", "")).lower(): part for part in content.get("components", [])}
    parts: Json = {}
    for component in components:
        kind = component["type"].lower()
        if kind in ("header", "body", "footer") and "text" in component:
            parameters = given.get(kind, {}).get("parameters", [])
            parts[kind] = _with_parameters(kind, component["text"], parameters)
        elif kind == "header":
            parts["header_media"] = given.get("header", {}).get("parameters", [])
        elif kind == "buttons":
            parts["buttons"] = _buttons(component["buttons"], content)
    if "buttons" not in parts:
        _buttons([], content)
    if len(parts.get("body", "")) > LONGEST_HYDRATED:
        raise GraphRefused(132005, "Translated text too long", "body: hydrated text is too long")
    return parts


def _with_parameters(kind: str, text: str, parameters: list[Json]) -> str:
    places = list(dict.fromkeys(PLACE.findall(text)))
    if len(places) != len(parameters):
        raise GraphRefused(
            132000,
            "Number of parameters does not match the expected number of params",
            f"{kind}: number of localizable_params ({len(parameters)}) does not match the "
            f"expected number of params ({len(places)})",
        )
    values: dict[str, str] = {}
    for place, given in zip(places, parameters, strict=True):
        values[given.get("parameter_name") or place] = _value(kind, given)
    if set(values) != set(places):
        raise parameter("Parameter name is missing or empty")
    return PLACE.sub(lambda found: values[found[1]], text)


def _value(kind: str, given: Json) -> str:
    if given.get("type") != "text":
        received = str(given.get("type")).upper()
        raise GraphRefused(
            132012,
            "Parameter format does not match format in the created template",
            f"{kind}: Format mismatch, expected TEXT, received {received}",
        )
    words = given.get("text")
    if not isinstance(words, str) or not words:
        raise GraphRefused(131008, "Required parameter is missing", f"{kind}: text is missing")
    if NOT_IN_A_PARAMETER.search(words):
        raise GraphRefused(
            132018,
            "There's an issue with the parameters in your template",
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
        )
    return words


def _buttons(buttons: list[Json], content: Json) -> list[Json]:
    """The buttons of a template with the payloads and addresses that this sending gives them."""
    given: dict[int, Json] = {}
    for part in content.get("components", []):
        if str(part.get("type", "")).lower() == "button":
            given[int(part.get("index", 0))] = part
    for index, part in given.items():
        kinds = {each["type"] for each in buttons[index : index + 1]}
        if str(part["sub_type"]).upper() not in kinds:
            raise invalid(f"buttons: Button at index {index} is not of that type, or not there")
    shown = []
    for index, button in enumerate(buttons):
        parameters = given.get(index, {}).get("parameters") or [{}]
        if button["type"] == "QUICK_REPLY":
            payload = parameters[0].get("payload") or button["text"]
            shown.append({"text": button["text"], "payload": payload})
        elif button["type"] == "URL":
            ending = str(parameters[0].get("text", "")).replace("\\", "")
            address = PLACE.sub(ending, button["url"])
            shown.append({"text": button["text"], "url": address})
        else:
            shown.append({"text": button["text"], "url": f"tel:{button.get('phone_number', '')}"})
    return shown
