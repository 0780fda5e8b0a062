"""Strips into pages: filled from the top, broken where it is allowed (L9), numbered (P7)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from makebrief.layout.context import Context
from makebrief.layout.footnotes import NO_NOTES, Notes, least_lines, lines_within
from makebrief.layout.marks import Page, PlacedLine, PlacedRun, PlacedStrip, Strip
from makebrief.style.model import MM

_TOLERANCE = 1e-6
_DASH_HEIGHT = 0.4


def fill_pages(
    strips: list[Strip], context: Context, notes: Notes = NO_NOTES
) -> Iterator[tuple[PlacedStrip, ...]]:
    """The strips of each page of a section, placed within the type area.

    A footnote stands at the foot of the page that its mark is on. A page is as long a beginning of
    the strips as has room with the notes that it marks, and is not looked at again: no note can
    push its own mark away.
    """
    start = 0
    foot = _Foot(notes) if notes.lines else None
    while start < len(strips) or (foot and foot.owed):
        placed, end = _fill_page(strips, start, context, foot)
        yield (*placed, *foot.place(placed, (start, end), context)) if foot else placed
        start = end
        while start < len(strips) and strips[start].blank:
            start += 1


class _Foot(Struct):
    """The feet of pages: `owed` are the lines of notes that the page before had no room for."""

    notes: Notes
    owed: list[Strip] = []

    def height(self, start: int, end: int) -> float:
        """The least that the foot of a page of strips from `start` to `end` takes, in pt."""
        wanted = list(self.notes.wanted(start, end))
        return self.notes.height(least_lines(self.owed, wanted))

    def place(
        self, body: tuple[PlacedStrip, ...], span: tuple[int, int], context: Context
    ) -> Iterator[PlacedStrip]:
        """The lines that a page has room for under its body, down to the end of the type area."""
        lines = [*self.owed, *(line for note in self.notes.wanted(*span) for line in note)]
        depth = context.page.depth
        bottom = body[-1].y + body[-1].strip.height if body else 0.0
        count = lines_within(lines, self.notes, depth - bottom + _TOLERANCE)
        if not body and not count:
            count = 1
        placed, self.owed = lines[:count], lines[count:]
        y = depth - self.notes.height(placed)
        for strip in (self.notes.rule, *placed) if placed else ():
            yield PlacedStrip(0.0, y, strip)
            y += strip.height


def _fill_page(
    strips: list[Strip], start: int, context: Context, foot: _Foot | None
) -> tuple[tuple[PlacedStrip, ...], int]:
    """One page's strips from an index on, and the index at which the next page begins."""
    placed: list[PlacedStrip] = []
    y = 0.0
    if start and start < len(strips):
        for head in strips[start].head:
            placed.append(PlacedStrip(0.0, y, head))
            y += head.height
    heads = len(placed)
    at = start
    while at < len(strips):
        strip = strips[at]
        top = _snapped(y, context) if strip.snap else y
        taken = foot.height(start, at + 1) if foot else 0.0
        if top + strip.height + taken > context.page.depth + _TOLERANCE and at > start:
            break
        placed.append(PlacedStrip(0.0, top, strip))
        y = top + strip.height
        at += 1
    end = at if at == len(strips) else _break_before(strips, start, at)
    return tuple(placed[: heads + end - start]), end


def _break_before(strips: list[Strip], start: int, overfull: int) -> int:
    """The last index up to `overfull` that may begin a page; `overfull` itself if none may."""
    for at in range(overfull, start, -1):
        if not strips[at].keep:
            return at
    return overfull


def _snapped(y: float, context: Context) -> float:
    pitch = context.page.line_pitch
    return -(-(y - _TOLERANCE) // pitch) * pitch


def number_strip(number: int, context: Context) -> PlacedStrip:
    """`— 1 —` below the type area: odd pages right, even pages left, one character in (P7)."""
    page = context.page
    style = context.style.role("page-number").zh
    face = context.faces.face(style.han)
    words = f"— {number} —"
    width = sum(face.advances[character] for character in words) * style.size / 1000
    x = page.measure - style.size - width if number % 2 else style.size
    run = PlacedRun(words, face.id, style.size, style.colour, 0.0)
    y = (page.height - page.margins.bottom + page.number_drop) * MM + _DASH_HEIGHT * style.size
    line = PlacedLine(x, y - page.top, width, (run,), "zh", "page-number", None)
    return PlacedStrip(0.0, 0.0, Strip(0.0, (line,)))


def finish_page(
    number: int,
    strips: tuple[PlacedStrip, ...],
    numbered: bool,
    context: Context,
    turned: bool = False,
) -> Page:
    """A page with its number, strips moved from the type area to the sheet.

    The number of a turned page stands where it stands on all others (P11).
    """
    page = context.page
    area = page.turned() if turned else page
    moved = [
        PlacedStrip(each.x + area.left, each.y + area.top, each.strip, turned) for each in strips
    ]
    if numbered:
        own = number_strip(number, context)
        moved.append(PlacedStrip(own.x + page.left, own.y + page.top, own.strip))
    return Page(number, page.width * MM, page.height * MM, tuple(moved), turned)
