"""archive.yaml: what an archive says about itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from archive.errors import MetadataError
from archive.yaml_files import dump_yaml, read_yaml

__all__ = ["REVIEWS", "ArchiveSettings", "read_settings", "settings_yaml"]

REVIEWS = ("required", "optional")
"""The values of `review`."""


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """The settings of one archive.

    Attributes:
        title: shown on every page.
        description: one or two sentences for the home page.
        rights: a statement of rights for the archive as a whole.
        base_url: the address under which the archive is published, without a final slash.
        engine: the search engine, `whoosh` or `tantivy`.
        review: whether what editors submit needs a reviewer: `required` or `optional`.
    """

    title: str
    description: str = ""
    rights: str = ""
    base_url: str = ""
    engine: str = "whoosh"
    review: str = REVIEWS[0]


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
    if file.data.get("review", REVIEWS[0]) not in REVIEWS:
        raise MetadataError(
            f"'review' is '{file.data['review']}'.",
            path=path,
            line=file.line("review"),
            remedy=f"It is {' or '.join(REVIEWS)}.",
        )
    return ArchiveSettings(**{key: value.strip() for key, value in file.data.items()})


def settings_yaml(settings: ArchiveSettings) -> str:
    """Return the text of an archive.yaml."""
    return dump_yaml(asdict(settings))
