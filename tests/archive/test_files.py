from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive.files import recover_folder, replace_folder, write_file

_WRITER = """
import sys
from pathlib import Path
from archive.files import recover_folder, replace_folder
folder = Path(sys.argv[1])
recover_folder(folder)
number = 0
while True:
    number += 1
    replace_folder(folder, {name: str(number) * 2000 for name in ("a", "b", "source/c")})
"""


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, "old")
    write_file(path, "new – text")

    assert path.read_text(encoding="utf-8") == "new – text"
    assert names(tmp_path) == ["a.txt"]


def test_a_refused_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, "old")

    with pytest.raises(UnicodeEncodeError):
        write_file(path, "\ud800")

    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    replace_folder(folder, {"a": "1", "b": "2"})
    replace_folder(folder, {"a": "3"})

    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "3"}
    assert names(tmp_path) == ["one"]


def test_a_killed_writer_leaves_one_version_whole(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    for delay in (0.0, 0.05, 0.1, 0.15, 0.2):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)])
        while not folder.exists():
            time.sleep(0.01)
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        recover_folder(folder)
        versions = {path.read_text() for path in folder.rglob("*") if path.is_file()}
        assert len(versions) <= 1
        assert names(tmp_path) in ([], ["one"])
    assert len(list(folder.rglob("*"))) == 4
