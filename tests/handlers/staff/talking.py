"""What was told in a turn, as the people concerned would read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.messages import words
from handlers.speak import render, render_text
from handlers.turn import CardChange, Notice, ToAddress, ToPerson, ToStaff

if TYPE_CHECKING:
    from handlers.messages import Fact, Reply
    from handlers.turn import Telling
    from models.contact import Address, Person


def read(reply: Reply | tuple[Reply, ...], language: str = "id") -> str:
    """The words of a reply; every text must be sayable."""
    replies = reply if isinstance(reply, tuple) else (reply,)
    return render(replies, language, strict=True).text


def said(key: str, language: str = "id", **facts: Fact) -> str:
    """One text by its key."""
    return render_text(words(key, **facts), language)


def told(turn: Telling, person: Person) -> list[str]:
    """Everything that a person was told because of this turn."""
    return [
        read(notice.reply)
        for notice in turn.notices
        if isinstance(notice, Notice) and notice.to == ToPerson(person.id)
    ]


def told_address(turn: Telling, address: Address) -> list[Reply]:
    return [
        notice.reply
        for notice in turn.notices
        if isinstance(notice, Notice) and notice.to == ToAddress(address.id)
    ]


def new_cards(turn: Telling) -> list[Notice]:
    return [
        notice
        for notice in turn.notices
        if isinstance(notice, Notice) and isinstance(notice.to, ToStaff)
    ]


def changed_cards(turn: Telling) -> list[CardChange]:
    return [notice for notice in turn.notices if isinstance(notice, CardChange)]
