"""A YAML file as it was read, and the position of every key and value in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from makebrief.errors import Span

Path = tuple[str | int, ...]


class Place(Struct, frozen=True):
    """Where a key and its value stand: offsets in characters into the file's text."""

    key: int
    start: int
    end: int


class Source(Struct, frozen=True):
    """A YAML file as read: its name, its text, its data and the place of each datum."""

    file: str
    text: str
    data: Any
    places: dict[Path, Place]
    line_starts: list[int]

    def at(self, offset: int) -> Span:
        """The line and column (from 1) of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return Span(self.file, line, offset - self.line_starts[line - 1] + 1)

    def datum(self, path: Path) -> Any:
        """The value at a path as it is written."""
        found = self.data
        for part in path:
            found = found[part]
        return found

    def value(self, path: Path) -> Span:
        """Where the value at a path begins; where that is absent, its nearest parent."""
        return self.at(self.place(path).start)

    def key(self, path: Path) -> Span:
        """Where the key of a path begins; where that is absent, its nearest parent."""
        return self.at(self.place(path).key)

    def within(self, path: Path, words: str, after: int = 0) -> Span:
        """Where words stand inside a value, or the value's start if they are written otherwise."""
        place = self.place(path)
        found = self.text.find(words, place.start + after, place.end)
        return self.at(found if found >= 0 else place.start)

    def texts_with_line_ends(self) -> Mapping[Path, str]:
        """The texts that are written over several lines which YAML keeps apart."""
        if "|" not in self.text and "\\n" not in self.text:
            return {}
        texts = ((path, self._datum(path)) for path in self.places)
        return {
            path: text for path, text in texts if isinstance(text, str) and "\n" in text.strip()
        }

    def _datum(self, path: Path) -> Any:
        datum = self.data
        for part in path:
            datum = datum[part]
        return datum

    def place(self, path: Path) -> Place:
        """The place of the value at a path; where that is absent, of its nearest parent."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a misspelled word most likely meant, if one is near."""
    from difflib import get_close_matches

    matches = get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return matches[0] if matches else None
