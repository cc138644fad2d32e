"""The card of an application: the pages of its proposal, the group's past, what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.messages import Choice, Fact, Reply, Words, words
from handlers.staff.review_reasons import priority_in_words, refusal_in_words
from handlers.turn import Telling
from models.applying import ROUND_TO
from models.calendar import wita_day
from models.funding_limits import most_for_a_group
from models.funding_tables import Application, ApplicationFile, ApplicationStatus, QueueEvent
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.progress import accepted_lately
from models.progress_history import punctuality
from models.queue_record import QueueEventKind
from models.standings import standings

_ALBUM_MOST: Final = 10
_TALK_SHOWN: Final = 6
_VERBS: Final = {
    ApplicationStatus.SUBMITTED: ("accept", "ask", "refuse"),
    ApplicationStatus.RETURNED: ("accept", "refuse"),
    ApplicationStatus.WAITING: ("move", "postpone", "remove"),
    ApplicationStatus.POSTPONED: ("resume", "remove"),
}
_SAID: Final = (QueueEventKind.RETURNED, QueueEventKind.ANSWERED)


@dataclass(frozen=True, slots=True)
class _Shown:
    """An application with all that its card tells, on a WITA day."""

    application: Application
    pages: tuple[int, ...]
    talk: tuple[QueueEvent, ...]
    last: QueueEvent | None
    today: date


def subject(application_id: int) -> str:
    """The name by which all cards of an application change together."""
    return f"application:{application_id}"


async def card(application_id: int, *, today: date) -> Reply:
    """The card as it is to be shown now; raises DoesNotExist."""
    application = await Application.get(id=application_id).select_related(
        "group", "programme", "applied_by"
    )
    pages = await ApplicationFile.filter(application_id=application_id).order_by("id")
    events = QueueEvent.filter(application_id=application_id).order_by("number")
    talk = await events.filter(kind__in=list(_SAID)).select_related("person")
    last = await events.order_by("-number").select_related("person").first()
    shown = _Shown(application, tuple(page.media_id for page in pages), tuple(talk), last, today)
    facts: dict[str, Fact] = {
        "about": _about(shown),
        "history": await _history(shown),
        "remarks": await _remarks(shown),
        **_decision(shown),
    }
    seen = last.number if last else 0
    choices = tuple(
        Choice(f"card:application:{application_id}:{verb}-{seen}", words(f"application.do.{verb}"))
        for verb in _VERBS.get(application.status, ())
    )
    return Reply(
        f"application.{application.status.value}", facts, choices, shown.pages[-_ALBUM_MOST:]
    )


async def post(telling: Telling, application: Application, *, key: str, news: bool = True) -> None:
    """Put the card before staff as it is now; where that is news, older cards show it, too."""
    about = subject(application.id)
    shown = await card(application.id, today=telling.today)
    if news:
        telling.change_cards(about, shown, key=f"{about}:changed:{key}")
    telling.tell_staff(shown, key=f"{about}:card:{key}", subject=about)


async def change(telling: Telling, application_id: int, *, key: str) -> None:
    """Let every card of it show what is true now."""
    about = subject(application_id)
    shown = await card(application_id, today=telling.today)
    telling.change_cards(about, shown, key=f"{about}:{key}")


def _about(shown: _Shown) -> Words:
    application = shown.application
    return words(
        "application.about",
        number=application.number,
        programme=application.programme.name,
        group=application.group.name,
        village=application.group.village,
        district=application.group.district,
        members=application.group.member_count,
        applicant=application.applied_by.name,
        purpose=application.purpose,
        amount=Rupiah(application.amount),
        pages=len(shown.pages),
    )


async def _history(shown: _Shown) -> Fact:
    """Loans before, how punctual they were, news of the business; arrears staff may see."""
    group_id = shown.application.group_id
    loans = await Loan.filter(group_id=group_id).order_by("id")
    where = await standings([loan.id for loan in loans], shown.today)
    lines: list[Words] = []
    for loan in loans:
        if loan.status is not LoanStatus.ACTIVE:
            lines.append(words(f"application.past_loan.{loan.status.value}", number=loan.number))
            continue
        standing = where[loan.id]
        due, on_time = await punctuality(loan.id, shown.today)
        lines.append(
            words(
                "application.running_loan",
                number=loan.number,
                outstanding=standing.outstanding,
                percent=standing.percent_repaid,
                due=due,
                on_time=on_time,
            )
        )
        if standing.arrears.total:
            lines.append(words("application.arrears", arrears=standing.arrears.total))
    lines = lines or [words("application.no_loan_yet")]
    news = await accepted_lately(group_id, now=shown.application.applied_at)
    return (*lines, words("application.news", count=news))


async def _remarks(shown: _Shown) -> Fact:
    """What to look at, and what was asked and answered."""
    application = shown.application
    lines: list[Words] = []
    most = await most_for_a_group(application.programme_id)
    if most is not None and application.amount > most:
        lines.append(words("application.above_most", most=most))
    if application.amount % ROUND_TO:
        lines.append(words("application.not_round"))
    if not shown.pages:
        lines.append(words("application.without_pages"))
    for event in shown.talk[-_TALK_SHOWN:]:
        by = event.person.name if event.person else ""
        said = event.reason or words("application.only_pages")
        lines.append(words(f"application.said.{event.kind}", by=by, said=said))
    return tuple(lines) or words("application.nothing_odd")


def _decision(shown: _Shown) -> dict[str, Fact]:
    """Who brought it to where it is, when, and why."""
    application, last = shown.application, shown.last
    facts: dict[str, Fact] = {
        "by": last.person.name if last and last.person else words("trail.gulir"),
        "at": last.at if last else application.applied_at,
        "on": wita_day(last.at if last else application.applied_at),
        "reason": refusal_in_words(application.reason),
    }
    if application.granted is not None:
        facts["granted"] = Rupiah(application.granted)
        facts["class"] = priority_in_words(application.priority)
    return facts
