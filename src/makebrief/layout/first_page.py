"""Body text on the first page (P6): what is but a rule gives way, blank lines before L9."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from makebrief.layout.context import Context
from makebrief.layout.footnotes import Notes
from makebrief.layout.marks import PlacedLine, Strip
from makebrief.layout.pages import fill_pages


def show_body(strips: list[Strip], context: Context, notes: Notes) -> list[Strip]:
    """The strips of a document with as few blank lines less as its first page shows body text by.

    If it shows none without any blank line, its first paragraph may be divided anywhere; if that
    does not help, all stays as it is, and P6 is reported.
    """
    body = next((at for at, strip in enumerate(strips) if _runs_on(strip, context)), None)
    if body is None:
        return strips
    tried = (strips, *_tightened(strips, body, context))
    return next((each for each in tried if _shows_body(each, context, notes)), strips)


def _runs_on(strip: Strip, context: Context) -> bool:
    """Whether a strip holds a line of body text."""
    roles = {mark.role for mark in strip.marks if isinstance(mark, PlacedLine)}
    return any(map(context.style.runs_on, roles))


def _tightened(strips: list[Strip], body: int, context: Context) -> Iterator[list[Strip]]:
    """The strips with one, two and more of the blank lines before the body left out.

    The nearest is the first to go; last, a line of the body may stand alone (L9).
    """
    left = list(strips)
    for at in range(body - 1, -1, -1):
        while left[at].blank and left[at].height > 0:
            less = max(left[at].height - context.page.line_pitch, 0.0)
            left[at] = replace(left[at], height=less, snap=less > 0)
            yield list(left)
    for at in takewhile(lambda at: left[at].keep, range(body + 1, len(left))):
        left[at] = replace(left[at], keep=False)
    yield left


def _shows_body(strips: list[Strip], context: Context, notes: Notes) -> bool:
    """Whether the first page of strips shows body text."""
    page = next(fill_pages(strips, context, notes))
    return any(_runs_on(placed.strip, context) for placed in page)
