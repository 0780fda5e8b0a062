"""What the look prints before a text, or round it, that its author has typed as well.

A heading's number, a list's, the quotation marks of a quotation, 问： and 答： come with the page.
Who pastes a text that has them already means the same, and wants them once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from makebrief.content.models import (
    Annex,
    ChartContent,
    NoteBlock,
    Pair,
    Question,
    Quote,
    Section,
    TableContent,
)
from makebrief.messages import Language

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER_CHINESE = (
    rf"{_HAN}、|[（(]{_HAN}[）)]|\d{{1,2}}(?:\.\d{{1,2}})*(?:[、．]|\.(?!\d))|[（(]\d{{1,2}}[）)]"
)
_NUMBER_ENGLISH = r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)\. |\(\d{1,2}\) "
_QUOTES = ("“", "”")


class Lead(Struct, frozen=True):
    """What may stand before a text in each language, or quotation marks round it."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    quoted: bool = False

    def without(self, text: str, language: Language) -> str:
        """A text without what the look prints; the whole text if nothing else is in it."""
        found = (self.zh if language == "zh" else self.en).match(text)
        bare = text[found.end() :].lstrip() if found else text
        return (_unquoted(bare) if self.quoted else bare) or text


def _lead(zh: str, en: str, *, quoted: bool = False) -> Lead:
    return Lead(re.compile(zh), re.compile(en), quoted)


def _unquoted(text: str) -> str:
    """A text without quotation marks of which the first is closed by the last."""
    first, last = _QUOTES
    if not (text.startswith(first) and text.endswith(last)):
        return text
    depth = 0
    for at, each in enumerate(text):
        depth += (each == first) - (each == last)
        if depth == 0:
            return text[1:-1] if at == len(text) - 1 else text
    return text


NO_LEAD = _lead("(?!)", "(?!)")
"""That of a text before which the look prints nothing."""

_NUMBER = _lead(_NUMBER_CHINESE, _NUMBER_ENGLISH)
_BULLET = _lead("[•·●▪][ 　]*", "[•·●▪] *")
_NOTE = _lead("(?:说明|注)：", "Notes?: ")
_SOURCE = _lead("(?:资料|数据)?来源：", "Sources?: ")

LEADS: Mapping[tuple[type, str], Lead] = MappingProxyType(
    {
        (Section, "heading"): _NUMBER,
        (Quote, "text"): _lead("(?!)", "(?!)", quoted=True),
        (Quote, "by"): _lead("[—–-]{1,2} *", "[—–-]{1,2} *"),
        (Question, "q"): _lead("问：", "(?:Q|Question): "),
        (Question, "a"): _lead("答：", "(?:A|Answer): "),
        (NoteBlock, "note"): _NOTE,
        (TableContent, "note"): _NOTE,
        (TableContent, "source"): _SOURCE,
        (ChartContent, "note"): _NOTE,
        (ChartContent, "source"): _SOURCE,
        (Annex, "title"): _lead(r"附件\d{0,2}[：:　 ] *", r"Annex(?: \d{1,2})?[:.] "),
    }
)
"""What each field's text may begin with though the look prints it, by its owner and name."""


def list_lead(items: tuple[Pair, ...]) -> Lead:
    """What all items of a list begin with: their numbers in order, or a bullet, or nothing."""
    return next((each for each in (_NUMBER, _BULLET) if _leads_all(each, items)), NO_LEAD)


def is_number(lead: Lead) -> bool:
    """Whether a lead is that of a numbered list."""
    return lead is _NUMBER


def _leads_all(lead: Lead, items: tuple[Pair, ...]) -> bool:
    for at, item in enumerate(items, 1):
        for words, pattern in ((item.zh, lead.zh), (item.en, lead.en)):
            found = pattern.match(words or "")
            if words and not (found and _counts_as(found.group(), at, lead)):
                return False
    return True


def _counts_as(written: str, place: int, lead: Lead) -> bool:
    """Whether what an item begins with is its place in the list; a bullet has none."""
    if not is_number(lead):
        return True
    numeral = written.strip("（()）、．. ")
    return numeral in {str(place), *(row[place - 1] for row in _PLACES if place <= len(row))}


_PLACES = ("一二三四五六七八九十", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))
"""Numerals that are not digits, by what they count."""
