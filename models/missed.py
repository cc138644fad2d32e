"""What people said and was not understood, without anything that tells who said it."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 (Tortoise reads it)
from typing import Final

from tortoise import fields, models
from tortoise.expressions import F

from models.fields import CheckedBigIntField, UtcDatetimeField

LONGEST_WORDS: Final = 200


class MissedWords(models.Model):
    """Words that were not understood, where they were said, and how often, but never by whom.

    `question` names what was open, such as `repayment_report.amount`; empty for nothing.
    """

    id = fields.BigIntField(primary_key=True)
    question = fields.CharField(max_length=80)
    words = fields.CharField(max_length=LONGEST_WORDS)
    times = CheckedBigIntField(default=1, check=">= 1")
    last_at: datetime = UtcDatetimeField(db_index=True)

    class Meta:
        table = "missed_words"
        unique_together = (("question", "words"),)


async def keep(words: str, question: str, *, at: datetime) -> None:
    """Count these words, which hold no personal data any more, once more."""
    row, made = await MissedWords.get_or_create(
        question=question[:80], words=words[:LONGEST_WORDS], defaults={"last_at": at}
    )
    if not made:
        await MissedWords.filter(id=row.id).update(times=F("times") + 1, last_at=at)


async def most_frequent(most: int) -> list[MissedWords]:
    """What was said most often, and of that the latest, first."""
    return await MissedWords.all().order_by("-times", "-last_at", "id").limit(most)


async def forget_old(before: datetime) -> int:
    """Drop what nobody has said since a moment; returns how many."""
    return await MissedWords.filter(last_at__lt=before).delete()
