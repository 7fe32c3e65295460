"""Pandoc as a program apart: in its sandbox, with limits of time and memory, without a shell."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from archive.importers.markup.account import shortened

__all__ = ["Converted", "PandocError", "PandocMissingError", "convert_to_html"]

_SECONDS = 120
_MEMORY = "2g"
_HERE = Path(__file__).parent
_HEAP_EXHAUSTED = 251
_LONGEST_REASON = 200


class PandocMissingError(Exception):
    """Pandoc is not installed."""


class PandocError(Exception):
    """Pandoc could not read the file; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A page of HTML with the file's metadata in its head, and what pandoc warned of."""

    html: str
    warnings: tuple[str, ...]


def convert_to_html(content: bytes, reader: str, seconds: float = _SECONDS) -> Converted:
    """Let pandoc read a file and return it as HTML.

    The sandbox keeps pandoc from every file but those named here, and from
    the network; the environment is empty.

    Args:
        content: of the file.
        reader: the name of pandoc's reader, with its extensions.
        seconds: it may take.

    Raises:
        PandocMissingError: pandoc is not installed.
        PandocError: it cannot read the file, or not within the limits.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; every word of the command is ours
            _command(reader),
            input=content,
            capture_output=True,
            timeout=seconds,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PandocError(f"pandoc was not done with it in {seconds:.0f} seconds") from error
    except OSError as error:
        raise PandocError(f"pandoc could not be started: {error.strerror}") from error
    said = done.stderr.decode("utf-8", errors="replace")
    if done.returncode == _HEAP_EXHAUSTED:
        raise PandocError("pandoc needs too much memory for it")
    if done.returncode:
        raise PandocError(f"pandoc says: {shortened(said, _LONGEST_REASON).rstrip('.')}")
    warnings = (shortened(part, _LONGEST_REASON) for part in said.split("[WARNING]"))
    html = done.stdout.decode("utf-8", errors="replace")
    return Converted(html, tuple(warning for warning in warnings if warning))


def _command(reader: str) -> list[str]:
    return [
        _program(),
        "--sandbox",
        f"--from={reader}",
        "--to=html5",
        "--wrap=none",
        f"--template={_HERE / 'template.html'}",
        f"--lua-filter={_HERE / 'lists.lua'}",
        f"--abbreviations={_HERE / 'no-abbreviations.txt'}",
        "+RTS",
        f"-M{_MEMORY}",
        "-RTS",
    ]


def _program() -> str:
    try:
        import pypandoc  # noqa: PLC0415 - an extra that need not be installed

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise PandocMissingError from error
