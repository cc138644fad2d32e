"""One message in, everything it says out: intent, amount, day, and the reason for every doubt."""

from datetime import date

from handlers.understanding.amounts import capital
from handlers.understanding.answers import field_named, method
from handlers.understanding.day_span import DaySpan, Names
from handlers.understanding.days import resolve_days
from handlers.understanding.figure import Label, Role, ordinal_instalment
from handlers.understanding.intents import intent_of
from handlers.understanding.lexicon import PAY_NOUNS
from handlers.understanding.money import doubted
from handlers.understanding.outcome import (
    NO_AMOUNT,
    NO_DAY,
    AmountReading,
    Certainty,
    DayReading,
    Direction,
    Expecting,
    Intent,
    Understood,
)
from handlers.understanding.scene import Scene

_WITH_AMOUNT = frozenset(
    {
        Intent.REPORT_REPAYMENT,
        Intent.SEND_SLIP,
        Intent.GIVE_AMOUNT,
        Intent.PROMISE_PAYMENT,
        Intent.CORRECT,
        Intent.ASK_REPORT_STATUS,
    }
)
_TOLD = frozenset({Intent.REPORT_REPAYMENT, Intent.GIVE_AMOUNT})
_WITH_DAY = _WITH_AMOUNT | {Intent.GIVE_DATE, Intent.CANNOT_PAY, Intent.REPORT_VISIT}
_AHEAD = frozenset({Intent.PROMISE_PAYMENT, Intent.CANNOT_PAY, Intent.STOP_NOTICES})
_VAGUE = frozenset({Names.EVENT, Names.MONTH_PART, Names.WEEK})


def understand(text: str, *, today: date, expecting: Expecting | str | None = None) -> Understood:
    """Read a message sent on `today` (WITA) after the bot asked for `expecting`; never raises."""
    scene = Scene(text, today, Expecting(expecting) if expecting else None)
    intent, because = intent_of(scene)
    amount = _amount(scene, intent)
    day = _day(scene, intent)
    reasons = (because, amount.why, day.why)
    return Understood(
        text=text,
        intent=intent,
        amount=amount.value,
        amount_certainty=amount.certainty,
        amount_candidates=amount.candidates,
        date=day.value,
        date_certainty=day.certainty,
        date_candidates=day.candidates,
        why="; ".join(reason for reason in reasons if reason),
        method=method(scene.lemmas),
        choice=scene.choice,
        instalment=_instalment(scene),
        field=_field(scene, amount, day) if intent is Intent.CORRECT else None,
    )


def _amount(scene: Scene, intent: Intent) -> AmountReading:
    if intent is Intent.CANNOT_PAY:
        promised = any(span.tense is Direction.FUTURE for span in scene.spans)
        return doubted(scene.amount, "perhaps promised") if promised else NO_AMOUNT
    if intent is Intent.APPLY:
        return capital(scene.tokens, scene.figures, scene.days)
    if intent in _TOLD and scene.has("?", "boleh", "kalau") and not scene.done:
        return doubted(scene.amount, "asked rather than reported")
    if intent is Intent.ASK_REPORT_STATUS and scene.amount.value is None:
        return NO_AMOUNT
    if intent is Intent.CORRECT:
        return doubted(scene.amount, "a correction")
    return scene.amount if intent in _WITH_AMOUNT else NO_AMOUNT


def _day(scene: Scene, intent: Intent) -> DayReading:
    if intent in _AHEAD or scene.expecting is Expecting.PROMISE:
        spans = [span for span in scene.spans if _may_be_promised(span)]
        if scene.expecting is Expecting.PROMISE:
            spans = spans or list(scene.spans)
        return resolve_days(spans, scene.today, Direction.FUTURE)
    if intent not in _WITH_DAY:
        return NO_DAY
    spans = list(scene.spans)
    if scene.expecting is not Expecting.DATE:
        spans = [span for span in spans if not _is_period(scene, span)]
    if intent is Intent.CORRECT:
        return _corrected_day(scene, spans)
    reading = resolve_days(_of_the_payment(scene, spans), scene.today, Direction.PAST)
    if intent is Intent.ASK_REPORT_STATUS and reading.value is None:
        return NO_DAY
    return reading


def _of_the_payment(scene: Scene, spans: list[DaySpan]) -> list[DaySpan]:
    """Of several days the one in the payment's clause: "laku 2jt kemarin, setor 500rb tadi"."""
    paid = [f for f in scene.figures if f.label in {Label.PAID, Label.MIXED}]
    if len(spans) < len(("sold", "paid")) or len(paid) != 1:
        return spans
    start, end = scene.clause_around(paid[0].phrase.start)
    within = [span for span in spans if start <= span.start < end]
    return within or spans


def _may_be_promised(span: DaySpan) -> bool:
    """Such as "hari ini belum bisa" names no promised day; "nanti sore" does."""
    if span.tense is Direction.PAST:
        return False
    return not (span.names is Names.DAYS_AWAY and span.shift <= 0 and span.tense is None)


def _is_period(scene: Scene, span: DaySpan) -> bool:
    """Such as "angsuran bulan lalu" says which instalment, not which day."""
    if span.names is Names.EVENT:
        return True
    before = scene.lemmas[span.start - 1] if span.start else ""
    return span.names is Names.MONTH_PART and before in PAY_NOUNS | {"untuk", "jatah"}


def _corrected_day(scene: Scene, spans: list[DaySpan]) -> DayReading:
    """The day that is not denied: "bukan kemarin, tgl 5"."""
    wrong = scene.lemmas.index("salah") if scene.has("salah") else -1
    kept = [
        span
        for span in spans
        if not _is_denied(scene, span) and not _tells_which(scene, span) and span.end > wrong
    ]
    reading = resolve_days(kept[-1:], scene.today, Direction.PAST)
    if reading.certainty is Certainty.SURE:
        return reading._replace(certainty=Certainty.CONFIRM, why="a correction")
    return reading


def _tells_which(scene: Scene, span: DaySpan) -> bool:
    """Such as "laporan kemarin": the day says which report is meant, not what is right."""
    if span.names is not Names.DAYS_AWAY:
        return False
    at = span.start - (2 if scene.lemmas[span.start - 1 : span.start] == ["yang"] else 1)
    return at >= 0 and scene.lemmas[at] in {"laporan", "setoran", "lapor"}


def _is_denied(scene: Scene, span: DaySpan) -> bool:
    return "bukan" in scene.lemmas[max(0, span.start - 1) : span.start]


def _instalment(scene: Scene) -> int | None:
    named = [f.number for f in scene.figures if f.role is Role.INSTALMENT]
    return named[0] if len(named) == 1 else ordinal_instalment(scene.tokens)


def _field(scene: Scene, amount: AmountReading, day: DayReading) -> str | None:
    """The field that a correction names, else the one whose value it brings."""
    if amount.certainty is not None:
        return "amount"
    named = field_named(scene.lemmas)
    if named is None and day.certainty is not None:
        return "date"
    return named
