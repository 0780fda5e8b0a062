"""A text of the content back to the characters of its YAML: where each one stands in the file.

A text has lost what YAML needs: quotes, escapes, folded lines, indentation. What is left is matched
with the source character by character, so that a finding points at the very character, and so that
one character can be replaced without touching its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from makebrief.content.source import Path, Source
from makebrief.errors import Span

Style = Literal["plain", "single", "double", "block"]

_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n?")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)", re.DOTALL)
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_SPACES = " \t\n"
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_INDICATORS = frozenset(",[]{}")


class _Unit(Struct, frozen=True):
    """One character of a text as it is written in the source: from an offset to another."""

    character: str
    start: int
    end: int


class Written(Struct, frozen=True):
    """A text with the place of each of its characters in the file, and how it is quoted."""

    text: str
    style: Style
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def slice(self, at: int, end: int) -> tuple[int, int]:
        """The stretch of the file that writes `text[at:end]`; empty for a place between two."""
        if at < end:
            return self.starts[at], self.ends[end - 1]
        place = self.starts[at] if at < len(self.starts) else self.ends[at - 1]
        return place, place

    def quoted(self, words: str) -> str:
        """Words as they are written inside this text's quotes."""
        if self.style == "double":
            return words.replace("\\", "\\\\").replace('"', '\\"')
        return words.replace("'", "''") if self.style == "single" else words


class Change(Struct, frozen=True):
    """What is to stand in a text from `at` to `end`."""

    at: int
    end: int
    words: str


def written_text(source: Source, path: Path, text: str) -> Written | None:
    """Where the characters of the text at a path stand; None if it is written otherwise."""
    place = source.places.get(path)
    if place is None:
        return None
    style = _style(source.text[place.start : place.start + 1])
    units = _units(source.text, place.start, place.end, style)
    matched = _matched(text, tuple(units))
    if matched is None:
        return None
    starts, ends = tuple(unit.start for unit in matched), tuple(unit.end for unit in matched)
    return Written(text, style, starts, ends)


def place_of(source: Source, path: Path, text: str, at: int) -> Span:
    """The line and column of a text's character; the text's beginning if it cannot be found."""
    written = written_text(source, path, text)
    if written is None or not text:
        return source.value(path)
    return source.at(written.slice(at, min(at + 1, len(text)))[0])


def on_its_lines(source: Source, written: Written, change: Change) -> Change:
    """A change without the spaces at its ends that are line ends in the file; they stay there."""
    at, end, words = change.at, change.end, change.words
    while end > at and source.text[written.starts[end - 1]] == "\n":
        end, words = end - 1, words.removesuffix(" ")
    while at < end and source.text[written.starts[at]] == "\n":
        at, words = at + 1, words.removeprefix(" ")
    return Change(at, end, words)


def stretch_of(source: Source, written: Written, change: Change) -> tuple[int, int]:
    """The stretch of the file that a change replaces, with blanks beside it that the text lacks."""
    start, stop = written.slice(change.at, change.end)
    before = written.ends[change.at - 1] if change.at else start
    after = written.starts[change.end] if change.end < len(written.text) else stop
    if not source.text[before:start].strip(" "):
        start = before
    if not source.text[stop:after].strip(" "):
        stop = after
    return start, stop


def can_be_written(source: Source, path: Path, written: Written, change: Change) -> bool:
    """Whether a change of a text leaves it one text, in the quotes and on the lines that it has."""
    start, stop = written.slice(change.at, change.end)
    nothing = start == stop and not change.words
    if nothing or "\n" in source.text[start:stop]:
        return False
    if written.style != "plain":
        return True
    before, after = written.text[: change.at], written.text[change.end :]
    around = before[-1:] + change.words + after[:1]
    ends = around + " " if not after else around
    in_flow = any(source.text[source.places[path[:end]].start] in "{[" for end in range(len(path)))
    return not (
        ": " in ends
        or " #" in around
        or (not before and change.words[:1] in _INDICATORS)
        or (in_flow and not _FLOW_INDICATORS.isdisjoint(change.words))
    )


def _style(first: str) -> Style:
    styles: dict[str, Style] = {'"': "double", "'": "single", "|": "block", ">": "block"}
    return styles.get(first, "plain")


def _units(text: str, start: int, end: int, style: Style) -> Iterator[_Unit]:
    """The characters that a scalar writes, white space of folded lines still as it stands."""
    if style == "double":
        yield from _double_quoted(text, start + 1, end - 1)
    elif style == "single":
        yield from _single_quoted(text, start + 1, end - 1)
    else:
        head = _BLOCK_HEAD.match(text, start, end) if style == "block" else None
        for at in range(head.end() if head else start, end):
            yield _Unit(text[at], at, at + 1)


def _single_quoted(text: str, start: int, end: int) -> Iterator[_Unit]:
    at = start
    while at < end:
        width = 2 if text.startswith("''", at) else 1
        yield _Unit(text[at], at, at + width)
        at += width


def _double_quoted(text: str, start: int, end: int) -> Iterator[_Unit]:
    at = start
    while at < end:
        found = _ESCAPE.match(text, at, end)
        if found is None:
            yield _Unit(text[at], at, at + 1)
            at += 1
            continue
        character = _unescaped(found.group()[1:])
        if character:
            yield _Unit(character, at, found.end())
        at = found.end()


def _unescaped(escape: str) -> str:
    """What an escape stands for; nothing for a line end that is escaped away."""
    if escape[0] == "\n":
        return ""
    if escape[0] in "xuU" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _NAMED.get(escape, escape)


def _matched(text: str, units: tuple[_Unit, ...]) -> list[_Unit] | None:
    """For each character of a text the unit that writes it; None if they do not agree.

    White space of the source that the text has not is passed over; a space of the text may be
    written as a line end.
    """
    matched: list[_Unit] = []
    at = 0
    for character in text:
        if character == " ":
            if at >= len(units) or units[at].character not in _SPACES:
                return None
        else:
            while at < len(units) and units[at].character != character:
                if not units[at].character.isspace():
                    return None
                at += 1
            if at >= len(units):
                return None
        matched.append(units[at])
        at += 1
    return matched
