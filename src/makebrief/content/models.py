"""What a series and a department's briefing consist of: frozen models, unknown fields refused."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StrictInt,
    StrictStr,
    Tag,
)

from makebrief.content.source import closest
from makebrief.content.wording import ContentError
from makebrief.content.written import (
    CellText,
    DepartmentId,
    FigureId,
    FigureName,
    WrittenDate,
    WrittenNumber,
    WrittenText,
)
from makebrief.document.layouts import Layout
from makebrief.messages import say


class Model(BaseModel):
    """A frozen piece of content; a field that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class Pair(Model):
    """A text in Chinese and in English; `en` may be absent while it is being translated."""

    zh: WrittenText = Field(description="The Chinese text.")
    en: WrittenText | None = Field(None, description="The English text; absent until translated.")


Paragraphs = Annotated[
    Annotated[tuple[Pair, ...], Tag("<paragraphs>"), Field(min_length=1)]
    | Annotated[Pair, Tag("<pair>")],
    Discriminator(lambda value: "<pair>" if isinstance(value, dict | Pair) else "<paragraphs>"),
]


class Unit(Model):
    """A counter word (个, 家, 场次) and its English noun."""

    zh: StrictStr = Field(description="The counter word, such as 个, 家, 场次; may be empty.")
    en: StrictStr = Field(description="The English noun in the plural; may be empty.")
    one: StrictStr | None = Field(None, description="The English noun after the number 1.")


NamedUnit = Literal["CNY", "percent", "percentage_points", "year", "number"]


class Figure(Model):
    """A number that the briefing states: typed once, printed as each language wants it."""

    value: WrittenNumber | None = Field(None, description="The number, in whole units.")
    to: WrittenNumber | None = Field(None, description="The upper end, if this is a range.")
    day: StrictStr | None = Field(
        None,
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="A date instead of a value: 2024, 2024-04 or 2024-04-18.",
    )
    unit: Annotated[
        Annotated[NamedUnit, Tag("<name>")] | Annotated[Unit, Tag("<unit>")],
        Discriminator(lambda value: "<unit>" if isinstance(value, dict | Unit) else "<name>"),
    ] = Field(
        "number", description="CNY, percent, percentage_points, year, number, or a counter word."
    )
    form: Literal["count", "ordinal", "rank"] = Field(
        "count", description="count: 48个; ordinal: 第20届 / 20th; rank: 第1位 / first."
    )
    bound: Literal["over", "nearly", "about", "at_least"] | None = Field(
        None, description="余/超 / over, 近 / nearly, 约 / about, 至少 / at least."
    )
    label: Pair | None = Field(
        None, description="What the number counts; panels and tables print it."
    )
    source: StrictStr | None = Field(None, description="Where the number comes from.")
    as_of: WrittenDate | None = Field(None, description="The day on which the number was true.")


class Total(Model):
    """A figure of the series that is computed from the departments' figures."""

    sum: tuple[FigureName, ...] = Field(min_length=1, description="department.figure, …")
    label: Pair


class TextBlock(Model):
    """A paragraph."""

    text: Pair


class ItemList(Model):
    """A list whose items are numbered."""

    items: tuple[Pair, ...] = Field(min_length=1)
    numbered: bool = False


class ListBlock(Model):
    """A list: the items alone, or `{items: …, numbered: true}`."""

    list_: Annotated[
        Annotated[tuple[Pair, ...], Tag("<items>"), Field(min_length=1)]
        | Annotated[ItemList, Tag("<list>")],
        Discriminator(lambda value: "<list>" if isinstance(value, dict | ItemList) else "<items>"),
    ] = Field(alias="list")


class KeyFiguresBlock(Model):
    """A panel of large numbers with their labels."""

    key_figures: tuple[FigureName, ...] = Field(min_length=1, max_length=12)


class Column(Model):
    """A table column: its heading in both languages and how its cells are aligned."""

    zh: WrittenText
    en: WrittenText | None = None
    align: Literal["left", "center", "right"] | None = None
    width: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, description="The column's share of the table's width, relative to the others."
    )


def _cell_kind(value: Any) -> str:
    if isinstance(value, dict | Pair):
        return "<pair>"
    return "<text>" if isinstance(value, str) else "<number>"


Cell = Annotated[
    Annotated[Pair, Tag("<pair>")]
    | Annotated[CellText, Tag("<text>")]
    | Annotated[WrittenNumber, Tag("<number>")],
    Discriminator(_cell_kind),
]


class TableContent(Model):
    """A table: a caption, columns, and rows of cells (texts, pairs, numbers or {figures})."""

    caption: Pair
    columns: tuple[Column, ...] = Field(min_length=1, max_length=12)
    rows: tuple[tuple[Cell, ...], ...] = Field(min_length=1)
    note: Pair | None = None


class TableBlock(Model):
    """A table."""

    table: TableContent


def _chart_value_kind(value: Any) -> str:
    return "<figure>" if isinstance(value, str) else "<number>"


ChartValue = Annotated[
    Annotated[FigureName, Tag("<figure>")] | Annotated[WrittenNumber, Tag("<number>")],
    Discriminator(_chart_value_kind),
]


class ChartSeries(Model):
    """One row of a chart's values: figures by name, or numbers."""

    label: Pair | None = None
    values: tuple[ChartValue, ...] = Field(min_length=1, max_length=24)


class ChartContent(Model):
    """A chart; categories left out are the labels of the figures in its first series."""

    kind: Literal["bar", "stacked_bar", "line", "pie"]
    caption: Pair
    categories: tuple[Pair, ...] | None = None
    series: tuple[ChartSeries, ...] = Field(min_length=1, max_length=6)
    unit: Pair | None = None
    note: Pair | None = None


class ChartBlock(Model):
    """A chart."""

    chart: ChartContent


class Quote(Model):
    """Somebody's words, and whose they are."""

    text: Pair
    by: Pair | None = None


class QuoteBlock(Model):
    """A quotation."""

    quote: Quote


class Question(Model):
    """A question from the floor and its answer, in one or more paragraphs."""

    q: Pair
    a: Paragraphs


class QuestionsBlock(Model):
    """Questions and answers."""

    qa: tuple[Question, ...] = Field(min_length=1)


class Image(Model):
    """A picture from the series' folder (PNG or JPEG)."""

    file: WrittenText = Field(description="The path of the picture, from the series' folder.")
    caption: Pair
    alt: Pair = Field(description="What the picture shows, for those who cannot see it.")
    width: Annotated[int, Field(ge=20, le=156)] = Field(156, description="Its width in mm.")


class ImageBlock(Model):
    """A picture."""

    image: Image


class NoteBlock(Model):
    """A remark set apart: a definition, a source, how something was counted."""

    note: Pair


_BLOCKS: dict[str, type[Model]] = {
    "text": TextBlock,
    "list": ListBlock,
    "key_figures": KeyFiguresBlock,
    "table": TableBlock,
    "chart": ChartBlock,
    "quote": QuoteBlock,
    "qa": QuestionsBlock,
    "image": ImageBlock,
    "note": NoteBlock,
}


def _block_kind(value: Any) -> str:
    if value == "page_break":
        return "<page_break>"
    if isinstance(value, Model):
        keys = list(type(value).model_fields)
    else:
        keys = list(value) if isinstance(value, dict) else []
    if "list_" in keys:
        return "<list>"
    known = [key for key in keys if key in _BLOCKS or key == "annex"]
    return f"<{known[0]}>" if known else "<unknown>"


def _unknown_block(value: Any) -> Any:
    written = next(iter(value), "") if isinstance(value, dict) else str(value)
    if near := closest(written, BLOCK_KINDS):
        raise ContentError(say("block-unknown"), say("hint-did-you-mean", name=near))
    raise ContentError(say("block-unknown"), say("hint-blocks", kinds=", ".join(BLOCK_KINDS)))


PlainBlock = Annotated[
    Annotated[TextBlock, Tag("<text>")]
    | Annotated[ListBlock, Tag("<list>")]
    | Annotated[KeyFiguresBlock, Tag("<key_figures>")]
    | Annotated[TableBlock, Tag("<table>")]
    | Annotated[ChartBlock, Tag("<chart>")]
    | Annotated[QuoteBlock, Tag("<quote>")]
    | Annotated[QuestionsBlock, Tag("<qa>")]
    | Annotated[ImageBlock, Tag("<image>")]
    | Annotated[NoteBlock, Tag("<note>")]
    | Annotated[Literal["page_break"], Tag("<page_break>")]
    | Annotated[None, BeforeValidator(_unknown_block), Tag("<unknown>")],
    Discriminator(_block_kind),
]


class Annex(Model):
    """Material after the body, on a page of its own (附件)."""

    title: Pair
    blocks: tuple[PlainBlock, ...] = Field(min_length=1)


class AnnexBlock(Model):
    """An annex; it is printed after the body wherever it is written."""

    annex: Annex


BLOCK_KINDS = (*_BLOCKS, "annex", "page_break")
Block = Annotated[
    Annotated[PlainBlock, Tag("<plain>")] | Annotated[AnnexBlock, Tag("<annex>")],
    Discriminator(lambda value: "<annex>" if _block_kind(value) == "<annex>" else "<plain>"),
]


class Section(Model):
    """A heading and what stands under it; sections may hold sections (three levels)."""

    heading: Pair
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


class Speaker(Model):
    """Who presents the briefing."""

    name: Pair
    title: Pair


class Brief(Model):
    """One department's briefing."""

    department: Pair = Field(description="The department's full name.")
    short: Pair | None = Field(None, description="Its short name, for contents and tables.")
    title: Pair
    speaker: Speaker
    figures: dict[FigureId, Figure] = Field(default_factory=dict)
    lead: Paragraphs | None = Field(None, description="What stands before the first heading.")
    sections: tuple[Section, ...] = Field(min_length=1)
    next_steps: tuple[Pair, ...] = Field((), description="What the department will do next.")


class Period(Model):
    """The year, half or quarter that a series reports on."""

    year: Annotated[StrictInt, Field(ge=1949, le=2999)]
    half: Literal[1, 2] | None = None
    quarter: Literal[1, 2, 3, 4] | None = None


class Term(Model):
    """A term that is rendered the same way in every file of the series."""

    zh: WrittenText
    en: WrittenText
    short: WrittenText | None = Field(None, description="The English form after first mention.")
    never: tuple[WrittenText, ...] = Field((), description="English renderings to refuse.")


class Series(Model):
    """A series of press conferences: what its departments share."""

    title: Pair
    subject: Pair | None = Field(None, description="What the series is about, under its title.")
    period: Period
    issuer: Pair
    hosts: tuple[Pair, ...] = ()
    date: WrittenDate
    template: StrictStr = "gongwen"
    layout: Layout = "alternating"
    departments: tuple[DepartmentId, ...] = Field(min_length=1)
    foreword: Paragraphs | None = Field(None, description="What opens the consolidated report.")
    glossary: tuple[Term, ...] = ()
    totals: dict[FigureId, Total] = Field(default_factory=dict)
    at_a_glance: tuple[PlainBlock, ...] = Field(
        (), description="Blocks of the page that sums the departments up."
    )
    next_steps: tuple[Pair, ...] = Field((), description="What the city will do next.")
