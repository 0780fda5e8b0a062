"""Strips into pages: filled from the top, broken where it is allowed (L9), numbered (P7)."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.layout.context import Context
from makebrief.layout.marks import Page, PlacedLine, PlacedRun, PlacedStrip, Strip
from makebrief.style.model import MM

_TOLERANCE = 1e-6
_DASH_HEIGHT = 0.4


def fill_pages(strips: list[Strip], context: Context) -> Iterator[tuple[PlacedStrip, ...]]:
    """The strips of each page of a section, placed within the type area."""
    start = 0
    while start < len(strips):
        placed, start = _fill_page(strips, start, context)
        yield placed
        while start < len(strips) and strips[start].blank:
            start += 1


def _fill_page(
    strips: list[Strip], start: int, context: Context
) -> tuple[tuple[PlacedStrip, ...], int]:
    """One page's strips from an index on, and the index at which the next page begins."""
    placed: list[PlacedStrip] = []
    y = 0.0
    if start:
        for head in strips[start].head:
            placed.append(PlacedStrip(0.0, y, head))
            y += head.height
    heads = len(placed)
    at = start
    while at < len(strips):
        strip = strips[at]
        top = _snapped(y, context) if strip.snap else y
        if top + strip.height > context.page.depth + _TOLERANCE and at > start:
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
    number: int, strips: tuple[PlacedStrip, ...], numbered: bool, context: Context
) -> Page:
    """A page with its number, strips moved from the type area to the sheet."""
    page = context.page
    own = (*strips, number_strip(number, context)) if numbered else strips
    moved = tuple(PlacedStrip(each.x + page.left, each.y + page.top, each.strip) for each in own)
    return Page(number, page.width * MM, page.height * MM, moved)
