"""English texts against the glossary: renderings that the series refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.content.load import SERIES, Bundle
from makebrief.content.models import Column, Pair, Term
from makebrief.content.walk import walk_all
from makebrief.errors import Diagnostic, error
from makebrief.messages import say


def check_glossary(bundle: Bundle) -> Iterator[Diagnostic]:
    """An error for each forbidden rendering of a term, where it stands (E5)."""
    terms = bundle.series.content.glossary
    forbidden = [(words, term) for term in terms for words in term.never]
    if not forbidden:
        return
    for name in (SERIES, *bundle.briefs):
        source = bundle.source(name)
        for path, pair in walk_all(bundle.content(name)):
            if not isinstance(pair, Pair | Column) or pair.en is None:
                continue
            for words, term in forbidden:
                if words not in pair.en:
                    continue
                for at in _occurrences(words, _without_allowed(pair.en, term)):
                    span = source.within((*path, "en"), words, at)
                    message = say("glossary-never", words=words, zh=term.zh)
                    yield error(message, span, say("hint-glossary", en=term.en))


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Where words stand in a text as whole words."""
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield found.start()


def _without_allowed(text: str, term: Term) -> str:
    """A text with the term's own renderings blanked out, which may hold a forbidden one."""
    for allowed in (term.en, term.short):
        if allowed:
            text = text.replace(allowed, " " * len(allowed))
    return text
