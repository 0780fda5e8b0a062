"""Our breaks against ICU's strict ones: the same, but for the tailorings listed here."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

import pytest
from hypothesis import given
from icu4py.breakers import LineBreaker

from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import HAN_NUMERALS, classify
from makebrief.messages import Language
from tests.lines import OPENING
from tests.property.texts import LANGUAGES, TEXTS

LOCALES: Mapping[Language, str] = {"zh": "zh-Hans@lb=strict", "en": "en@lb=strict"}

LATIN = {"o": "(", "c": ")", "m": ",", "u": "%", "p": "$", "h": "-", "N": "5", "L": "A"}
SHARED = {"H": "聊", **LATIN, "S": " ", "B": "\xa0", "/": "/"}
CHINESE = {"O": "（", "C": "）", "M": "，", "P": "。", "D": "—", "E": "…", "J": "～"}
SAMPLES: Mapping[Language, Mapping[str, str]] = {"zh": SHARED | CHINESE, "en": SHARED}

TAILORINGS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "H": "DJ",  # L2: a dash and a connector never start a line
        "N": "DJ",
        "L": "DJ",
        "J": "DJ",
        "C": "DJu",  # L3: what follows a number stays with what is before it
        "M": "DJu",
        "P": "DJu",
        "E": "DJu",
        "D": "Ju",
        "c": "DJoup",  # L4: Latin marks without a space between them are one word
        "m": "DJoup",
        "u": "DJoup",
        "p": "DoupO",
        "h": "DJupB",
        "S": "DJuhBE",  # L2, L3: as if the space were not there
        "/": "DJoupHONL",  # L2: a slash stands at neither end
    },
    "en": {
        "c": "oup",
        "m": "oup",
        "u": "oup",
        "p": "oup",
        "h": "upB",
        "S": "uhB",
        "/": "oupHNL",
    },
}
"""Before and after: where ICU breaks and we do not."""

SHARED_MARKS = frozenset("“”‘’·'\"")
"""What they are the language of a text decides (L11); ICU looks at what is beside them."""


def by_icu(words: str, language: Language) -> set[int]:
    """The offsets in a text at which ICU's strict rules allow a new line."""
    return set(accumulate(map(len, LineBreaker(words, LOCALES[language])))) - {len(words)}


def by_us(words: str, language: Language) -> set[int]:
    """The offsets at which we allow one, be it at the price of parting a number from its own."""
    found = find_breaks(words, classify(words, language))
    return {*found.legal, *found.held}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pairs_break_as_in_icu_but_for_our_tailorings(language: Language) -> None:
    less: dict[str, str] = {}
    outer = "聊城" if language == "zh" else "BB"
    for before, left in SAMPLES[language].items():
        for after, right in SAMPLES[language].items():
            words = f"{outer[0]}{left}{right}{outer[1]}"
            icu, ours = 2 in by_icu(words, language), 2 in by_us(words, language)
            assert icu or not ours, words
            if icu and not ours:
                less[before] = less.get(before, "") + after
    assert {key: set(value) for key, value in less.items()} == {
        key: set(value) for key, value in TAILORINGS[language].items()
    }


def is_ours_alone(before: str, after: str) -> bool:
    """Whether we may break where ICU does not: beside shared marks and ①, in `63%（`."""
    numeral = any(ord(each) in numerals for each in before + after for numerals in HAN_NUMERALS)
    shared = before in SHARED_MARKS or after in SHARED_MARKS
    return numeral or shared or (before == "%" and after in OPENING)


@given(TEXTS, LANGUAGES)
def test_no_text_breaks_where_icu_forbids_it(words: str, language: Language) -> None:
    if "www." not in words and "://" not in words:
        more = by_us(words, language) - by_icu(words, language)
        more = {at for at in more if not is_ours_alone(words[at - 1], words[at])}
        assert not more, [words[max(at - 3, 0) : at] + "|" + words[at : at + 3] for at in more]
