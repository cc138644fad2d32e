"""The 24 hours after a person wrote: what becomes of a message after them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.messages import say
from models.calendar import epoch_ms
from models.contact import Address, Person
from models.delivery import templates_sent
from models.money import Rupiah
from models.outbox import OutboxMessage, OutboxState
from tests.builders import NOW, TODAY
from tests.channels.graph_api import refusing
from tests.channels.whatsapp_payloads import SARI, status, statuses
from tests.whatsapp.conftest import TELEGRAM_ID, keys_said

if TYPE_CHECKING:
    from handlers.messages import Reply
    from tests.whatsapp.conftest import Post

DAYS = {"days": 2}


def receipt() -> Reply:
    """A reply that has an approved text."""
    return say(
        "verification.result.accepted",
        number="S-1",
        group="Mawar",
        amount=Rupiah(500_000),
        reported=Rupiah(500_000),
        paid_on=TODAY,
        reason="",
        outstanding=Rupiah(4_500_000),
        next=(),
        name="Sari",
    )


def other() -> Reply:
    """A reply that has none."""
    return say("staff.answer", text="Bukunya sudah kami simpan.")


async def test_within_the_window_words_are_free(post: Post, sari: Person) -> None:
    await post.tell(sari, receipt())
    await post.deliver()
    assert "Setoran Rp500.000" in post.on_whatsapp[0]
    assert await templates_sent(NOW, NOW + timedelta(days=1)) == 0


async def test_our_window_closes_a_little_before_theirs(post: Post, sari: Person) -> None:
    await post.writes("halo")
    address = await Address.get(external_id=SARI)
    until = timedelta(milliseconds=(address.window_until_ms or 0) - epoch_ms(post.clock.now()))
    assert timedelta(hours=23, minutes=50) <= until <= timedelta(hours=23, minutes=55)


async def test_outside_of_it_an_approved_text_says_the_same(post: Post, sari: Person) -> None:
    post.clock.passes(**DAYS)
    planned = await post.tell(sari, receipt())
    await post.deliver()
    [asked] = post.graph.said
    assert asked["template"]["name"] == "gulir_setoran_dicatat_v1"
    [body] = asked["template"]["components"]
    assert [each["text"] for each in body["parameters"]] == [
        *("Sari", "Rp500.000", "16 Juli 2019", "Mawar", "Rp4.500.000", "S-1"),
    ]
    assert asked["biz_opaque_callback_data"] == f"{planned.id}:0/1"
    assert await templates_sent(NOW, post.clock.now() + timedelta(seconds=1)) == 1
    assert await templates_sent(NOW, NOW + timedelta(days=1)) == 0


async def test_what_has_no_approved_text_waits_and_the_person_is_told_once(
    post: Post, sari: Person
) -> None:
    post.clock.passes(**DAYS)
    await post.tell(sari, other(), "n:1")
    await post.tell(sari, other(), "n:2")
    await post.deliver()
    assert post.on_whatsapp == ["[gulir_ada_kabar_v1]"]
    assert (await keys_said()).count("whatsapp.something_waits") == 1
    assert await OutboxMessage.filter(state=OutboxState.HELD).count() == 2
    post.clock.passes(hours=1)
    await post.writes("ya")
    assert sum("Bukunya sudah kami simpan." in words for words in post.on_whatsapp) == 2
    assert await OutboxMessage.filter(state=OutboxState.HELD).count() == 0


async def test_a_held_message_holds_up_nothing_else(post: Post, sari: Person) -> None:
    post.clock.passes(**DAYS)
    await post.tell(sari, other(), "n:1")
    await post.tell(sari, receipt(), "n:2")
    await post.deliver()
    assert sorted(post.on_whatsapp) == ["[gulir_ada_kabar_v1]", "[gulir_setoran_dicatat_v1]"]


async def test_who_writes_meanwhile_is_not_told_that_something_waits(
    post: Post, sari: Person
) -> None:
    post.clock.passes(**DAYS)
    await post.tell(sari, other())
    await post.deliverer._round()  # holds it, and plans the word that it waits
    sent = str(int(post.clock.now().timestamp()))
    await post.writes("halo", timestamp=sent)
    assert not any("gulir_ada_kabar" in words for words in post.on_whatsapp)
    assert any("Bukunya sudah kami simpan." in words for words in post.on_whatsapp)


async def test_what_waited_for_weeks_is_no_news_any_more(post: Post, sari: Person) -> None:
    post.clock.passes(**DAYS)
    planned = await post.tell(sari, other())
    await post.deliver()
    post.clock.passes(days=15)
    await post.writes("halo")
    await planned.refresh_from_db()
    assert (planned.state, planned.trouble) == (OutboxState.DROPPED, "stale")


async def test_an_old_message_that_comes_late_opens_no_window(post: Post, sari: Person) -> None:
    post.clock.passes(**DAYS)
    await post.tell(sari, other())
    await post.deliver()
    old = str(int((post.clock.now() - timedelta(hours=30)).timestamp()))
    await post.writes("halo", timestamp=old)
    assert await OutboxMessage.filter(state=OutboxState.HELD).exists()


async def test_a_clock_that_is_wrong_opens_the_window_for_no_longer_than_a_day(
    post: Post, sari: Person
) -> None:
    future = str(int((post.clock.now() + timedelta(days=3000)).timestamp()))
    await post.writes("halo", timestamp=future)
    address = await Address.get(external_id=SARI)
    assert (address.window_until_ms or 0) <= epoch_ms(post.clock.now() + timedelta(hours=24))


@pytest.mark.usefixtures("also_on_telegram")
async def test_telegram_comes_before_a_text_that_costs_money(post: Post, sari: Person) -> None:
    post.clock.passes(**DAYS)
    planned = await post.tell(sari, receipt())
    assert planned.channel == "telegram"
    await post.deliver()
    assert post.on_whatsapp == []
    assert post.on_telegram[0][0] == TELEGRAM_ID


@pytest.mark.usefixtures("also_on_telegram")
async def test_of_two_open_channels_the_one_that_they_like_is_used(
    post: Post, sari: Person
) -> None:
    for channel in ("telegram", "whatsapp"):
        sari.preferred_channel = channel
        await sari.save()
        assert (await post.tell(sari, other(), f"n:{channel}")).channel == channel


@pytest.mark.usefixtures("also_on_telegram")
async def test_a_window_that_closed_since_it_was_planned_is_noticed(
    post: Post, sari: Person
) -> None:
    sari.preferred_channel = "whatsapp"
    await sari.save()
    assert (await post.tell(sari, receipt())).channel == "whatsapp"
    post.clock.passes(**DAYS)
    await post.deliver()
    assert post.on_whatsapp == []
    assert "Setoran Rp500.000" in post.on_telegram[0][1]


async def test_when_meta_says_that_it_is_closed_the_same_message_goes_as_a_template(
    post: Post, sari: Person
) -> None:
    post.graph.will("POST messages", refusing(131047))
    planned = await post.tell(sari, receipt())
    await post.deliver()
    free, approved = post.graph.said
    assert (free["type"], approved["type"]) == ("text", "template")
    tags = {each["biz_opaque_callback_data"] for each in (free, approved)}
    assert tags == {f"{planned.id}:0/1"}


async def test_so_it_does_when_meta_says_so_only_later(post: Post, sari: Person) -> None:
    planned = await post.tell(sari, receipt())
    await post.deliver()
    tag = f"{planned.id}:0/1"
    late = status("failed", "wamid.1", code=131047, biz_opaque_callback_data=tag)
    await post.comes(statuses(late))
    await post.comes(statuses(late))
    await post.deliver()
    assert [each["type"] for each in post.graph.said] == ["text", "template"]


async def test_a_template_that_is_paused_is_said_in_another_way_and_staff_hear_of_it(
    post: Post, sari: Person
) -> None:
    post.clock.passes(**DAYS)
    post.graph.will("POST messages", refusing(132015, message="Template is paused"))
    await post.tell(sari, receipt())
    await post.deliver()
    assert post.on_whatsapp == ["[gulir_setoran_dicatat_v1]", "[gulir_ada_kabar_v1]"]
    assert len([words for words in post.to_staff if "132015" in words]) == 1
    assert "whatsapp.template_refused" in await keys_said()
    await post.writes("ya")
    assert any("Setoran Rp500.000" in words for words in post.on_whatsapp)


@pytest.mark.usefixtures("also_on_telegram")
async def test_a_change_of_what_was_said_is_not_worth_a_template(post: Post, sari: Person) -> None:
    sari.preferred_channel = "whatsapp"
    await sari.save()
    first = await post.tell(sari, other())
    await post.deliver()
    post.clock.passes(**DAYS)
    change = await OutboxMessage.create(
        key="change",
        channel="whatsapp",
        chat=SARI,
        language="id",
        reply=[other().to_json()],
        edits_id=first.id,
        priority=1,
        not_before_ms=0,
        created_at_ms=epoch_ms(post.clock.now()),
    )
    await post.deliver()
    await change.refresh_from_db()
    assert change.state is OutboxState.DROPPED


# With how many people we may begin to talk --------------------------------------------------------


async def others(count: int) -> list[Person]:
    """More leaders on WhatsApp, who wrote long ago."""
    people = []
    for number in range(count):
        person = await Person.create(
            name=f"Ketua {number}", consented_at=NOW - timedelta(days=365), created_at=NOW
        )
        await Address.create(
            channel="whatsapp", external_id=f"62812999{number:05d}", person=person, created_at=NOW
        )
        people.append(person)
    return people


async def test_beyond_so_many_people_a_day_a_conversation_begins_the_next_day(post: Post) -> None:
    post.deliverer.people_a_day = 2
    people = await others(3)
    for person in people:
        await post.tell(person, receipt(), f"n:{person.id}")
    await post.deliver()
    assert [said["to"] for said in post.graph.said] == ["6281299900000", "6281299900001"]
    post.clock.passes(hours=1)
    await post.tell(people[0], receipt(), "again")  # with whom it has begun already
    await post.deliver()
    assert len(post.graph.said) == 3
    assert await OutboxMessage.filter(state=OutboxState.WAITING).count() == 1
    post.clock.passes(hours=23, minutes=30)
    await post.deliver()
    assert post.graph.said[-1]["to"] == "6281299900002"
    assert not await OutboxMessage.filter(state=OutboxState.WAITING).exists()


async def test_whoever_writes_is_answered_however_many_have_been_told_something(
    post: Post, sari: Person
) -> None:
    post.deliverer.people_a_day = 1
    [person] = await others(1)
    await post.tell(person, receipt(), "first")
    await post.deliver()
    post.clock.passes(hours=25)
    await post.tell(person, receipt(), "second")
    await post.deliver()
    await post.writes("halo")
    assert post.graph.said[-1]["to"] == SARI
