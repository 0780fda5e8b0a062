"""Slips of the pen: what is wrong at a few characters of a text, and what should stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from makebrief.content.printed import FIGURE, Printed
from makebrief.errors import Severity
from makebrief.messages import Language, Message

LANGUAGE_NAMES: Mapping[Language, Message] = {
    "zh": Message("language-zh"),
    "en": Message("language-en"),
}
"""What messages call a text's language."""

HAN_CHARACTER = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
"""A Chinese character."""

_CLASS = "文"
_KEPT = "年月日号的确表图〇○零一二三四五六七八九"

HAN = _CLASS + _KEPT
"""Chinese characters as `classed` leaves them, for the inside of a regular expression's class.

A class of all Chinese characters takes a regular expression a millisecond to be put together.
"""

WIDE = HAN + "。，、；：？！（）《》〈〉【】〔〕「」『』“”‘’…—～·" + FIGURE
"""What stands in Chinese text: characters, marks and figures; no digits, no Latin letters."""


def classed(text: str) -> str:
    """A text of the same length in which one character stands for all that no rule names."""
    return HAN_CHARACTER.sub(lambda found: found[0] if found[0] in _KEPT else _CLASS, text)


class Slip(Struct, frozen=True):
    """A slip at `at` to `end` of a text: its message's key, and what should stand there instead."""

    key: str
    at: int
    end: int
    mended: str | None = None
    severity: Severity = "warning"


class SlipRule(Struct, frozen=True):
    """A pattern that is a slip wherever it is found, and what mends it.

    Its group `slip`, if it has one, is the slip; `mend` gives what should stand there, None for
    what only a person can decide, and SOUND for what is right after all.
    """

    key: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str | None]
    severity: Severity = "warning"


SOUND = "\0"
"""What a rule's `mend` answers for words that are no slip."""


def wide_letters() -> SlipRule:
    """Digits and letters at full width, wrong in both languages (L12)."""
    return SlipRule(
        "wide-letters",
        re.compile("[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+)?"),
        lambda found: unicodedata.normalize("NFKC", found.group()),
    )


def scan(rules: tuple[SlipRule, ...], text: str) -> Iterator[Slip]:
    """Every slip that the rules find in a printed text."""
    for rule in rules:
        for found in rule.pattern.finditer(text):
            mended = rule.mend(found)
            if mended != SOUND:
                at, end = found.span("slip") if "slip" in rule.pattern.groupindex else found.span()
                yield Slip(rule.key, at, end, mended, rule.severity)


def in_written(slip: Slip, text: Printed) -> Slip:
    """A slip of a printed text as one of the written text; with markup inside, nobody mends it."""
    if text.offsets is None:
        return slip
    start, end = text.place(slip.at, slip.end)
    mended = slip.mended if text.is_plain(slip.at, slip.end) else None
    return Slip(slip.key, start, end, mended, slip.severity)
