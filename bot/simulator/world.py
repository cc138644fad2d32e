"""The simulated world: everything that the server and the phones share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.simulator.chats import Chats
from bot.simulator.clock import MovableClock
from bot.simulator.errors import PhoneCannot
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.files import Files
from bot.simulator.messages import Messages
from bot.simulator.rates import RateLimits, Rates
from bot.simulator.store import Store
from bot.simulator.updates import Updates
from bot.simulator.whatsapp import WhatsApp, open_whatsapp

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

    from bot.simulator.cast import Cast
    from bot.simulator.chats import ChatState
    from bot.simulator.whatsapp_business import Keys


@dataclass(slots=True)
class World:
    """The parts of the simulator, put together."""

    token: str
    cast: Cast
    store: Store
    clock: MovableClock
    events: Events
    files: Files
    chats: Chats
    messages: Messages
    updates: Updates
    rates: Rates
    faults: Faults
    whatsapp: WhatsApp
    answers: dict[str, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    """Taps whose person is still looking at the phone, by the id of the callback query."""

    def phone_facts(self, state: ChatState) -> dict[str, Any]:
        """The small state of a phone, as its event tells it."""
        facts = {
            "phone": state.phone.id,
            "online": state.is_online,
            "blocked": state.is_blocked,
            "unread": self.messages.unread(state.phone.id),
        }
        if state.phone.network == "whatsapp":
            account = self.whatsapp.accounts.of_phone(state.phone.id)
            until = account.window_until
            facts["number"] = f"+{account.wa_id}"
            facts["number_hidden"] = account.hides_number
            facts["window_until"] = None if until is None else until.isoformat()
        return facts

    def file_behind(self, url: str) -> tuple[bytes, str]:
        """The content and type of a file as the phones' API addresses it; PhoneCannot 404."""
        file_id = url.removeprefix("/media/")
        if (row := self.files.row(file_id)) is not None:
            return (self.files.folder / row["path"]).read_bytes(), row["mime_type"]
        if (row := self.whatsapp.media.row(file_id)) is not None:
            return (self.whatsapp.media.folder / file_id).read_bytes(), row["mime_type"]
        raise PhoneCannot(404, "Berkas ini tidak ada.")

    def tell_phone(self, phone: str) -> dict[str, Any]:
        """Tell everybody how a phone stands now."""
        facts = self.phone_facts(self.chats.of_phone(phone))
        self.events.tell("phone", facts)
        return facts


def open_world(
    *,
    token: str,
    data_dir: Path,
    cast: Cast,
    rate_limits: RateLimits | None = None,
    keys: Keys | None = None,
) -> World:
    """The world as it was left in the data folder, or a new one."""
    data_dir.mkdir(parents=True, exist_ok=True)
    store = Store(data_dir / "simulator.sqlite3")
    clock, events, faults = MovableClock(data_dir / "clock-shift"), Events(), Faults()
    messages = Messages(store, events)
    return World(
        token=token,
        cast=cast,
        store=store,
        clock=clock,
        events=events,
        files=Files(data_dir / "files", store),
        chats=Chats(cast, store),
        messages=messages,
        updates=Updates(store, messages, clock, faults),
        rates=Rates(rate_limits or RateLimits()),
        faults=faults,
        whatsapp=open_whatsapp(
            keys=keys,
            cast=cast,
            store=store,
            clock=clock,
            folder=data_dir / "files" / "whatsapp",
            rate_limits=rate_limits,
        ),
    )
