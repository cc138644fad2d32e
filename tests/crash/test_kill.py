"""The bot is killed in the middle of its work, again and again; nobody may notice more than a wait.

The bot is a real process on a real database. The simulator lives in the test, as Telegram outlives
us: what was sent stands on the phones, what was not confirmed is delivered again.
"""

from __future__ import annotations

import asyncio
import os
import random
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.clock import SystemClock
from bot.database import close_database, open_database
from bot.sample.load import load
from bot.simulator.phone import ShownMessage, Simulator, running_simulator
from handlers.messages import Reply
from handlers.speak import render
from locales import text
from models.inbox import InboxMessage, InboxState
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import JournalEntry, Posting
from models.outbox import OutboxMessage, OutboxState
from models.programme import Programme
from models.repayment import RepaymentReport, ReportSlip, ReportStatus
from tests.crash.forked_bot import ForkedBot
from tests.crash.living_process import LOOK_SECONDS, free_port, until
from tests.house import EASY_RATES, STAFF_CHAT, TOKEN
from tests.networks import ON_TELEGRAM

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from bot.simulator.phone import SimulatedPhone

KILLS = 12
LONGEST_LIFE_SECONDS = 0.2
"""After what a person did: by then the bot has usually answered, and waits again."""
LONGEST_LOOK_SECONDS = 1.2
"""After the clock moved: by then the bot has looked at it, and posted what was due."""
PATIENCE_SECONDS = 20.0
MARK = text("form.sent_again", language="id", facts={})

pytestmark = pytest.mark.timeout(180)


@dataclass(slots=True)
class Office:
    """A bot that may be killed, its simulator, and the people on their phones."""

    bot: ForkedBot
    simulator: Simulator
    database_url: str
    kills: list[str] = field(default_factory=list)

    @property
    def sari(self) -> SimulatedPhone:
        return self.simulator.phone("sari", "sari")

    @property
    def rina(self) -> SimulatedPhone:
        return self.simulator.phone("staff", "rina")

    async def kill_and_restart(self, why: str) -> None:
        await self.bot.kill()
        self.kills.append(why)
        await self.bot.start()


@asynccontextmanager
async def an_office(database_url: str, data_dir: Path) -> AsyncIterator[Office]:
    """The sample data, phones that outlive the bot, and the bot as a process."""
    async with opened(database_url):
        await load(SystemClock(), private_network="telegram", with_queue=False)
    shift = data_dir / "simulator" / "clock-shift"
    shift.parent.mkdir()
    async with running_simulator(
        token=TOKEN, data_dir=shift.parent, rate_limits=EASY_RATES, cast=ON_TELEGRAM
    ) as simulator:
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": simulator.base_url,
            "STAFF_CHAT_ID": STAFF_CHAT,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(data_dir),
            "PORT": str(free_port()),
            "CLOCK_SHIFT_FILE": str(shift),
            "BURST_SECONDS": "0",
            "LOG_LEVEL": "WARNING",
        }
        bot = ForkedBot(settings, data_dir / "bot.log")
        await bot.start()
        try:
            yield Office(bot, simulator, database_url)
        finally:
            await bot.stop()


@asynccontextmanager
async def opened(database_url: str) -> AsyncIterator[None]:
    """The database, looked at from the test."""
    await open_database(database_url)
    try:
        yield
    finally:
        await close_database()


@dataclass(slots=True)
class Deed:
    """Something that a person does, and how they see that the bot has done its part."""

    name: str
    do: Callable[[], Awaitable[Any]]
    seen: Callable[[], Awaitable[Any]]
    longest_life: float = LONGEST_LIFE_SECONDS


def deeds_of_a_repayment(office: Office, amount: str, figures: str, number: str) -> list[Deed]:
    """One report from its first word to its last, as a person with patience goes through it.

    Nobody writes anything twice: whoever is not answered waits, for the answer is on its way.
    """
    sari, rina = office.sari, office.rina

    async def verified() -> None:
        await shows(rina, f"✅ Laporan {number}")
        await shows(sari, f"Setoran {figures} tanggal")

    async def a_minute_passes() -> None:
        await office.simulator.advance_clock(61)

    return [
        Deed(
            "asks",
            lambda: sari.say(f"setor {amount} kemarin"),
            lambda: shows(sari, "Disetor dengan cara apa", since=f"setor {amount} kemarin"),
        ),
        Deed(
            "chooses",
            lambda: sari.tap("Transfer bank", wait_seconds=0),
            lambda: shows(sari, "foto bukti", since=f"setor {amount} kemarin"),
        ),
        Deed(
            "photographs",
            lambda: sari.send_sample_slip(int(figures[2:].replace(".", "")), yesterday()),
            lambda: shows(sari, f"Jumlah: {figures}", since=f"setor {amount} kemarin"),
        ),
        Deed(
            "confirms",
            lambda: sari.tap("Ya, kirim", wait_seconds=0),
            lambda: both(
                shows(sari, f"Laporan {number} sudah kami terima"),
                shows(rina, f"📥 Laporan {number}"),
            ),
        ),
        Deed(
            "accepts",
            lambda: tap_card(rina, number),
            lambda: shows(rina, f"⏳ Laporan {number}"),
        ),
        Deed("cannot undo any more", a_minute_passes, verified, LONGEST_LOOK_SECONDS),
    ]


def yesterday() -> str:
    return (SystemClock().today() - timedelta(days=1)).isoformat()


async def both(*what: Awaitable[Any]) -> None:
    for each in what:
        await each


async def tap_card(phone: SimulatedPhone, number: str) -> None:
    """Tap accept on the newest card of a report."""
    cards = [m for m in await phone.messages() if f"📥 Laporan {number}" in m.text]
    await phone.tap("✅ Terima", cards[-1], wait_seconds=0)


async def shows(phone: SimulatedPhone, words: str, since: str = "") -> ShownMessage:
    """Wait until the bot's words stand on a phone, below one's own words if these are given."""
    deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
    while asyncio.get_running_loop().time() < deadline:
        messages = await phone.messages()
        own = [place for place, m in enumerate(messages) if since and m.text == since]
        for message in messages[own[-1] if own else 0 :]:
            if message.sender == "bot" and words in message.text:
                return message
        await asyncio.sleep(LOOK_SECONDS)
    raise AssertionError(f"{words!r} never appeared:\n{await phone.transcript()}")


@dataclass(frozen=True, slots=True)
class Danger:
    """A point at which a crash hurts most: what the network is told to do, and when to strike."""

    name: str
    fault: dict[str, Any] | None = None
    phone: str = ""
    words: str = ""

    async def before(self, office: Office) -> None:
        if self.fault is not None:
            await office.simulator.misbehave({"kind": "delay", "seconds": 5, **self.fault})

    async def strikes(self, office: Office) -> None:
        """Wait for the point: the slow call has begun, or the words stand on the phone."""
        if self.fault is None:
            await shows(office.simulator.phone(self.phone), self.words)
            return

        async def slow_call_has_begun() -> bool:
            rules = (await office.simulator.call("GET", "/api/faults"))["rules"]
            return not rules[0]["times"]

        await until(slow_call_has_begun, PATIENCE_SECONDS)


DANGERS = {
    "asks": Danger("an answer was just sent", phone="sari", words="Disetor dengan cara apa"),
    "chooses": Danger("a tap is being answered", {"method": "answerCallbackQuery"}),
    "photographs": Danger("a slip is on its way", {"method": "file"}),
    "confirms": Danger("a card was just sent", phone="staff", words="📥 Laporan"),
    "accepts": Danger("a card is being changed", {"method": "editMessageCaption"}),
    "cannot undo any more": Danger("the result is being told", {"method": "sendMessage"}),
}


async def test_a_dozen_kills_at_random_instants_change_nothing(
    database_url: str, tmp_path: Path
) -> None:
    """Two reports, six deeds for each; after every deed the bot lives for a moment, then dies."""
    seed = int(os.environ.get("CRASH_SEED", "20261123"))
    print(f"CRASH_SEED={seed}")  # noqa: T201 (a failure is repeated with it)
    moments = random.Random(seed)  # noqa: S311
    async with an_office(database_url, tmp_path) as office:
        numbers = await next_numbers(office, 2)
        for amount, figures, number in (
            ("500rb", "Rp500.000", numbers[0]),
            ("400rb", "Rp400.000", numbers[1]),
        ):
            for deed in deeds_of_a_repayment(office, amount, figures, number):
                await deed.do()
                life = moments.uniform(0, deed.longest_life)
                await asyncio.sleep(life)
                await office.kill_and_restart(f"{deed.name} + {life * 1000:.0f} ms")
                await deed.seen()
        assert len(office.kills) == KILLS
        await nothing_is_lost_or_doubled(office, numbers)


async def test_kills_at_the_most_dangerous_points_change_nothing(
    database_url: str, tmp_path: Path
) -> None:
    """While a request is on the wire, a file on its way, a reply just sent but not written down."""
    async with an_office(database_url, tmp_path) as office:
        numbers = await next_numbers(office, 1)
        for deed in deeds_of_a_repayment(office, "500rb", "Rp500.000", numbers[0]):
            danger = DANGERS[deed.name]
            await danger.before(office)
            await deed.do()
            await danger.strikes(office)
            await office.simulator.behave()
            await office.kill_and_restart(danger.name)
            await deed.seen()
        repeated = await nothing_is_lost_or_doubled(office, numbers)
        assert repeated >= 1, "no kill hit a message that had just been sent"


async def test_a_bot_that_dies_again_and_again_around_the_minute_posts_once(
    database_url: str, tmp_path: Path
) -> None:
    """Killed before, while and after it posts: nothing entered twice, nothing forgotten."""
    async with an_office(database_url, tmp_path) as office:
        numbers = await next_numbers(office, 1)
        *before, posts = deeds_of_a_repayment(office, "500rb", "Rp500.000", numbers[0])
        for deed in before:
            await deed.do()
            await deed.seen()
        await posts.do()
        for life_ms in (0, 5, 10, 20, 40, 80):
            await asyncio.sleep(life_ms / 1000)
            await office.kill_and_restart(f"{life_ms} ms after a start with a verdict that is due")
        await posts.seen()
        await nothing_is_lost_or_doubled(office, numbers)


async def next_numbers(office: Office, count: int) -> list[str]:
    """The numbers that the next reports of this month will get."""
    async with opened(office.database_url):
        last = await RepaymentReport.all().order_by("-id").first()
        month = f"{SystemClock().today():%y%m}"
        this_month = await RepaymentReport.filter(number__startswith=f"S-{month}-").count()
    assert last is not None
    return [f"S-{month}-{this_month + each:04d}" for each in range(1, count + 1)]


async def nothing_is_lost_or_doubled(office: Office, numbers: list[str]) -> int:
    """What must be true in the end; gives how many messages had to be sent again."""
    async with opened(office.database_url):
        await until(at_rest, PATIENCE_SECONDS)
    status, _ = await office.bot.interrupt()
    assert status == 0
    assert "Traceback" not in office.bot.log
    async with opened(office.database_url):
        await each_report_stands_once_in_the_books(numbers)
        await everything_that_arrived_is_answered()
        return await every_message_stands_on_its_phone(office.simulator)


async def at_rest() -> bool:
    """Whether nothing is left to do."""
    coming = InboxMessage.filter(state__in=[InboxState.FETCHING, InboxState.WAITING])
    going = OutboxMessage.filter(state__in=[OutboxState.WAITING, OutboxState.SENDING])
    return not (await coming.exists() or await going.exists())


async def each_report_stands_once_in_the_books(numbers: list[str]) -> None:
    new = await RepaymentReport.filter(draft_id__gt=0).order_by("id")
    assert [report.number for report in new] == numbers
    for report in new:
        assert report.status is ReportStatus.ACCEPTED
        assert await ReportSlip.filter(report_id=report.id).count() == 1
        entries = await JournalEntry.filter(cause=f"repayment_report:{report.id}")
        assert len(entries) == 1, report.number
        postings = await Posting.filter(entry_id=entries[0].id)
        assert sum(posting.amount for posting in postings) == report.amount
    for programme in await Programme.all():
        assert (await verify_chain(programme.id)).fault is None
        assert await balance_differences(programme.id) == []


async def everything_that_arrived_is_answered() -> None:
    """Each message of a person in private has its own reply, which was sent."""
    assert not await InboxMessage.exclude(state=InboxState.DONE).exists()
    assert not await OutboxMessage.exclude(state=OutboxState.SENT).exists()
    for message in await InboxMessage.filter(private=True):
        if message.event is not None:
            assert await OutboxMessage.exists(key=f"in:{message.id}"), message.event


async def every_message_stands_on_its_phone(simulator: Simulator) -> int:
    """Receipts name messages that are there; what is there without a receipt was sent again."""
    repeated = 0
    for phone, chat in (("sari", "5001"), ("staff", STAFF_CHAT)):
        rows = await OutboxMessage.filter(chat=chat, edits_id__isnull=True)
        shown = {m.id: m for m in await simulator.phone(phone).messages() if m.sender == "bot"}
        receipts = [int(each) for row in rows for each in row.receipt]
        assert len(set(receipts)) == len(receipts)
        assert set(receipts) <= set(shown)
        changed = {edit.edits_id for edit in await OutboxMessage.filter(edits_id__not_isnull=True)}
        for row in rows:
            if row.repeated and row.id not in changed:
                assert is_marked(shown[int(row.receipt[-1])])
        orphans = [m for m in shown.values() if m.id not in receipts]
        each_orphan_is_an_earlier_sending(orphans, [row for row in rows if row.repeated])
        repeated += len(orphans)
    return repeated


def each_orphan_is_an_earlier_sending(
    orphans: list[ShownMessage], rows: list[OutboxMessage]
) -> None:
    """Of one row: as many as attempts failed, above its receipt, all but the first one marked.

    Pictures and files without words stand before the words of their row, which carry the mark.
    """
    left = sorted((m for m in orphans if m.text), key=lambda m: m.id)
    wordless = sum((row.attempts - 1) * (len(row.receipt) - 1) for row in rows)
    assert len(orphans) - len(left) <= wordless, "pictures sent too often"
    for row in sorted(rows, key=lambda row: int(row.receipt[-1])):
        words, receipt = spoken(row), int(row.receipt[-1])
        doubles = [m for m in left if unmarked(m) == words and m.id < receipt]
        assert len(doubles) < row.attempts, f"sent too often: {words}"
        assert all(map(is_marked, doubles[1:])), f"unmarked doubles: {words}"
        left = [m for m in left if m not in doubles]
    assert left == [], "on the phone, but in no row that was sent again"


def is_marked(message: ShownMessage) -> bool:
    return message.text.endswith(MARK)


def unmarked(message: ShownMessage) -> str:
    """The words of a message on a phone, without the mark of a second sending."""
    return message.text.removesuffix(f"\n\n{MARK}")


def spoken(row: OutboxMessage) -> str:
    """The words of an outbox row, without the mark of a second sending."""
    return render([Reply.from_json(part) for part in row.reply], row.language).text


def a_row(receipt: int, attempts: int) -> OutboxMessage:
    """A question that was sent again until its receipt came."""
    reply = Reply("form.cancelled").to_json()
    return OutboxMessage(
        reply=[reply], language="id", receipt=[str(receipt)], attempts=attempts, repeated=True
    )


@pytest.mark.parametrize(
    ("marks", "attempts", "fault"),
    [
        ([False], 2, None),
        ([False, True], 3, None),
        ([True], 3, None),
        ([False, True], 2, "sent too often"),
        ([False, False], 3, "unmarked doubles"),
        ([True, False], 3, "unmarked doubles"),
    ],
)
def test_only_the_first_sending_of_a_message_may_be_without_a_mark(
    marks: list[bool], attempts: int, fault: str | None
) -> None:
    """The counting itself: what stands above the receipt, in the order of the phone."""
    row = a_row(9, attempts)
    orphans = [
        ShownMessage({"id": place, "text": f"{spoken(row)}\n\n{MARK}" if mark else spoken(row)})
        for place, mark in enumerate(marks, start=1)
    ]
    with pytest.raises(AssertionError, match=fault) if fault else nullcontext():
        each_orphan_is_an_earlier_sending(orphans, [row])


def test_what_no_row_had_to_send_again_is_a_fault() -> None:
    row = a_row(9, 2)
    for stray in (
        ShownMessage({"id": 1, "text": "Siapa yang mengirim ini?"}),
        ShownMessage({"id": 10, "text": spoken(row)}),
    ):
        with pytest.raises(AssertionError, match="in no row"):
            each_orphan_is_an_earlier_sending([stray], [row])
