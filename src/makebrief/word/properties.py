"""What the file says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.parts.coreprops import CorePropertiesPart
from lxml import etree

from makebrief.document.model import Document, Texts
from makebrief.word.formats import LANGUAGE_TAGS
from makebrief.word.package import Kind, bytes_part
from makebrief.word.xml import plain_root

APPLICATION = "make-brief"
_EXTENDED = Kind(CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_LONGEST = 255


def add_properties(package: OpcPackage, document: Document) -> None:
    """Title, author, subject, language and the document's own date, in the package."""
    part = CorePropertiesPart.default(package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    properties = part.core_properties
    date = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    properties.title = _joined(document.title)
    properties.author = _joined(document.author)
    properties.subject = _joined(document.subject)
    properties.language = LANGUAGE_TAGS[document.languages[0]]
    properties.created = properties.modified = date
    properties.last_modified_by = APPLICATION
    properties.revision = 1
    extended = bytes_part("/docProps/app.xml", _EXTENDED, _extended_properties())
    package.relate_to(extended, _EXTENDED.relation)


def _joined(texts: Texts) -> str:
    return " ".join(text.plain for text in texts)[:_LONGEST]


def _extended_properties() -> bytes:
    made = plain_root(_NAMESPACE, "Properties")
    etree.SubElement(made, f"{{{_NAMESPACE}}}Application").text = APPLICATION
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
