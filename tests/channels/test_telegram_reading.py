"""What Telegram sends, and what we understand."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import InboundEvent, PayloadNotUnderstood, Reach, Sender
from bot.channels.telegram_reading import read
from handlers.messages import InboundMessage, Kind, Media, SharedContact

PAYLOADS = Path(__file__).parent / "payloads"
SENT_AT = datetime(2026, 3, 10, 5, 0, tzinfo=UTC)
CARD_AT = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
SARI = Sender("700100200", "Sari Wulandari")
RINA = Sender("700300400", "Rina")
STAFF = "-1001234567890"
SLIP = Media("AgAC-large", "AQADl", "photo", "image/jpeg", 151222)


@dataclass
class Case:
    """A payload and the one thing that it tells; None for nothing."""

    payload: str
    expect: InboundEvent | None


def by_sari(kind: Kind, *, key: str = "700100200:31", **facts: Any) -> InboundEvent:
    message = InboundMessage(kind, SENT_AT, message_id="31", **facts)
    return InboundEvent(key, SARI, "700100200", private=True, message=message)


def by_rina(message_id: str, text: str, **facts: Any) -> InboundEvent:
    message = InboundMessage(Kind.TEXT, SENT_AT, text=text, message_id=message_id, **facts)
    return InboundEvent(f"{STAFF}:{message_id}", RINA, STAFF, private=False, message=message)


def tap(card: str, at: datetime) -> InboundEvent:
    message = InboundMessage(
        Kind.BUTTON, at, button="verify:17:accept", message_id=card, reply_to=card
    )
    return InboundEvent("c3006100200300400500", RINA, STAFF, private=False, message=message)


def document(number: int, mime: str | None, size: int | None, name: str | None) -> tuple[Media]:
    return (Media(f"BQAC-{number}", f"AgAD{number}", "document", mime, size, name),)


INBOUND = [
    Case("text", by_sari(Kind.TEXT, text="setor 500rb kemarin")),
    Case("start_with_invitation", by_sari(Kind.TEXT, text="/start KUBE-MELATI-7Q")),
    Case("command_to_us_in_a_group", by_rina("71", "/saldo 2026")),
    Case("photo_with_caption", by_sari(Kind.PHOTO, text="setor 500rb kemarin", media=(SLIP,))),
    Case("photo_of_an_album", by_sari(Kind.PHOTO, media=(SLIP,), album="13579")),
    Case("forwarded_photo", by_sari(Kind.PHOTO, media=(SLIP,), forwarded=True)),
    Case(
        "picture_as_document",
        by_sari(
            Kind.DOCUMENT, text="slip asli", media=document(1, "image/jpeg", 2400333, "slip.jpg")
        ),
    ),
    Case("pdf", by_sari(Kind.DOCUMENT, media=document(2, "application/pdf", 80111, "bukti.pdf"))),
    Case("document_without_type", by_sari(Kind.DOCUMENT, media=document(3, None, None, None))),
    Case("voice", by_sari(Kind.VOICE)),
    Case("audio_file", by_sari(Kind.VOICE)),
    Case("video", by_sari(Kind.VIDEO, text="kebun kami")),
    Case("video_note", by_sari(Kind.VIDEO)),
    Case("animation", by_sari(Kind.VIDEO)),
    Case("sticker", by_sari(Kind.STICKER)),
    Case("location", by_sari(Kind.LOCATION)),
    Case("venue", by_sari(Kind.LOCATION)),
    Case(
        "own_contact",
        by_sari(Kind.CONTACT, contact=SharedContact("6281200000001", own=True), reply_to="30"),
    ),
    Case(
        "contact_of_somebody_else",
        by_sari(Kind.CONTACT, contact=SharedContact("+62 812-0000-0002", own=False)),
    ),
    Case(
        "contact_without_telegram",
        by_sari(Kind.CONTACT, contact=SharedContact("081200000003", own=False)),
    ),
    Case("poll", by_sari(Kind.UNSUPPORTED)),
    Case("dice", by_sari(Kind.UNSUPPORTED)),
    Case("unknown_content", by_sari(Kind.UNSUPPORTED)),
    Case("reply_to_a_card", by_rina("72", "sudah saya telepon", reply_to="55")),
    Case("in_a_topic", by_rina("73", "baik")),
    Case(
        "edited_text",
        by_sari(
            Kind.EDITED, key="e700100200:31:1773118845", text="setor 550rb kemarin", edits="31"
        ),
    ),
    Case(
        "edited_caption",
        by_sari(
            Kind.EDITED,
            key="e700100200:31:1773118850",
            text="550rb",
            media=(SLIP,),
            edits="31",
        ),
    ),
    Case("moving_location", None),
    Case("tap", tap("55", CARD_AT)),
    Case("tap_on_an_old_card", tap("12", datetime(1970, 1, 1, tzinfo=UTC))),
    Case("tap_without_a_card", None),
    Case(
        "blocked",
        InboundEvent(
            "m700100200:1773118800:kicked", SARI, "700100200", private=True, reach=Reach.BLOCKED
        ),
    ),
    Case(
        "unblocked",
        InboundEvent(
            "m700100200:1773118800:member", SARI, "700100200", private=True, reach=Reach.UNBLOCKED
        ),
    ),
    Case("added_to_a_group", None),
    Case("moved_to", InboundEvent("-4001:80", RINA, "-4001", private=False, moved_to=STAFF)),
    Case(
        "moved_from",
        InboundEvent(
            f"{STAFF}:1",
            Sender("1087968824", "Group", is_bot=True),
            "-4001",
            private=False,
            moved_to=STAFF,
        ),
    ),
    Case("somebody_joined", None),
    Case("pinned", None),
    Case("new_title", None),
    Case("topic_created", None),
    Case("by_a_bot", None),
    Case("anonymous_admin", None),
    Case("channel_post", None),
    Case("from_a_linked_channel", None),
]
NOT_UNDERSTOOD = ["unknown_kind", "malformed_message", "malformed_no_number"]


def payload(name: str) -> Any:
    return json.loads((PAYLOADS / f"{name}.json").read_text())


@pytest.mark.parametrize("case", INBOUND, ids=lambda case: case.payload)
def test_each_update_tells_one_thing_or_nothing(case: Case) -> None:
    """The neutral vocabulary says all that matters, and nothing of Telegram."""
    assert read(payload(case.payload)) == ([case.expect] if case.expect else [])


@pytest.mark.parametrize("name", NOT_UNDERSTOOD)
def test_what_cannot_be_read_is_set_aside_without_quoting_it(name: str) -> None:
    """The error names fields, never what somebody wrote."""
    with pytest.raises(PayloadNotUnderstood) as raised:
        read(payload(name))
    assert "rahasia" not in repr(raised.value)
    assert raised.value.__context__ is None


@pytest.mark.parametrize("nonsense", [None, 7, "x", [], {}, [{"update_id": 1}], {"update_id": {}}])
def test_nonsense_is_not_understood(nonsense: Any) -> None:
    """Whatever JSON stands in the inbox."""
    with pytest.raises(PayloadNotUnderstood):
        read(nonsense)


def test_every_payload_is_in_a_table() -> None:
    """A payload that nobody reads proves nothing."""
    named = {case.payload for case in INBOUND} | set(NOT_UNDERSTOOD)
    assert named == {file.stem for file in PAYLOADS.glob("*.json")}


def test_keys_do_not_depend_on_the_number_of_the_update() -> None:
    """Telegram's numbers begin anew after a week of silence; ours must be unique for ever."""
    for case in INBOUND:
        later = payload(case.payload) | {"update_id": 5}
        assert read(later) == read(payload(case.payload))


def test_what_was_read_survives_the_inbox() -> None:
    """Every message can be stored as JSON and read back."""
    for case in INBOUND:
        if case.expect and case.expect.message:
            stored = json.loads(json.dumps(case.expect.message.to_json()))
            assert InboundMessage.from_json(stored) == case.expect.message


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from([case.payload for case in INBOUND]),
    choice=st.randoms(use_true_random=False),
    value=st.one_of(st.none(), st.integers(), st.text(), st.lists(st.none()), st.booleans()),
)
def test_a_damaged_update_is_read_or_set_aside_and_nothing_else(
    name: str, choice: Any, value: Any
) -> None:
    """One malformed field never brings out another exception."""
    damaged = payload(name)
    target = damaged
    while True:
        key = choice.choice(list(target) if isinstance(target, dict) else range(len(target)))
        if not isinstance(target[key], dict | list) or not target[key] or choice.random() < 0.2:
            break
        target = target[key]
    target[key] = value
    try:
        events = read(damaged)
    except PayloadNotUnderstood:
        return
    for event in events:
        assert sum(one is not None for one in (event.message, event.reach, event.moved_to)) == 1
