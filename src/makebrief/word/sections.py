"""Sections: the sheet, the line grid, and page numbers at the outer edge of body pages."""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from makebrief.document.model import Section, Table
from makebrief.document.turned import turned_parts
from makebrief.style.model import MM, PageGeometry
from makebrief.word.blocks import write_block
from makebrief.word.desk import Desk
from makebrief.word.footnotes import footnote_properties
from makebrief.word.formal import write_imprint
from makebrief.word.package import ElementPart, Kind
from makebrief.word.references import lead_to_figures, page_field
from makebrief.word.running import header_references
from makebrief.word.stylesheet import EVEN, ODD
from makebrief.word.text import plain_run, spacer
from makebrief.word.units import twips, twips_from_mm
from makebrief.word.xml import Element, qualified, related, root, word

_FOOTER = Kind(CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
_BASELINE = 0.8
_NUMBER_ROOM = 1.5


def write_sections(desk: Desk) -> Element:
    """The whole story; each section's properties stand in its last paragraph, or at the end."""
    footers = _Footers(desk)
    properties = None
    for section in desk.document.sections:
        desk.footnotes.open_section(section)
        for at, part in enumerate(turned_parts(section.blocks, lambda each: is_turned(desk, each))):
            if properties is not None:
                _close_section(desk, properties)
            notes = footnote_properties(section, goes_on=at > 0)
            references = footers.references(section, part.turned)
            properties = _properties(desk, (*references, notes), turned=part.turned)
            for block in part.blocks:
                write_block(block, desk)
    lead_to_figures(desk)
    if desk.document.imprint:
        write_imprint(desk.document.imprint, desk)
    _end_in_a_paragraph(desk)
    return root("w:document", word("body", *desk.story, properties))


def is_turned(desk: Desk, table: Table) -> bool:
    """Whether a table has a landscape section of its own (P11)."""
    return desk.house.measure_table(table).plan.turned


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
        self._relations: dict[tuple[str, bool], str] = {}

    def references(self, section: Section, turned: bool) -> list[Element]:
        """The footers of odd pages (Word's default) and even pages."""
        numbered = section.page == "body"
        return [
            self._reference("default", ODD if numbered else "", turned),
            self._reference("even", EVEN if numbered else "", turned),
        ]

    def _reference(self, kind: str, side: str, turned: bool) -> Element:
        key = (side, turned)
        if key not in self._relations:
            name = f"/word/footer{len(self._relations) + 1}.xml"
            part = ElementPart(name, _FOOTER, self._footer(side, turned))
            self._relations[key] = self.desk.part.relate_to(part, _FOOTER.relation)
        return related(word("footerReference", type=kind), "id", self._relations[key])

    def _footer(self, side: str, turned: bool) -> Element:
        """`— 1 —` (P7), or nothing; on a turned page where it stands on all others (P11)."""
        if not side:
            blank = self.desk.sheet.page_number(ODD)
            return root("w:ftr", word("p", word("pPr", word("pStyle", val=blank))))
        runs = [plain_run("— ", "zh"), *page_field("zh"), plain_run(" —", "zh")]
        style_id = self.desk.sheet.page_number(side)
        number = word("p", word("pPr", word("pStyle", val=style_id)), *runs)
        if not turned:
            return root("w:ftr", number)
        anchor = word("p", word("pPr", word("pStyle", val=self.desk.sheet.page_number(ODD))))
        return root("w:ftr", _turned_number(self.desk, number), anchor)


def _turned_number(desk: Desk, number: Element) -> Element:
    """The number in a box at the left edge, as long as the type area is wide, turned with it.

    Its middle is as far from the type area as the number's dashes are on an upright page (P7).
    """
    page = desk.house.style.page
    area = page.turned()
    height = desk.house.style.role("page-number").zh.size * _NUMBER_ROOM
    left = (area.margins.left - page.number_drop) * MM - height / 2
    depth = twips_from_mm(area.height - area.margins.top - area.margins.bottom)
    return word(
        "tbl",
        word(
            "tblPr",
            word(
                "tblpPr",
                leftFromText=0,
                rightFromText=0,
                vertAnchor="page",
                horzAnchor="page",
                tblpX=twips(left),
                tblpY=twips_from_mm(area.margins.top),
            ),
            word("tblW", w=twips(height), type="dxa"),
            word("tblLayout", type="fixed"),
        ),
        word("tblGrid", word("gridCol", w=twips(height))),
        word(
            "tr",
            word("trPr", word("trHeight", val=depth, hRule="exact")),
            word(
                "tc",
                word(
                    "tcPr",
                    word("tcW", w=twips(height), type="dxa"),
                    word("textDirection", val="tbRl"),
                    word("vAlign", val="center"),
                ),
                number,
            ),
        ),
    )


def _properties(desk: Desk, parts: Iterable[Element | None], *, turned: bool) -> Element:
    """Pages count on from section to section, a cover's too, as they do on paper."""
    upright = desk.house.style.page
    page = upright.turned() if turned else upright
    size = word("pgSz", w=twips_from_mm(page.width), h=twips_from_mm(page.height))
    if turned:
        size.set(qualified("w:orient"), "landscape")
    return word(
        "sectPr",
        *header_references(desk, desk.document.running),
        *parts,
        word("type", val="nextPage"),
        size,
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
