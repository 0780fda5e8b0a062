"""A text in its style into measured characters: what is known before the measure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, groupby
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Run, Text
from makebrief.errors import BriefError, error
from makebrief.layout.breaks import Breaks, find_breaks
from makebrief.layout.classes import (
    HAN,
    classify,
    han_stretches,
    mark_footnotes,
)
from makebrief.layout.elastic import HAN_LATIN_GAP, Elastic, Material, find_elastic
from makebrief.layout.hyphens import SOFT_HYPHEN, hyphenations
from makebrief.messages import Language, say
from makebrief.style.model import TextStyle
from makebrief.typeface.codes import code_point
from makebrief.typeface.face import EM, Face, Typefaces
from makebrief.typeface.scripts import FOOTNOTE_MARK, RAISED_OR_LOWERED, Script

_SHORT = 80
"""Characters: about what a cell holds."""

_SCRIPTS = re.compile("[HOCMPDEJ]+|[^HOCMPDEJ]+")
_HAN_STRETCH = re.compile("[HOCMPDEJ]{2,}")
_WORDS = re.compile(r"\S+|\s+")
_HAN_LATIN = re.compile("H(?=[LNp])|[LNu](?=H)")
_TYPED_GAP = re.compile("(?<=[HOCMPDEJ])S+(?=[LNp])|(?<=[LNu])S+(?=[HOCMPDEJ])")
_CLOSED_UP = re.compile("[OCMP](?=[OCMP])|[CMP](?=f)")
_SPACE = re.compile("S")
_MARKS = re.compile("[OCMPJ]")
_NO_MARKS = frozenset("～〜\u3000")


class Segment(Struct, frozen=True):
    """Characters of one face with the same marks, from `start` to `end`.

    `script` makes them smaller, raised or lowered; `dotted` puts an emphasis dot under each.
    """

    start: int
    end: int
    face: Face
    run: Run
    script: Script | None = None
    dotted: bool = False


class Shaped(Struct, frozen=True, dict=True):
    """A text, measured: advances and gaps in pt by character, breaks, and where it is elastic.

    What only a text of several lines is asked for is found when it is asked for.
    """

    text: str
    classes: str
    language: Language
    segments: tuple[Segment, ...]
    advances: list[float]
    gaps: list[float]
    edges: list[float]
    material: Material
    wide: list[tuple[int, int]]
    kerns: list[tuple[int, float]]
    half: dict[int, tuple[float, float]]
    size: float
    tracking: float
    indented: bool

    @cached_property
    def elastic(self) -> Elastic:
        """Where the text gives and takes (L8)."""
        return find_elastic(self.material)

    @cached_property
    def places(self) -> Breaks:
        """Where a line may end, and where only at a price (L1 to L4)."""
        return find_breaks(self.text, self.classes)

    @property
    def breaks(self) -> list[int]:
        """The offsets at which a new line may begin."""
        return self.places.legal

    def hyphens(self, *, capitalised: bool = False) -> list[int]:
        """The offsets at which a word may be divided; only English is hyphenated (L4).

        The words of an amount or a date stay whole (L3).
        """
        if self.language != "en":
            return []
        whole = self.places.whole
        found = hyphenations(self.text, capitalised=capitalised)
        return [at for at in found if at not in whole]

    def hyphen_width(self, at: int) -> float:
        """The width in pt of a hyphen behind the character before an offset."""
        face = next(each.face for each in self.segments if each.end >= at)
        return face.advances[SOFT_HYPHEN] * self.size / EM


def shape_text(
    text: Text, style: TextStyle, faces: Typefaces, lead: str = "", tracking: float = 0.0
) -> Shaped:
    """A text (after a generated lead, such as a heading's number) measured in its style.

    `tracking` is added between Han, in pt: what puts them on the character grid (P3). Short texts
    are kept for a while: a table's cells are measured for its columns before they are set.
    """
    short = sum(len(run.text) for run in text.runs) <= _SHORT
    return (_kept if short else _shape)(text, style, faces, lead, tracking)


def _shape(text: Text, style: TextStyle, faces: Typefaces, lead: str, tracking: float) -> Shaped:
    runs = ((Run(lead), *text.runs) if lead else text.runs) or (Run(""),)
    words = "".join(run.text for run in runs)
    if SOFT_HYPHEN in words:
        runs = tuple(replace(run, text=run.text.replace(SOFT_HYPHEN, "")) for run in runs)
        words = words.replace(SOFT_HYPHEN, "")
    classes = classify(words, text.language)
    if any(run.footnote for run in runs):
        classes = mark_footnotes(classes, _footnote_marks(runs))
    segments = tuple(_Picker(style, faces).segments(runs, classes))
    advances, kerns = _advances(words, classes, segments, style.size)
    trims = _trims(words, classes, segments, style.size)
    half = {at: trim for at, trim in trims.items() if classes[at] != "J"}
    meetings = [found.start() for found in _HAN_LATIN.finditer(classes)]
    typed = [found.span() for found in _TYPED_GAP.finditer(classes)] if "S" in classes else []
    _fix_typed_gaps(typed, advances, style.size)
    own_gaps = _gaps(classes, meetings, half, style.size)
    gaps = [own_gaps.get(at, 0.0) for at in range(len(words))] if own_gaps else [0.0] * len(words)
    joints = [(at, own_gaps[at]) for at in meetings]
    joints += [(end - 1, advances[end - 1]) for _, end in typed]
    joints.sort()
    material = Material(
        classes=classes,
        gaps=own_gaps,
        trims=trims,
        joints=joints,
        spaces=_spaces(classes, advances, joints),
        size=style.size,
        language=text.language,
    )
    wide = _wide(own_gaps, typed, advances, style.size)
    if tracking:
        _track(classes, gaps, tracking)
    return Shaped(
        text=words,
        classes=classes,
        language=text.language,
        segments=segments,
        advances=advances,
        gaps=gaps,
        edges=list(accumulate(map(add, advances, gaps), initial=0.0)),
        material=material,
        wide=wide,
        kerns=kerns,
        half=half,
        size=style.size,
        tracking=tracking,
        indented=style.indent != 0,
    )


_kept = lru_cache(maxsize=4096)(_shape)


def _footnote_marks(runs: tuple[Run, ...]) -> Iterator[tuple[int, int]]:
    """Where the marks of footnotes stand in a text."""
    start = 0
    for run in runs:
        if run.footnote:
            yield start, start + len(run.text)
        start += len(run.text)


class _Picker(Struct, frozen=True):
    """Picks the face for each character of a run: by script, by marks, then by fallback."""

    style: TextStyle
    faces: Typefaces

    def segments(self, runs: tuple[Run, ...], classes: str) -> Iterator[Segment]:
        start = 0
        for run in runs:
            end = start + len(run.text)
            for found in _SCRIPTS.finditer(classes, start, end):
                han = classes[found.start()] in HAN
                face = self.faces.face(self._name(han, run))
                words = run.text[found.start() - start : found.end() - start]
                if han and run.emphasis and self.style.emphasis == "dots":
                    yield from self._dotted(words, found.start(), face, run)
                elif not run.footnote and face.shows(words):
                    yield Segment(found.start(), found.end(), face, run)
                else:
                    yield from self._fall_back(words, found.start(), face, run)
            start = end

    def _dotted(self, words: str, start: int, face: Face, run: Run) -> Iterator[Segment]:
        """Emphasised words with a dot under each Han character, and none under other marks."""
        for at, stretch, han in han_stretches(words):
            for segment in self._fall_back(stretch, start + at, face, run):
                yield replace(segment, dotted=han)

    def _name(self, han: bool, run: Run) -> str:
        style = self.style
        if run.strong:
            return style.strong_han if han else style.strong_latin
        if run.emphasis and not (han and style.emphasis == "dots"):
            return style.emphasis_han if han else style.emphasis_latin
        return style.han if han else style.latin

    def _fall_back(self, words: str, start: int, face: Face, run: Run) -> Iterator[Segment]:
        """Words whose characters come from several faces, or are smaller, in as few segments."""
        faces = [find_face(character, face, self.style, self.faces) for character in words]
        scripts = [
            _script(character, own, run) for character, own in zip(words, faces, strict=True)
        ]
        at = start
        for (own, script), same in groupby(zip(faces, scripts, strict=True)):
            end = at + len(list(same))
            yield Segment(at, end, own, run, script)
            at = end


def _script(character: str, face: Face, run: Run) -> Script | None:
    """How a character is raised or lowered that its face does not show so by itself."""
    if run.footnote and not RAISED_OR_LOWERED.match(character):
        return FOOTNOTE_MARK
    return face.script(character)


def find_face(character: str, face: Face, style: TextStyle, faces: Typefaces) -> Face:
    """The first face that has a character: its own, the role's others, then the fallback."""
    if face.has(character) or character in "\t\n":
        return face
    for name in dict.fromkeys((style.han, style.latin, *faces.fallback)):
        other = faces.face(name)
        if other.has(character):
            return other
    raise BriefError([error(say("glyph-missing", character=character, code=code_point(character)))])


def _advances(
    words: str, classes: str, segments: tuple[Segment, ...], size: float
) -> tuple[list[float], list[tuple[int, float]]]:
    """The advance of each character, and how far the kerned ones are from their own, in pt."""
    advances: list[float] = []
    kerns: list[tuple[int, float]] = []
    for segment in segments:
        script = segment.script
        face = segment.face.sized(size * script.scale if script else size)
        part = words[segment.start : segment.end]
        if script or classes[segment.start] in HAN:
            advances += map(face.advances.__getitem__, part)
            continue
        for word in map(face.words.__getitem__, _WORDS.findall(part)):
            kerns += [(len(advances) + at, kern) for at, kern in word.kerns]
            advances += word.advances
    return advances, kerns


def _trims(
    words: str, classes: str, segments: tuple[Segment, ...], size: float
) -> dict[int, tuple[float, float]]:
    """What can be trimmed left and right of each full-width mark or dot, in pt, by index."""
    scale = size / EM
    trims: dict[int, tuple[float, float]] = {}
    for segment in segments:
        for found in _MARKS.finditer(classes, segment.start, segment.end):
            at = found.start()
            if words[at] not in _NO_MARKS:
                left, right = segment.face.trims(words[at])
                trims[at] = (left * scale, right * scale)
    return trims


def _gaps(
    classes: str, meetings: list[int], half: dict[int, tuple[float, float]], size: float
) -> dict[int, float]:
    """Space after characters: Han beside Latin (L7), adjacent marks closed up (L5)."""
    gaps = dict.fromkeys(meetings, HAN_LATIN_GAP * size)
    for found in _CLOSED_UP.finditer(classes):
        at = found.start()
        right, left = half[at][1], half.get(at + 1, (0.0, 0.0))[0]
        gaps[at] = -(right or left)
    return gaps


def _track(classes: str, gaps: list[float], tracking: float) -> None:
    """Adds the tracking after each Han character or mark that another one follows (P3)."""
    for found in _HAN_STRETCH.finditer(classes):
        first, last = found.start(), found.end() - 1
        gaps[first:last] = [gap + tracking for gap in gaps[first:last]]


def _spaces(
    classes: str, advances: list[float], joints: list[tuple[int, float]]
) -> list[tuple[int, float]]:
    """The word spaces and their widths; one typed between Han and Latin is a joint (L7)."""
    if "S" not in classes:
        return []
    other = {at for at, _ in joints}
    spaces = [found.start() for found in _SPACE.finditer(classes)]
    return [(at, advances[at]) for at in spaces if at not in other]


def _wide(
    gaps: dict[int, float], typed: list[tuple[int, int]], advances: list[float], size: float
) -> list[tuple[int, int]]:
    """Characters that advance otherwise than the face says: with a gap, closed up, a typed gap."""
    scale = EM / size
    found = {at: round((advances[at] + gap) * scale) for at, gap in gaps.items() if gap}
    for first, end in typed:
        found.update((at, round(advances[at] * scale)) for at in range(first, end))
    return sorted(found.items())


def _fix_typed_gaps(typed: list[tuple[int, int]], advances: list[float], size: float) -> None:
    """A space typed between Han and Latin counts as the gap, not as one more (L7)."""
    for first, end in typed:
        advances[first:end] = [HAN_LATIN_GAP * size / (end - first)] * (end - first)
