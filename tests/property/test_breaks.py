"""Our breaks against ICU's strict ones: every other place has a reason that is listed here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from icu4py.breakers import LineBreaker

from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import HAN_NUMERALS, classify
from makebrief.messages import Language
from tests.property.texts import LANGUAGES, TEXTS

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_LOCALES = {"zh": "zh_Hans@lb=strict", "en": "en@lb=strict"}
_QUOTES = frozenset("“”‘’\"'")
_CONNECTORS = frozenset("～·　-–—")
_FOLLOWS_NUMBER = frozenset("%‰℃℉°′″")
_HAN_OPENING = frozenset("（《〈「『【〔")
_LATIN_END = frozenset(".,;:!?)]")


def icu_breaks(words: str, language: Language) -> set[int]:
    """Where ICU would let a line end."""
    found, at = set(), 0
    for piece in LineBreaker(words, _LOCALES[language]):
        at += len(piece)
        found.add(at)
    return found


def reasons(words: str, at: int) -> Iterator[str]:
    """Why we may break where ICU would not."""
    before, after = words[at - 1], words[at]
    if any(found.start() < at < found.end() for found in _ADDRESS.finditer(words)):
        yield "addresses break behind their slashes and dots (L4)"
    if before in _QUOTES or after in _QUOTES:
        yield "quotes have a side in our texts (L11)"
    if before in _CONNECTORS:
        yield "a line may end with a connector (L2)"
    if before in _FOLLOWS_NUMBER and after in _HAN_OPENING:
        yield "a Chinese bracket opens behind a percentage or a degree"
    if before in _LATIN_END and ord(after) > 0x2E80:
        yield "Chinese follows a Latin mark"
    if any(ord(each) in numerals for each in before + after for numerals in HAN_NUMERALS):
        yield "a numeral in a circle stands for itself"


@given(TEXTS, LANGUAGES)
def test_we_break_only_where_icu_does_or_where_we_have_a_reason(
    words: str, language: Language
) -> None:
    ours = set(find_breaks(words, classify(words, language)).legal)
    strange = {at for at in ours - icu_breaks(words, language) if not any(reasons(words, at))}
    assert {(words[max(at - 4, 0) : at], words[at : at + 4]) for at in strange} == set()


@given(TEXTS, LANGUAGES)
def test_breaks_are_in_order_and_inside_the_text(words: str, language: Language) -> None:
    breaks = find_breaks(words, classify(words, language)).legal
    assert breaks == sorted(set(breaks))
    assert all(0 < at < len(words) for at in breaks)
