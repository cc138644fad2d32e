"""What must not happen to us: nothing is lost, nothing crashes, whoever is there gets kindness."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.channels.whatsapp_webhook import _payload
from handlers.messages import Kind
from models.contact import Address, Person
from models.inbox import InboxMessage, InboxState
from tests.channels.whatsapp_payloads import message, said, status, statuses, webhook
from tests.whatsapp.conftest import written_now

if TYPE_CHECKING:
    from tests.whatsapp.conftest import Post


async def kept(state: InboxState) -> int:
    return await InboxMessage.filter(state=state).count()


async def test_a_message_that_comes_again_is_handled_once(post: Post, sari: Person) -> None:
    told = said(message(**written_now(post)))
    await post.comes(told, told)
    await post.work()
    post.clock.passes(days=6)
    await post.comes(told)
    await post.work()
    assert len(post.graph.said) == 1
    assert await InboxMessage.all().count() == 1


async def test_a_hundred_messages_of_one_webhook_are_all_handled(post: Post, sari: Person) -> None:
    many = [message(number=n, **written_now(post)) for n in range(98)]
    await post.comes(said(*many, "no message", {"id": "wamid.x"}))
    assert await kept(InboxState.SET_ASIDE) == 2
    await post.work()
    assert await kept(InboxState.DONE) == 98
    assert post.on_whatsapp != []


@pytest.mark.parametrize(
    "payload",
    [
        _payload(b'{"entry": [{"changes": [{"va'),
        _payload(b"\x00\xff\xfe"),
        {"object": "page", "entry": []},
        webhook({"errors": [{"code": 130429, "title": "Rate limit hit"}]}),
        webhook({"x": "\x00 and a half \ud83d"}, "a_field_of_next_year"),
    ],
    ids=["truncated", "bytes", "another object", "errors", "a new field"],
)
async def test_what_cannot_be_read_is_kept_aside(post: Post, payload: Any) -> None:
    await post.comes(payload)
    await post.comes(payload)
    assert await kept(InboxState.SET_ASIDE) == 1


async def test_a_kind_of_next_year_gets_kind_words(post: Post, sari: Person) -> None:
    await post.writes(kind="hologram", hologram={"x": 1})
    assert len(post.on_whatsapp) == 1
    row = await InboxMessage.first()
    assert row is not None
    assert row.event["kind"] == Kind.UNSUPPORTED
    assert row.payload["entry"][0]["changes"][0]["value"]["messages"][0]["hologram"] == {"x": 1}


async def test_words_with_what_no_database_keeps_are_heard_all_the_same(
    post: Post, sari: Person
) -> None:
    await post.writes("me\x00nu \ud83d")
    assert len(post.on_whatsapp) == 1


async def test_a_heart_is_kept_and_not_answered(post: Post, sari: Person) -> None:
    await post.writes(kind="reaction", reaction={"message_id": "wamid.1", "emoji": "❤"})
    assert (await kept(InboxState.DONE), post.on_whatsapp) == (1, [])


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(data, "JPEG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("kind", "data", "trouble"),
    [
        ("image", b"this is no image at all", "not_a_picture"),
        ("image", b"", "empty"),
        ("document", b"MZ\x90\x00 a program", "unsupported_type"),
        ("document", b"%PDF-1.4 cut off", "broken"),
        ("image", None, "gone"),
    ],
)
async def test_files_that_are_none_are_told_kindly(
    post: Post, sari: Person, kind: str, data: bytes | None, trouble: str
) -> None:
    if data is not None:
        post.graph.files["77"] = data
    mime = "image/jpeg" if kind == "image" else "application/pdf"
    await post.writes(kind=kind, **{kind: {"id": "77", "mime_type": mime, "sha256": "x"}})
    row = await InboxMessage.first()
    assert row is not None
    assert row.event["media"][0]["trouble"] == trouble
    assert row.state is InboxState.DONE
    assert len(post.on_whatsapp) == 1


async def test_a_picture_seen_before_is_known_by_its_hash_before_it_is_fetched(
    post: Post, sari: Person
) -> None:
    post.graph.files["77"] = picture()
    content = {"mime_type": "image/jpeg", "sha256": "samehash="}
    await post.writes(kind="image", image={"id": "77", **content})
    await post.writes(kind="image", image={"id": "78", **content})
    assert len(post.graph.asked("GET file")) == 1
    events = [row.event["media"][0] for row in await InboxMessage.all().order_by("id")]
    assert events[0]["media_id"] == events[1]["media_id"] is not None


async def test_what_whatsapp_itself_lost_is_asked_for_again(post: Post, sari: Person) -> None:
    await post.writes(kind="image", errors=[{"code": 131052, "title": "Media download error"}])
    assert len(post.on_whatsapp) == 1


async def test_a_sender_of_no_known_kind_is_kept_aside_and_the_others_are_heard(
    post: Post, sari: Person
) -> None:
    good = said(message(number=1, **written_now(post)))
    huge = said(message(number=2, **{**written_now(post), "from": "6" * 5000}))
    await post.comes(good, huge, statuses(status("sent")))
    await post.work()
    assert await Address.filter(channel="whatsapp").count() == 1
    assert await kept(InboxState.SET_ASIDE) == 1
    assert len(post.on_whatsapp) == 1
