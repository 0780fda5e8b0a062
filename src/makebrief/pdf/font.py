"""A face as a PDF composite font: Type0, Identity-H, one two-byte subset a document.

Stands where ReportLab expects a dynamic font, and writes its objects when the document is saved.
ReportLab's own TrueType class would write 256-glyph subsets and a wrong ToUnicode beyond the BMP.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Any, cast

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from makebrief.pdf.reading import CAST_ASCENT, CAST_DESCENT
from makebrief.typeface.face import EM, END_HYPHEN, Face

_UNUSED_TABLES = (
    *("cmap", "post", "OS/2", "name", "STAT", "DSIG", "gasp", "hdmx"),
    *("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "MATH", "kern"),
)
"""Tables that a CIDFontType2 does not read: its codes reach the glyphs by CIDToGIDMap."""

_READ_AS = {END_HYPHEN: "-\xa0"}
"""What a code stands for, where it is not its character.

Readers take a hyphen at a line's end for the sign of a divided word, and drop it. They keep it if
a space follows in the same code; one that breaks no line, for pdfium does not count the other.
"""

_UNITS_PER_EM, _ADJUSTMENT = 18, 8
"""Where in its head a TrueType file says how many units its em has, and what makes up its sum."""

_SYMBOLIC = 4
_COMPRESSION = 3
_CMAP_BLOCK = 100
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class CompositeFont:
    """The glyphs of one face that a document uses, each with the advance it is set with.

    A character set at an advance of its own (closed up, or with the gap to Latin) gets a code of
    its own with that width, so that text extraction sees no gap and no overlap.

    Its glyphs may be `cast` on another body: its em is so many times that of the face, and who
    shows it at a size times `body`, which is that to a unit of the face, sees the face at the size.
    """

    def __init__(self, face: Face, name: str, cast: float = 1.0) -> None:
        self.face = face
        self.name = name
        self.units = round(face.hb_face.upem * cast)
        self.body = self.units / face.hb_face.upem
        self.codes = _Codes(face)

    def encode(self, text: str) -> str:
        """Text as the hexadecimal codes of a PDF string, every character at its own advance."""
        return text.translate(self.codes).encode("utf-16-be").hex()

    def encode_wide(self, character: str, advance: float) -> str:
        """One character at another advance (1/1000 em, to a tenth)."""
        return f"{self.codes.wide(character, round(advance, 1)):04x}"

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Writes the font's objects into the document; ReportLab calls it when saving."""
        glyphs = self.codes.glyphs
        data, placed = _subset(self.face, glyphs)
        if self.body != 1:
            data = _with_em(data, self.units)
        base = f"{_subset_tag(data)}+{self.face.file.postscript}"
        descendant = _descendant(self, document, base, data, placed)
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{base}",
            Encoding="/Identity-H",
            DescendantFonts=f"[{_reference(document, descendant)}]",
            ToUnicode=_reference(document, _stream(_to_unicode(glyphs))),
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)


class _Codes(dict[int, int]):
    """Code point to two-byte code, filled as characters are met; the form str.translate wants."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.glyphs: list[tuple[int, str, float]] = [(0, "", face.advances["\0"])]
        self._wide: dict[tuple[str, float], int] = {}

    def __missing__(self, code_point: int) -> int:
        character = chr(code_point)
        code = self._add(character, self.face.advances[character])
        self[code_point] = code
        return code

    def wide(self, character: str, advance: float) -> int:
        key = (character, advance)
        code = self._wide.get(key)
        if code is None:
            code = self._wide[key] = self._add(character, advance)
        return code

    def _add(self, character: str, advance: float) -> int:
        code = len(self.glyphs)
        if code == 0xD800:
            raise OverflowError("more than 55,296 differently set characters in one face")
        self.glyphs.append((self.face.glyph(character), character, advance))
        return code


def _subset(face: Face, glyphs: list[tuple[int, str, float]]) -> tuple[bytes, list[int]]:
    """A TrueType file of the glyphs alone, and where each of them went.

    They are asked for by their characters: asked by number, HarfBuzz reads the whole cmap.
    """
    wanted = hb.SubsetInput()
    characters = {character for _, character, _ in glyphs[1:]}
    wanted.unicode_set.update(ord(face.drawn(each)) for each in characters)
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    for table in _UNUSED_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    plan = hb.SubsetPlan(face.hb_face, wanted)
    mapping = plan.old_to_new_glyph_mapping
    data = bytes(plan.execute().blob.data)
    return data, [mapping[glyph] for glyph, _, _ in glyphs]


def _with_em(data: bytes, units: int) -> bytes:
    """A TrueType file whose em has so many units; the checksums of its head and of all follow."""
    file = bytearray(data)
    entry = file.index(b"head")
    [head] = struct.unpack_from(">L", file, entry + 8)
    [had] = struct.unpack_from(">H", file, head + _UNITS_PER_EM)
    struct.pack_into(">H", file, head + _UNITS_PER_EM, units)
    for checksum, more in ((entry + 4, units - had), (head + _ADJUSTMENT, 2 * (had - units))):
        [value] = struct.unpack_from(">L", file, checksum)
        struct.pack_into(">L", file, checksum, (value + more) % 2**32)
    return bytes(file)


def _subset_tag(data: bytes) -> str:
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def _descendant(
    font: CompositeFont, document: Any, base: str, data: bytes, placed: list[int]
) -> _Written:
    mapping = _stream(b"".join(glyph.to_bytes(2, "big") for glyph in placed))
    return _dictionary(
        Type="/Font",
        Subtype="/CIDFontType2",
        BaseFont=f"/{base}",
        CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        DW=EM,
        W=_widths(font.codes.glyphs, font.body),
        CIDToGIDMap=_reference(document, mapping),
        FontDescriptor=_reference(
            document, _descriptor(font, base, _reference(document, _outlines(data)))
        ),
    )


class _Written(pdfdoc.PDFObject):
    """An object already in PDF syntax; ReportLab would format its parts one by one."""

    __RefOnly__ = 1

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        """The object's bytes."""
        return self.data


def _dictionary(**entries: str | int) -> _Written:
    words = "\n".join(f"/{key} {value}" for key, value in entries.items())
    return _Written(f"<< {words} >>".encode("ascii"))


def _reference(document: Any, written: pdfdoc.PDFObject) -> str:
    """Enters an object into the document; how others name it."""
    return cast(str, document.Reference(written).format(document).decode("ascii"))


def _widths(glyphs: list[tuple[int, str, float]], body: float) -> str:
    """The array of widths that are not a whole em: `[code [width] …]`."""
    widths = enumerate(advance / body for _, _, advance in glyphs)
    return f"[{' '.join(f'{code}[{width:g}]' for code, width in widths if width != EM)}]"


def _descriptor(font: CompositeFont, base: str, file: str) -> _Written:
    face = font.face
    box = (-EM, face.descent - EM // 2, 2 * EM, face.ascent + EM // 2)

    def cast(*values: float) -> str:
        return " ".join(f"{round(value / font.body)}" for value in values)

    return _dictionary(
        Type="/FontDescriptor",
        FontName=f"/{base}",
        Flags=_SYMBOLIC,
        FontBBox=f"[{cast(*box)}]",
        ItalicAngle=-12 if "Italic" in face.file.style else 0,
        Ascent=face.ascent if font.body == 1 else CAST_ASCENT,
        Descent=face.descent if font.body == 1 else CAST_DESCENT,
        CapHeight=cast(700),
        StemV=cast(80),
        FontFile2=file,
    )


def _to_unicode(glyphs: list[tuple[int, str, float]]) -> bytes:
    rows = [
        f"<{code:04X}> <{_utf16(character)}>"
        for code, (_, character, _) in enumerate(glyphs)
        if character
    ]
    blocks = [rows[at : at + _CMAP_BLOCK] for at in range(0, len(rows), _CMAP_BLOCK)]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode()


def _utf16(character: str) -> str:
    return _READ_AS.get(character, character).encode("utf-16-be").hex().upper()


def _outlines(data: bytes) -> _Written:
    """A stream of a font file; outlines hardly repeat, and looking for it takes half the time."""
    squeezed = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    return _compressed(squeezed.compress(data) + squeezed.flush(), len(data))


def _stream(content: bytes) -> _Written:
    return _compressed(zlib.compress(content, _COMPRESSION), len(content))


def _compressed(data: bytes, length: int) -> _Written:
    """A compressed stream of so many bytes; font programs name their length once more."""
    entries = f"<< /Filter /FlateDecode /Length {len(data)} /Length1 {length} >>\nstream\n"
    return _Written(entries.encode("ascii") + data + b"\nendstream\n")
