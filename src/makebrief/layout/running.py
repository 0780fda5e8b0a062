"""What every page carries: marks at its head, and pale words behind its text."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from msgspec.structs import replace

from makebrief.document.model import Running, Text
from makebrief.layout.context import Context
from makebrief.layout.marks import Mark, Outline, Page, PlacedLine, PlacedStrip, Strip
from makebrief.layout.paragraphs import Box, set_text
from makebrief.style.model import MM

PAGE_MARK = "page-mark"
WATERMARK = "watermark"
_WIDEST = 0.8
"""How much of the way across the sheet, along its slope, a watermark may take."""


def with_running(page: Page, running: Running, context: Context) -> Page:
    """A page with its marks over the type area and its watermark behind the text."""
    strips = page.strips
    if running.watermark:
        strips = (PlacedStrip(0.0, 0.0, _watermark(page, running, context)), *strips)
    if running.heads:
        strips = (*strips, PlacedStrip(0.0, 0.0, _heads(running, context)))
    return replace(page, strips=strips)


def _heads(running: Running, context: Context) -> Strip:
    """The first mark at the left, the last of several at the right, each in both languages."""
    page = context.page
    y = page.top - context.style.running.rise * MM
    marks: list[Mark] = []
    for number, head in enumerate(running.heads):
        lines = [set_text(text, Box(PAGE_MARK, page.measure), context).placed[0] for text in head]
        gap = context.style.role(PAGE_MARK).zh.size
        width = sum(line.width for line in lines) + gap * (len(lines) - 1)
        x = page.left if number == 0 else page.left + page.measure - width
        for line in lines:
            marks.append(replace(line, x=x, y=y))
            x += line.width + gap
    return Strip(0.0, tuple(marks))


def _watermark(page: Page, running: Running, context: Context) -> Strip:
    """Outlines of a watermark's words, one language under another, across the middle of a page."""
    slope = radians(context.style.running.angle)
    longest = _WIDEST * min(
        page.width / max(abs(cos(slope)), 1e-6), page.height / max(abs(sin(slope)), 1e-6)
    )
    rows = [_row(text, longest, context) for text in running.watermark]
    height = sum(row[1] for row in rows)
    y = -height / 2
    outlines: list[Mark] = []
    for line, pitch, scale in rows:
        baseline = y + pitch * 0.7
        commands = tuple(
            _turned(command, points, (page.width / 2, page.height / 2), slope)
            for command, points in _letters(line, scale, baseline, context)
        )
        outlines.append(Outline(commands, line.runs[0].colour))
        y += pitch
    return Strip(0.0, tuple(outlines))


def _row(text: Text, longest: float, context: Context) -> tuple[PlacedLine, float, float]:
    """A watermark's text as one line, the room it takes, and how far it is scaled down."""
    line = set_text(text, Box(WATERMARK, 1e6, align="left"), context).placed[0]
    scale = min(1.0, longest / line.width)
    return line, context.pitch(context.text_style(WATERMARK, text)) * scale, scale


_Command = tuple[str, tuple[tuple[float, float], ...]]


def _letters(
    line: PlacedLine, scale: float, baseline: float, context: Context
) -> Iterator[_Command]:
    """The outlines of a line's characters, centred on x = 0."""
    left = -line.width * scale / 2
    for run in line.runs:
        face = context.faces.face(run.face)
        x = left + run.x * scale
        size = run.size * scale
        wide = dict(run.wide)
        for at, character in enumerate(run.text):
            for command, points in face.outline(character):
                moved = ((x + px * size / 1000, baseline - py * size / 1000) for px, py in points)
                yield command, tuple(moved)
            advance = wide.get(at, face.advances[character])
            x += advance * size / 1000 + run.tracking * scale


def _turned(
    command: str,
    points: tuple[tuple[float, float], ...],
    middle: tuple[float, float],
    slope: float,
) -> _Command:
    across, down = cos(slope), sin(slope)
    return command, tuple(
        (middle[0] + x * across + y * down, middle[1] - x * down + y * across) for x, y in points
    )
