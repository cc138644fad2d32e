"""Settings: read once, and every mistake told at once with its mending."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SETTINGS, Settings, SettingsError, mask, read_settings
from models.photo_rules import PhotoRules
from models.retention import Retention

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
NO_FILE = Path("no-such-file.env")


def read(**environment: str) -> Settings:
    return read_settings(environment, NO_FILE)


def mistakes(file: Path = NO_FILE, **environment: str) -> dict[str, str]:
    with pytest.raises(SettingsError) as caught:
        read_settings(environment, file)
    return {
        m.name: f"{m.found}; {m.mending}"
        for m in caught.value.mistakes
        if f"{m.name}: found {m.found}; {m.mending}" in str(caught.value)
    }


def test_nothing_set_means_a_simulated_bot_with_sqlite() -> None:
    settings = read()
    assert settings.simulated
    assert settings.database_url == "sqlite://data/gulir.db"
    assert (settings.host, settings.port, settings.simulator_port) == ("127.0.0.1", 8080, 8081)
    assert settings.burst_seconds == 2.5
    assert settings.default_language == "id"
    assert settings.clock_shift_file is None


def test_every_setting_reaches_its_field() -> None:
    settings = read(
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API_BASE="http://127.0.0.1:9000/",
        STAFF_CHAT_ID="-1001234567890",
        DATABASE_URL="postgres://a:b@c/d",
        DATA_DIR="/srv/gulir",
        HOST="::1",
        PORT="9001",
        SIMULATOR_PORT="9005",
        BURST_SECONDS="0",
        CLOCK_SHIFT_FILE="/srv/shift",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
        DEFAULT_LANGUAGE="EN",
    )
    assert settings == Settings(
        telegram_token=TOKEN,
        telegram_api_base="http://127.0.0.1:9000",
        staff_chat_id=-1001234567890,
        database_url="postgres://a:b@c/d",
        data_dir=Path("/srv/gulir"),
        host="::1",
        port=9001,
        simulator_port=9005,
        burst_seconds=0,
        clock_shift_file=Path("/srv/shift"),
        log_level="DEBUG",
        log_format="json",
        default_language="en",
    )
    assert not settings.simulated


def test_all_wrong_settings_are_told_at_once() -> None:
    found = mistakes(
        TELEGRAM_TOKEN="12345678",
        TELEGRAM_API_BASE="api.telegram.org",
        DATABASE_URL="mysql://root:secret@host/x",
        PORT="80a",
        SIMULATOR_PORT="70000",
        BURST_SECONDS="-1",
        LOG_LEVEL="loud",
        LOG_FORMAT="xml",
        DEFAULT_LANGUAGE="jv",
    )
    assert set(found) == {
        *("TELEGRAM_TOKEN", "TELEGRAM_API_BASE", "STAFF_CHAT_ID", "DATABASE_URL", "PORT"),
        *("SIMULATOR_PORT", "BURST_SECONDS", "LOG_LEVEL", "LOG_FORMAT", "DEFAULT_LANGUAGE"),
    }
    assert found["PORT"] == "'80a'; give a free port from 1 to 65535"
    assert found["STAFF_CHAT_ID"].startswith("nothing; give the number of the staff chat")


def test_the_number_of_wrong_settings_is_told_in_good_english() -> None:
    with pytest.raises(SettingsError, match=r"^1 setting is wrong"):
        read(PORT="x")
    with pytest.raises(SettingsError, match=r"^2 settings are wrong"):
        read(PORT="x", HOST="h", LOG_LEVEL="x")


@pytest.mark.parametrize("number", ["nan", "inf", "61", "many"])
def test_a_burst_without_end_is_refused(number: str) -> None:
    assert "BURST_SECONDS" in mistakes(BURST_SECONDS=number)


def test_secrets_are_masked_in_mistakes_and_absent_from_the_repr() -> None:
    found = mistakes(
        TELEGRAM_TOKEN="123456789-AAEhBOweik6ad9r",
        STAFF_CHAT_ID="1",
        DATABASE_URL="postgres://me:hunter2@host:pw/db",
    )
    assert found["TELEGRAM_TOKEN"].startswith("1234…ad9r;")
    assert found["DATABASE_URL"].startswith("postgres://***; the host or the port cannot be read")
    settings = read(
        TELEGRAM_TOKEN=TOKEN, STAFF_CHAT_ID="1", DATABASE_URL="postgres://a:hunter2@c/d"
    )
    assert TOKEN not in repr(settings)
    assert "hunter2" not in repr(settings)


def test_a_mask_shows_the_ends_of_a_long_secret_only() -> None:
    assert mask("1234567890wxyz") == "1234…wxyz"
    assert mask("short") == "***"


def test_a_real_bot_needs_its_staff_chat() -> None:
    assert list(mistakes(TELEGRAM_TOKEN=TOKEN)) == ["STAFF_CHAT_ID"]
    assert "'0'" in mistakes(TELEGRAM_TOKEN=TOKEN, STAFF_CHAT_ID="0")["STAFF_CHAT_ID"]


def test_the_simulator_cannot_share_the_bots_port() -> None:
    assert "other" in mistakes(PORT="9000", SIMULATOR_PORT="9000")["SIMULATOR_PORT"]
    assert read(PORT="65535").simulator_port == 65534


def test_an_empty_setting_is_one_that_is_left_out() -> None:
    assert read(PORT="", TELEGRAM_TOKEN="  ").port == 8080


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=9000\nHOST=10.0.0.1 # inside\nDATA_DIR='/srv/with blank'\n")
    settings = read_settings({"PORT": "9100"}, file)
    assert (settings.port, settings.host) == (9100, "10.0.0.1")
    assert settings.data_dir == Path("/srv/with blank")
    assert settings.database_url == "sqlite:///srv/with blank/gulir.db"


def test_a_misspelt_name_in_the_file_is_told_and_a_foreign_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TELEGRAM_TOKN=x\nPOSTGRES_PASSWORD=y\n")
    assert list(mistakes(file)) == ["TELEGRAM_TOKN"]
    assert "TELEGRAM_TOKEN" in mistakes(file)["TELEGRAM_TOKN"]


def test_the_example_file_can_be_used_as_it_is() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    assert read_settings({}, example) == read()


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(AttributeError):
        read().port = 1  # type: ignore[misc]


def test_every_setting_says_what_it_is_and_what_it_wants() -> None:
    for setting in SETTINGS:
        assert setting.help.endswith("."), setting.name
        assert setting.expected


def test_the_rules_of_photos_are_settings() -> None:
    assert read().photo_rules == PhotoRules()
    names = (
        *("PHOTO_TINY_BELOW", "PHOTO_DARK_BELOW", "PHOTO_BLURRED_BELOW", "PHOTO_SCREENSHOT_FROM"),
        *("PHOTO_SCREEN_FROM", "PHOTO_SAME_PHASH", "PHOTO_SAME_DHASH"),
    )
    given = {name: str(number) for number, name in enumerate(names, start=1)}
    assert read(**given).photo_rules == PhotoRules(1, 2, 3, 4, 5, 6, 7)


def test_how_long_things_are_kept_is_set_and_never_shorter_than_the_clock_looks_back() -> None:
    assert read().retention == Retention(90, 730, 180)
    given = {"REJECTED_PROOF": "30", "PROGRESS_PHOTO": "100", "CHAT_TEXT": "90"}
    set_so = {f"KEEP_{name}_DAYS": days for name, days in given.items()}
    assert read(**set_so).retention == Retention(30, 100, 90)
    for name in given:
        with pytest.raises(SettingsError, match=f"KEEP_{name}_DAYS"):
            read(**{**set_so, f"KEEP_{name}_DAYS": "10"})


def test_wrong_rules_of_photos_are_told_with_their_mending() -> None:
    found = mistakes(PHOTO_DARK_BELOW="256", PHOTO_SAME_PHASH="16", PHOTO_TINY_BELOW="-1")
    assert found == {
        "PHOTO_DARK_BELOW": "'256'; give a whole number from 0 to 255, such as 50",
        "PHOTO_SAME_PHASH": "'16'; give a whole number from 0 to 15, such as 10",
        "PHOTO_TINY_BELOW": "'-1'; give a whole number from 0 to 4000, such as 400",
    }


WHATSAPP = {
    "WHATSAPP_TOKEN": "EAAG-made-up-token",
    "WHATSAPP_PHONE_ID": "106540352242922",
    "WHATSAPP_BUSINESS_ID": "102290129340398",
    "WHATSAPP_APP_SECRET": "0123456789abcdef0123456789abcdef",
    "WHATSAPP_VERIFY_TOKEN": "a-word-of-our-own",
}
TELEGRAM = {"TELEGRAM_TOKEN": TOKEN, "STAFF_CHAT_ID": "-1"}


def test_an_account_of_whatsapp_is_set_whole() -> None:
    account = read(**TELEGRAM, **WHATSAPP, WHATSAPP_API_BASE="http://proxy/").whatsapp
    assert account is not None
    assert account.root == "http://proxy/v26.0"
    for secret in ("WHATSAPP_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"):
        assert WHATSAPP[secret] not in repr(account)
        assert WHATSAPP[secret] not in repr(read(**TELEGRAM, **WHATSAPP))
    assert read(**TELEGRAM).whatsapp is None


@pytest.mark.parametrize("lacking", WHATSAPP)
def test_a_half_set_account_is_told_by_what_lacks(lacking: str) -> None:
    given = {name: value for name, value in WHATSAPP.items() if name != lacking}
    assert list(mistakes(**TELEGRAM, **given)) == [lacking]
    assert list(mistakes(**TELEGRAM, **{lacking: WHATSAPP[lacking]})) == [
        name for name in WHATSAPP if name != lacking
    ]


def test_whatsapp_needs_telegram_for_the_staff() -> None:
    assert "staff work in a Telegram chat" in mistakes(**WHATSAPP)["TELEGRAM_TOKEN"]


def test_what_is_no_part_of_an_account_is_told() -> None:
    wrong = {**WHATSAPP, "WHATSAPP_PHONE_ID": "+62 811", "WHATSAPP_API_VERSION": "latest"}
    assert list(mistakes(**TELEGRAM, **wrong)) == ["WHATSAPP_PHONE_ID", "WHATSAPP_API_VERSION"]
