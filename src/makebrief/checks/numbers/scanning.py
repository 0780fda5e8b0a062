"""The matches of a scanner's pattern into Numbers, by the reader of the group that matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from makebrief.checks.numbers.reading import MOST, Number

Readers = Mapping[str | None, Callable[[str, re.Match[str]], Iterator[Number]]]
"""What reads a match, by the name of its last group."""


def collect(
    tokens: Iterable[re.Match[str]], readers: Readers, text: str, names: frozenset[int]
) -> list[Number]:
    """The numbers of a text's matches; those in names are optional, those beyond MOST unread."""
    found: list[Number] = []
    done = 0
    for token in tokens:
        if token.start() < done:
            continue
        if len(found) > MOST:
            break
        for number in readers[token.lastgroup](text, token):
            named = names and not names.isdisjoint(range(number.start, number.end))
            found.append(replace(number, optional=True) if named else number)
            done = max(done, number.end)
    return found


def with_words(numbers: Iterable[Number], text: str) -> tuple[Number, ...]:
    """Numbers with the words that state them."""
    return tuple(replace(each, words=text[each.start : each.end]) for each in numbers)
