"""Contents lists and figure indexes into strips whose page numbers are filled in later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.arrange import heading_number
from makebrief.document.model import (
    Contents,
    ContentsEntry,
    FigureIndex,
    Heading,
    IndexEntry,
    Run,
    Text,
    Texts,
)
from makebrief.layout.context import Context
from makebrief.layout.marks import (
    Anchor,
    FigureMark,
    Link,
    Mark,
    Page,
    PageReference,
    PlacedLine,
    PlacedRun,
    PlacedStrip,
    Rule,
    Strip,
)
from makebrief.layout.paragraphs import Box, set_text
from makebrief.messages import Language

_PAGES_WIDTH = 72.0
_SHORTEST_RANGE = 3
JOINT, RANGE = ", ", "–"
"""What stands between the pages of a list, and between the first and the last of a range."""

_LEADER_GAP = 6.0
_SAME_LINE = 1e-6
_DOT_DISTANCE = 4.0
_SEPARATOR = {"zh": "　", "en": ": "}


class PageMap(Struct, frozen=True):
    """Where things are: the page of each anchor, and the pages of each figure."""

    headings: Mapping[str, int]
    figures: Mapping[str, tuple[int, ...]]

    def words(self, target: str) -> str:
        """The page numbers of a target as they are printed."""
        kind, _, name = target.rpartition(":")
        if kind == "figure":
            return page_list(self.figures.get(name, ()))
        return str(self.headings[name]) if name in self.headings else ""


class Printing(Struct, frozen=True):
    """A text that may print a figure: by path and language, with `before` of its `marks` over."""

    path: str
    language: Language
    before: int
    marks: int


class FigurePlace(Struct, frozen=True):
    """Where a figure is first printed on a page: by one of the texts that share this line."""

    page: int
    texts: tuple[Printing, ...] = ()


def page_spans(pages: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Pages as an index prints them: each alone, three or more in a row by the first and last."""
    for _, group in groupby(enumerate(pages), key=lambda item: item[1] - item[0]):
        run = [page for _, page in group]
        if len(run) >= _SHORTEST_RANGE:
            yield run[0], run[-1]
        else:
            yield from ((page,) for page in run)


def page_list(pages: tuple[int, ...]) -> str:
    """Page numbers as an index prints them: 4–6, 20."""
    return JOINT.join(RANGE.join(map(str, span)) for span in page_spans(pages))


def heading_lead(entry: Heading | ContentsEntry, text: Text, context: Context) -> str:
    """What is printed before a heading: its number by the style's pattern."""
    if not entry.number:
        return ""
    patterns = context.style.numbering
    pattern = (patterns.zh if text.language == "zh" else patterns.en)[entry.level - 1]
    return heading_number(pattern, entry.number)


def contents_strips(contents: Contents, context: Context) -> Iterator[Strip]:
    """The lines of a contents list."""
    under_title = False
    for entry in contents.entries:
        role = "contents1" if entry.level == 0 else "contents2"
        for number, text in enumerate(entry.texts):
            lead = heading_lead(entry, text, context)
            target = f"anchor:{entry.anchor}" if number == 0 else ""
            keep = number > 0 or (under_title and entry.level > 0)
            box = Box(role, 0.0, {text.language: lead})
            yield from _entry(text, box, target, context, keep)
        under_title = entry.level == 0


def index_strips(index: FigureIndex, context: Context) -> Iterator[Strip]:
    """The lines of a figure index: what it counts, its words, its pages."""
    for entry in index.entries:
        for number, text in enumerate(index_texts(entry)):
            target = f"figure:{entry.figure}" if number == 0 else ""
            yield from _entry(text, Box("index-entry", 0.0), target, context, number > 0)


def index_texts(entry: IndexEntry) -> Texts:
    """A figure's label and words as one text a language, which is no appearance of the figure."""
    return tuple(
        replace(label, runs=(*label.runs, Run(_SEPARATOR[label.language]), *_unnamed(value)))
        for label, value in zip(entry.label, entry.value, strict=False)
    )


def _unnamed(text: Text) -> tuple[Run, ...]:
    return tuple(replace(run, figure=None) for run in text.runs)


def _entry(text: Text, box: Box, target: str, context: Context, keep: bool) -> Iterator[Strip]:
    measure = context.page.measure
    width = measure - _PAGES_WIDTH if target else measure
    lines = set_text(text, replace(box, width=width), context)
    last = len(lines.placed) - 1
    for number, line in enumerate(lines.placed):
        placed = replace(line, y=line.y - number * lines.pitch)
        marks: tuple[Mark, ...] = (placed,)
        if number == last and target:
            leader = placed.x + placed.width + _LEADER_GAP
            marks = (placed, PageReference(measure, placed.y, leader, target, placed))
        yield Strip(lines.pitch, marks, keep=keep or number > 0)


def map_pages(pages: tuple[Page, ...]) -> PageMap:
    """The pages of all anchors and figures."""
    headings: dict[str, int] = {}
    figures: dict[str, dict[int, None]] = {}
    for page in pages:
        for placed in page.strips:
            for mark in placed.strip.marks:
                if isinstance(mark, Anchor):
                    headings.setdefault(mark.name, page.number)
                elif isinstance(mark, FigureMark):
                    figures.setdefault(mark.figure, {})[page.number] = None
    return PageMap(headings, {name: tuple(found) for name, found in figures.items()})


def find_figures(pages: tuple[Page, ...]) -> dict[str, tuple[FigurePlace, ...]]:
    """Where each figure is first printed on each of its pages, as they are read.

    A run of more than one face leaves a mark for each: a text's marks are counted to tell which
    of its printings a mark belongs to.
    """
    seen: Counter[tuple[str, str, Language]] = Counter()
    found: dict[str, dict[int, list[tuple[str, Language, int]]]] = {}
    for page in pages:
        for _, marks in page.as_read():
            for mark in marks:
                if isinstance(mark, FigureMark):
                    texts = _texts_on_the_line(mark, marks)
                    places = found.setdefault(mark.figure, {})
                    places.setdefault(
                        page.number, [(*text, seen[mark.figure, *text]) for text in texts]
                    )
                    seen.update((mark.figure, *text) for text in texts)
    return {
        figure: tuple(
            FigurePlace(
                page,
                tuple(
                    Printing(path, language, before, seen[figure, path, language])
                    for path, language, before in texts
                ),
            )
            for page, texts in places.items()
        )
        for figure, places in found.items()
    }


def _texts_on_the_line(figure: FigureMark, marks: tuple[Mark, ...]) -> list[tuple[str, Language]]:
    """The texts with a line where a figure is printed: more than one in a row of a table."""
    lines = (
        (mark.origin.path, mark.language)
        for mark in marks
        if isinstance(mark, PlacedLine) and mark.origin and abs(mark.y - figure.y) < _SAME_LINE
    )
    return list(dict.fromkeys(lines))


def resolve_pages(pages: tuple[Page, ...], context: Context) -> tuple[Page, ...]:
    """The pages with every page reference put into numbers, leaders and links."""
    where = map_pages(pages)
    return tuple(_resolve_page(page, where, context) for page in pages)


def _resolve_page(page: Page, where: PageMap, context: Context) -> Page:
    if not any(
        isinstance(mark, PageReference) for each in page.strips for mark in each.strip.marks
    ):
        return page
    strips = tuple(_resolve_strip(placed, where, context) for placed in page.strips)
    return replace(page, strips=strips)


def _resolve_strip(placed: PlacedStrip, where: PageMap, context: Context) -> PlacedStrip:
    marks: list[Mark] = []
    for mark in placed.strip.marks:
        if isinstance(mark, PageReference):
            marks += _reference_marks(mark, where, context)
        else:
            marks.append(mark)
    return replace(placed, strip=replace(placed.strip, marks=tuple(marks)))


def _reference_marks(mark: PageReference, where: PageMap, context: Context) -> Iterator[Mark]:
    words = where.words(mark.target)
    if not words:
        return
    style = context.style.role(mark.line.role).text_style(mark.line.language)
    face = context.faces.face(style.latin)
    width = sum(face.advances[character] for character in words) * style.size / 1000
    run = PlacedRun(words, face.id, style.size, style.colour, 0.0)
    x = mark.x - width
    yield replace(mark.line, x=x, y=mark.y, width=width, runs=(run,))
    if x - _LEADER_GAP > mark.leader:
        colour = context.style.rules.colour
        height = mark.y - style.size * 0.08
        yield Rule(mark.leader, height, x - _LEADER_GAP, height, 0.9, colour, _DOT_DISTANCE)
    kind, _, name = mark.target.partition(":")
    if kind == "anchor":
        top, bottom = mark.y - style.size, mark.y + style.size * 0.3
        yield Link(mark.line.x, top, mark.x, bottom, f"#{name}")
