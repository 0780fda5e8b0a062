"""A Document's characters against the faces: what no face has, with its place in the YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from makebrief.document.model import Document
from makebrief.document.walk import texts_of
from makebrief.errors import Diagnostic, Span, error
from makebrief.messages import say
from makebrief.typeface.codes import code_point
from makebrief.typeface.face import Typefaces

_INVISIBLE = frozenset("\t\n")


Locate = Callable[[str, str], Span | None]
"""Finds words inside the content text of a path; None if the text is not content."""


def check_coverage(document: Document, faces: Typefaces, locate: Locate) -> Iterator[Diagnostic]:
    """An error for each text with a character that none of the style's faces can show."""
    reported: set[tuple[Span, str]] = set()
    for text in texts_of(document.sections):
        for character in faces.lacks(text.printed):
            if character in _INVISIBLE:
                continue
            span = locate(text.origin.path, character) or text.origin.span
            if (span, character) not in reported:
                reported.add((span, character))
                message = say("glyph-missing", character=character, code=code_point(character))
                yield error(message, span, say("hint-glyph"))
