"""A group leader shows and tells how the business goes: pictures, and three short answers."""

from typing_extensions import override

from handlers.commands import Topic
from handlers.forms import Answers, Doubt, Form, question
from handlers.hearing import Hearing
from handlers.leaders import human, menu, photo_quality
from handlers.leaders.business_answers import (
    Obstacles,
    ObstaclesTold,
    Sales,
    SalesTold,
    Working,
)
from handlers.leaders.loose_photo import Unasked
from handlers.leaders.progress_answers import (
    AllSent,
    Captions,
    MyGroup,
    ProgressPhotos,
    StrangeGroup,
    UnaskedLines,
)
from handlers.leaders.progress_thanks import thanks
from handlers.messages import Fact, Json, Reply, Words, say, words
from handlers.periods import period_in_words
from handlers.situation import GroupFacts, Situation
from handlers.staff import progress_card
from handlers.turn import Turn
from handlers.understanding.business import EVERYBODY, tells_a_story
from models.period import Period, month_of
from models.progress import News, keep_news

_PHOTOS_MOST = 10


def _never(_: Answers, __: Situation) -> bool:
    return False


def _has_to_choose(answers: Answers, situation: Situation) -> bool:
    return len(situation.groups) > 1 or "group" not in answers


def _may_be_more(answers: Answers, _: Situation) -> bool:
    """Whether pictures may still come; asked once, and never again once it is answered."""
    photos = answers.get("photos") or ()
    return "all_sent" not in answers and 0 < len(photos) < _PHOTOS_MOST


class ProgressReportForm(Form, name="progress_report"):
    """At least one picture; sales, members and obstacles may be passed over."""

    group: int = question(MyGroup(), when=_has_to_choose)
    photos: tuple[int, ...] = question(ProgressPhotos(at_most=_PHOTOS_MOST))
    all_sent: bool | None = question(AllSent(), when=_may_be_more)
    captions: tuple[str, ...] | None = question(UnaskedLines(Captions()), when=_never)
    strange: str | None = question(Unasked(StrangeGroup()), when=_never)
    sales: Sales | None = question(SalesTold())
    members: int | None = question(Working())
    obstacles: Obstacles | None = question(ObstaclesTold())

    @override
    @classmethod
    def known(cls, hearing: Hearing) -> dict[str, Json]:
        """The only group of a person, with which the report stays; and news told before a photo."""
        known: dict[str, Json] = {}
        groups, text = hearing.situation.groups, " ".join(hearing.text.split())
        if len(groups) == 1:
            known["group"] = groups[0].id
        news = str(hearing.understood.intent) == "report_progress"
        if news and not hearing.message.media and tells_a_story(text):
            known["captions"] = [text[: Captions.letters]]
        return known

    @override
    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        group = situation.group(answers.get("group", 0))
        found = (
            _about_group(answers, group),
            photo_quality.doubt("photos", answers.get("photos") or (), situation),
            _about_members(answers, group),
        )
        return tuple(doubt for doubt in found if doubt is not None)

    @override
    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = situation.group(answers.get("group", 0))
        return {
            "photos": len(answers.get("photos") or ()),
            "answered": len({"sales", "members", "obstacles"} & set(answers)),
            "period": period_in_words(_period(group, situation)),
        }

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        group = situation.group(answers.get("group", 0))
        return {
            "group": group.name if group else words("progress_report.no_longer"),
            "period": period_in_words(_period(group, situation)),
            "told": _told(answers) or words("progress_report.nothing_told"),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        group = turn.situation.group(self.group)
        if group is None:
            return say("progress_report.not_yours", *menu.choices(turn.situation))
        news = self._news(turn, group)
        draft_id = turn.draft_id or turn.inbox_id
        kept = await keep_news(news, draft_id=draft_id, at=turn.now)
        subject = progress_card.subject(kept.report.id)
        card = await progress_card.card(kept.report.id, now=turn.now)
        if kept.is_addition:
            turn.change_cards(subject, card, key=f"{subject}:added:{draft_id}")
        turn.tell_staff(card, key=f"{subject}:card:{draft_id}", subject=subject)
        return thanks(news, kept, group=group.name, name=turn.situation.name)

    def _news(self, turn: Turn, group: GroupFacts) -> News:
        sales, obstacles = self.sales or Sales(), self.obstacles or Obstacles()
        return News(
            group_id=group.id,
            loan_id=group.loan.id if group.loan else None,
            reporter_id=turn.person_id,
            period=_period(group, turn.situation),
            photos=self.photos,
            caption="\n".join(_story(self.captions, sales, obstacles)),
            sales=sales.amount,
            sales_words=sales.told,
            members_working=_count(self.members, group),
            obstacles=obstacles.text if obstacles.told else None,
        )


def _period(group: GroupFacts | None, situation: Situation) -> Period:
    named = group.period if group else None
    return named or month_of(situation.today)


def _count(members: int | None, group: GroupFacts) -> int | None:
    """How many work: "semua" are as many as are registered."""
    if members == EVERYBODY:
        return group.members
    return None if members in (None, Working.skipped) else members


def _story(captions: tuple[str, ...] | None, sales: Sales, obstacles: Obstacles) -> tuple[str, ...]:
    """What was told besides the answers, so that nothing is told twice."""
    answers = {sales.told, obstacles.text}
    return tuple(line for line in captions or () if line not in answers)


def _told(answers: Answers) -> tuple[Words, ...]:
    sales, obstacles = answers.get("sales", Sales()), answers.get("obstacles", Obstacles())
    lines = [
        words("progress_report.quoted", text=line)
        for line in _story(answers.get("captions"), sales, obstacles)
    ]
    if sales != Sales():
        lines.append(words("progress_report.line.sales", sales=SalesTold().fact(sales)))
    if answers.get("members", Working.skipped) != Working.skipped:
        members = Working().fact(answers["members"])
        lines.append(words("progress_report.line.members", members=members))
    if obstacles.told:
        told = ObstaclesTold().fact(obstacles)
        lines.append(words("progress_report.line.obstacles", obstacles=told))
    return tuple(lines)


def _about_group(answers: Answers, group: GroupFacts | None) -> Doubt | None:
    """Somebody else's group was named: nothing is reported for a group that is not one's own."""
    said = answers.get("strange")
    if said is None or group is None:
        return None
    facts: dict[str, Fact] = {"said": said, "group": group.name}
    rest: dict[str, Json] = {"group": None, "strange": None}
    return Doubt("group", "another", facts, about=f"{said}:{group.id}", rest=rest)


def _about_members(answers: Answers, group: GroupFacts | None) -> Doubt | None:
    members = answers.get("members")
    if members is None or group is None or not group.members or members <= group.members:
        return None
    facts: dict[str, Fact] = {"members": members, "registered": group.members}
    return Doubt("members", "more_than_registered", facts)


TOPIC = Topic(
    "progress_report",
    frozenset({"report_progress"}),
    ("usaha", "kembang"),
    form=ProgressReportForm,
    run=human.call_staff,
    open_to=lambda situation: bool(situation.groups),
)
