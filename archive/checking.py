"""Faults that show only when files are compared with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from archive.authorities import Authorities
from archive.faults import Fault, Severity

__all__ = ["unknown_ids"]


def unknown_ids(
    authorities: Authorities,
    missions: Iterable[str],
    themes: Iterable[str],
    path: Path,
    line_of: Callable[[str], int | None],
) -> Iterator[Fault]:
    """Yield a warning for every id of a mission or theme that no authority has.

    Args:
        authorities: of the archive.
        missions: the ids of missions that a file gives.
        themes: likewise themes.
        path: that file.
        line_of: the line of a key of the file, `missions` or `themes`.
    """
    unknown = [("mission", mission) for mission in missions if not authorities.mission(mission)]
    unknown += [("theme", theme) for theme in themes if not authorities.theme(theme)]
    for kind, identifier in unknown:
        yield Fault(
            f"unknown-{kind}",
            f"There is no {kind} '{identifier}' in the authority.",
            f"Mend the id, or add it to authorities/{kind}s.yaml.",
            path,
            line_of(f"{kind}s"),
            Severity.WARNING,
        )
