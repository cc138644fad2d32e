"""The business that the bot speaks for on the simulated WhatsApp: its number, its keys."""

from __future__ import annotations

from dataclasses import dataclass

SIMULATED_TOKEN = "EAAsimulated-opens-nothing"  # noqa: S105 (opens nothing real)
SIMULATED_APP_SECRET = "simulated-app-secret"  # noqa: S105 (opens nothing real)


@dataclass(frozen=True, slots=True)
class BusinessNumber:
    """What everybody may know of the business: its ids, its number and the name people see."""

    phone_id: str
    business_id: str
    display_phone_number: str
    verified_name: str

    @property
    def digits(self) -> str:
        """The number as webhooks tell it: without plus, spaces and dashes."""
        return "".join(filter(str.isdigit, self.display_phone_number))


@dataclass(frozen=True, slots=True)
class Keys:
    """What only the business and WhatsApp know."""

    token: str = SIMULATED_TOKEN
    """Sent by the bot as a bearer with every call."""
    app_secret: str = SIMULATED_APP_SECRET
    """Signs every webhook."""
