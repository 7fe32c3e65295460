"""One entry of an authority file: its fields in the form the program wants, and its faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from archive.dates import PartialDate
from archive.faults import Fault, Severity
from archive.symbols import parse_symbol

__all__ = ["Entry"]


class Entry:
    """Reads the fields of one entry and gathers its faults; what was asked for is *known*."""

    def __init__(self, data: Mapping[str, Any], path: Path, line: int) -> None:
        self._data = data
        self._path = path
        self._line = line
        self._known: set[str] = set()
        self.faults: list[Fault] = []

    @property
    def extra(self) -> dict[str, Any]:
        """The keys that nothing has asked for so far."""
        return {key: value for key, value in self._data.items() if key not in self._known}

    def fault(
        self, code: str, problem: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a fault of this entry."""
        name = next((str(self._data[key]) for key in ("id", "abbr") if key in self._data), None)
        problem = problem if name is None else f"Entry '{name}': {problem}"
        self.faults.append(Fault(code, problem, remedy, self._path, self._line, severity))

    def required(self, key: str) -> str:
        """Return a text that must be there."""
        text = self.optional(key)
        if text is None and not self.faults:
            self.fault("authority-form", f"'{key}' is missing.", f"Add a line '{key}: ...'.")
        return text or ""

    def text(self, key: str) -> str:
        """Return a text, empty if it is not there."""
        return self.optional(key) or ""

    def optional(self, key: str) -> str | None:
        """Return a text, or None if it is not there."""
        value = self._get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value).strip()
        self._wrong(key, "text")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty if it is not there."""
        value = self._get(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
            return tuple(str(item) for item in value)
        self._wrong(key, "a list of texts")
        return ()

    def truth(self, key: str) -> bool | None:
        """Return true or false; None if it is not there or says `unknown`."""
        value = self._get(key)
        if value is None or isinstance(value, bool):
            return value
        if value != "unknown":
            self._wrong(key, "true, false or unknown")
        return None

    def date(self, key: str) -> PartialDate | None:
        """Return a date, or None if it is not there."""
        value = self._get(key)
        if value is None:
            return None
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            self._wrong(key, "a date of the form 2020, 2020-05 or 2020-05-31")
            return None

    def symbol(self, key: str) -> str | None:
        """Return a UN document symbol, or None if it is not there."""
        value = self.optional(key)
        return None if value is None else next(iter(self._canonical(key, [value])), None)

    def symbols(self, key: str) -> tuple[str, ...]:
        """Return a list of UN document symbols."""
        return self._canonical(key, self.texts(key))

    def _canonical(self, key: str, written: Iterable[str]) -> tuple[str, ...]:
        symbols: list[str] = []
        for text in written:
            symbol = parse_symbol(text)
            if symbol is None or symbol.canonical != text:
                canonical = "S/RES/1325 (2000)" if symbol is None else symbol.canonical
                problem = f"'{key}': '{text}' is not the canonical form of a UN document symbol."
                self.fault("authority-symbol", problem, f"Write it in the form {canonical}.")
            elif symbol.fault is not None:
                problem = f"'{key}': {symbol.fault}"
                self.fault("wrong-resolution-year", problem, "Correct the number or the year.")
            else:
                symbols.append(symbol.canonical)
        return tuple(symbols)

    def _get(self, key: str) -> object:
        self._known.add(key)
        return self._data.get(key)

    def _wrong(self, key: str, wanted: str) -> None:
        self.fault("authority-form", f"'{key}' should be {wanted}.", "Write it in that form.")
