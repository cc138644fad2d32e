"""Notices rest for a while, with an end, and go on again; what is owed cannot rest for ever."""

from datetime import date

from typing_extensions import override

from handlers.commands import Topic
from handlers.forms import Answers, Form, question
from handlers.leaders.promise_answers import PauseEnd
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.turn import Turn
from models.notice_pause import MONEY_DAYS, MONEY_WITHIN_DAYS, pause_notices, resume_notices


class PauseForm(Form, name="pause"):
    """Until when nothing is told that was not asked for."""

    until: date = question(PauseEnd())

    @classmethod
    @override
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return _rule()

    @classmethod
    @override
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return _rule()

    @override
    async def submit(self, turn: Turn) -> Reply:
        draft_id = turn.draft_id or turn.inbox_id
        pause = await pause_notices(turn.person_id, self.until, draft_id=draft_id, at=turn.now)
        if pause.money_until < pause.since:
            money = words("pause.money_goes_on", **_rule())
        elif pause.money_until < pause.until:
            money = words("pause.money_rests_until", money_until=pause.money_until, **_rule())
        else:
            money = words("pause.money_rests_too")
        return say(
            "pause.submitted",
            Choice("go:resume", words("pause.resume")),
            name=turn.situation.name,
            until=pause.until,
            money=money,
        )


def _rule() -> dict[str, Fact]:
    """How long reminders of what is owed may rest, in days."""
    return {"money_days": MONEY_DAYS, "within_days": MONEY_WITHIN_DAYS}


def _everybody(_: Situation) -> bool:
    return True


async def _resume(turn: Turn, _: InboundMessage) -> Reply:
    rested = await resume_notices(turn.person_id, at=turn.now)
    key = "pause.resumed" if rested else "pause.not_resting"
    return say(key, name=turn.situation.name)


TOPIC = Topic("pause", frozenset({"stop_notices"}), ("jeda",), form=PauseForm, open_to=_everybody)
RESUME_TOPIC = Topic("resume", frozenset({"resume_notices"}), ("lanjut",), run=_resume)
