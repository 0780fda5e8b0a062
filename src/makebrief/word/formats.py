"""A TextStyle into Word's paragraph and run properties, in the order that the schema wants."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from msgspec import Struct

from makebrief.messages import Language
from makebrief.style.model import PageGeometry, TextStyle
from makebrief.typeface.catalogue import FaceFile
from makebrief.word.looks import is_bold, is_italic, own_face
from makebrief.word.units import TWIPS_PER_POINT, half_points, twips
from makebrief.word.xml import Element, on_off, qualified, word

LANGUAGE_TAGS: Mapping[Language, str] = {"zh": "zh-CN", "en": "en-GB"}
"""British English: dates are written 23 July 2024."""

ALIGNMENTS: Mapping[str, str] = {
    "justify": "both",
    "left": "left",
    "center": "center",
    "right": "right",
}
_LINES = 100
_TALLEST_FACE = 1.45
_CHARACTERS = 100


class Extras(Struct, frozen=True):
    """What a paragraph style says beyond its role's TextStyle: `number` is (level, list).

    `em` is what an indent of 1 em is in pt, if not the type size.
    """

    keep_with_next: bool = False
    keep_lines: bool = False
    number: tuple[int, int] | None = None
    leader_tab: int | None = None
    outline: int | None = None
    em: float | None = None


def paragraph_properties(style: TextStyle, page: PageGeometry, extras: Extras) -> Element:
    """The `w:pPr` of a style."""
    keep = style.keep_with_next or extras.keep_with_next
    return word(
        "pPr",
        on_off("keepNext", keep),
        on_off("keepLines", extras.keep_lines),
        number_properties(*extras.number) if extras.number else None,
        _leader_tab(extras.leader_tab),
        word("snapToGrid", val=0) if off_the_grid(style, page) else None,
        spacing(style, page),
        indents(style, extras.em or style.size),
        word("jc", val=ALIGNMENTS[style.align]),
        word("outlineLvl", val=extras.outline) if extras.outline is not None else None,
    )


def run_properties(
    style: TextStyle, language: Language, faces: Mapping[str, FaceFile], tracking: float = 0.0
) -> Element:
    """The `w:rPr` of a style: bold and italic follow the face of the language's own script.

    Word tracks in whole twips: rounded down, so that a line has no fewer characters (P3). Also no
    tracking is said, for a style may rest on one that has some.
    """
    own = faces[own_face(style, language)]
    return word(
        "rPr",
        fonts(faces[style.han].family, faces[style.latin].family),
        *switches(is_bold(own), is_italic(own)),
        word("color", val="auto" if style.colour == "000000" else style.colour.upper()),
        word("spacing", val=floor(tracking * TWIPS_PER_POINT)),
        word("sz", val=half_points(style.size)),
        word("szCs", val=half_points(style.size)),
        language_properties(language),
    )


def fonts(han: str, latin: str) -> Element:
    """All four fonts of a run, so that none is left to Word."""
    return word("rFonts", ascii=latin, hAnsi=latin, eastAsia=han, cs=latin)


def switches(bold: bool, italic: bool) -> tuple[Element, ...]:
    """Bold and italic for both kinds of script that Word distinguishes."""
    return (
        on_off("b", bold),
        on_off("bCs", bold),
        on_off("i", italic),
        on_off("iCs", italic),
    )


def language_properties(language: Language) -> Element:
    """The language of a run, in Han characters; Latin ones and digits are English in both.

    Said to be Chinese, a number could be broken anywhere (L3).
    """
    return word("lang", val=LANGUAGE_TAGS["en"], eastAsia=LANGUAGE_TAGS[language])


def number_properties(level: int, list_id: int) -> Element:
    """Membership of a list at a level, counted from 0."""
    return word("numPr", word("ilvl", val=level), word("numId", val=list_id))


def spacing(style: TextStyle, page: PageGeometry) -> Element:
    """Space around a paragraph in lines of the grid, and its exact line pitch."""
    return word(
        "spacing",
        beforeLines=style.before * _LINES,
        before=twips(style.before * page.line_pitch),
        afterLines=style.after * _LINES,
        after=twips(style.after * page.line_pitch),
        line=twips(style.pitch or page.line_pitch),
        lineRule="exact",
    )


def off_the_grid(style: TextStyle, page: PageGeometry) -> bool:
    """Whether lines have a pitch of their own, or type so tall that a grid would give them two."""
    return style.pitch is not None or style.size * _TALLEST_FACE > page.line_pitch


def indents(style: TextStyle, em: float) -> Element:
    """Indents in twips, of so many pt an em; that of a first line in characters too.

    Those follow the type size. Word adds a hanging indent in characters to the left one, so that
    hanging is given in twips alone.
    """
    made = word("ind", left=twips(style.left * em), right=twips(style.right * em))
    if style.indent < 0:
        made.set(qualified("w:hanging"), str(twips(-style.indent * em)))
    else:
        made.set(qualified("w:firstLineChars"), str(round(style.indent * _CHARACTERS)))
        made.set(qualified("w:firstLine"), str(twips(style.indent * em)))
    return made


def _leader_tab(position: int | None) -> Element | None:
    if position is None:
        return None
    return word("tabs", word("tab", val="right", leader="dot", pos=position))
