"""What commands share: which archive they work on, and how errors are shown."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
from platformdirs import user_data_path

from archive import ArchiveError
from indexer import IndexerError
from webapp.sample import sample_copy

__all__ = ["archive_option", "counted", "plain_errors"]

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def archive_option(command: Callable[_Parameters, _Result]) -> Callable[..., _Result]:
    """Give a command the option --archive; its value reaches the command as `archive: Path`."""
    return click.option(
        "--archive",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="PEACEARCHIVE",
        show_envvar=True,
        callback=_archive_folder,
        help="The archive's folder.  [default: a copy of the sample archive]",
    )(command)


def plain_errors(command: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Show errors of the program's own families, and those of the disk, in one line."""

    @functools.wraps(command)
    def guarded(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return command(*args, **kwargs)
        except (ArchiveError, IndexerError) as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise click.ClickException(_of_the_disk(error)) from error

    return guarded


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right form: `1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _of_the_disk(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}. Nothing was changed; check the disk and permissions."


def _archive_folder(
    _context: click.Context, _parameter: click.Parameter, value: Path | None
) -> Path:
    if value is not None:
        return value
    try:
        return sample_copy(user_data_path("peacearchive"))
    except OSError as error:
        raise click.ClickException(_of_the_disk(error)) from error
