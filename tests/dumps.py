"""Documents and pages as text that people can read and compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from makebrief.document.model import (
    AnnexList,
    Block,
    Chart,
    Contents,
    Document,
    FigureIndex,
    Heading,
    KeyFigures,
    ListBlock,
    Masthead,
    Numbered,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Signature,
    Space,
    Table,
    Text,
    Texts,
)
from makebrief.layout.marks import (
    Anchor,
    Area,
    Destination,
    Dots,
    FigureMark,
    Link,
    Mark,
    Outline,
    Page,
    PlacedLine,
    PlacedPicture,
    Rule,
)


def dump_document(document: Document) -> str:
    """A document's blocks, one text a line, each with its content path."""
    lines = [f"title: {_plain(document.title)}", f"author: {_plain(document.author)}"]
    lines += [f"subject: {_plain(document.subject)}", f"date: {document.date}"]
    lines.append(f"languages: {' '.join(document.languages)}")
    for section in document.sections:
        lines += ["", f"== section: {section.page}"]
        for block in section.blocks:
            lines += DUMPERS[type(block)](block)
        for note in section.footnotes:
            lines += [f"footnote {note.mark} #{note.name}", *_texts("", note.texts)]
    return "\n".join(lines) + "\n"


def _plain(texts: Texts) -> str:
    return " / ".join(text.plain for text in texts)


def _marked(run: Run) -> str:
    words = f"[^{run.text}]" if run.footnote else run.text
    if run.figure or run.number:
        words = f"{{{run.figure or 'number'}={words}}}"
    words = f"*{words}*" if run.emphasis else words
    words = f"**{words}**" if run.strong else words
    return f"[{words}]({run.link})" if run.link else words


def _texts(label: str, texts: Texts | None, indent: str = "  ") -> Iterator[str]:
    for text in texts or ():
        yield f"{indent}{label}{_text(text)}"


def _text(text: Text) -> str:
    words = "".join(map(_marked, text.runs))
    missing = " (untranslated)" if text.untranslated else ""
    return f"{text.language}: {words}{missing}  <{text.origin.path}>"


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield f"paragraph {block.role}"
    yield from _texts("", block.texts)


def _heading(block: Heading) -> Iterator[str]:
    yield f"heading {block.level} number={block.number} #{block.anchor}"
    yield from _texts("", block.texts)


def _list(block: ListBlock) -> Iterator[str]:
    yield "list numbered" if block.numbered else "list"
    for item in block.items:
        yield "  item"
        yield from _texts("", item, "    ")


def _key_figures(block: KeyFigures) -> Iterator[str]:
    yield "key figures"
    for entry in block.entries:
        yield from _texts("value ", entry.value)
        yield from _texts("  label ", entry.label)


def _label(label: Numbered) -> str:
    number = "" if label.number is None else f" {label.number}"
    return number + (f" #{label.name}" if label.name else "")


def _table(block: Table) -> Iterator[str]:
    yield f"table{_label(block.label)}{' landscape' if block.landscape else ''}"
    yield from _texts("caption ", block.caption)
    for column in block.columns:
        yield from _texts("group ", column.group)
        yield from _texts(f"column {column.align} {column.width} ", column.head)
    for row in block.rows:
        yield "  row"
        for cell in row:
            yield from _texts("cell ", cell, "    ")
    for each in block.merged:
        yield f"  merged {each.row},{each.column} across {each.across} down {each.down}"
    yield from _texts("note ", block.note)
    yield from _texts("source ", block.source)


def _chart(block: Chart) -> Iterator[str]:
    yield f"chart {block.kind}{_label(block.label)}"
    yield from _texts("caption ", block.caption)
    yield from _texts("unit ", block.unit)
    for category in block.categories:
        yield from _texts("category ", category)
    for series in block.series:
        yield "  series"
        yield from _texts("label ", series.label, "    ")
        for value in series.values:
            yield from _texts(f"{value.number} ", value.words, "    ")
    yield from _texts("note ", block.note)


def _picture(block: Picture) -> Iterator[str]:
    across, down = block.pixels
    yield f"picture {across}x{down} pixels, {block.width:g} mm, {len(block.data)} bytes"
    yield from _texts("caption ", block.caption)
    yield from _texts("alt ", block.alt)


def _contents(block: Contents) -> Iterator[str]:
    yield f"contents depth={block.depth}"
    for entry in block.entries:
        yield f"  {entry.level} number={entry.number} #{entry.anchor} {_plain(entry.texts)}"


def _index(block: FigureIndex) -> Iterator[str]:
    yield "index"
    for entry in block.entries:
        yield f"  {entry.figure}"
        yield from _texts("label ", entry.label, "    ")
        yield from _texts("value ", entry.value, "    ")


def _masthead(block: Masthead) -> Iterator[str]:
    yield "masthead"
    yield from _texts("mark ", block.mark)
    yield from _texts("number ", block.number)


def _signature(block: Signature) -> Iterator[str]:
    yield "signature"
    yield from _texts("organ ", block.organ)
    yield from _texts("date ", block.date)


def _annex_list(block: AnnexList) -> Iterator[str]:
    yield "annexes"
    for title in block.titles:
        yield from _texts("", title)


def _page_break(_block: PageBreak) -> Iterator[str]:
    yield "page break"


def _space(block: Space) -> Iterator[str]:
    yield f"space {block.lines}"


DUMPERS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    ListBlock: _list,
    KeyFigures: _key_figures,
    Table: _table,
    Chart: _chart,
    Picture: _picture,
    Contents: _contents,
    FigureIndex: _index,
    Masthead: _masthead,
    Signature: _signature,
    AnnexList: _annex_list,
    PageBreak: _page_break,
    Space: _space,
}


def dump_pages(pages: tuple[Page, ...]) -> str:
    """Everything that is placed on pages: x, y, then what; lengths in pt to one decimal."""
    lines: list[str] = []
    for page in pages:
        lines += ["", f"== page {page.number}: {page.width:.1f} x {page.height:.1f}"]
        for placed in page.strips:
            for mark in placed.strip.marks:
                lines += _mark(mark, placed.x, placed.y)
    return "\n".join(lines).lstrip("\n") + "\n"


def _mark(mark: Mark, x: float, y: float) -> Iterator[str]:
    if isinstance(mark, PlacedLine):
        for run in mark.runs:
            tracking = f" +{run.tracking:.2f}" if run.tracking else ""
            rise = f" ^{run.rise:.2f}" if run.rise else ""
            place = _place(x + mark.x + run.x, y + mark.y)
            look = f"{run.face} {run.size:g}{_colour(run.colour)}{tracking}{rise}"
            yield f"{place} {look}  {run.text}"
    elif isinstance(mark, Rule):
        dots = " dotted" if mark.dots else ""
        to = _place(x + mark.x1, y + mark.y1)
        yield f"{_place(x + mark.x0, y + mark.y0)} rule to {to} {mark.width:g}{dots}"
    elif isinstance(mark, Area):
        points = " ".join(_place(x + px, y + py) for px, py in mark.points[:4])
        yield f"{points} area of {len(mark.points)} points{_colour(mark.colour)}"
    elif isinstance(mark, Outline):
        yield f"outline {mark.colour} {len(mark.commands)} commands"
    elif isinstance(mark, PlacedPicture):
        size = _place(mark.width, mark.height)
        yield f"{_place(x + mark.x, y + mark.y)} picture {size} {mark.alt}"
    elif isinstance(mark, Dots):
        points = " ".join(_place(x + px, y + py) for px, py in mark.points)
        yield f"{points} dots {mark.size:.2f}{_colour(mark.colour)}"
    elif isinstance(mark, Destination):
        yield f"{_place(x, y + mark.y)} destination #{mark.name}"
    elif isinstance(mark, Link):
        yield f"{_place(x + mark.x0, y + mark.y0)} link {mark.target}"
    elif isinstance(mark, Anchor):
        yield f"{_place(x, y + mark.y)} anchor {mark.level} #{mark.name} {mark.title}"
    elif isinstance(mark, FigureMark):
        yield f"figure {mark.figure}"


def _place(x: float, y: float) -> str:
    return f"{x + 0.0:.1f},{y + 0.0:.1f}"


def _colour(colour: str) -> str:
    return "" if colour == "000000" else f" {colour}"
