"""`/bantuan` in the staff chat, and the table of what staff can do."""

from __future__ import annotations

import pytest

from handlers.messages import InboundMessage, Kind
from handlers.staff import CARDS, STAFF_COMMANDS, STAFF_FORMS
from models.contact import Role
from tests.builders import NOW, a_person, a_staff_turn
from tests.handlers.staff.talking import read

NOTHING = InboundMessage(Kind.TEXT, NOW)


async def help_for(*roles: Role, language: str = "id") -> str:
    turn = await a_staff_turn(await a_person("Rina", *roles))
    return read(await STAFF_COMMANDS["bantuan"].run(turn, NOTHING), language)


@pytest.mark.usefixtures("database")
async def test_help_lists_only_what_the_roles_allow() -> None:
    assert "/verifikasi" in await help_for(Role.VERIFIER)
    assert "/verifikasi" not in await help_for(Role.TREASURER, Role.VIEWER)
    assert "/saldo" in await help_for(Role.VIEWER)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("language", ["id", "en"])
async def test_help_names_every_command_to_somebody_with_every_role(language: str) -> None:
    text = await help_for(*Role, language=language)
    for name in STAFF_COMMANDS:
        assert f"/{name}:" in text


def test_commands_forms_and_cards_are_listed_under_their_own_names() -> None:
    assert {name: command.name for name, command in STAFF_COMMANDS.items()} == {
        name: name for name in STAFF_COMMANDS
    }
    assert {name: kind.name for name, kind in CARDS.items()} == {name: name for name in CARDS}
    assert {name: form.form_name for name, form in STAFF_FORMS.items()} == {
        name: name for name in STAFF_FORMS
    }
