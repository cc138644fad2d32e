"""The weekly list of people out of reach, as a clerk reads it."""

from __future__ import annotations

import pytest

from bot.database import transaction
from handlers.staff.reach import listing
from models.group import Office, Officer
from models.reach import OutOfReach, Unreached
from tests.builders import a_loan, a_person, an_officer
from tests.handlers.staff.talking import read

pytestmark = pytest.mark.usefixtures("database")


async def test_every_reason_and_every_office_is_told_in_plain_words() -> None:
    async with transaction():
        lent = await a_loan()
        secretary = await an_officer(lent.group, await a_person("Nurul"), Office.SECRETARY)
    leader = await Officer.get(person_id=lent.leader.id).select_related("person", "group")
    await secretary.fetch_related("person", "group")
    found = [Unreached(leader, why, secretary) for why in OutOfReach]
    told = read(listing(found * 3) or ())
    assert "📵 Sulit dijangkau: 15 orang" in told
    assert "belum pernah masuk ke bot" in told
    assert "memblokir bot" in told, "reach.why.blocked"
    assert "pesan gagal terkirim" in told
    assert "pesan tiga hari tidak sampai" in told
    assert "diam lebih dari 60 hari" in told
    told_of = f"Mohon telepon sekretaris Nurul, {secretary.person.phone}"
    assert told_of in told, "reach.office.secretary"
    assert told.endswith("dan 3 orang lagi"), "reach.more"
