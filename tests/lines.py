"""Texts set into lines, and where their ink ends by the faces' own advances."""

from __future__ import annotations

import itertools

from makebrief.document.model import Run
from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import classify
from makebrief.layout.marks import Page, PlacedLine, PlacedRun
from makebrief.layout.paragraphs import Box, set_text
from makebrief.messages import Language
from tests.samples import body, context, face, text

CLOSING = frozenset("。，、；：？！》〉」』】〗〕）］｝”’")
OPENING = frozenset("《〈「『【〖〔（［｛“‘")


def place() -> float:
    """What a Chinese indent of 1 em is in pt: a place of the character grid (P3)."""
    return context().style.em(body(), "zh")


def grid_tracking() -> float:
    """What the character grid adds between Han, in pt (P3)."""
    return place() - body().size


def pieces(words: str, language: Language = "zh") -> list[str]:
    """A text cut at every place where a line may end."""
    stops = [0, *find_breaks(words, classify(words, language)).legal, len(words)]
    return [words[a:b] for a, b in itertools.pairwise(stops)]


def set_lines(
    *runs: str | Run, em: float, language: Language = "zh", align: str | None = None
) -> tuple[PlacedLine, ...]:
    """The lines of running text in a measure of so many em of its size."""
    style = body(language)
    box = Box("body", em * style.size, align=align)
    return set_text(text(*runs, language=language), box, context()).placed


def placed_lines(*pages: Page) -> list[PlacedLine]:
    """The lines of pages."""
    return [
        mark
        for page in pages
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine)
    ]


def words_of(line: PlacedLine) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line.runs)


def run_width(run: PlacedRun) -> float:
    """How far a run reaches: its characters' advances, their own or another, kerns and tracking."""
    own = face(run.face).advances
    wide = dict(run.wide)
    advances = sum(wide.get(at, own[character]) for at, character in enumerate(run.text))
    kerns = sum(kern for at, kern in run.kerns if at < len(run.text) - 1)
    return advances * run.size / 1000 + kerns + run.tracking * (len(run.text) - 1)


def right_edge(line: PlacedLine) -> float:
    """Where a line's last character ends: without a gap after it, a mark at half width (L6)."""
    run = line.runs[-1]
    last = len(run.text) - 1
    width = run_width(run)
    if last in dict(run.wide):
        width -= (dict(run.wide)[last] - face(run.face).advances[run.text[-1]]) * run.size / 1000
    trim = face(run.face).trims(run.text[-1])[1] if run.text[-1] in CLOSING else 0
    return line.x + run.x + width - trim * run.size / 1000
