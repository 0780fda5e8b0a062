"""English words compared as a reader does: plurals, possessives, articles and capitals apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from msgspec import Struct

_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:[’'][0-9A-Za-z\u00c0-\u024f]+)*")
_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINERS = frozenset({"the", "this", "these", "that", "those", "its", "our", "their"})
_PREPOSITIONS = frozenset(
    ("of", "for", "to", "in", "on", "along", "under", "by", "with", "at", "from", "between")
)
_JOINING = frozenset({"and", "or"})
_IRREGULAR = {
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
}
_COORDINATED = 12
"""How many words may stand between the parts of `Chaoyang and Haidian Districts`."""


@cache
def stem(word: str) -> str:
    """A word without what plural, possessive and capitals add; equal for all its forms."""
    word = word.lower().replace("'", "’").removesuffix("’s").removesuffix("’")
    word = _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("sis") and len(word) > 4:
        word = word[:-2] + "es"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        word = word[:-1]
    if len(word) > 3:
        word = word.removesuffix("e")
    if word.endswith(("ium", "ia")) and len(word) > 6:
        word = word[: word.rindex("i") + 1]
    return word[:-1] + "y" if word.endswith("i") and len(word) > 4 else word


class Word(Struct, frozen=True):
    """A word of a text and where it stands."""

    text: str
    at: int
    end: int


class EnglishText:
    """An English text, taken into words when the first phrase is not found as it is written."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word and where it stands."""
        found = _WORD.finditer(self.text)
        return tuple(Word(each.group(), each.start(), each.end()) for each in found)

    @cached_property
    def counted(self) -> tuple[Word, ...]:
        """The words without articles."""
        return tuple(each for each in self.words if each.text.lower() not in _ARTICLES)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """What is compared of each counted word."""
        return tuple(stem(each.text) for each in self.counted)

    @cached_property
    def line(self) -> str:
        """The stems in a row, with a space on both sides of each."""
        return f" {' '.join(self.stems)} "

    def holds(self, words: str) -> bool:
        """Whether a phrase stands in the text in any of its forms."""
        return words in self.text or phrase(words).line in self.line


class Phrase(Struct, frozen=True):
    """A rendering that texts are searched for, written as in the middle of a sentence."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    line: str

    @property
    def head(self) -> str:
        """The stem of the noun that the phrase is about: Commission, Plan, meeting."""
        for index, word in enumerate(self.words):
            if index and word in _PREPOSITIONS:
                return self.stems[index - 1]
        return self.stems[-1] if self.stems else ""


@cache
def phrase(text: str) -> Phrase:
    """A rendering taken apart."""
    read = EnglishText(text)
    return Phrase(text, tuple(each.text for each in read.counted), read.stems, read.line)


def find_phrase(wanted: Phrase, text: EnglishText) -> Iterator[tuple[int, bool]]:
    """Where a phrase stands in a text, as the index of its first word, and whether its capitals do.

    Small letters of a phrase may be capitals in a text, at a sentence's start or in a title;
    capitals of a phrase are capitals everywhere.
    """
    if not wanted.stems:
        return
    at = text.line.find(wanted.line)
    while at >= 0:
        first = text.line.count(" ", 0, at)
        words = text.counted[first : first + len(wanted.stems)]
        pairs = zip(wanted.words, words, strict=True)
        yield first, all(not one[0].isupper() or not each.text[0].islower() for one, each in pairs)
        at = text.line.find(wanted.line, at + 1)


def is_coordinated(wanted: Phrase, text: EnglishText) -> bool:
    """Whether a text shares the phrase's last word among several: Shen and Guan Counties."""
    if len(wanted.stems) < 2:
        return False
    front = f" {' '.join(wanted.stems[:-1])} "
    at = text.line.find(front)
    while at >= 0:
        start = text.line.count(" ", 0, at) + len(wanted.stems) - 1
        if _shares(wanted.stems[-1], text, start):
            return True
        at = text.line.find(front, at + 1)
    return False


def _shares(last: str, text: EnglishText, start: int) -> bool:
    joined = False
    for index in range(start, min(start + _COORDINATED, len(text.stems))):
        word = text.counted[index].text
        if text.stems[index] == last:
            return joined
        if word in _JOINING:
            joined = True
        elif word[0].islower():
            return False
    return False


def refers_back(heads: frozenset[str], text: EnglishText) -> bool:
    """Whether a text takes up what was named before: the commission, this plan, its project."""
    for index, word in enumerate(text.words[:-1]):
        if word.text.lower() in _DETERMINERS and any(
            stem(each.text) in heads for each in text.words[index + 1 : index + 3]
        ):
            return True
    return False


def nearest_words(wanted: Phrase, text: EnglishText) -> tuple[Word, Word] | None:
    """The first and last word of the stretch that a phrase was most likely meant by.

    It has half of the phrase's words; of a name such as Shen County it has more than the kind.
    """
    size = len(wanted.stems)
    known = set(wanted.stems)
    if wanted.text[:1].isupper() and size == 2:
        known.discard(wanted.stems[-1])
    most, place = 0, 0
    for start in range(max(len(text.stems) - size + 1, 0)):
        shared = len(known.intersection(text.stems[start : start + size]))
        if shared > most and text.stems[start] in known:
            most, place = shared, start
    if size < 2 or most * 2 < len(known) or (size > 2 and most < 2):
        return None
    return text.counted[place], text.counted[place + size - 1]
