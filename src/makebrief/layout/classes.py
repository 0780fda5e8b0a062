"""The class of each character for line breaking; the language decides about marks that both use.

| class | characters |
| --- | --- |
| H | ideographs and other full-width characters |
| O C | opening and closing Chinese marks |
| M P | ，、；： and 。！？ |
| D E | — and … in Chinese text (L2) |
| J | connectors ～ and · between ideographs, and the full-width space |
| o c m | opening, closing and other Latin marks |
| u p | what follows a number (%, ℃) and what precedes one (¥, $) |
| h | hyphens and dashes in English |
| N L | digits, letters |
| S B | spaces that may end a line, and that may not |
| / w | the slash, and marks that join to the character before |
| f | the mark of a footnote |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from makebrief.messages import Language

_SHARED = {
    "O": "（《〈「『【〖〔［｛",
    "C": "）》〉」』】〗〕］｝",
    "M": "，、；：",
    "P": "。！？．",
    "J": "～〜・\u3000",
    "o": "([{",
    "c": ")]}",
    "m": ".,;:!?'\"",
    "u": "%‰°℃℉％′″",
    "p": "$¥￥€£№#＃",
    "/": "/\\",
    "h": "-‐–",
    "N": "0123456789",
    "S": " \t\u2002\u2003\u2009",
    "B": "\xa0\u202f\u2060\u2007",
}
_OWN: Mapping[Language, Mapping[str, str]] = {
    "zh": {"O": "“‘", "C": "”’", "D": "—―", "E": "…⋯", "J": "·"},
    "en": {"o": "“‘", "c": "”’", "h": "—―", "m": "…·"},
}
_SUPPLEMENTARY = 0x20000
_FIRST_HAN = 0x2E80
_SQUARED_UNITS = range(0x3371, 0x33E0)  # ㎡, ㎞ and the like
HAN_NUMERALS = (range(0x2460, 0x2500), range(0x2160, 0x2180))
"""① to ⓿, Ⅰ to ⅿ: each stands for itself like a Han character."""

HAN = frozenset("HOCMPDEJ")
"""Classes that are set in the Han face."""


class _Classes(dict[int, str]):
    """Code point to class letter, in the form that str.translate wants."""

    def __init__(self, language: Language) -> None:
        own = _OWN[language]
        marks = (*_SHARED.items(), *own.items())
        super().__init__({ord(mark): name for name, group in marks for mark in group})

    def __missing__(self, code: int) -> str:
        character = chr(code)
        wide = code >= _FIRST_HAN and unicodedata.east_asian_width(character) in "WF"
        numeral = any(code in numerals for numerals in HAN_NUMERALS)
        if unicodedata.combining(character):
            name = "w"
        elif code in _SQUARED_UNITS:
            name = "u"
        else:
            name = "H" if wide or numeral or code >= _SUPPLEMENTARY else "L"
        self[code] = name
        return name


_TABLES: Mapping[Language, _Classes] = {"zh": _Classes("zh"), "en": _Classes("en")}


FOOTNOTE = "f"

_IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x323B0))

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")


def han_stretches(text: str) -> Iterator[tuple[int, str, bool]]:
    """A text in stretches of Han characters, which emphasis dots stand under, and of others.

    Each comes with its place, and whether it is Han.
    """
    start = 0
    for han, characters in groupby(text, _is_ideograph):
        stretch = "".join(characters)
        yield start, stretch, han
        start += len(stretch)


def _is_ideograph(character: str) -> bool:
    return character in "々〇" or any(ord(character) in block for block in _IDEOGRAPHS)


def mark_footnotes(classes: str, marks: Iterable[tuple[int, int]]) -> str:
    """The classes of a text with those of its footnotes' marks, which stand from start to end."""
    for start, end in marks:
        classes = classes[:start] + FOOTNOTE * (end - start) + classes[end:]
    return classes


def classify(text: str, language: Language) -> str:
    """One class letter for each character of a text; an apostrophe is part of its Latin word."""
    classes = text.translate(_TABLES[language])
    if language == "zh" and "’" in text:
        for found in _APOSTROPHE.finditer(text):
            at = found.start()
            if classes[at - 1] == classes[at + 1] == "L":
                classes = f"{classes[:at]}L{classes[at + 1 :]}"
    return classes
