from __future__ import annotations

from pathlib import Path

import pytest

from archive.yaml_files import YamlError, dump_yaml, read_yaml, read_yaml_list


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.yaml"


def test_keys_know_their_lines_and_dates_stay_text(path: Path) -> None:
    path.write_text("title: One\n\ndate: 2020-05-31\n", encoding="utf-8")

    file = read_yaml(path)

    assert file.data == {"title": "One", "date": "2020-05-31"}
    assert (file.line("date"), file.line("absent")) == (3, None)


def test_entries_of_a_list_know_their_lines(path: Path) -> None:
    path.write_text("- id: a\n- id: b\n", encoding="utf-8")

    entries = read_yaml_list(path)

    assert ([entry["id"] for entry in entries.entries], entries.lines) == (["a", "b"], (1, 2))


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (b"title: 'open\n", 2, "not valid YAML"),
        (b"a: 1\nb: 2\na: 3\n", 3, "'a' is given twice"),
        (b"a: 1\nb: \xff\n", 2, "not UTF-8"),
        (b"- one\n", 1, "a mapping"),
        (b"a: !!python/object:os.system x\n", 1, "not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(
    path: Path, content: bytes, line: int, problem: str
) -> None:
    path.write_bytes(content)

    with pytest.raises(YamlError, match=problem) as caught:
        read_yaml(path)

    assert caught.value.line == line
    assert str(path) in str(caught.value)


def test_an_alias_to_itself_is_read_without_end(path: Path) -> None:
    path.write_text("a: &x [*x]\n", encoding="utf-8")

    assert list(read_yaml(path).data) == ["a"]


def test_a_missing_file_is_an_error_of_the_family(path: Path) -> None:
    with pytest.raises(YamlError, match="No such file"):
        read_yaml(path)


def test_dumped_text_is_readable() -> None:
    text = dump_yaml({"title": "Bøås", "body": "one\ntwo\n", "date": "2020-05-31"})

    assert text == "title: Bøås\nbody: |\n  one\n  two\ndate: '2020-05-31'\n"
