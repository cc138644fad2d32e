"""Kinds of answer about a payment to come: what each takes, and how it refuses the rest."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import locales
from handlers.hearing import Hearing, Rejected
from handlers.leaders.promise_answers import PartAmount, PauseEnd, PayReasonTold, PromiseDay
from handlers.messages import InboundMessage, Kind, Media
from handlers.situation import Situation
from models.money import Rupiah

NOW = datetime(2019, 7, 17, 1, tzinfo=UTC)
TODAY = date(2019, 7, 17)


def hearing(text: str, *, photo: bool = False) -> Hearing:
    media = (Media("f", "f", media_id=1),) if photo else ()
    message = InboundMessage(Kind.PHOTO if photo else Kind.TEXT, NOW, text, media=media)
    situation = Situation(NOW, TODAY, "telegram", "5001", 1, person_id=1, consented=True)
    return Hearing(message, situation, TODAY)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tgl 25", date(2019, 7, 25)),
        ("2 minggu", date(2019, 7, 31)),
        ("sebulan", date(2019, 8, 17)),
        ("10 hari", date(2019, 7, 27)),
        ("hari ini", TODAY),
        ("besok", date(2019, 7, 18)),
        ("senin depan", date(2019, 7, 22)),
    ],
)
def test_days_that_lie_ahead(said: str, day: date) -> None:
    assert PromiseDay().read(hearing(said)) == day


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("kemarin", "cannot_pay.promised_on.in_the_past"),
        ("20 desember", "cannot_pay.promised_on.too_far"),
        ("nanti dulu", "cannot_pay.promised_on.not_a_day"),
        ("minggu depan", "cannot_pay.promised_on.unsure"),
        ("31 februari", "cannot_pay.promised_on.not_a_day"),
    ],
)
def test_days_that_are_none(said: str, key: str) -> None:
    with pytest.raises(Rejected) as refused:
        PromiseDay().read(hearing(said))
    assert f"cannot_pay.promised_on.{refused.value.reason}" == key


@pytest.mark.parametrize(
    ("said", "photo", "key"),
    [
        ("", True, "cannot_pay.amount.photo_instead"),
        ("Rp5.000", False, "cannot_pay.amount.unsure"),
        ("sedikit", False, "cannot_pay.amount.not_an_amount"),
    ],
)
def test_amounts_that_are_none(said: str, key: str, photo: bool) -> None:  # noqa: FBT001
    with pytest.raises(Rejected) as refused:
        PartAmount().read(hearing(said, photo=photo))
    assert f"cannot_pay.amount.{refused.value.reason}" == key


@pytest.mark.parametrize(
    ("amount", "key"),
    [(5_000, "cannot_pay.amount.too_small"), (10**13, "cannot_pay.amount.too_large")],
)
def test_amounts_that_were_read_and_cannot_be_meant(amount: int, key: str) -> None:
    with pytest.raises(Rejected) as refused:
        PartAmount.rupiah._judged(amount, ())
    assert f"cannot_pay.amount.{refused.value.reason}" == key


def test_an_amount_need_not_be_known() -> None:
    assert PartAmount().read(hearing("belum tahu")) is None
    assert PartAmount().read(hearing("300rb")) == Rupiah(300_000)
    assert PartAmount().load(PartAmount().dump(None)) is None


def test_a_reason_is_short() -> None:
    with pytest.raises(Rejected) as refused:
        PayReasonTold().read(hearing("panen gagal " * 40))
    assert f"cannot_pay.reason.{refused.value.reason}" == "cannot_pay.reason.too_long"
    assert PayReasonTold().overhear(hearing("belum bisa bayar, panen gagal")) == "harvest"
    assert PayReasonTold().overhear(hearing("belum bisa bayar")) is None


def test_a_pause_ends() -> None:
    assert PauseEnd().read(hearing("sebulan")) == date(2019, 8, 17)
    with pytest.raises(Rejected) as refused:
        PauseEnd().read(hearing("selamanya"))
    assert refused.value.reason == "no_end"


def test_what_seldom_stands_on_a_card_has_words() -> None:
    """No phone, nothing due, and a pause in which reminders of what is owed go on."""
    rare = {"calls.no_phone", "cannot_pay.nothing_due", "pause.money_goes_on"}
    assert {key.replace(".", "-", 1) for key in rare} <= locales.keys("id")
