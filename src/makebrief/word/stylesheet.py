"""Which styles a document cites: every role in both languages, variants and looks as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Document, Facing
from makebrief.document.walk import iterate
from makebrief.layout.facing import column_inset
from makebrief.layout.lines import own_align
from makebrief.messages import LANGUAGES, Language
from makebrief.style.model import TextStyle
from makebrief.word.cellstyles import CellLook
from makebrief.word.house import House
from makebrief.word.looks import Look
from makebrief.word.names import StyleName, free_name, style_id, style_names
from makebrief.word.numbering import (
    BULLET_LIST,
    HEADING_LIST,
    heading_list_level,
)

HEADING_ROLES = ("title", "heading1", "heading2", "heading3", "heading4")
CONTENTS_ROLES = ("contents1", "contents2")
HYPERLINK = "Hyperlink"
PICTURE = "Picture"
SPACER = "Spacer"
APART = "Apart"
LOWEST = 0.7
"""The lowest line that Word's dialog takes, in pt: a page of the grid has room for it besides."""

UNNUMBERED = "Unnumbered"
BELOW = "Below"
FLUSH = "Flush"
COLUMN, RAGGED = "Column", "Ragged"
LAST = "Last"
ODD, EVEN = "Odd", "Even"

_LOOK_NAMES: Mapping[str, Mapping[Language, str]] = {
    "Strong": {"zh": "强调", "en": "Strong"},
    "Emphasis": {"zh": "着重", "en": "Emphasis"},
    "StrongEmphasis": {"zh": "强调着重", "en": "Strong Emphasis"},
    "": {"zh": "文字", "en": "Text"},
    "Dots": {"zh": "着重号", "en": "Emphasis Dots"},
    "Quotes": {"zh": "中文引号", "en": "Chinese Quotes"},
}
_OTHER_SCRIPT: Mapping[Language, tuple[str, str]] = {
    "zh": ("Latin", " 西文"),
    "en": ("Han", " Han"),
}
_VARIANT_NAMES: Mapping[str, Mapping[Language, str]] = {
    UNNUMBERED: {"zh": " 无编号", "en": " Unnumbered"},
    BELOW: {"zh": " 图下", "en": " Below"},
    FLUSH: {"zh": " 续", "en": " Continued"},
    LAST: {"zh": " 末", "en": " Last"},
    COLUMN: {"zh": " 栏内", "en": " in Column"},
    RAGGED: {"zh": " 左齐", "en": " Ragged"},
    ODD: {"zh": " 单页", "en": " Odd"},
    EVEN: {"zh": " 双页", "en": " Even"},
}


def in_column(style: TextStyle, role: str) -> TextStyle:
    """How a role is set in one of two columns: with less of its indent on both sides."""
    inset = column_inset(role)
    return replace(style, left=style.left * inset, right=style.right * inset)


class Variant(Struct, frozen=True):
    """A role's style with one thing changed."""

    role: str
    language: Language
    change: str


class StyleSheet:
    """Hands out style ids and remembers which were asked for."""

    def __init__(self, house: House, document: Document) -> None:
        self.house = house
        self.languages = document.languages
        self._in_columns = {
            pair.role for block in iterate(document, Facing) for pair in block.pairs
        }
        self.names = style_names(house.style)
        self.variants: dict[Variant, StyleName] = {}
        self.looks: dict[Look, StyleName] = {}
        self.cells: dict[CellLook, StyleName] = {}
        self._kept: set[tuple[str, Language]] = set()
        self._taken = {name.shown.casefold() for name in self.names.values()}

    def text_style(self, role: str, language: Language) -> TextStyle:
        """How a role is set; a pair has its blank lines before the first and after the last.

        Side by side, each of the two has both: a row is as high as the higher of them.
        """
        style = self.house.style.role(role).text_style(language)
        alone = len(self.languages) == 1 or role in self._in_columns
        if alone or not (style.before or style.after):
            return style
        between = {"before": 0} if language == self.languages[-1] else {"after": 0}
        return replace(style, **between)

    def em(self, style: TextStyle, language: Language) -> float:
        """What an indent of 1 em is in pt: on the character grid, one of its places (P3)."""
        return self.house.style.em(style, language)

    def paragraph(self, role: str, language: Language) -> str:
        """The id of a role's style."""
        return self.names[role, language].id

    def cell(self, look: CellLook) -> str:
        """The id of the style of a table's cells, the role's own if nothing departs from it."""
        style = self.house.style.role(look.role).text_style(look.language)
        if not look.tag(style):
            return self.paragraph(look.role, look.language)
        found = self.cells.get(look)
        if found is None:
            base = self.names[look.role, look.language]
            shown = free_name(base.shown + look.suffix(style), look.language, self._taken)
            made = style_id(look.role, look.language, look.tag(style))
            found = self.cells[look] = StyleName(made, shown, shown)
        return found.id

    def caption_below(self, language: Language) -> str:
        """The id of the style of a caption under a picture, which leads to nothing below it."""
        return self._variant(Variant("caption", language, BELOW))

    def last(self, role: str, language: Language) -> str:
        """The id of a role's style for the last line under a table or of an index: air follows."""
        return self._variant(Variant(role, language, LAST))

    def flush(self, role: str, language: Language) -> str:
        """The id of a role's style whose first line begins where the others do."""
        return self._variant(Variant(role, language, FLUSH))

    def column(self, role: str, language: Language, width: float) -> str:
        """The id of a role's style in a column so wide, in pt, as our own pages set it there.

        English is ragged if the column is narrow for it; what both sides indent is less.
        """
        style = self.house.style.role(role).text_style(language)
        inside = in_column(style, role)
        measure = width - (inside.left + inside.right) * self.em(style, language)
        if own_align(style, language, measure) != style.align:
            return self._variant(Variant(role, language, RAGGED))
        if inside == style and not style.keep_with_next:
            return self.paragraph(role, language)
        return self._variant(Variant(role, language, COLUMN))

    def keep_with_twin(self, role: str, language: Language) -> None:
        """Has a role's lines in a language stay with the next, which says the same in another."""
        self._kept.add((role, language))

    def keeps(self, role: str, language: Language) -> bool:
        """Whether a role's lines in a language stay with the next, though the role need not."""
        return (role, language) in self._kept or role == "table-head"

    def heading(self, level: int, language: Language, numbered: bool) -> str:
        """The id of a heading's style; one without a number has a style of its own."""
        role = HEADING_ROLES[level]
        if numbered or level == 0:
            return self.paragraph(role, language)
        return self._variant(Variant(role, language, UNNUMBERED))

    def page_number(self, side: str) -> str:
        """The id of the page number's style on odd or even pages."""
        return self._variant(Variant("page-number", "zh", side))

    def character(self, look: Look) -> str:
        """The id of the character style of a look."""
        if look.link and look == Look("", look.language, look.other, link=True):
            return HYPERLINK
        found = self.looks.get(look)
        if found is None:
            found = self.looks[look] = self._name_look(look)
        return found.id

    def han_faces(self) -> Iterator[tuple[StyleName, str]]:
        """A character style for each Han face of the house, by the name people know it by.

        It sets Latin in the face too: LibreOffice, when it saves, carries no face but those.
        """
        faces = self.house.faces
        texts = [text for role in self.house.style.roles.values() for text in (role.zh, role.en)]
        used = (
            faces[each] for text in texts for each in (text.han, text.strong_han, text.emphasis_han)
        )
        for count, face in enumerate({each.family: each for each in used}.values(), 1):
            shown = free_name(f"字体 {face.official or face.family_zh}", "zh", self._taken)
            yield StyleName(f"Face{count}", shown, shown), face.family

    def numbered_styles(self) -> Iterator[tuple[int, int, str]]:
        """The list and level that number a style's paragraphs, and the style's id."""
        for language in LANGUAGES:
            for level, role in enumerate(HEADING_ROLES):
                at = heading_list_level(level, numbered=True)
                yield HEADING_LIST[language], at, self.paragraph(role, language)
            yield BULLET_LIST[language], 0, self.paragraph("list", language)
        for variant, name in self.variants.items():
            if variant.change == UNNUMBERED:
                at = heading_list_level(HEADING_ROLES.index(variant.role), numbered=False)
                yield HEADING_LIST[variant.language], at, name.id

    def _variant(self, variant: Variant) -> str:
        found = self.variants.get(variant)
        if found is None:
            base = self.names[variant.role, variant.language]
            wanted = base.shown + _VARIANT_NAMES[variant.change][variant.language]
            shown = free_name(wanted, variant.language, self._taken)
            made = style_id(variant.role, variant.language, variant.change)
            found = self.variants[variant] = StyleName(made, shown, shown)
        return found.id

    def _name_look(self, look: Look) -> StyleName:
        tag, suffix = _OTHER_SCRIPT[look.language] if look.other else ("", "")
        kind = "Dots" if look.dots else "Quotes" if look.quotes and not look.kind else look.kind
        wanted = _LOOK_NAMES[kind][look.language] + suffix
        shown = free_name(wanted, look.language, self._taken)
        stem = f"{kind or 'Text'}{look.language.capitalize()}{tag}"
        used = {name.id for name in self.looks.values()}
        made, count = stem, 1
        while made in used:
            count += 1
            made = f"{stem}{count}"
        return StyleName(made, shown, shown)
