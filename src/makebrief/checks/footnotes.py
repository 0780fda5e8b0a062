"""Footnotes: each mark has its note, each note its mark, and both languages mark the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.checks.parts import FileParts
from makebrief.content.inline import FootnoteReference, MarkupError, parse_inline
from makebrief.content.models import FOOTNOTES
from makebrief.content.source import Path, closest
from makebrief.errors import Diagnostic, error, warning
from makebrief.messages import say

_OPENING = "[^"
_LOOKS_MARKED = re.compile(r"\[\^(?P<name>[a-z][a-z0-9_]*)\]")
_REPEATED = frozenset({"department", "hosts", "issuer", "short", "speaker", "subject", "title"})
"""Texts that covers, contents and file properties repeat."""

_NOT_RUNNING = frozenset({"alt", "categories", "label", "unit"})
"""Texts inside charts and panels, and those that nobody sees."""

_MISSING = {"zh": "footnote-missing-zh", "en": "footnote-missing-en"}
_Marks = dict[Path, list[FootnoteReference]]


def check_footnotes(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """Every mark without its note, note without its mark, and mark that one language lacks."""
    for file in files:
        marks = {path: list(_marks(text)) for path, text in file.texts() if _OPENING in text}
        for path, found in marks.items():
            for mark in found:
                yield from _check_mark(mark, path, file)
        yield from _check_languages(marks, file)
        used = {mark.name for found in marks.values() for mark in found}
        for name in file.footnotes:
            if name not in used:
                span = file.source.key((FOOTNOTES, name))
                yield warning(
                    say("footnote-unused", name=name), span, say("hint-footnote-mark", name=name)
                )


def _marks(text: str) -> Iterator[FootnoteReference]:
    """The footnotes that a text marks; all that look so if other markup of it is wrong.

    That is said elsewhere, and must not bring reports of notes that are marked well.
    """
    try:
        pieces = parse_inline(text)
    except MarkupError:
        for found in _LOOKS_MARKED.finditer(text):
            yield FootnoteReference(found["name"], found.start())
    else:
        yield from (piece for piece in pieces if isinstance(piece, FootnoteReference))


def _check_mark(mark: FootnoteReference, path: Path, file: FileParts) -> Iterator[Diagnostic]:
    span = file.source.within(path, f"{_OPENING}{mark.name}")
    if path[0] == FOOTNOTES:
        yield error(say("footnote-nested", name=mark.name), span)
    elif _REPEATED.intersection(path):
        yield error(say("footnote-repeated"), span, say("hint-footnote-place"))
    elif _NOT_RUNNING.intersection(path):
        yield error(say("footnote-place"), span, say("hint-footnote-place"))
    if mark.name not in file.footnotes:
        near = closest(mark.name, list(file.footnotes))
        hint = (
            say("hint-did-you-mean", name=near)
            if near
            else say("hint-define-footnote", name=mark.name)
        )
        yield error(say("footnote-undefined", name=mark.name), span, hint)


def _check_languages(marks: _Marks, file: FileParts) -> Iterator[Diagnostic]:
    """Marks of a pair that stand in one of its texts alone, reported where they are missing."""
    for path, pair in file.pairs():
        if pair.en is None:
            continue
        own = {
            language: {mark.name for mark in marks.get((*path, language), ())}
            for language in ("zh", "en")
        }
        for language, other in (("zh", "en"), ("en", "zh")):
            for name in sorted(own[other] - own[language]):
                span = file.source.value((*path, language))
                key = _MISSING[language]
                yield error(say(key, name=name), span, say("hint-footnote-both", name=name))
