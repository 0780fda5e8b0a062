"""What a series and a department's briefing consist of; unknown fields are refused.

Annotations are pydantic's. `kinds.py` holds those that need more than a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import field

from makebrief.document.layouts import Layout
from makebrief.validation.model import Model

if TYPE_CHECKING:
    from makebrief.content.kinds import (
        Block,
        BlockName,
        Cell,
        ChartValue,
        ChineseText,
        DepartmentId,
        Field,
        FigureId,
        FigureName,
        FigureUnit,
        ListItems,
        Paragraphs,
        PlainBlock,
        Since,
        StrictBool,
        StrictInt,
        StrictStr,
        TotalRow,
        WrittenDate,
        WrittenMoment,
        WrittenNumber,
        WrittenText,
    )


class Pair(Model):
    """A text in Chinese and in English; `en` may be absent while it is being translated."""

    zh: Annotated[ChineseText, Field(description="The Chinese text.")]
    en: Annotated[
        WrittenText | None, Field(description="The English text; absent until translated.")
    ] = None


class Unit(Model):
    """A counter word (个, 家, 场次) and its English noun."""

    zh: Annotated[
        StrictStr, Field(description="The counter word, such as 个, 家, 场次; may be empty.")
    ]
    en: Annotated[StrictStr, Field(description="The English noun in the plural; may be empty.")]
    one: Annotated[StrictStr | None, Field(description="The English noun after the number 1.")] = (
        None
    )


class Period(Model):
    """The year, or the part of it, that a series or a figure is about."""

    year: Annotated[StrictInt, Field(ge=1949, le=2999)]
    half: Literal[1, 2] | None = None
    quarter: Literal[1, 2, 3, 4] | None = None
    quarters: Annotated[Literal[2, 3] | None, Field(description="The first 2 or 3 quarters.")] = (
        None
    )
    months: Annotated[
        StrictInt | None, Field(ge=2, le=11, description="January to this month.")
    ] = None


class Scale(Model):
    """The words of scale that a figure is to be printed in; its digits stay the same."""

    zh: Literal["", "万", "亿"] | None = None
    en: Literal["", "thousand", "million", "billion", "trillion"] | None = None


class Change(Model):
    """How much a figure has changed, and against what."""

    value: Annotated[
        WrittenNumber | None,
        Field(description="Below zero for a fall; absent, it is worked out from `previous`."),
    ] = None
    unit: Literal["percent", "percentage_points", "same"] = "percent"
    since: Since = "last_year"
    decimals: Annotated[
        StrictInt,
        Field(ge=0, le=4, description="The decimals of a change that is worked out."),
    ] = 1


class Share(Model):
    """What part of a whole a figure is, in per cent."""

    value: WrittenNumber
    of: Annotated[Pair, Field(description="The whole: 全省总额, the provincial total.")]


class Rank(Model):
    """Which place a figure takes."""

    value: Annotated[StrictInt, Field(ge=1)]
    among: Annotated[Pair | None, Field(description="Where: 全省, in the province.")] = None


class Figure(Model):
    """A number that the briefing states: typed once, printed as each language wants it."""

    value: Annotated[WrittenNumber | None, Field(description="The number, in whole units.")] = None
    to: Annotated[WrittenNumber | None, Field(description="The upper end, if this is a range.")] = (
        None
    )
    day: Annotated[
        StrictStr | None,
        Field(
            pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            description="A date instead of a value: 2024, 2024-04 or 2024-04-18.",
        ),
    ] = None
    period: Annotated[
        Period | None, Field(description="A period instead of a value: {year: 2024, half: 1}.")
    ] = None
    unit: Annotated[
        FigureUnit,
        Field(
            description="CNY, percent, percentage_points, year, number, a measure, "
            "or a counter word."
        ),
    ] = "number"
    scale: Annotated[
        Scale | None,
        Field(description="Another scale than the usual one: {zh: 万, en: million}."),
    ] = None
    converted: Annotated[
        StrictBool,
        Field(description="false: English keeps 亩 as mu instead of turning it into hectares."),
    ] = True
    form: Annotated[
        Literal["count", "ordinal", "rank"],
        Field(description="count: 48个; ordinal: 第20届 / 20th; rank: 第1位 / first."),
    ] = "count"
    bound: Annotated[
        Literal["over", "nearly", "about", "at_least"] | None,
        Field(description="余/超 / over, 近 / nearly, 约 / about, 至少 / at least."),
    ] = None
    label: Annotated[
        Pair | None, Field(description="What the number counts; panels and tables print it.")
    ] = None
    source: Annotated[StrictStr | None, Field(description="Where the number comes from.")] = None
    as_of: Annotated[
        WrittenDate | None, Field(description="The day on which the number was true.")
    ] = None
    previous: Annotated[
        WrittenNumber | None,
        Field(description="The value of the earlier period, in the same unit."),
    ] = None
    change: Change | None = None
    share: Share | None = None
    rank: Rank | None = None


class ShareOf(Model):
    """A part and the whole that it is measured against."""

    part: FigureName
    whole: FigureName


class Growth(Model):
    """A figure now and the same figure before."""

    now: FigureName
    before: FigureName
    since: Since = "last_year"


class Ranking(Model):
    """A figure and all those that it is ranked among, itself included."""

    of: FigureName
    among: Annotated[tuple[FigureName, ...], Field(min_length=2)]
    lowest_first: StrictBool = False


FOOTNOTES = "footnotes"
"""The field of a file that holds its footnotes."""


class Total(Model):
    """A figure of the series that is computed from the departments' figures."""

    sum: Annotated[
        tuple[FigureName, ...] | None, Field(min_length=1, description="department.figure, …")
    ] = None
    share: ShareOf | None = None
    growth: Growth | None = None
    ranking: Ranking | None = None
    decimals: Annotated[
        StrictInt, Field(ge=0, le=4, description="The decimals of a share or growth.")
    ] = 1
    value: Annotated[
        WrittenNumber | None,
        Field(description="What the result must be; another result is an error."),
    ] = None
    as_of: Annotated[
        WrittenDate | None,
        Field(description="The day to print, if the parts were counted on different days."),
    ] = None
    label: Pair


class TextBlock(Model):
    """A paragraph."""

    text: Pair


class ItemList(Model):
    """A list whose items are numbered."""

    items: Annotated[tuple[Pair, ...], Field(min_length=1)]
    numbered: bool = False


class ListBlock(Model):
    """A list: the items alone, or `{items: …, numbered: true}`."""

    list_: Annotated[ListItems, Field(alias="list")]


class KeyFiguresBlock(Model):
    """A panel of large numbers with their labels."""

    key_figures: Annotated[tuple[FigureName, ...], Field(min_length=1, max_length=12)]


class Column(Model):
    """A table column: its heading in both languages, its unit, how its cells are aligned."""

    zh: ChineseText
    en: WrittenText | None = None
    align: Literal["left", "center", "right", "decimal"] | None = None
    width: Annotated[
        Annotated[int, Field(ge=1, le=100)] | None,
        Field(description="The column's share of the table's width, relative to the others."),
    ] = None
    unit: Annotated[
        FigureUnit | None,
        Field(description="The unit of all its numbers: said in the head, not in cells."),
    ] = None
    scale: Annotated[
        Scale | None, Field(description="In what it counts; by its numbers if absent.")
    ] = None
    group: Annotated[
        Pair | None,
        Field(description="A heading over this column and its neighbours of the same group."),
    ] = None


class TableContent(Model):
    """A table: a caption, columns, and rows of cells (texts, pairs, numbers or {figures})."""

    name: Annotated[BlockName | None, Field(description="What texts call it: {table:name}.")] = None
    caption: Pair
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=12)]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1)]
    total: Annotated[
        TotalRow | None,
        Field(description="A row of sums under this name, or `last`: the last row is one."),
    ] = None
    note: Pair | None = None
    source: Annotated[Pair | None, Field(description="Where its numbers come from.")] = None
    landscape: Annotated[bool, Field(description="Whether it is turned to a page of its own.")] = (
        False
    )


class TableBlock(Model):
    """A table."""

    table: TableContent


class ChartSeries(Model):
    """One row of a chart's values: figures by name, or numbers."""

    label: Pair | None = None
    values: Annotated[tuple[ChartValue, ...], Field(min_length=1, max_length=24)]


class ChartContent(Model):
    """A chart; categories left out are the labels of the figures in its first series."""

    name: Annotated[BlockName | None, Field(description="What texts call it: {figure:name}.")] = (
        None
    )
    kind: Literal["bar", "stacked_bar", "line", "pie"]
    caption: Pair
    categories: tuple[Pair, ...] | None = None
    series: Annotated[tuple[ChartSeries, ...], Field(min_length=1, max_length=6)]
    unit: Pair | None = None
    note: Pair | None = None
    source: Annotated[Pair | None, Field(description="Where its numbers come from.")] = None


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

    qa: Annotated[tuple[Question, ...], Field(min_length=1)]


class Image(Model):
    """A picture from the series' folder (PNG or JPEG)."""

    name: Annotated[BlockName | None, Field(description="What texts call it: {figure:name}.")] = (
        None
    )
    file: Annotated[
        WrittenText, Field(description="The path of the picture, from the series' folder.")
    ]
    caption: Pair
    alt: Annotated[Pair, Field(description="What the picture shows, for those who cannot see it.")]
    width: Annotated[
        Annotated[int, Field(ge=20, le=156)], Field(description="Its width in mm.")
    ] = 156


class ImageBlock(Model):
    """A picture."""

    image: Image


class NoteBlock(Model):
    """A remark set apart: a definition, a source, how something was counted."""

    note: Pair


class Annex(Model):
    """Material after the body, on a page of its own (附件)."""

    title: Pair
    blocks: Annotated[tuple[PlainBlock, ...], Field(min_length=1)]


class AnnexBlock(Model):
    """An annex; it is printed after the body wherever it is written."""

    annex: Annex


class Section(Model):
    """A heading and what stands under it; sections may hold sections (three levels)."""

    heading: Pair
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


class Speaker(Model):
    """Who presents the briefing."""

    name: Pair
    title: Pair


class DocumentNumber(Model):
    """The number that an office files a document under: 聊新办发〔2024〕5号 (P12)."""

    organ: Annotated[Pair, Field(description="The office’s sign, such as 聊新办发.")]
    year: Annotated[StrictInt, Field(ge=1949, le=2999)]
    serial: Annotated[StrictInt, Field(ge=1, le=99999)]


class Header(Model):
    """What stands over the title of an official document: organ mark and number (P12)."""

    mark: Annotated[Pair | None, Field(description="The organ’s name in red.")] = None
    number: DocumentNumber | None = None


class Imprint(Model):
    """What stands at the foot of an official document’s last page (P13)."""

    copies_to: Annotated[Pair | None, Field(description="Who is sent a copy.")] = None
    issued_by: Annotated[Pair | None, Field(description="Who prints and sends it.")] = None
    date: WrittenDate | None = None


class Brief(Model):
    """One department's briefing."""

    department: Annotated[Pair, Field(description="The department's full name.")]
    short: Annotated[Pair | None, Field(description="Its short name, for contents and tables.")] = (
        None
    )
    title: Pair
    speaker: Speaker
    figures: dict[FigureId, Figure] = field(default_factory=dict)
    footnotes: dict[FigureId, Pair] = field(default_factory=dict)
    lead: Annotated[
        Paragraphs | None, Field(description="What stands before the first heading.")
    ] = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    next_steps: Annotated[
        tuple[Pair, ...], Field(description="What the department will do next.")
    ] = ()
    signature: Annotated[
        Pair | None, Field(description="Who signs it, over the date of the series.")
    ] = None
    header: Header | None = None
    imprint: Imprint | None = None
    draft: bool | None = None
    embargo: WrittenMoment | None = None
    watermark: Pair | None = None


class Term(Model):
    """A term that is rendered the same way in every file of the series."""

    zh: ChineseText
    en: WrittenText
    short: Annotated[
        WrittenText | None, Field(description="The English form after first mention.")
    ] = None
    never: Annotated[
        tuple[WrittenText, ...], Field(description="English renderings to refuse.")
    ] = ()


class Series(Model):
    """A series of press conferences: what its departments share."""

    title: Pair
    subject: Annotated[
        Pair | None, Field(description="What the series is about, under its title.")
    ] = None
    period: Period
    issuer: Pair
    hosts: tuple[Pair, ...] = ()
    date: WrittenDate
    template: StrictStr = "gongwen"
    layout: Layout = "alternating"
    departments: Annotated[tuple[DepartmentId, ...], Field(min_length=1)]
    foreword: Annotated[
        Paragraphs | None, Field(description="What opens the consolidated report.")
    ] = None
    glossary: tuple[Term, ...] = ()
    totals: dict[FigureId, Total] = field(default_factory=dict)
    footnotes: dict[FigureId, Pair] = field(default_factory=dict)
    at_a_glance: Annotated[
        tuple[PlainBlock, ...],
        Field(description="Blocks of the page that sums the departments up."),
    ] = ()
    next_steps: Annotated[tuple[Pair, ...], Field(description="What the city will do next.")] = ()
    header: Header | None = None
    imprint: Imprint | None = None
    draft: bool | None = None
    embargo: WrittenMoment | None = None
    watermark: Pair | None = None
