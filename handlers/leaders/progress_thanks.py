"""Thanks for news of the business: for what was really sent, and never the same twice in a row."""

from handlers.messages import Fact, Reply, Words, words
from handlers.periods import period_in_words
from models.progress import Kept, News

VARIANTS = 4
"""How many ways there are to say it; each person gets one after the other."""

_QUOTED_MOST = 80


def thanks(news: News, kept: Kept, *, group: str, name: str) -> Reply:
    """The next way of thanking this person, with what stands out among what they sent."""
    way = "abcd"[kept.sent_before % VARIANTS]
    facts: dict[str, Fact] = {
        "name": name,
        "group": group,
        "number": kept.report.number,
        "period": period_in_words(news.period),
        "photos": kept.photos,
        "named": _named(news, kept.sent_before),
    }
    occasion = "added" if kept.is_addition else "thanks"
    return Reply(f"progress_report.{occasion}.{way}", facts)


def _named(news: News, turn: int) -> Words:
    """One of the things that were sent, another one the next time."""
    told: list[Words] = []
    if news.obstacles:
        obstacles = _shortened(news.obstacles)
        told.append(words("progress_report.named.obstacles", obstacles=obstacles))
    if news.sales:
        told.append(words("progress_report.named.sales", sales=news.sales))
    if news.caption or news.sales_words:
        said = (news.caption or news.sales_words).splitlines()[0]
        told.append(words("progress_report.named.caption", text=_shortened(said)))
    if news.members_working:
        told.append(words("progress_report.named.members", members=news.members_working))
    if news.obstacles == "":
        told.append(words("progress_report.named.no_obstacles"))
    return told[turn % len(told)] if told else words("progress_report.named.photos")


def _shortened(said: str) -> str:
    return said if len(said) <= _QUOTED_MOST else f"{said[: _QUOTED_MOST - 1].rstrip()}…"
