"""A phone's chat written down as a `.chat` test that a clerk can read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.simulator.shown import label_of, rows_of

if TYPE_CHECKING:
    from bot.simulator.chats import ChatState
    from bot.simulator.world import World

WITA = ZoneInfo("Asia/Makassar")
BOT_SAYS = "Bot"
BOT_EDITS = "Bot edits"
BOT_DELETES = "Bot deletes"
HAPPENINGS = {
    "offline": "{name} has no signal",
    "online": "{name} has signal",
    "blocked": "{name} blocks the bot",
    "unblocked": "{name} lets the bot write again",
    "hidden": "{name} hides the number",
    "shown": "{name} shows the number",
}


def transcript(world: World, state: ChatState) -> str:
    """Everything that happened on a phone, in order, ready to be made a test."""
    happenings = world.messages.happenings(state.phone.id)
    names = [BOT_SAYS, *(person.first_name for person in state.phone.people)]
    column = max(map(len, names)) + 2
    lines = [
        f"# {state.phone.label}. Saved from the simulator: say in one sentence what this shows.",
        "",
        "given: the sample data",
        f"today: {_day(happenings, world)}",
        "",
    ]
    for kind, body in happenings:
        lines += _lines(kind, body, column, names[1])
    return "\n".join([*lines, "", "then: nothing was lost", ""])


def _day(happenings: list[tuple[str, dict[str, Any]]], world: World) -> str:
    first = next((body["at"] for kind, body in happenings if kind == "message"), None)
    moment = datetime.fromisoformat(first) if first else world.clock.now()
    local = moment.astimezone(WITA)
    return f"{local.day} {local:%B %Y}"


def _lines(kind: str, body: dict[str, Any], column: int, name: str) -> list[str]:
    if kind == "message":
        return _spoken(_speaker(body, BOT_SAYS), body, column)
    if kind == "edited":
        speaker = _speaker(body, BOT_EDITS)
        return _spoken(speaker if speaker == BOT_EDITS else f"{speaker} edits", body, column)
    if kind == "deleted":
        speaker = _speaker(body, BOT_DELETES)
        if speaker != BOT_DELETES:
            speaker = f"{speaker} deletes"
        return [f"{speaker}: (message {body['id']})"]
    if kind == "tap":
        return [_start(body["name"], column) + f"[{body['label']}]"]
    if kind == "clock":
        local = datetime.fromisoformat(body["now"]).astimezone(WITA)
        return ["", f"--- {local.day} {local:%B %Y, %H:%M} WITA ---", ""]
    if kind == "number":
        return ["", f"--- {name} changes number to {body['number']} ---", ""]
    return ["", f"--- {HAPPENINGS[kind].format(name=name)} ---", ""]


def _speaker(body: dict[str, Any], bot: str) -> str:
    return bot if body["from"] == "bot" else str(body["name"]).split(maxsplit=1)[0]


def _start(speaker: str, column: int) -> str:
    return f"{speaker}: ".ljust(column)


def _spoken(speaker: str, body: dict[str, Any], column: int) -> list[str]:
    if body.get("tapped"):
        return [_start(speaker, column) + f"[{body['text']}]"]
    parts = [*_attached(body), *(body["text"] or body["caption"] or "").split("\n")]
    said = [part for part in parts if part]
    said += [" ".join(f"[{button['text']}]" for button in row) for row in body["buttons"]]
    said += [f"[{label_of(row)}]" for row in rows_of(body)]
    if body["service"]:
        said = [f"({body['service']})"]
    first, *rest = said or ["(nothing)"]
    return [_start(speaker, column) + first, *(" " * column + line for line in rest)]


def _attached(body: dict[str, Any]) -> list[str]:
    found = ["(photo slip.jpg)"] * len(body["photos"])
    if body["document"]:
        found.append(f"(document {body['document']['name']})")
    if body["sticker"]:
        found.append(f"(sticker {body['sticker']['emoji']})")
    if body["voice"]:
        found.append(f"(voice {body['voice']['duration']} s)")
    if body["location"]:
        found.append("(location)")
    if body["contact"]:
        found.append(f"(contact {body['contact']['phone']})")
    return found
