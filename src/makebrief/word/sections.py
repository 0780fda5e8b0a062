"""Sections: the sheet, the line grid, and page numbers at the outer edge of body pages."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from makebrief.document.model import Section
from makebrief.style.model import MM, PageGeometry
from makebrief.word.blocks import write_block
from makebrief.word.desk import Desk
from makebrief.word.footnotes import footnote_properties
from makebrief.word.formal import write_imprint
from makebrief.word.package import ElementPart, Kind
from makebrief.word.references import page_field
from makebrief.word.running import header_references
from makebrief.word.stylesheet import EVEN, ODD
from makebrief.word.text import plain_run, spacer
from makebrief.word.units import twips, twips_from_mm
from makebrief.word.xml import Element, qualified, related, root, word

_FOOTER = Kind(CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
_BASELINE = 0.8


def write_sections(desk: Desk) -> Element:
    """The whole story; each section's properties stand in its last paragraph, or at the end."""
    footers = _Footers(desk)
    properties = None
    for section in desk.document.sections:
        if not section.blocks:
            continue
        if properties is not None:
            _close_section(desk, properties)
        properties = _properties(desk, section, footers)
        desk.footnotes.open_section(section)
        for block in section.blocks:
            write_block(block, desk)
    if desk.document.imprint:
        write_imprint(desk.document.imprint, desk)
    _end_in_a_paragraph(desk)
    return root("w:document", word("body", *desk.story, properties))


def _close_section(desk: Desk, properties: Element) -> None:
    _end_in_a_paragraph(desk).append(properties)


def _end_in_a_paragraph(desk: Desk) -> Element:
    """The properties of the story's last paragraph, which a table or a field cannot be."""
    desk.take_lead()
    if not desk.story or desk.story[-1].tag != qualified("w:p"):
        desk.story.append(spacer(desk))
    properties = desk.story[-1].find(qualified("w:pPr"))
    if properties is None:
        raise ValueError("a paragraph was written without its properties")
    return properties


class _Footers:
    """The footers, made when a section first asks for them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._relations: dict[str, str] = {}

    def references(self, section: Section) -> list[Element]:
        """The footers of odd pages (Word's default) and even pages."""
        numbered = section.page == "body"
        return [
            self._reference("default", ODD if numbered else ""),
            self._reference("even", EVEN if numbered else ""),
        ]

    def _reference(self, kind: str, side: str) -> Element:
        if side not in self._relations:
            name = f"/word/footer{len(self._relations) + 1}.xml"
            part = ElementPart(name, _FOOTER, self._footer(side))
            self._relations[side] = self.desk.part.relate_to(part, _FOOTER.relation)
        return related(word("footerReference", type=kind), "id", self._relations[side])

    def _footer(self, side: str) -> Element:
        """`— 1 —` (P7), or nothing."""
        if not side:
            blank = self.desk.sheet.page_number(ODD)
            return root("w:ftr", word("p", word("pPr", word("pStyle", val=blank))))
        runs = [plain_run("— ", "zh"), *page_field("zh"), plain_run(" —", "zh")]
        style_id = self.desk.sheet.page_number(side)
        return root("w:ftr", word("p", word("pPr", word("pStyle", val=style_id)), *runs))


def _properties(desk: Desk, section: Section, footers: _Footers) -> Element:
    """Pages count on from section to section, a cover's too, as they do on paper."""
    page = desk.house.style.page
    return word(
        "sectPr",
        *header_references(desk, desk.document.running),
        *footers.references(section),
        footnote_properties(section),
        word("type", val="nextPage"),
        word("pgSz", w=twips_from_mm(page.width), h=twips_from_mm(page.height)),
        _margins(desk, page),
        word("cols", space=0),
        _grid(desk, page),
    )


def _grid(desk: Desk, page: PageGeometry) -> Element:
    """The grid of 22 lines, and what it would add to each character (P3), in 1/4096 pt.

    Only lines snap to it. Styles put characters on the grid by themselves: LibreOffice takes a
    negative `charSpace` for a positive one, and would leave a character out of every line.
    """
    size = desk.house.style.role("body").zh.size
    space = page.measure / page.characters - size
    return word(
        "docGrid", type="lines", linePitch=twips(page.line_pitch), charSpace=round(space * 4096)
    )


def _margins(desk: Desk, page: PageGeometry) -> Element:
    """The page number's dashes lie `number_drop` below the type area (P7)."""
    number = desk.house.style.role("page-number").zh
    mark = desk.house.style.role("page-mark").zh
    rise = desk.house.style.running.rise
    header = (page.margins.top - rise) * MM - _BASELINE * (mark.pitch or page.line_pitch)
    footer = page.margins.bottom * MM - page.number_drop * MM - number.size / 2
    return word(
        "pgMar",
        top=twips_from_mm(page.margins.top),
        right=twips_from_mm(page.margins.right),
        bottom=twips_from_mm(page.margins.bottom),
        left=twips_from_mm(page.margins.left),
        header=max(0, twips(header)),
        footer=max(0, twips(footer)),
        gutter=0,
    )
