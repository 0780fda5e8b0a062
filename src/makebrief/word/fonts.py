"""The font table, and the faces in the file: subset to what the text needs, then obfuscated."""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterable, Iterator, Mapping

import uharfbuzz as hb
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile
from makebrief.word.package import ElementPart, Kind, bytes_part
from makebrief.word.xml import Element, related, root, word

_TABLE = Kind(CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE)
_OBFUSCATED = Kind(
    "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font",
)
_EMBED: Mapping[str, str] = {
    "Regular": "embedRegular",
    "Bold": "embedBold",
    "Italic": "embedItalic",
    "Bold Italic": "embedBoldItalic",
}
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + (
    "\u00a0·–—‘’“”•…‰、。〈〉《》「」『』【】〔〕〖〗！（），．：；？［］｛｝～％￥　"
    "〇零一二三四五六七八九十百千万亿年月日上下半第附件注图表"
)
"""What people type into any text, and what Word prints before headings by itself."""

_KEY_LENGTH = 16
_OBFUSCATED_BYTES = 32
_NAMES_KEPT = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
_ENGLISH, _CHINESE = 0x409, 0x804
_CHINESE_CODE_PAGE = 1 << 18
_LATIN_TEXT_AND_DISPLAY = 2
_FIRST_SANS_SERIF = 11


class _Signature(Struct, frozen=True):
    """What a font says of itself in its OS/2 table."""

    panose: bytes
    unicode_ranges: tuple[int, ...]
    code_pages: tuple[int, ...]

    @property
    def is_chinese(self) -> bool:
        return bool(self.code_pages[0] & _CHINESE_CODE_PAGE)

    @property
    def kind(self) -> str:
        if self.panose[0] != _LATIN_TEXT_AND_DISPLAY:
            return "auto"
        return "swiss" if self.panose[1] >= _FIRST_SANS_SERIF else "roman"


def add_fonts(
    story: ElementPart,
    style: Style,
    faces: Mapping[str, FaceFile],
    characters: Iterable[str],
) -> None:
    """The font table with every face that the style uses, in the file.

    Each has all characters of the document, so that a paragraph can change its style in Word.
    """
    wanted = {*_ALWAYS, *characters}
    table = root("w:fonts")
    part = ElementPart("/word/fontTable.xml", _TABLE, table)
    families: dict[str, list[FaceFile]] = {}
    for name in style_faces(style):
        families.setdefault(faces[name].family, []).append(faces[name])
    count = 0
    for family, members in families.items():
        blobs = {member.id: hb.Blob.from_file_path(str(member.path)) for member in members}
        opened = {name: hb.Face(blob) for name, blob in blobs.items()}
        entry = _entry(family, members[0], _signature(opened[members[0].id]))
        for member in sorted(members, key=lambda each: list(_EMBED).index(each.style)):
            count += 1
            data = subset_face(opened[member.id], wanted)
            key = _font_key(member, wanted)
            name = f"/word/fonts/font{count}.odttf"
            font = bytes_part(name, _OBFUSCATED, obfuscate(data, key))
            made = word(_EMBED[member.style], fontKey=f"{{{str(key).upper()}}}", subsetted=1)
            entry.append(related(made, "id", part.relate_to(font, _OBFUSCATED.relation)))
        table.append(entry)
    story.relate_to(part, _TABLE.relation)


def style_faces(style: Style) -> list[str]:
    """The ids of all faces that a style's roles name, in the order of their first use."""
    found: dict[str, None] = {}
    for role in style.roles.values():
        for text in (role.zh, role.en):
            for name in (
                text.han,
                text.latin,
                text.strong_han,
                text.strong_latin,
                text.emphasis_han,
                text.emphasis_latin,
            ):
                found[name] = None
    return list(found)


def subset_face(face: hb.Face, characters: Iterable[str]) -> bytes:
    """A font with only the given characters, its names and its layout features."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES_KEPT)
    wanted.name_lang_id_set.update((_ENGLISH, _CHINESE))
    wanted.flags = hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face, wanted).blob.data)


def obfuscate(data: bytes, key: uuid.UUID) -> bytes:
    """A font as Word files carry it: its head mixed with a key (ISO/IEC 29500-4, 10.1)."""
    mask = key.bytes[::-1]
    head = bytes(byte ^ mask[at % _KEY_LENGTH] for at, byte in enumerate(data[:_OBFUSCATED_BYTES]))
    return head + data[_OBFUSCATED_BYTES:]


def _font_key(file: FaceFile, characters: Iterable[str]) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, file.postscript + "".join(sorted(characters)))


def _signature(face: hb.Face) -> _Signature:
    table = bytes(face.reference_table("OS/2").data)
    return _Signature(
        panose=table[32:42],
        unicode_ranges=struct.unpack(">4L", table[42:58]),
        code_pages=struct.unpack(">2L", table[78:86]) if len(table) >= 86 else (1, 0),
    )


def _entry(family: str, file: FaceFile, signature: _Signature) -> Element:
    return word(
        "font",
        word("altName", val=file.official) if file.official != family else None,
        word("panose1", val=signature.panose.hex().upper()),
        word("charset", val="86" if signature.is_chinese else "00"),
        word("family", val=signature.kind),
        word("pitch", val="variable"),
        word("sig", **dict(_signature_words(signature))),
        name=family,
    )


def _signature_words(signature: _Signature) -> Iterator[tuple[str, str]]:
    for at, value in enumerate(signature.unicode_ranges):
        yield f"usb{at}", f"{value:08X}"
    for at, value in enumerate(signature.code_pages):
        yield f"csb{at}", f"{value:08X}"
