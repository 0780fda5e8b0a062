"""The formal parts of an official document in Word: header, signature, annex list, imprint."""

from __future__ import annotations

from lxml import etree

from makebrief.document.model import AnnexList, Imprint, Masthead, Signature, Text
from makebrief.layout.formal import (
    ANNEX_LIST,
    DESCENT,
    DOCUMENT_NUMBER,
    IMPRINT,
    ORGAN_MARK,
    SIGNATURE,
    divide_label,
)
from makebrief.style.model import MM
from makebrief.word.desk import Desk
from makebrief.word.formats import run_properties
from makebrief.word.stylesheet import SPACER
from makebrief.word.text import Setting, plain_run, set_text
from makebrief.word.units import half_points, twips
from makebrief.word.xml import NAMESPACES, Element, qualified, word

_BASELINE = 0.8
"""Where the baseline stands in a line of exact height: Word and LibreOffice agree."""

_EIGHTHS = 8
_IMPRINT_ROOM = 2.5
_LOWEST = 1.0
_BOX = """\
<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:rect
 style="position:absolute;margin-left:0;width:{width:.2f}pt;height:{height:.2f}pt;z-index:1;\
mso-position-horizontal:absolute;mso-position-horizontal-relative:margin;\
mso-position-vertical:bottom;mso-position-vertical-relative:margin;v-text-anchor:bottom" \
filled="f" stroked="f"><v:textbox inset="0mm,0mm,0mm,0mm"><w:txbxContent/></v:textbox></v:rect>\
</w:pict></w:r>
"""


def write_masthead(block: Masthead, desk: Desk) -> None:
    """The organ mark, the number and the red rule under them (P12)."""
    style = desk.house.style
    page, look = style.page, style.masthead
    made = None
    for number, text in enumerate(block.mark):
        size, ink = desk.house.places.organ_mark(text)
        own = desk.sheet.text_style(ORGAN_MARK, text.language)
        made = set_text(desk, text, Setting(ORGAN_MARK))
        if size < own.size:
            _resize(made, size)
        if number == 0:
            over = _BASELINE * (own.pitch or page.line_pitch) - ink
            _set(made, word("spacing", before=twips(look.mark_drop * MM - over)))
        desk.story.append(made)
    for number, text in enumerate(block.number):
        made = set_text(desk, text, Setting(DOCUMENT_NUMBER))
        if number == 0:
            before = look.number_lines * page.line_pitch
            _set(made, word("spacing", before=twips(before)))
        desk.story.append(made)
    if made is not None:
        size = style.role(DOCUMENT_NUMBER).zh.size
        under = (1 - _BASELINE) * page.line_pitch - DESCENT * size
        space = round(look.rule_drop * MM - under)
        _rule(made, word("bottom", **_line(look.rule, look.colour, space)))


def _line(width: float, colour: str, space: int = 0) -> dict[str, str | int]:
    return {
        "val": "single",
        "sz": round(width * _EIGHTHS),
        "space": max(0, min(space, 31)),
        "color": colour.upper(),
    }


def _resize(paragraph: Element, size: float) -> None:
    for properties in paragraph.iter(qualified("w:rPr")):
        place = properties.find(qualified("w:lang"))
        made = [word(name, val=half_points(size)) for name in ("sz", "szCs")]
        at = len(properties) if place is None else properties.index(place)
        properties[at:at] = made


def _set(paragraph: Element, *made: Element) -> None:
    """Adds properties behind those that a paragraph has; they replace those of the same name."""
    properties = paragraph[0]
    for each in made:
        old = properties.find(each.tag)
        if old is None:
            properties.append(each)
        else:
            properties.replace(old, each)


def _rule(paragraph: Element, line: Element) -> None:
    properties = paragraph[0]
    spacing = properties.find(qualified("w:spacing"))
    at = len(properties) if spacing is None else properties.index(spacing)
    properties.insert(at, word("pBdr", line))


def write_signature(block: Signature, desk: Desk) -> None:
    """The organ and the date where the pages have them (P10), never on a page without text."""
    _keep_to_next(desk.story)
    for organ, date in zip(block.organ, block.date, strict=True):
        places = desk.house.places.signature(organ, date)
        for text, place in zip((organ, date), places, strict=True):
            last = text is date and organ is block.organ[-1]
            made = set_text(desk, text, Setting(SIGNATURE, keep_with_next=not last))
            if text is date:
                _set(made, word("spacing", beforeLines=0, before=0))
            _set(made, _indent(place), word("jc", val="left"))
            desk.story.append(made)


def _keep_to_next(story: list[Element]) -> None:
    """Keeps the last paragraph of a story to what follows, or the last row of a table."""
    if not story:
        return
    *_, last = (story[-1], *story[-1].iterchildren(qualified("w:tr")))
    for properties in last.iter(qualified("w:pPr")):
        if properties.find(qualified("w:keepNext")) is None:
            style = properties.find(qualified("w:pStyle"))
            properties.insert(0 if style is None else 1, word("keepNext"))


def _indent(left: float, hanging: float = 0.0) -> Element:
    side = {"hanging": twips(hanging)} if hanging else {"firstLine": 0, "firstLineChars": 0}
    return word("ind", leftChars=0, left=twips(left), rightChars=0, right=0, **side)


def write_annex_list(block: AnnexList, desk: Desk) -> None:
    """`附件：1. …`, turn lines under the name (P8); a tab leads from number to name."""
    for line in desk.house.places.annexes(block):
        made = set_text(desk, line.text, Setting(ANNEX_LIST))
        lead, numbered = line.lead.plain, line.lead.plain.endswith(". ")
        runs = [plain_run(lead.rstrip() if numbered else lead, line.text.language)]
        runs += [word("r", word("tab"))] if numbered else []
        made[1:1] = runs
        _set(made, _indent(line.text_at, line.text_at - line.lead_at), word("jc", val="left"))
        desk.story.append(made)


def write_imprint(imprint: Imprint, desk: Desk) -> None:
    """A box at the foot of the last page's type area, with a ruled table in it (P13).

    It hangs on a paragraph of its own, the last, which keeps its height free. A table that floats
    by itself would stay in the text where LibreOffice finds it as wide as the type area.
    """
    look, width = desk.house.style.imprint, _imprint_width(desk)
    outer, inner = (_line(each * MM, "000000") for each in (look.outer, look.inner))
    sides = (("top", outer), ("bottom", outer), ("insideH", inner))
    properties = word(
        "tblPr",
        word("tblW", w=width, type="dxa"),
        word("tblInd", w=0, type="dxa"),
        word("tblBorders", *(word(side, **line) for side, line in sides)),
        word("tblLayout", type="fixed"),
        word("tblCellMar", *(word(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    rows = [[_copies(text, desk) for text in imprint.copies]] if imprint.copies else []
    issued = zip(imprint.organ, imprint.date, strict=False)
    rows.append([line for pair in issued for line in _issue(*pair, desk)])
    grid = word("tblGrid", word("gridCol", w=width))
    table = word("tbl", properties, grid, *(_row(inside, width) for inside in rows))
    height = desk.house.places.imprint_height(imprint)
    paragraph = _low_paragraph(max(0.0, height - desk.house.style.page.line_pitch))
    paragraph.append(_box(table, height, desk))
    desk.story.append(paragraph)


def _box(table: Element, height: float, desk: Desk) -> Element:
    """A run with a text box at the foot of the type area, `height` pt high."""
    width = desk.house.style.page.measure
    made = etree.fromstring(_BOX.format(w=NAMESPACES["w"], width=width, height=height))
    inside = next(made.iter(qualified("w:txbxContent")))
    inside.append(table)
    inside.append(_low_paragraph())
    return made


def _low_paragraph(before: float = 0.0) -> Element:
    """A paragraph that has to be there, as low as can be, so many pt under the one before."""
    low = word("spacing", before=twips(before), after=0, line=twips(_LOWEST), lineRule="exact")
    off_the_grid = word("snapToGrid", val=0)
    return word("p", word("pPr", word("pStyle", val=SPACER), off_the_grid, low))


def _imprint_width(desk: Desk) -> int:
    return twips(desk.house.style.page.measure)


def _row(inside: list[Element], width: int) -> Element:
    room: dict[str, str | int] = {"w": twips(_IMPRINT_ROOM), "type": "dxa"}
    margins = word("tcMar", word("top", **room), word("bottom", **room))
    cell = word("tc", word("tcPr", word("tcW", w=width, type="dxa"), margins), *inside)
    return word("tr", word("trPr", word("cantSplit")), cell)


def _copies(text: Text, desk: Desk) -> Element:
    em = desk.sheet.text_style(IMPRINT, text.language).size
    hanging = desk.house.places.label_width(divide_label(text)[0])
    made = set_text(desk, text, Setting(IMPRINT))
    sides = {"left": twips(em + hanging), "right": twips(em), "hanging": twips(hanging)}
    _set(made, word("ind", **sides))
    return made


def _issue(organ: Text, date: Text, desk: Desk) -> list[Element]:
    """Who issues it at the left and when at the right, on one line if both have room there."""
    em, room = desk.sheet.text_style(IMPRINT, date.language).size, desk.house.style.page.measure
    issuer, issued = (set_text(desk, text, Setting(IMPRINT)) for text in (organ, date))
    width_of = desk.house.places.label_width
    if width_of(organ) + width_of(date) + 3 * em > room:
        _set(issued, word("ind", left=0, right=twips(em)), word("jc", val="right"))
        return [issuer, issued]
    issuer[0].append(word("tabs", word("tab", val="right", pos=_imprint_width(desk) - twips(em))))
    issuer.append(word("r", word("tab")))
    issuer.extend(list(issued)[1:])
    return [issuer]


def page_mark_run(desk: Desk, text: Text) -> Element:
    """A mark of the page's head in its language's own face."""
    style = desk.sheet.text_style("page-mark", text.language)
    run = plain_run(text.plain, text.language)
    desk.characters.update(text.plain)
    run.replace(run[0], run_properties(style, text.language, desk.house.faces))
    return run
