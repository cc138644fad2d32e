"""Words that were not understood are counted, listed by how often, and forgotten in time."""

from datetime import UTC, datetime, timedelta

import pytest

from models.missed import MissedWords, forget_old, keep, most_frequent

MORNING = datetime(2019, 7, 17, 1, tzinfo=UTC)


@pytest.mark.usefixtures("database")
async def test_the_same_words_at_the_same_question_are_one_row() -> None:
    for minutes in range(3):
        await keep("blm tau", "repayment_report.amount", at=MORNING + timedelta(minutes=minutes))
    await keep("blm tau", "", at=MORNING)
    rows = [(row.words, row.question, row.times) for row in await most_frequent(10)]
    assert rows == [("blm tau", "repayment_report.amount", 3), ("blm tau", "", 1)]


@pytest.mark.usefixtures("database")
async def test_what_nobody_says_any_more_is_forgotten() -> None:
    await keep("lama", "", at=MORNING)
    await keep("baru", "", at=MORNING + timedelta(days=180))
    assert await forget_old(MORNING) == 0
    assert await forget_old(MORNING + timedelta(seconds=1)) == 1
    assert [row.words for row in await most_frequent(10)] == ["baru"]


@pytest.mark.usefixtures("database")
async def test_words_of_any_length_are_kept_within_their_column() -> None:
    await keep("x" * 5_000, "q" * 200, at=MORNING)
    row = await MissedWords.first()
    assert row is not None
    assert (len(row.words), len(row.question)) == (200, 80)
