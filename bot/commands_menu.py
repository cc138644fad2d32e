"""The list of commands that Telegram shows beside the text field, from the table of contents."""

import locales
from handlers.contents import CONTENTS

LANGUAGE = "id"


def private_menu() -> list[tuple[str, str]]:
    """Commands for leaders: each topic's first one."""
    return [
        (topic.commands[0], locales.text(f"menu-{topic.name}", language=LANGUAGE, facts={}))
        for topic in CONTENTS.topics
        if topic.commands and f"menu-{topic.name}" in locales.keys(LANGUAGE)
    ]


def staff_menu() -> list[tuple[str, str]]:
    """Commands of the staff chat."""
    return [
        (name, locales.text(f"staff_help-{name}", language=LANGUAGE, facts={}))
        for name in CONTENTS.staff_commands
        if f"staff_help-{name}" in locales.keys(LANGUAGE)
    ]
