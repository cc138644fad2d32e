"""The parts of the simulated WhatsApp, put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.simulator.rates import RateLimits, WhatsAppRates
from bot.simulator.whatsapp_accounts import Accounts
from bot.simulator.whatsapp_business import Keys
from bot.simulator.whatsapp_hooks import Hooks
from bot.simulator.whatsapp_media import MediaShelf
from bot.simulator.whatsapp_templates import Templates

if TYPE_CHECKING:
    from pathlib import Path

    from bot.simulator.cast import Cast
    from bot.simulator.clock import MovableClock
    from bot.simulator.store import Store
    from bot.simulator.whatsapp_business import BusinessNumber

PEOPLE_A_DAY = 250
"""How many people a new business may write to first within 24 hours."""


@dataclass(slots=True)
class WhatsApp:
    """Everything that belongs to WhatsApp alone."""

    business: BusinessNumber
    keys: Keys
    accounts: Accounts
    hooks: Hooks
    media: MediaShelf
    templates: Templates
    rates: WhatsAppRates
    people_a_day: int = PEOPLE_A_DAY
    coexistence: bool = False
    """Whether the number is also used with the Business app: then edits and deletions are told."""
    looked_at: set[str] = field(default_factory=set)
    """Phones on which the chat is open: what comes is delivered and read at once."""
    posted: int = 0
    """How many webhooks have gone out, with all repetitions, since the simulator started."""
    last_trouble: str = ""
    """What the bot's webhook answered when it last did not take an event."""


def open_whatsapp(
    *,
    keys: Keys | None,
    cast: Cast,
    store: Store,
    clock: MovableClock,
    folder: Path,
    rate_limits: RateLimits | None,
) -> WhatsApp:
    """WhatsApp as it was left, or a new one."""
    business = cast.business
    return WhatsApp(
        business=business,
        keys=keys or Keys(),
        accounts=Accounts(cast, store, clock),
        hooks=Hooks(store, clock, business),
        media=MediaShelf(folder, store, clock),
        templates=Templates(store),
        rates=WhatsAppRates(rate_limits or RateLimits()),
    )
