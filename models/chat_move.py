"""Chats that their network gave another id: the old one is never used again."""

from datetime import datetime

from tortoise import fields, models

from models.fields import UtcDatetimeField


class ChatMove(models.Model):
    """A group that became a supergroup, noted by whoever heard of it first."""

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharField(max_length=16)
    old_chat = fields.CharField(max_length=140)
    new_chat = fields.CharField(max_length=140)
    moved_at = UtcDatetimeField()

    class Meta:
        table = "chat_move"
        unique_together = (("channel", "old_chat"),)


async def note_move(channel: str, old_chat: str, new_chat: str, at: datetime) -> None:
    """Remember where a chat went; hearing of it again changes nothing. `at` is in UTC."""
    if old_chat != new_chat:
        await ChatMove.get_or_create(
            {"new_chat": new_chat, "moved_at": at}, channel=channel, old_chat=old_chat
        )


async def stations(channel: str, chat: str) -> list[str]:
    """All ids that a chat has had since it had this one, the present id last."""
    passed = [chat]
    while move := await ChatMove.get_or_none(channel=channel, old_chat=passed[-1]):
        if move.new_chat in passed:
            break
        passed.append(move.new_chat)
    return passed
