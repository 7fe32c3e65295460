"""The settings of the web application: one table of name, default and help.

A setting is given as a keyword, or read from the environment as `PEACEARCHIVE_` and its name in
capitals. The archive's folder alone is `PEACEARCHIVE`, as on the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

__all__ = ["Config", "ConfigError"]

_PREFIX = "PEACEARCHIVE"


class ConfigError(Exception):
    """A setting has a value that it cannot have, or the archive's folder is not named."""


def _setting(default: int, description: str) -> int:
    return field(default=default, metadata={"help": description})


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; the help of each is in its field's metadata.

    Attributes:
        archive: the folder of the archive that is served.
        page_size: documents on a page of results or of a list.
        passages_shown: passages shown of one document in a result.
        newest_documents: shown on the home page.
        newest_annotations: likewise.
        cached_documents: parsed documents kept in memory.
        check_seconds: the least time between two looks for changed files.
    """

    archive: Path = field(metadata={"help": "The folder of the archive that is served."})
    page_size: int = _setting(20, "Documents on a page of results or of a list.")
    passages_shown: int = _setting(3, "Passages shown of one document in a result.")
    newest_documents: int = _setting(6, "Newest documents on the home page.")
    newest_annotations: int = _setting(3, "Newest annotations on the home page.")
    cached_documents: int = _setting(64, "Parsed documents kept in memory.")
    check_seconds: int = _setting(2, "The least time between two looks for changed files.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Config:
        """Read the settings from environment variables; what is not set keeps its default.

        Raises:
            ConfigError: the archive is not named, or a number is none.
        """
        if not environment.get(_PREFIX):
            raise ConfigError(f"No archive is named. Set {_PREFIX} to the archive's folder.")
        numbers: dict[str, int] = {}
        for setting in fields(cls):
            variable = f"{_PREFIX}_{setting.name.upper()}"
            if setting.name != "archive" and variable in environment:
                numbers[setting.name] = _whole_number(variable, environment[variable])
        return cls(archive=Path(environment[_PREFIX]), **numbers)


def _whole_number(variable: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise ConfigError(f"{variable} is '{value}'. Give it a whole number above 0.")
    return int(value)
