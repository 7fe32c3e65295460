"""YAML files with the line of every key, so that an error can name its place.

Only plain data is read (`CSafeLoader`); dates stay text, and a key given twice is an error
instead of a silent loss.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from archive.errors import ArchiveError

__all__ = ["YamlError", "YamlFile", "YamlList", "dump_yaml", "read_yaml", "read_yaml_list"]


class YamlError(ArchiveError):
    """A YAML file cannot be read: wrong encoding, wrong syntax, or not the form expected."""


class _Loader(yaml.CSafeLoader):
    """CSafeLoader that leaves dates as the text they are."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class _Dumper(yaml.CSafeDumper):
    """CSafeDumper that writes long texts as blocks."""


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file whose top level is a mapping. `lines` holds the 1-based line of every top key."""

    path: Path
    data: Mapping[str, Any]
    lines: Mapping[str, int]

    def line(self, key: str) -> int | None:
        """Return the line of a top-level key, or None if the file lacks it."""
        return self.lines.get(key)


@dataclass(frozen=True, slots=True)
class YamlList:
    """A YAML file whose top level is a list of mappings. `lines` holds the line of every entry."""

    path: Path
    entries: tuple[Mapping[str, Any], ...]
    lines: tuple[int, ...]


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file that holds a mapping; an empty file is an empty mapping.

    Raises:
        YamlError: the file cannot be read; the error names the line.
    """
    node, data = _load(path)
    if node is None:
        return YamlFile(path, {}, {})
    if not isinstance(node, yaml.MappingNode):
        raise _not(path, node, "a mapping of keys to values")
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    return YamlFile(path, {str(key): value for key, value in data.items()}, lines)


def read_yaml_list(path: Path) -> YamlList:
    """Read a YAML file that holds a list of mappings; an empty file is an empty list.

    Raises:
        YamlError: the file cannot be read; the error names the line.
    """
    node, data = _load(path)
    if node is None:
        return YamlList(path, (), ())
    if not isinstance(node, yaml.SequenceNode):
        raise _not(path, node, "a list of entries")
    for entry in node.value:
        if not isinstance(entry, yaml.MappingNode):
            raise _not(path, entry, "a list of mappings")
    return YamlList(path, tuple(data), tuple(entry.start_mark.line + 1 for entry in node.value))


def dump_yaml(data: Mapping[str, Any]) -> str:
    """Return data as YAML text: keys in their order, Unicode as it is."""
    return yaml.dump(
        dict(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, indent=2
    )


def _load(path: Path) -> tuple[yaml.Node | None, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise YamlError(
            f"The file cannot be read: {error.strerror}.",
            path=path,
            remedy="Check its permissions.",
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise YamlError(
            "The file is not UTF-8 text.", path=path, line=line, remedy="Save it as UTF-8."
        ) from error
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is not None:
            _refuse_duplicate_keys(node, path)
        return node, None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise _syntax(path, error) from error
    finally:
        loader.dispose()


def _refuse_duplicate_keys(root: yaml.Node, path: Path) -> None:
    pending = [root]
    visited: set[int] = set()
    while pending:
        node = pending.pop()
        if id(node) in visited:
            continue
        visited.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                name = str(key.value)
                if name in seen:
                    raise YamlError(
                        f"The key '{name}' is given twice.",
                        path=path,
                        line=key.start_mark.line + 1,
                        remedy="Remove one of the two.",
                    )
                seen.add(name)
                pending.append(value)


def _syntax(path: Path, error: yaml.YAMLError) -> YamlError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    place = "" if mark is None else f" at column {mark.column + 1}"
    return YamlError(
        f"This is not valid YAML: {problem}{place}.",
        path=path,
        line=None if mark is None else mark.line + 1,
        remedy="Mend the line, or the one before it.",
    )


def _not(path: Path, node: yaml.Node, wanted: str) -> YamlError:
    return YamlError(
        f"The file should hold {wanted}.",
        path=path,
        line=node.start_mark.line + 1,
        remedy="See the sample archive for the form.",
    )
