"""Page headers in Word: draft and embargo marks, and a watermark behind the text."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from makebrief.document.model import Running
from makebrief.layout.running import PAGE_MARK, WATERMARK
from makebrief.style.model import MM
from makebrief.word.desk import Desk
from makebrief.word.formal import page_mark_run
from makebrief.word.package import ElementPart, Kind
from makebrief.word.text import plain_run
from makebrief.word.units import twips
from makebrief.word.xml import NAMESPACES, Element, related, root, word

_HEADER = Kind(CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
_WIDEST = 0.8
_NAME = "PowerPlusWaterMarkObject"
"""The name by which Word, WPS and LibreOffice know a watermark."""

_SHAPE = """\
<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>
<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="{name}" o:spid="_x0000_s{id}" type="#_x0000_t136"
 style="position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;\
rotation:{angle:.0f};z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:page;mso-position-vertical:center;\
mso-position-vertical-relative:page" o:allowincell="f" fillcolor="#{colour}" stroked="f">
<v:textpath style={font} string={words}/></v:shape></w:pict></w:r>
"""


def header_references(desk: Desk, running: Running) -> list[Element]:
    """The headers of odd and even pages, made once; none if pages carry no marks."""
    if not running.heads and not running.watermark:
        return []
    return [
        related(word("headerReference", type=kind), "id", _relation(desk, running, number))
        for number, kind in enumerate(("default", "even"), 1)
    ]


def _relation(desk: Desk, running: Running, number: int) -> str:
    name = f"/word/header{number}.xml"
    for relation in desk.part.rels.values():
        if not relation.is_external and str(relation.target_part.partname) == name:
            return str(relation.rId)
    part = ElementPart(name, _HEADER, _header(desk, running, number))
    return desk.part.relate_to(part, _HEADER.relation)


def _header(desk: Desk, running: Running, number: int) -> Element:
    """The first mark at the left, the last of several at the right."""
    language = desk.document.languages[0]
    style_id = desk.sheet.paragraph(PAGE_MARK, language)
    measure = twips(desk.house.style.page.measure)
    tabs = word("tabs", word("tab", val="right", pos=measure))
    runs: list[Element] = []
    for place, head in enumerate(running.heads):
        if place:
            runs.append(word("r", word("tab")))
        for at, text in enumerate(head):
            runs += [plain_run("　", "zh")] if at else []
            runs.append(page_mark_run(desk, text))
    if running.watermark:
        runs.append(_watermark(desk, running, number))
    return root("w:hdr", word("p", word("pPr", word("pStyle", val=style_id), tabs), *runs))


def _watermark(desk: Desk, running: Running, number: int) -> Element:
    """Pale words across the middle of the page, as a shape that lies behind the text."""
    first = running.watermark[0]
    style = desk.sheet.text_style(WATERMARK, first.language)
    words = "　".join(text.plain for text in running.watermark)
    desk.characters.update(words)
    page = desk.house.style.page
    wide = sum(1.0 if each >= "\u2e80" else 0.6 for each in words)
    width = min(style.size * wide, _WIDEST * page.width * MM * 1.4)
    han, latin = (desk.house.faces[name].family for name in (style.han, style.latin))
    family = han if first.language == "zh" else latin
    made = _SHAPE.format(
        w=NAMESPACES["w"],
        name=f"{_NAME}{number}",
        id=2048 + number,
        width=width,
        height=width / wide * 1.2,
        angle=360 - desk.house.style.running.angle,
        colour=style.colour,
        font=quoteattr(f'font-family:"{family}";font-size:1pt'),
        words=quoteattr(words),
    )
    return etree.fromstring(made.replace(">\n<", "><"))
