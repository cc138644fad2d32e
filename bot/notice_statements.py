"""The statements that plan notices: text only; what they share stands here once.

`r` is the day with its limits, `t` what is told on it, `l` a loan (or what has a group like one),
`i` an instalment, `c` a candidate for a notice with the person who would hear it.
"""

from __future__ import annotations

from typing import Final

from models.notice_day import OVERDUE_A_WEEK

_ONCE: Final = " ON CONFLICT (key) DO NOTHING"

_SPEAKER: Final = (
    "(SELECT MIN((CASE o.office WHEN 'leader' THEN 0 WHEN 'treasurer' THEN 1 ELSE 2 END"
    " + CASE WHEN d.undelivered_since IS NULL THEN 0 ELSE 3 END)"
    " * 1000000000000 + o.person_id) % 1000000000000 FROM officer o"
    " JOIN person s ON s.id = o.person_id AND s.consented_at IS NOT NULL"
    " JOIN address d ON d.person_id = o.person_id AND d.unreachable_since IS NULL"
    " WHERE o.group_id = l.group_id AND o.until IS NULL AND o.office <> 'facilitator')"
)
"""Who hears for the group of `l`: its leader, else the next officer who can be reached.

One on whose phone nothing arrives comes behind all others. The smallest of office and person in one
number costs a third of sorting them.
"""

_LEFT: Final = (
    "i.principal + i.fee > COALESCE(CASE WHEN i.version = 1 THEN"
    " (SELECT SUM(a.amount) FROM allocation a WHERE a.instalment_id = i.id)"
    " ELSE (SELECT SUM(a.amount) FROM allocation a JOIN instalment v ON v.id = a.instalment_id"
    " WHERE a.loan_id = i.loan_id AND v.number = i.number) END, 0)"
)
"""Something of `i` is unpaid; what was paid on a replaced one counts for its number now."""

_UNREPORTED: Final = (
    "(p.amount IS NULL OR p.amount <="
    " (SELECT COALESCE(SUM(e.principal + e.fee), 0) FROM instalment e"
    " WHERE e.loan_id = i.loan_id AND e.replaced_at IS NULL AND e.due_on < i.due_on)"
    " - (SELECT COALESCE(SUM(a.amount), 0) FROM allocation a"
    " JOIN instalment v ON v.id = a.instalment_id JOIN instalment e ON e.loan_id = v.loan_id"
    " AND e.number = v.number AND e.replaced_at IS NULL AND e.due_on < i.due_on"
    " WHERE a.loan_id = i.loan_id))"
)
"""What is reported and undecided would be used up by what fell due before `i`."""

_PENDING: Final = (
    " LEFT JOIN (SELECT loan_id, SUM(amount) AS amount FROM repayment_report"
    " WHERE status = 'submitted' GROUP BY loan_id) p ON p.loan_id = l.id"
)

_NO_PROMISE: Final = (
    "NOT EXISTS (SELECT 1 FROM payment_promise q WHERE q.loan_id = l.id AND q.state = 'open'"
    " AND COALESCE(q.silent_until, r.day) >= r.day AND q.promised_on >= i.due_on)"
)
"""No word of the group holds; the rest of the index is kept out of SQLite's sight on purpose."""
_NO_CALL: Final = (
    "NOT EXISTS (SELECT 1 FROM call_task t WHERE t.loan_id = l.id AND t.state = 'open')"
)
_NOT_ENOUGH: Final = (
    "(SELECT COUNT(DISTINCT w.day) FROM notice w WHERE w.loan_id = l.id AND w.day > r.week"
    " AND w.day < r.day AND w.state <> 'dropped' AND w.step > 0"
    f" AND w.kind IN ('overdue', 'promised')) < {OVERDUE_A_WEEK}"
)


def _rests(until: str) -> str:
    """Somebody wants no notices now."""
    return (
        "EXISTS (SELECT 1 FROM notice_pause z WHERE z.person_id = c.person_id"
        f" AND z.ended_at IS NULL AND z.since <= c.day AND z.{until} >= c.day)"
    )


_MONEY: Final = "money_until"
_NEWS: Final = "until"


_ROWS: Final = "WITH r AS MATERIALIZED (SELECT * FROM {rows})"


_ALL: Final = 2**63 - 1


def _instalments(whose: str, also: str = "") -> str:
    """The rows as t, the day itself as r, and as d the instalments that are `whose` says.

    They are found before any loan is looked at, or PostgreSQL begins with all loans; and in the
    order of the loans (which a limit keeps), so that each page of a large table is read once.
    """
    return (
        "WITH t AS MATERIALIZED (SELECT * FROM {rows}),"
        " r AS MATERIALIZED (SELECT DISTINCT day, week FROM t),"
        " d AS MATERIALIZED (SELECT i.id, i.loan_id, i.version, i.number, i.due_on, i.principal,"
        f" i.fee, t.programme_id{also} FROM t {whose} AND i.replaced_at IS NULL"
        f" ORDER BY i.loan_id LIMIT {_ALL})"
    )


_OPEN: Final = (
    " FROM d i JOIN loan l ON l.id = i.loan_id AND l.status = 'active'"
    f" AND l.programme_id = i.programme_id CROSS JOIN r{_PENDING}"
    f" WHERE {_LEFT} AND {_UNREPORTED} AND {_NO_PROMISE} AND {_NO_CALL}"
)
"""Those that are unpaid, unreported, not promised, and about which nobody was asked to call."""


def _notices(told: str, candidates: str, *, rests: str, rows: str = _ROWS) -> str:
    """What is told to whom of the candidates; nobody who rests, and each thing once.

    Candidates are worked out once, or both databases look for the speaker three times.
    """
    return (
        "INSERT INTO notice (key, kind, person_id, group_id, loan_id, about_id, step, day,"
        f" good_until, state, reason) {rows}, c AS MATERIALIZED ({candidates})"
        f" SELECT {told} FROM c WHERE c.person_id IS NOT NULL AND NOT {_rests(rests)}{_ONCE}"
    )


DUES: Final = _notices(
    "'reminder:' || c.id || ':' || c.step, c.kind, c.person_id, c.group_id, c.loan_id, c.id,"
    " c.step, c.day, c.good_until, c.state, c.reason",
    "SELECT i.id, i.step, i.kind, r.day, i.good_until, i.state, i.reason,"
    f" i.loan_id, l.group_id, {_SPEAKER} AS person_id{_OPEN}"
    f" AND (i.step <= 0 OR {_NOT_ENOUGH})",
    rests=_MONEY,
    rows=_instalments(
        "JOIN instalment i ON i.due_on = t.due_on",
        also=", t.step, t.kind, t.good_until, t.state, t.reason",
    ),
)
"""Steps of instalments."""

PROMISES: Final = _notices(
    "'promise:' || c.id || ':' || c.step, 'promised', c.person_id, c.group_id, c.loan_id, c.id,"
    " c.step, c.day, c.day, 'planned', ''",
    "SELECT q.id, CASE WHEN q.silent_until <= r.day THEN 1 ELSE 0 END AS step, r.day,"
    f" l.id AS loan_id, l.group_id, {_SPEAKER} AS person_id"
    " FROM r JOIN payment_promise q ON q.state = 'open'"
    " JOIN loan l ON l.id = q.loan_id AND l.status = 'active'"
    " WHERE (q.silent_until > r.since AND q.silent_until <= r.day"
    f" AND {_NOT_ENOUGH}) OR (q.asked_on > r.since AND q.asked_on <= r.day"
    " AND q.promised_on >= r.day AND q.made_on < q.asked_on)",
    rests=_MONEY,
)
"""The promised day, and the day after it."""

CALLED: Final = _notices(
    "'called:' || c.id, 'called', c.person_id, c.group_id, c.loan_id, c.id, 0, c.day, c.day,"
    " 'planned', ''",
    f"SELECT l.id, l.loan_id, l.group_id, r.day, {_SPEAKER} AS person_id"
    " FROM r JOIN call_task l ON l.created_on = r.day AND l.state = 'open'",
    rests=_NEWS,
)
"""Whom somebody will call hears so, and that the reminders stop."""

PROGRESS: Final = _notices(
    "'progress:' || c.id || ':' || c.month, 'progress', c.person_id, c.group_id, c.id, c.id, 0,"
    " c.day, c.good_until, 'planned', ''",
    f"SELECT l.id, l.group_id, r.month, r.day, r.good_until, {_SPEAKER} AS person_id"
    " FROM r JOIN loan l ON l.programme_id = r.programme_id AND l.status = 'active'"
    " AND l.disbursed_on < r.month_begins"
    " WHERE NOT EXISTS (SELECT 1 FROM progress_report n WHERE n.group_id = l.group_id"
    " AND (n.period = r.month OR (n.period >= r.today AND LENGTH(n.period) = 10)))",
    rests=_NEWS,
)
"""Groups with a loan that have told nothing of their business in this month or season."""

PLACES: Final = _notices(
    "'place:' || c.id || ':' || c.month, 'place', c.person_id, c.group_id, NULL, c.id, 0, c.day,"
    " c.good_until, 'planned', ''",
    f"SELECT l.id, l.group_id, r.month, r.day, r.good_until, {_SPEAKER} AS person_id"
    " FROM r JOIN application l ON l.programme_id = r.programme_id AND l.status = 'waiting'",
    rests=_NEWS,
)
"""Groups that wait for their turn."""


def _calls(whose: str) -> str:
    return (
        "INSERT INTO call_task (key, group_id, loan_id, instalment_id, created_on, state, posted) "
        + _instalments(whose)
        + " SELECT 'call:' || MIN(i.id), l.group_id, l.id, MIN(i.id), MIN(r.day), 'open', 0"
        + f"{_OPEN} GROUP BY l.id, l.group_id{_ONCE}"
    )


CALLS: Final = _calls("JOIN instalment i ON i.due_on = t.due_on")
"""A call for each loan with an instalment that has come to its day, unless one is open."""

HELD_CALLS: Final = _calls(
    "JOIN payment_promise b ON b.state IN ('open', 'broken')"
    " AND b.silent_until >= t.since AND b.silent_until < t.day"
    " JOIN instalment i ON i.loan_id = b.loan_id AND i.due_on <= t.late_since"
)
"""The same where a promise had held the call back."""

MESSAGES: Final = (
    "INSERT INTO outbox (key, channel, chat, language, reply, subject, priority, state,"
    " attempts, not_before_ms, created_at_ms, repeated, trouble, recheck, good_until_ms)"
    " SELECT 'notices:' || n.person_id || ':' || n.today, a.channel, a.external_id,"
    " s.language, '[]', '', 1, 'waiting', 0, n.opens_ms, n.now_ms, false,"
    " '', 'notices:' || n.person_id || ':' || n.today, n.closes_ms"
    " FROM (SELECT DISTINCT m.person_id, r.today, r.opens_ms, r.closes_ms, r.now_ms"
    " FROM {rows} JOIN notice m ON m.state = 'planned' AND m.day = r.day) n"
    " JOIN person s ON s.id = n.person_id JOIN address a ON a.id ="
    " (SELECT MIN(CASE WHEN d.undelivered_since IS NULL THEN 0 ELSE 1 END"
    " * 1000000000000 + d.id) % 1000000000000 FROM address d WHERE d.person_id = n.person_id"
    f" AND d.unreachable_since IS NULL) WHERE true{_ONCE}"
)
"""One message for each person with notices; what it says is made when it is sent."""

DROP_STALE_MESSAGES: Final = (
    "UPDATE outbox SET state = 'dropped', trouble = 'stale' WHERE state = 'waiting'"
    " AND recheck <> '' AND good_until_ms < {1}"
)

_LATE: Final = " FROM {rows} WHERE notice.state = 'planned' AND notice.day < r.day"
DROP_STALE: Final = (
    f"UPDATE notice SET state = 'dropped', reason = 'stale'{_LATE} AND notice.good_until < r.day"
)
CARRY_OVER: Final = f"UPDATE notice SET day = r.day{_LATE}"
"""What could not be sent on its day is told today, where it still makes sense."""

REPLIES: Final = "UPDATE outbox SET reply = {reply} FROM {rows} WHERE outbox.id = r.id"
