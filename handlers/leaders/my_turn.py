"""Whose turn it is: where a group stands in the queue, what comes first, and why there."""

from handlers.commands import Topic
from handlers.leaders import queue_story, turn_words
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.staff.review_reasons import priority_in_words, refusal_in_words
from handlers.turn import Turn
from models.calendar import wita_day
from models.funding_queue import Place, open_application, place_of, waiting
from models.funding_tables import Application, ApplicationStatus
from models.money import Rupiah
from models.queue_history import Ahead, ahead_of, steps_of


async def tell(turn: Turn, _: InboundMessage) -> tuple[Reply, ...]:
    """Each of the person's groups: waiting, under review, or free to apply."""
    groups = turn.situation.groups
    if not groups:
        return (say("my_turn.no_group", Choice("go:human", words("menu.human"))),)
    told, choices = [], list[Choice]()
    for group in groups:
        application = await open_application(group.id)
        if application is None:
            told.append(await _what_became_of_the_last(group.id, group.name))
            choices.append(Choice("go:apply", words("menu.apply")))
        else:
            told.append(await _standing(turn, application))
            choices += _choices(application)
    choices.append(Choice("go:human", words("menu.human")))
    last = told[-1]
    once = {choice.id: choice for choice in choices}
    return (*told[:-1], Reply(last.key, last.facts, tuple(once.values())))


async def _what_became_of_the_last(group_id: int, group: str) -> Reply:
    """How the last application of a group ended that has none now; or that it never had one."""
    ended = Application.filter(group_id=group_id).order_by("-id").select_related("loan")
    last = await ended.first()
    if last is None:
        return say("my_turn.not_applied", group=group)
    return say(
        f"my_turn.{last.status.value}",
        group=group,
        number=last.number,
        amount=Rupiah(last.granted or last.amount),
        reason=refusal_in_words(last.reason),
        loan=last.loan.number if last.loan else "",
        paid_on=last.loan.disbursed_on if last.loan else wita_day(last.applied_at),
    )


def _choices(application: Application) -> list[Choice]:
    leave = Choice("go:leave_queue", words("my_turn.leave"))
    match application.status:
        case ApplicationStatus.WAITING:
            return [Choice("go:why_place", words("my_turn.why")), leave]
        case ApplicationStatus.RETURNED:
            return [Choice("go:answer_application", words("answer_application.begin")), leave]
    return [leave]


async def _standing(turn: Turn, application: Application) -> Reply:
    facts: dict[str, Fact] = {
        "group": application.group.name,
        "number": application.number,
        "amount": Rupiah(application.granted or application.amount),
        "reason": application.reason,
        "applied_on": wita_day(application.applied_at),
    }
    place = await place_of(application.id)
    if place is None:
        return Reply(f"my_turn.{application.status.value}", facts)
    steps = await steps_of(application)
    moves = queue_story.for_a_reason(steps)
    decided: tuple[Fact, ...] = (words("my_turn.moves"), *moves) if moves else ()
    if application.status is ApplicationStatus.POSTPONED:
        return Reply("my_turn.postponed", {**facts, "details": decided})
    details: list[Fact] = [
        words("my_turn.waits_for"),
        *await turn_words.what_comes_first(turn, place),
    ]
    details += await turn_words.when_it_may_be(turn, place)
    details += ["", *decided] if decided else []
    facts |= {
        "place": place.place,
        "count": len(await waiting(application.programme_id)),
        "details": tuple(details),
    }
    return Reply("my_turn.waiting", facts)


async def explain(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Why each waiting group stands where it does: the rule, its inputs, and every event."""
    explained = []
    for group in turn.situation.groups:
        application = await open_application(group.id)
        place = await place_of(application.id) if application else None
        if application is not None and place is not None:
            explained.append(await _why(turn, application, place))
    if not explained:
        return await tell(turn, message)
    back = Choice("go:my_turn", words("menu.my_turn"))
    last = explained[-1]
    return (*explained[:-1], Reply(last.key, last.facts, (back,)))


async def _why(turn: Turn, application: Application, place: Place) -> Reply:
    queue = await waiting(application.programme_id)
    steps = await steps_of(application)
    facts: dict[str, Fact] = {
        "group": application.group.name,
        "place": place.place,
        "count": len(queue),
        "class": priority_in_words(place.priority),
        "accepted_on": wita_day(application.accepted_at or place.stands_since),
        "events": queue_story.told(steps),
    }
    if application.status is ApplicationStatus.POSTPONED:
        return Reply("why_place.postponed", facts)
    facts["ahead"] = _ahead(await ahead_of(place, queue))
    facts["first"] = await turn_words.what_comes_first(turn, place)
    return Reply("why_place.explained", facts)


def _ahead(ahead: Ahead) -> Fact:
    counted = (
        ("why_place.higher_class", ahead.higher_class),
        ("why_place.earlier", ahead.earlier),
        ("why_place.decided", ahead.decided),
    )
    lines = tuple(words(key, count=count) for key, count in counted if count)
    return lines or words("why_place.nobody")


TOPIC = Topic("my_turn", frozenset({"ask_turn"}), ("giliran", "antrean"), run=tell)
WHY_TOPIC = Topic("why_place", frozenset({"ask_why_place"}), run=explain)
