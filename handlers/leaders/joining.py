"""Somebody new: told what this is, matched by their own phone number, asked to agree."""

from handlers.hearing import Hearing
from handlers.leaders import human, menu, sensitive, settings
from handlers.leaders.linking import take_code
from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.situation import Situation
from handlers.turn import Turn
from models.audit import note
from models.calendar import wita_day
from models.contact import Address, Person
from models.phone import e164

CONSENT_VERSION = "2026-11"
"""The version of the text `joining.consent`: a new text needs a new version."""

_CALLS_FOR_STAFF = {"ask_human", "complaint"}


async def welcome_stranger(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """What the programme is and how to apply, never data; a call for a human is passed on.

    Whose number is registered is no stranger, where the network itself vouches for the number.
    """
    person = await _registered(turn.situation.own_number)
    if person is not None:
        return await _link(turn, person)
    linked = await take_code(turn, message)
    if linked is not None:
        return linked if isinstance(linked, Reply) else await _greet(linked)
    heard = Hearing(message, turn.situation, wita_day(message.sent_at))
    intent = str(heard.understood.intent)
    if intent in _CALLS_FOR_STAFF:
        return await human.call_staff(turn, message)
    if intent == "sensitive_data":
        return await sensitive.forget(turn, message)
    if intent == "thanks":
        return await human.thank(turn, message)
    return await human.pass_on(turn, message) or _welcome(turn.situation)


def _welcome(situation: Situation) -> Reply:
    """Whose number is seen is not asked for it."""
    if situation.own_number is not None:
        return say("joining.welcome_by_number")
    return say("joining.welcome", ask_contact=True)


async def _registered(number: str | None) -> Person | None:
    phone = e164(number) if number else None
    return await Person.get_or_none(phone=phone) if phone else None


async def _link(turn: Turn, person: Person) -> tuple[Reply, ...]:
    address_id = turn.situation.address_id
    await Address.filter(id=address_id).update(person_id=person.id)
    await note(f"address:{address_id}", "linked", at=turn.now, person_id=person.id)
    return await _greet(person)


async def _greet(person: Person) -> tuple[Reply, ...]:
    """Whoever has just been matched; with a second channel they are asked which one they like."""
    if person.consented_at is None:
        return (_consent(person.name),)
    return (_welcome_back(person), *await settings.ask_which(person.id))


async def take_contact(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Match a shared number with a registered person; it must be the sender's own."""
    contact = message.contact
    if contact is None or not contact.own:
        return say("joining.own_contact", ask_contact=True)
    person = await _registered(contact.phone)
    if person is None:
        turn.tell_staff(
            say("joining.unknown_card", name=turn.situation.name),
            key=f"stranger:{turn.inbox_id}:card",
            subject=f"stranger:{turn.situation.address_id}",
        )
        return say("joining.unknown_number")
    return await _link(turn, person)


def ask_consent(situation: Situation) -> Reply:
    """The privacy notice, with agree and disagree."""
    return _consent(situation.name)


async def answer_consent(turn: Turn, *, agreed: bool) -> Reply | tuple[Reply, ...]:
    """Keep the answer with its time and the version of the text that was answered."""
    person = await Person.get(id=turn.person_id)
    person.consented_at = turn.now if agreed else None
    person.consent_version = CONSENT_VERSION if agreed else None
    await person.save(update_fields=["consented_at", "consent_version"])
    deed = "consented" if agreed else "declined"
    await note(
        f"person:{person.id}", deed, at=turn.now, person_id=person.id, version=CONSENT_VERSION
    )
    if agreed:
        agreed_to = say("joining.agreed", *menu.choices(turn.situation), name=person.name)
        return (agreed_to, *await settings.ask_which(person.id))
    return say("joining.declined", name=person.name)


def _welcome_back(person: Person) -> Reply:
    return say("joining.welcome_back", Choice("go:menu", words("form.menu")), name=person.name)


def _consent(name: str) -> Reply:
    return say(
        "joining.consent",
        Choice("go:consent_yes", words("joining.agree")),
        Choice("go:consent_no", words("joining.disagree")),
        name=name,
    )
