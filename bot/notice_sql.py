"""Planning a day's notices in SQL: a few statements, whatever the number of loans.

The description of the day is pure (`models.notice_day`); here it meets the loans. Every row has a
key of its own, so that planning twice, late, or in two processes plans everything once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import orjson

from bot import notice_statements as statements
from bot.set_sql import SetSql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.notice_day import DueTelling, MonthlyTelling, NoticeDay

_WEEK: Final = timedelta(days=7)
_DAYS: Final = {"day": "date", "since": "date", "week": "date"}
_DUE: Final = {
    **_DAYS,
    "programme_id": "bigint",
    "due_on": "date",
    "step": "bigint",
    "kind": "text",
    "good_until": "date",
    "state": "text",
    "reason": "text",
}
_MONTHLY: Final = {
    **_DAYS,
    "programme_id": "bigint",
    "month": "text",
    "month_begins": "date",
    "today": "text",
    "good_until": "date",
}
_CALL: Final = {**_DAYS, "programme_id": "bigint", "due_on": "date", "late_since": "date"}
_MESSAGE: Final = {
    **_DAYS,
    "today": "text",
    "opens_ms": "bigint",
    "closes_ms": "bigint",
    "now_ms": "bigint",
}

_REPLY: Final = {"id": "bigint", "reply": "text"}
_STALE: Final = {"state": "dropped", "reason": "stale"}


@dataclass(frozen=True, slots=True)
class Planned:
    """How many rows one planning has written."""

    reminders: int = 0
    promises: int = 0
    stale: int = 0
    calls: int = 0
    news: int = 0
    messages: int = 0


class NoticeSql(SetSql):
    """The statements, bound to the open transaction."""

    async def plan(self, planned: NoticeDay, now_ms: int) -> Planned:
        """Plan all notices of a day, and one message for each person who has any."""
        days = _days(planned)
        await self._carry_over(days, now_ms)
        calls = await self._calls(planned, days)
        promises = await self._fill(statements.PROMISES, _DAYS, [days])
        reminders = await self._fill(
            statements.DUES, _DUE, [_due(one, days) for one in planned.dues]
        )
        missed = [{**_due(one, days), **_STALE} for one in planned.stale]
        stale = await self._fill(statements.DUES, _DUE, missed)
        news = await self._fill(statements.CALLED, _DAYS, [days])
        for statement, told in (
            (statements.PROGRESS, planned.progress),
            (statements.PLACES, planned.places),
        ):
            news += await self._fill(statement, _MONTHLY, [_monthly(one, days) for one in told])
        messages = await self._messages(planned, days, now_ms)
        return Planned(reminders, promises, stale, calls, news, messages)

    async def write_replies(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Keep what was put together for messages that are being sent."""
        await self._write(statements.REPLIES, _REPLY, rows)

    async def _carry_over(self, days: Mapping[str, Any], now_ms: int) -> None:
        await self._change(statements.DROP_STALE_MESSAGES, now_ms)
        await self._fill(statements.DROP_STALE, _DAYS, [days])
        await self._fill(statements.CARRY_OVER, _DAYS, [days])

    async def _calls(self, planned: NoticeDay, days: Mapping[str, Any]) -> int:
        fresh = [
            {**days, "programme_id": calls.programme_id, "due_on": due_on.isoformat()}
            for calls in planned.calls
            for due_on in calls.due_days
        ]
        held = [
            {
                **days,
                "programme_id": calls.programme_id,
                "late_since": calls.late_since.isoformat(),
            }
            for calls in planned.calls
        ]
        made = await self._fill(statements.CALLS, _CALL, fresh)
        return made + await self._fill(statements.HELD_CALLS, _CALL, held)

    async def _messages(self, planned: NoticeDay, days: Mapping[str, Any], now_ms: int) -> int:
        row = {
            **days,
            "today": planned.day.isoformat(),
            "opens_ms": planned.opens_ms,
            "closes_ms": planned.closes_ms,
            "now_ms": now_ms,
        }
        return await self._fill(statements.MESSAGES, _MESSAGE, [row])

    async def _fill(
        self, sql: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> int:
        """Write rows from rows without reading any of them; returns how many."""
        if not rows:
            return 0
        statement = sql.replace("{rows}", self._source(columns))
        values = [orjson.dumps(list(rows)).decode()]
        if self._postgres:
            counted = f"WITH w AS ({statement} RETURNING 1) SELECT COUNT(*) AS count FROM w"
            return int((await self._connection.execute_query_dict(counted, values))[0]["count"])
        count, _ = await self._connection.execute_query(statement, values)
        return count


def _days(planned: NoticeDay) -> dict[str, Any]:
    return {
        "day": planned.day.isoformat(),
        "since": planned.planned_before.isoformat(),
        "week": (planned.day - _WEEK).isoformat(),
    }


def _due(one: DueTelling, days: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **days,
        "programme_id": one.programme_id,
        "due_on": one.due_on.isoformat(),
        "step": one.step,
        "kind": one.kind.value,
        "good_until": one.good_until.isoformat(),
        "state": "planned",
        "reason": "",
    }


def _monthly(one: MonthlyTelling, days: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **days,
        "programme_id": one.programme_id,
        "month": f"{one.month:%Y-%m}",
        "month_begins": one.month.isoformat(),
        "today": days["day"],
        "good_until": one.good_until.isoformat(),
    }
