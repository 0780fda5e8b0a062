"""Finished pages into what can be read off them: lines with their edges, paragraphs, seams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from makebrief.document.model import Document
from makebrief.document.walk import texts_of
from makebrief.layout.context import Context
from makebrief.layout.facing import COLUMN_GAP, column_inset
from makebrief.layout.footnotes import FOOTNOTE, RULE_HEIGHT
from makebrief.layout.marks import Mark, Page, PlacedLine, PlacedRun
from makebrief.layout.paragraphs import MISSING_MARK
from makebrief.layout.running import PAGE_MARK
from makebrief.messages import Language
from makebrief.style.model import TextStyle
from makebrief.typeface.face import EM

TOLERANCE = 0.1
"""How far an edge or a baseline may be off, in pt (L8, L10)."""

PAGE_NUMBER = "page-number"
_RUNNING = frozenset({PAGE_NUMBER, PAGE_MARK})
"""Roles outside the type area."""

BOX_ROLES = frozenset({"table-head", "table-cell", "figure-value", "figure-label", "chart-label"})
"""Roles whose texts stand beside each other, in boxes that the pages do not show."""

SOFT_HYPHEN = "\xad"
"""The hyphen that a line end puts into a word."""

_HYPHENS = frozenset(("-", "‐", SOFT_HYPHEN))
_LONGEST_LEAD = 40
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class Glyph(Struct, frozen=True):
    """A character where it stands: its own box from `left` to `right` in pt."""

    character: str
    left: float
    right: float
    size: float
    face: str


class ReadLine(Struct, frozen=True):
    """A line of a page: its text, its baseline on the sheet as it is read, its characters."""

    page: Page
    mark: PlacedLine
    y: float
    glyphs: tuple[Glyph, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where the line begins at the least, an opening mark at half width (L6)."""
        return max(self.lefts)

    @property
    def right(self) -> float:
        """Where the line ends at the least, a closing mark at half width (L6)."""
        return min(self.rights)

    @property
    def size(self) -> float:
        """The largest size of the line's characters in pt."""
        return max(glyph.size for glyph in self.glyphs)


class Seam(Struct, frozen=True):
    """Where one line of a paragraph ends and the next begins.

    `space` says whether the text has white space there, None if nobody knows; `hyphen` whether
    the line ends with a hyphen that the text lacks; `word` is the unspaced ASCII that leads to it.
    """

    paragraph: Paragraph
    before: ReadLine
    after: ReadLine
    space: bool | None
    hyphen: bool
    word: str


class Paragraph(Struct):
    """The lines of one text in one role, over all pages it stands on.

    `sources` is what the document says there; `shown` counts the characters of the lines.
    """

    style: TextStyle
    role: str
    lines: list[ReadLine]
    sources: tuple[str, ...] = ()
    beside: bool = False
    shown: int = 0
    joins: tuple[tuple[bool | None, bool], ...] = ()

    @property
    def in_box(self) -> bool:
        """Whether the text stands in a cell, a panel or a chart, or says that a table goes on."""
        return self.role in BOX_ROLES or self.lines[0].mark.origin is None

    def seams(self) -> Iterator[Seam]:
        """The places between its lines."""
        word = ""
        for number, (space, hyphen) in enumerate(self.joins):
            before, after = self.lines[number], self.lines[number + 1]
            so_far = word + before.text
            word = so_far[len(so_far.rstrip(_ASCII)) :]
            yield Seam(self, before, after, space, hyphen, word)
            word = "" if space else word


class ReadPages(Struct, frozen=True, dict=True):
    """The pages of a document with all that is read off them."""

    pages: tuple[Page, ...]
    context: Context
    document: Document | None = None
    _columns: dict[int, tuple[float, float]] = {}

    @property
    def first_language(self) -> Language:
        """The language in which pairs begin."""
        return self.all_lines[0].mark.language if self.all_lines else "zh"

    @property
    def left(self) -> float:
        """The left edge of the type area in pt."""
        return self.area()[0]

    @property
    def right(self) -> float:
        """The right edge of the type area in pt."""
        return self.area()[2]

    @property
    def bottom(self) -> float:
        """The bottom edge of the type area in pt from the top of the sheet."""
        return self.area()[3]

    def area(self, turned: bool = False) -> tuple[float, float, float, float]:
        """The type area's left, top, right and bottom edge in pt, upright or turned (P11)."""
        return (self.context.page.turned() if turned else self.context.page).type_area

    @cached_property
    def all_lines(self) -> tuple[ReadLine, ...]:
        """Every line in reading order, page numbers with them, marks in the margin left out."""
        return tuple(line for page in self.pages for line in _lines_of(page, self.context))

    @cached_property
    def lines(self) -> tuple[ReadLine, ...]:
        """Every line of text."""
        return tuple(line for line in self.all_lines if line.mark.role not in _RUNNING)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph, in the order in which they begin."""
        found = _paragraphs(self.lines, self.context, _sources(self.document))
        for paragraph in found:
            paragraph.joins = _joins(paragraph)
        return tuple(found)

    @cached_property
    def seams(self) -> tuple[Seam, ...]:
        """Every place between two lines of a paragraph."""
        return tuple(seam for paragraph in self.paragraphs for seam in paragraph.seams())

    @cached_property
    def feet(self) -> Mapping[int, float]:
        """Where the footnotes of a page begin, their rule with them, in pt from its top."""
        tops: dict[int, float] = {}
        for page in self.pages:
            for placed in page.strips:
                if any(_is_footnote(mark) for mark in placed.strip.marks):
                    tops.setdefault(page.number, placed.y - RULE_HEIGHT)
        return tops

    def column(self, paragraph: Paragraph) -> tuple[float, float]:
        """The edges that a paragraph of the running text is set between, its indents taken off.

        The narrowest of the type area and its two columns that the lines do not leave.
        """
        left, _, right, _ = self.area(paragraph.lines[0].page.turned)
        style, middle = paragraph.style, (left + right) / 2
        em = self.context.style.em(style, paragraph.lines[0].mark.language)
        columns = ((left, middle - COLUMN_GAP / 2), (middle + COLUMN_GAP / 2, right))
        first = min(line.left for line in paragraph.lines)
        last = max(line.right for line in paragraph.lines)
        for start, end in () if paragraph.role in self.context.style.spanning else columns:
            inside = start - TOLERANCE <= first and last <= end + TOLERANCE
            if inside or (paragraph.beside and start <= first + TOLERANCE and first < end):
                kept = column_inset(paragraph.role)
                return start + style.left * em * kept, end - style.right * em * kept
        return left + style.left * em, right - style.right * em

    def measure(self, paragraph: Paragraph) -> float:
        """The width that a paragraph's lines have; in a box, the widest line of its column."""
        if not paragraph.in_box:
            start, end = self.column(paragraph)
            return end - start
        first = paragraph.lines[0]
        return max(
            line.right - line.left
            for line in self.lines
            if line.page is first.page
            and line.mark.role == paragraph.role
            and _aligned(line, first)
        )


def _is_footnote(mark: Mark) -> bool:
    return isinstance(mark, PlacedLine) and mark.role == FOOTNOTE


def _aligned(line: ReadLine, other: ReadLine) -> bool:
    middles = (line.left + line.right) / 2, (other.left + other.right) / 2
    pairs = ((line.left, other.left), (line.right, other.right), middles)
    return any(abs(one - two) < 0.5 for one, two in pairs)


def _lines_of(page: Page, context: Context) -> Iterator[ReadLine]:
    for placed in page.strips:
        for mark in placed.strip.marks:
            if not isinstance(mark, PlacedLine):
                continue
            glyphs = tuple(_glyphs(mark.runs, placed.x + mark.x, context))
            if "".join(glyph.character for glyph in glyphs).strip() in {"", MISSING_MARK}:
                continue
            yield _read_line(page, mark, placed.y + mark.y, glyphs, context)


def _read_line(
    page: Page, mark: PlacedLine, y: float, glyphs: tuple[Glyph, ...], context: Context
) -> ReadLine:
    inked = [glyph for glyph in glyphs if not glyph.character.isspace()]
    first, last = inked[0], inked[-1]
    trim_left = context.faces.face(first.face).trims(first.character)[0] * first.size / EM
    trim_right = context.faces.face(last.face).trims(last.character)[1] * last.size / EM
    lefts = first.left, first.left + trim_left
    return ReadLine(page, mark, y, glyphs, lefts, (last.right, last.right - trim_right))


def _glyphs(runs: Iterable[PlacedRun], x: float, context: Context) -> Iterator[Glyph]:
    for run in runs:
        advances = context.faces.face(run.face).advances
        wide, kerns = dict(run.wide), dict(run.kerns)
        left = x + run.x
        for at, character in enumerate(run.text):
            own = advances[character]
            right = left + own * run.size / EM
            yield Glyph(character, left, right, run.size, run.face)
            left += wide.get(at, own) * run.size / EM + kerns.get(at, 0.0) + run.tracking


# Lines into paragraphs.

_Key = tuple[str, str, str]


def _key(line: ReadLine) -> _Key:
    origin = line.mark.origin
    return (origin.path if origin else "", line.mark.role, line.mark.language)


def _sources(document: Document | None) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What each content path says in each language, as the document has it."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for text in texts_of(document.sections) if document else ():
        found[text.origin.path, text.language][text.printed.replace(SOFT_HYPHEN, "")] = None
    return {place: tuple(texts) for place, texts in found.items()}


def _paragraphs(
    lines: tuple[ReadLine, ...],
    context: Context,
    sources: Mapping[tuple[str, str], tuple[str, ...]],
) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    last: dict[_Key, Paragraph] = {}
    for line in lines:
        key = _key(line)
        open_one = last.get(key)
        if open_one is not None and _goes_on(open_one, line, context):
            open_one.lines.append(line)
            open_one.shown += len(_squeezed(line.text))
            continue
        style = context.style.role(line.mark.role).text_style(line.mark.language)
        texts = sources.get((key[0], key[2]), ())
        shown = len(_squeezed(line.text))
        last[key] = Paragraph(style, line.mark.role, [line], texts, shown=shown)
        paragraphs.append(last[key])
    _note_neighbours(paragraphs)
    return paragraphs


def _goes_on(paragraph: Paragraph, line: ReadLine, context: Context) -> bool:
    """Whether a line of the same text and role is the paragraph's next one, not a repetition."""
    before = paragraph.lines[-1]
    pitch = paragraph.style.pitch or context.page.line_pitch
    if before.page is line.page:
        follows = 0 < line.y - before.y < 1.6 * pitch
    else:
        follows = line.page.number == before.page.number + 1 and not paragraph.in_box
    return follows and not _complete(paragraph)


def _complete(paragraph: Paragraph) -> bool:
    """Whether the lines so far have all the characters of their text."""
    if not paragraph.sources:
        return False
    if paragraph.shown < min(len(_squeezed(source)) for source in paragraph.sources):
        return False
    return any(_align(paragraph.lines, source) is not None for source in paragraph.sources)


def _note_neighbours(paragraphs: list[Paragraph]) -> None:
    """Marks the paragraphs that have another one of the running text beside them."""
    rows: dict[tuple[int, float], list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if not paragraph.in_box:
            first = paragraph.lines[0]
            rows[first.page.number, round(first.y, 1)].append(paragraph)
    for row in rows.values():
        apart = len({_key(paragraph.lines[0]) for paragraph in row}) > 1
        for paragraph in row if apart else ():
            paragraph.beside = True


# Lines beside the text that they were set from.


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _joins(paragraph: Paragraph) -> tuple[tuple[bool | None, bool], ...]:
    """For each seam: whether the text has white space there, whether a hyphen was put in."""
    for source in paragraph.sources:
        found = _align(paragraph.lines, source)
        if found is not None:
            return tuple(found)
    return tuple((None, False) for _ in paragraph.lines[1:])


def _align(lines: list[ReadLine], source: str) -> list[tuple[bool, bool]] | None:
    """The seams of lines by the text they show, or None if they show another one.

    A number or a bullet may stand before the text, and a hyphen at the end of a line.
    """
    wanted = _squeezed(source)
    spaced = _spaced_places(source)
    shown = [_squeezed(line.text) for line in lines]
    for lead in range(min(len(shown[0]), _LONGEST_LEAD)):
        if wanted[:1] == shown[0][lead : lead + 1]:
            found = _match([shown[0][lead:], *shown[1:]], wanted, spaced)
            if found is not None:
                return found
    return None


def _spaced_places(source: str) -> frozenset[int]:
    """How many characters stand before each white space."""
    places = set()
    count = 0
    for character in source:
        if character.isspace():
            places.add(count)
        else:
            count += 1
    return frozenset(places)


def _match(shown: list[str], wanted: str, spaced: frozenset[int]) -> list[tuple[bool, bool]] | None:
    at = 0
    seams = []
    for line in shown:
        hyphen = False
        if wanted.startswith(line, at):
            at += len(line)
        elif line[-1:] in _HYPHENS and wanted.startswith(line[:-1], at):
            at += len(line) - 1
            hyphen = True
        else:
            return None
        seams.append((at in spaced, hyphen))
    return seams[:-1] if at == len(wanted) else None
