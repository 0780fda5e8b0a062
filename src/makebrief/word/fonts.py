"""The font table: what each family is called and looks like, and its faces in the file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

import uharfbuzz as hb
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile
from makebrief.typeface.repertoire import ALWAYS, WordFonts, repertoires
from makebrief.word.carried import Wanted, carry_face
from makebrief.word.package import DeflatedPart, ElementPart, Kind
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


class FontTable:
    """The font table of a style, and the faces that the file carries.

    Each face has all characters of the document, so that a paragraph can change its style in
    Word; for editing, it has those that people may type as well.
    """

    def __init__(self, style: Style, faces: Mapping[str, FaceFile], fonts: WordFonts) -> None:
        self.style = style
        self.faces = faces
        self.fonts = fonts
        self.table = root("w:fonts")
        self.part = ElementPart("/word/fontTable.xml", _TABLE, self.table)
        self._standard = repertoires(style, fonts.folder) if fonts.embedding == "edit" else {}
        self._embedded = 0

    def add_to(self, story: ElementPart, characters: set[str]) -> None:
        """Relates the table, and every face that the style uses, to the story."""
        document = frozenset((*ALWAYS, *characters))
        families: dict[str, list[FaceFile]] = {}
        for name in style_faces(self.style):
            families.setdefault(self.faces[name].family, []).append(self.faces[name])
        for family, members in families.items():
            opened = {each.id: _open(each) for each in members}
            entry = _entry(family, members[0], _signature(opened[members[0].id]))
            if self.fonts.embedding != "none":
                for member in sorted(members, key=lambda each: list(_EMBED).index(each.style)):
                    wanted = Wanted(document, self._standard.get(member.id, frozenset()))
                    self._embed(entry, member, opened[member.id], wanted)
            self.table.append(entry)
        story.relate_to(self.part, _TABLE.relation)

    def _embed(self, entry: Element, file: FaceFile, face: hb.Face, wanted: Wanted) -> None:
        carried = carry_face(file, face, wanted, self.fonts.kept)
        if carried is None:
            return
        self._embedded += 1
        name = f"/word/fonts/font{self._embedded}.odttf"
        part = DeflatedPart(name, _OBFUSCATED, carried.deflated)
        made = word(_EMBED[file.style], fontKey=f"{{{str(carried.key).upper()}}}")
        if not wanted.standard:
            made.set(f"{{{made.nsmap['w']}}}subsetted", "1")
        relation = self.part.relate_to(part, _OBFUSCATED.relation)
        entry.append(related(made, "id", relation))


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


def _open(file: FaceFile) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(file.path)))


def _signature(face: hb.Face) -> _Signature:
    table = bytes(face.reference_table("OS/2").data)
    return _Signature(
        panose=table[32:42],
        unicode_ranges=struct.unpack(">4L", table[42:58]),
        code_pages=struct.unpack(">2L", table[78:86]) if len(table) >= 86 else (1, 0),
    )


def _entry(family: str, file: FaceFile, signature: _Signature) -> Element:
    other = file.official if file.official != family else file.substitute
    return word(
        "font",
        word("altName", val=other) if other else None,
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
