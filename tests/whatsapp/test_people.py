"""People on WhatsApp: who they are, two ids of one person, and a number that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.messages import say
from models.contact import Address, Person
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from tests.channels.whatsapp_payloads import SARI, SARI_ID, contact, message, said, webhook
from tests.whatsapp.conftest import DAYS_AGO, keys_said, written_now

if TYPE_CHECKING:
    from tests.whatsapp.conftest import Post

NEW = "6281255509999"


@pytest.fixture
async def registered(database: str) -> Person:
    """Somebody whom the office has registered, and who never wrote."""
    return await Person.create(name="Sari Wulandari", phone=f"+{SARI}", created_at=DAYS_AGO)


async def test_whose_number_is_registered_is_known_by_it_and_asked_to_agree(
    post: Post, registered: Person
) -> None:
    await post.writes("halo")
    assert (await Address.get(external_id=SARI)).person_id == registered.id
    assert "sebelum mulai kami mohon persetujuan" in post.on_whatsapp[0]
    await post.writes("1")
    assert "Persetujuan sudah kami catat" in post.on_whatsapp[1]
    await registered.refresh_from_db()
    assert registered.consented_at is not None


async def test_a_stranger_is_told_what_this_is_and_not_asked_for_a_number_that_we_see(
    post: Post,
) -> None:
    await post.writes("halo")
    assert "Nomor ini belum ada di catatan kami" in post.on_whatsapp[0]
    assert post.graph.said[0]["type"] == "text"
    assert (await Address.get(external_id=SARI)).person_id is None


async def test_who_hides_the_number_is_asked_for_it_and_then_known(
    post: Post, registered: Person
) -> None:
    hidden = message(from_user_id=SARI_ID, **written_now(post))
    del hidden["from"]
    await post.comes(said(hidden, contacts=[contact(None, SARI_ID)]))
    await post.work()
    [asked] = post.graph.said
    assert asked["recipient"] == SARI_ID
    assert asked["interactive"]["type"] == "request_contact_info"
    shared = message(
        "contacts",
        2,
        from_user_id=SARI_ID,
        contacts=[{"origin": "contact_request", "phones": [{"wa_id": SARI}]}],
        **written_now(post),
    )
    del shared["from"]
    await post.comes(said(shared, contacts=[contact(None, SARI_ID)]))
    await post.work()
    assert (await Address.get(external_id=SARI_ID)).person_id == registered.id
    assert "mohon persetujuan" in post.on_whatsapp[-1]


async def test_a_person_who_hides_the_number_later_stays_the_same_person(
    post: Post, sari: Person
) -> None:
    both = message(from_user_id=SARI_ID, **written_now(post))
    await post.comes(said(both, contacts=[contact(SARI, SARI_ID)]))
    hidden = message(number=2, from_user_id=SARI_ID, **written_now(post))
    del hidden["from"]
    await post.comes(said(hidden, contacts=[contact(None, SARI_ID)]))
    await post.work()
    [address] = await Address.filter(channel="whatsapp")
    assert (address.external_id, address.alias) == (SARI, SARI_ID)
    assert {each.chat for each in await InboxMessage.all()} == {SARI}
    assert {each["to"] for each in post.graph.said} == {SARI}


async def test_a_hidden_number_that_is_told_later_does_not_make_a_second_person(
    post: Post,
) -> None:
    hidden = message(from_user_id=SARI_ID, **written_now(post))
    del hidden["from"]
    await post.comes(said(hidden, contacts=[contact(None, SARI_ID)]))
    both = message(number=2, from_user_id=SARI_ID, **written_now(post))
    await post.comes(said(both, contacts=[contact(SARI, SARI_ID)]))
    [address] = await Address.filter(channel="whatsapp")
    assert address.external_id == SARI_ID


def moved(**system: str) -> dict[str, object]:
    told = {"type": "user_changed_number", "wa_id": NEW, **system}
    return webhook({"messages": [message("system", 900, system=told)]})


async def test_who_changes_number_takes_everything_along(post: Post, sari: Person) -> None:
    await OutboxMessage.create(
        key="held",
        channel="whatsapp",
        chat=SARI,
        language="id",
        reply=[say("staff.answer", text="Bukunya ada.").to_json()],
        state=OutboxState.HELD,
        not_before_ms=0,
        created_at_ms=0,
    )
    await post.comes(moved())
    await post.comes(moved())
    address = await Address.get(person_id=sari.id)
    await sari.refresh_from_db()
    assert (address.external_id, sari.phone) == (NEW, f"+{NEW}")
    assert (await OutboxMessage.get(key="held")).chat == NEW
    await post.deliver()
    assert len([w for w in post.to_staff if "berganti nomor WhatsApp" in w]) == 1


async def test_a_stranger_with_the_old_number_is_a_stranger(post: Post, sari: Person) -> None:
    await post.comes(moved())
    await post.writes("halo")
    stranger = await Address.get(external_id=SARI)
    assert stranger.person_id is None
    assert "Nomor ini belum ada di catatan kami" in post.on_whatsapp[-1]


async def test_who_wrote_from_the_new_number_before_we_heard_of_it_is_found(
    post: Post, sari: Person
) -> None:
    await post.comes(said(message(**{"from": NEW}, **written_now(post)), contacts=[contact(NEW)]))
    await post.comes(moved())
    assert (await Address.get(external_id=NEW)).person_id == sari.id
    old = await Address.get(external_id=SARI)
    assert (old.person_id, old.unreachable_since is not None) == (None, True)


async def test_a_number_of_somebody_else_is_never_taken_over(post: Post, sari: Person) -> None:
    other = await Person.create(name="Budi", phone=f"+{NEW}", created_at=DAYS_AGO)
    await Address.create(channel="whatsapp", external_id=NEW, person=other, created_at=DAYS_AGO)
    await post.comes(moved())
    await post.deliver()
    assert (await Address.get(external_id=SARI)).person_id == sari.id
    assert (await Address.get(external_id=NEW)).person_id == other.id
    assert any("nomor barunya tercatat milik orang lain" in w for w in post.to_staff)
    assert "whatsapp.number_taken" in await keys_said()


async def test_a_new_hidden_id_replaces_the_old_one(post: Post) -> None:
    hidden = message(from_user_id=SARI_ID, **written_now(post))
    del hidden["from"]
    await post.comes(said(hidden, contacts=[contact(None, SARI_ID)]))
    told = message(
        "system",
        5,
        system={
            "type": "user_changed_user_id",
            "user_id": "ID.2",
            "previous_user_id": SARI_ID,
        },
    )
    del told["from"]
    await post.comes(webhook({"messages": [told]}))
    [address] = await Address.filter(channel="whatsapp")
    assert address.external_id == "ID.2"


async def test_a_new_hidden_id_of_a_known_number_leaves_the_number(post: Post) -> None:
    both = message(from_user_id=SARI_ID, **written_now(post))
    await post.comes(said(both, contacts=[contact(SARI, SARI_ID)]))
    system = {"type": "user_changed_user_id", "user_id": "ID.2", "previous_user_id": SARI_ID}
    told = message("system", 5, system=system)
    del told["from"]
    await post.comes(webhook({"messages": [told]}))
    [address] = await Address.filter(channel="whatsapp")
    assert (address.external_id, address.alias) == (SARI, "ID.2")


async def test_a_new_phone_of_somebody_makes_staff_careful(post: Post, sari: Person) -> None:
    system = {"type": "customer_identity_changed"}
    payload = webhook({"contacts": [contact()], "messages": [message("system", system=system)]})
    await post.comes(payload, payload)
    await post.deliver()
    assert len([w for w in post.to_staff if "Sari memakai WhatsApp di HP yang baru" in w]) == 1


async def test_news_of_the_account_reach_staff_once(post: Post) -> None:
    told = webhook(
        {"event": "PAUSED", "message_template_name": "gulir_lunas_v1"},
        "message_template_status_update",
    )
    await post.comes(told, told)
    await post.comes(told)
    await post.deliver()
    assert len([w for w in post.to_staff if "gulir_lunas_v1" in w]) == 1
    assert not await InboxMessage.filter(state=InboxState.SET_ASIDE).exists()
