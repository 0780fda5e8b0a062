"""Numbers by which texts order what they say: (2), 二是, third; if they are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from makebrief.checks.numbers.numerals import ORDINAL_WORDS, ROMAN, read_numeral
from makebrief.checks.numbers.reading import Number

_HAN = "[一二三四五六七八九十]{1,3}"
_HEAD_CHINESE = re.compile(
    rf"\s*(?:[（(](?P<in>{_HAN}|\d\d?)[）)]|(?P<han>{_HAN})、|(?P<plain>\d\d?)[.．、](?!\d))"
)
_HEAD_ENGLISH = re.compile(
    r"\s*(?:\((?P<in>\d\d?)\)|(?P<plain>\d\d?)[.)](?= )|(?P<roman>[IVX]+)\.(?= ))"
)
_STEP_CHINESE = re.compile(
    "(?:^|[，。；：、！？])(?:第(?P<step>[一二三四五六七八九十])[，是]|(?P<point>[一二三四五六七八九十])(?:是|要))"
)
_ORDINALS = "|".join(word for word, value in ORDINAL_WORDS.items() if value <= 10)
_STEP_ENGLISH = re.compile(
    rf"(?:^|[.;:—,] ?(?:and )?|\band )(?P<step>{_ORDINALS})(?:ly)?,", re.IGNORECASE
)

_FIRST = ("一是", "一要", "第一")


def find_other_steps(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The number at the head of the Chinese and of the English; then steps one by one."""
    head = _HEAD_CHINESE.match(chinese)
    if head and (there := _HEAD_ENGLISH.match(english)):
        yield from _different([_numbered(head)], [_numbered(there)])
    if not any(words in chinese for words in _FIRST):
        return
    here = [_numbered(each) for each in _STEP_CHINESE.finditer(chinese)]
    steps = [_numbered(each) for each in _STEP_ENGLISH.finditer(english)]
    if len(here) == len(steps):
        yield from _different(here, steps)


def _different(here: list[Number], there: list[Number]) -> Iterator[tuple[Number, Number]]:
    return (each for each in zip(here, there, strict=True) if each[0].value != each[1].value)


def _numbered(found: re.Match[str]) -> Number:
    group = found.lastgroup or ""
    written = found[group].lower()
    value = Fraction(ORDINAL_WORDS.get(written) or ROMAN.get(written.upper(), 0))
    return Number(
        "ordinal", value or read_numeral(written) or Fraction(0), *found.span(group), found[group]
    )
