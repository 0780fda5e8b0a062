"""Parts into a Word file: the same bytes from the same parts."""

from __future__ import annotations

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from msgspec import Struct

from makebrief.word.xml import Element, part_bytes, plain_root

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16
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


def write_package(package: OpcPackage) -> bytes:
    """The zip archive: types and relations first, then parts by name, without times."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts))
        _write(archive, "_rels/.rels", package.rels.xml)
        for part in parts:
            _write(archive, part.partname.membername, part.blob)
            if len(part.rels):
                _write(archive, part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    info = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
    info.create_system = _UNIX
    info.external_attr = _READABLE
    stored = name.rpartition(".")[2] in _STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


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
