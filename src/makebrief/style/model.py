"""The typographic roles, the page and the faces of a house: what `style.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from makebrief.messages import Language
from makebrief.validation.model import Model

if TYPE_CHECKING:
    from makebrief.style.kinds import (
        Colour,
        ContinuedPattern,
        Field,
        LabelPattern,
        Length,
        MoneyPattern,
        NumberPattern,
        Positive,
        StrictStr,
    )
    from makebrief.typeface.catalogue import FaceFile

BODY = "body"
"""The role that others inherit from, and whose Chinese size makes the grid."""

_FINE = 10_000

MM = 72 / 25.4
"""Points in a millimetre."""


STYLE_FILE = "style.yaml"
"""What a template's folder calls its style."""


class StyleModel(Model):
    """A frozen piece of a style; a number may be written as a text."""

    strict: ClassVar[bool] = False


class Margins(StyleModel):
    """Distances from the edges of the sheet to the type area, in mm (P2)."""

    top: Length = 37
    bottom: Length = 35
    left: Length = 28
    right: Length = 26


class PageGeometry(StyleModel):
    """The sheet and its line grid: sizes in mm, pitch in pt (P1-P3)."""

    width: Positive = 210
    height: Positive = 297
    margins: Margins = field(default_factory=Margins)
    line_pitch: Positive = 28.95
    lines: Annotated[int, Field(ge=1, le=200)] = 22
    characters: Annotated[int, Field(ge=1, le=200)] = 28
    number_drop: Length = 7

    @property
    def measure(self) -> float:
        """The width of the type area in pt."""
        return (self.width - self.margins.left - self.margins.right) * MM

    @property
    def depth(self) -> float:
        """The height of the type area in pt, in whole lines of the grid."""
        return self.lines * self.line_pitch

    def character_pitch(self, size: float) -> float:
        """How far apart Han of a size stand, in pt, so that `characters` of them fill a line (P3).

        The first one's box stands at one edge of the type area and the last one's at the other.
        """
        places = self.characters - 1
        return floor((self.measure - size) / places * _FINE + 0.01) / _FINE if places else size

    def turned(self) -> PageGeometry:
        """The same type area read with its left edge on top, as a turned table has it (P11)."""
        margins = self.margins
        room = (self.width - margins.left - margins.right) * MM
        return replace(
            self,
            width=self.height,
            height=self.width,
            margins=Margins(
                top=margins.left,
                bottom=margins.right,
                left=margins.bottom,
                right=margins.top,
            ),
            lines=max(1, int(room / self.line_pitch)),
        )

    @property
    def type_area(self) -> tuple[float, float, float, float]:
        """Its left, top, right and bottom edge in pt from the sheet's top left."""
        bottom = (self.height - self.margins.bottom) * MM
        return self.left, self.top, self.left + self.measure, bottom

    @property
    def left(self) -> float:
        """The left edge of the type area in pt from the left edge of the sheet."""
        return self.margins.left * MM

    @property
    def top(self) -> float:
        """The top edge of the type area in pt from the top edge of the sheet."""
        return self.margins.top * MM


FACE_FIELDS = ("han", "latin", "strong_han", "strong_latin", "emphasis_han", "emphasis_latin")
"""The fields of a text's style that name a face."""


class TextStyle(StyleModel):
    """How one language of a role is set: faces by catalogue id, sizes in pt, indents in em."""

    han: StrictStr
    latin: StrictStr
    strong_han: StrictStr
    strong_latin: StrictStr
    emphasis_han: StrictStr
    emphasis_latin: StrictStr
    size: Positive
    pitch: Annotated[
        Positive | None, Field(description="Line pitch in pt; the page's if absent.")
    ] = None
    emphasis: Annotated[
        Literal["face", "dots"],
        Field(description="Emphasised Han: in the face emphasis_han, or with dots (着重号)."),
    ] = "face"
    align: Literal["justify", "left", "center", "right"] = "justify"
    indent: Annotated[
        float, Field(ge=-20, le=20, description="First-line indent in em; negative hangs.")
    ] = 0
    left: Annotated[Length, Field(description="Indent of all lines from the left, in em.")] = 0
    right: Annotated[Length, Field(description="Indent of all lines from the right, in em.")] = 0
    before: Annotated[
        Annotated[int, Field(ge=0, le=20)], Field(description="Blank grid lines before.")
    ] = 0
    after: Annotated[
        Annotated[int, Field(ge=0, le=20)], Field(description="Blank grid lines after.")
    ] = 0
    colour: Colour = "000000"
    keep_with_next: bool = False


class RoleName(StyleModel):
    """What Word's gallery calls a role."""

    zh: StrictStr
    en: StrictStr


class Role(StyleModel):
    """A typographic role: one entry, used by PDF and Word alike."""

    name: RoleName
    zh: TextStyle
    en: TextStyle
    spans: Annotated[
        bool, Field(description="Whether it spans both columns when the languages face each other.")
    ] = False
    by_sense: Annotated[
        bool,
        Field(description="Whether its lines are broken by sense, as those of titles are (P4)."),
    ] = False

    def text_style(self, language: Language) -> TextStyle:
        """How the role is set in a language."""
        return self.zh if language == "zh" else self.en


class Numbering(StyleModel):
    """How headings of levels 1 to 4 are numbered; `{han}` is 一二三, `{n}` is 1 2 3 (P4, E6)."""

    zh: tuple[NumberPattern, NumberPattern, NumberPattern, NumberPattern] = (
        "{han}、",
        "（{han}）",
        "{n}.",
        "（{n}）",
    )
    en: tuple[NumberPattern, NumberPattern, NumberPattern, NumberPattern] = (
        "{n}. ",
        "({n}) ",
        "{n}) ",
        "{n} ",
    )


class CaptionWords(StyleModel):
    """How a language numbers tables and figures: `{n}` is the number, `joint` comes behind it."""

    table: LabelPattern
    figure: LabelPattern
    joint: StrictStr
    continued: Annotated[
        ContinuedPattern, Field(description="Over a table that goes on; `{label}` is its number.")
    ]


def _chinese_captions() -> CaptionWords:
    return CaptionWords(table="表{n}", figure="图{n}", joint="　", continued="续{label}")


def _english_captions() -> CaptionWords:
    words = "{label}, continued"
    return CaptionWords(table="Table {n}", figure="Figure {n}", joint=". ", continued=words)


class Captions(StyleModel):
    """Which tables and figures are numbered, and in what words."""

    numbered: Annotated[
        Literal["always", "several", "referred", "never"],
        Field(
            description="All; where there are several of a kind; those that texts name; or none."
        ),
    ] = "several"
    zh: CaptionWords = field(default_factory=_chinese_captions)
    en: CaptionWords = field(default_factory=_english_captions)

    def words(self, language: Language) -> CaptionWords:
        """The words of a language."""
        return self.zh if language == "zh" else self.en


class TableStyle(StyleModel):
    """How far a table may give way before it is turned, or refused: lengths in pt."""

    padding: Annotated[
        Annotated[float, Field(ge=0.5, le=20)],
        Field(description="Blank at each side of a cell's text."),
    ] = 4
    least_padding: Annotated[
        Annotated[float, Field(ge=0.5, le=20)],
        Field(description="What it shrinks to where columns are narrow."),
    ] = 1.5
    least_scale: Annotated[
        Annotated[float, Field(ge=0.4, le=1)],
        Field(description="To what part of its size the type shrinks where columns are narrow."),
    ] = 0.75
    turns: Annotated[
        bool,
        Field(description="Whether a table that fits in no other way is turned (P11)."),
    ] = True


class Rules(StyleModel):
    """The lines of tables, panels and boxes: widths in pt and colours."""

    outer: Length = 1.0
    inner: Length = 0.4
    colour: Colour = "000000"
    fill: Colour | None = None
    accent: Colour = "000000"


class ChartStyle(StyleModel):
    """The colours of a chart's series, chosen to differ in grey print as well."""

    height: Annotated[
        Annotated[int, Field(ge=3, le=20)], Field(description="Grid lines it takes.")
    ] = 8
    colours: Annotated[tuple[Colour, ...], Field(min_length=1)] = (
        "1f3a5f",
        "a9b4c3",
        "967030",
        "d9cdb5",
        "555555",
        "bf8f4a",
    )


class MastheadStyle(StyleModel):
    """The red header: distances in mm, blank lines of the grid, the rule in pt (P12)."""

    mark_drop: Length = 35
    number_lines: Annotated[int, Field(ge=0, le=20)] = 2
    rule_drop: Length = 4
    rule: Length = 1.5
    colour: Colour = "e60012"


class ImprintStyle(StyleModel):
    """The rules of the imprint: widths in mm (P13)."""

    outer: Length = 0.35
    inner: Length = 0.25


class RunningStyle(StyleModel):
    """Marks of each page: how far over the type area in mm, a watermark's slope in degrees."""

    rise: Length = 12
    angle: Annotated[float, Field(ge=-90, le=90)] = 45


class Style(StyleModel):
    """Everything a house decides about the look of its pages."""

    page: PageGeometry = field(default_factory=PageGeometry)
    english_money: MoneyPattern = "RMB {amount}"
    fallback: tuple[StrictStr, ...] = ("song",)
    faces: Annotated[
        dict[str, StrictStr],
        Field(description="A house's own font files, by the id that roles use."),
    ] = field(default_factory=dict)
    roles: dict[str, Role]
    numbering: Numbering = field(default_factory=Numbering)
    captions: Captions = field(default_factory=Captions)
    tables: TableStyle = field(default_factory=TableStyle)
    rules: Rules = field(default_factory=Rules)
    masthead: MastheadStyle = field(default_factory=MastheadStyle)
    imprint: ImprintStyle = field(default_factory=ImprintStyle)
    running: RunningStyle = field(default_factory=RunningStyle)
    chart: ChartStyle = field(default_factory=ChartStyle)

    def em(self, text: TextStyle, language: Language) -> float:
        """What an indent of 1 em is in pt: a place of the character grid, or the type size (P3).

        Chinese text of the body's size stands on the grid; all other text at its own advances.
        """
        on_grid = language == "zh" and text.size == self.roles[BODY].zh.size
        return self.page.character_pitch(text.size) if on_grid else text.size

    @property
    def spanning(self) -> frozenset[str]:
        """The roles that span both columns of the facing layout."""
        return frozenset(name for name, role in self.roles.items() if role.spans)

    def runs_on(self, role: str) -> bool:
        """Whether a role's texts are body text, which titles, headings and bylines are not."""
        style = self.roles[role].zh
        return style.align == "justify" and not style.keep_with_next

    def role(self, name: str) -> Role:
        """A role by name; raises KeyError if the style has none of that name."""
        return self.roles[name]


class Outfit(Struct, frozen=True):
    """What a house sets with: its style, the folders that make it up, its own first, and faces."""

    style: Style
    folders: tuple[Path, ...]
    catalogue: Mapping[str, FaceFile]


BUILT_IN_ROLES = (
    "body",
    "title",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "list",
    "caption",
    "table-head",
    "table-cell",
    "table-note",
    "footnote",
    "figure-value",
    "figure-label",
    "chart-label",
    "annex-list",
    "signature",
    "organ-mark",
    "document-number",
    "imprint",
    "page-mark",
    "watermark",
    "contents1",
    "contents2",
    "index-entry",
    "page-number",
)
"""Roles that blocks use by themselves; a style must define them, most do by `extends`."""
