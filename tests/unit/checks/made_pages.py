"""Pages made by hand, right or wrong in one place, as no layout would be asked to make them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from makebrief.checks.layout import Reading, broken_rules
from makebrief.document.model import Document, Paragraph
from makebrief.errors import Diagnostic
from makebrief.layout.marks import (
    Mark,
    Page,
    PlacedLine,
    PlacedPicture,
    PlacedRun,
    PlacedStrip,
    Strip,
)
from makebrief.layout.pages import number_strip
from makebrief.messages import Language
from makebrief.style.model import MM
from tests.samples import ORIGIN, context, document, text

GEOMETRY = context().page
BASELINE = context().baseline(context().style.role("body").zh)


def placed(
    words: str,
    row: float = 0,
    *,
    width: float | None = None,
    role: str = "body",
    language: Language = "zh",
) -> PlacedLine:
    """A line on a row of the grid; with a width, its characters moved apart until it is met."""
    style = context().style.role(role).text_style(language)
    han = language == "zh"
    face = context().faces.face(style.han if han else style.latin)
    run = PlacedRun(words, face.id, style.size, "000000", 0.0)
    natural = sum(face.advances[each] for each in words) * style.size / 1000
    if width is not None:
        trim = face.trims(words[-1])[1] * style.size / 1000
        run = replace(run, tracking=(width - natural + trim) / max(len(words) - 1, 1))
    y = row * GEOMETRY.line_pitch + BASELINE
    return PlacedLine(0.0, y, width or natural, (run,), language, role, ORIGIN)


def moved(line: PlacedLine, x: float = 0.0, y: float = 0.0) -> PlacedLine:
    """A line somewhere else."""
    return replace(line, x=line.x + x, y=line.y + y)


def page(*marks: Mark, number: int = 1) -> Page:
    """A page of the official look with these marks, by the type area's top left, numbered."""
    strips = [_strip(mark) for mark in marks]
    numbered = number_strip(number, context())
    strips.append(replace(numbered, x=GEOMETRY.left, y=GEOMETRY.top))
    return Page(number, GEOMETRY.width * MM, GEOMETRY.height * MM, tuple(strips))


def _strip(mark: Mark) -> PlacedStrip:
    """A strip for a mark, as high on the page as the mark itself."""
    y = mark.y if isinstance(mark, PlacedLine | PlacedPicture) else 0.0
    own = replace(mark, y=0.0) if isinstance(mark, PlacedLine | PlacedPicture) else mark
    return PlacedStrip(GEOMETRY.left, GEOMETRY.top + y, Strip(GEOMETRY.line_pitch, (own,)))


def paragraph(*lines: str, language: Language = "zh", role: str = "body") -> Page:
    """A page with the lines of one paragraph, all but the last as wide as the type area."""
    full = [
        placed(words, row, width=GEOMETRY.measure, language=language, role=role)
        for row, words in enumerate(lines[:-1])
    ]
    return page(*full, placed(lines[-1], len(full), language=language, role=role))


def set_from(source: str, language: Language = "zh") -> Document:
    """The document whose only text is a source."""
    return document(Paragraph("body", (text(source, language=language),)))


def findings(
    pages: Iterable[Page] | Page, key: str, read: Document | None = None
) -> list[Diagnostic]:
    """What pages break of one rule, by its message's key."""
    many = (pages,) if isinstance(pages, Page) else tuple(pages)
    found = broken_rules(many, context(), Reading(document=read))
    return [each for each in found if each.message.key == key]


def words_of(diagnostics: Iterable[Diagnostic]) -> list[object]:
    """The words that findings show."""
    return [dict(each.message.values)["words"] for each in diagnostics]
