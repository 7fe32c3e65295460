"""archive.yaml: what an archive says about itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from archive.errors import MetadataError
from archive.yaml_files import dump_yaml, read_yaml

__all__ = ["ArchiveSettings", "read_settings", "settings_yaml"]


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """The settings of one archive.

    Attributes:
        title: shown on every page.
        description: one or two sentences for the home page.
        rights: a statement of rights for the archive as a whole.
        base_url: the address under which the archive is published, without a final slash.
        engine: the search engine, `whoosh` or `tantivy`.
    """

    title: str
    description: str = ""
    rights: str = ""
    base_url: str = ""
    engine: str = "whoosh"


def read_settings(path: Path) -> ArchiveSettings:
    """Read an archive.yaml.

    Raises:
        YamlError: the file is not YAML.
        MetadataError: a key is unknown or has a value of the wrong form, or the title is missing.
    """
    file = read_yaml(path)
    known = {field.name for field in fields(ArchiveSettings)}
    for key, value in file.data.items():
        if key not in known:
            problem, remedy = f"Unknown key '{key}'.", f"Known keys are {', '.join(sorted(known))}."
        elif not isinstance(value, str):
            problem, remedy = f"'{key}' should be text.", "Put the value in quotation marks."
        else:
            continue
        raise MetadataError(problem, path=path, line=file.line(key), remedy=remedy)
    if not file.data.get("title"):
        raise MetadataError(
            "The archive has no title.", path=path, remedy="Add a line 'title: ...'."
        )
    return ArchiveSettings(**{key: value.strip() for key, value in file.data.items()})


def settings_yaml(settings: ArchiveSettings) -> str:
    """Return the text of an archive.yaml."""
    return dump_yaml(asdict(settings))
