"""A finished PDF into its lines and what is wrong with them, by pdfium and the text alone.

Shares no code with the typesetter: whoever made the file, its characters are matched with the
paragraphs that were asked for, and each line is judged by where it begins and ends in them.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from makebrief.document.model import Text

MM = 72 / 25.4
TOLERANCE = 0.5
"""How far in pt an edge may be off: what a PDF's rounding and a reader's boxes cannot tell."""

NEVER_FIRST = frozenset("。，、；：？！》〉」』】〕）”’,.;:?!)]…—～–")
NEVER_LAST = frozenset("《〈「『【〔（“‘([")
MARKS = frozenset("。，、；：？！》〉」』】〕）”’…—《〈「『【〔（“‘")
HYPHENS = frozenset("-‐\xad\ufffe\x02")
HAN = "\u3400"
"""Where Han begins: each of its characters is an em wide, whatever space its advance includes."""

WIDE_HAN, WIDE_SPACE = 0.25, 0.75
"""The gap in em from which a line gapes: between two Han characters, between two words."""

_SEARCHED = 4
"""How many characters of the text are tried for one that a page shows after some were lost."""

NUMBER = re.compile(
    r"(?:RMB|No\.)?[0-9]+(?:[.,:][0-9]+)*"
    r"(?:[%％]|个?百分点|[余多]?[十百千万亿]*(?:元|个|家|项|件|年|月|日|户|人次?|公里|场次?|处|次|份))?"
)
WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
DOUBLED = re.compile(r"——|……")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character of a page: its advance from `left` to `right` and its ink's end, in pt."""

    character: str
    left: float
    right: float
    ink: float
    baseline: float
    size: float
    page: int


@dataclass(slots=True)
class Line:
    """The characters of a line, from `start` to `end` in its paragraph without white space."""

    glyphs: list[Glyph]
    start: int = 0
    end: int = 0
    hyphen: bool = False


@dataclass(slots=True)
class Counts:
    """What a reader counts on somebody's pages."""

    pages: int = 0
    lines: int = 0
    lost: int = 0
    forbidden: int = 0
    numbers: int = 0
    words: int = 0
    over: int = 0
    ragged: int = 0
    gaping: int = 0
    lone: int = 0
    places: list[str] = field(default_factory=list)


def count_flaws(file: Path, texts: Sequence[Text], measure: float, left: float = 28) -> Counts:
    """Reads a PDF of paragraphs set at a measure (mm) from a left margin (mm)."""
    lines = read_lines(file)
    counts = Counts(pages=max((line.glyphs[0].page for line in lines), default=-1) + 1)
    counts.lines = len(lines)
    right = (left + measure) * MM
    matched = match_lines(lines, texts, counts)
    for text, own in zip(texts, matched, strict=True):
        judge = _Judge(text, _squeezed(text.plain), right, counts)
        judge.judge(own)
    return counts


def read_lines(file: Path) -> list[Line]:
    """The lines of a PDF in the order of its content, without page numbers."""
    glyphs = []
    with pypdfium2.PdfDocument(file) as opened:
        for number, page in enumerate(opened):
            words = page.get_textpage()
            glyphs += [each for each in _glyphs(words, number) if each.baseline > 33 * MM]
            words.close()
            page.close()
    lines: list[Line] = []
    for glyph in glyphs:
        if not lines or not _same_line(lines[-1].glyphs[-1], glyph):
            lines.append(Line([]))
        lines[-1].glyphs.append(glyph)
    for line in lines:
        line.glyphs.sort(key=lambda each: each.left)
    return lines


def _same_line(one: Glyph, other: Glyph) -> bool:
    return one.page == other.page and abs(one.baseline - other.baseline) < other.size / 4


def _glyphs(words: pypdfium2.PdfTextPage, page: int) -> Iterator[Glyph]:
    for index in range(words.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(words, index))
        if character.isspace() or raw.FPDFText_IsGenerated(words, index) == 1:
            continue
        left, _, right, _ = words.get_charbox(index, loose=True)
        ink = words.get_charbox(index)[2]
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(words, index, x, y)
        size = raw.FPDFText_GetFontSize(words, index)
        if character >= HAN and character not in MARKS:
            right = left + size
        yield Glyph(character, left, right, ink, y.value, size, page)


def match_lines(lines: list[Line], texts: Sequence[Text], counts: Counts) -> list[list[Line]]:
    """Each paragraph's lines, with their places in it; what does not match is counted as lost."""
    matched: list[list[Line]] = []
    waiting = iter(lines)
    for text in texts:
        words, at = _squeezed(text.plain), 0
        own: list[Line] = []
        while at < len(words) and (line := next(waiting, None)):
            line.start = at
            for glyph in line.glyphs:
                at += _taken(glyph, line, words[at : at + _SEARCHED], counts)
            line.end = at
            own.append(line)
        counts.lost += len(words) - at
        matched.append(own)
    counts.lost += sum(len(line.glyphs) for line in waiting)
    return matched


def _taken(glyph: Glyph, line: Line, expected: str, counts: Counts) -> int:
    """How many characters of the text a glyph accounts for; a hyphen may be the line's own."""
    if expected and (glyph.character == expected[0] or {glyph.character, expected[0]} <= HYPHENS):
        return 1
    line.hyphen = glyph is line.glyphs[-1] and glyph.character in HYPHENS
    if line.hyphen:
        return 0
    found = expected.find(glyph.character)
    counts.lost += max(found, 1)
    return found + 1


@dataclass(frozen=True, slots=True)
class _Judge:
    text: Text
    words: str
    right: float
    counts: Counts

    def judge(self, lines: list[Line]) -> None:
        """Counts what is wrong with a paragraph's lines."""
        for before, after in pairwise(lines):
            self._seam(before, after)
        for line in lines:
            self._edges(line, last=line is lines[-1])
        if len(lines) > 1 and sum(map(str.isalnum, self.words[lines[-1].start :])) <= 1:
            self.counts.lone += 1

    def _seam(self, before: Line, after: Line) -> None:
        at = after.start
        if not 0 < at < len(self.words):
            return
        first, last = self.words[at], self.words[at - 1]
        spaced = self._spaced(at)
        if (first in NEVER_FIRST and not spaced) or last in NEVER_LAST:
            self._note("forbidden", at)
        if any(_inside(found, at) for found in DOUBLED.finditer(self.words)):
            self._note("forbidden", at)
        if not spaced and any(_inside(found, at) for found in NUMBER.finditer(self.words)):
            self._note("numbers", at)
        whole = any(_inside(found, at) for found in WORD.finditer(self.words))
        if whole and not spaced and not (before.hyphen and self.text.language == "en"):
            self._note("words", at)

    def _spaced(self, at: int) -> bool:
        """Whether the text has white space before a character of the squeezed text."""
        seen = 0
        for index, character in enumerate(self.text.plain):
            if character.isspace():
                continue
            if seen == at:
                return self.text.plain[index - 1].isspace()
            seen += 1
        return False

    def _edges(self, line: Line, *, last: bool) -> None:
        end = line.glyphs[-1]
        if end.ink > self.right + TOLERANCE:
            self._note("over", line.start)
        if last:
            return
        marked = end.character in MARKS
        flush = end.right >= self.right - TOLERANCE and end.ink <= self.right + TOLERANCE
        chinese = self.text.language == "zh"
        if chinese and (not flush or (not marked and end.right > self.right + TOLERANCE)):
            self._note("ragged", line.start)
        if any(map(self._gapes, line.glyphs, line.glyphs[1:])):
            self._note("gaping", line.start)

    def _gapes(self, one: Glyph, other: Glyph) -> bool:
        gap = (other.left - one.right) / one.size
        han = one.character >= HAN and other.character >= HAN
        if han and not {one.character, other.character} & MARKS:
            return gap > WIDE_HAN
        return self.text.language == "en" and gap > WIDE_SPACE

    def _note(self, name: str, at: int) -> None:
        setattr(self.counts, name, getattr(self.counts, name) + 1)
        self.counts.places.append(
            f"{name}: {self.words[max(at - 6, 0) : at]}|{self.words[at : at + 6]}"
        )


def _inside(found: re.Match[str], at: int) -> bool:
    return found.start() < at < found.end()


def _squeezed(words: str) -> str:
    return "".join(words.split())
