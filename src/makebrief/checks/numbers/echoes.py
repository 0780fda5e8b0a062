"""Words that a text says and the figure beside them says again: 同比{growth}, up {growth}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from makebrief.checks.numbers.texts import PrintedText
from makebrief.messages import Language

_REACH = 24
_TWICE: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "zh": re.compile(r"([\u4e00-\u9fff]{2,4})\1"),
        "en": re.compile(r"\b((?:[A-Za-z]+ ){0,3}[A-Za-z]+) \1\b"),
    }
)


def find_echoes(text: PrintedText, language: Language) -> Iterator[tuple[int, str]]:
    """Where in a printed text a figure repeats the words beside it, and the words with both."""
    for named in text.named:
        around = max(0, named.start - _REACH), min(len(text.text), named.end + _REACH)
        for found in _TWICE[language].finditer(text.text, *around):
            inside = named.start <= found.start() and found.end() <= named.end
            if not inside and found.start() < named.end and named.start < found.end():
                yield found.start(), found.group()
