"""Phone numbers as people write them."""

import pytest

from models.phone import e164


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("081250010002", "+6281250010002"),
        ("0812-5001-0002", "+6281250010002"),
        ("0812 5001 0002", "+6281250010002"),
        ("(0812) 5001.0002", "+6281250010002"),
        ("6281250010002", "+6281250010002"),
        ("+62 812-5001-0002", "+6281250010002"),
        ("+62 (0)812 5001 0002", "+6281250010002"),
        ("0062 81250010002", "+6281250010002"),
        ("81250010002", "+6281250010002"),
        ("0549 21234", "+6254921234"),
        ("+60 12-345 6789", "+60123456789"),
        ("60123456789", "+60123456789"),
        ("8613812345678", "+8613812345678"),
        (" +6281250010002 ", "+6281250010002"),
    ],
)
def test_every_habit_of_writing_leads_to_the_same_number(written: str, kept: str) -> None:
    assert e164(written) == kept
    assert e164(kept) == kept


@pytest.mark.parametrize(
    "written",
    ["", "112", "abc", "0812", "+62812500100020000", "0812abc50010", "++62812", "000000000000"],
)
def test_what_is_no_phone_number_is_none(written: str) -> None:
    assert e164(written) is None
