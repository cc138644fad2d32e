"""Two months of somebody on both networks: one message a day at most, where it costs least."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.database import transaction
from bot.schedule import Scheduler
from handlers.clockwork.reminders import REMINDERS
from models.contact import Address, Person
from models.delivery import templates_sent
from models.group import Office
from models.loan import Instalment
from models.notice import CallTask, Notice, NoticeState
from models.outbox import OutboxMessage, OutboxState
from tests.builders import NOW, STAFF_CHAT, Lent, a_loan, a_person, an_officer
from tests.channels.bot_api import failure
from tests.channels.whatsapp_payloads import SARI, status, statuses
from tests.notice_office import at
from tests.whatsapp.conftest import TELEGRAM_ID

if TYPE_CHECKING:
    from tests.whatsapp.conftest import Post

DUE = date(2019, 7, 22)
"""A Monday; the next instalment falls due a month later."""


async def a_due_loan(sari: Person) -> Lent:
    async with transaction():
        lent = await a_loan(principal=4_000_000, instalments=4, leader=sari)
        rows = await Instalment.filter(loan_id=lent.loan.id).order_by("number")
        for number, row in enumerate(rows):
            row.due_on = DUE + timedelta(days=31 * number)
            await row.save(update_fields=["due_on"])
    return lent


async def a_day(post: Post, day: date) -> tuple[list[str], list[str]]:
    """The planning in the morning, the sending at nine; what was said on each network."""
    said, written = len(post.graph.said), len(post.on_telegram)
    scheduler = Scheduler((REMINDERS,), post.clock, post.deliverer.wake, post.deliverer.staff_chat)
    for hour in (6, 9):
        post.clock.moment = at(day, hour, 1)
        await scheduler.look()
        await post.deliver()
    to_sari = [words for chat, words in post.on_telegram[written:] if chat == TELEGRAM_ID]
    return post.on_whatsapp[said:], to_sari


async def test_two_months_on_both_networks(
    post: Post, sari: Person, also_on_telegram: Address
) -> None:
    await a_due_loan(sari)
    await a_day(post, DUE - timedelta(days=5))
    whatsapp: dict[int, list[str]] = {}
    telegram: dict[int, list[str]] = {}
    for number in range(-4, 57):
        day = DUE + timedelta(days=number)
        if number == 0:
            post.clock.moment = at(day, 5)
            await post.writes("halo")  # and so WhatsApp may be answered freely today
        if number == 7:
            blocked = failure(403, "Forbidden: bot was blocked by the user")
            post.telegram_api.will("sendMessage", blocked)
        on_whatsapp, on_telegram = await a_day(post, day)
        if number == 7:
            assert len(on_telegram) == 1, "tried there first, and refused"
            on_telegram = []
        whatsapp |= {number: on_whatsapp} if on_whatsapp else {}
        telegram |= {number: on_telegram} if on_telegram else {}
        assert len(on_whatsapp) + len(on_telegram) <= 1, "one message a day, whatever the network"
    assert set(telegram) == {-3, -2, 3}, "outside of the window Telegram costs nothing"
    assert "hari ini jadwal setoran" in whatsapp[0][0], "inside of it they are answered there"
    assert whatsapp[7][0].startswith("[gulir_"), "who has blocked us is told by an approved text"
    assert await templates_sent(NOW, post.clock.now()) == sum(
        words[0].startswith("[") for words in whatsapp.values()
    )
    assert await CallTask.all().count() == 1
    assert set(whatsapp) == {0, 7, 14, 29}, "then somebody calls; in August it is asked for news"
    assert await Notice.filter(state=NoticeState.PLANNED).count() == 0


async def test_a_number_that_fails_after_all_hands_the_reminder_to_the_treasurer(
    post: Post, sari: Person
) -> None:
    """WhatsApp takes the approved text, and tells a minute later that it reached nobody."""
    lent = await a_due_loan(sari)
    async with transaction():
        await an_officer(lent.group, await a_person("Nurul Aini"), Office.TREASURER)
    await a_day(post, DUE - timedelta(days=5))
    said, _ = await a_day(post, DUE - timedelta(days=3))
    assert said[0].startswith("[gulir_")
    row = await OutboxMessage.get(recheck__not="", state=OutboxState.SENT)
    post.clock.passes(minutes=1)
    tag = {"biz_opaque_callback_data": f"{row.id}:0/1"}
    await post.comes(statuses(status("failed", row.receipt[0], code=131026, **tag)))
    await post.work()
    told = [words for chat, words in post.on_telegram if chat not in {TELEGRAM_ID, STAFF_CHAT}]
    assert len(told) == 1
    assert "Nurul Aini" in told[0]
    assert (await Address.get(external_id=SARI)).unreachable_since is not None
    (notice,) = await Notice.all()
    assert notice.state is NoticeState.TOLD
