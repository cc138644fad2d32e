"""A webhook may tell of many things: each becomes one of its own, so that each stands alone.

A piece is shaped like what Meta sends, with a single message, status, error or change. Pure.
"""

from typing import Any

from handlers.messages import Json

_LISTS = ("messages", "statuses", "errors")


def pieces(payload: Json) -> list[Json]:
    """The pieces in their order; what is not shaped like a webhook stays whole."""
    entries = payload.get("entry") if isinstance(payload, dict) else None
    if not isinstance(entries, list) or not entries:
        return [payload]
    found: list[Json] = []
    for entry in entries:
        changes = entry.get("changes") if isinstance(entry, dict) else None
        if not isinstance(changes, list) or not changes:
            found.append({**payload, "entry": [entry]})
            continue
        for change in changes:
            found += [
                {**payload, "entry": [{**entry, "changes": [each]}]} for each in _of_change(change)
            ]
    return found


def _of_change(change: Any) -> list[Json]:
    value = change.get("value") if isinstance(change, dict) else None
    if not isinstance(value, dict):
        return [change]
    lists = {name: value[name] for name in _LISTS if isinstance(value.get(name), list)}
    if not any(lists.values()):
        return [change]
    rest = {name: inner for name, inner in value.items() if name not in lists}
    return [
        {**change, "value": {**_with_contact(rest, item), name: [item]}}
        for name, items in lists.items()
        for item in items
    ]


def _with_contact(rest: dict[str, Any], item: Any) -> dict[str, Any]:
    """Of all the people of a webhook, only the one whom this item is about."""
    contacts = rest.get("contacts")
    if not isinstance(contacts, list) or not isinstance(item, dict):
        return rest
    names = ("from", "from_user_id", "recipient_id", "recipient_user_id")
    ids = {item[name] for name in names if isinstance(item.get(name), str) and item[name]}
    about = [each for each in contacts if isinstance(each, dict) and ids & _ids(each)]
    return {**rest, "contacts": about}


def _ids(contact: dict[str, Any]) -> set[str]:
    return {str(contact[name]) for name in ("wa_id", "user_id") if contact.get(name)}
