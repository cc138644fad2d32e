"""Answering people who asked for a human: a reply to their card goes to them, from the office."""

from typing import Final

from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.staff.access import ANY_STAFF, require
from handlers.turn import Notice, ToAddress, Turn
from models.audit import note
from models.group import Officer
from models.help_request import HelpRequest, HelpState

_LONGEST: Final = 3_500
"""Characters; with the office's own words around it still one message on every channel."""


async def card(help_id: int) -> Reply:
    """The card of somebody who waits for a human; raises DoesNotExist."""
    request = await HelpRequest.get(id=help_id).select_related("person", "address")
    close = Choice(f"card:help:{help_id}:close", words("staff.close"))
    return Reply("staff.help_card", await _about(request), (close,))


async def answer_help(turn: Turn, message: InboundMessage, help_id: int) -> Reply:
    """Pass the words and pictures of a staff member on, in the office's name."""
    await require(turn, ANY_STAFF)
    request = await _locked(help_id)
    if request is None:
        return say("form.stale")
    text = message.text.strip()
    pictures = tuple(media.media_id for media in message.photos if media.media_id is not None)
    if not text and not pictures:
        return say("staff.answer_without_words")
    if len(text) > _LONGEST:
        return say("staff.answer_too_long", at_most=_LONGEST)
    answer = (
        say("staff.answer", pictures=pictures, text=text)
        if text
        else say("staff.answer_in_pictures", pictures=pictures)
    )
    key = f"help:{help_id}:answer:{turn.inbox_id}"
    turn.notices.append(Notice(ToAddress(request.address_id), answer, key))
    await _settle(turn, request, "answered")
    about = await _about(request)
    return say("staff.answer_passed_on", name=about["name"])


async def press(turn: Turn, help_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Close a request that needs no answer in the chat; its card says by whom."""
    await require(turn, ANY_STAFF)
    request = await _locked(help_id)
    if request is None or verb != "close":
        return say("form.stale")
    if request.state is not HelpState.OPEN:
        return say("staff.help_settled")
    await _settle(turn, request, "closed")
    return ()


async def _locked(help_id: int) -> HelpRequest | None:
    return await HelpRequest.filter(id=help_id).select_for_update().first()


async def _settle(turn: Turn, request: HelpRequest, deed: str) -> None:
    request.state = HelpState.ANSWERED
    await request.save(update_fields=["state"])
    subject = f"help:{request.id}"
    await note(subject, deed, at=turn.now, person_id=turn.person_id)
    facts = {**await _about(request), "by": turn.situation.name, "at": turn.now}
    settled = Reply(f"staff.help_{deed}", facts)
    turn.change_cards(subject, settled, key=f"{subject}:{deed}:{turn.inbox_id}")


async def _about(request: HelpRequest) -> dict[str, Fact]:
    """Who asks, for which groups, and in which words."""
    await request.fetch_related("person", "address")
    groups = (
        await Officer.filter(person_id=request.person_id, until__isnull=True)
        .order_by("group_id")
        .values_list("group__name", "group__village")
        if request.person_id
        else []
    )
    lines: Fact = tuple(
        words("staff.help_group", group=group, village=village) for group, village in groups
    )
    return {
        "name": request.person.name if request.person else request.address.display_name,
        "groups": lines or words("staff.help_stranger"),
        "last_words": request.last_words or words("staff.help_without_words"),
        "asked_at": request.asked_at,
    }
