"""The stages from content to bytes, in order: template, arrangement, layout, PDF and Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from makebrief.content.bundle import CONSOLIDATED, Bundle
from makebrief.document.arrange import arrange
from makebrief.document.model import Contents, Document, Facing, FigureIndex
from makebrief.document.walk import iterate
from makebrief.errors import Diagnostic, raise_errors
from makebrief.layout.context import Context
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page
from makebrief.layout.references import find_figures, map_pages
from makebrief.order import Format, Order, Rendered
from makebrief.resources import fonts_folder
from makebrief.style.model import Outfit
from makebrief.typeface.catalogue import officially_named
from makebrief.typeface.coverage import check_coverage
from makebrief.typeface.face import open_typefaces
from makebrief.typeface.repertoire import WordFonts

if TYPE_CHECKING:
    from makebrief.document.model import Chart, FacingPair, Texts
    from makebrief.template.compile import House
    from makebrief.typeface.face import Typefaces

AUDIT = "audit"
"""The name of the audit sheet's files, as a department's id is that of its briefing."""

AUDIT_LAYOUT = "alternating"

_DIVISIBLE_LINES = 4
"""The least lines of a text that may be divided between two pages, two on each (L9)."""


class Workshop(Struct, frozen=True):
    """A house ready to work: its style and its faces; its templates when they are asked for."""

    outfit: Outfit
    kept: Path | None
    context: Context

    @property
    def house(self) -> House:
        """Its templates."""
        from makebrief.compiling import furnish_house

        return furnish_house(self.outfit, self.kept)

    @property
    def faces(self) -> Typefaces:
        """The faces of the house."""
        return self.context.faces


class LaidOut(Struct, frozen=True):
    """A document of a series with its pages, which are empty if nothing asks for them."""

    series: str
    name: str
    document: Document
    pages: tuple[Page, ...]
    fonts: WordFonts


def open_workshop(template: Path, kept: Path | None = None) -> Workshop:
    """A template folder's style, faces and environment; raises BriefError if one is wrong."""
    from makebrief.style.load import load_outfit

    return furnish_workshop(load_outfit(template, kept), kept)


def furnish_workshop(outfit: Outfit, kept: Path | None = None) -> Workshop:
    """A house ready to work; `kept` is the user's folder for what can be made again."""
    faces = open_typefaces(outfit.catalogue, outfit.style)
    return Workshop(outfit, kept, Context(outfit.style, faces))


def check_documents(
    bundle: Bundle, template: Path, kept: Path | None = None, *, layout: bool = False
) -> tuple[Diagnostic, ...]:
    """What setting every document of a series would find, without rendering anything.

    With `layout`, its pages are laid out and read for the rules that they break.
    """
    from makebrief.compiling import compile_document
    from makebrief.template.compile import Compiler

    workshop = open_workshop(template, kept)
    compiler = Compiler(bundle, workshop.house)
    found: dict[Diagnostic, None] = {}
    for name in (*bundle.briefs, CONSOLIDATED):
        document = compile_document(compiler, name, bundle.series.content.layout)
        wrong = check_document(document, bundle, workshop)
        found.update(dict.fromkeys(wrong))
        if layout and not wrong:
            found.update(dict.fromkeys(check_pages(name, document, bundle, workshop)))
    return tuple(found)


def check_pages(
    name: str, document: Document, bundle: Bundle, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    """The rules of the page that a document's finished pages break."""
    from makebrief.checks.layout import Reading, broken_rules

    pages = layout_document(document, workshop.context)
    return broken_rules(pages, workshop.context, Reading(name, document, bundle.locate))


def audit_series(bundle: Bundle, template: Path) -> Rendered:
    """The audit sheet of a series as PDF and workbook, with the pages of each figure."""
    from makebrief.audit.sheet import read_sheet
    from makebrief.audit.workbook import render_workbook
    from makebrief.compiling import compile_document
    from makebrief.template.compile import Compiler

    workshop = open_workshop(template)
    compiler = Compiler(bundle, workshop.house)
    series = bundle.series.content
    pages = {
        name: layout_document(compile_document(compiler, name, series.layout), workshop.context)
        for name in bundle.briefs
    }
    figures = {name: map_pages(each).figures for name, each in pages.items()}
    parts = read_sheet(bundle, workshop.context.style.english_money, figures)
    document = arrange(compiler.audit(parts), AUDIT_LAYOUT)
    raise_errors(check_document(document, bundle, workshop))
    sheets = layout_document(document, workshop.context)
    fonts = WordFonts(fonts_folder())
    files: dict[str, bytes] = {
        "pdf": _render_pdf(LaidOut(bundle.name, AUDIT, document, sheets, fonts), workshop),
        "xlsx": render_workbook(parts, series.date),
    }
    return Rendered(AUDIT, files, len(sheets))


def check_document(
    document: Document, bundle: Bundle, workshop: Workshop
) -> tuple[Diagnostic, ...]:
    """Characters of a document that no face has."""
    return tuple(check_coverage(document, workshop.faces, bundle.locate))


def set_document(
    document: Document, name: str, bundle: Bundle, order: Order, workshop: Workshop
) -> Rendered:
    """One document into bytes; raises BriefError if a character of it cannot be shown."""
    raise_errors(check_document(document, bundle, workshop))
    pages = layout_document(document, workshop.context) if _needs_pages(document, order) else ()
    laid_out = LaidOut(bundle.name, name, document, pages, order.fonts)
    files: dict[str, bytes] = {each: RENDERERS[each](laid_out, workshop) for each in order.formats}
    return Rendered(name, files, len(pages) if "pdf" in order.formats else None)


def _needs_pages(document: Document, order: Order) -> bool:
    lists = (Contents, FigureIndex)
    return "pdf" in order.formats or any(True for kind in lists for _ in iterate(document, kind))


def _render_pdf(laid_out: LaidOut, workshop: Workshop) -> bytes:
    from makebrief.pdf.render import render_pdf

    return render_pdf(laid_out.document, laid_out.pages, workshop.faces)


def _render_word(laid_out: LaidOut, workshop: Workshop) -> bytes:
    from makebrief.layout import formal
    from makebrief.layout.paragraphs import title_breaks
    from makebrief.layout.plans import TablePlans
    from makebrief.word.house import House as WordHouse
    from makebrief.word.house import Places
    from makebrief.word.render import render_word

    where = map_pages(laid_out.pages)
    context = replace(workshop.context, names=laid_out.document.names)
    faces = workshop.faces.catalogue
    house = WordHouse(
        series=laid_out.series,
        name=laid_out.name,
        style=workshop.context.style,
        faces=officially_named(faces) if laid_out.fonts.official else faces,
        fonts=laid_out.fonts,
        heading_pages=where.headings,
        figure_places=find_figures(laid_out.pages),
        chart_height=lambda chart: _chart_height(chart, context),
        label_width=lambda words: _label_width(words, context),
        break_title=lambda text, box: title_breaks(text, box, context),
        places=Places(
            organ_mark=lambda text: formal.organ_mark_place(text, context),
            signature=lambda organ, date: formal.signature_places(organ, date, context),
            annexes=lambda block: formal.annex_lines(block, context),
            label_width=lambda text: formal.width_of(text, formal.IMPRINT, context),
            imprint_height=lambda imprint: formal.imprint_strip(imprint, context).height,
        ),
        measure_table=TablePlans(context).measure,
        may_go_on=lambda pair: _may_go_on(pair, context),
    )
    return render_word(laid_out.document, house)


def _chart_height(chart: Chart, context: Context) -> float:
    """How high a chart is on the page, without its caption, unit and note."""
    from makebrief.layout.charts import chart_marks

    return chart_marks(replace(chart, unit=None), context)[2]


def _label_width(words: Texts, context: Context) -> float:
    from makebrief.layout.charts import label_width

    return label_width(words, context)


def _may_go_on(pair: FacingPair, context: Context) -> bool:
    """Whether a row of two columns is long enough in both to be divided between two pages."""
    from makebrief.layout.facing import facing_strips

    rows = list(facing_strips(Facing((pair,)), context))
    left = sum(row.left > 0 for row in rows)
    right = sum(len(row.marks) > row.left for row in rows)
    return min(lines for lines in (left, right) if lines) >= _DIVISIBLE_LINES


RENDERERS: Mapping[Format, Callable[[LaidOut, Workshop], bytes]] = {
    "pdf": _render_pdf,
    "docx": _render_word,
}
