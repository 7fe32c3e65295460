"""What the tests of office formats share: files that pandoc makes of our own Markdown."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest

MARKDOWN = """---
title: The quiet harbour
author: [Ana Moreau, Ben Ito]
date: 2011-05-03
lang: en
---

# Sand

The pilots came back *in the spring*[^1] and nobody asked.[^2]

[^1]: Harbour book, page 4.

    A second paragraph.

[^2]: Tide tables of **the year**.

a) one boat
b) two boats

## Silt

> Words of another.

See [the quay](https://ports.example/quay).
"""

MakeFile = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> MakeFile:
    """Writes Markdown as a file of another format and returns its path."""

    def write(suffix: str, markdown: str = MARKDOWN, name: str = "harbour") -> Path:
        path = tmp_path / f"{name}.{suffix}"
        command = [
            pypandoc.get_pandoc_path(),
            "--standalone",
            "--from=markdown",
            f"--output={path}",
        ]
        subprocess.run(command, input=markdown.encode(), check=True, cwd=tmp_path)
        return path

    return write
