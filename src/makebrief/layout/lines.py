"""A shaped text and a measure into lines: the first fit among the legal breaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from makebrief.layout.shape import HAN_LATIN_GAP, Shaped

_NEVER_AT_START = frozenset("CMPJDEcmuw")
_NEVER_AT_END = frozenset("Oo")
_LETTERS = frozenset("HLN")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Span:
    """A line's characters, from `start` to `end`, without the spaces at its end."""

    start: int
    end: int


def break_lines(shaped: Shaped, first: float, measure: float) -> list[Span]:
    """The lines of a text; widths in pt, `first` that of the first line."""
    length = len(shaped.text)
    breaks = [*shaped.breaks, length]
    lines: list[Span] = []
    start = 0
    while start < length:
        width = measure if lines else first
        stop = _farthest(shaped, breaks, start, width)
        lines.append(Span(start, _content_end(shaped, start, stop)))
        start = stop
    return _without_lone_character(shaped, lines or [Span(0, 0)], measure)


def natural_width(shaped: Shaped, start: int, end: int) -> float:
    """The width of a line in pt, its outer marks trimmed to half width (L6)."""
    if end <= start:
        return 0.0
    width = shaped.edges[end] - shaped.edges[start] - shaped.gaps[end - 1]
    return width - trim_start(shaped, start) - trim_end(shaped, end)


def trim_start(shaped: Shaped, start: int) -> float:
    """What an opening mark gives up at a line's start, but not after an indent (L6)."""
    indented = start == 0 and shaped.indented
    return shaped.half[start][0] if start in shaped.half and not indented else 0.0


def trim_end(shaped: Shaped, end: int) -> float:
    """What a mark gives up at a line's end (L6)."""
    return shaped.half[end - 1][1] if end - 1 in shaped.half else 0.0


def joints_between(shaped: Shaped, start: int, end: int) -> list[int]:
    """The gaps between Han and Latin inside a line."""
    joints = shaped.joints
    return joints[bisect_left(joints, start) : bisect_left(joints, end - 1)] if joints else []


def _farthest(shaped: Shaped, breaks: list[int], start: int, width: float) -> int:
    reach = bisect_right(shaped.edges, shaped.edges[start] + width + shaped.size)
    at = bisect_right(breaks, reach) - 1
    while at >= 0 and breaks[at] > start:
        if _fits(shaped, start, _content_end(shaped, start, breaks[at]), width):
            return breaks[at]
        at -= 1
    return _forced(shaped, start, width)


def _fits(shaped: Shaped, start: int, end: int, width: float) -> bool:
    natural = natural_width(shaped, start, end)
    if natural <= width + _TOLERANCE:
        return True
    give = len(joints_between(shaped, start, end)) * HAN_LATIN_GAP / 2 * shaped.size
    return natural - give <= width + _TOLERANCE


def _forced(shaped: Shaped, start: int, width: float) -> int:
    """A break where none is legal: inside what is wider than the measure, at the last place."""
    reach = bisect_right(shaped.edges, shaped.edges[start] + width + _TOLERANCE) - 1
    reach = min(max(reach, start + 1), len(shaped.text))
    for stop in range(reach, start, -1):
        after = shaped.classes[stop : stop + 1]
        if after not in _NEVER_AT_START and shaped.classes[stop - 1] not in _NEVER_AT_END:
            return stop
    return reach


def _content_end(shaped: Shaped, start: int, stop: int) -> int:
    while stop > start and shaped.classes[stop - 1] == "S":
        stop -= 1
    return stop


def _without_lone_character(shaped: Shaped, lines: list[Span], measure: float) -> list[Span]:
    """Gives a last line of one character company from the line before (L9)."""
    if len(lines) == 1:
        return lines
    before, last = lines[-2:]
    letters = [name for name in shaped.classes[last.start : last.end] if name in _LETTERS]
    if letters != ["H"]:
        return lines
    at = bisect_left(shaped.breaks, last.start) - 1
    if at < 0 or shaped.breaks[at] <= before.start:
        return lines
    stop = shaped.breaks[at]
    if not _fits(shaped, stop, last.end, measure):
        return lines
    return [
        *lines[:-2],
        Span(before.start, _content_end(shaped, before.start, stop)),
        Span(stop, last.end),
    ]
