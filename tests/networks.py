"""The sample's people with their private phones on one network or the other."""

from __future__ import annotations

from bot.simulator.cast import read_cast
from bot.simulator.whatsapp_accounts import digits_of
from models.contact import Address

ON_TELEGRAM = read_cast().all_on("telegram")
ON_WHATSAPP = read_cast().all_on("whatsapp")


async def reach_private_people_on_whatsapp() -> None:
    """Give everybody with a private phone an address on WhatsApp instead of the one on Telegram."""
    for phone in ON_WHATSAPP.phones.values():
        for person in phone.people if phone.network == "whatsapp" else ():
            on_telegram = Address.filter(channel="telegram", external_id=str(person.telegram_id))
            await on_telegram.update(channel="whatsapp", external_id=digits_of(person.phone))
