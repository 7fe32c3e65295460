"""The built wheel, installed into an empty environment, is the whole program."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PINS = ROOT / ".constraints.txt"

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel installed; the folder of its commands."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    commands = folder / "venv" / "bin"
    install = [str(commands / "pip"), "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*install, "-c", str(PINS), str(wheel)], check=True)
    return commands


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A process environment in which nothing of this person's is found."""
    kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return {**kept, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}


def run(environment: Path, home: dict[str, str], *arguments: str) -> str:
    command = [str(environment / "peacearchive"), *arguments]
    done = subprocess.run(
        command, env=home, cwd=home["HOME"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_sample_has_no_fault_and_is_searched(environment: Path, home: dict[str, str]) -> None:
    assert " 0 errors, 0 warnings" in run(environment, home, "check")

    found = json.loads(run(environment, home, "search", '"protection of civilians"', "--json"))

    assert found["documents"] > 5
    assert found["hits"][0]["passages"][0]["snippet"]


@pytest.fixture
def served(environment: Path, home: dict[str, str]) -> Iterator[str]:
    """The address at which the installed program serves the sample."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(environment / "peacearchive"), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=home, cwd=home["HOME"], stdout=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
        server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 -- our own address
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not answer")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/", "<form"),
        ("/search?q=consent", "<mark>"),
        ("/documents/essay-consent", 'role="doc-endnotes"'),
        ("/search.json?q=consent", '"facets"'),
    ],
)
def test_pages_come_with_templates_and_sample(served: str, path: str, content: str) -> None:
    with urllib.request.urlopen(served + path, timeout=30) as answer:  # noqa: S310 -- our own
        assert content in answer.read().decode()
