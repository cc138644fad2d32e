"""Files of the bot and of people: taken in, addressed for five minutes, gone in time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from tests.simulator.raw_whatsapp import Business

PICTURE = io.BytesIO()
Image.new("RGB", (40, 30), "green").save(PICTURE, "JPEG")
JPEG = PICTURE.getvalue()
DAY = 24 * 3600


async def uploaded(business: Business, body: bytes = JPEG, mime_type: str = "image/jpeg") -> str:
    status, answer = await business.upload(body, mime_type)
    assert status == 200, answer
    return str(answer["id"])


async def test_an_uploaded_picture_is_sent_by_its_id(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    media_id = await uploaded(business)
    await business.sent(type="image", image={"id": media_id, "caption": "Jadwal"})
    shown = await business.sim.phone("sari").last()
    assert (shown.text, shown.facts["photos"][0]["width"]) == ("Jadwal", 40)
    async with business.session.get(business.sim.base_url + shown.photos[0]) as answer:
        assert (answer.status, await answer.read()) == (200, JPEG)


async def test_a_document_stands_with_its_name(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    media_id = await uploaded(business, b"%PDF-1.4", "application/pdf")
    await business.sent(type="document", document={"id": media_id, "filename": "kartu.pdf"})
    shown = await business.sim.phone("sari").last()
    assert shown.facts["document"]["name"] == "kartu.pdf"
    assert shown.facts["document"]["size"] == 8


async def test_a_picture_above_buttons(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    media_id = await uploaded(business)
    interactive = {
        "type": "button",
        "header": {"type": "image", "image": {"id": media_id}},
        "body": {"text": "Benar ini?"},
        "action": {"buttons": [{"type": "reply", "reply": {"id": "y", "title": "Ya"}}]},
    }
    await business.sent(type="interactive", interactive=interactive)
    shown = await business.sim.phone("sari").last()
    assert (shown.text, len(shown.photos), shown.buttons) == ("Benar ini?", 1, [["Ya"]])


async def test_an_address_lasts_five_minutes_and_wants_the_bearer(business: Business) -> None:
    _, facts = await business.call("GET", await uploaded(business))
    assert (await business.call("GET", facts["url"], headers={}))[0] == 401
    assert (await business.call("GET", facts["url"]))[0] == 200
    assert (await business.call("GET", facts["url"][:-1] + "x"))[0] == 404
    await business.sim.advance_clock(5 * 60 + 2)
    assert (await business.call("GET", facts["url"]))[0] == 404
    _, again = await business.call("GET", facts["id"])
    assert (await business.call("GET", again["url"]))[0] == 200


async def test_files_are_gone_when_their_time_is_up(business: Business) -> None:
    await business.sim.phone("sari").send_photo(JPEG)
    received = (await business.message())["image"]["id"]
    own = await uploaded(business)
    await business.sim.advance_clock(8 * DAY)
    assert (await business.call("GET", received))[1]["error"]["error_subcode"] == 33
    assert (await business.call("GET", own))[0] == 200
    await business.sim.advance_clock(23 * DAY)
    assert (await business.call("GET", own))[1]["error"]["code"] == 100
    assert len((await business.sim.phone("sari").messages())[0].photos) == 1


async def test_a_file_can_be_deleted(business: Business) -> None:
    media_id = await uploaded(business)
    assert await business.call("DELETE", media_id) == (200, {"success": True})
    assert (await business.call("GET", media_id))[0] == 400
    assert (await business.call("DELETE", media_id))[0] == 400


async def test_a_file_of_another_number_is_not_ours(business: Business) -> None:
    media_id = await uploaded(business)
    assert (await business.call("GET", f"{media_id}?phone_number_id=1"))[0] == 400
    assert (await business.call("GET", f"{media_id}?phone_number_id={business.number}"))[0] == 200


@pytest.mark.parametrize(
    ("body", "mime_type", "code"),
    [
        pytest.param(JPEG, "application/octet-stream", 100, id="its type"),
        pytest.param(b"", "image/jpeg", 100, id="empty"),
        pytest.param(bytes(5 * 1024 * 1024 + 1), "image/jpeg", 131053, id="too large"),
    ],
)
async def test_not_every_file_is_taken(
    business: Business, body: bytes, mime_type: str, code: int
) -> None:
    status, answer = await business.upload(body, mime_type)
    assert (status, answer["error"]["code"]) == (400, code)


async def test_a_picture_cannot_be_sent_as_audio(business: Business) -> None:
    await business.sim.phone("sari").say("halo")
    media_id = await uploaded(business)
    code, details = await business.refused(type="audio", audio={"id": media_id})
    assert (code, details) == (131009, "Media of type image/jpeg cannot be sent as audio")


async def test_a_picture_that_vanished_cannot_be_fetched(business: Business) -> None:
    await business.sim.phone("sari").send_photo(JPEG)
    media_id = (await business.message())["image"]["id"]
    await business.sim.misbehave({"method": "whatsapp.media_url", "status": 404})
    assert (await business.call("GET", media_id))[1]["error"]["error_subcode"] == 33
    assert (await business.call("GET", media_id))[0] == 200
