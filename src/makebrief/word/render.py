"""A Document into the bytes of a Word file."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from makebrief.document.model import Document
from makebrief.word.desk import DOCUMENT, Desk
from makebrief.word.fonts import FontTable
from makebrief.word.footnotes import FOOTNOTES, ROLE
from makebrief.word.house import House
from makebrief.word.package import ElementPart, Kind, write_package
from makebrief.word.properties import add_properties
from makebrief.word.sections import write_sections
from makebrief.word.settings import render_settings
from makebrief.word.styles import render_styles
from makebrief.word.theme import render_theme
from makebrief.word.xml import Element, root

_COMMENTS = Kind(CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS)
_NUMBERING = Kind(CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)
_SETTINGS = Kind(CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS)
_STYLES = Kind(CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)
_THEME = Kind(CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME)


def render_word(document: Document, house: House) -> bytes:
    """The Word file of a document in a house's style; the same bytes from the same input."""
    package = OpcPackage()
    story = ElementPart("/word/document.xml", DOCUMENT, root("w:document"))
    package.relate_to(story, DOCUMENT.relation)
    desk = Desk(document, house, story)
    story.element = write_sections(desk)
    _add(story, "styles", _STYLES, render_styles(desk.sheet))
    _add(story, "numbering", _NUMBERING, desk.lists.numbering(desk.sheet.numbered_styles()))
    _add(
        story,
        "settings",
        _SETTINGS,
        render_settings(house.fonts.embedding, footnotes=bool(desk.footnotes)),
    )
    _add(story, "theme/theme1", _THEME, render_theme(house))
    if desk.footnotes:
        desk.footnotes.close(desk.sheet.paragraph(ROLE, document.languages[0]))
        story.relate_to(desk.footnotes.part, FOOTNOTES.relation)
    if desk.comments:
        _add(story, "comments", _COMMENTS, desk.comments.comments())
    desk.controls.add_to(story)
    FontTable(house.style, house.faces, house.fonts).add_to(story, desk.characters)
    add_properties(package, document, house)
    return write_package(package)


def _add(story: ElementPart, name: str, kind: Kind, element: Element) -> None:
    part = ElementPart(f"/word/{name}.xml", kind, element)
    story.relate_to(part, kind.relation)
