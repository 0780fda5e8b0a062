"""A checked tree of elements into the Document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.decimals import resolve_align
from makebrief.document.footnotes import without_footnotes
from makebrief.document.model import (
    TEMPLATE_PATH,
    AnnexList,
    Block,
    Chart,
    ChartSeries,
    ChartValue,
    Column,
    Contents,
    Document,
    FigureIndex,
    Footnote,
    Heading,
    Imprint,
    IndexEntry,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Masthead,
    Numbered,
    Origin,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Running,
    Section,
    Signature,
    Space,
    Table,
    Text,
    Texts,
)
from makebrief.document.walk import texts_of
from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.messages import Message, say
from makebrief.template.grid import Cell, fill_grid
from makebrief.template.markup import Element
from makebrief.template.vocabulary import PAIR

_MOST_MERGED = 1000
_UNRESOLVED = "?"
"""What a reference shows until the tables and figures are numbered."""

_LINE_END = "\n"


class Surroundings(Struct, frozen=True):
    """What building needs besides the tree: the date, positions, roles, names and pictures."""

    date: str
    locate: Callable[[str], Span]
    roles: frozenset[str]
    names: tuple[str, ...]
    picture: Callable[[str], tuple[bytes, tuple[int, int]]]


def build_document(root: Element, around: Surroundings) -> Document:
    """The Document that a tree describes; raises BriefError with all that is wrong in it."""
    builder = _Builder(around)
    meta = root.one("meta") or Element("meta", {}, root.line)
    sections = tuple(builder.section(each) for each in root.all("section"))
    document = Document(
        title=builder.pair(meta.one("title")),
        author=builder.pair(meta.one("author")),
        subject=builder.pair(meta.one("subject")),
        date=around.date,
        languages=("zh", "en"),
        sections=sections,
        names=around.names,
        imprint=builder.imprint(root.one("imprint")),
        running=builder.running(root.one("running")),
    )
    builder.diagnostics += _lost_references(document, builder.targets)
    if builder.diagnostics:
        raise BriefError(builder.diagnostics)
    return document


class _Builder:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.diagnostics: list[Diagnostic] = []
        self.anchors = 0
        self.footnotes: dict[str, Footnote] = {}
        self.targets: set[str] = set()

    def section(self, element: Element) -> Section:
        page = cast("Literal['body', 'cover']", element.attributes.get("page", "body"))
        self.footnotes = {}
        blocks = tuple(self._build(each) for each in element.elements)
        built = tuple(block for block in blocks if block is not None)
        return Section(page, built, tuple(self.footnotes.values()))

    def _build(self, element: Element) -> Block | None:
        return BUILDERS[element.name](self, element)

    def pair(self, element: Element | None) -> Texts:
        """Both languages inside an element; Chinese alone is marked where English is missing."""
        if element is None:
            return ()
        languages = [each for each in element.elements if each.name in PAIR]
        texts = tuple(self._text(each) for each in languages)
        if any("missing" in each.attributes or each.one("missing") for each in languages):
            return tuple(replace(text, untranslated=True) for text in texts[:1])
        return texts

    def _text(self, element: Element) -> Text:
        runs = tuple(self._runs(element, Run("")))
        sources = (run.source for run in runs if run.source)
        source = element.attributes.get("src") or next(sources, "")
        path = source or f"{TEMPLATE_PATH}{''.join(run.text for run in runs)}"
        language = cast("Any", element.name)
        text = Text(language, runs, Origin(path, self.around.locate(path)))
        return _broken(text) if any(run.text == _LINE_END for run in runs) else text

    def _runs(self, element: Element, marks: Run) -> Iterator[Run]:
        for child in element.children:
            if isinstance(child, str):
                if child:
                    yield replace(marks, text=child)
            elif child.name == "br":
                yield Run(_LINE_END)
            elif child.name == "ref":
                target = child.attributes["target"]
                yield replace(marks, text=_UNRESOLVED, reference=target, number=True)
            elif child.name == "fn":
                yield replace(marks, footnote=self._footnote(child))
            else:
                yield from self._runs(child, _marked(child, marks))

    def _footnote(self, element: Element) -> str:
        """The name of a footnote, which is taken up where it is met first."""
        name = element.attributes["name"]
        if name not in self.footnotes:
            self.footnotes[name] = Footnote(name, ())
            self.footnotes[name] = Footnote(name, without_footnotes(self.pair(element)))
        return name

    def paragraph(self, element: Element) -> Paragraph | None:
        role = element.attributes["role"]
        texts = self.pair(element)
        if role not in self.around.roles:
            self._report(say("role-unknown", name=role), f'role="{role}"')
        lines = int(self._number(element, "lines") or 0)
        return Paragraph(role, texts, lines) if texts else None

    def heading(self, element: Element) -> Heading:
        self.anchors += 1
        if not element.elements:
            self._lacks("zh", element)
        level = int(element.attributes["level"])
        numbered = level > 0 and element.attributes.get("numbered", "yes") == "yes"
        return Heading(level, self.pair(element), f"h{self.anchors}", 0 if numbered else None)

    def list_block(self, element: Element) -> ListBlock:
        items = tuple(self.pair(item) for item in element.all("item"))
        return ListBlock(element.attributes.get("numbered") == "yes", items)

    def figures(self, element: Element) -> KeyFigures:
        return KeyFigures(tuple(self._entry(each) for each in element.all("entry")))

    def _entry(self, element: Element) -> KeyFigure:
        return KeyFigure(self.pair(element.one("value")), self.pair(element.one("label")))

    def table(self, element: Element) -> Table:
        columns = element.all("column")
        rows = element.all("row")
        written = [[self._cell(cell) for cell in row.all("cell")] for row in rows]
        grid = fill_grid(written, len(columns))
        for at, cells in grid.wrong:
            self._report_row(say("row-length", cells=cells, columns=len(columns)), written[at])
        for at in grid.outside:
            self._report_row(say("merge-outside"), written[at])
        total = element.attributes.get("total") == "yes"
        return Table(
            caption=self.pair(element.one("caption")),
            columns=tuple(
                self._column(each, [row[at] for row in grid.rows])
                for at, each in enumerate(columns)
            ),
            rows=_with_total(grid.rows) if total else grid.rows,
            note=self._remark(element, "note"),
            source=self._remark(element, "source"),
            merged=grid.merged,
            total=total,
            landscape=element.attributes.get("landscape") == "yes",
            label=self._label(element, "table"),
        )

    def _cell(self, element: Element) -> Cell:
        across, down = (self._count(element, name) for name in ("across", "down"))
        return Cell(self.pair(element), across, down)

    def _count(self, element: Element, name: str) -> int:
        number = self._number(element, name)
        return 1 if number is None else max(1, min(int(number), _MOST_MERGED))

    def _report_row(self, message: Message, cells: list[Cell]) -> None:
        self.diagnostics.append(error(message, _first_span(tuple(each.texts for each in cells))))

    def _remark(self, element: Element, name: str) -> Texts | None:
        remark = element.one(name)
        return self.pair(remark) if remark else None

    def _label(self, element: Element, kind: str) -> Numbered:
        """What texts call a table or figure; it is known from here on."""
        name = element.attributes.get("name", "")
        if not name:
            return Numbered()
        target = f"{kind}:{name}"
        self.targets.add(target)
        return Numbered(target)

    def _column(self, element: Element, cells: list[Texts]) -> Column:
        align = resolve_align(element.attributes.get("align", "left"), cells)
        width = self._number(element, "width")
        group = element.one("group")
        return Column(
            self.pair(element),
            align,
            int(width) if width else None,
            self.pair(group) if group else (),
        )

    def chart(self, element: Element) -> Chart:
        kind = cast("Literal['bar', 'stacked_bar', 'line', 'pie']", element.attributes["kind"])
        categories = tuple(self.pair(each) for each in element.all("category"))
        lengths = {len(series.all("value")) for series in element.all("series")}
        if not categories or lengths != {len(categories)}:
            self._lacks("category" if not categories else "value", element)
        unit = element.one("unit")
        return Chart(
            kind=kind,
            caption=self.pair(element.one("caption")),
            categories=categories,
            series=tuple(self._series(each) for each in element.all("series")),
            unit=self.pair(unit) if unit else None,
            note=self._remark(element, "note"),
            source=self._remark(element, "source"),
            label=self._label(element, "figure"),
        )

    def _series(self, element: Element) -> ChartSeries:
        label = element.one("label")
        values = tuple(
            ChartValue(self._number(each, "number") or Decimal(0), self.pair(each))
            for each in element.all("value")
        )
        return ChartSeries(self.pair(label) if label else None, values)

    def image(self, element: Element) -> Picture:
        data, pixels = self.around.picture(element.attributes["file"])
        width = float(self._number(element, "width") or 0)
        caption, alt = self.pair(element.one("caption")), self.pair(element.one("alt"))
        return Picture(data, pixels, width, caption, alt, self._label(element, "figure"))

    def contents(self, element: Element) -> Contents:
        return Contents(int(element.attributes.get("depth", "1")))

    def index(self, element: Element) -> FigureIndex:
        return FigureIndex(
            tuple(
                IndexEntry(
                    self.pair(each.one("label")),
                    self.pair(each.one("value")),
                    each.attributes.get("figure", ""),
                )
                for each in element.all("entry")
            )
        )

    def masthead(self, element: Element) -> Masthead:
        return Masthead(self.pair(element.one("mark")), self.pair(element.one("number")))

    def signature(self, element: Element) -> Signature:
        return Signature(self.pair(element.one("organ")), self.pair(element.one("day")))

    def annexes(self, element: Element) -> AnnexList:
        return AnnexList(tuple(self.pair(item) for item in element.all("item")))

    def imprint(self, element: Element | None) -> Imprint | None:
        if element is None:
            return None
        return Imprint(*(self.pair(element.one(part)) for part in ("copies", "organ", "day")))

    def running(self, element: Element | None) -> Running:
        if element is None:
            return Running()
        heads = tuple(self.pair(each) for each in element.all("head"))
        return Running(heads, self.pair(element.one("watermark")))

    def page_break(self, _element: Element) -> PageBreak:
        return PageBreak()

    def space(self, element: Element) -> Space:
        return Space(int(self._number(element, "lines") or 1))

    def _number(self, element: Element, name: str) -> Decimal | None:
        value = element.attributes.get(name)
        if value is None:
            return None
        try:
            return Decimal(value)
        except InvalidOperation:
            self._report(say("number-invalid", value=value), f'{name}="{value}"')
            return None

    def _lacks(self, part: str, element: Element) -> None:
        message = say("markup-lacks", part=part, element=element.name)
        self._report(message, f"<{element.name}")

    def _report(self, message: Message, words: str) -> None:
        self.diagnostics.append(error(message, self.around.locate(f"{TEMPLATE_PATH}{words}")))


def _lost_references(document: Document, targets: set[str]) -> Iterator[Diagnostic]:
    """References to a table or figure that the template does not print."""
    for text in texts_of(document.sections):
        for run in text.runs:
            if run.reference and run.reference not in targets:
                yield error(say("reference-unknown", target=run.reference), text.origin.span)


def _with_total(rows: tuple[tuple[Texts, ...], ...]) -> tuple[tuple[Texts, ...], ...]:
    """A table's rows with every run of the last one strong."""
    return (*rows[:-1], tuple(tuple(map(_strong, texts)) for texts in rows[-1]))


def _strong(text: Text) -> Text:
    return replace(text, runs=tuple(replace(run, strong=True) for run in text.runs))


def _first_span(texts: tuple[Texts, ...]) -> Span | None:
    return next((text.origin.span for pair in texts for text in pair), None)


def _broken(text: Text) -> Text:
    """A text with the ends of its author's lines as offsets."""
    breaks, at = [], 0
    for run in text.runs:
        if run.text == _LINE_END:
            breaks.append(at)
        else:
            at += len(run.text)
    runs = tuple(run for run in text.runs if run.text != _LINE_END)
    return replace(text, runs=runs, breaks=tuple(place for place in breaks if 0 < place < at))


def _marked(element: Element, marks: Run) -> Run:
    if element.name == "strong":
        return replace(marks, strong=True)
    if element.name == "em":
        return replace(marks, emphasis=True)
    if element.name == "part":
        return replace(marks, source=element.attributes["src"])
    if element.name == "a":
        return replace(marks, link=element.attributes["href"])
    if element.name == "missing":
        return marks
    return replace(marks, figure=element.attributes.get("figure"), number=True)


BUILDERS: Mapping[str, Callable[[_Builder, Element], Block | None]] = {
    "p": _Builder.paragraph,
    "heading": _Builder.heading,
    "list": _Builder.list_block,
    "figures": _Builder.figures,
    "table": _Builder.table,
    "chart": _Builder.chart,
    "image": _Builder.image,
    "contents": _Builder.contents,
    "index": _Builder.index,
    "masthead": _Builder.masthead,
    "signature": _Builder.signature,
    "annexes": _Builder.annexes,
    "page-break": _Builder.page_break,
    "space": _Builder.space,
}
