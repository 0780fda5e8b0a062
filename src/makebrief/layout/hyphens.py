"""Where English words may be hyphenated (L4): never Chinese names, acronyms, addresses, compounds.

By Liang's patterns for British English, which come with pyphen. Pyphen itself reads all of them
into numbers before the first word, which takes longer than a briefing; here each is read when a
word asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SOFT_HYPHEN = "\xad"
"""The hyphen at a line's end: painted as one, and read as no part of the word."""

_WORD = re.compile(r"(?<![\w’'./@:&=?-])[A-ZÀ-Þa-zà-öø-ÿ][a-zà-öø-ÿ]{5,}(?![\w’'/@:&=?-]|\.\w)")
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:i?ang|i?ong|[iu]?an|i?ao|[iu]?ai|i?ou|eng|ing|ei|en|er|i[aenu]|u[aeino]|[aeiou]))+"
)
_ENDING = re.compile(r"[b-df-hj-np-tv-z]e[ds]")
"""What is no syllable of its own, whatever the patterns say: the end of collected, of houses."""

_LEFT, _RIGHT = 3, 3
_LONGEST = 16


def hyphenations(text: str, *, capitalised: bool = False) -> list[int]:
    """The offsets at which a word of an English text may be divided; `capitalised` ones if asked.

    A capitalised word that reads as pinyin is a Chinese name, and stays whole.
    """
    return [
        found.start() + place
        for found in _WORD.finditer(text)
        if found.group().islower() or (capitalised and not _is_name(found.group()))
        for place in _places(found.group().lower())
    ]


def _is_name(word: str) -> bool:
    return _PINYIN.fullmatch(word.lower()) is not None


@cache
def _places(word: str) -> tuple[int, ...]:
    """The offsets in a word where the highest digit of all patterns that match is odd."""
    patterns, pointed = british_patterns(), f".{word}."
    levels = [0] * (len(pointed) + 1)
    for start in range(len(pointed)):
        for end in range(start + 1, min(start + _LONGEST, len(pointed)) + 1):
            pattern = patterns.get(pointed[start:end])
            if pattern is not None:
                _raise(levels, start, pattern)
    places = range(_LEFT, len(word) - _RIGHT + 1)
    return tuple(
        place for place in places if levels[place + 1] % 2 and not _ENDING.fullmatch(word[place:])
    )


def _raise(levels: list[int], at: int, pattern: str) -> None:
    for character in pattern:
        if character.isdigit():
            levels[at] = max(levels[at], int(character))
        else:
            at += 1


@cache
def british_patterns() -> Mapping[str, str]:
    """Each pattern, such as `1na`, by its letters; the file's own settings do no harm."""
    spec = find_spec("pyphen")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyphen")
    file = Path(spec.origin).with_name("dictionaries") / "hyph_en_GB.dic"
    data = file.read_bytes()
    letters = data.translate(None, b"0123456789").decode("utf-8")
    return dict(zip(letters.split("\n"), data.decode("utf-8").split("\n"), strict=True))
