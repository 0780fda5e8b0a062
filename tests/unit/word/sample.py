"""A small document with every kind of block, and the house that it is set in."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from makebrief.document.arrange import arrange
from makebrief.document.model import (
    AnnexList,
    Chart,
    ChartSeries,
    ChartValue,
    Column,
    Contents,
    Document,
    FigureIndex,
    Footnote,
    Heading,
    Imprint,
    IndexEntry,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Masthead,
    Origin,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Running,
    Section,
    Signature,
    Space,
    Table,
    Text,
    Texts,
)
from makebrief.errors import Span
from makebrief.layout.context import Context
from makebrief.layout.formal import AnnexLine
from makebrief.layout.plans import TablePlans
from makebrief.layout.references import FigurePlace, Printing
from makebrief.messages import Language
from makebrief.style.load import load_style
from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile, load_catalogue
from makebrief.typeface.face import open_typefaces
from makebrief.typeface.repertoire import WordFonts
from makebrief.word.house import House, Places

CHECKOUT = Path(__file__).parents[3]
ORIGIN = Origin("market-regulation:sections[0].blocks[0].text", Span("market-regulation.yaml"))


@cache
def style() -> Style:
    return load_style(CHECKOUT / "templates" / "gongwen", CHECKOUT / "templates")


@cache
def faces() -> dict[str, FaceFile]:
    return load_catalogue(CHECKOUT / "fonts")


@cache
def context() -> Context:
    return Context(style(), open_typefaces(faces(), style()))


def house(document: Document) -> House:
    """Every heading on page 3, every figure twice on pages 3, 4, 5 and 8, by texts of ORIGIN."""
    blocks = [block for section in document.sections for block in section.blocks]
    indexes = [block for block in blocks if isinstance(block, FigureIndex)]
    return House(
        series="2024-h1",
        name="market-regulation",
        style=style(),
        faces=faces(),
        fonts=WordFonts(CHECKOUT / "fonts", embedding="document"),
        heading_pages={block.anchor: 3 for block in blocks if isinstance(block, Heading)},
        figure_places={
            entry.figure: tuple(
                FigurePlace(page, (Printing(ORIGIN.path, "zh", 2 * at, 8),))
                for at, page in enumerate((3, 4, 5, 8))
            )
            for index in indexes
            for entry in index.entries
        },
        chart_height=lambda chart: 60.0 * len(chart.categories),
        label_width=lambda words: 10.0 * max(len(text.plain) for text in words),
        break_title=lambda text, _box: tuple(
            found.end() for found in re.finditer("│ ?", text.plain)
        ),
        places=Places(
            organ_mark=lambda _text: (30.0, 26.0),
            signature=lambda _organ, _date: (200.0, 232.0),
            annexes=lambda block: (
                AnnexLine(replace(each, runs=(Run("附件："),)), 32.0, each, 80.0)
                for title in block.titles
                for each in title
            ),
            label_width=lambda _text: 42.0,
            imprint_height=lambda _imprint: 90.0,
        ),
        measure_table=TablePlans(context()).measure,
        may_go_on=lambda pair: len(pair.left.plain) > 40,
    )


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (143, 168, 196)).save(stream, "PNG")
    return stream.getvalue()


def text(language: Language, *runs: Run | str) -> Text:
    """A text of plain and marked runs."""
    made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return Text(language, made, ORIGIN)


def pair(zh: str, en: str) -> Texts:
    """A text in both languages."""
    return (text("zh", zh), text("en", en))


def untranslated(zh: str) -> Texts:
    """A text that lacks its English."""
    return (Text("zh", (Run(zh),), ORIGIN, untranslated=True),)


def document(*sections: Section, layout: str = "alternating") -> Document:
    """A document of these sections, arranged for a layout."""
    made = Document(
        title=pair("市场监管工作进展", "Progress in Market Regulation"),
        author=pair("聊城市市场监督管理局", "Liaocheng Administration for Market Regulation"),
        subject=pair("聚力攻坚看进展", "Tackling Key Tasks"),
        date="2024-07-23",
        languages=("zh", "en"),
        sections=sections,
    )
    return arrange(made, layout)


def body(*blocks: object) -> Document:
    """A document of one section."""
    return document(Section("body", blocks))  # type: ignore[arg-type]


def heading(level: int, name: str, numbered: bool = True) -> Heading:
    """A heading in both languages; its number is filled in when the document is arranged."""
    number = 0 if numbered and level else None
    return Heading(level, pair(f"标题{name}", f"Heading {name}"), name, number)


TABLE = Table(
    caption=pair("表1 走访情况", "Table 1: Visits"),
    columns=(
        Column(pair("类别", "Category"), "left"),
        Column(pair("数量（家）", "Number"), "right"),
    ),
    rows=(
        (pair("企业", "Enterprises"), pair("1,286", "1,286")),
        (pair("行业协会", "Trade associations"), pair("37", "37")),
    ),
    note=pair("注：截至2024年6月30日。", "Note: as of 30 June 2024."),
)

FIGURES = KeyFigures(
    (
        KeyFigure(pair("62场次", "62"), pair("行政指导会", "Guidance meetings")),
        KeyFigure(pair("200余万元", "over RMB 2 million"), pair("挽回损失", "Losses recovered")),
        KeyFigure(pair("8个", "8"), pair("示范站", "Model stations")),
        KeyFigure(pair("40%", "40%"), pair("占全省比重", "Share of the province")),
    )
)

CHART = Chart(
    kind="bar",
    caption=pair("图1 案件数", "Chart 1: Cases"),
    categories=(pair("一季度", "Q1"), pair("二季度", "Q2")),
    series=(
        ChartSeries(
            None,
            (
                ChartValue(Decimal(5), pair("5件", "5 cases")),
                ChartValue(Decimal(9), pair("9件", "9 cases")),
            ),
        ),
    ),
)

INDEX = FigureIndex(
    (
        IndexEntry(
            pair("行政指导会", "Guidance meetings"),
            pair("62场次", "62 meetings"),
            "market-regulation.guidance_meetings",
        ),
    )
)


def marked(language: Language) -> Text:
    """A text with strong and emphasised words, quotation marks and a link."""
    if language == "zh":
        return text(
            "zh",
            "召开行政指导会",
            Run("62场次", strong=True),
            "，推广“1+2+4”模式，",
            Run("首批GB/T 9704", emphasis=True),
            "，详见",
            Run("网站", link="https://example.org/"),
            "。",
        )
    return text(
        "en",
        "It held ",
        Run("62 guidance meetings", strong=True),
        " under the “1+2+4” model, ",
        Run("the first", emphasis=True),
        " of its kind; see ",
        Run("the site", link="https://example.org/"),
        ".",
    )


def noted(language: Language) -> Text:
    """A text with emphasised words, raised characters and the marks of two notes."""
    words = ("排放CO₂减少", "，") if language == "zh" else ("Emissions of CO₂ fell", ", ")
    return text(
        language,
        words[0],
        Run("", footnote="as_of"),
        words[1],
        Run("10⁻⁶", strong=True),
        Run("", footnote="new"),
    )


NOTES = (
    Footnote("as_of", (marked("zh"), marked("en"))),
    Footnote("new", untranslated("尚未翻译的脚注。")),
)


def every_block() -> Document:
    """Each kind of block once, in the order of a report."""
    cover = Section(
        "cover",
        (
            Space(4),
            Paragraph("cover-title", pair("综合报告", "Consolidated Report")),
        ),
    )
    contents = Section("body", (Contents(1),))
    story = (
        heading(0, "A"),
        heading(1, "B"),
        Paragraph("body", (marked("zh"), marked("en"))),
        Paragraph("body", (noted("zh"), noted("en"))),
        Paragraph("body", untranslated("尚未翻译的一段。")),
        ListBlock(False, (pair("其一", "first"), pair("其二", "second"))),
        ListBlock(True, (pair("甲", "one"), pair("乙", "two"))),
        heading(1, "C", numbered=False),
        FIGURES,
        TABLE,
        CHART,
        PageBreak(),
        Picture(png(4, 2), (4, 2), 80, pair("图2", "Picture 2"), pair("会场", "The hall")),
        Space(1),
        INDEX,
        AnnexList((pair("附件甲", "Annex A"),)),
        Signature(pair("办公室", "Office"), pair("2024年7月23日", "23 July 2024")),
    )
    masthead = Masthead(pair("办公室文件", "Office"), pair("聊〔2024〕5号", "L [2024] No. 5"))
    made = document(cover, contents, Section("body", (masthead, *story), NOTES))
    imprint = Imprint(
        pair("抄送：各部门。", "Copies to: all."), pair("办公室", "Office"), pair("7月印发", "July")
    )
    running = Running((pair("草稿", "DRAFT"),), pair("内部", "INTERNAL"))
    return replace(made, imprint=imprint, running=running)
