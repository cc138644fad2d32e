"""What WhatsApp tells us, and what we make of it."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import (
    InboundEvent,
    OutsideWindow,
    PayloadNotUnderstood,
    RecipientUnreachable,
    Sender,
)
from bot.channels.whatsapp_pieces import pieces
from bot.channels.whatsapp_reading import UNKNOWN_TIME, read
from handlers.messages import InboundMessage, Kind, Media, SharedContact
from tests.channels.graph_api import PHONE_ID
from tests.channels.whatsapp_payloads import (
    NOON,
    SARI,
    SARI_ID,
    contact,
    message,
    said,
    status,
    statuses,
    webhook,
)


def event(payload: Any) -> InboundEvent:
    [only] = read(payload, PHONE_ID)
    return only


def heard(payload: Any) -> InboundMessage:
    found = event(payload).message
    assert found is not None
    return found


@dataclass
class Case:
    """A message of a kind, and what it is to us."""

    name: str
    kind: str
    content: dict[str, Any]
    expect: Kind
    more: dict[str, Any] = field(default_factory=dict)


IMAGE = {"id": "77", "mime_type": "image/jpeg", "sha256": "q1w2=", "caption": "setor 500rb"}
KINDS = [
    Case("words", "text", {"text": {"body": "setor 500rb"}}, Kind.TEXT, {"text": "setor 500rb"}),
    Case(
        "a picture",
        "image",
        {"image": IMAGE},
        Kind.PHOTO,
        {"text": "setor 500rb", "media": (Media("77", "q1w2=", "photo", "image/jpeg"),)},
    ),
    Case(
        "a document",
        "document",
        {"document": {"id": "78", "mime_type": "application/pdf", "filename": "slip.pdf"}},
        Kind.DOCUMENT,
        {"media": (Media("78", "78", "document", "application/pdf", name="slip.pdf"),)},
    ),
    Case("a voice", "audio", {"audio": {"id": "79", "voice": True}}, Kind.VOICE),
    Case("a video", "video", {"video": {"id": "80", "caption": "kebun"}}, Kind.VIDEO),
    Case("a sticker", "sticker", {"sticker": {"id": "81"}}, Kind.STICKER),
    Case("a place", "location", {"location": {"latitude": 0.5, "longitude": 117}}, Kind.LOCATION),
    Case(
        "a tapped button",
        "interactive",
        {"interactive": {"type": "button_reply", "button_reply": {"id": "d7:yes", "title": "Ya"}}},
        Kind.BUTTON,
        {"button": "d7:yes", "text": ""},
    ),
    Case(
        "a chosen row",
        "interactive",
        {"interactive": {"type": "list_reply", "list_reply": {"id": "g:3", "title": "Mawar"}}},
        Kind.BUTTON,
        {"button": "g:3"},
    ),
    Case(
        "a form of WhatsApp's own",
        "interactive",
        {"interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}},
        Kind.UNSUPPORTED,
    ),
    Case(
        "a quick reply below a template of ours",
        "button",
        {"button": {"text": "Sudah setor", "payload": "owed:7:paid"}},
        Kind.BUTTON,
        {"button": "owed:7:paid", "text": ""},
    ),
    Case(
        "a quick reply below a template without an id of ours",
        "button",
        {"button": {"text": "SUDAH", "payload": "sudah"}},
        Kind.TEXT,
        {"text": "SUDAH"},
    ),
    Case("an order", "order", {"order": {"catalog_id": "1"}}, Kind.UNSUPPORTED),
    Case(
        "what WhatsApp itself cannot show",
        "unsupported",
        {"errors": [{"code": 131051, "title": "Message type unknown"}]},
        Kind.UNSUPPORTED,
        {"media": ()},
    ),
    Case("a kind that does not exist yet", "hologram", {"hologram": {"x": 1}}, Kind.UNSUPPORTED),
    Case(
        "a picture that WhatsApp lost",
        "image",
        {"errors": [{"code": 131052, "title": "Media download error"}]},
        Kind.PHOTO,
        {"media": (Media("", "", trouble="gone"),)},
    ),
    Case(
        "somebody else's contact",
        "contacts",
        {"contacts": [{"phones": [{"phone": "+62 811-1", "wa_id": "628111"}]}]},
        Kind.CONTACT,
        {"contact": SharedContact("+628111", own=False)},
    ),
    Case(
        "their own contact",
        "contacts",
        {"contacts": [{"origin": "contact_request", "phones": [{"phone": "+628112"}]}]},
        Kind.CONTACT,
        {"contact": SharedContact("+628112", own=True)},
    ),
    Case(
        "a message that was edited",
        "edit",
        {
            "edit": {
                "original_message_id": "wamid.before",
                "message": {"type": "text", "text": {"body": "550rb"}},
            }
        },
        Kind.EDITED,
        {"text": "550rb", "edits": "wamid.before"},
    ),
]


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case.name)
def test_every_kind_of_message_becomes_ours(case: Case) -> None:
    found = heard(said(message(case.kind, **case.content)))
    assert found.kind is case.expect
    assert found.message_id == "wamid.in1"
    assert found.sent_at == datetime.fromtimestamp(NOON + 1, UTC)
    for name, value in case.more.items():
        assert getattr(found, name) == value, name
    assert InboundMessage.from_json(json.loads(json.dumps(found.to_json()))) == found


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("reaction", {"reaction": {"message_id": "wamid.1", "emoji": "👍"}}),
        ("revoke", {"revoke": {"original_message_id": "wamid.1"}}),
    ],
)
def test_a_heart_and_a_message_taken_back_are_kept_and_not_answered(
    kind: str, content: dict[str, Any]
) -> None:
    found = event(said(message(kind, **content)))
    assert (found.external_id, found.message) == ("wamid.in1", None)


def test_what_is_replied_to_and_what_was_forwarded() -> None:
    context = {"from": "628115550100", "id": "wamid.9", "forwarded": True}
    found = heard(said(message(context=context)))
    assert (found.reply_to, found.forwarded) == ("wamid.9", True)


@pytest.mark.parametrize(
    ("told", "expect"),
    [
        (str(NOON), datetime.fromtimestamp(NOON, UTC)),
        (NOON, datetime.fromtimestamp(NOON, UTC)),
        (str(NOON * 1000), datetime.fromtimestamp(NOON, UTC)),
        ("soon", UNKNOWN_TIME),
        (None, UNKNOWN_TIME),
        ("-5", UNKNOWN_TIME),
        ("nan", UNKNOWN_TIME),
        ("1e30", UNKNOWN_TIME),
    ],
)
def test_times_come_in_seconds_in_milliseconds_or_not_at_all(told: Any, expect: datetime) -> None:
    assert heard(said(message(timestamp=told))).sent_at == expect


def test_who_wrote_is_known_by_number_by_id_or_by_both() -> None:
    number = event(said(message())).sender
    assert number == Sender(SARI, "Sari", f"+{SARI}")
    both = event(said(message(from_user_id=SARI_ID), contacts=[contact(SARI, SARI_ID)])).sender
    assert (both.external_id, both.alias) == (SARI, SARI_ID)
    hidden = message(from_user_id=SARI_ID)
    del hidden["from"]
    only = event(said(hidden, contacts=[contact(None, SARI_ID)])).sender
    assert only == Sender(SARI_ID, "Sari")


@pytest.mark.parametrize(
    ("system", "expect"),
    [
        ({"type": "user_changed_number", "wa_id": "628129"}, "628129"),
        ({"type": "customer_changed_number", "new_wa_id": "628129"}, "628129"),
        ({"type": "user_changed_user_id", "user_id": "ID.2"}, "ID.2"),
        ({"type": "something_else"}, None),
    ],
)
def test_a_person_who_changes_number_moves(system: dict[str, str], expect: str | None) -> None:
    payload = webhook({"messages": [message("system", system=system)]})
    found = event(payload)
    assert (found.moved_to, found.chat, found.private) == (expect, SARI, True)


def test_a_new_phone_of_somebody_is_told_to_staff() -> None:
    system = {"type": "customer_identity_changed", "customer": SARI, "identity": "x"}
    told = event(webhook({"messages": [message("system", system=system)]})).news
    assert told is not None
    assert told.key == "whatsapp.identity_changed"


def test_statuses_have_a_rank_and_a_failure_is_a_fact_beside_it() -> None:
    ranks = {}
    for word in ("sent", "delivered", "read", "played", "deleted"):
        known = event(statuses(status(word, biz_opaque_callback_data="17:0/1"))).status
        assert known is not None
        assert (known.tag, known.failure) == ("17:0/1", None)
        ranks[word] = known.rank
    assert ranks == {"sent": 1, "delivered": 2, "read": 3, "played": 4, "deleted": 0}
    failed = event(statuses(status("failed", code=131026))).status
    assert failed is not None
    assert isinstance(failed.failure, RecipientUnreachable)
    assert SARI not in str(failed.failure)
    closed = event(statuses(status("failed", code=131047))).status
    assert closed is not None
    assert isinstance(closed.failure, OutsideWindow)


def test_the_same_status_is_the_same_event_and_another_one_is_not() -> None:
    keys = {
        event(statuses(status(word, message_id))).external_id
        for word in ("sent", "sent", "read")
        for message_id in ("wamid.1", "wamid.2")
    }
    assert len(keys) == 4


@pytest.mark.parametrize(
    ("field", "value", "expect"),
    [
        (
            "message_template_status_update",
            {"event": "APPROVED", "message_template_name": "gulir_x_v1"},
            "whatsapp.template_approved",
        ),
        (
            "message_template_status_update",
            {"event": "PAUSED", "message_template_name": "gulir_x_v1"},
            "whatsapp.template_trouble",
        ),
        (
            "message_template_quality_update",
            {"new_quality_score": "RED", "message_template_name": "x"},
            "whatsapp.template_quality",
        ),
        (
            "template_category_update",
            {"new_category": "MARKETING", "message_template_name": "x"},
            "whatsapp.template_category",
        ),
        ("phone_number_quality_update", {"event": "DOWNGRADE"}, "whatsapp.number_quality"),
        ("account_update", {"event": "DISABLED_UPDATE"}, "whatsapp.account_news"),
        ("user_preferences", {}, None),
    ],
)
def test_news_about_the_account_are_for_staff(
    field: str, value: dict[str, str], expect: str | None
) -> None:
    told = event(webhook(value, field)).news
    assert (told.key if told else None) == expect


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "x",
        {},
        {"entry": "x"},
        {"entry": [{"changes": [None]}]},
        {"unreadable": '{"entry": ['},
        webhook({}, "a_field_of_next_year"),
        webhook({"messages": [{"type": "text"}]}),
        webhook({"messages": ["x"]}),
        webhook({"messages": [{"id": "wamid.1", "type": "text"}]}),
        webhook({"errors": [{"code": 131000}]}),
        webhook({"metadata": {"phone_number_id": "1"}, "messages": [message()]}),
        said(message(group_id="120363")),
    ],
)
def test_what_cannot_be_read_says_so(payload: Any) -> None:
    with pytest.raises(PayloadNotUnderstood):
        read(payload, PHONE_ID)


def test_a_hundred_messages_in_one_webhook_are_a_hundred_webhooks() -> None:
    both = [contact(), contact("62812", None, "Budi")]
    many = [message(number=n) for n in range(99)] + [message(number=99, **{"from": "62812"})]
    whole = said(*many, contacts=both)
    whole["entry"][0]["changes"][0]["value"]["statuses"] = [status("read")]
    parts = pieces(whole)
    assert len(parts) == 101
    events = [event(part) for part in parts]
    assert [e.external_id for e in events[:3]] == ["wamid.in0", "wamid.in1", "wamid.in2"]
    assert events[99].sender.name == "Budi"
    assert max(len(json.dumps(part)) for part in parts) < 1000


def test_one_bad_message_among_ten_does_not_spoil_the_others() -> None:
    parts = pieces(said(*[message(number=n) for n in range(9)], "not a message"))
    understood = 0
    for part in parts:
        try:
            read(part, PHONE_ID)
            understood += 1
        except PayloadNotUnderstood:
            continue
    assert (len(parts), understood) == (10, 9)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = ("from", "id", "timestamp", "type", "text", "image", "interactive", "system", "context",
          "contacts", "errors", "edit", "reaction", "document", "button")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON), JSON, JSON)
def test_nothing_that_arrives_breaks_the_reading(change: Any, anything: Any, contacts: Any) -> None:
    for payload in (
        anything,
        said({**message(), **change}, contacts=contacts),
        webhook({"statuses": [{**status("sent"), **change}]}),
        webhook(change, "account_update"),
    ):
        for part in pieces(payload):
            try:
                for found in read(part, PHONE_ID):
                    assert len(found.external_id) <= 200
                    assert len(found.sender.external_id) <= 140
            except PayloadNotUnderstood:
                pass
