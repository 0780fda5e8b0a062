"""A StyleSheet into Word's styles part."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.layout.tables import AIR
from makebrief.messages import LANGUAGES, Language
from makebrief.style.model import TextStyle
from makebrief.word.cellstyles import CellLook, cell_properties
from makebrief.word.comments import comment_styles
from makebrief.word.footnotes import ROLE, mark_styles
from makebrief.word.formats import (
    ALIGNMENTS,
    Extras,
    fonts,
    indents,
    number_properties,
    paragraph_properties,
    run_properties,
    spacing,
)
from makebrief.word.looks import Look
from makebrief.word.names import StyleName
from makebrief.word.numbering import BULLET_LIST, HEADING_LIST, heading_list_level
from makebrief.word.stylesheet import (
    APART,
    BELOW,
    COLUMN,
    CONTENTS_ROLES,
    FLUSH,
    HEADING_ROLES,
    HYPERLINK,
    LAST,
    LOWEST,
    ODD,
    PICTURE,
    RAGGED,
    SPACER,
    UNNUMBERED,
    StyleSheet,
    Variant,
    in_column,
)
from makebrief.word.tablestyles import table_styles
from makebrief.word.units import twips
from makebrief.word.xml import Element, on_off, qualified, root, word

NORMAL = "Normal"
_SHOWN_LAST = 90
_HIDDEN = 99
_LATENT_STYLES = 376
_SLACK = 0.25
"""By how much, in pt, a ragged line may be longer than our own: programs round its words."""

_INDEX = "index-entry"
_UNDER_AN_INDEX = 0.5
"""What parts the parts of an index, in lines: on our pages the next one begins on the grid."""


def render_styles(sheet: StyleSheet) -> Element:
    """The styles part: Word's defaults, our roles in their order, what they need besides."""
    return root(
        "w:styles",
        _defaults(sheet),
        _latent_styles(),
        *_foundation(),
        *_roles(sheet),
        *(_variant(sheet, *item) for item in sheet.variants.items()),
        *(_cell(sheet, *item) for item in sheet.cells.items()),
        *_helpers(sheet),
        *(_character(name, look) for look, name in sheet.looks.items()),
        *(_face(name, family) for name, family in sheet.han_faces()),
        *_note_marks(sheet),
        *comment_styles(),
        *table_styles(sheet.house.style.rules, sheet.house.style.tables.padding),
    )


def _defaults(sheet: StyleSheet) -> Element:
    """The body's face and size; its tracking is for the styles that stand on the grid (P3)."""
    body = sheet.house.style.role("body").zh
    run = run_properties(body, "zh", sheet.house.faces)
    paragraph = word("pPr", word("spacing", before=0, after=0, line=240, lineRule="auto"))
    return word("docDefaults", word("rPrDefault", run), word("pPrDefault", paragraph))


def _latent_styles() -> Element:
    """Word's own styles out of the gallery, so that ours are the ones on offer."""
    return word(
        "latentStyles",
        defLockedState=0,
        defUIPriority=_HIDDEN,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=_LATENT_STYLES,
    )


def _foundation() -> Iterator[Element]:
    """Word's own bases; Normal holds the rules of Chinese lines (L1, L6, L7, L9) for all others.

    Marks may hang: where they may not, LibreOffice loses a comma that ends a justified line.
    """
    yield word(
        "style",
        word("name", val="Normal"),
        word("uiPriority", val=_SHOWN_LAST),
        word(
            "pPr",
            on_off("widowControl", True),
            on_off("kinsoku", True),
            on_off("overflowPunct", True),
            on_off("topLinePunct", False),
            on_off("autoSpaceDE", True),
            on_off("autoSpaceDN", True),
            word("jc", val="both"),
        ),
        type="paragraph",
        default=1,
        styleId=NORMAL,
    )
    yield _hidden("character", "DefaultParagraphFont", "Default Paragraph Font")
    sides = ("top", "left", "bottom", "right")
    margins = word("tblCellMar", *(word(side, w=0, type="dxa") for side in sides))
    table = _hidden("table", "TableNormal", "Normal Table")
    table.append(word("tblPr", word("tblInd", w=0, type="dxa"), margins))
    yield table
    yield _hidden("numbering", "NoList", "No List")


def _hidden(kind: str, made: str, name: str) -> Element:
    return word(
        "style",
        word("name", val=name),
        word("uiPriority", val=_HIDDEN),
        word("semiHidden"),
        word("unhideWhenUsed"),
        type=kind,
        default=1,
        styleId=made,
    )


def _roles(sheet: StyleSheet) -> Iterator[Element]:
    for rank, role in enumerate(sheet.house.style.roles, 1):
        for language in LANGUAGES:
            style = sheet.text_style(role, language)
            yield word(
                "style",
                *_identity(sheet, role, language),
                word("uiPriority", val=rank),
                word("qFormat"),
                paragraph_properties(style, sheet.house.style.page, _extras(sheet, role, language)),
                run_properties(
                    style, language, sheet.house.faces, sheet.em(style, language) - style.size
                ),
                type="paragraph",
                styleId=sheet.paragraph(role, language),
                **_custom(sheet.names[role, language]),
            )


def _custom(name: StyleName) -> dict[str, int]:
    return {"customStyle": 1} if name.word == name.shown else {}


def _identity(sheet: StyleSheet, role: str, language: Language) -> Iterator[Element]:
    name = sheet.names[role, language]
    yield word("name", val=name.word)
    if name.shown != name.word:
        yield word("aliases", val=name.shown)
    heading = role in HEADING_ROLES
    twin = heading and language == "en"
    yield word("basedOn", val=sheet.paragraph(role, "zh") if twin else NORMAL)
    yield word("next", val=sheet.paragraph("body", language) if heading else name.id)


def _extras(sheet: StyleSheet, role: str, language: Language) -> Extras:
    """A heading is whole; a text that keeps to the next may be divided before its last lines."""
    style = sheet.text_style(role, language)
    em = sheet.em(style, language)
    if role in HEADING_ROLES:
        level = HEADING_ROLES.index(role)
        number = (heading_list_level(level, numbered=True), HEADING_LIST[language])
        return Extras(keep_with_next=True, keep_lines=True, number=number, outline=level, em=em)
    if role in (*CONTENTS_ROLES, "index-entry"):
        tab, keep = twips(sheet.house.style.page.measure), sheet.keeps(role, language)
        return Extras(keep_with_next=keep, keep_lines=True, leader_tab=tab, em=em)
    if role == "list":
        return Extras(number=(0, BULLET_LIST[language]), em=em)
    keep = sheet.keeps(role, language)
    by_sense = sheet.house.style.role(role).by_sense and style.keep_with_next
    return Extras(keep_with_next=keep, keep_lines=keep or by_sense, em=em)


def _variant(sheet: StyleSheet, variant: Variant, name: StyleName) -> Element:
    is_heading = variant.change == UNNUMBERED
    follower = sheet.paragraph("body", variant.language) if is_heading else name.id
    return word(
        "style",
        word("name", val=name.word),
        word("basedOn", val=sheet.paragraph(variant.role, variant.language)),
        word("next", val=follower),
        word("uiPriority", val=_SHOWN_LAST),
        word("qFormat"),
        word("pPr", *_change(sheet, variant)),
        type="paragraph",
        styleId=name.id,
        customStyle=1,
    )


def _change(sheet: StyleSheet, variant: Variant) -> tuple[Element, ...]:
    if variant.change == UNNUMBERED:
        level = heading_list_level(HEADING_ROLES.index(variant.role), numbered=False)
        style = sheet.house.style.role(variant.role).text_style(variant.language)
        em = sheet.em(style, variant.language)
        return number_properties(level, HEADING_LIST[variant.language]), indents(style, em)
    if variant.change == BELOW:
        return (on_off("keepNext", False), on_off("keepLines", True))
    if variant.change == LAST:
        return (_with_air(sheet, variant),)
    if variant.change in {COLUMN, RAGGED}:
        return tuple(_in_column(sheet, variant))
    if variant.change == FLUSH:
        style = sheet.house.style.role(variant.role).text_style(variant.language)
        return (indents(replace(style, indent=0), sheet.em(style, variant.language)),)
    return _page_number(sheet, variant)


def _in_column(sheet: StyleSheet, variant: Variant) -> Iterator[Element]:
    """A row of which any text keeps to the next is not divided: rows that are whole say so."""
    role = sheet.house.style.role(variant.role).text_style(variant.language)
    style, em = in_column(role, variant.role), sheet.em(role, variant.language)
    if style.keep_with_next:
        yield on_off("keepNext", False)
    indent = indents(style, em)
    if variant.change == RAGGED:
        indent.set(qualified("w:right"), str(twips(style.right * em - _SLACK)))
        yield indent
        yield word("jc", val=ALIGNMENTS["left"])
    else:
        yield indent


def _with_air(sheet: StyleSheet, variant: Variant) -> Element:
    """Space under a last line: in lines of the grid too, which Word takes before one in pt."""
    pitch = sheet.house.style.page.line_pitch
    air = _UNDER_AN_INDEX * pitch if variant.role == _INDEX else AIR.height
    lines = sheet.text_style(variant.role, variant.language).after + air / pitch
    return word("spacing", afterLines=round(lines * 100), after=twips(lines * pitch))


def _cell(sheet: StyleSheet, look: CellLook, name: StyleName) -> Element:
    style = sheet.house.style.role(look.role).text_style(look.language)
    return word(
        "style",
        word("name", val=name.word),
        word("basedOn", val=sheet.paragraph(look.role, look.language)),
        word("uiPriority", val=_SHOWN_LAST),
        word("qFormat"),
        *cell_properties(look, style),
        type="paragraph",
        styleId=name.id,
        customStyle=1,
    )


def _page_number(sheet: StyleSheet, variant: Variant) -> tuple[Element, ...]:
    """One character in from the outer edge, on a line as high as the type (P7)."""
    style = sheet.house.style.role(variant.role).text_style(variant.language)
    side = "right" if variant.change == ODD else "left"
    return (
        spacing(with_pitch(style, style.size), sheet.house.style.page),
        word("ind", firstLine=0, **{side: twips(style.size)}),
        word("jc", val=side),
    )


def with_pitch(style: TextStyle, pitch: float) -> TextStyle:
    """A text style with another line pitch."""
    return replace(style, pitch=pitch)


def _helpers(sheet: StyleSheet) -> Iterator[Element]:
    """Pictures take whole lines of the grid; what a spacer holds is besides the grid."""
    yield _helper(
        (PICTURE, "图片 Picture"),
        word("spacing", before=0, after=0, line=240, lineRule="auto"),
        word("jc", val="center"),
    )
    air = (APART, "表旁空隙 Space beside Table")
    for identity, height in (((SPACER, "空隙 Spacer"), LOWEST), (air, AIR.height)):
        after, line = twips(height) - twips(LOWEST), twips(LOWEST)
        low = word("spacing", before=0, after=after, line=line, lineRule="exact")
        yield _helper(identity, word("snapToGrid", val=0), low)
    yield word(
        "style",
        word("name", val="Hyperlink"),
        word("uiPriority", val=_SHOWN_LAST),
        word("rPr", word("u", val="single")),
        type="character",
        styleId=HYPERLINK,
    )


def _helper(identity: tuple[str, str], *properties: Element) -> Element:
    made, name = identity
    return word(
        "style",
        word("name", val=name),
        word("basedOn", val=NORMAL),
        word("uiPriority", val=_SHOWN_LAST),
        word("pPr", *properties),
        type="paragraph",
        styleId=made,
        customStyle=1,
    )


def _note_marks(sheet: StyleSheet) -> Iterator[Element]:
    """The styles of footnotes' marks, in the faces of the notes."""
    style = sheet.text_style(ROLE, sheet.languages[0])
    han, latin = (sheet.house.faces[each].family for each in (style.han, style.latin))
    return mark_styles(sheet.languages, han, latin)


def _face(name: StyleName, family: str) -> Element:
    return word(
        "style",
        word("name", val=name.word),
        word("uiPriority", val=_SHOWN_LAST),
        word("rPr", fonts(family, family)),
        type="character",
        styleId=name.id,
        customStyle=1,
    )


def _character(name: StyleName, look: Look) -> Element:
    bold = (word("b"), word("bCs")) if look.bold else ()
    italic = (word("i"), word("iCs")) if look.italic else ()
    return word(
        "style",
        word("name", val=name.word),
        word("uiPriority", val=_SHOWN_LAST),
        word("qFormat") if look.kind and not look.other else None,
        word(
            "rPr",
            fonts(look.han, look.latin) if look.han and look.latin else None,
            *bold,
            *italic,
            word("u", val="single") if look.link else None,
            word("em", val="underDot") if look.dots else None,
        ),
        type="character",
        styleId=name.id,
        customStyle=1,
    )
