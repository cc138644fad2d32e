"""The same conversation in plain aiogram, as its documentation teaches it: the one to beat.

FSM with MemoryStorage, aiogram's own long polling and dispatcher, updates handled side by side, one
aiosqlite connection (WAL, synchronous FULL as SQLite comes). The texts, buttons and the card for
staff are Gulir's. It keeps no inbox and no outbox: a crash loses what was on its way.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import aiosqlite
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

from tests.bench.conversation import STAFF_CHAT, TOKEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext

WITA = timezone(timedelta(hours=8))
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
METHODS = {"transfer": "Transfer bank", "cash": "Tunai ke petugas"}

router = Router()


class Report(StatesGroup):
    """Where in the conversation somebody is."""

    amount = State()
    paid_on = State()
    method = State()
    slip = State()
    confirm = State()


def _keyboard(*rows: dict[str, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for data, label in row.items()]
            for row in rows
        ]
    )


def _rupiah(amount: int) -> str:
    return "Rp" + f"{amount:,}".replace(",", ".")


def _day(day: datetime) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


@router.message(F.text == "mau lapor setoran")
async def begin(message: Message, state: FSMContext, database: aiosqlite.Connection) -> None:
    """Find the leader's group and ask for the amount."""
    found = await database.execute(
        "SELECT group_name FROM leader WHERE telegram_id = ?", (message.chat.id,)
    )
    row = await found.fetchone()
    if row is None:
        return
    await state.set_state(Report.amount)
    await state.set_data({"group": row[0]})
    await message.answer(
        "Berapa jumlah yang disetor, Pak/Bu?\nContoh: 500 ribu atau 1,5 juta",
        reply_markup=_keyboard({"amount:1000000": "Rp1.000.000"}, {"cancel": "Batal"}),
        link_preview_options=NO_PREVIEW,
    )


@router.message(Report.amount)
async def amount(message: Message, state: FSMContext) -> None:
    """Read so many thousand or million rupiah."""
    found = re.search(r"(\d+(?:,\d+)?)\s*(ribu|rb|juta|jt)?", (message.text or "").casefold())
    if found is None:
        await message.answer("Maaf, jumlahnya belum terbaca. Mohon tulis angkanya saja, Pak/Bu.")
        return
    times = {"ribu": 1_000, "rb": 1_000, "juta": 1_000_000, "jt": 1_000_000}.get(found[2], 1)
    await state.update_data(amount=int(float(found[1].replace(",", ".")) * times))
    await state.set_state(Report.paid_on)
    await message.answer(
        "Kapan disetor, Pak/Bu?\nBoleh juga tulis tanggalnya, contoh: 5 Juli",
        reply_markup=_keyboard({"day:0": "Hari ini", "day:1": "Kemarin"}, {"cancel": "Batal"}),
        link_preview_options=NO_PREVIEW,
    )


@router.message(Report.paid_on)
async def paid_on(message: Message, state: FSMContext) -> None:
    """Read today or yesterday."""
    ago = {"hari ini": 0, "kemarin": 1}.get((message.text or "").casefold())
    if ago is None:
        await message.answer("Maaf, tanggalnya belum terbaca. Mohon tulis harinya, Pak/Bu.")
        return
    day = datetime.now(WITA) - timedelta(days=ago)
    await state.update_data(paid_on=day.date().isoformat(), paid_on_shown=_day(day))
    await state.set_state(Report.method)
    choices = [{f"method:{key}": label} for key, label in METHODS.items()]
    await message.answer(
        "Disetor dengan cara apa, Pak/Bu?",
        reply_markup=_keyboard(*choices, {"cancel": "Batal"}),
        link_preview_options=NO_PREVIEW,
    )


@router.callback_query(Report.method, F.data.startswith("method:"))
async def method(query: CallbackQuery, state: FSMContext) -> None:
    """Take the tapped way of paying."""
    await query.answer()
    await state.update_data(method=(query.data or "").partition(":")[2])
    await state.set_state(Report.slip)
    if query.message:
        await query.message.answer(
            "Mohon kirim foto bukti setornya, Pak/Bu. 📷\nKalau belum ada, ketik NANTI.",
            reply_markup=_keyboard({"later": "Nanti", "cancel": "Batal"}),
            link_preview_options=NO_PREVIEW,
        )


@router.message(Report.slip, F.text.casefold() == "nanti")
async def no_slip(message: Message, state: FSMContext) -> None:
    """Go on without a picture, and show everything."""
    told = await state.get_data()
    await state.set_state(Report.confirm)
    await message.answer(
        "Mohon dicek dulu:\n"
        f"Kelompok: {told['group']}\n"
        f"Jumlah: {_rupiah(told['amount'])}\n"
        f"Tanggal: {told['paid_on_shown']}\n"
        f"Cara: {METHODS[told['method']]}\n"
        "Bukti: belum ada\n"
        "Sudah benar, Pak/Bu?",
        reply_markup=_keyboard({"send": "Ya, kirim", "change": "Perbaiki"}, {"cancel": "Batal"}),
        link_preview_options=NO_PREVIEW,
    )


@router.callback_query(Report.confirm, F.data == "send")
async def confirm(
    query: CallbackQuery, state: FSMContext, bot: Bot, database: aiosqlite.Connection
) -> None:
    """Save the report, thank, and show staff its card."""
    await query.answer()
    told, now = await state.get_data(), datetime.now(UTC)
    saved = await database.execute(
        "INSERT INTO report (telegram_id, amount, paid_on, method, submitted_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (query.from_user.id, told["amount"], told["paid_on"], told["method"], now.isoformat()),
    )
    await database.commit()
    await state.clear()
    number = f"S-{now:%y%m}-{saved.lastrowid:04d}"
    if query.message:
        await query.message.answer(
            f"Laporan {number} sudah kami terima: {_rupiah(told['amount'])} dari kelompok"
            f" {told['group']}.\nPetugas akan mencocokkan dulu, paling lama 2 hari kerja. Sisa"
            " pinjaman berubah setelah dicek. Bila sudah ada, kirim foto buktinya ke sini. Terima"
            " kasih, Pak/Bu. 🙏",
            link_preview_options=NO_PREVIEW,
        )
    await bot.send_message(
        STAFF_CHAT,
        f"📥 Laporan {number}\n{told['group']}\nSepaso, Bengalon\nPelapor: Sari Wulandari\n"
        f"Jumlah: {_rupiah(told['amount'])}\nTanggal setor: {told['paid_on_shown']}\n"
        f"Cara: {METHODS[told['method']]}\n\n⚠️ Belum ada foto bukti.",
        reply_markup=_keyboard(
            {f"card:{saved.lastrowid}:accept": "✅ Terima"},
            {
                f"card:{saved.lastrowid}:other": "Jumlah lain",
                f"card:{saved.lastrowid}:reject": "Tolak",
            },
        ),
        link_preview_options=NO_PREVIEW,
    )


async def run_aiogram(api_base: str, database_file: str, started: Callable[[], None]) -> None:
    """Poll for ever, with aiogram's defaults."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_base))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    dispatcher.startup.register(_announcing(started))
    async with aiosqlite.connect(database_file) as database:
        await dispatcher.start_polling(
            Bot(TOKEN, session=session), database=database, handle_signals=False
        )


def _announcing(started: Callable[[], None]) -> Callable[..., Awaitable[Any]]:
    async def announce() -> None:
        started()

    return announce
