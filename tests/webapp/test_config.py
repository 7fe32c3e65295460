from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from webapp.config import Config, ConfigError


def test_settings_are_read_from_the_environment() -> None:
    config = Config.from_environment(
        {"PEACEARCHIVE": "/srv/papers", "PEACEARCHIVE_PAGE_SIZE": "50", "OTHER": "x"}
    )
    assert config.archive == Path("/srv/papers")
    assert config.page_size == 50
    assert config.passages_shown == Config(Path()).passages_shown


def test_an_environment_that_names_no_archive_is_refused() -> None:
    with pytest.raises(ConfigError, match="Set PEACEARCHIVE"):
        Config.from_environment({})


@pytest.mark.parametrize("value", ["many", "0", "-3", "1.5", "٣"])
def test_a_number_that_is_none_is_refused_by_name(value: str) -> None:
    with pytest.raises(ConfigError, match=f"PEACEARCHIVE_PAGE_SIZE is '{value}'"):
        Config.from_environment({"PEACEARCHIVE": "x", "PEACEARCHIVE_PAGE_SIZE": value})


def test_every_setting_has_help_and_is_documented() -> None:
    for setting in fields(Config):
        assert setting.metadata["help"].endswith("."), setting.name
        assert f"        {setting.name}: " in str(Config.__doc__), setting.name
