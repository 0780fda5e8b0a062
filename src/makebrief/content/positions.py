"""A character of a text as it is printed into its place in the YAML that wrote it."""

from __future__ import annotations

import re

from makebrief.content.source import Path, Source
from makebrief.errors import Span

_BLOCK_HEAD = re.compile(r"[|>][^\n]*\n")
_PLAIN = re.compile(r"\S")
_SINGLE = re.compile(r"''|\S")
_DOUBLE = re.compile(r"\\(?:\n|x..|u.{4}|U.{8}|[^\n])|\S", re.DOTALL)
_ESCAPED_SPACES = frozenset({"\\\n", "\\n", "\\t", "\\ ", "\\_", "\\N", "\\L", "\\P", "\\r"})


def character_span(source: Source, path: Path, text: str, index: int) -> Span:
    """Where the character at an index of a text stands in its file.

    Folding and indenting change nothing but white space, so that the characters before it are
    counted without it; an escape is one character.
    """
    place = source.place(path)
    before = sum(not each.isspace() for each in text[:index])
    written = source.text[place.start : place.end]
    start, pattern = _scalar(written)
    for found in pattern.finditer(written, start):
        if _is_space(found.group()):
            continue
        if before == 0:
            return source.at(place.start + found.start())
        before -= 1
    return source.at(place.start)


def _is_space(written: str) -> bool:
    """Whether an escape writes white space: a line end, a tab, \\x20, \\u3000."""
    if written[:2] in {"\\x", "\\u", "\\U"}:
        return chr(int(written[2:], 16)).isspace()
    return written in _ESCAPED_SPACES


def _scalar(written: str) -> tuple[int, re.Pattern[str]]:
    """Where the characters of a scalar begin, and how one of them is written."""
    if head := _BLOCK_HEAD.match(written):
        return head.end(), _PLAIN
    if written[:1] in {"'", '"'}:
        return 1, _SINGLE if written[0] == "'" else _DOUBLE
    return 0, _PLAIN
