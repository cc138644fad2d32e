"""What one can write here, with examples; and a short answer to thanks."""

from handlers.commands import Topic
from handlers.leaders import menu
from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.turn import Turn


async def _explain(turn: Turn, _: InboundMessage) -> Reply:
    situation = turn.situation
    key = "help.borrower" if situation.borrowing else "help.others"
    settings = Choice("go:settings", words("settings.title"))
    return say(key, *menu.choices(situation)[:-1], settings)


async def _welcome(turn: Turn, _: InboundMessage) -> Reply:
    return say("thanks.welcome", name=turn.situation.name)


TOPIC = Topic("help", frozenset({"help"}), ("bantuan", "help"), run=_explain)
THANKS_TOPIC = Topic("thanks", frozenset({"thanks"}), run=_welcome)
