"""`/cari`: groups and people by what they are called."""

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.turn import Turn
from handlers.understanding.spelling import KNOWN
from models.contact import Person
from models.group import Officer
from models.search import find, words_of

_GROUPS_MOST = 6
_PEOPLE_MOST = 6


async def look_for(turn: Turn, message: InboundMessage) -> Reply:
    """Groups as buttons, and people with the groups that they serve."""
    said = message.text.strip()[:60]
    if not said:
        return say("finding.for_what")
    found = find(said, turn.situation.directory, KNOWN)
    groups = ((found.sure,) if found.sure else found.candidates)[:_GROUPS_MOST]
    people = await _people(said)
    if not groups and not people:
        return say("finding.nobody", said=said)
    lines: list[Words] = [
        words(
            "finding.group",
            group=one.name,
            code=one.code,
            village=one.village,
            district=one.district,
        )
        for one in groups
    ]
    choices = [
        Choice(f"card:group:{one.id}:kelompok", words("form.group", name=one.name))
        for one in groups
    ]
    return say("finding.found", *choices, said=said, lines=(*lines, *people))


async def people_called(said: str) -> list[Person]:
    """People whose name holds all the words."""
    parts = [part for part in words_of(said) if not part.isdecimal()]
    if not parts:
        return []
    wanted = Person.all()
    for part in parts:
        wanted = wanted.filter(name__icontains=part)
    return await wanted.order_by("name", "id").limit(_PEOPLE_MOST)


async def _people(said: str) -> list[Words]:
    return [await _person(person) for person in await people_called(said)]


async def _person(person: Person) -> Words:
    offices = (
        await Officer.filter(person_id=person.id, until__isnull=True)
        .order_by("id")
        .select_related("group")
    )
    serving: Fact = tuple(
        words(
            "finding.office",
            office=words(f"group_card.office.{one.office.value}"),
            group=one.group.name,
        )
        for one in offices
    )
    return words(
        "finding.person",
        name=person.name,
        phone=person.phone or words("group_card.no_phone"),
        offices=serving or words("finding.no_office"),
    )
