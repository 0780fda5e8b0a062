"""English texts against the glossary: renderings that the series refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.checks.parts import FileParts
from makebrief.content.models import Term
from makebrief.errors import Diagnostic, error
from makebrief.messages import say


def check_glossary(files: tuple[FileParts, ...], terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """An error for each forbidden rendering of a term, where it stands (E5)."""
    forbidden = [(words, term) for term in terms for words in term.never]
    for file in files:
        for path, pair in file.pairs() if forbidden else ():
            for words, term in forbidden:
                if pair.en is None or words not in pair.en:
                    continue
                for at in _occurrences(words, _without_allowed(pair.en, term)):
                    span = file.source.within((*path, "en"), words, at)
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
