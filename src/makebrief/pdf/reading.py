"""What lets readers of a PDF find its words, lines and columns where people see them.

They put a page together anew from where its characters stand. To them two characters are of one
word, two words of one line and two lines of one column if they are near each other for the size of
their type. By GB/T 9704 our lines are 28.95 pt apart (P3), where type of 16 pt would be a column up
to 24; so the two columns of a page would be read across, line by line, as the rows of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from msgspec.structs import replace

from makebrief.layout.facing import COLUMN_GAP
from makebrief.layout.hyphens import SOFT_HYPHEN
from makebrief.layout.marks import PlacedLine, PlacedRun
from makebrief.typeface.face import EM, END_HYPHEN, Face, Typefaces

AS_SPACE = 0.08
"""The gap, in em, from which readers take two characters for two words."""

_AS_OVERLAP = 0.15
"""The overlap, in em, that they may take for it: poppler parts words at 0.2, and lines at 0.5."""

_LEAST, _MOST = -_AS_OVERLAP * EM, AS_SPACE * EM
"""The moves, in 1/1000 em, between which readers see none."""

_WIDEST = 2.5 * EM
"""The widest that a character is made to be, in 1/1000 em.

pdfium takes characters for a line if their baselines are within half the width of the wider one.
"""

_APART = 1.5
"""How many sizes apart the baselines of a column may be.

It is poppler's measure, and pdfminer's too: by its `line_margin`, half a size between two lines.
"""

CAST_ASCENT, CAST_DESCENT = 750, -250
"""How far a body that type is cast on stands over and under its baseline, in 1/1000 of it.

It is the same for all faces. So no line of a column comes near a line over or under it that stands
over both columns and is cast on `_OVER_COLUMNS` of its size: pdfminer joins those that are half a
body apart.
"""

_OVER_COLUMNS = 0.85

_SAFELY = 1.003
"""By how much a size keeps clear of what readers compare it with, for they round."""

_BLANK = "\u3000"
_NARROW = 0.5
"""A space in pt that readers take notice of, and nobody sees."""

_HYPHENS = ("-", SOFT_HYPHEN)

_PARTED = 0.6
"""The widest gap in a line that is left for readers, in em: what stands before it reaches further.

poppler takes words that are 0.7 em apart for two columns.
"""

_REACHED = (1 - _PARTED) * EM
"""How far what stands before an ideographic space reaches into it, in 1/1000 em."""


_Gaps = dict[int, float]


def find_gaps(run: PlacedRun, face: Face) -> tuple[_Gaps, _Gaps, _Gaps]:
    """What is behind characters of a run, by their index, in 1/1000 em: widths, spaces and moves.

    A character is as wide as to reach over a gap, so that nobody sees one; or there is a space
    behind it, or a move that is too small to be seen as one.
    """
    wide, spaces, moves = dict(run.wide), _Gaps(), _Gaps()
    for at, kern in run.kerns:
        move = kern * EM / run.size
        if _LEAST < move < _MOST:
            moves[at] = move
            continue
        reached = wide.get(at, face.advances[run.text[at]]) + move
        if reached < _WIDEST:
            wide[at] = reached
        else:
            spaces[at] = move
    return wide, spaces, moves


def casting(line: PlacedLine) -> float:
    """The body that a line's type is cast on, in sizes of it: one, but in columns and over them.

    In columns it is large enough for the pitch of the column, and not as large as the gap between
    the columns: poppler joins what stands nearer than a size beside up to three lines.
    """
    if not line.pitch:
        return _OVER_COLUMNS if line.reach else 1.0
    body = min(line.pitch / _APART * _SAFELY, COLUMN_GAP / _SAFELY)
    return max(1.0, round(body / max(run.size for run in line.runs), 3))


def as_read(line: PlacedLine, faces: Typefaces) -> tuple[PlacedRun, ...]:
    """The runs of a line as they are written; they look as before."""
    runs = line.runs
    if any(_BLANK in run.text for run in runs):
        runs = tuple(_with_narrow_blanks(runs, faces))
    runs = tuple(_without_gaps(runs, faces))
    if line.pitch:
        runs = tuple(_in_column(replace(line, runs=runs), faces))
    elif line.indent:
        runs = (_space(runs[0], runs[0].x - line.indent, line.indent), *runs)
    elif line.reach and not runs[-1].text.endswith(_HYPHENS):
        runs = (*runs, *_over_columns(line.reach, runs[-1], faces))
    if runs and runs[-1].text.endswith("-"):
        runs = (*runs[:-1], _with_end_hyphen(runs[-1]))
    return runs


def _with_end_hyphen(run: PlacedRun) -> PlacedRun:
    """The last run of a line with what lets readers keep a hyphen of the text at its end."""
    return replace(run, text=run.text[:-1] + END_HYPHEN)


def _in_column(line: PlacedLine, faces: Typefaces) -> Iterator[PlacedRun]:
    """The runs of a line in a column, without tracking after its end and between narrow spaces.

    pdfminer takes what is written one after the other for one line, if twice the wider character
    reaches from one to the other; and lines for a column only if they begin or end together, or are
    centred, so that the indent is a space too, and what parts a list's number from its text.
    poppler takes two lines for a column only if one stands under the other.
    """
    first, last = line.runs[0], line.runs[-1]
    yield _space(first, first.x - line.indent, _NARROW)
    if line.indent:
        yield _space(first, first.x - line.indent, line.indent)
    for run, follow in pairwise(line.runs):
        yield run
        reach = run.x + _width(run, faces)
        if follow.x - reach > AS_SPACE * run.size:
            yield _space(run, reach, follow.x - reach)
    short = max(0.0, line.reach - last.x - _width(last, faces))
    wider = short - last.tracking
    yield _reaching(last, wider, faces) if wider else last
    if not last.text.endswith(_HYPHENS):
        yield _space(last, line.width, _NARROW)


def _over_columns(reach: float, last: PlacedRun, faces: Typefaces) -> Iterator[PlacedRun]:
    """The space behind a line over two columns, as far as both reach.

    pdfminer reads a line that is no wider than one column together with that column.
    """
    x = last.x + _width(last, faces)
    if reach - x > _NARROW:
        yield _space(last, x, reach - x)


def _without_gaps(runs: tuple[PlacedRun, ...], faces: Typefaces) -> Iterator[PlacedRun]:
    """Runs of which none stands apart like a word of another column: a bullet, a list's number."""
    for run, follow in pairwise(runs):
        gap = follow.x - run.x - _width(run, faces)
        apart = _PARTED * run.size < gap < _WIDEST * run.size / EM
        yield _reaching(run, gap - _PARTED * run.size, faces) if apart else run
    yield from runs[-1:]


def _width(run: PlacedRun, faces: Typefaces) -> float:
    """How far a run reaches, in pt."""
    advances, wide = faces.face(run.face).advances, dict(run.wide)
    own = sum(wide.get(at, advances[each]) for at, each in enumerate(run.text))
    moved = sum(move for _, move in run.kerns) + len(run.text) * run.tracking
    return own * run.size / EM + moved


def _space(beside: PlacedRun, x: float, width: float) -> PlacedRun:
    """A space in the type of a run, in pt; a wide one is as many as need be."""
    ems = width * EM / beside.size
    count = ceil(ems / _WIDEST)
    wide = tuple((at, ems / count) for at in range(count))
    return PlacedRun(" " * count, beside.face, beside.size, beside.colour, x, wide=wide)


def _with_narrow_blanks(runs: tuple[PlacedRun, ...], faces: Typefaces) -> Iterator[PlacedRun]:
    """Runs whose ideographic spaces are read as narrow ones: what is before them reaches further.

    Else poppler parts the words of a caption from its number, as if they stood in two columns.
    """
    follows = (*(run.text[0] for run in runs[1:]), "")
    leads = False
    for run, follow in zip(runs, follows, strict=True):
        text = run.text + follow
        blanks = [at for at, one in enumerate(text) if one == _BLANK and (at or leads)]
        wider: dict[int, float] = {}
        for at in blanks:
            wider[at - 1] = wider.get(at - 1, 0.0) + _REACHED
            wider[at] = wider.get(at, 0.0) - _REACHED
        moved = wider.pop(-1, 0.0) * run.size / EM
        wider.pop(len(run.text), None)
        yield replace(_widened(run, wider, faces), x=run.x + moved) if wider else run
        leads = True


def _reaching(run: PlacedRun, further: float, faces: Typefaces) -> PlacedRun:
    """A run whose last character reaches further, in pt."""
    return _widened(run, {len(run.text) - 1: further * EM / run.size}, faces)


def _widened(run: PlacedRun, wider: dict[int, float], faces: Typefaces) -> PlacedRun:
    """A run with characters, by their index, whose advance is larger by 1/1000 em."""
    advances, wide = faces.face(run.face).advances, dict(run.wide)
    for at, more in wider.items():
        wide[at] = wide.get(at, advances[run.text[at]]) + more
    return replace(run, wide=tuple(sorted(wide.items())))
