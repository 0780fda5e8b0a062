"""Parts into a Word file: the same bytes from the same parts."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from msgspec import Struct

from makebrief.word.archive import Entry, write_archive
from makebrief.word.carried import Deflated
from makebrief.word.xml import Element, part_bytes, plain_root

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_STORED = frozenset({"png", "jpeg", "jpg"})


class Kind(Struct, frozen=True):
    """A kind of part: its content type and how others relate to it."""

    content_type: str
    relation: str


class ElementPart(Part):
    """A part that is an element until it is written."""

    def __init__(self, name: str, kind: Kind, element: Element) -> None:
        super().__init__(PackURI(name), kind.content_type)
        self.element = element

    @property
    def blob(self) -> bytes:
        """The part as it lies in the file."""
        return part_bytes(self.element)


def bytes_part(name: str, kind: Kind, data: bytes) -> Part:
    """A part of bytes as they are."""
    return Part(PackURI(name), kind.content_type, data)


class DeflatedPart(Part):
    """A part of bytes that are deflated already."""

    def __init__(self, name: str, kind: Kind, deflated: Deflated) -> None:
        super().__init__(PackURI(name), kind.content_type)
        self.deflated = deflated


def write_package(package: OpcPackage) -> bytes:
    """The zip archive: types and relations first, then parts by name, without times."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    return write_archive(_entries(package, parts))


def _entries(package: OpcPackage, parts: list[Part]) -> Iterator[Entry]:
    yield Entry("[Content_Types].xml", _content_types(parts))
    yield Entry("_rels/.rels", _bytes(package.rels.xml))
    for part in parts:
        name = part.partname.membername
        content = part.deflated if isinstance(part, DeflatedPart) else part.blob
        yield Entry(name, content, packed=name.rpartition(".")[2] not in _STORED)
        if len(part.rels):
            yield Entry(part.partname.rels_uri.membername, _bytes(part.rels.xml))


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def _content_types(parts: list[Part]) -> bytes:
    types = plain_root(_CONTENT_TYPES, "Types")
    for extension, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(
            types, f"{{{_CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind
        )
    for part in parts:
        etree.SubElement(
            types,
            f"{{{_CONTENT_TYPES}}}Override",
            PartName=str(part.partname),
            ContentType=str(part.content_type),
        )
    return etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
