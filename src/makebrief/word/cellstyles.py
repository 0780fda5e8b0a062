"""The styles of a table's cells: a role's, in smaller type, aligned, with a decimal tab."""

from __future__ import annotations

from math import floor

from msgspec import Struct

from makebrief.document.model import Alignment
from makebrief.messages import Language
from makebrief.style.model import TextStyle
from makebrief.word.formats import ALIGNMENTS
from makebrief.word.units import TWIPS_PER_POINT, half_points, twips
from makebrief.word.xml import Element, word


class CellLook(Struct, frozen=True):
    """How a cell departs from its role's style: `inset` is its indent from the right, in twips.

    Numbers that stand point under point are set right, each inset by what its column's longest
    decimals have more. A decimal tab would do this in Word; LibreOffice asks for a tab character
    in the cell, with which Word goes on to the next tab.
    """

    role: str
    language: Language
    align: Alignment
    scale: float = 1.0
    inset: int = 0

    def suffix(self, style: TextStyle) -> str:
        """What its style's name says behind the role's."""
        english = self.language == "en"
        parts = []
        if self.align != style.align:
            parts.append(_NAMES[self.align][english])
        if self.inset:
            parts.append(f"{self.inset / TWIPS_PER_POINT:g}")
        if self.scale != 1:
            parts.append(f"{scaled_size(style, self.scale):g} {_POINTS[english]}")
        return "".join(f" {part}" for part in parts)

    def tag(self, style: TextStyle) -> str:
        """What tells its style's id from the role's."""
        size = "" if self.scale == 1 else f"S{half_points(scaled_size(style, self.scale))}"
        inset = f"I{self.inset}" if self.inset else ""
        return ("" if self.align == style.align else self.align.capitalize()) + inset + size


_NAMES = {
    "left": ("居左", "Left"),
    "center": ("居中", "Centred"),
    "right": ("居右", "Right"),
}
_POINTS = ("磅", "pt")


def scaled_size(style: TextStyle, scale: float) -> float:
    """A size in pt that Word can give and that is no larger than the scale allows."""
    return floor(style.size * scale * 2 + 0.01) / 2


def cell_properties(look: CellLook, style: TextStyle) -> list[Element]:
    """What a cell's style says otherwise than its role's: `w:pPr`, and `w:rPr` if type shrinks."""
    paragraph = []
    if look.scale != 1 and style.pitch:
        pitch = twips(style.pitch * look.scale)
        paragraph.append(word("spacing", line=pitch, lineRule="exact"))
    if look.inset:
        paragraph.append(word("ind", right=look.inset))
    if look.align != style.align:
        paragraph.append(word("jc", val=ALIGNMENTS[look.align]))
    made = [word("pPr", *paragraph)]
    if look.scale != 1:
        size = half_points(scaled_size(style, look.scale))
        off_the_grid = word("spacing", val=0)
        made.append(word("rPr", off_the_grid, word("sz", val=size), word("szCs", val=size)))
    return made
