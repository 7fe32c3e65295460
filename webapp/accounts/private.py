"""The folder `.private` of an archive: what must neither be served nor shared."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from webapp.accounts.errors import AccountError

__all__ = ["PRIVATE_FOLDER", "private_folder", "secret_key", "write_private"]

PRIVATE_FOLDER = ".private"
_KEY = "secret-key"
_KEY_BYTES = 32


def private_folder(archive: Path) -> Path:
    """Return the archive's private folder; make it, for its owner alone, if need be.

    Raises:
        OSError: it cannot be made.
    """
    folder = archive / PRIVATE_FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        write_private(ignored, "*\n")
    return folder


def secret_key(archive: Path) -> bytes:
    """Return the key that signs the sessions of an archive; make it if there is none.

    Raises:
        AccountError: the file that should hold it holds something else.
        OSError: it can be neither read nor made.
    """
    path = private_folder(archive) / _KEY
    if not path.exists():
        fresh = path.with_name(f".{_KEY}.{os.getpid()}.{secrets.token_hex(4)}.new")
        write_private(fresh, secrets.token_hex(_KEY_BYTES))
        try:
            # Of several processes that start at once one makes the key for all.
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) < _KEY_BYTES:
        raise AccountError(
            "The secret key is damaged.",
            path=path,
            remedy="Delete the file: a new key is made, and everyone signs in again.",
        )
    return key


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all.

    Raises:
        OSError: the disk refused; a file that stood there before still stands.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.new")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
