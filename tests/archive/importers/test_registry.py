from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.errors import ImportFailedError
from archive.importers import (
    ImportOverrides,
    ImportResult,
    Source,
    choose_importer,
    import_file,
)


@dataclass(frozen=True)
class Reader:
    """An importer that is as sure as told."""

    name: str
    sure: float

    def recognises(self, head: bytes, name: str) -> float:
        """Be as sure as told."""
        del head, name
        return self.sure

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Refuse to read."""
        del overrides
        raise ImportFailedError("It was chosen.", path=source.path, remedy=self.name)


SOURCE = Source(Path("paper.txt"), b"The crew rested.")
READERS = (Reader("one", 0.2), Reader("two", 0.9), Reader("three", 0.0))


def test_the_surest_importer_is_chosen() -> None:
    assert choose_importer(SOURCE, importers=READERS).name == "two"


def test_a_name_wins_over_the_content() -> None:
    assert choose_importer(SOURCE, "three", READERS).name == "three"


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ImportFailedError, match="one, two, three"):
        choose_importer(SOURCE, "four", READERS)


def test_content_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ImportFailedError, match="three"):
        choose_importer(SOURCE, importers=READERS[2:])


def test_a_file_is_read_by_the_importer_chosen(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(SOURCE.content)
    with pytest.raises(ImportFailedError, match="two"):
        import_file(path, importers=READERS)


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ImportFailedError, match=r"missing\.txt") as raised:
        import_file(tmp_path / "missing.txt")
    assert "\n" not in str(raised.value)


def test_importing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(SOURCE.content)
    import_file(path)
    assert [found.name for found in tmp_path.iterdir()] == ["paper.txt"]
