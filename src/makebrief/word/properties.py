"""What the file says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.parts.coreprops import CorePropertiesPart
from lxml import etree

from makebrief.document.fingerprint import content_hash
from makebrief.document.model import Document, Texts
from makebrief.word.formats import LANGUAGE_TAGS
from makebrief.word.house import House
from makebrief.word.package import Kind, bytes_part
from makebrief.word.xml import part_bytes, plain_root

APPLICATION = "make-brief"
_EXTENDED = Kind(CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
_CUSTOM = Kind(CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
_FORMAT = "http://schemas.openxmlformats.org/officeDocument/2006"
_EXTENDED_NAMESPACE = f"{_FORMAT}/extended-properties"
_CUSTOM_NAMESPACE = f"{_FORMAT}/custom-properties"
_VALUES = f"{_FORMAT}/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
"""Property ids below this one are the format's own (ECMA-376-1, 22.3)."""

_LONGEST = 255


def add_properties(package: OpcPackage, document: Document, house: House) -> None:
    """Title, author, subject, language and the document's own date, in the package.

    Series, department and a hash of the content say which document of which state this is.
    """
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
    own = {
        "Series": house.series,
        "Department": house.name,
        "Content SHA-256": content_hash(document),
    }
    custom = bytes_part("/docProps/custom.xml", _CUSTOM, _custom_properties(own))
    package.relate_to(custom, _CUSTOM.relation)


def _joined(texts: Texts) -> str:
    return " ".join(text.plain for text in texts)[:_LONGEST]


def _extended_properties() -> bytes:
    made = plain_root(_EXTENDED_NAMESPACE, "Properties")
    etree.SubElement(made, f"{{{_EXTENDED_NAMESPACE}}}Application").text = APPLICATION
    return part_bytes(made)


def _custom_properties(values: Mapping[str, str]) -> bytes:
    made = etree.fromstring(f'<Properties xmlns="{_CUSTOM_NAMESPACE}" xmlns:vt="{_VALUES}"/>')
    for number, (name, value) in enumerate(values.items(), _FIRST_PROPERTY):
        facts = {"fmtid": _USER_DEFINED, "pid": str(number), "name": name}
        entry = etree.SubElement(made, f"{{{_CUSTOM_NAMESPACE}}}property", facts)
        etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = value
    return part_bytes(made)
