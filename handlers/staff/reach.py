"""The weekly list of people out of reach, with whom to call instead."""

from typing import Final

from handlers.messages import Reply, Words, say, words
from models.group import Office
from models.reach import Unreached, phone_to_call

_LISTED_MOST: Final = 12


def listing(found: list[Unreached]) -> Reply | None:
    """A message to staff; none when everybody is within reach."""
    if not found:
        return None
    lines = [_line(one) for one in found[:_LISTED_MOST]]
    if len(found) > _LISTED_MOST:
        lines.append(words("reach.more", count=len(found) - _LISTED_MOST))
    return say("reach.listing", count=len(found), people=tuple(lines))


def _line(one: Unreached) -> Words:
    called = phone_to_call(one)
    office = one.ask.office if one.ask else one.officer.office
    key = "reach.line_self" if one.ask is None else "reach.line"
    return words(
        key,
        group=one.officer.group.name,
        name=one.officer.person.name,
        why=words(f"reach.why.{one.why.value}"),
        office=words(f"reach.office.{Office(office).value}"),
        ask=called.name,
        phone=called.phone or words("calls.no_phone"),
    )
