"""The kinds of value that people write, as pydantic checks them: what models' annotations name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    Tag,
    WithJsonSchema,
)

from makebrief.content import choices, models, written

__all__ = ["Field", "StrictBool", "StrictInt", "StrictStr"]

WrittenText = Annotated[StrictStr, BeforeValidator(written.read_text)]
ChineseText = Annotated[StrictStr, BeforeValidator(written.read_chinese)]
CellText = Annotated[StrictStr, BeforeValidator(written.read_cell_text)]
WrittenDate = Annotated[date, BeforeValidator(written.read_date)]
WrittenMoment = Annotated[StrictStr, BeforeValidator(written.read_moment)]
WrittenNumber = Annotated[
    StrictInt | Decimal, BeforeValidator(written.read_number), WithJsonSchema({"type": "number"})
]
FigureId = Annotated[str, Field(pattern=f"^{written.FIGURE_ID}$")]
FigureName = Annotated[str, Field(pattern=f"^({written.DEPARTMENT_ID}\\.)?{written.FIGURE_ID}$")]
DepartmentId = Annotated[str, Field(pattern=f"^{written.DEPARTMENT_ID}$")]

Paragraphs = Annotated[
    Annotated[tuple[models.Pair, ...], Tag("<paragraphs>"), Field(min_length=1)]
    | Annotated[models.Pair, Tag("<pair>")],
    Discriminator(choices.pair_or_paragraphs),
]

NamedUnit = Literal[
    "CNY",
    "percent",
    "percentage_points",
    "year",
    "number",
    "mu",
    "hectare",
    "square_metre",
    "square_kilometre",
    "metre",
    "kilometre",
    "kilogram",
    "tonne",
    "cubic_metre",
    "kilowatt_hour",
]
Since = Literal["last_year", "last_half", "last_quarter", "last_month", "start_of_year"]
FigureUnit = Annotated[
    Annotated[NamedUnit, Tag("<name>")] | Annotated[models.Unit, Tag("<unit>")],
    Discriminator(choices.unit_or_name),
]

ListItems = Annotated[
    Annotated[tuple[models.Pair, ...], Tag("<items>"), Field(min_length=1)]
    | Annotated[models.ItemList, Tag("<list>")],
    Discriminator(choices.list_or_items),
]

Cell = Annotated[
    Annotated[models.Pair, Tag("<pair>")]
    | Annotated[CellText, Tag("<text>")]
    | Annotated[WrittenNumber, Tag("<number>")],
    Discriminator(choices.cell_kind),
]

BlockName = Annotated[str, Field(pattern=f"^{written.FIGURE_ID}$")]
TotalRow = Annotated[
    Annotated[models.Pair, Tag("<pair>")] | Annotated[Literal["last"], Tag("<last>")],
    Discriminator(choices.pair_or_last),
]

ChartValue = Annotated[
    Annotated[FigureName, Tag("<figure>")] | Annotated[WrittenNumber, Tag("<number>")],
    Discriminator(choices.figure_or_number),
]

PlainBlock = Annotated[
    Annotated[models.TextBlock, Tag("<text>")]
    | Annotated[models.ListBlock, Tag("<list>")]
    | Annotated[models.KeyFiguresBlock, Tag("<key_figures>")]
    | Annotated[models.TableBlock, Tag("<table>")]
    | Annotated[models.ChartBlock, Tag("<chart>")]
    | Annotated[models.QuoteBlock, Tag("<quote>")]
    | Annotated[models.QuestionsBlock, Tag("<qa>")]
    | Annotated[models.ImageBlock, Tag("<image>")]
    | Annotated[models.NoteBlock, Tag("<note>")]
    | Annotated[Literal["page_break"], Tag("<page_break>")]
    | Annotated[None, BeforeValidator(choices.refuse_unknown_block), Tag("<unknown>")],
    Discriminator(choices.block_kind),
]

Block = Annotated[
    Annotated[PlainBlock, Tag("<plain>")] | Annotated[models.AnnexBlock, Tag("<annex>")],
    Discriminator(choices.annex_or_plain),
]
