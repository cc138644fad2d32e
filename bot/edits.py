"""An edited message: which report it went into, looked up before anything is decided."""

from dataclasses import replace

from bot.database import transaction
from handlers.messages import InboundMessage
from handlers.situation import Situation
from models.report_correction import report_said_in


async def with_report(situation: Situation, message: InboundMessage) -> InboundMessage:
    """Find the report that an edited message went into."""
    if message.edits is None or situation.person_id is None or not situation.private:
        return message
    async with transaction():  # a statement that fails must not spoil the batch
        report_id = await report_said_in(
            message.edits,
            address_id=situation.address_id,
            person_id=situation.person_id,
            at=situation.now,
        )
    return message if report_id is None else replace(message, card=f"report:{report_id}")
