"""Contents lists and figure indexes say the pages on which things are."""

from __future__ import annotations

import pytest

from makebrief.document.arrange import arrange
from makebrief.document.model import (
    Block,
    Contents,
    Document,
    FigureIndex,
    Heading,
    IndexEntry,
    Origin,
    PageBreak,
    Paragraph,
    Run,
    Text,
)
from makebrief.errors import Span
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Anchor, Link, Page, PageReference, PlacedLine, Rule
from makebrief.layout.references import (
    FigurePlace,
    Printing,
    find_figures,
    map_pages,
    page_list,
)
from tests.lines import placed_lines, words_of
from tests.samples import ORIGIN, context, document, pair

SPAN = Span("market-regulation.yaml")


def number(words: str, figure: str | None) -> tuple[Text, ...]:
    return (Text("zh", (Run(words, figure=figure, number=True),), ORIGIN),)


def pages_of(*blocks: Block) -> tuple[Page, ...]:
    made: Document = arrange(document(*blocks), "alternating")
    return layout_document(made, context())


def lines_of(page: Page, role: str) -> list[PlacedLine]:
    return [line for line in placed_lines(page) if line.role == role]


def report() -> tuple[Page, ...]:
    blocks: list[Block] = [Contents(1), PageBreak()]
    for chapter in range(1, 4):
        blocks += [Heading(0, pair(f"第{chapter}章", f"Chapter {chapter}"), f"c{chapter}")]
        blocks += [Heading(1, pair(f"节{chapter}", f"Section {chapter}"), f"s{chapter}", 0)]
        blocks += [Paragraph("body", pair("聊城" * 600)) for _ in range(chapter)]
        blocks.append(PageBreak())
    return pages_of(*blocks)


def test_the_contents_list_says_the_pages_of_its_headings() -> None:
    pages = report()
    where = {
        mark.title: page.number
        for page in pages
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, Anchor)
    }
    assert len(set(where.values())) == 3
    lines = [words_of(line) for line in lines_of(pages[0], "contents1")]
    for chapter in range(1, 4):
        at = lines.index(f"第{chapter}章")
        assert lines[at + 1] == str(where[f"第{chapter}章 Chapter {chapter}"])
    sections = [words_of(line) for line in lines_of(pages[0], "contents2")]
    assert sections[:3] == ["一、节1", str(where["一、节1 1. Section 1"]), "1. Section 1"]


def test_page_numbers_end_at_the_right_edge_behind_a_dotted_leader() -> None:
    page = report()[0]
    numbers = [line for line in lines_of(page, "contents1") if words_of(line).isdigit()]
    measure = context().page.measure
    assert all(abs(line.x + line.width - measure) < 0.01 for line in numbers)
    leaders = [
        mark
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, Rule) and mark.dots
    ]
    assert len(leaders) == 6
    assert all(leader.x0 < leader.x1 < measure for leader in leaders)


def test_each_line_of_the_contents_list_leads_to_its_heading() -> None:
    pages = report()
    links = [
        mark.target
        for placed in pages[0].strips
        for mark in placed.strip.marks
        if isinstance(mark, Link)
    ]
    assert links == ["#c1", "#s1", "#c2", "#s2", "#c3", "#s3"]
    assert {target[1:] for target in links} == set(map_pages(pages).headings)


def test_no_reference_is_left_open() -> None:
    assert not [
        mark
        for page in report()
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PageReference)
    ]


def index(*figures: str) -> FigureIndex:
    return FigureIndex(
        tuple(IndexEntry(pair(f"数{name}"), number("62", name), name) for name in figures)
    )


def test_the_index_says_all_pages_of_a_figure_once_each() -> None:
    def with_figure(name: str) -> Paragraph:
        return Paragraph("body", number("62", name))

    pages = pages_of(
        with_figure("d.a"),
        with_figure("d.b"),
        with_figure("d.a"),
        PageBreak(),
        with_figure("d.a"),
        PageBreak(),
        index("d.a", "d.b", "d.never"),
    )
    lines = [words_of(line) for line in lines_of(pages[2], "index-entry")]
    assert lines == ["数d.a　62", "1, 2", "数d.b　62", "1", "数d.never　62"]


def test_the_index_itself_is_no_appearance() -> None:
    pages = pages_of(index("d.a"))
    assert map_pages(pages).figures == {}
    assert find_figures(pages) == {}


def printing(figure: str, name: str) -> Paragraph:
    """A paragraph of its own path that prints a figure: in two faces, which is two marks."""
    return Paragraph("body", (Text("zh", (Run("62家", figure=figure),), Origin(name, SPAN)),))


def test_a_figure_is_found_by_the_text_that_prints_it_first_on_each_page() -> None:
    pages = pages_of(
        printing("d.a", "one"),
        printing("d.a", "two"),
        PageBreak(),
        printing("d.b", "three"),
        printing("d.a", "two"),
    )
    assert find_figures(pages) == {
        "d.a": (
            FigurePlace(1, (Printing("one", "zh", 0, 2),)),
            FigurePlace(2, (Printing("two", "zh", 2, 4),)),
        ),
        "d.b": (FigurePlace(2, (Printing("three", "zh", 0, 2),)),),
    }


def test_a_figure_in_columns_is_found_in_the_left_one_first() -> None:
    pages = layout_document(
        arrange(
            document(
                Paragraph(
                    "body",
                    (
                        Text("zh", (Run("甲" * 60), Run("62", figure="d.a")), Origin("zh", SPAN)),
                        Text("en", (Run("62", figure="d.a"),), Origin("en", SPAN)),
                    ),
                )
            ),
            "facing",
        ),
        context(),
    )
    assert find_figures(pages)["d.a"] == (FigurePlace(1, (Printing("zh", "zh", 0, 1),)),)


def test_a_heading_that_moves_to_the_next_page_is_found_there() -> None:
    filler = [Paragraph("body", pair("行")) for _ in range(context().page.lines - 1)]
    heading = Heading(1, pair("标题"), "h1", 0)
    pages = pages_of(*filler, heading, Paragraph("body", pair("正文")))
    assert map_pages(pages).headings == {"h1": 2}


def test_a_long_entry_turns_and_its_page_stands_on_the_last_line() -> None:
    heading = Heading(0, pair("很长的标题" * 12), "h1")
    pages = pages_of(Contents(0), PageBreak(), heading)
    lines = lines_of(pages[0], "contents1")
    assert len(lines) > 2
    page = next(line for line in lines if words_of(line) == "2")
    others = [line for line in lines if line is not page]
    assert "".join(map(words_of, others)) == "很长的标题" * 12
    assert all(line.x + line.width < page.x for line in others)


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ((), ""),
        ((4,), "4"),
        ((4, 5), "4, 5"),
        ((4, 5, 6, 20, 22), "4–6, 20, 22"),
        ((1, 3, 5), "1, 3, 5"),
        ((7, 8, 9, 10), "7–10"),
    ],
)
def test_three_pages_in_a_row_are_a_range(pages: tuple[int, ...], shown: str) -> None:
    assert page_list(pages) == shown
