"""The footnotes of a stretch of strips: set into lines of their own, and found by their marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Footnote
from makebrief.layout.context import Context
from makebrief.layout.marks import Destination, Link, Mark, PlacedLine, Rule, Strip
from makebrief.layout.paragraphs import Box, text_strips

FOOTNOTE = "footnote"
"""The role that notes are set in, and the one that tells their lines from the body."""

_RULE_LENGTH = 0.25
RULE_HEIGHT = 8.0
"""What the rule above the notes takes, with the blank around it, in pt."""

_RULE_DROP = 1.0
_LONG = 8
"""From how many lines on a note may go on at the foot of the next page."""

_TOGETHER = 2
"""How many of its lines stay together where it is divided (L9)."""


class Notes(Struct, frozen=True):
    """What stands at the feet of the pages of some strips: the lines of each note by its name.

    `marked` gives the notes that a strip is the first to mark, by its index.
    """

    rule: Strip
    lines: Mapping[str, tuple[Strip, ...]] = {}
    marked: Mapping[int, tuple[str, ...]] = {}

    def wanted(self, start: int, end: int) -> Iterator[tuple[Strip, ...]]:
        """The lines of each note that strips from `start` to `end` mark first."""
        for at in range(start, end) if self.marked else ():
            for name in self.marked.get(at, ()):
                yield self.lines[name]

    def height(self, lines: list[Strip]) -> float:
        """How high lines are at the foot of a page, with the rule above them, in pt."""
        return self.rule.height + sum(line.height for line in lines) if lines else 0.0


NO_NOTES = Notes(Strip(0.0, ()))


def least_lines(owed: list[Strip], notes: list[tuple[Strip, ...]]) -> list[Strip]:
    """What must stand on a page of these notes: all but the rest of a long one that comes last."""
    lines = [*owed, *(line for note in notes for line in note)]
    last = len(notes[-1]) if notes else 0
    return lines[: _TOGETHER - last] if last >= _LONG else lines


def lines_within(lines: list[Strip], notes: Notes, room: float) -> int:
    """How many lines of notes fit into a height in pt, none of them alone on either side (L9)."""
    count = len(lines)
    while count and notes.height(lines[:count]) > room:
        count -= 1
    if count == len(lines) - 1 > _TOGETHER:
        count -= 1
    while 0 < count < len(lines) and lines[count].keep:
        count -= 1
    return count


def take_notes(
    strips: list[Strip], footnotes: Mapping[str, Footnote], context: Context
) -> tuple[list[Strip], Notes]:
    """The notes that strips mark, and the strips with a place for each note to lead back to."""
    notes: dict[str, tuple[Strip, ...]] = {}
    marked: dict[int, tuple[str, ...]] = {}
    if not footnotes:
        return strips, NO_NOTES
    found: list[Strip] = []
    for at, strip in enumerate(strips):
        links = [each for each in _mark_links(strip) if each.target[1:] in footnotes]
        new = {each.target[1:]: each for each in links if each.target[1:] not in notes}
        backs = tuple(Destination(_back(name), link.y0) for name, link in new.items())
        found.append(replace(strip, marks=(*strip.marks, *backs)) if backs else strip)
        if new:
            marked[at] = tuple(new)
            notes.update({name: tuple(_set_note(footnotes[name], context)) for name in new})
    return found, Notes(_rule(context), notes, marked)


def _mark_links(strip: Strip) -> Iterator[Link]:
    for mark in strip.marks:
        if isinstance(mark, Link) and mark.target.startswith("#"):
            yield mark


def _back(name: str) -> str:
    return f"{name}-mark"


def _rule(context: Context) -> Strip:
    length, rules = _RULE_LENGTH * context.page.measure, context.style.rules
    return Strip(RULE_HEIGHT, (Rule(0, _RULE_DROP, length, _RULE_DROP, rules.inner, rules.colour),))


def _set_note(note: Footnote, context: Context) -> Iterator[Strip]:
    """A note's lines, its mark hanging before the first; its languages begin at one edge."""
    for number, text in enumerate(note.texts):
        marker = "" if number else note.mark
        box = Box(FOOTNOTE, context.page.measure, marker=marker, flat=True)
        for at, strip in enumerate(text_strips(text, box, context)):
            leads = _leads(note.name, strip) if at == number == 0 else ()
            yield replace(strip, marks=(*strip.marks, *leads), snap=False)


def _leads(name: str, strip: Strip) -> Iterator[Mark]:
    """What makes a note a place to come to, and its mark a way back."""
    line = next(mark for mark in strip.marks if isinstance(mark, PlacedLine))
    marker = line.runs[0]
    left = line.x + marker.x
    yield Destination(name, 0.0)
    yield Link(left, line.y - marker.size, line.x, line.y + marker.size * 0.25, f"#{_back(name)}")
