"""What the simulated Telegram, and a simulated phone, refuse."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A call of the bot that Telegram does not carry out; the description is Telegram's own."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    return Refused(403, f"Forbidden: {description}")


class PhoneCannot(Exception):
    """Something that a person cannot do on this phone; the sentence is shown on the page."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
